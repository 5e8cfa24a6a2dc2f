//! The values of a note: inside it under `values:`, or the way to a table.
//!
//! In: the root of a note. Out: [`NoteValues`], numbers as typed with their places.
//! Not here: reading numbers and dates, or the table.

use super::super::yaml::{Node, Wanted};
use super::fields;
use crate::diag::Diagnostic;
use crate::model::metric::Status;
use crate::model::note::{NoteValue, NoteValues, TableNote};
use crate::model::quantity::Bound;
use crate::model::slug::nearest;
use crate::model::source::Spanned;

/// What `columns:` can name besides the dimensions.
const ROLES: [&str; 6] = ["period", "value", "numerator", "denominator", "status", "note"];
/// What it can name for changes in weekly cost.
const OF_CHANGES: [&str; 3] = ["date", "before", "after"];
/// What an entry of `values:` can say.
const ENTRY: [&str; 14] = [
    "value",
    "numerator",
    "denominator",
    "period",
    "about",
    "more_than",
    "at_least",
    "less_than",
    "at_most",
    "months",
    "words",
    "status",
    "note",
    "population",
];

pub(super) fn values(root: Node<'_>, f: &mut Vec<Diagnostic>) -> NoteValues {
    let inside = root.get("values").filter(|node| !node.is_null());
    let file = root.text_of("file", f);
    match (inside, file) {
        (Some(node), Some(_)) => {
            let finding = Diagnostic::error("values-twice", "the note has `values:` and `file:`", node.key_place());
            f.push(finding.help("keep the values in one place: under `values:` or in the file"));
            NoteValues::Nowhere
        }
        (Some(_), None) => inline(root, f),
        (None, Some(file)) => NoteValues::Table(table(root, file, f)),
        (None, None) => {
            let is_sum = root.get("method").and_then(Node::text).is_some_and(|word| word == "sum");
            if !is_sum && root.get("file").is_none_or(Node::is_null) {
                let finding = Diagnostic::error("values-missing", "the note has no values", root.key_place());
                f.push(
                    finding
                        .help("write `values: { latest: { value: 42, period: 2025 to 2026 } }`, or `file: starts.csv`"),
                );
            }
            NoteValues::Nowhere
        }
    }
}

fn inline(root: Node<'_>, f: &mut Vec<Diagnostic>) -> NoteValues {
    for key in ["dimensions", "columns", "numerator", "denominator"] {
        if let Some(node) = root.get(key) {
            let finding = Diagnostic::error(
                "values-columns",
                format!("`{key}` stands beside values inside the note"),
                node.key_place(),
            );
            f.push(finding.help(format!("remove `{key}`, or put the values in a CSV file and name it with `file:`")));
        }
    }
    let Some(entries) = root.mapping_of("values", f) else { return NoteValues::Nowhere };
    let mut values = Vec::new();
    for (key, node) in entries.entries() {
        if node.is_mapping() {
            node.known(&ENTRY, f);
            values.extend(entry(key, node, f));
        } else {
            let help = format!("write `{key}: {{ value: 42, period: 2025 to 2026 }}`");
            f.push(
                Diagnostic::error("field-type", format!("`{key}` is no mapping with a value"), node.place()).help(help),
            );
        }
    }
    NoteValues::Inside(values)
}

fn entry(key: &str, node: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<NoteValue> {
    let mut number = |name: &str| -> Option<Spanned<String>> {
        let node = node.get(name).filter(|node| !node.is_null())?;
        fields::number(node, f)
    };
    let (value, numerator, denominator) = (number("value"), number("numerator"), number("denominator"));
    let months = number("months");
    if numerator.is_some() != denominator.is_some() {
        let lone = if numerator.is_some() { "denominator" } else { "numerator" };
        f.push(node.missing(lone, "338"));
        return None;
    }
    if node.get("value").is_none() && node.get("numerator").is_none() {
        f.push(node.missing("value", "42"));
        return None;
    }
    Some(NoteValue {
        key: key.to_owned(),
        value,
        numerator,
        denominator,
        months,
        bound: bound(node, f),
        words: node.text_of("words", f),
        period: node.text_of("period", f),
        status: node.choice_of("status", &Status::ALL, f),
        note: node.text_of("note", f),
        population: node.text_of("population", f),
        span: node.span(),
    })
}

fn bound(node: Node<'_>, f: &mut Vec<Diagnostic>) -> Bound {
    let mut found: Option<(&str, Bound)> = None;
    for (key, bound) in Bound::ALL {
        if node.truth_of(key, f) != Some(true) {
            continue;
        }
        let Some((first, _)) = found else {
            found = Some((key, bound));
            continue;
        };
        let place = node.get(key).map_or_else(|| node.key_place(), Node::key_place);
        let finding = Diagnostic::error("bound-twice", format!("a value is both `{first}` and `{key}`"), place);
        f.push(finding.help("keep the one that the source says"));
    }
    found.map_or(Bound::Exact, |(_, bound)| bound)
}

fn table(root: Node<'_>, file: String, f: &mut Vec<Diagnostic>) -> TableNote {
    let dimensions = root.texts_of("dimensions", f);
    let mut columns = Vec::new();
    let roles = root.mapping_of("columns", f);
    let of_changes = root.get("method").and_then(Node::text).is_some_and(|word| word == "full-year equivalent");
    for (role, node) in roles.into_iter().flat_map(Node::entries) {
        let is_change = of_changes && OF_CHANGES.contains(&role);
        if !is_change && !ROLES.contains(&role) && !dimensions.iter().any(|dimension| dimension == role) {
            f.push(unknown_role(role, node, &dimensions));
            continue;
        }
        match node.text() {
            Some(name) => columns.push((role.to_owned(), name.trim().to_owned())),
            None => f.push(node.wrong_type(Wanted::Text)),
        }
    }
    for role in ["numerator", "denominator"] {
        if let Some(name) = root.text_of(role, f) {
            columns.push((role.to_owned(), name));
        }
    }
    TableNote { file, dimensions, columns }
}

fn unknown_role(role: &str, node: Node<'_>, dimensions: &[String]) -> Diagnostic {
    let known = || ROLES.into_iter().chain(dimensions.iter().map(String::as_str));
    let help = match nearest(role, known()) {
        Some(near) => format!("write `{near}`"),
        None => format!("use one of: {}", known().collect::<Vec<_>>().join(", ")),
    };
    let message = format!("`{role}` is no role that this version knows for a column");
    Diagnostic::error("field-unknown", message, node.key_place()).help(help)
}
