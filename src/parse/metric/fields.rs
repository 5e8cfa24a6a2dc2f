//! Fields of a note that need a word of their own.
//!
//! In: the root of a note. Out: decimals, words out of a few, numbers as typed, how small counts are treated.
//! Not here: values and tables.

use super::super::yaml::{Node, Wanted, choice_fault};
use crate::diag::Diagnostic;
use crate::model::document::Allow;
use crate::model::metric::Basis;
use crate::model::note::Disclosure;
use crate::model::source::Spanned;

/// Every field of the format.
pub(super) const KNOWN: [&str; 47] = [
    "title",
    "measure",
    "unit",
    "basis",
    "annualised",
    "better",
    "area",
    "population",
    "covers",
    "status",
    "source",
    "notes",
    "kind",
    "attribution",
    "gross_or_net",
    "assurance",
    "example",
    "decimals",
    "ordered",
    "period",
    "values",
    "file",
    "dimensions",
    "columns",
    "total",
    "totals",
    "disclosure",
    "allow",
    "numerator",
    "denominator",
    "method",
    "of",
    "window",
    "spc",
    "target",
    "confidence",
    "base",
    "compare",
    "restart",
    "interval",
    "breaks",
    "test",
    "person",
    "start",
    "end",
    "outcome",
    "counts_when",
];

/// Fields of the format that this version cannot honour.
pub(super) const NOT_YET: [&str; 2] = ["target", "interval"];

/// How a full-year equivalent was made, which its basis makes a needed field.
pub(super) fn annualised(root: Node<'_>, basis: Basis, f: &mut Vec<Diagnostic>) -> Option<String> {
    let is_full_year = basis == Basis::FullYearEquivalent;
    if is_full_year && root.get("annualised").is_none_or(Node::is_null) {
        f.push(root.missing("annualised", "recurring").help(
            "the words for it are: recurring, cash in year, run rate, not stated; they are three different amounts",
        ));
        return None;
    }
    let word = word(root, "annualised", &["recurring", "cash in year", "run rate", "not stated"], f)?;
    if !is_full_year && let Some(node) = root.get("annualised") {
        f.push(
            Diagnostic::error("annualised-basis", "`annualised` stands beside another basis", node.key_place())
                .help("write `basis: full-year equivalent`, or remove `annualised`"),
        );
    }
    Some(word)
}

/// A word out of a few, kept as typed.
pub(super) fn word(root: Node<'_>, key: &str, words: &[&str], f: &mut Vec<Diagnostic>) -> Option<String> {
    let text = root.text_of(key, f)?;
    if words.contains(&text.as_str()) {
        return Some(text);
    }
    f.push(choice_fault(key, &text, words, root.get(key).map(Node::place)?));
    None
}

/// Decimal places, 0 to 9.
pub(super) fn decimals(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<u32> {
    let whole = root.whole_of("decimals", f)?;
    let places = u32::try_from(whole).ok().filter(|places| *places <= 9);
    if let (None, Some(node)) = (places, root.get("decimals")) {
        let message = format!("`decimals` is {whole}, not a number from 0 to 9");
        f.push(
            Diagnostic::error("field-choice", message, node.place())
                .help("write the decimal places, for example `decimals: 1`"),
        );
    }
    places
}

/// A number as typed. A text is passed on: whoever reads the number says what is wrong with it.
pub(super) fn number(node: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<Spanned<String>> {
    let typed = node.spanned_text();
    if typed.is_none() {
        f.push(node.wrong_type(Wanted::Number));
    }
    typed
}

/// Whether small counts are hidden: by the unit, `people`, or `none` with a reason.
pub(super) fn disclosure(root: Node<'_>, allow: &[Allow], f: &mut Vec<Diagnostic>) -> Disclosure {
    let Some(node) = root.get("disclosure").filter(|node| !node.is_null()) else { return Disclosure::ByUnit };
    if node.is_mapping() {
        node.known(&["none"], f);
        let reason = node.needed_text("none", "The source has published these numbers.", f);
        return if reason.is_some() { Disclosure::Off } else { Disclosure::ByUnit };
    }
    match root.choice_of("disclosure", &[("people", Disclosure::People), ("none", Disclosure::Off)], f) {
        Some(Disclosure::Off) => {
            if !allow.iter().any(|allowed| allowed.code.starts_with("disclosure")) {
                let help = "write `disclosure: { none: The source has published these numbers. }`";
                f.push(
                    Diagnostic::warning("disclosure-reason", "`disclosure: none` gives no reason", node.place())
                        .help(help),
                );
            }
            Disclosure::Off
        }
        Some(other) => other,
        None => Disclosure::ByUnit,
    }
}
