//! What was published before, held against what is published now.
//!
//! In: the record of an earlier release, the metrics of this one. Out: warnings where both together tell a reader of few
//! people: a value that is hidden now and was shown, a value that has changed by few, a line in which only one value is
//! hidden in both. And the text of a new record, in which hidden values have no number. It warns and never fails: what is
//! public stays so, and a correction may be right. Not here: hiding anything.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::diag::{Diagnostic, Place};
use crate::model::metric::{Basis, Metric, Metrics, Observation};
use crate::model::quantity::{Decimal, Unit};
use crate::model::record::{Published, Record};
use crate::model::settings::Settings;

/// What stands above the values.
const HEAD: &str = "# What this site has published of counts of people, small ones without their number.\n\
# `candour metrics --record` writes this file. Write and commit it with each release: old and new figures together\n\
# can tell what each of them hides, and `candour check` then says so.\nformat: 1\nmetrics:\n";

/// Whether a metric counts people, or hides something.
fn is_recorded(metric: &Metric) -> bool {
    let counts = metric.unit == Unit::Count("people".to_owned()) && metric.basis != Basis::Average;
    counts || metric.values.iter().any(|value| value.suppressed)
}

/// The text of the record of what is published now.
pub fn text(metrics: &Metrics) -> String {
    let mut out = HEAD.to_owned();
    let word =
        |value: Option<Decimal>| value.map_or_else(|| "hidden".to_owned(), |value| value.normalize().to_string());
    for metric in metrics.values().filter(|metric| is_recorded(metric)) {
        // Writing to a text cannot fail.
        let _ = writeln!(out, "  {}:", metric.id);
        if let Some(total) = &metric.total {
            let _ = writeln!(out, "    total: {}", word(total.value));
        }
        let told = || metric.values.iter().filter(|value| value.value.is_some() || value.suppressed);
        if told().next().is_some() {
            out.push_str("    values:\n");
        }
        for value in told() {
            let _ = writeln!(out, "      {}: {}", quoted(&value.key), word(number(value)));
        }
    }
    if out.ends_with("metrics:\n") {
        out.truncate(out.len() - 1);
        out.push_str(" {}\n");
    }
    out
}

/// A key of digits alone would be read as a number.
fn quoted(key: &str) -> String {
    if key.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') { format!("\"{key}\"") } else { key.to_owned() }
}

fn number(value: &Observation) -> Option<Decimal> {
    value.value.as_ref().map(|quantity| quantity.value)
}

/// Warnings on what old and new figures tell together.
pub fn compared(record: &Record, metrics: &Metrics, settings: &Settings) -> Vec<Diagnostic> {
    if settings.disclosure_threshold <= 1 {
        return Vec::new();
    }
    let threshold = Decimal::from(settings.disclosure_threshold);
    let both = record.metrics.iter().filter_map(|(id, published)| Some((published, metrics.get(id)?)));
    both.flat_map(|(published, metric)| Pair { record, published, metric }.findings(threshold)).collect()
}

struct Pair<'p> {
    record: &'p Record,
    published: &'p Published,
    metric: &'p Metric,
}

impl Pair<'_> {
    fn place(&self, key: &str) -> Place {
        Place::Value(self.record.file, format!("metrics.{}.values.{key}", self.metric.id))
    }

    fn findings(&self, threshold: Decimal) -> Vec<Diagnostic> {
        self.released().into_iter().chain(self.changed(threshold)).chain(self.alone()).collect()
    }

    /// Values that are hidden now and were shown.
    fn released(&self) -> Vec<Diagnostic> {
        let hidden = self.metric.values.iter().filter(|value| value.suppressed);
        let shown = hidden.filter(|value| matches!(self.published.values.get(&value.key), Some(Some(_))));
        shown
            .map(|value| {
                let message = format!("`{}` of `{}` is hidden now and was published before", value.key, self.metric.id);
                Diagnostic::warning("disclosure-released", message, self.place(&value.key))
                    .also(Place::File(self.metric.file), "its note")
                    .help("ask whoever is responsible for disclosure whether the earlier release must be taken back")
            })
            .collect()
    }

    /// Values that differ from what was published by a number that would be hidden itself.
    fn changed(&self, threshold: Decimal) -> Option<Diagnostic> {
        let is_small = |now: Decimal, then: Decimal| {
            let apart = (now - then).abs();
            !apart.is_zero() && apart < threshold
        };
        let mut keys: Vec<&str> = Vec::new();
        for value in &self.metric.values {
            let then = self.published.values.get(&value.key).copied().flatten();
            if number(value).zip(then).is_some_and(|(now, then)| is_small(now, then)) {
                keys.push(&value.key);
            }
        }
        let total = self.metric.total.as_ref().and_then(|total| total.value).zip(self.published.total.flatten());
        if total.is_some_and(|(now, then)| is_small(now, then)) {
            keys.push("total");
        }
        let first = *keys.first()?;
        let more = if keys.len() > 1 { format!(" and {} more", keys.len() - 1) } else { String::new() };
        let message = format!("`{first}`{more} of `{}` differ by few people from what was published", self.metric.id);
        let place = if first == "total" {
            Place::Value(self.record.file, format!("metrics.{}.total", self.metric.id))
        } else {
            self.place(first)
        };
        Some(
            Diagnostic::warning("disclosure-difference", message, place)
                .also(Place::File(self.metric.file), "its note")
                .help("the difference is a small count of people: publish the correction with a larger one, or round counts in `candour.yaml`"),
        )
    }

    /// Lines in which several values are hidden, now or before, and only one of them both times.
    fn alone(&self) -> Vec<Diagnostic> {
        let was_hidden = |value: &&Observation| self.published.values.get(&value.key) == Some(&None);
        let mut told = BTreeSet::new();
        for line in self.lines() {
            let now = line.iter().filter(|value| value.suppressed).count();
            let then = line.iter().copied().filter(was_hidden).count();
            let both: Vec<&Observation> =
                line.iter().copied().filter(|value| value.suppressed).filter(was_hidden).collect();
            if let [only] = both.as_slice()
                && now.max(then) > 1
            {
                told.insert(only.key.as_str());
            }
        }
        told.into_iter()
            .map(|key| {
                let message = format!("`{key}` of `{}` follows from what was published before and what is shown now", self.metric.id);
                Diagnostic::warning("disclosure-released", message, self.place(key))
                    .also(Place::File(self.metric.file), "its note")
                    .help("other values were hidden beside it before; with both releases a reader can take them off the total")
            })
            .collect()
    }

    /// Values that are added up: all of a table of one dimension, each row and column of one of two.
    fn lines(&self) -> Vec<Vec<&Observation>> {
        if self.metric.total.is_none() && self.published.total.is_none() {
            return Vec::new();
        }
        let ways = self.metric.dimensions.len();
        if ways < 2 {
            return vec![self.metric.values.iter().collect()];
        }
        let mut lines: BTreeMap<(usize, Vec<&str>), Vec<&Observation>> = BTreeMap::new();
        for value in &self.metric.values {
            for free in 0..ways {
                let fixed = value.group.iter().enumerate().filter(|(way, _)| *way != free);
                let fixed = fixed.map(|(_, group)| group.as_str()).collect();
                lines.entry((free, fixed)).or_default().push(value);
            }
        }
        lines.into_values().collect()
    }
}
