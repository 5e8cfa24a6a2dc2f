//! Spreadsheets for people, in OpenDocument format (ODF 1.2): cover, contents, notes, one table.
//!
//! In: a [`WorkbookView`], every word ready. Out: the bytes of a file, the same on any machine. One table a sheet, its name
//! in A1, nothing below it; no merged cells, no fills, no macros (Analysis Function: "Making spreadsheets accessible").
//! Numbers are numbers, as exact as on the page. Not here: which figures a metric has.

mod archive;
mod content;

use self::content::{Cell, Sheet, Style};
use super::Download;
use crate::model::figure::{CellView, RowView, TableView};
use crate::model::workbook::{LineView, ListView, WorkbookView};

/// The spreadsheet of a metric as a file to download.
pub fn download(id: &str, book: &WorkbookView) -> Download {
    Download {
        path: format!("/downloads/{id}.ods"),
        bytes: archive::bytes(book, &content::content(&sheets(book))),
        media: "application/vnd.oasis.opendocument.spreadsheet",
        label: "ODS",
        totals: false,
    }
}

fn sheets(book: &WorkbookView) -> Vec<Sheet> {
    vec![cover(book), list(&book.contents), list(&book.notes), table(book)]
}

fn cover(book: &WorkbookView) -> Sheet {
    let title = vec![Cell::text(&book.title, Style::Title)];
    let lines = book.cover.iter().map(|line| vec![cell(line)]);
    Sheet {
        name: book.cover_name.clone(),
        columns: vec![true],
        rows: std::iter::once(title).chain(lines).collect(),
        header: None,
    }
}

fn list(list: &ListView) -> Sheet {
    let mut rows = vec![vec![Cell::text(&list.title, Style::Title)], vec![Cell::text(&list.line, Style::Text)]];
    let header = rows.len();
    rows.push(list.columns.iter().map(|heading| Cell::text(heading, Style::Heading)).collect());
    rows.extend(list.rows.iter().map(|row| row.iter().map(cell).collect()));
    Sheet { name: list.name.clone(), columns: vec![false, true], rows, header: Some(header) }
}

fn table(book: &WorkbookView) -> Sheet {
    let TableView { caption, columns, rows: body, margins, total } = &book.table;
    let mut rows = vec![vec![Cell::text(caption, Style::Title)]];
    rows.extend(book.before_table.iter().map(|line| vec![Cell::text(line, Style::Line)]));
    let header = rows.len();
    rows.push(columns.iter().map(|column| Cell::text(&column.heading, Style::Heading)).collect());
    rows.extend(body.iter().chain(margins).chain(total).map(row));
    Sheet { name: book.table_name.clone(), columns: vec![false; columns.len()], rows, header: Some(header) }
}

fn row(row: &RowView) -> Vec<Cell> {
    let heading = Cell::text(&row.heading, Style::Text);
    std::iter::once(heading).chain(row.cells.iter().map(value)).collect()
}

/// A number where the page shows one; signs such as `[c]` and bounded amounts stay words.
fn value(view: &CellView) -> Cell {
    let number = view.number.then(|| content::number(&view.text)).flatten();
    number.unwrap_or_else(|| Cell::text(&view.text, Style::Text))
}

fn cell(line: &LineView) -> Cell {
    match &line.href {
        Some(href) => Cell::Link { text: line.text.clone(), href: href.clone() },
        None => Cell::text(&line.text, Style::Text),
    }
}
