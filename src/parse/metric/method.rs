//! How a note derives its measure: `method:` and the fields that belong to it.
//!
//! In: the root of a note. Out: a [`Derivation`], and findings for words that are not known, fields that a method needs
//! and fields that stand beside a method which does not use them. Not here: whether the values allow it.

use super::super::yaml::{Node, choice_fault};
use crate::diag::Diagnostic;
use crate::model::derivation::{Against, CaseColumns, Confidence, Derivation, Method, Window};
use crate::model::slug::nearest;

/// Fields that only methods use, with the methods that do.
const OWNED: [(&str, &[Method]); 12] = [
    ("of", &[Method::Sum]),
    ("window", &[Method::RollingRatio, Method::RollingMean, Method::Interval]),
    ("base", &[Method::Index, Method::Change]),
    ("compare", &[Method::Change]),
    ("restart", &[Method::Cumulative]),
    ("confidence", &[Method::Rate, Method::Proportion]),
    ("person", &[Method::Interval]),
    ("start", &[Method::Interval]),
    ("end", &[Method::Interval]),
    ("outcome", &[Method::Interval]),
    ("counts_when", &[Method::Interval]),
    ("method", &[]),
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The derivation, if the note declares one that is known.
pub(super) fn derivation(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<Derivation> {
    let method = method(root, f);
    let is_unknown = method.is_none() && root.get("method").is_some_and(|node| !node.is_null());
    if !is_unknown {
        unused(root, method, f);
    }
    let method = method?;
    needed(root, method, f);
    Some(Derivation {
        method,
        window: if method.has_window() { window(root, f) } else { None },
        base: root.text_of("base", f),
        restart: restart(root, f),
        against: root.choice_of("compare", &Against::ALL, f).unwrap_or_default(),
        of: root.texts_of("of", f),
        confidence: confidence(root, f),
        cases: (method == Method::Interval).then(|| cases(root, f)),
    })
}

fn method(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<Method> {
    let text = root.text_of("method", f)?;
    let found = Method::ALL.iter().find(|(name, _)| *name == text).map(|(_, method)| *method);
    if found.is_none() {
        let names = || Method::ALL.iter().map(|(name, _)| *name);
        let help = match nearest(&text, names()) {
            Some(near) => format!("write `method: {near}`"),
            None => format!("use one of: {}", names().collect::<Vec<_>>().join(", ")),
        };
        let place = root.get("method").map(Node::place)?;
        f.push(
            Diagnostic::error("method-unknown", format!("this version does not know `method: {text}`"), place)
                .help(help),
        );
    }
    found
}

/// A field that its method passes over would promise something that the figures do not keep.
fn unused(root: Node<'_>, method: Option<Method>, f: &mut Vec<Diagnostic>) {
    for (key, methods) in OWNED.iter().filter(|(key, _)| *key != "method") {
        let Some(node) = root.get(key).filter(|node| !node.is_null()) else { continue };
        if method.is_some_and(|method| methods.contains(&method)) {
            continue;
        }
        let message = match method {
            Some(method) => format!("`{key}` has no meaning beside `method: {}`", method.name()),
            None => format!("`{key}` stands in a note without a method that uses it"),
        };
        let names: Vec<String> = methods.iter().map(|method| format!("`method: {}`", method.name())).collect();
        f.push(
            Diagnostic::error("method-field", message, node.key_place())
                .help(format!("remove the line, or write {}", names.join(" or "))),
        );
    }
}

/// What each method cannot do without.
fn needed(root: Node<'_>, method: Method, f: &mut Vec<Diagnostic>) {
    let fields: &[(&str, &str)] = match method {
        Method::RollingRatio | Method::RollingMean => &[("window", "12 months")],
        Method::Index => &[("base", "2018-10")],
        Method::Sum => &[("of", "[first-metric, second-metric]")],
        Method::Interval => &[
            ("window", "12 months"),
            ("period", "month"),
            ("person", "person"),
            ("start", "start"),
            ("end", "end"),
            ("outcome", "outcome"),
            ("counts_when", "diverted"),
        ],
        Method::Share | Method::Funnel if root.get("values").is_none() => &[("dimensions", "[team]")],
        Method::Change => &[("period", "month")],
        Method::Cumulative
        | Method::FullYearEquivalent
        | Method::Rate
        | Method::Proportion
        | Method::Share
        | Method::Funnel => &[],
    };
    for (key, example) in fields {
        if root.get(key).is_none_or(Node::is_null) {
            f.push(root.missing(key, example));
        }
    }
}

fn window(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<Window> {
    let text = root.text_of("window", f)?;
    let window = Window::parse(&text);
    if window.is_none() {
        let place = root.get("window").map(Node::place)?;
        f.push(
            Diagnostic::error("window-unclear", format!("`{text}` is not a length of time"), place)
                .help("write a whole number and a length, for example `window: 12 months`"),
        );
    }
    window
}

fn restart(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<i8> {
    let text = root.text_of("restart", f)?;
    let found = MONTHS.iter().position(|month| *month == text).and_then(|at| i8::try_from(at + 1).ok());
    if found.is_none() {
        f.push(choice_fault("restart", &text, &MONTHS, root.get("restart").map(Node::place)?));
    }
    found
}

fn confidence(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Confidence {
    let Some(text) = root.text_of("confidence", f) else { return Confidence::default() };
    let bare = text.trim_end_matches('%').trim_end();
    let found = Confidence::ALL.iter().find(|(name, _)| *name == bare).map(|(_, confidence)| *confidence);
    if let (None, Some(node)) = (found, root.get("confidence")) {
        f.push(choice_fault("confidence", &text, &Confidence::ALL.map(|(name, _)| name), node.place()));
    }
    found.unwrap_or_default()
}

fn cases(root: Node<'_>, f: &mut Vec<Diagnostic>) -> CaseColumns {
    let mut text = |key: &str| root.text_of(key, f).unwrap_or_default();
    CaseColumns {
        person: text("person"),
        start: text("start"),
        end: text("end"),
        outcome: text("outcome"),
        counts_when: text("counts_when"),
    }
}
