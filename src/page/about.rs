//! "About these figures": for every metric of a report where it is from, how it came about and how far to trust it.
//!
//! In: a report and the metrics. Out: one [`AboutView`] for each metric in the order of its first use, and the address of
//! its row for links. Not here: HTML, the notes under a chart.

use super::dates::date_view;
use super::definition::definition;
use super::figure_table::capitalised;
use super::{Context, Subject};
use crate::model::document::{Body, InlineFigure};
use crate::model::escape::escaped;
use crate::model::figure::{AboutView, LinkView, NoteView};
use crate::model::metric::{Basis, Metric};
use crate::model::page_type::PageType;
use crate::model::slug::slug;
use crate::model::source::Span;
use crate::model::strings::Strings;
use crate::model::wording::{span, status};

/// Whether a page ends with its figures.
pub(super) fn has_about(subject: &Subject<'_>) -> bool {
    subject.page.document.front.kind == PageType::Report
}

/// Id of a metric's row.
fn row_id(metric: &str) -> String {
    format!("about-figure-{metric}")
}

/// A link to the row of a metric, with its words.
pub(super) fn about_link(metric: &Metric, strings: &Strings) -> LinkView {
    LinkView {
        href: format!("#{}", row_id(&metric.id)),
        text: strings.fill("about_figures.link", &[("title", &metric.title)]),
    }
}

/// The text of an inline figure in a report: a quiet link to its row, but not inside a link or a heading.
pub(super) fn linked(body: &Body, figure: &InlineFigure, text: &str) -> String {
    let inside = |outer: &Span| outer.start <= figure.span.start && figure.span.end <= outer.end;
    let is_inside =
        body.links.iter().any(|link| inside(&link.span)) || body.headings.iter().any(|heading| inside(&heading.span));
    if is_inside {
        return escaped(text);
    }
    format!("<a class=\"figure-value\" href=\"#{}\">{}</a>", escaped(&row_id(&figure.metric)), escaped(text))
}

/// The metrics of a page in the order of their first use.
pub(super) fn rows(context: &Context<'_>, subject: &Subject<'_>) -> Vec<AboutView> {
    let body = &subject.page.document.body;
    let inline = body.figures.iter().map(|figure| (figure.span.start, figure.metric.as_str()));
    let shown = body.directives.iter().flat_map(|directive| {
        let one = directive.attribute("metric").into_iter();
        let several = directive.attribute("metrics").into_iter().flat_map(|list| list.split(',').map(str::trim));
        one.chain(several).map(|id| (directive.span.start, id))
    });
    let mut all: Vec<(u32, &str)> = inline.chain(shown).collect();
    all.sort_by_key(|(at, _)| *at);
    let mut rows: Vec<AboutView> = Vec::new();
    for metric in all.into_iter().filter_map(|(_, id)| context.metrics.get(id)) {
        let id = row_id(&metric.id);
        if rows.iter().all(|row| row.id != id) {
            rows.push(row(id, metric, subject.strings));
        }
    }
    rows
}

fn row(id: String, metric: &Metric, strings: &Strings) -> AboutView {
    let mut facts = Vec::new();
    let mut say = |key: &str, text: Option<String>, href: Option<String>, code: bool| {
        let label = strings.text(&format!("about_figures.{key}")).to_owned();
        let text = text.filter(|text| !text.trim().is_empty());
        let text = text.unwrap_or_else(|| strings.text("about_figures.not-stated").to_owned());
        facts.push(NoteView { label, text, href, code, strong: false });
    };
    let source = &metric.source;
    let places = [("title", source.title.as_str()), ("publisher", source.publisher.as_str())];
    say("measure", metric.measure.clone(), None, false);
    say("source", Some(strings.fill("figure.source-text", &places)), source.url.clone(), false);
    say("period", span(metric, strings).map(|words| capitalised(&words)), None, false);
    say("population", metric.population.clone(), None, false);
    say("method", Some(method(metric, strings)), None, false);
    say("status", Some(capitalised(status(metric.status, strings))), None, false);
    say("date", source.published.map(|date| date_view(date, strings).words), None, false);
    say("file", Some(metric.values_path.clone()), None, true);
    say("digest", Some(metric.sha256.clone()), None, true);
    let example = metric.example.then(|| strings.text("figure.example").to_owned());
    AboutView { id, title: metric.title.clone(), example, facts }
}

/// How the figures came about, in words: their definition, else their basis.
fn method(metric: &Metric, strings: &Strings) -> String {
    if let Some(words) = definition(metric, strings) {
        return words;
    }
    let mut words = capitalised(strings.text(&format!("figure.basis-words.{}", slug(metric.basis.name()))));
    if metric.basis == Basis::FullYearEquivalent {
        let how = metric.annualised.as_deref().unwrap_or("not stated");
        words = format!("{words}. {}", capitalised(strings.text(&format!("figure.annualised-words.{}", slug(how)))));
    }
    if metric.change.is_some() {
        words = strings.fill("about_figures.with-change", &[("words", &words)]);
    }
    words
}
