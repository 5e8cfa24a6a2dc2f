//! One entry as typed, whether in YAML or in a row of a table: texts by field, each with its place.
//!
//! In: a mapping, or a row with its columns. Out: [`Record`], read through the same few functions. Codes raised:
//! `field-unknown`, `field-missing`, `field-type`, `field-choice`, `date-invalid`. Not here: what a field means.

use std::borrow::Cow;

use super::fields::{FIELDS, GROUPS, Shape, inner, named, outer};
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::slug::nearest;
use crate::model::source::{FileId, Span, offset};
use crate::model::table::Table;
use crate::parse::yaml::{Node, Wanted, choice_fault};

/// An entry as typed.
pub(super) struct Record<'r> {
    /// The entry as a whole.
    pub(super) whole: Place,
    parts: Vec<Part<'r>>,
}

/// One text of a field.
#[derive(Clone, Debug)]
pub(super) struct Part<'r> {
    name: &'static str,
    /// The text without spaces around it.
    pub(super) text: Cow<'r, str>,
    at: At,
}

#[derive(Clone, Copy, Debug)]
enum At {
    /// A value of a YAML file; the number counts the entries of a list.
    Value(FileId, Option<usize>),
    Cell(Span),
}

impl Part<'_> {
    /// The name of its field.
    pub(super) fn field(&self) -> &'static str {
        self.name
    }

    /// Where it is typed.
    pub(super) fn place(&self) -> Place {
        // A group that is a text has no name inside it; the nearest path is the group.
        match self.at {
            At::Value(file, None) => Place::Value(file, self.name.to_owned()),
            At::Value(file, Some(at)) => Place::Value(file, format!("{}.{at}", self.name)),
            At::Cell(span) => Place::Span(span),
        }
    }
}

/// The field of each column; none for a column that no field has.
pub(super) fn columns(table: &Table, findings: &mut Vec<Diagnostic>) -> Vec<Option<(&'static str, Shape)>> {
    let known = || FIELDS.iter().map(|(name, _)| *name).filter(|name| *name != "allow");
    let column = |cell: crate::model::table::Cell<'_>| {
        let field = named(cell.text).filter(|(name, _)| *name != "allow");
        if field.is_none() && !cell.text.is_empty() {
            let message = format!("`{}` is not a field of an entry", cell.text);
            let finding = Diagnostic::error("field-unknown", message, Place::Span(cell.span));
            findings.push(match nearest(cell.text, known()) {
                Some(near) => finding.help(format!("write `{near}`")),
                None => {
                    finding.help("take the column out, or see the list of fields in `candour explain field-unknown`")
                }
            });
        }
        field
    };
    table.header().map(column).collect()
}

impl<'r> Record<'r> {
    /// An entry in a file of its own.
    pub(super) fn of_mapping(file: FileId, root: Node<'r>, findings: &mut Vec<Diagnostic>) -> Self {
        let mut record = Self { whole: Place::Key(file, String::new()), parts: Vec::new() };
        root.known(&outer(), findings);
        for (key, node) in root.entries() {
            if GROUPS.contains(&key) && node.is_mapping() {
                node.known(&inner(key), findings);
                for (name, node) in node.entries() {
                    record.add(file, named(&format!("{key}.{name}")), node, findings);
                }
            } else if key != "allow" {
                record.add(file, named(key), node, findings);
            }
        }
        record
    }

    fn add(
        &mut self,
        file: FileId,
        field: Option<(&'static str, Shape)>,
        node: Node<'r>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let Some((name, shape)) = field.filter(|_| !node.is_null()) else { return };
        let mut push = |node: Node<'r>, number: Option<usize>| match node.text() {
            Some(text) => self.parts.extend(part(name, text, At::Value(file, number))),
            None => findings.push(node.wrong_type(Wanted::Text)),
        };
        if shape == Shape::Many && node.is_list() {
            node.items().enumerate().for_each(|(at, node)| push(node, Some(at)));
        } else {
            push(node, None);
        }
    }

    /// An entry in a row, and where the row stands.
    pub(super) fn of_row(table: &'r Table, columns: &[Option<(&'static str, Shape)>], row: usize) -> (Self, Span) {
        let mut span: Option<Span> = None;
        let mut parts = Vec::new();
        for (at, field) in columns.iter().enumerate() {
            let Some(cell) = table.cell(row, at) else { continue };
            let whole = span.get_or_insert(cell.span);
            whole.end = whole.end.max(cell.span.end);
            match field {
                Some((name, Shape::Many)) => parts.extend(split(name, cell.text, cell.span)),
                Some((name, Shape::One)) => parts.extend(part(name, Cow::Borrowed(cell.text), At::Cell(cell.span))),
                None => {}
            }
        }
        let span = span.unwrap_or(Span::new(table.file, 0, 0));
        (Self { whole: Place::Span(span), parts }, span)
    }

    /// The texts of a field.
    pub(super) fn list(&self, name: &str) -> impl Iterator<Item = &Part<'r>> {
        self.parts.iter().filter(move |part| part.name == name)
    }

    /// The first text of a field.
    pub(super) fn part(&self, name: &str) -> Option<&Part<'r>> {
        self.parts.iter().find(|part| part.name == name)
    }

    /// Whether any field of a group is filled.
    pub(super) fn has(&self, group: &str) -> bool {
        self.parts.iter().any(|part| part.name.strip_prefix(group).is_some_and(|rest| rest.starts_with('.')))
    }

    /// The texts of all fields outside a group.
    pub(super) fn others(&self, group: &str) -> impl Iterator<Item = &Part<'r>> {
        self.parts.iter().filter(move |part| part.name.split('.').next() != Some(group))
    }

    /// A text.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.part(name).map(|part| part.text.to_string())
    }

    /// A text that must be there.
    pub(super) fn needed(&self, name: &str, example: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
        let text = self.text(name);
        if text.is_none() {
            let shown = name.strip_suffix(".name").unwrap_or(name);
            let message = format!("`{shown}` is missing");
            let help = format!("add it, for example `{}: {example}`", shown.rsplit('.').next().unwrap_or(shown));
            findings.push(Diagnostic::error("field-missing", message, self.whole.clone()).help(help));
        }
        text
    }

    /// Several texts.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        self.list(name).map(|part| part.text.to_string()).collect()
    }

    /// `true` or `false`. What is neither counts as `otherwise`.
    pub(super) fn truth(&self, name: &str, otherwise: bool, findings: &mut Vec<Diagnostic>) -> bool {
        let Some(part) = self.part(name) else { return false };
        match part.text.to_ascii_lowercase().as_str() {
            "true" => true,
            "false" => false,
            _ => {
                let message = format!("`{name}` is a text, not `true` or `false`");
                findings.push(Diagnostic::error("field-type", message, part.place()).help("write `true` or `false`"));
                otherwise
            }
        }
    }

    /// A calendar date.
    pub(super) fn date(&self, name: &str, findings: &mut Vec<Diagnostic>) -> Option<Date> {
        let part = self.part(name)?;
        let date = part.text.parse().ok();
        if date.is_none() {
            let message = format!("`{name}` is not a calendar date");
            let help = "write the date as YYYY-MM-DD, for example 2026-11-22";
            findings.push(Diagnostic::error("date-invalid", message, part.place()).help(help));
        }
        date
    }

    /// A word out of a few.
    pub(super) fn choice<T: Copy>(&self, name: &str, choices: &[(&str, T)], findings: &mut Vec<Diagnostic>) -> Vec<T> {
        let mut chosen = Vec::new();
        for part in self.list(name) {
            match choices.iter().find(|(word, _)| word.eq_ignore_ascii_case(&part.text)) {
                Some((_, value)) => chosen.push(*value),
                None => {
                    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
                    findings.push(choice_fault(name, &part.text, &words, part.place()));
                }
            }
        }
        chosen
    }
}

/// A text, unless it is empty.
fn part<'r>(name: &'static str, text: Cow<'r, str>, at: At) -> Option<Part<'r>> {
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    (!text.is_empty()).then_some(Part { name, text, at })
}

/// The parts of a cell between semicolons.
fn split<'r>(name: &'static str, text: &'r str, span: Span) -> Vec<Part<'r>> {
    let mut from = span.start;
    let mut parts = Vec::new();
    for piece in text.split(';') {
        let lead = offset(piece.len() - piece.trim_start().len());
        let start = from.saturating_add(lead);
        let end = start.saturating_add(offset(piece.trim().len()));
        parts.extend(part(name, Cow::Borrowed(piece), At::Cell(Span { start, end: end.min(span.end), ..span })));
        from = from.saturating_add(offset(piece.len() + 1));
    }
    parts
}
