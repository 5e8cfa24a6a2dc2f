//! A metric as a figure: everything that stands around a chart, or a table alone.
//!
//! In: a metric, and what the editor asked for. Out: [`FigureView`], [`TimelineView`]: words and numbers ready to print.
//! Every number is the metric's own display text. Not here: HTML, drawing, which page it is on.

use crate::model::figure::{ChartView, DownloadView, FigureView, LinkView, Milestone, TimelineView};
use crate::model::metric::Metric;
use crate::model::strings::Strings;
use crate::model::wording::{span, unit_words};

use super::definition::window_words;
use super::figure_notes::notes;
use super::figure_spc::spc;
use super::figure_table::{breaks_at, table};
use super::saving::saving_lines;

/// What an editor asked for.
#[derive(Clone, Debug)]
pub struct FigureRequest<'a> {
    /// Id of the element, unique on the page, such as `figure-long-term-starts`.
    pub id: &'a str,
    /// Level of its heading.
    pub level: u8,
    /// What the figure shows, in the editor's words; the metric's title where there are none.
    pub headline: &'a str,
    /// Name of a chart kind that fits; none for a table.
    pub chart: Option<&'a str>,
    /// Where a report explains the figure.
    pub about: Option<LinkView>,
    /// The metric's files.
    pub files: &'a [FileSize],
}

/// A file to download, and how large it is.
#[derive(Clone, Debug)]
pub struct FileSize {
    /// Its address with the site's own path.
    pub href: String,
    /// Its format: `CSV`.
    pub format: String,
    /// Its size.
    pub bytes: usize,
    /// Whether it holds the totals of a table and not its values.
    pub totals: bool,
}

/// The figure.
pub fn figure(metric: &Metric, request: &FigureRequest<'_>, strings: &Strings) -> FigureView {
    let (table, more) = table(metric, request.chart, strings);
    FigureView {
        id: request.id.to_owned(),
        level: request.level.clamp(2, 6),
        headline: if request.headline.trim().is_empty() { &metric.title } else { request.headline.trim() }.to_owned(),
        subtitle: subtitle(metric, strings),
        saving: saving_lines(metric, strings),
        chart: request.chart.map(|kind| ChartView { kind: kind.to_owned(), metric: metric.clone() }),
        description_label: strings.text("figure.description").to_owned(),
        spc: request.chart.filter(|kind| *kind == "spc").and_then(|_| spc(metric, strings)),
        before_table: shorthand(metric, strings),
        table,
        more,
        notes_label: strings.text("figure.notes").to_owned(),
        notes: notes(metric, strings),
        about: request.about.clone(),
        downloads_label: strings.text("figure.downloads").to_owned(),
        downloads: request.files.iter().map(|file| download(metric, file, strings)).collect(),
    }
}

/// A timeline; it has a picture when there are two milestones or more.
pub fn timeline(id: &str, mut milestones: Vec<Milestone>) -> TimelineView {
    milestones.sort_by_key(|milestone| (milestone.first, milestone.last));
    TimelineView { id: id.to_owned(), picture: milestones.len() > 1, milestones }
}

/// Measure, population, area, period and unit, each as a sentence of its own.
pub fn subtitle(metric: &Metric, strings: &Strings) -> String {
    let mut parts: Vec<String> = vec![metric.measure.clone().unwrap_or_else(|| metric.title.clone())];
    parts.extend(metric.population.clone());
    let place: Vec<String> = metric.area.iter().cloned().chain(span(metric, strings)).collect();
    parts.push(place.join(", "));
    parts.push(strings.fill("figure.subtitle-unit", &[("unit", &unit_words(&metric.unit, strings))]));
    parts.extend(window_words(metric, strings).map(|words| strings.fill("derived.subtitle", &[("window", &words)])));
    let sentences: Vec<String> =
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).map(sentence).collect();
    sentences.join(" ")
}

fn sentence(text: &str) -> String {
    let end = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    format!("{}{}{end}", first.collect::<String>(), letters.as_str())
}

/// What signs in the table mean, before the table.
pub(super) fn shorthand(metric: &Metric, strings: &Strings) -> Vec<String> {
    let totals = || metric.margins.iter().map(|margin| &margin.display).chain(metric.total.iter().map(|t| &t.display));
    let shows = |sign: &str| metric.values.iter().map(|value| &value.display).chain(totals()).any(|text| text == sign);
    let signs = [("[c]", "figure.hidden"), ("[x]", "figure.unknown")];
    let mut lines: Vec<String> =
        signs.iter().filter(|(sign, _)| shows(sign)).map(|(_, key)| strings.text(key).to_owned()).collect();
    if (0..metric.values.len()).any(|at| breaks_at(metric, at)) {
        lines.push(strings.text("figure.broken").to_owned());
    }
    lines
}

fn download(metric: &Metric, file: &FileSize, strings: &Strings) -> DownloadView {
    let label = format!("{}, {}", file.format, size_words(file.bytes, strings));
    let key = if file.totals { "figure.download-totals" } else { "figure.download" };
    let text = strings.fill(key, &[("title", &metric.title), ("label", &label)]);
    DownloadView { href: file.href.clone(), label, text }
}

/// A size as people say it, rounded up: `512 bytes`, `2KB`.
pub fn size_words(bytes: usize, strings: &Strings) -> String {
    let (number, key) = match bytes {
        0..1000 => (bytes, "figure.bytes"),
        1000..1_000_000 => (bytes.div_ceil(1000), "figure.kilobytes"),
        _ => (bytes.div_ceil(1_000_000), "figure.megabytes"),
    };
    strings.fill(key, &[("n", &number.to_string())])
}
