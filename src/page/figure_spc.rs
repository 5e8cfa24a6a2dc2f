//! A process in words and columns: verdicts, what the limits rest on, and the signals of its table.
//!
//! In: a metric with statistical process control. Out: [`SpcView`], cells. Every number is the metric's own display text.
//! Not here: drawings, sentences of the description.

use super::figure_table::capitalised;
use crate::model::figure::{SignView, SpcView};
use crate::model::metric::{Direction, Metric};
use crate::model::slug::slug;
use crate::model::spc::{Spc, SpcNumber, SpcRule};
use crate::model::strings::Strings;

/// What stands below the chart.
pub(super) fn spc(metric: &Metric, strings: &Strings) -> Option<SpcView> {
    let spc = metric.spc.as_ref()?;
    Some(SpcView {
        signs: signs(spc, strings),
        facts_label: strings.text("spc.facts").to_owned(),
        facts: facts(metric, spc, strings),
    })
}

fn signs(spc: &Spc, strings: &Strings) -> Vec<SignView> {
    let sign = |name: &str, word: &str, means: String| {
        let words = strings.text(&format!("spc.{name}.{word}")).to_owned();
        let label = strings.text(&format!("spc.label.{name}")).to_owned();
        SignView { label: strings.fill("spc.label.sign", &[("label", &label), ("words", &words)]), text: means }
    };
    let word = slug(spc.variation.name());
    let means = strings.text(&format!("spc.variation-means.{word}")).to_owned();
    let mut signs = vec![sign("variation", &word, means)];
    if let Some((assurance, target)) = spc.assurance.zip(spc.target.as_ref()) {
        let word = slug(assurance.name());
        let mut means = strings.fill(&format!("spc.assurance-means.{word}"), &[("target", &target.display)]);
        if spc.groups.last().is_some_and(|group| group.baseline.is_some()) {
            means.push(' ');
            means.push_str(strings.text("spc.assurance-means.old"));
        }
        signs.push(sign("assurance", &word, means));
    }
    signs
}

fn facts(metric: &Metric, spc: &Spc, strings: &Strings) -> Vec<String> {
    let said = |key: &str| strings.text(key).to_owned();
    let (all, known) = (spc.points.len(), spc.groups.iter().map(|group| group.known).sum::<usize>());
    let mut facts = vec![if all == known {
        strings.count("spc.fact.points", all)
    } else {
        strings.fill("spc.fact.points-known", &[("n", &all.to_string()), ("known", &known.to_string())])
    }];
    facts.push(strings.count("spc.fact.last-12", spc.signals_last_12));
    if let Some(rows) = spc.groups.iter().find_map(|group| group.baseline) {
        let key = if spc.groups.len() > 1 { "spc.fact.baseline-each" } else { "spc.fact.baseline" };
        facts.push(strings.fill(key, &[("n", &rows.to_string())]));
    }
    for group in &spc.groups {
        let period = metric.values.get(group.first).map(|value| value.label.as_str()).unwrap_or_default();
        let reason = group.reason.as_deref().map(|reason| ("reason", reason));
        facts.extend(reason.map(|reason| strings.fill("spc.fact.rebase", &[("period", period), reason])));
    }
    if spc.groups.last().is_some_and(|group| group.is_trial) {
        facts.push(said("spc.fact.trial"));
    }
    facts.push(said("spc.fact.method"));
    facts.push(said(if spc.screening { "spc.fact.screening" } else { "spc.fact.no-screening" }));
    if spc.run_length == 6 {
        facts.push(said("spc.fact.run-length"));
    }
    facts
}

/// A column that a process adds to its table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum SpcColumn {
    Mean,
    Lower,
    Upper,
    Signal,
}

impl SpcColumn {
    /// All of them, in order.
    pub(super) const ALL: [Self; 4] = [Self::Mean, Self::Lower, Self::Upper, Self::Signal];

    /// Whether it holds numbers.
    pub(super) fn is_number(self) -> bool {
        self != Self::Signal
    }

    /// Its heading.
    pub(super) fn heading(self, strings: &Strings) -> String {
        let key = match self {
            Self::Mean => "spc.column.mean",
            Self::Lower => "spc.column.lower",
            Self::Upper => "spc.column.upper",
            Self::Signal => "spc.column.signal",
        };
        strings.text(key).to_owned()
    }

    /// What it says of a point.
    pub(super) fn cell(self, metric: &Metric, at: usize, strings: &Strings) -> String {
        let Some(spc) = &metric.spc else { return String::new() };
        let group = spc.group_of(at);
        let shown = |number: Option<&SpcNumber>| {
            number.map_or_else(|| strings.text("figure_words.unknown").to_owned(), |number| number.display.clone())
        };
        match self {
            Self::Mean => shown(group.and_then(|group| group.mean.as_ref())),
            Self::Lower => shown(group.and_then(|group| group.lower.as_ref())),
            Self::Upper => shown(group.and_then(|group| group.upper.as_ref())),
            Self::Signal => signal(spc, at, strings),
        }
    }
}

fn signal(spc: &Spc, at: usize, strings: &Strings) -> String {
    let Some(point) = spc.points.get(at) else { return String::new() };
    let rules: Vec<&str> = point
        .rules
        .iter()
        .map(|rule| match rule {
            SpcRule::BeyondLimits => strings.text("spc.rule.beyond-limits"),
            SpcRule::Trend => strings.text("spc.rule.trend"),
            SpcRule::TwoOfThree => strings.text("spc.rule.two-of-three"),
            SpcRule::Shift => strings.text("spc.rule.shift"),
        })
        .collect();
    let direction = match point.direction {
        Some(Direction::Improvement) => "spc.direction.improvement",
        Some(Direction::Concern) => "spc.direction.concern",
        Some(Direction::High) => "spc.direction.high",
        Some(Direction::Low) => "spc.direction.low",
        Some(Direction::Same) | None => return strings.text("spc.column.no-signal").to_owned(),
    };
    let places = [("rules", &*rules.join(", ")), ("direction", strings.text(direction))];
    capitalised(&strings.fill("spc.rule.with", &places))
}
