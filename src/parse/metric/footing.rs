//! `breaks:` and `test:` of a note: what comparisons stand on.
//!
//! In: the root of a note. Out: [`Footing`] without a refusal, which needs the values.
//! Not here: whether a break lies inside the series, whether a page says "significant".

use super::super::yaml::{Node, Wanted};
use super::fields;
use crate::diag::{Diagnostic, Place};
use crate::model::footing::{Break, Footing, StatisticalTest};
use crate::model::quantity::Decimal;

pub(super) fn footing(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Footing {
    Footing { breaks: breaks(root, f), test: test(root, f), refusal: None }
}

fn breaks(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Vec<Break> {
    let mut list = Vec::new();
    for entry in root.list_of("breaks", f) {
        if !entry.is_mapping() {
            f.push(entry.wrong_type(Wanted::Mapping).help("for example `- { date: 2023-04-01, reason: … }`"));
            continue;
        }
        entry.known(&["date", "reason"], f);
        if entry.get("date").is_none_or(Node::is_null) {
            f.push(entry.missing("date", "2023-04-01"));
        }
        let date = entry.date_of("date", f);
        let reason = entry.needed_text("reason", "The national return was replaced and counts people differently.", f);
        list.extend(date.zip(reason).map(|(date, reason)| Break { date, reason }));
    }
    list.sort_by_key(|found| found.date);
    list
}

fn test(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<StatisticalTest> {
    let node = root.mapping_of("test", f)?;
    node.known(&["name", "p", "level"], f);
    let name = node.needed_text("name", "chi-squared", f);
    if node.get("p").is_none_or(Node::is_null) {
        f.push(node.missing("p", "0.03"));
    }
    let p = probability(node, "p", f);
    let level = probability(node, "level", f).map_or_else(|| Decimal::new(5, 2), |(level, _)| level);
    let (p, is_below) = p?;
    Some(StatisticalTest { name: name?, p, is_below, level })
}

/// A number from 0 to 1, and whether a `<` stands before it.
fn probability(node: Node<'_>, key: &str, f: &mut Vec<Diagnostic>) -> Option<(Decimal, bool)> {
    let typed = fields::number(node.get(key).filter(|node| !node.is_null())?, f)?;
    let text = typed.value.trim();
    let below = text.strip_prefix('<').filter(|_| key == "p");
    let number = Decimal::from_str_exact(below.unwrap_or(text).trim()).ok();
    let number = number.filter(|number| (Decimal::ZERO..=Decimal::ONE).contains(number));
    if number.is_none() {
        let message = format!("`{key}` is `{}`, not a number from 0 to 1", typed.value);
        f.push(
            Diagnostic::error("field-choice", message, Place::Span(typed.span))
                .help(format!("write it as the test gives it, for example `{key}: 0.03`")),
        );
    }
    number.map(|number| (number, below.is_some()))
}
