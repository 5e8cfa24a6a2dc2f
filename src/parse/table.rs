//! CSV tables. The only file that names the CSV library.
//!
//! In: the text of a `.csv` file. Out: [`Table`] with the place of every cell, and findings on its shape: ragged rows,
//! repeated or empty column names, quotes left open, columns parted by something else than commas.
//! Not here: what a column means; numbers and dates are read by `evidence/`.

use csv::{ByteRecord, Reader, ReaderBuilder};

use crate::diag::{Checked, Diagnostic, Place};
use crate::model::source::{FileId, Span, offset};
use crate::model::table::Table;

/// More rows than these make no table that anybody reads. What is longer is read no further, so that a file of any length
/// takes no more room than this.
pub const LONGEST: usize = 100_000;

/// Reads a table. Nothing comes back when there is no header.
pub fn read(file: FileId, text: &str) -> Checked<Option<Table>> {
    let mut lines = Rows::new(file, text);
    let mut findings = Vec::new();
    let mut header = Row::room(file);
    if !lines.next(&mut header, &mut findings) {
        findings.push(empty(file));
        return Checked::new(None, findings);
    }
    findings.extend(header_faults(&header));
    if findings.iter().any(|finding| finding.code == "table-separator") {
        return Checked::new(None, findings);
    }
    let mut table = Table::new(file, header.cells.len());
    table.push(header.line, header.cells.iter().map(|(text, span)| (text.as_str(), *span)));
    let mut row = Row::room(file);
    loop {
        let told = findings.len();
        if !lines.next(&mut row, &mut findings) {
            break;
        }
        if row.cells.iter().all(|(text, _)| text.is_empty()) {
            continue;
        }
        if row.cells.len() != header.cells.len() {
            // A row that an open quote has swallowed is told once.
            if findings.len() == told {
                findings.push(ragged(text, &row, &header));
            }
            table.is_whole = false;
            continue;
        }
        if table.rows() == LONGEST {
            findings.push(too_long(&row));
            table.is_whole = false;
            break;
        }
        table.push(row.line, row.cells.iter().map(|(text, span)| (text.as_str(), *span)));
    }
    if table.rows() == 0 && findings.is_empty() {
        findings.push(
            Diagnostic::error("table-empty", "the table has no rows below its header", Place::Span(header.span))
                .help("add one row for each value"),
        );
    }
    Checked::new(Some(table), findings)
}

/// A row of the file.
pub(super) struct Row {
    line: u32,
    /// Texts without spaces around them, with their places.
    pub(super) cells: Vec<(String, Span)>,
    /// From the first cell to the last.
    pub(super) span: Span,
}

impl Row {
    /// Room for a row.
    pub(super) fn room(file: FileId) -> Self {
        Self { line: 0, cells: Vec::new(), span: Span::new(file, 0, 0) }
    }
}

/// The rows of a file one after the other, so that a long file needs no more room than its longest row.
pub(super) struct Rows<'t> {
    file: FileId,
    text: &'t str,
    reader: Reader<&'t [u8]>,
    record: ByteRecord,
}

fn reader(text: &str) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes())
}

impl<'t> Rows<'t> {
    /// A reader at the beginning of a text.
    pub(super) fn new(file: FileId, text: &'t str) -> Self {
        Self { file, text, reader: reader(text), record: ByteRecord::new() }
    }

    /// Reads the next row into `row`, whose room is used again. False at the end.
    pub(super) fn next(&mut self, row: &mut Row, findings: &mut Vec<Diagnostic>) -> bool {
        // Reading from memory cannot fail, and a flexible reader takes any shape.
        if !self.reader.read_byte_record(&mut self.record).unwrap_or(false) {
            return false;
        }
        let Some(position) = self.record.position() else { return false };
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let blank = self.text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\r', '\n']).len());
        let skipped = self.text.get(start..start + blank).map_or(0, |blank| blank.matches('\n').count());
        let line = offset(usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_add(skipped));
        let mut at = start + blank;
        let begin = at;
        row.cells.truncate(self.record.len());
        for (number, field) in self.record.iter().enumerate() {
            let value = std::str::from_utf8(field).unwrap_or_default();
            let (span, next) = place(self.text, at, value);
            if self.is_open_quote(span.1) {
                findings.push(open_quote(Span::new(self.file, at, at + 1)));
            }
            let span = Span::new(self.file, span.0, span.1);
            match row.cells.get_mut(number) {
                Some((text, place)) => {
                    text.clear();
                    text.push_str(value.trim());
                    *place = span;
                }
                None => row.cells.push((value.trim().to_owned(), span)),
            }
            at = next;
        }
        let end = row.cells.last().map_or(begin, |(_, span)| span.range().end);
        row.line = line;
        row.span = Span::new(self.file, begin, end.max(begin));
        true
    }

    /// Whether a quoted cell ran to the end of the file because its second quote is missing.
    fn is_open_quote(&self, end: usize) -> bool {
        end >= self.text.len() && self.text.matches('"').count() % 2 == 1
    }
}

/// Where a cell stands, spaces and quotes left out, and where the next one begins.
fn place(text: &str, at: usize, value: &str) -> ((usize, usize), usize) {
    let rest = text.get(at..).unwrap_or_default();
    if rest.starts_with('"') {
        let inner = value.len() + value.matches('"').count();
        let close = at + 1 + inner;
        let after = text.get(close..).unwrap_or_default();
        let next = close + after.find([',', '\n']).map_or(after.len(), |comma| comma + 1);
        return ((at + 1, close.min(text.len())), next);
    }
    let lead = value.len() - value.trim_start().len();
    let start = at + lead;
    ((start, start + value.trim().len()), at + value.len() + 1)
}

/// What is wrong with the names of the columns.
pub(super) fn header_faults(header: &Row) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if let [(only, span)] = header.cells.as_slice()
        && let Some((separator, name)) =
            [(';', "semicolons"), ('\t', "tabs")].into_iter().find(|(sign, _)| only.contains(*sign))
    {
        let message = format!("the columns are parted by {name}, not by commas");
        let help = format!("save the table as CSV with commas, for example `{}`", only.replace(separator, ","));
        findings.push(Diagnostic::error("table-separator", message, Place::Span(*span)).help(help));
    }
    for (at, (name, span)) in header.cells.iter().enumerate() {
        if name.is_empty() {
            let message = format!("column {} has no name", at + 1);
            findings.push(
                Diagnostic::error("table-column-unnamed", message, Place::Span(header.span))
                    .help("name every column in the first row, or delete the empty column"),
            );
        } else if let Some((_, first)) = header.cells.iter().take(at).find(|(other, _)| other == name) {
            findings.push(
                Diagnostic::error("table-column-twice", format!("two columns are named `{name}`"), Place::Span(*span))
                    .label("the second one")
                    .also(Place::Span(*first), "the first one")
                    .help("give each column a name of its own"),
            );
        }
    }
    findings
}

fn too_long(row: &Row) -> Diagnostic {
    Diagnostic::error("table-long", format!("the table goes on after {LONGEST} rows"), Place::Span(row.span))
        .help("add the rows up before they are published, for example to one row for each month and team")
        .help("rows about single cases belong to a note with `method: interval`, which reads any number of them")
}

fn ragged(text: &str, row: &Row, header: &Row) -> Diagnostic {
    let (has, wants) = (row.cells.len(), header.cells.len());
    let finding = Diagnostic::error(
        "table-ragged",
        format!("a row has {} where the header has {wants}", cells(has)),
        Place::Span(row.span),
    )
    .also(Place::Span(header.span), format!("{} here", cells(wants)));
    if let Some(number) = split_number(text, row).filter(|_| has > wants) {
        let whole = number.replace(',', "");
        return finding.label(format!("`{number}` makes two cells")).help(format!("write {whole} without the comma"));
    }
    finding.help("give every row one cell for each column; a text with a comma inside needs quotes around it")
}

fn cells(count: usize) -> String {
    if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") }
}

/// A number with a thousands comma that became two cells: `1,072`.
fn split_number(text: &str, row: &Row) -> Option<String> {
    let digits = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    row.cells.windows(2).find_map(|pair| {
        let [(left, from), (right, to)] = pair else { return None };
        let split = digits(left.trim_start_matches('£')) && left.len() <= 5 && digits(right) && right.len() == 3;
        let typed = text.get(from.range().start..to.range().end)?;
        (split && typed.len() == left.len() + right.len() + 1).then(|| typed.trim_start_matches('£').to_owned())
    })
}

fn empty(file: FileId) -> Diagnostic {
    Diagnostic::error("table-empty", "the table is empty", Place::File(file))
        .help("write the names of the columns in the first row, for example `period,value`")
}

fn open_quote(span: Span) -> Diagnostic {
    Diagnostic::error("table-quote", "a quote is opened and not closed", Place::Span(span))
        .help("close the quote at the end of the cell; a quote inside a text is typed twice")
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::source::{FileId, line_column};
    use proptest::prelude::{any, proptest};

    fn faults(text: &str) -> Vec<String> {
        let findings = read(FileId(0), text).findings;
        findings.iter().map(|f| format!("{}: {} | {} | {}", f.code, f.message, f.label, f.help.join("; "))).collect()
    }

    #[test]
    fn every_cell_knows_its_line_and_column() {
        let text = "team,note,value\r\nHall Green,\"a, \"\"b\"\"\nc\", 863 \r\n\r\nÉ,,7\r\n";
        let table = read(FileId(0), text).value.unwrap();
        let seen: Vec<_> = (0..table.rows())
            .flat_map(|row| (0..3).map(move |column| (row, column)))
            .map(|(row, column)| {
                let cell = table.cell(row, column).unwrap();
                let typed = text.get(cell.span.range()).unwrap();
                (cell.text.to_owned(), typed.to_owned(), cell.line, line_column(text, cell.span.range().start))
            })
            .collect();
        insta::assert_debug_snapshot!(seen);
    }

    #[test]
    fn faults_of_shape_are_told_with_what_to_do() {
        let told = [
            faults(""),
            faults("team,value\n"),
            faults("team,value\nSutton\n"),
            faults("team,value\nSutton,1,072\n"),
            faults("team,value\nSutton,£1,072\n"),
            faults("team,value,value\nSutton,1,2\n"),
            faults("team,,value\nSutton,1,2\n"),
            faults("team;value\nSutton;1\n"),
            faults("team,value\n\"Sutton,1\n"),
        ];
        insta::assert_snapshot!(told.concat().join("\n"));
    }

    #[test]
    fn rows_of_nothing_but_commas_are_left_out() {
        let checked = read(FileId(0), "a,b\n1,2\n,\n,\n");
        assert!(checked.findings.is_empty());
        assert_eq!(checked.value.unwrap().rows(), 1);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in any::<String>(), more in "[a1,\"\r\n £é]{0,40}") {
            for text in [text, more] {
                let checked = read(FileId(0), &text);
                if let Some(table) = checked.value {
                    for row in 0..table.rows() {
                        let cell = table.cell(row, 0).unwrap();
                        assert!(cell.span.range().end <= text.len());
                    }
                }
            }
        }
    }
}
