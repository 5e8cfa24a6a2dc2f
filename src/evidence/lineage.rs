//! Lineage: every figure, where it comes from, and every line that uses it.
//!
//! In: the site's pages and the metrics. Out: [`Printed`] texts of a metric's members, [`Figure`]s with their origin and
//! their [`Use`]s. Hidden values are figures too, with the text that hides them. Not here: JSON, the command.

use super::claims::sentence::{Sentence, sentences};
use super::member;
use crate::model::document::{Directive, Document, InlineFigure};
use crate::model::metric::{Margin, Metric, Metrics};
use crate::model::prose::OBJECT;
use crate::model::site::Site;
use crate::model::slug::slug;
use crate::model::source::{FileId, Span};
use crate::model::strings::Strings;

/// One way of printing a figure.
#[derive(Clone, Debug)]
pub struct Printed {
    /// What stands in double braces: `savings-by-age.total | short`.
    pub expression: String,
    /// What it prints.
    pub text: String,
}

/// A figure with its origin and its uses.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Id of the metric.
    pub metric: String,
    /// The member: a key, `total`, `change.percent`, `share.KEY`.
    pub member: String,
    /// What a person sees.
    pub display: String,
    /// Where it is typed; none for what is worked out.
    pub typed: Option<Span>,
    /// How it is worked out, in the names of members.
    pub formula: Option<String>,
    /// Pages that use it.
    pub uses: Vec<Use>,
}

/// A line that uses a figure.
#[derive(Clone, Debug)]
pub struct Use {
    /// As what: `inline`, `card`, `chart`, `table`, `savings`.
    pub shown_as: &'static str,
    /// Address of the page.
    pub page: String,
    /// Its file.
    pub file: FileId,
    /// The expression or the line of the directive.
    pub span: Span,
}

/// The ids of the metrics that a page uses, in order of their first use.
pub fn used(document: &Document) -> Vec<&str> {
    let body = &document.body;
    let inline = body.figures.iter().map(|figure| (figure.span.start, figure.metric.as_str()));
    let shown = body.directives.iter().flat_map(|directive| metrics_of(directive).map(|id| (directive.span.start, id)));
    let mut all: Vec<(u32, &str)> = inline.chain(shown).collect();
    all.sort_by_key(|(at, _)| *at);
    let mut ids: Vec<&str> = Vec::new();
    for (_, id) in all {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// The metrics that a directive shows.
fn metrics_of(directive: &Directive) -> impl Iterator<Item = &str> {
    let one = directive.attribute("metric");
    let several = directive.attribute("metrics").into_iter().flat_map(|list| list.split(','));
    one.into_iter().chain(several).map(str::trim).filter(|id| !id.is_empty())
}

/// Every text that a metric's figures print, in full and short.
pub(super) fn printed(metric: &Metric, strings: &Strings) -> Vec<Printed> {
    let mut list = Vec::new();
    for (member, ..) in members(metric) {
        for format in [None, Some("short")] {
            let figure = InlineFigure {
                metric: metric.id.clone(),
                member: member.clone(),
                format: format.map(str::to_owned),
                span: Span::new(metric.file, 0, 0),
            };
            let Ok(text) = member::of_metric(metric, strings, &figure) else { continue };
            let suffix = format.map(|format| format!(" | {format}")).unwrap_or_default();
            let is_new = list.iter().all(|known: &Printed| {
                known.text != text || !known.expression.starts_with(&format!("{}.{member}", metric.id))
            });
            if is_new {
                list.push(Printed { expression: format!("{}.{member}{suffix}", metric.id), text });
            }
        }
    }
    list
}

/// How a limit is worked out.
const LIMIT: &str = "mean and 2.66 times the average moving range";

/// The members of a metric, each once: its name, where it is typed, how it is worked out.
fn members(metric: &Metric) -> Vec<(String, Option<Span>, Option<String>)> {
    let way = metric.derivation.as_ref().map(|derivation| derivation.method.name().to_owned());
    let mut list: Vec<(String, Option<Span>, Option<String>)> = Vec::new();
    for value in &metric.values {
        let parts =
            value.numerator.zip(value.denominator).map(|_| format!("{0}.numerator / {0}.denominator", value.key));
        list.push((value.key.clone(), Some(value.span), way.clone().or(parts)));
    }
    if let Some(total) = &metric.total {
        let count = metric.values.len();
        let how = if total.stated {
            format!("stated, and held against {count} values")
        } else {
            format!("sum of {count} values")
        };
        list.push(("total".to_owned(), None, Some(how)));
    }
    let lines = metric.margins.iter();
    let of_line = |margin: &Margin| (format!("total.{}", slug(&margin.group)), format!("sum of {}", margin.group));
    list.extend(lines.map(of_line).map(|(member, how)| (member, None, Some(how))));
    if let Some(spc) = &metric.spc {
        let has_limits = spc.groups.last().is_some_and(|group| group.mean.is_some() && group.upper.is_some());
        let process = [("mean", "mean of the points behind the limits"), ("upper", LIMIT), ("lower", LIMIT)];
        let process = process.into_iter().filter(|_| has_limits);
        list.extend(process.map(|(member, how)| (member.to_owned(), None, Some(how.to_owned()))));
    }
    let shares = metric.values.iter().filter(|value| value.share.is_some());
    list.extend(shares.map(|value| (format!("share.{}", value.key), None, Some(format!("{} / total", value.key)))));
    if let Some(change) = &metric.change {
        let key = |at: usize| metric.values.get(at).map_or("", |value| value.key.as_str());
        let (from, to) = (key(change.from), key(change.to));
        list.push(("change.difference".to_owned(), None, Some(format!("{to} - {from}"))));
        if change.percent.is_some() {
            list.push(("change.percent".to_owned(), None, Some(format!("({to} - {from}) / {from}"))));
        }
    }
    list
}

/// Every figure of the site.
pub fn figures(site: &Site, metrics: &Metrics, strings: &Strings) -> Vec<Figure> {
    let mut list = Vec::new();
    for metric in metrics.values() {
        let whole = whole_uses(site, metric);
        for (member, typed, formula) in members(metric) {
            let figure = InlineFigure {
                metric: metric.id.clone(),
                member: member.clone(),
                format: None,
                span: Span::new(metric.file, 0, 0),
            };
            let display = member::of_metric(metric, strings, &figure).unwrap_or_default();
            let mut uses = inline_uses(site, metric, &member);
            // Cards, charts and tables show values, totals and changes; a share stands only where it is asked for.
            if !member.starts_with("share.") {
                uses.extend(whole.iter().cloned());
            }
            uses.sort_by(|a, b| (&a.page, a.span.start).cmp(&(&b.page, b.span.start)));
            list.push(Figure { metric: metric.id.clone(), member, display, typed, formula, uses });
        }
    }
    list
}

fn inline_uses(site: &Site, metric: &Metric, member: &str) -> Vec<Use> {
    let mut uses = Vec::new();
    for page in &site.pages {
        for figure in page.document.body.figures.iter().filter(|figure| figure.metric == metric.id) {
            if canonical(metric, &figure.member) == member {
                uses.push(Use {
                    shown_as: "inline",
                    page: page.url.clone(),
                    file: page.document.file,
                    span: figure.span,
                });
            }
        }
    }
    uses
}

/// The one name of a member: the key behind `first` and `latest`, without the part of the value that is asked for.
fn canonical(metric: &Metric, typed: &str) -> String {
    let value = |key: &str| member::value(metric, key).map(|value| value.key.clone());
    if let Some(key) = value(typed) {
        return key;
    }
    match typed.rsplit_once('.') {
        Some(("share", key)) => value(key).map_or_else(|| typed.to_owned(), |key| format!("share.{key}")),
        Some(("total", group)) if group != "period" => typed.to_owned(),
        Some(("change", "percent")) | None => typed.to_owned(),
        Some(("change", _)) => "change.difference".to_owned(),
        Some((key, _)) => value(key).unwrap_or_else(|| key.to_owned()),
    }
}

/// Cards, charts, tables and ledgers that show a whole metric.
fn whole_uses(site: &Site, metric: &Metric) -> Vec<Use> {
    let mut uses = Vec::new();
    for page in &site.pages {
        for directive in &page.document.body.directives {
            let shown_as = match directive.name.as_str() {
                "chart" => "chart",
                "table" => "table",
                "figures" => "card",
                "savings" => "savings",
                "metric-summary" => "summary",
                "metric-grid" => "grid",
                _ => continue,
            };
            if metrics_of(directive).any(|id| id == metric.id) {
                let (page, file) = (page.url.clone(), page.document.file);
                uses.push(Use { shown_as, page, file, span: directive.span });
            }
        }
    }
    uses
}

/// Something that a page says with figures.
#[derive(Clone, Debug)]
pub struct Statement {
    /// `sentence`, `card`, `chart`, `table`, `savings`, `summary` or `grid`.
    pub kind: &'static str,
    /// Address of the page.
    pub page: String,
    /// The figures in it, as `metric.member`.
    pub figures: Vec<String>,
    /// What it is about, without its numbers.
    pub key: String,
    /// What it says.
    pub text: String,
    /// Where it is typed.
    pub span: Span,
}

/// Everything that the pages of a site say with figures.
pub fn statements(site: &Site, metrics: &Metrics, strings: &Strings) -> Vec<Statement> {
    let mut list = Vec::new();
    for page in &site.pages {
        let body = &page.document.body;
        for block in &body.prose.blocks {
            for sentence in sentences(&page.document, block) {
                list.extend(spoken(&sentence, metrics, strings, &page.url));
            }
        }
        for directive in &body.directives {
            let kind = match directive.name.as_str() {
                "chart" => "chart",
                "table" => "table",
                "figures" => "card",
                "savings" => "savings",
                "metric-summary" => "summary",
                "metric-grid" => "grid",
                _ => continue,
            };
            for metric in metrics_of(directive).filter_map(|id| metrics.get(id)) {
                list.extend(shown(kind, metric, strings).map(|(member, text)| Statement {
                    kind,
                    page: page.url.clone(),
                    key: format!("{kind} {}.{member}", metric.id),
                    figures: vec![format!("{}.{member}", metric.id)],
                    text,
                    span: directive.span,
                }));
            }
        }
    }
    list
}

/// A sentence with figures, with their values in it.
fn spoken(sentence: &Sentence<'_>, metrics: &Metrics, strings: &Strings, page: &str) -> Option<Statement> {
    let mut text = String::new();
    let mut key = String::new();
    let mut figures = Vec::new();
    let mut from = 0;
    for (at, figure) in sentence.figures() {
        let before = sentence.text.get(from..at).unwrap_or_default();
        let name = format!("{}.{}", figure.metric, figure.member);
        text.push_str(before);
        text.push_str(&member::lookup(metrics, strings, figure).unwrap_or_default());
        key.push_str(before);
        key.push_str(&name);
        figures.push(name);
        from = at + OBJECT.len_utf8();
    }
    if figures.is_empty() {
        return None;
    }
    let rest = sentence.text.get(from..).unwrap_or_default();
    text.push_str(rest);
    key.push_str(rest);
    let span = sentence.span(0..sentence.text.len());
    Some(Statement { kind: "sentence", page: page.to_owned(), figures, key: format!("sentence {key}"), text, span })
}

/// The members of a metric that an element shows, each with its words. A card shows the latest value, total and change.
fn shown<'m>(
    kind: &'static str,
    metric: &'m Metric,
    strings: &'m Strings,
) -> impl Iterator<Item = (String, String)> + use<'m> {
    let latest = metric.values.last().map(|value| value.key.clone());
    members(metric).into_iter().filter_map(move |(member, typed, _)| {
        if member.starts_with("share.") || kind == "card" && typed.is_some() && Some(&member) != latest.as_ref() {
            return None;
        }
        let figure = InlineFigure {
            metric: metric.id.clone(),
            member: member.clone(),
            format: None,
            span: Span::new(metric.file, 0, 0),
        };
        let text = member::of_metric(metric, strings, &figure).ok()?;
        let value = metric.values.iter().find(|value| value.key == member);
        let label = value.map_or_else(|| member.clone(), |value| value.label.clone());
        Some((member, format!("{}, {label}: {text}", metric.title)))
    })
}
