//! `content.xml`: the sheets of a spreadsheet.
//!
//! In: sheets as rows of cells. Out: XML with every text escaped. Not here: what stands on which sheet; the archive.

use crate::export::xml::allowed;
use crate::model::escape::push_escaped;

/// A sheet.
pub(super) struct Sheet {
    pub(super) name: String,
    /// Whether each column is a wide one.
    pub(super) columns: Vec<bool>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// The row that holds the headings of the table, which goes on to the end of the sheet.
    pub(super) header: Option<usize>,
}

/// A cell.
pub(super) enum Cell {
    /// Words.
    Text { text: String, style: Style },
    /// A number: its digits for computers, what a person sees, and how many decimal places that has.
    Number { digits: String, shown: String, places: usize },
    /// Words that lead somewhere.
    Link { text: String, href: String },
}

impl Cell {
    pub(super) fn text(text: &str, style: Style) -> Self {
        Self::Text { text: text.to_owned(), style }
    }
}

/// How words look.
#[derive(Clone, Copy)]
pub(super) enum Style {
    /// The first line of a sheet.
    Title,
    /// The heading of a column.
    Heading,
    /// A line above a table, which runs over the cells beside it.
    Line,
    /// Any other.
    Text,
}

impl Style {
    fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Line => "line",
            Self::Text => "text",
        }
    }
}

/// More decimal places than these are shown as the last of these.
const PLACES: usize = 9;

/// A number as a page shows it: `£3,983,563`, `20.2%`, `-1.5`. None for anything else.
pub(super) fn number(shown: &str) -> Option<Cell> {
    let (sign, rest) = shown.strip_prefix(['-', '−']).map_or(("", shown), |rest| ("-", rest));
    let rest = rest.strip_prefix('£').unwrap_or(rest);
    let rest = rest.strip_suffix('%').unwrap_or(rest);
    let (whole, part) = rest.split_once('.').map_or((rest, None), |(whole, part)| (whole, Some(part)));
    let whole: String = whole.chars().filter(|letter| *letter != ',').collect();
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole) || !part.is_none_or(is_digits) {
        return None;
    }
    let digits = part.map_or_else(|| format!("{sign}{whole}"), |part| format!("{sign}{whole}.{part}"));
    Some(Cell::Number { digits, shown: shown.to_owned(), places: part.map_or(0, str::len).min(PLACES) })
}

/// The whole file.
pub(super) fn content(sheets: &[Sheet]) -> String {
    let mut out = String::from(OPENING);
    for places in 0..=PLACES {
        out.push_str(&format!(
            "<number:number-style style:name=\"N{places}\"><number:number number:decimal-places=\"{places}\" \
             number:min-decimal-places=\"{places}\" number:min-integer-digits=\"1\" number:grouping=\"true\"/></number:number-style>\
             <style:style style:name=\"number-{places}\" style:family=\"table-cell\" style:parent-style-name=\"text\" \
             style:data-style-name=\"N{places}\"><style:paragraph-properties fo:text-align=\"end\"/></style:style>\n"
        ));
    }
    out.push_str("</office:automatic-styles>\n<office:body>\n<office:spreadsheet>\n");
    for sheet in sheets {
        push_sheet(&mut out, sheet);
    }
    push_ranges(&mut out, sheets);
    out.push_str("</office:spreadsheet>\n</office:body>\n</office:document-content>\n");
    out
}

fn push_sheet(out: &mut String, sheet: &Sheet) {
    out.push_str("<table:table table:name=\"");
    text(out, &sheet.name);
    out.push_str("\" table:style-name=\"sheet\">\n");
    for is_wide in &sheet.columns {
        let style = if *is_wide { "wide" } else { "column" };
        out.push_str(&format!("<table:table-column table:style-name=\"{style}\"/>\n"));
    }
    for (at, row) in sheet.rows.iter().enumerate() {
        let is_header = sheet.header == Some(at);
        out.push_str(if is_header { "<table:table-header-rows><table:table-row>" } else { "<table:table-row>" });
        row.iter().for_each(|cell| push_cell(out, cell));
        out.push_str(if is_header { "</table:table-row></table:table-header-rows>\n" } else { "</table:table-row>\n" });
    }
    out.push_str("</table:table>\n");
}

fn push_cell(out: &mut String, cell: &Cell) {
    match cell {
        Cell::Text { text: words, .. } if words.is_empty() => out.push_str("<table:table-cell/>"),
        Cell::Text { text: words, style } => {
            let style = style.name();
            out.push_str(&format!(
                "<table:table-cell table:style-name=\"{style}\" office:value-type=\"string\"><text:p>"
            ));
            text(out, words);
            out.push_str("</text:p></table:table-cell>");
        }
        Cell::Number { digits, shown, places } => {
            out.push_str(&format!(
                "<table:table-cell table:style-name=\"number-{places}\" office:value-type=\"float\" office:value=\"{digits}\"><text:p>"
            ));
            text(out, shown);
            out.push_str("</text:p></table:table-cell>");
        }
        Cell::Link { text: words, href } => {
            out.push_str("<table:table-cell table:style-name=\"text\" office:value-type=\"string\"><text:p><text:a xlink:type=\"simple\" xlink:href=\"");
            text(out, href);
            out.push_str("\">");
            text(out, words);
            out.push_str("</text:a></text:p></table:table-cell>");
        }
    }
}

/// Marks each table, so that assistive technology and programs know where it is and that its first row is headings.
fn push_ranges(out: &mut String, sheets: &[Sheet]) {
    out.push_str("<table:database-ranges>\n");
    for (number, sheet) in sheets.iter().enumerate() {
        let Some(header) = sheet.header else { continue };
        let last = column_name(sheet.columns.len());
        let range = format!("'{0}'.A{1}:'{0}'.{last}{2}", sheet.name, header + 1, sheet.rows.len());
        out.push_str(&format!("<table:database-range table:name=\"table_{number}\" table:target-range-address=\""));
        text(out, &range);
        out.push_str("\" table:contains-header=\"true\" table:display-filter-buttons=\"false\"/>\n");
    }
    out.push_str("</table:database-ranges>\n");
}

/// The letters of a column, counted from 1: `A`, `Z`, `AA`.
fn column_name(number: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = number.max(1);
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().collect()
}

/// Text that XML may hold.
pub(super) fn text(out: &mut String, words: &str) {
    push_escaped(out, &allowed(words));
}

const OPENING: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">
<office:automatic-styles>
<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true" style:writing-mode="page"/></style:style>
<style:style style:name="column" style:family="table-column"><style:table-column-properties style:column-width="5cm"/></style:style>
<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="20cm"/></style:style>
"#;

#[cfg(test)]
mod tests {
    use super::{Cell, column_name, number};

    #[test]
    fn a_number_is_read_as_a_page_shows_it() {
        let read = |shown: &str| match number(shown) {
            Some(Cell::Number { digits, places, .. }) => Some((digits, places)),
            _ => None,
        };
        assert_eq!(read("£3,983,563"), Some(("3983563".to_owned(), 0)));
        assert_eq!(read("20.2%"), Some(("20.2".to_owned(), 1)));
        assert_eq!(read("−1.50"), Some(("-1.50".to_owned(), 2)));
        for words in ["[c]", "about £700,000", "", "-", "1.2.3", "1e5", "£"] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([1, 26, 27, 52, 703].map(column_name), ["A", "Z", "AA", "AZ", "AAA"]);
    }
}
