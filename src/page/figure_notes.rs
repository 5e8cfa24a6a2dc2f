//! What a reader must know of a figure: where it is from, how it came about, how far to trust it.
//!
//! In: a metric. Out: lines in a fixed order, source first after the label of invented figures, digest last.
//! Not here: the table's shorthand, which stands before the table.

use crate::model::figure::NoteView;
use crate::model::footing::StatisticalTest;
use crate::model::metric::{Basis, Metric};
use crate::model::slug::slug;
use crate::model::strings::Strings;
use crate::model::wording::status;

use super::dates::date_view;
use super::definition::definition;
use super::figure_table::capitalised;

/// The lines.
pub(super) fn notes(metric: &Metric, strings: &Strings) -> Vec<NoteView> {
    let mut notes = Vec::new();
    if metric.example {
        let text = strings.text("figure.example").to_owned();
        notes.push(NoteView { label: String::new(), text, href: None, code: false, strong: true });
    }
    notes.push(source(metric, strings));
    let mut say = |key: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            let label = strings.text(key).to_owned();
            notes.push(NoteView { label, text, href: None, code: false, strong: false });
        }
    };
    say("figure.published", metric.source.published.map(|date| date_view(date, strings).words));
    say("figure.status", Some(capitalised(status(metric.status, strings))));
    say("derived.label", definition(metric, strings));
    // What a saving needs stands beside its amount, not down here.
    if metric.kind.is_none() {
        say("figure.basis", basis_words(metric, strings));
        let how = metric.annualised.as_deref();
        say("figure.annualised", how.map(|how| known_words("annualised-words", how, strings)));
        say("figure.attribution", metric.attribution.clone());
        say("figure.assurance", metric.assurance.as_deref().map(capitalised));
    }
    for found in &metric.footing.breaks {
        let date = date_view(found.date, strings).words;
        let text = strings.fill("figure.break-text", &[("date", &date), ("reason", &found.reason)]);
        say("figure.break", Some(text));
    }
    say("figure.test", metric.footing.test.as_ref().map(|test| test_words(test, strings)));
    for note in &metric.notes {
        notes.push(NoteView { label: String::new(), text: note.clone(), href: None, code: false, strong: false });
    }
    let label = strings.text("figure.digest").to_owned();
    notes.push(NoteView { label, text: metric.sha256.clone(), href: None, code: true, strong: false });
    notes
}

fn source(metric: &Metric, strings: &Strings) -> NoteView {
    let source = &metric.source;
    let places = [("title", source.title.as_str()), ("publisher", source.publisher.as_str())];
    NoteView {
        label: strings.text("figure.source").to_owned(),
        text: strings.fill("figure.source-text", &places),
        href: source.url.clone(),
        code: false,
        strong: false,
    }
}

/// A test with its result.
fn test_words(test: &StatisticalTest, strings: &Strings) -> String {
    let sign = if test.is_below { "<" } else { "=" };
    let (p, level) = (format!("{sign} {}", test.p.normalize()), test.level.normalize().to_string());
    let key = if test.is_significant() { "figure.test-significant" } else { "figure.test-not-significant" };
    strings.fill(key, &[("name", &test.name), ("p", &p), ("level", &level)])
}

/// The basis, where it is more than a plain count.
fn basis_words(metric: &Metric, strings: &Strings) -> Option<String> {
    if metric.basis == Basis::Actual {
        return None;
    }
    Some(capitalised(strings.text(&format!("figure.basis-words.{}", slug(metric.basis.name())))))
}

/// Words of the strings for a word of the file, or the word as typed.
fn known_words(group: &str, typed: &str, strings: &Strings) -> String {
    let key = format!("figure.{group}.{}", slug(typed));
    capitalised(strings.texts.get(&key).map_or(typed, String::as_str))
}
