//! The definition of a derived measure in words.
//!
//! In: a metric that is derived. Out: sentences of the page's language, and the words for its window.
//! Not here: the words themselves, which are strings of the theme; any calculation.

use crate::model::derivation::{Against, Derivation, Method};
use crate::model::metric::Metric;
use crate::model::period::Period;
use crate::model::quantity::Unit;
use crate::model::slug::slug;
use crate::model::strings::Strings;
use crate::model::wording::{period, unit_words};

/// How the values came about, if they are derived.
pub(super) fn definition(metric: &Metric, strings: &Strings) -> Option<String> {
    let derivation = metric.derivation.as_ref()?;
    let window = window_words(metric, strings).unwrap_or_default();
    let per = unit_words(&metric.unit, strings);
    let month = derivation.restart.map(|month| strings.text(&format!("dates.months.{month}")).to_owned());
    let outcome = derivation.cases.as_ref().map_or("", |cases| cases.counts_when.as_str());
    let base = base_words(metric, derivation).unwrap_or_default();
    let places = [
        ("window", window.as_str()),
        ("per", per.as_str()),
        ("month", month.as_deref().unwrap_or_default()),
        ("outcome", outcome),
        ("base", base.as_str()),
        ("parts", &derivation.of.join("; ")),
        ("confidence", derivation.confidence.name()),
    ];
    let mut words = strings.fill(&format!("derived.{}", name(metric, derivation)?), &places);
    let is_long = matches!(&metric.unit, Unit::Time(unit) if unit == "months" || unit == "years");
    if derivation.method == Method::Interval && is_long {
        words.push(' ');
        words.push_str(strings.text("derived.interval-months"));
    }
    Some(words)
}

/// The key of the words.
fn name(metric: &Metric, derivation: &Derivation) -> Option<String> {
    Some(match derivation.method {
        Method::Cumulative if derivation.restart.is_some() => "cumulative-restart".to_owned(),
        // The three ways have a definition each.
        Method::FullYearEquivalent => slug(metric.annualised.as_deref().filter(|way| *way != "not stated")?),
        Method::Change => change_name(metric, derivation),
        Method::Funnel if matches!(metric.unit, Unit::Per(..)) => "funnel-rate".to_owned(),
        method => slug(method.name()),
    })
}

/// What a change is measured from, and in what.
fn change_name(metric: &Metric, derivation: &Derivation) -> String {
    let kind = if metric.unit == Unit::Percent { "percent" } else { "difference" };
    let from = match derivation.against {
        _ if derivation.base.is_some() => "base",
        Against::PeriodBefore => "before",
        Against::YearBefore => "year",
    };
    format!("change-{kind}-{from}")
}

/// The base period in words, as the value of that period is labelled.
fn base_words(metric: &Metric, derivation: &Derivation) -> Option<String> {
    let typed = derivation.base.as_deref()?;
    let wanted = Period::read(typed, metric.grain);
    let is_base = |period: &Period| period.text == typed || (wanted.days.is_some() && period.days == wanted.days);
    let base = metric.values.iter().find(|value| value.period.as_ref().is_some_and(is_base));
    Some(base.and_then(period).unwrap_or(typed).to_owned())
}

/// The window in words: `12 months`.
pub(super) fn window_words(metric: &Metric, strings: &Strings) -> Option<String> {
    let window = metric.derivation.as_ref()?.window?;
    let count = usize::try_from(window.count).unwrap_or(usize::MAX);
    Some(strings.count(&format!("derived.window.{}", window.length.name()), count))
}
