//! What a page shows of a metric: figures, headline cards and timelines, as templates see them.
//!
//! In: metrics, through the builders in `page/`. Out: plain types in which every word and number is ready to print.
//! Not here: HTML, drawing, any calculation.

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::date::Date;
use super::derivation::{Carried, Method};
use super::metric::{Metric, Observation};
use super::ways::{coordinate, has_two_ways, names};

/// A chart or a table of a metric with everything that belongs to it.
#[derive(Clone, Debug, serde::Serialize)]
pub struct FigureView {
    /// Id of the element, unique on the page.
    pub id: String,
    /// Level of its heading, 2 to 6.
    pub level: u8,
    /// What it shows, in the editor's words.
    pub headline: String,
    /// Measure, population, area, period and unit, from the metric.
    pub subtitle: String,
    /// For a saving: what must stand beside its amount.
    pub saving: Vec<CardLine>,
    /// The drawing; none for a table.
    pub chart: Option<ChartView>,
    /// The word before the description of the drawing.
    pub description_label: String,
    /// What a process says besides its chart.
    pub spc: Option<SpcView>,
    /// Sentences that the table needs before it, such as what `[c]` means.
    pub before_table: Vec<String>,
    /// The same values as a table.
    pub table: TableView,
    /// The rest of a long table, folded.
    pub more: Option<MoreRows>,
    /// Label of the notes.
    pub notes_label: String,
    /// What a reader must know, in order.
    pub notes: Vec<NoteView>,
    /// In a report: where the figure is explained.
    pub about: Option<LinkView>,
    /// Label of the list of downloads.
    pub downloads_label: String,
    /// The values as files.
    pub downloads: Vec<DownloadView>,
}

/// What stands below the chart of a process.
#[derive(Clone, Debug, serde::Serialize)]
pub struct SpcView {
    /// Variation, then assurance where there is one; each stands beside its small drawing.
    pub signs: Vec<SignView>,
    /// Label of the facts.
    pub facts_label: String,
    /// What the limits rest on.
    pub facts: Vec<String>,
}

/// A verdict on a process.
#[derive(Clone, Debug, serde::Serialize)]
pub struct SignView {
    /// Its name: `Variation: improvement, low.`
    pub label: String,
    /// What it means.
    pub text: String,
}

/// What is drawn.
#[derive(Clone, Debug, serde::Serialize)]
pub struct ChartView {
    /// Name of the chart kind.
    pub kind: String,
    /// The values. Only what a drawing shows of them is part of the view.
    #[serde(serialize_with = "drawn")]
    pub metric: Metric,
}

/// A table. Cells are text as people see it.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct TableView {
    /// What it holds.
    pub caption: String,
    /// Its columns; the first holds the row headers.
    pub columns: Vec<ColumnView>,
    /// Its rows.
    pub rows: Vec<RowView>,
    /// The totals of the lines of a table of two dimensions.
    pub margins: Vec<RowView>,
    /// The total row.
    pub total: Option<RowView>,
}

/// A column.
#[derive(Clone, Debug, serde::Serialize)]
pub struct ColumnView {
    /// Its heading with the unit.
    pub heading: String,
    /// Whether it holds numbers, which stand to the right.
    pub number: bool,
}

/// A row.
#[derive(Clone, Debug, serde::Serialize)]
pub struct RowView {
    /// Its heading.
    pub heading: String,
    /// Its other cells, one for each column after the first.
    pub cells: Vec<CellView>,
}

/// A cell.
#[derive(Clone, Debug, serde::Serialize)]
pub struct CellView {
    /// What stands in it.
    pub text: String,
    /// Whether it is a number.
    pub number: bool,
}

/// The rows of a long table that are folded away, as a table of their own.
#[derive(Clone, Debug, serde::Serialize)]
pub struct MoreRows {
    /// What opens them.
    pub summary: String,
    /// The rows under the same headings.
    pub table: TableView,
}

/// One line of source and notes.
#[derive(Clone, Debug, serde::Serialize)]
pub struct NoteView {
    /// What it is: `Source`, `Status`. Empty for the metric's own notes.
    pub label: String,
    /// What it says.
    pub text: String,
    /// Where its text leads.
    pub href: Option<String>,
    /// Whether the text is a run of letters for machines, such as a digest.
    pub code: bool,
    /// Whether it must be seen first: invented figures.
    pub strong: bool,
}

/// A file to download.
#[derive(Clone, Debug, serde::Serialize)]
pub struct DownloadView {
    /// Where it is.
    pub href: String,
    /// Format and size: `CSV, 2KB`.
    pub label: String,
    /// What a link says with its subject, for people who hear links alone.
    pub text: String,
}

/// A headline card.
#[derive(Clone, Debug, serde::Serialize)]
pub struct CardView {
    /// What is measured.
    pub title: String,
    /// The number with its bound and unit, one run of text.
    pub number: String,
    /// Lines below the number, in order.
    pub lines: Vec<CardLine>,
    /// Where its source stands.
    pub source: Option<LinkView>,
    /// The label of invented figures.
    pub example: Option<String>,
}

/// One line of a card.
#[derive(Clone, Debug, serde::Serialize)]
pub struct CardLine {
    /// What it is, as a class: `period`, `compared`, `change`, `direction`, `kind`, `status`.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// What stands behind a figure of a report.
#[derive(Clone, Debug, serde::Serialize)]
pub struct AboutView {
    /// Id of the row.
    pub id: String,
    /// Title of the metric.
    pub title: String,
    /// The label of invented figures.
    pub example: Option<String>,
    /// Source, period, population, method, status, dates, file and digest.
    pub facts: Vec<NoteView>,
}

/// Savings kept apart by their kind.
#[derive(Clone, Debug, serde::Serialize)]
pub struct LedgerView {
    /// Id of the element, unique on the page.
    pub id: String,
    /// One table for each kind.
    pub groups: Vec<LedgerGroup>,
}

/// Savings of one kind.
#[derive(Clone, Debug, serde::Serialize)]
pub struct LedgerGroup {
    /// One row for each saving; a total only where all may be added.
    pub table: TableView,
    /// Totals of a part, in sentences.
    pub parts: Vec<String>,
    /// Label of the reasons.
    pub reasons_label: String,
    /// Why there is no total of all.
    pub reasons: Vec<String>,
}

/// A link.
#[derive(Clone, Debug, serde::Serialize)]
pub struct LinkView {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub text: String,
}

/// A timeline: an ordered list, and a picture of it.
#[derive(Clone, Debug, serde::Serialize)]
pub struct TimelineView {
    /// Id of the element, unique on the page.
    pub id: String,
    /// Its milestones in the order of time.
    pub milestones: Vec<Milestone>,
    /// Whether the picture is drawn; it needs two milestones with dates.
    pub picture: bool,
}

/// One milestone.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Milestone {
    /// When, in words: `June 2019`.
    pub label: String,
    /// First day; a month is a span, not a day.
    #[serde(serialize_with = "day")]
    pub first: Date,
    /// Last day.
    #[serde(serialize_with = "day")]
    pub last: Date,
    /// What happened.
    pub text: String,
}

/// The order in which values are shown: largest first, unless their order has a meaning or they follow in time.
///
/// Values without a number come last. Equal values follow by name, so that the order of a file changes nothing. A funnel
/// is no ranking: its groups follow by name. A table of two dimensions keeps each group together, the largest group first.
pub fn shown_order(metric: &Metric) -> Vec<usize> {
    let mut order: Vec<usize> = (0..metric.values.len()).collect();
    let mut periods: Vec<&str> =
        metric.values.iter().filter_map(|value| value.period.as_ref()).map(|period| period.text.as_str()).collect();
    periods.sort_unstable();
    periods.dedup();
    let in_time = metric.values.iter().any(|value| value.period.is_some() && value.group.is_empty());
    if metric.ordered || in_time || periods.len() > 1 {
        return order;
    }
    if metric.derivation.as_ref().is_some_and(|derivation| derivation.method == Method::Funnel) {
        let name = |at: &usize| metric.values.get(*at).map(|value| (&value.label, &value.key));
        order.sort_by(|a, b| name(a).cmp(&name(b)));
        return order;
    }
    if has_two_ways(metric) {
        let ways = [(0, names(metric, 0)), (1, names(metric, 1))];
        let places = |value: &Observation| {
            ways.each_ref().map(|(way, names)| names.iter().position(|name| coordinate(value, *way) == Some(name)))
        };
        order.sort_by_cached_key(|at| metric.values.get(*at).map(places));
        return order;
    }
    let key = |at: &usize| metric.values.get(*at).map(|value| (value.value.as_ref().map(|q| q.value), value));
    order.sort_by(|a, b| {
        let (Some((a, first)), Some((b, second))) = (key(a), key(b)) else { return std::cmp::Ordering::Equal };
        b.cmp(&a).then_with(|| first.label.cmp(&second.label)).then_with(|| first.key.cmp(&second.key))
    });
    order
}

/// What a drawing shows of a metric, for the digest of a view.
fn drawn<S: Serializer>(metric: &Metric, serializer: S) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(None)?;
    list.serialize_element(&(&metric.id, metric.ordered, metric.decimals, metric.unit.name(), metric.better.name()))?;
    for value in &metric.values {
        list.serialize_element(&Drawn(value))?;
    }
    if let Some(spc) = &metric.spc {
        list.serialize_element(&format!("{spc:?}"))?;
    }
    list.serialize_element(&metric.derivation.as_ref().and_then(|derivation| derivation.base.as_ref()))?;
    for size in &metric.funnel {
        list.serialize_element(&format!("{size:?}"))?;
    }
    if !metric.footing.breaks.is_empty() {
        list.serialize_element(&format!("{:?}", metric.footing.breaks))?;
    }
    list.end()
}

struct Drawn<'a>(&'a Observation);

impl Serialize for Drawn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(value) = self;
        let days = value.period.as_ref().and_then(|period| period.days);
        (
            &value.label,
            &value.short_label,
            &value.display,
            value.value.as_ref().map(|quantity| quantity.value.to_string()),
            value.share.map(|share| share.to_string()),
            &value.share_display,
            value.status.name(),
            days.map(|(first, last)| format!("{first} {last}")),
            (!value.group.is_empty()).then(|| (&value.group, value.period.as_ref().map(|period| &period.text))),
            value.denominator.filter(|_| value.carried.limits.is_some()).map(|size| size.to_string()),
            (value.carried != Carried::default()).then(|| format!("{:?}", value.carried)),
        )
            .serialize(serializer)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
fn day<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}
