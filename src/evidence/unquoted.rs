//! What must not be quoted of files in which small counts are hidden: their rows in findings, their digest.
//!
//! In: notes, findings, metrics. Out: findings that still name file, line and column and no longer show the line; digests of
//! the published values where any note hides something of the file, since a digest lets a guess be tested. Logs are read by
//! more people than the file is. Not here: hiding numbers.

use std::collections::BTreeSet;

use super::{Inputs, digest, disclose, units, values_file};
use crate::diag::{Diagnostic, Place};
use crate::model::metric::Metrics;
use crate::model::note::{MetricNote, NoteValues};
use crate::model::settings::Settings;
use crate::model::source::{FileId, SourceTree};

/// The files with counts that a note protects.
pub fn protected(notes: &[MetricNote], settings: &Settings, sources: &SourceTree) -> BTreeSet<FileId> {
    if disclose::policy(settings).is_none() {
        return BTreeSet::new();
    }
    let hides = notes.iter().filter(|note| disclose::protects(note, &units::unit(note, settings, &mut Vec::new())));
    hides
        .filter_map(|note| match note.values {
            NoteValues::Inside(_) => Some(note.file),
            NoteValues::Table(_) => values_file(note, sources),
            NoteValues::Nowhere => None,
        })
        .collect()
}

/// Takes the lines of these files out of findings. A finding on a number keeps its place and loses the number.
pub fn unquote(findings: &mut [Diagnostic], files: &BTreeSet<FileId>) {
    for finding in findings {
        let was = finding.place.clone();
        hide(&mut finding.place, files);
        finding.labels.iter_mut().for_each(|label| hide(&mut label.place, files));
        if finding.code == "number-invalid" && finding.place != was {
            "this is not a plain number".clone_into(&mut finding.message);
            finding.help = vec!["write digits only, without commas or signs of a unit".to_owned()];
            finding.fix = None;
        }
    }
}

fn hide(place: &mut Place, files: &BTreeSet<FileId>) {
    if let Place::Span(span) = place
        && files.contains(&span.file)
    {
        *place = Place::Unquoted(*span);
    }
}

/// Gives metrics on a file of which another metric hides something the digest of what they publish.
pub(super) fn digests(metrics: &mut Metrics, notes: &[MetricNote], inputs: &Inputs<'_>) {
    let files = protected(notes, inputs.settings, inputs.sources);
    let paths: BTreeSet<&str> = files.iter().map(|file| inputs.sources.path(*file)).collect();
    let on_them = || metrics.values().filter(|metric| paths.contains(metric.values_path.as_str()));
    let rounds = inputs.settings.disclosure_round_to > 1;
    let hides = on_them().filter(|metric| rounds || metric.values.iter().any(|value| value.suppressed));
    let hidden: BTreeSet<String> = hides.map(|metric| metric.values_path.clone()).collect();
    for metric in metrics.values_mut().filter(|metric| hidden.contains(&metric.values_path)) {
        metric.sha256 = digest::of_published(&metric.values);
    }
}
