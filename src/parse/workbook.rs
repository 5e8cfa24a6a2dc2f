//! Spreadsheets: XLSX and ODS where a CSV could stand. The only file that names the spreadsheet library.
//!
//! In: the bytes of a file. Out: its values as CSV text, one line a row so that line numbers are row numbers; findings for
//! formulas, of which a file keeps only the last result, and for files with several tables. Dates become YYYY-MM-DD.
//! Not here: what a column means; the CSV text is read by `parse/table.rs` like any other.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, ExcelDateTime, Range, Reader, Sheets, open_workbook_auto_from_rs};

use crate::diag::{Checked, Diagnostic, Place};
use crate::model::source::{FileId, Span};

/// Cells with formulas that are named one by one; of the rest only the number is told.
const MOST: usize = 20;

/// Whether a file has the name of a spreadsheet that can be read.
pub fn is_workbook(path: &str) -> bool {
    [".xlsx", ".ods"].iter().any(|end| path.to_ascii_lowercase().ends_with(end))
}

/// The values of a spreadsheet as CSV text. Places of findings count in that text, in a file still without a number.
pub fn csv(bytes: &[u8]) -> Checked<String> {
    // A damaged file may make the library stop; that is a fault of the file and of nothing else.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes)));
    let Ok(Some(found)) = read else {
        let finding = Diagnostic::error("workbook-unreadable", "the spreadsheet cannot be read", start());
        let help = "save it again as XLSX or ODS without a password, or as CSV";
        return Checked::new(String::new(), vec![finding.help(help)]);
    };
    let mut filled = found.into_iter().filter(|sheet| !sheet.values.is_empty());
    let Some(sheet) = filled.next() else {
        let finding = Diagnostic::error("table-empty", "the spreadsheet is empty", start());
        return Checked::new(
            String::new(),
            vec![finding.help("write the names of the columns in the first row, for example `period` and `value`")],
        );
    };
    let mut checked = written(&sheet);
    if let Some(other) = filled.next() {
        let message = format!("the sheets `{}` and `{}` both hold something", sheet.name, other.name);
        checked.findings.push(
            Diagnostic::error("workbook-sheets", message, start())
                .help("keep the sheet with the table and nothing else; a note or a cover goes into a file of its own"),
        );
    }
    checked
}

fn start() -> Place {
    Place::Span(Span::new(FileId(0), 0, 0))
}

struct Sheet {
    name: String,
    values: Range<Data>,
    formulas: Range<String>,
}

fn sheets(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let mut book: Sheets<Cursor<&[u8]>> = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let mut out = Vec::new();
    for name in book.sheet_names() {
        let values = book.worksheet_range(&name).ok()?;
        let formulas = book.worksheet_formula(&name).unwrap_or_default();
        out.push(Sheet { name, values, formulas });
    }
    Some(out)
}

/// A sheet as CSV, empty rows kept so that line and row agree.
fn written(sheet: &Sheet) -> Checked<String> {
    let Some((first_row, first_column)) = sheet.values.start() else { return Checked::new(String::new(), Vec::new()) };
    let mut text = "\n".repeat(usize::try_from(first_row).unwrap_or_default());
    let mut formulas = Vec::new();
    for (row, cells) in (first_row..).zip(sheet.values.rows()) {
        let is_empty = cells.iter().all(|cell| *cell == Data::Empty);
        for (column, cell) in (first_column..).zip(cells).filter(|_| !is_empty) {
            if column > first_column {
                text.push(',');
            }
            let begin = text.len();
            text.push_str(&quoted(&shown(cell)));
            if sheet.formulas.get_value((row, column)).is_some_and(|formula| !formula.is_empty()) {
                formulas.push((cell_name(row, column), Span::new(FileId(0), begin, text.len())));
            }
        }
        text.push('\n');
    }
    let findings = told(&formulas);
    Checked::new(text, findings)
}

fn told(formulas: &[(String, Span)]) -> Vec<Diagnostic> {
    let finding = |(name, span): &(String, Span)| {
        let message = format!("cell {name} holds a formula; the result that was saved with the file is used");
        Diagnostic::warning("workbook-formula", message, Place::Span(*span))
            .help("copy the cells and paste them as values, so that what is published is what you see")
    };
    let mut out: Vec<Diagnostic> = formulas.iter().take(MOST).map(finding).collect();
    if let Some(last) = out.last_mut().filter(|_| formulas.len() > MOST) {
        last.help.push(format!("{} more cells hold formulas", formulas.len() - MOST));
    }
    out
}

/// What a cell holds, as a person would type it into a CSV file.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Int(number) => number.to_string(),
        // The shortest number that reads back the same: what was typed.
        Data::Float(number) => number.to_string(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(truth) => truth.to_string(),
        Data::DateTime(date) => dated(date),
        // `2020-03-09T00:00:00` is a day.
        Data::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn dated(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if date.is_duration() {
        return date.as_f64().to_string();
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { day } else { format!("{day}T{hour:02}:{minute:02}:{second:02}") }
}

/// A text as a cell of CSV, on one line.
fn quoted(text: &str) -> String {
    let text = text.replace(['\r', '\n'], " ");
    if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// `C7` from positions that count from 0.
fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().collect();
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::{cell_name, csv};
    use proptest::prelude::{any, prop, proptest};

    const XLSX: &[u8] = include_bytes!("../../tests/workbooks/starts.xlsx");
    const ODS: &[u8] = include_bytes!("../../tests/workbooks/starts.ods");

    #[test]
    fn cells_have_the_names_that_people_see() {
        let names = [(0, 0), (6, 2), (0, 25), (9, 26), (0, 701), (0, 702)].map(|(row, column)| cell_name(row, column));
        assert_eq!(names, ["A1", "C7", "Z1", "AA10", "ZZ1", "AAA1"]);
    }

    #[test]
    fn both_kinds_give_the_same_table_with_dates_as_dates_and_formulas_named() {
        for bytes in [XLSX, ODS] {
            let checked = csv(bytes);
            assert_eq!(
                checked.value,
                "\nweek,people,note\n2026-03-02,12,\"as typed, plainly\"\n2026-03-09,7.5,\n2026-03-16,19.5,\n"
            );
            let told: Vec<&str> = checked.findings.iter().map(|finding| finding.message.as_str()).collect();
            assert_eq!(told, ["cell B5 holds a formula; the result that was saved with the file is used"]);
        }
    }

    #[test]
    fn what_is_no_spreadsheet_is_told() {
        assert_eq!(csv(b"period,value\n").findings[0].code, "workbook-unreadable");
    }

    proptest! {
        #[test]
        fn a_damaged_file_is_no_panic(at in any::<prop::sample::Index>(), byte in any::<u8>(), length in any::<prop::sample::Index>()) {
            for whole in [XLSX, ODS] {
                let mut bytes = whole.to_vec();
                bytes[at.index(whole.len())] = byte;
                let _ = csv(&bytes);
                let _ = csv(&whole[..length.index(whole.len())]);
            }
        }
    }
}
