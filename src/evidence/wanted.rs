//! What a report needs to know of a metric besides its numbers.
//!
//! In: a metric that a report shows. Out: a warning for each thing a reader would have to ask for. Not here: pages.

use crate::diag::{Diagnostic, Place};
use crate::model::metric::Metric;

/// Warnings for a metric that a report shows: measure, time, area, population.
pub fn wanted(metric: &Metric) -> Vec<Diagnostic> {
    let has_time = metric.covers.is_some() || metric.values.iter().any(|value| value.period.is_some());
    let fields = [
        ("measure", metric.measure.is_some(), "what is measured", "Number of people who started long-term support"),
        ("covers", has_time, "which time it is about", "April 2025 to March 2026"),
        ("area", metric.area.is_some(), "which area it is about", "Exampleshire"),
        ("population", metric.population.is_some(), "who is counted", "Adults who asked for support"),
    ];
    let missing = fields.into_iter().filter(|(_, is_there, ..)| !is_there);
    missing
        .map(|(field, _, what, example)| {
            let message = format!("a report shows `{}`, whose note does not say {what}", metric.id);
            Diagnostic::warning("metric-incomplete", message, Place::Key(metric.file, String::new()))
                .help(format!("add a line such as `{field}: {example}`"))
        })
        .collect()
}
