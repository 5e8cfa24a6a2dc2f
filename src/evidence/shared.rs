//! Columns that several notes read. What one note hides, another must not show.
//!
//! In: all notes. Out: [`Shared`], which says whether a note reads counts that another note protects, so that an index, a
//! mean or a share of them is made from masked counts too; a warning for a note that switches protection off for counts
//! which another note hides. Not here: hiding.

use std::collections::BTreeMap;

use super::{Inputs, disclose, units, values_file};
use crate::diag::{Diagnostic, Place};
use crate::model::note::{Disclosure, MetricNote, NoteValues};
use crate::model::source::{FileId, SourceTree};

/// A column of a file.
type Column = (FileId, String);

/// Columns that a note protects, with the first note that does.
#[derive(Debug, Default)]
pub(super) struct Shared {
    columns: BTreeMap<Column, FileId>,
}

impl Shared {
    /// Gathers them.
    pub(super) fn of(notes: &[MetricNote], inputs: &Inputs<'_>) -> Self {
        let mut shared = Self::default();
        for note in notes {
            let unit = units::unit(note, inputs.settings, &mut Vec::new());
            if disclose::protects(note, &unit) {
                for column in columns(note, inputs.sources) {
                    shared.columns.entry(column).or_insert(note.file);
                }
            }
        }
        shared
    }

    /// Whether a note reads counts that another one protects, and does not say that they may be shown.
    pub(super) fn protects(&self, note: &MetricNote, sources: &SourceTree) -> bool {
        note.disclosure != Disclosure::Off
            && columns(note, sources).iter().any(|column| self.columns.contains_key(column))
    }

    /// The finding that a note shows whole what another one hides.
    pub(super) fn differs(&self, note: &MetricNote, inputs: &Inputs<'_>) -> Option<Diagnostic> {
        if note.disclosure != Disclosure::Off || disclose::policy(inputs.settings).is_none() {
            return None;
        }
        let columns = columns(note, inputs.sources);
        let (column, other) = columns.iter().find_map(|column| Some((column, self.columns.get(column)?)))?;
        let message =
            format!("the column `{}` is shown whole here and with small counts hidden in another note", column.1);
        let finding =
            Diagnostic::warning("disclosure-differs", message, Place::Key(note.file, "disclosure".to_owned()))
                .also(Place::File(*other), "the note that hides small counts");
        Some(finding.help("treat the counts alike in both notes: what one shows, nobody can hide in the other"))
    }
}

/// The columns of numbers that a note reads.
fn columns(note: &MetricNote, sources: &SourceTree) -> Vec<Column> {
    let NoteValues::Table(named) = &note.values else { return Vec::new() };
    let Some(file) = values_file(note, sources) else { return Vec::new() };
    if note.derivation.as_ref().is_some_and(|derivation| derivation.cases.is_some()) {
        return Vec::new();
    }
    let mapped = |role: &str| named.columns.iter().find(|(known, _)| known == role).map(|(_, name)| name.clone());
    let parts: Vec<String> = ["numerator", "denominator"].into_iter().filter_map(mapped).collect();
    let value = mapped("value").or_else(|| parts.is_empty().then(|| "value".to_owned()));
    parts.into_iter().chain(value).map(|name| (file, name)).collect()
}
