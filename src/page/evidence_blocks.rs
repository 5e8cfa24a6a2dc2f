//! The directives `chart`, `table`, `figures` and `timeline`: metrics into figures, cards and milestones.
//!
//! In: a directive with its attributes, the computed metrics. Out: blocks, and findings for metrics that do not exist and
//! charts that do not fit. Not here: drawing, words around numbers, files to download.

use super::about::{about_link, has_about};
use super::body::{Words, words};
use super::figure::{FigureRequest, figure, timeline};
use super::{Context, Subject, card};
use crate::diag::{Diagnostic, Place};
use crate::model::block::BlockView;
use crate::model::document::{Attribute, Directive};
use crate::model::metric::Metric;
use crate::model::slug::nearest;
use crate::model::source::Span;

/// Chart kinds tried in this order when an editor names none.
const DEFAULTS: [&str; 4] = ["before-after", "rolling", "line", "bar"];

/// A chart or a table of a metric.
pub(super) fn of_metric(
    context: &Context<'_>,
    subject: &Subject<'_>,
    directive: &Directive,
    findings: &mut Vec<Diagnostic>,
) -> BlockView {
    let Some(attribute) = attribute(directive, "metric") else { return BlockView::Nothing };
    let Some(metric) = found(context, &attribute.value, Place::Span(attribute.span), findings) else {
        return BlockView::Nothing;
    };
    let chart = if directive.name == "chart" { kind(context, directive, metric, findings) } else { None };
    if directive.name == "chart" && chart.is_none() {
        return BlockView::Nothing;
    }
    let headline = text(context, subject, directive);
    let files = context.files.get(&metric.id).map(Vec::as_slice).unwrap_or_default();
    let id = id(subject, directive, &metric.id);
    let about = has_about(subject).then(|| about_link(metric, subject.strings));
    let request = FigureRequest { about, id: &id, level: level(subject, directive), headline: &headline, chart, files };
    BlockView::Figure(Box::new(figure(metric, &request, subject.strings)))
}

/// Headline cards.
pub(super) fn cards(
    context: &Context<'_>,
    subject: &Subject<'_>,
    directive: &Directive,
    findings: &mut Vec<Diagnostic>,
) -> BlockView {
    let Some(metrics) = listed(context, directive, findings) else { return BlockView::Nothing };
    let of = |metric: &&Metric| {
        let shown = figures_of(subject, &metric.id).next();
        let figure = shown.map(|directive| format!("#{}", id(subject, directive, &metric.id)));
        let source = if has_about(subject) { Some(about_link(metric, subject.strings).href) } else { figure };
        card(metric, source.as_deref(), subject.strings)
    };
    BlockView::Cards(metrics.iter().map(of).collect())
}

/// The savings ledger.
pub(super) fn savings(
    context: &Context<'_>,
    subject: &Subject<'_>,
    directive: &Directive,
    findings: &mut Vec<Diagnostic>,
) -> BlockView {
    let Some(mut metrics) = listed(context, directive, findings) else { return BlockView::Nothing };
    metrics.retain(|metric| {
        if metric.kind.is_none() {
            findings.push(no_saving(metric, directive));
        }
        metric.kind.is_some()
    });
    let groups = context.figures.savings(&metrics, subject.strings);
    let number = before(subject, directive).filter(|other| other.name == "savings").count() + 1;
    let id = if number == 1 { "savings".to_owned() } else { format!("savings-{number}") };
    BlockView::Savings(super::saving::ledger(id, context.metrics, &groups, subject.strings))
}

fn no_saving(metric: &Metric, directive: &Directive) -> Diagnostic {
    let place = attribute(directive, "metrics").map_or(directive.span, |attribute| attribute.span);
    Diagnostic::error("saving-kind-missing", format!("`{}` has no kind of saving", metric.id), Place::Span(place))
        .also(Place::File(metric.file), "its note")
        .help("say in the note what kind it is: cash releasing, non-cash releasing, cost avoidance or not stated")
        .help("for example `kind: cost avoidance`")
        .basis("HM Treasury: Government Efficiency Framework")
}

/// The metrics that a list names, each once.
pub(super) fn listed<'a>(
    context: &Context<'a>,
    directive: &Directive,
    findings: &mut Vec<Diagnostic>,
) -> Option<Vec<&'a Metric>> {
    let attribute = attribute(directive, "metrics")?;
    let ids = attribute.value.split(',').map(str::trim).filter(|id| !id.is_empty());
    let mut metrics: Vec<&Metric> = Vec::new();
    for metric in ids.filter_map(|id| found(context, id, Place::Span(attribute.span), findings)) {
        if metrics.iter().all(|known| known.id != metric.id) {
            metrics.push(metric);
        }
    }
    Some(metrics)
}

/// A timeline.
pub(super) fn milestones(
    context: &Context<'_>,
    subject: &Subject<'_>,
    directive: &Directive,
    findings: &mut Vec<Diagnostic>,
) -> BlockView {
    let text = text(context, subject, directive);
    let list = super::timeline::milestones(&text, directive, subject.strings, findings);
    let number = before(subject, directive).filter(|other| other.name == "timeline").count() + 1;
    let mut view = timeline(&format!("timeline-{number}"), list);
    view.picture &= directive.attribute("picture") == Some("true");
    BlockView::Timeline(view)
}

fn attribute<'d>(directive: &'d Directive, key: &str) -> Option<&'d Attribute> {
    directive.attributes.iter().find(|attribute| attribute.key == key)
}

fn found<'a>(context: &Context<'a>, id: &str, place: Place, findings: &mut Vec<Diagnostic>) -> Option<&'a Metric> {
    let metric = context.metrics.get(id);
    if metric.is_none() {
        let finding = Diagnostic::error("figure-metric-unknown", format!("there is no metric `{id}`"), place);
        findings.push(match nearest(id, context.metrics.keys().map(String::as_str)) {
            Some(near) => finding.help(format!("write `{near}`")),
            None => finding.help(format!("add the file data/metrics/{id}.yaml")),
        });
    }
    metric
}

/// The kind of chart: as the editor says, or the first that fits.
fn kind(
    context: &Context<'_>,
    directive: &Directive,
    metric: &Metric,
    findings: &mut Vec<Diagnostic>,
) -> Option<&'static str> {
    let names = context.charts.names();
    let Some(typed) = attribute(directive, "as") else {
        let fitting = DEFAULTS.into_iter().find(|kind| context.charts.misfit(kind, metric).is_none());
        let last = DEFAULTS.last().copied()?;
        return fitting.or_else(|| checked(context, last, metric, (Place::Span(directive.span), findings)));
    };
    let Some(kind) = names.iter().copied().find(|name| *name == typed.value) else {
        let message = format!("there is no chart `{}`", typed.value);
        let finding = Diagnostic::error("chart-unknown", message, Place::Span(typed.span));
        findings.push(match nearest(&typed.value, names.iter().copied()) {
            Some(near) => finding.help(format!("write `as=\"{near}\"`")),
            None => finding.help(format!("use one of {}", names.join(", "))),
        });
        return None;
    };
    checked(context, kind, metric, (Place::Span(typed.span), findings))
}

fn checked(
    context: &Context<'_>,
    kind: &'static str,
    metric: &Metric,
    (place, findings): (Place, &mut Vec<Diagnostic>),
) -> Option<&'static str> {
    let Some(misfit) = context.charts.misfit(kind, metric) else { return Some(kind) };
    let message = format!("`{}` cannot be shown as `{kind}`: {}", metric.id, misfit.0);
    findings.push(
        Diagnostic::error("chart-misfit", message, place).also(Place::File(metric.file), "the metric").help(misfit.1),
    );
    None
}

/// The words of a directive with its figures filled.
pub(super) fn text(context: &Context<'_>, subject: &Subject<'_>, directive: &Directive) -> String {
    let span = Span { start: directive.span.start, ..directive.content };
    words(context, subject.strings, &subject.page.document.body, Words { text: &directive.text, span })
}

/// One level below the heading above.
fn level(subject: &Subject<'_>, directive: &Directive) -> u8 {
    let headings = &subject.page.document.body.headings;
    headings.iter().rfind(|heading| heading.span.start < directive.span.start).map_or(2, |heading| heading.level + 1)
}

pub(super) fn before<'s>(subject: &'s Subject<'_>, directive: &'s Directive) -> impl Iterator<Item = &'s Directive> {
    let all = &subject.page.document.body.directives;
    all.iter().filter(|other| other.span.start < directive.span.start)
}

/// The charts and tables of a metric on the page, in order.
pub(super) fn figures_of<'s>(subject: &'s Subject<'_>, metric: &'s str) -> impl Iterator<Item = &'s Directive> {
    let shows = move |directive: &&Directive| {
        matches!(directive.name.as_str(), "chart" | "table") && directive.attribute("metric") == Some(metric)
    };
    subject.page.document.body.directives.iter().filter(shows)
}

/// The id of a figure: the metric's, with a number from the second on.
pub(super) fn id(subject: &Subject<'_>, directive: &Directive, metric: &str) -> String {
    let earlier = figures_of(subject, metric).filter(|other| other.span.start < directive.span.start).count();
    if earlier == 0 { format!("figure-{metric}") } else { format!("figure-{metric}-{}", earlier + 1) }
}
