//! Savings on a page: what must stand beside an amount, and the ledger that keeps unlike ones apart.
//!
//! In: metrics that are savings, groups from `evidence/`. Out: lines and [`LedgerView`]; what a note leaves open is printed
//! as "not stated". Every amount is the metric's own display text. Not here: adding, HTML.

use super::figure_table::capitalised;
use crate::model::figure::{CardLine, CellView, ColumnView, LedgerGroup, LedgerView, RowView, TableView};
use crate::model::metric::{Basis, Metric, Metrics};
use crate::model::saving::{SavingsGroup, SavingsTotal};
use crate::model::slug::slug;
use crate::model::strings::Strings;
use crate::model::wording::span;

/// What stands beside the amount of a saving: kind, basis, costs, credit, assurance. Nothing for other metrics.
pub(super) fn saving_lines(metric: &Metric, strings: &Strings) -> Vec<CardLine> {
    let Some(kind) = kind_words(metric, strings) else { return Vec::new() };
    let line = |name: &str, words: String| CardLine {
        name: name.to_owned(),
        text: strings.fill(&format!("saving.line.{name}"), &[("words", &words)]),
    };
    vec![
        line("kind", kind),
        line("basis", basis_words(metric, strings)),
        line("gross-or-net", gross_or_net_words(metric, strings)),
        line("attribution", stated(metric.attribution.as_deref(), "saving.attribution", strings)),
        line("assurance", stated(metric.assurance.as_deref(), "saving.assurance", strings)),
    ]
}

fn kind_words(metric: &Metric, strings: &Strings) -> Option<String> {
    Some(strings.text(&format!("saving.kind.{}", slug(metric.kind?.name()))).to_owned())
}

/// The basis; a full-year equivalent also says how it was made.
fn basis_words(metric: &Metric, strings: &Strings) -> String {
    let basis = strings.text(&format!("figure.basis-words.{}", slug(metric.basis.name()))).to_owned();
    if metric.basis != Basis::FullYearEquivalent {
        return basis;
    }
    let Some(how) = metric.annualised.as_deref().filter(|how| *how != "not stated") else {
        return strings.fill("saving.annualised-not-stated", &[("basis", &basis)]);
    };
    let how = strings.text(&format!("figure.annualised-words.{}", slug(how))).to_owned();
    strings.fill("saving.annualised", &[("basis", &*basis), ("how", &*how)])
}

fn gross_or_net_words(metric: &Metric, strings: &Strings) -> String {
    let word = metric.gross_or_net.as_deref().unwrap_or("not stated");
    strings.text(&format!("figure.gross-or-net-words.{}", slug(word))).to_owned()
}

/// A text as typed, the words for `sole` and `shared`, or that nothing is stated.
fn stated(typed: Option<&str>, group: &str, strings: &Strings) -> String {
    let Some(typed) = typed else { return strings.text("saving.not-stated").to_owned() };
    strings.texts.get(&format!("{group}.{}", slug(typed))).cloned().unwrap_or_else(|| typed.to_owned())
}

/// The ledger.
pub(super) fn ledger(id: String, metrics: &Metrics, groups: &[SavingsGroup], strings: &Strings) -> LedgerView {
    LedgerView { id, groups: groups.iter().map(|group| ledger_group(metrics, group, strings)).collect() }
}

fn ledger_group(metrics: &Metrics, group: &SavingsGroup, strings: &Strings) -> LedgerGroup {
    let kind = strings.text(&format!("saving.kind.{}", slug(group.kind.name()))).to_owned();
    let columns = ["saving", "amount", "period", "basis", "gross-or-net", "attribution", "assurance"];
    let column = |name: &&str| ColumnView {
        heading: strings.text(&format!("saving.column.{name}")).to_owned(),
        number: *name == "amount",
    };
    let whole = group.totals.iter().find(|total| total.metrics.len() == group.metrics.len());
    let table = TableView {
        caption: strings.fill("saving.line.kind", &[("words", &kind)]),
        columns: columns.iter().map(column).collect(),
        rows: group.metrics.iter().filter_map(|id| metrics.get(id)).map(|metric| row(metric, strings)).collect(),
        margins: Vec::new(),
        total: whole.map(|total| total_row(total, columns.len() - 2, strings)),
    };
    let parts = group.totals.iter().filter(|total| total.metrics.len() < group.metrics.len());
    let reason = |name: &str| strings.text(&format!("saving.unlike.{name}")).to_owned();
    LedgerGroup {
        table,
        parts: parts.map(|total| part_total(metrics, total, strings)).collect(),
        reasons_label: strings.text("saving.no-total").to_owned(),
        reasons: group.reasons.iter().map(|unlike| reason(unlike.name())).collect(),
    }
}

/// The sum of some of the savings of a kind.
fn part_total(metrics: &Metrics, total: &SavingsTotal, strings: &Strings) -> String {
    let titles: Vec<&str> =
        total.metrics.iter().filter_map(|id| metrics.get(id)).map(|metric| metric.title.as_str()).collect();
    strings.fill("saving.part-total", &[("amount", &total.display), ("savings", &titles.join(", "))])
}

fn row(metric: &Metric, strings: &Strings) -> RowView {
    let text = |text: String| CellView { text, number: false };
    let not_stated = || strings.text("saving.not-stated").to_owned();
    RowView {
        heading: metric.title.clone(),
        cells: vec![
            CellView { text: amount(metric).unwrap_or_else(not_stated), number: true },
            text(span(metric, strings).unwrap_or_else(not_stated)),
            text(capitalised(&basis_words(metric, strings))),
            text(capitalised(&gross_or_net_words(metric, strings))),
            text(capitalised(&stated(metric.attribution.as_deref(), "saving.attribution", strings))),
            text(capitalised(&stated(metric.assurance.as_deref(), "saving.assurance", strings))),
        ],
    }
}

/// The amount of a saving as a person sees it: its total, or its only value.
fn amount(metric: &Metric) -> Option<String> {
    match (&metric.total, metric.values.as_slice()) {
        (_, [one]) => Some(one.display.clone()),
        (Some(total), _) => Some(total.display.clone()),
        (None, _) => None,
    }
}

fn total_row(total: &SavingsTotal, empty: usize, strings: &Strings) -> RowView {
    let mut cells = vec![CellView { text: total.display.clone(), number: true }];
    cells.extend((0..empty).map(|_| CellView { text: String::new(), number: false }));
    RowView { heading: strings.text("figure.total").to_owned(), cells }
}
