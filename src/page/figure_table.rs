//! The table of a figure: the same values that its chart shows, in the same order.
//!
//! In: a metric and the kind of chart above it. Out: the table, and the rest of a long one to be folded by rows.
//! Columns for shares, status and notes only where a value has one. Not here: HTML.

use std::collections::BTreeMap;

use super::figure_funnel::FunnelColumn;
use super::figure_spc::SpcColumn;
use crate::model::derivation::Within;
use crate::model::figure::{CellView, ColumnView, MoreRows, RowView, TableView, shown_order};
use crate::model::metric::{Margin, Metric, Observation};
use crate::model::pairs::{Pair, difference, pairs};
use crate::model::period::Grain;
use crate::model::period_words::period as period_words;
use crate::model::quantity::{Decimal, grouped};
use crate::model::strings::Strings;
use crate::model::ways::names;
use crate::model::wording::{span, status, unit_words};

/// Longer tables are folded.
const LONGEST: usize = 12;
/// Rows of a folded table that stay in sight.
const FIRST: usize = 10;
/// Charts that set two values of each group side by side.
const PAIRED: [&str; 2] = ["slope", "before-after"];

/// The table, and what is folded away.
pub(super) fn table(metric: &Metric, chart: Option<&str>, strings: &Strings) -> (TableView, Option<MoreRows>) {
    let kinds = columns_of(metric, |kind| chart == Some(kind));
    let order = order(metric, |kind| chart == Some(kind));
    let mut rows = rows(metric, (&kinds, order), strings);
    let columns: Vec<ColumnView> = kinds.iter().map(|column| column.view(metric, strings)).collect();
    let caption = caption(metric, strings);
    let all = rows.len();
    if all <= LONGEST {
        let total = total(metric, &kinds, strings.text("figure.total"), strings);
        return (TableView { caption, columns, rows, margins: margins(metric, &kinds, strings), total }, None);
    }
    let rest = rows.split_off(FIRST);
    let (rest_count, all_count) = (rest.len().to_string(), all.to_string());
    let said = |key: &str, n: &str| strings.fill(key, &[("caption", &caption), ("n", n), ("all", &all_count)]);
    let total = total(metric, &kinds, &strings.fill("figure.total-all", &[("all", &all_count)]), strings);
    let more = MoreRows {
        summary: strings.fill("figure.more", &[("n", &rest_count)]),
        table: TableView {
            caption: said("figure.last-rows", &rest_count),
            columns: columns.clone(),
            rows: rest,
            margins: Vec::new(),
            total: None,
        },
    };
    let margins = margins(metric, &kinds, strings);
    (TableView { caption: said("figure.first-rows", &FIRST.to_string()), columns, rows, margins, total }, Some(more))
}

/// The table with every row and every column that a chart of the metric may have beside it.
pub(super) fn whole(metric: &Metric, strings: &Strings) -> TableView {
    let has_shares = metric.values.iter().any(|value| value.share_display.is_some());
    let kinds = columns_of(metric, |kind| kind != "share" || has_shares);
    TableView {
        caption: caption(metric, strings),
        columns: kinds.iter().map(|column| column.view(metric, strings)).collect(),
        rows: rows(metric, (&kinds, order(metric, |_| true)), strings),
        margins: margins(metric, &kinds, strings),
        total: total(metric, &kinds, strings.text("figure.total"), strings),
    }
}

fn rows(metric: &Metric, (columns, order): (&[Column], Vec<usize>), strings: &Strings) -> Vec<RowView> {
    let pairs = pairs(metric).filter(|_| columns.contains(&Column::Change)).unwrap_or_default();
    let later: BTreeMap<usize, &Pair<'_>> = pairs.iter().map(|pair| (pair.at.1, pair)).collect();
    let cell = |column: &Column, (at, value): (usize, &Observation)| match later.get(&at) {
        Some(pair) if *column == Column::Change => {
            CellView { text: difference(pair, metric, strings), number: column.is_number() }
        }
        _ => column.cell((metric, at), value, strings),
    };
    let row = |(at, value): (usize, &Observation)| RowView {
        heading: if breaks_at(metric, at) { format!("{} [b]", heading(value)) } else { heading(value) },
        cells: columns.iter().skip(1).map(|column| cell(column, (at, value))).collect(),
    };
    order.into_iter().filter_map(|at| Some((at, metric.values.get(at)?))).map(row).collect()
}

/// The order of rows: that of the drawing above.
fn order(metric: &Metric, chart: impl Fn(&str) -> bool) -> Vec<usize> {
    let Some(pairs) = pairs(metric).filter(|_| PAIRED.iter().any(|kind| chart(kind))) else {
        return shown_order(metric);
    };
    pairs.iter().flat_map(|pair| [pair.at.0, pair.at.1]).collect()
}

/// Whether a break in the series lies between a value and the one before it of the same group.
pub(super) fn breaks_at(metric: &Metric, at: usize) -> bool {
    if metric.footing.breaks.is_empty() {
        return false;
    }
    let days = |value: &Observation| value.period.as_ref().and_then(|period| period.days);
    let Some(value) = metric.values.get(at) else { return false };
    let before = metric.values.get(..at).unwrap_or_default().iter().rfind(|other| other.group == value.group);
    let ends = before.and_then(days).zip(days(value));
    ends.is_some_and(|((first, _), (_, last))| metric.footing.break_between(first, last).is_some())
}

/// Title and time; periods in free words stand in the rows and are not said twice.
fn caption(metric: &Metric, strings: &Strings) -> String {
    let in_words = metric.values.iter().any(|value| value.period.as_ref().is_some_and(|period| period.grain.is_none()));
    match span(metric, strings).filter(|_| !in_words) {
        Some(span) => strings.fill("figure.caption", &[("title", &metric.title), ("span", &span)]),
        None => metric.title.clone(),
    }
}

/// A column of a table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Column {
    /// Group or period as the row's heading.
    Heading,
    /// A further dimension, by its position.
    Group(usize),
    Period,
    Numerator,
    Denominator,
    Value,
    /// How far the later value of a group is from the earlier one.
    Change,
    /// How many a mean is over.
    N,
    Lower,
    Upper,
    /// A limit of a funnel, or where the value stands between them.
    Funnel(FunnelColumn),
    Share,
    /// The part of its own bar.
    Within,
    /// What all parts of its bar come to.
    Whole,
    /// A column of statistical process control.
    Spc(SpcColumn),
    Status,
    Note,
}

/// The columns that a metric needs, in order; those of a kind of chart only where `shows` says so.
fn columns_of(metric: &Metric, shows: impl Fn(&str) -> bool) -> Vec<Column> {
    let any = |test: fn(&Observation) -> bool| metric.values.iter().any(test);
    let mut columns = vec![Column::Heading];
    columns.extend((1..metric.dimensions.len()).map(Column::Group));
    if any(|value| !value.group.is_empty() && value.period.is_some()) {
        columns.push(Column::Period);
    }
    // A value given in words ("a third") has no counts behind it.
    let is_mean = metric.derivation.as_ref().is_some_and(|derivation| derivation.method.is_mean());
    if !is_mean
        && any(|value| {
            value.denominator.is_some() && value.value.as_ref().is_none_or(|quantity| quantity.words.is_none())
        })
    {
        columns.extend([Column::Numerator, Column::Denominator]);
    }
    columns.push(Column::Value);
    if PAIRED.iter().any(|kind| shows(kind)) && pairs(metric).is_some() {
        columns.push(Column::Change);
    }
    if any(|value| value.carried.n.is_some()) {
        columns.push(Column::N);
    }
    if any(|value| value.carried.bounds_display.is_some()) {
        columns.extend([Column::Lower, Column::Upper]);
    }
    if !metric.funnel.is_empty() {
        columns.extend(FunnelColumn::ALL.map(Column::Funnel));
    }
    if shows("share") {
        columns.push(Column::Share);
    }
    if (shows("stacked") || shows("stacked-100")) && any(|value| value.carried.within.is_some()) {
        columns.extend([Column::Within, Column::Whole]);
    }
    if shows("spc") && metric.spc.is_some() {
        columns.extend(SpcColumn::ALL.map(Column::Spc));
    }
    if metric.values.iter().any(|value| value.status != metric.status) {
        columns.push(Column::Status);
    }
    if any(|value| value.note.is_some()) {
        columns.push(Column::Note);
    }
    columns
}

impl Column {
    fn is_number(self) -> bool {
        match self {
            Self::Numerator
            | Self::Denominator
            | Self::Value
            | Self::N
            | Self::Lower
            | Self::Upper
            | Self::Share
            | Self::Within
            | Self::Whole => true,
            Self::Spc(column) => column.is_number(),
            Self::Funnel(column) => column.is_number(),
            Self::Heading | Self::Group(_) | Self::Period | Self::Change | Self::Status | Self::Note => false,
        }
    }

    fn view(self, metric: &Metric, strings: &Strings) -> ColumnView {
        let dimension = |at: usize| metric.dimensions.get(at).map(|name| capitalised(&name.replace(['_', '-'], " ")));
        let heading = match self {
            Self::Heading => dimension(0).unwrap_or_else(|| first_heading(metric, strings)),
            Self::Group(at) => dimension(at).unwrap_or_default(),
            Self::Period => strings.text("figure.period").to_owned(),
            Self::Numerator => strings.text("figure.numerator").to_owned(),
            Self::Denominator => strings.text("figure.denominator").to_owned(),
            Self::Value => capitalised(&unit_words(&metric.unit, strings)),
            Self::Change => strings.text("figure.change").to_owned(),
            Self::N => strings.text("derived.n").to_owned(),
            Self::Lower => bound_heading(metric, "derived.lower", strings),
            Self::Upper => bound_heading(metric, "derived.upper", strings),
            Self::Share => strings.text("figure.share").to_owned(),
            Self::Within => strings.text("chart.stacked.share").to_owned(),
            Self::Whole => strings.text("chart.stacked.total").to_owned(),
            Self::Spc(column) => column.heading(strings),
            Self::Funnel(column) => column.heading(strings),
            Self::Status => strings.text("figure.status").to_owned(),
            Self::Note => strings.text("figure.note").to_owned(),
        };
        ColumnView { heading, number: self.is_number() }
    }

    fn cell(self, (metric, at): (&Metric, usize), value: &Observation, strings: &Strings) -> CellView {
        // Where the value is hidden, its parts would give it away.
        let part =
            |part: Option<Decimal>| part.filter(|_| value.value.is_some()).map_or_else(|| value.display.clone(), plain);
        let text = match self {
            Self::Heading => heading(value),
            Self::Group(at) => value.group.get(at).cloned().unwrap_or_default(),
            Self::Period => value.period.as_ref().map(|period| period_words(period, strings).0).unwrap_or_default(),
            Self::Numerator => part(value.numerator),
            Self::Denominator => part(value.denominator),
            Self::Value => value.display.clone(),
            Self::Change => strings.text("figure.first-value").to_owned(),
            Self::N => value.carried.n.map_or_else(|| value.display.clone(), plain),
            Self::Lower => bound(value, true),
            Self::Upper => bound(value, false),
            Self::Share => value.share_display.clone().unwrap_or_default(),
            Self::Within => within(value, |within| &within.share_display),
            Self::Whole => within(value, |within| &within.whole_display),
            Self::Spc(column) => column.cell(metric, at, strings),
            Self::Funnel(column) => column.cell(value, strings),
            Self::Status => capitalised(status(value.status, strings)),
            Self::Note => value.note.clone().unwrap_or_default(),
        };
        CellView { text, number: self.is_number() }
    }
}

/// One end of a confidence interval, or the sign for a value that has none.
fn bound(value: &Observation, is_lower: bool) -> String {
    let ends = value.carried.bounds_display.as_ref();
    let end = ends.map(|(lower, upper)| if is_lower { lower } else { upper });
    end.unwrap_or(&value.display).clone()
}

/// What a value says of its bar, or the sign for a value that has none.
fn within(value: &Observation, part: fn(&Within) -> &String) -> String {
    value.carried.within.as_ref().map_or(&value.display, part).clone()
}

fn bound_heading(metric: &Metric, key: &str, strings: &Strings) -> String {
    let confidence = metric.derivation.as_ref().map_or("95", |derivation| derivation.confidence.name());
    strings.fill(key, &[("confidence", confidence)])
}

/// The first group, or what the value is called.
fn heading(value: &Observation) -> String {
    value.group.first().cloned().unwrap_or_else(|| capitalised(&value.label))
}

/// The totals of lines as rows: the group in its own column, and a word for all groups in the other.
fn margins(metric: &Metric, columns: &[Column], strings: &Strings) -> Vec<RowView> {
    let row = |margin: &Margin| {
        let group = |at: usize| if margin.dimension == at { &*margin.group } else { strings.text("figure.all-groups") };
        let cells = columns.iter().skip(1).map(|column| {
            let text = match column {
                Column::Value => margin.display.as_str(),
                Column::Group(at) => group(*at),
                _ => "",
            };
            CellView { text: text.to_owned(), number: column.is_number() }
        });
        RowView { heading: group(0).to_owned(), cells: cells.collect() }
    };
    let names: Vec<Vec<&str>> = (0..metric.dimensions.len()).map(|way| names(metric, way)).collect();
    let place = |margin: &&Margin| {
        let own = names.get(margin.dimension).and_then(|names| names.iter().position(|name| *name == margin.group));
        (margin.dimension, own)
    };
    let mut margins: Vec<&Margin> = metric.margins.iter().collect();
    margins.sort_by_key(place);
    margins.into_iter().map(row).collect()
}

/// The total as a row.
fn total(metric: &Metric, columns: &[Column], heading: &str, strings: &Strings) -> Option<RowView> {
    let total = metric.total.as_ref()?;
    let cells = columns.iter().skip(1).map(|column| {
        let text = match column {
            Column::Value => total.display.as_str(),
            Column::Share => strings.text("figure.whole"),
            _ => "",
        };
        CellView { text: text.to_owned(), number: column.is_number() }
    });
    Some(RowView { heading: heading.to_owned(), cells: cells.collect() })
}

/// A count as people read it, with commas.
fn plain(number: Decimal) -> String {
    let text = number.normalize().to_string();
    match text.strip_prefix('-') {
        Some(size) => format!("-{}", grouped(size)),
        None => grouped(&text),
    }
}

/// The first column of a table without dimensions: its grain, `Period` or `Group`.
fn first_heading(metric: &Metric, strings: &Strings) -> String {
    let key = match metric.grain {
        Some(Grain::Day) => "figure.grain.day",
        Some(Grain::Week) => "figure.grain.week",
        Some(Grain::Month) => "figure.grain.month",
        Some(Grain::Quarter) => "figure.grain.quarter",
        Some(Grain::FinancialYear) => "figure.grain.financial-year",
        Some(Grain::CalendarYear) => "figure.grain.calendar-year",
        None if metric.values.iter().any(|value| value.period.is_some() && value.group.is_empty()) => "figure.period",
        None => "figure.group",
    };
    strings.text(key).to_owned()
}

/// The text with a capital at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(char::to_uppercase).into_iter().flatten().collect();
    format!("{first}{}", letters.as_str())
}
