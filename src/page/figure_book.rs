//! The spreadsheet of a metric: the same table as on the page, whole, with a cover, contents and notes around it.
//!
//! In: a metric, who publishes it. Out: [`WorkbookView`]: every word and number as a person sees it on the page.
//! Not here: the format of the file.

use super::figure::{shorthand, subtitle};
use super::figure_notes::notes;
use super::figure_table::whole;
use crate::model::figure::TableView;
use crate::model::metric::Metric;
use crate::model::strings::Strings;
use crate::model::wording::span;
use crate::model::workbook::{LineView, ListView, WorkbookView};

/// The spreadsheet.
pub fn workbook(metric: &Metric, organisation: &str, strings: &Strings) -> WorkbookView {
    let said = |key: &str| strings.text(&format!("workbook.{key}")).to_owned();
    let table = whole(metric, strings);
    let signs = shorthand(metric, strings);
    let source = [("title", metric.source.title.as_str()), ("publisher", metric.source.publisher.as_str())];
    let source = strings.fill("figure.source-text", &source);
    let mut before_table = vec![said("one-table"), said("notes-statement")];
    before_table.extend(signs.iter().cloned());
    if has_empty(&table) {
        before_table.push(said("empty"));
    }
    before_table.push(strings.fill("workbook.source", &[("source", &source)]));
    WorkbookView {
        title: metric.title.clone(),
        author: organisation.to_owned(),
        language: strings.language.clone(),
        subject: subtitle(metric, strings),
        cover: cover(metric, organisation, strings),
        contents: contents(metric, strings),
        notes: notes_sheet(metric, &signs, strings),
        cover_name: said("cover"),
        table_name: said("table"),
        before_table,
        table,
    }
}

fn cover(metric: &Metric, organisation: &str, strings: &Strings) -> Vec<LineView> {
    let mut lines = Vec::new();
    if metric.example {
        lines.push(LineView::of(strings.text("figure.example")));
    }
    lines.push(LineView::of(subtitle(metric, strings)));
    lines.push(LineView::of(strings.fill("workbook.published-by", &[("organisation", organisation)])));
    let period = span(metric, strings);
    lines.extend(period.map(|period| LineView::of(strings.fill("workbook.period", &[("period", &period)]))));
    let status = crate::model::wording::status(metric.status, strings);
    lines.push(LineView::of(strings.fill("workbook.status", &[("status", status)])));
    lines.push(LineView::of(strings.text("workbook.machines")));
    lines
}

fn contents(metric: &Metric, strings: &Strings) -> ListView {
    let said = |key: &str| strings.text(&format!("workbook.{key}")).to_owned();
    let row = |name: String, title: String| {
        [LineView { href: Some(format!("#'{name}'.A1")), text: name }, LineView::of(title)]
    };
    ListView {
        name: said("contents"),
        title: said("contents-title"),
        line: said("one-table"),
        columns: [said("column.sheet"), said("column.holds")],
        rows: vec![row(said("notes"), said("notes-title")), row(said("table"), metric.title.clone())],
    }
}

/// Signs with their meaning, then what stands below the figure on a page.
fn notes_sheet(metric: &Metric, signs: &[String], strings: &Strings) -> ListView {
    let said = |key: &str| strings.text(&format!("workbook.{key}")).to_owned();
    let sign = |line: &String| {
        let mark = line.split(' ').next().unwrap_or_default();
        [LineView::of(mark), LineView::of(line.clone())]
    };
    let mut rows: Vec<[LineView; 2]> = signs.iter().map(sign).collect();
    let mut number = 0_usize;
    for note in notes(metric, strings) {
        let label = if note.label.is_empty() {
            number += 1;
            strings.fill("workbook.note", &[("n", &number.to_string())])
        } else {
            note.label
        };
        rows.push([LineView::of(label), LineView { text: note.text, href: note.href }]);
    }
    ListView {
        name: said("notes"),
        title: said("notes-title"),
        line: said("one-table"),
        columns: [said("column.note"), said("column.text")],
        rows,
    }
}

fn has_empty(table: &TableView) -> bool {
    let rows = table.rows.iter().chain(&table.margins).chain(&table.total);
    rows.flat_map(|row| &row.cells).any(|cell| cell.text.is_empty())
}
