//! What can be asked of a metric, and the findings that say so.
//!
//! In: a metric, an inline figure. Out: the names of the members, a line of help with a few of them, findings with the
//! figure's place. Not here: values.

use super::{CHANGES, OF_PROCESS};
use crate::diag::{Diagnostic, Place};
use crate::model::document::InlineFigure;
use crate::model::metric::{Metric, Metrics};
use crate::model::slug::{nearest, slug};

/// Every member that can be asked of a metric now.
pub(super) fn members(metric: &Metric) -> Vec<String> {
    let mut names: Vec<String> = metric.values.iter().map(|value| value.key.clone()).collect();
    if !metric.values.is_empty() {
        names.extend(["first", "latest", "first.period", "latest.period", "n"].map(str::to_owned));
    }
    if let Some(spc) = &metric.spc {
        let names_of = |member: &&&str| **member != "target" || spc.target.is_some();
        names.extend(OF_PROCESS.iter().filter(names_of).map(|member| (*member).to_owned()));
    } else if metric.values.iter().any(|value| value.carried.lower.is_some()) {
        names.extend(["lower", "upper"].map(str::to_owned));
    }
    if metric.total.is_some() {
        names.push("total".to_owned());
    }
    names.extend(metric.margins.iter().map(|margin| format!("total.{}", slug(&margin.group))));
    if metric.change.is_some() {
        names.extend(CHANGES.map(|part| format!("change.{part}")));
    }
    names
        .extend(metric.values.iter().filter(|value| value.share.is_some()).map(|value| format!("share.{}", value.key)));
    names
}

/// A line of help with a few of the members.
pub(super) fn askable(metric: &Metric) -> String {
    let names = members(metric);
    if names.is_empty() {
        return "correct the note of the metric first: it has no values".to_owned();
    }
    let shown: Vec<&str> = names.iter().map(String::as_str).take(8).collect();
    let more = if names.len() > shown.len() { " and others" } else { "" };
    format!("name one of: {}{more}", shown.join(", "))
}

pub(super) fn no_metric(metrics: &Metrics, figure: &InlineFigure) -> Box<Diagnostic> {
    let help = match nearest(&figure.metric, metrics.keys().map(String::as_str)) {
        Some(near) => format!("write `{near}`"),
        None => format!("add a note `data/metrics/{}.yaml`, or name a metric that is there", figure.metric),
    };
    fault("figure-metric-unknown", format!("there is no metric `{}`", figure.metric), figure, help)
}

pub(super) fn fault(code: &'static str, message: String, figure: &InlineFigure, help: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(code, message, Place::Span(figure.span)).help(help))
}
