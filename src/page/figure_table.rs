//! The table of a figure: the same values that its chart shows, in the same order.
//!
//! In: a metric and the kind of chart above it. Out: the table, and the rest of a long one to be folded by rows.
//! Columns for shares, status and notes only where a value has one. Not here: HTML.

use crate::model::figure::{CellView, ColumnView, MoreRows, RowView, TableView, shown_order};
use crate::model::metric::{Metric, Observation};
use crate::model::period::Grain;
use crate::model::strings::Strings;
use crate::model::wording::{period, span, status, unit_words};

/// Longer tables are folded.
const LONGEST: usize = 12;
/// Rows of a folded table that stay in sight.
const FIRST: usize = 10;

/// The table, and what is folded away.
pub(super) fn table(metric: &Metric, chart: Option<&str>, strings: &Strings) -> (TableView, Option<MoreRows>) {
    let shape = Shape::new(metric, chart);
    let mut rows: Vec<RowView> = shown_order(metric)
        .into_iter()
        .filter_map(|at| metric.values.get(at))
        .map(|value| shape.row(value, strings))
        .collect();
    let columns = shape.columns(strings);
    let caption = caption(metric, strings);
    let all = rows.len();
    if all <= LONGEST {
        let total = shape.total(strings.text("figure.total"), strings);
        return (TableView { caption, columns, rows, total }, None);
    }
    let rest = rows.split_off(FIRST);
    let (rest_count, all_count) = (rest.len().to_string(), all.to_string());
    let said = |key: &str, n: &str| strings.fill(key, &[("caption", &caption), ("n", n), ("all", &all_count)]);
    let total = shape.total(&strings.fill("figure.total-all", &[("all", &all_count)]), strings);
    let more = MoreRows {
        summary: strings.fill("figure.more", &[("n", &rest_count)]),
        table: TableView {
            caption: said("figure.last-rows", &rest_count),
            columns: columns.clone(),
            rows: rest,
            total: None,
        },
    };
    (TableView { caption: said("figure.first-rows", &FIRST.to_string()), columns, rows, total }, Some(more))
}

/// Title and time; periods in free words stand in the rows and are not said twice.
fn caption(metric: &Metric, strings: &Strings) -> String {
    let in_words = metric.values.iter().any(|value| value.period.as_ref().is_some_and(|period| period.grain.is_none()));
    match span(metric, strings).filter(|_| !in_words) {
        Some(span) => strings.fill("figure.caption", &[("title", &metric.title), ("span", &span)]),
        None => metric.title.clone(),
    }
}

/// Which columns a table needs.
struct Shape<'a> {
    metric: &'a Metric,
    /// A period in a column of its own, after the groups.
    period: bool,
    ratio: bool,
    share: bool,
    status: bool,
    note: bool,
}

impl<'a> Shape<'a> {
    fn new(metric: &'a Metric, chart: Option<&str>) -> Self {
        let values = &metric.values;
        let counted = |value: &Observation| {
            value.denominator.is_some() && value.value.as_ref().is_none_or(|quantity| quantity.words.is_none())
        };
        Self {
            metric,
            period: values.iter().any(|value| !value.group.is_empty() && value.period.is_some()),
            ratio: !values.is_empty() && values.iter().any(counted),
            share: chart == Some("share"),
            status: values.iter().any(|value| value.status != metric.status),
            note: values.iter().any(|value| value.note.is_some()),
        }
    }

    fn columns(&self, strings: &Strings) -> Vec<ColumnView> {
        let metric = self.metric;
        let text = |heading: String| ColumnView { heading, number: false };
        let number = |heading: String| ColumnView { heading, number: true };
        let mut columns = Vec::new();
        if metric.dimensions.is_empty() {
            columns.push(text(first_heading(metric, strings)));
        }
        columns.extend(metric.dimensions.iter().map(|name| text(capitalised(&name.replace(['_', '-'], " ")))));
        if self.period {
            columns.push(text(strings.text("figure.period").to_owned()));
        }
        if self.ratio {
            columns.push(number(strings.text("figure.numerator").to_owned()));
            columns.push(number(strings.text("figure.denominator").to_owned()));
        }
        columns.push(number(capitalised(&unit_words(&metric.unit, strings))));
        if self.share {
            columns.push(number(strings.text("figure.share").to_owned()));
        }
        for (needed, key) in [(self.status, "figure.status"), (self.note, "figure.note")] {
            if needed {
                columns.push(text(strings.text(key).to_owned()));
            }
        }
        columns
    }

    fn row(&self, value: &Observation, strings: &Strings) -> RowView {
        let text = |text: &str| CellView { text: text.to_owned(), number: false };
        let number = |text: &str| CellView { text: text.to_owned(), number: true };
        let mut cells = Vec::new();
        for at in 1..self.metric.dimensions.len() {
            cells.push(text(value.group.get(at).map_or("", String::as_str)));
        }
        if self.period {
            cells.push(text(period(value).unwrap_or_default()));
        }
        if self.ratio {
            // Where the value is hidden, its parts would give it away.
            let shown = |part: Option<String>| part.filter(|_| value.value.is_some());
            cells.push(number(&shown(value.numerator.map(plain)).unwrap_or_else(|| value.display.clone())));
            cells.push(number(&shown(value.denominator.map(plain)).unwrap_or_else(|| value.display.clone())));
        }
        cells.push(number(&value.display));
        if self.share {
            cells.push(number(value.share_display.as_deref().unwrap_or_default()));
        }
        if self.status {
            cells.push(text(&capitalised(status(value.status, strings))));
        }
        if self.note {
            cells.push(text(value.note.as_deref().unwrap_or_default()));
        }
        RowView { heading: self.heading(value), cells }
    }

    fn heading(&self, value: &Observation) -> String {
        if self.metric.dimensions.is_empty() {
            return capitalised(&value.label);
        }
        value.group.first().unwrap_or(&value.label).clone()
    }

    fn total(&self, heading: &str, strings: &Strings) -> Option<RowView> {
        let total = self.metric.total.as_ref()?;
        let empty = CellView { text: String::new(), number: false };
        let mut cells = vec![empty.clone(); self.metric.dimensions.len().saturating_sub(1) + usize::from(self.period)];
        cells.extend(vec![empty.clone(); if self.ratio { 2 } else { 0 }]);
        cells.push(CellView { text: total.display.clone(), number: true });
        if self.share {
            cells.push(CellView { text: strings.text("figure.whole").to_owned(), number: true });
        }
        cells.extend(vec![empty; usize::from(self.status) + usize::from(self.note)]);
        Some(RowView { heading: heading.to_owned(), cells })
    }
}

fn plain(number: crate::model::quantity::Decimal) -> String {
    let text = number.normalize().to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if part.is_empty() { out } else { format!("{out}.{part}") }
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
