//! Which column of a table plays which part.
//!
//! In: what a note says under `columns:`, `dimensions:` and `period:`, and the header of its table.
//! Out: column numbers, or findings that name the missing column and the nearest one. Not here: cells.

use crate::diag::{Diagnostic, Place};
use crate::model::derivation::Method;
use crate::model::note::{MetricNote, TableNote};
use crate::model::slug::nearest;
use crate::model::source::Span;
use crate::model::table::Table;

/// Column numbers from 0.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) period: Option<usize>,
    pub(super) value: Option<usize>,
    pub(super) numerator: Option<usize>,
    pub(super) denominator: Option<usize>,
    pub(super) status: Option<usize>,
    pub(super) note: Option<usize>,
    /// Dimensions with their columns.
    pub(super) groups: Vec<(String, usize)>,
}

struct Finder<'n> {
    note: &'n MetricNote,
    named: &'n TableNote,
    table: &'n Table,
}

/// The column of a role that a method cannot do without.
pub(super) fn needed(
    note: &MetricNote,
    named: &TableNote,
    table: &Table,
    role: &str,
    f: &mut Vec<Diagnostic>,
) -> Option<usize> {
    Finder { note, named, table }.column(role, true, f)
}

impl Columns {
    /// Finds them; nothing when one that is needed is not there.
    pub(super) fn of(note: &MetricNote, named: &TableNote, table: &Table, f: &mut Vec<Diagnostic>) -> Option<Self> {
        let finder = Finder { note, named, table };
        let before = f.len();
        let mut columns = Self {
            period: finder.column("period", note.grain.is_some(), f),
            numerator: finder.named_column("numerator", f),
            denominator: finder.named_column("denominator", f),
            status: finder.column("status", false, f),
            note: finder.column("note", false, f),
            ..Self::default()
        };
        for dimension in &named.dimensions {
            if let Some(column) = finder.column(dimension, true, f) {
                columns.groups.push((dimension.clone(), column));
            }
        }
        finder.ratio_is_whole(f);
        let has_ratio = finder.mapped("numerator").is_some();
        // What is summed are the parts; a column of monthly percentages beside them means nothing here.
        let is_rolling = note.derivation.as_ref().is_some_and(|found| found.method == Method::RollingRatio);
        if !(is_rolling && has_ratio) {
            columns.value = finder.column("value", !has_ratio, f);
        }
        if f.len() == before && columns.period.is_none() && columns.groups.is_empty() && table.rows() > 1 {
            f.push(finder.rows_have_no_name());
        }
        (f.len() == before).then_some(columns)
    }
}

impl Finder<'_> {
    fn mapped(&self, role: &str) -> Option<&str> {
        self.named.columns.iter().find(|(known, _)| known == role).map(|(_, column)| column.as_str())
    }

    /// The column of a role that counts only when the note names it.
    fn named_column(&self, role: &str, f: &mut Vec<Diagnostic>) -> Option<usize> {
        self.mapped(role)?;
        self.column(role, true, f)
    }

    fn column(&self, role: &str, needed: bool, f: &mut Vec<Diagnostic>) -> Option<usize> {
        let mapped = self.mapped(role);
        let name = mapped.unwrap_or(role);
        let found = self.table.column(name);
        if found.is_none() && (needed || mapped.is_some()) {
            f.push(self.missing(role, name, mapped.is_some()));
        }
        found
    }

    fn missing(&self, role: &str, name: &str, is_mapped: bool) -> Diagnostic {
        let place = if is_mapped {
            Place::Value(self.note.file, format!("columns.{role}"))
        } else if self.named.dimensions.iter().any(|dimension| dimension == role) {
            Place::Value(self.note.file, "dimensions".to_owned())
        } else {
            Place::Value(self.note.file, "file".to_owned())
        };
        let names: Vec<&str> = self.table.header().map(|cell| cell.text).collect();
        let help = match nearest(name, names.iter().copied()) {
            Some(near) => format!("write `columns: {{ {role}: {near} }}`"),
            None => format!(
                "name the column under `columns:`, for example `columns: {{ {role}: {} }}`",
                names.last().unwrap_or(&"people")
            ),
        };
        Diagnostic::error("column-missing", format!("the table has no column `{name}`"), place)
            .also(Place::Span(self.header()), format!("its columns are: {}", names.join(", ")))
            .help(help)
    }

    fn ratio_is_whole(&self, f: &mut Vec<Diagnostic>) {
        let (lone, other) = match (self.mapped("numerator"), self.mapped("denominator")) {
            (Some(_), None) => ("numerator", "denominator"),
            (None, Some(_)) => ("denominator", "numerator"),
            _ => return,
        };
        let place = Place::Key(self.note.file, format!("columns.{lone}"));
        f.push(
            Diagnostic::error("column-missing", format!("the note names a {lone} and no {other}"), place)
                .help(format!("name both, for example `columns: {{ {lone}: satisfied, {other}: answered }}`")),
        );
    }

    fn rows_have_no_name(&self) -> Diagnostic {
        let place = Place::Value(self.note.file, "file".to_owned());
        Diagnostic::error("rows-unnamed", "nothing says what the rows of the table are", place)
            .also(Place::Span(self.header()), "its columns")
            .help("name the column of the groups, for example `dimensions: [team]`, or of the time, `columns: { period: month }`")
    }

    fn header(&self) -> Span {
        let mut spans = self.table.header().map(|cell| cell.span);
        let first = spans.next().unwrap_or(Span::new(self.table.file, 0, 0));
        Span { end: spans.last().unwrap_or(first).end, ..first }
    }
}
