//! Whether the two values that a change would compare can be compared at all.
//!
//! In: a note with its breaks, the values and the change between them. Out: the footing of the metric, and the change only
//! where no break lies between its values and both count the same people. Not here: words on pages.

use crate::diag::{Diagnostic, Place};
use crate::model::footing::{Footing, Refusal};
use crate::model::metric::{Change, Observation};
use crate::model::note::{MetricNote, NoteValue, NoteValues};
use crate::model::slug::slug;

/// The change, unless it compares what cannot be compared, and what comparisons stand on.
pub(super) fn footed(
    note: &MetricNote,
    change: Option<Change>,
    values: &mut [Observation],
    f: &mut Vec<Diagnostic>,
) -> (Option<Change>, Footing) {
    let mut footing = note.footing.clone();
    footing.refusal = change.as_ref().and_then(|change| refusal(note, values, change));
    name_populations(note, values);
    saving(note, f);
    (change.filter(|_| footing.refusal.is_none()), footing)
}

fn refusal(note: &MetricNote, values: &[Observation], change: &Change) -> Option<Refusal> {
    let (from, to) = (values.get(change.from)?, values.get(change.to)?);
    if let (Some(a), Some(b)) = (population(note, from), population(note, to))
        && a != b
    {
        return Some(Refusal::Populations(a.to_owned(), b.to_owned()));
    }
    let days = |value: &Observation| value.period.as_ref().and_then(|period| period.days);
    let found = match (days(from), days(to)) {
        (Some((first, _)), Some((_, last))) => note.footing.break_between(first, last),
        // Values without dates: the note names a break, so it lies between what it compares.
        _ => note.footing.breaks.first(),
    };
    found.cloned().map(Refusal::Break)
}

/// Who is counted in a value.
fn population<'n>(note: &'n MetricNote, value: &Observation) -> Option<&'n str> {
    own_population(note, value).or(note.population.as_deref())
}

/// Puts who is counted beside a value that differs from the rest.
fn name_populations(note: &MetricNote, values: &mut [Observation]) {
    for value in values {
        let Some(own) = own_population(note, value) else { continue };
        value.note = Some(value.note.take().map_or_else(|| own.to_owned(), |note| format!("{own}. {note}")));
    }
}

fn own_population<'n>(note: &'n MetricNote, value: &Observation) -> Option<&'n str> {
    let NoteValues::Inside(entries) = &note.values else { return None };
    let is_of = |entry: &&NoteValue| slug(&entry.key) == value.key;
    entries.iter().find(is_of).and_then(|entry| entry.population.as_deref())
}

/// A saving whose note leaves something open that must stand beside the amount.
fn saving(note: &MetricNote, f: &mut Vec<Diagnostic>) {
    if note.kind.is_none() {
        return;
    }
    let fields = [
        ("gross_or_net", note.gross_or_net.is_none(), "gross_or_net: not stated"),
        ("attribution", note.attribution.is_none(), "attribution: shared between the new approach and other work"),
        ("assurance", note.assurance.is_none(), "assurance: none stated"),
    ];
    for (field, _, example) in fields.into_iter().filter(|(_, is_missing, _)| *is_missing) {
        f.push(
            Diagnostic::warning(
                "saving-incomplete",
                format!("a saving does not say its `{field}`"),
                Place::Key(note.file, "kind".to_owned()),
            )
            .help(format!("add a line such as `{example}`; until then pages print \"not stated\"")),
        );
    }
}
