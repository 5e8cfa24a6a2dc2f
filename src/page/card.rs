//! Headline cards: one number with everything that keeps it honest.
//!
//! In: a metric. Out: [`CardView`]: the number with its bound and unit as one run of text, the period, what it is
//! compared with, the change and its direction in words, kind of saving, status, where its source stands.
//! Not here: HTML, arrows, colours.

use crate::model::figure::{CardLine, CardView, LinkView};
use crate::model::metric::{Metric, Observation};
use crate::model::strings::Strings;
use crate::model::wording::{amount, change, direction, period, span, status};

use super::figure_table::capitalised;
use super::saving::saving_lines;

/// The card of a metric; `source` leads to where the number is from.
pub fn card(metric: &Metric, source: Option<&str>, strings: &Strings) -> CardView {
    let known = || metric.values.iter().filter(|value| value.value.is_some());
    let shown = metric.change.as_ref().and_then(|change| metric.values.get(change.to));
    let shown = shown.or_else(|| known().next_back()).or_else(|| metric.values.last());
    let whole = metric.total.as_ref().filter(|_| metric.change.is_none() && metric.values.len() > 1);
    // What a source gives in words stays in words; the number made of them is said below.
    let in_words = shown.filter(|_| whole.is_none()).and_then(words).map(str::to_owned);
    let display = whole.map(|total| total.display.as_str()).or_else(|| shown.map(|value| value.display.as_str()));
    CardView {
        title: metric.title.clone(),
        number: in_words.unwrap_or_else(|| amount(display.unwrap_or_default(), &metric.unit, strings)),
        lines: lines(metric, shown.filter(|_| whole.is_none()), strings),
        source: source.map(|href| LinkView {
            href: href.to_owned(),
            text: strings.fill("card.source", &[("title", &metric.title)]),
        }),
        example: metric.example.then(|| strings.text("figure.example").to_owned()),
    }
}

/// The lines below the number. `shown` is none where the number is a total.
fn lines(metric: &Metric, shown: Option<&Observation>, strings: &Strings) -> Vec<CardLine> {
    let mut lines = Vec::new();
    let mut say = |name: &str, text: Option<String>| {
        lines.extend(text.map(|text| CardLine { name: name.to_owned(), text }));
    };
    let when = shown.and_then(period).map(str::to_owned).or_else(|| span(metric, strings));
    let place: Vec<String> = metric.area.iter().cloned().chain(when).collect();
    let as_number = shown.filter(|value| words(value).is_some());
    say("as-number", as_number.map(|value| strings.fill("card.as-number", &[("value", &value.display)])));
    say("measure", metric.measure.clone());
    say("period", Some(place.join(", ")).filter(|words| !words.is_empty()));
    say("change", change(metric, strings).filter(|_| shown.is_some()).map(|words| capitalised(&words)));
    say("compared", compared(metric, shown, strings));
    say("direction", direction(metric, strings).filter(|_| shown.is_some()).map(|words| capitalised(&words)));
    for line in saving_lines(metric, strings) {
        say(&line.name, Some(line.text));
    }
    let settled = shown.map_or(metric.status, |value| value.status);
    let words = strings.fill("card.status", &[("status", status(settled, strings))]);
    say("status", Some(capitalised(&words)));
    lines
}

/// The source's own words for a value.
fn words(value: &Observation) -> Option<&str> {
    value.value.as_ref()?.words.as_deref()
}

/// The earlier value with its period.
fn compared(metric: &Metric, shown: Option<&Observation>, strings: &Strings) -> Option<String> {
    shown?;
    let change = metric.change.as_ref()?;
    let earlier = metric.values.get(change.from)?;
    let number = amount(&earlier.display, &metric.unit, strings);
    let value = words(earlier).map_or(number, str::to_owned);
    let words = match period(earlier) {
        Some(period) => strings.fill("card.compared", &[("value", &value), ("period", period)]),
        None => strings.fill("card.compared-plain", &[("value", &value)]),
    };
    Some(capitalised(&words))
}
