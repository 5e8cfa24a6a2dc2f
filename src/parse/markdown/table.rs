//! Tables: caption from a paragraph `Table: …` right above, row headers in the first column.
//!
//! In: table events. Out: a labelled region that scrolls by keyboard (WCAG 1.3.1, 2.1.1), `scope` on every header.
//! Not here: tables of metrics; those are made from figures.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::writer::Writer;
use crate::diag::{Diagnostic, Place};
use crate::model::source::offset;

/// A table that is being written.
pub(super) struct TableState {
    numeric: Vec<bool>,
    column: usize,
    in_head: bool,
    started: bool,
    cell_start: usize,
}

/// How many cells a line of a table has: a bar with a backslash before it parts none.
fn cells(line: &str) -> usize {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let mut bars = 0;
    let mut is_escaped = false;
    let mut ends_with_bar = false;
    for sign in inner.chars() {
        ends_with_bar = sign == '|' && !is_escaped;
        bars += usize::from(ends_with_bar);
        is_escaped = sign == '\\' && !is_escaped;
    }
    bars + usize::from(!ends_with_bar)
}

impl Writer<'_> {
    /// Whether a paragraph is the caption of the table that follows it.
    pub(super) fn announces_table(&self, range: &Range<usize>) -> bool {
        let text = self.request.text;
        let typed = text.get(range.clone()).unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default().trim_start();
        typed.starts_with("Table: ") && after.starts_with('|')
    }

    /// Whether nothing of the caption was written yet.
    pub(super) fn at_caption_start(&self) -> bool {
        self.body.html.ends_with("\">") && self.body.html.trim_end_matches(|c| c != '<').ends_with('<')
    }

    /// Writes the region and opens the table; with a caption the region is labelled by it.
    pub(super) fn table_open(&mut self, caption: bool) {
        let number = self.body.anchors.iter().filter(|id| id.starts_with("table-")).count() + 1;
        let id = format!("table-{number}");
        let label =
            if caption { Some(id.clone()) } else { self.body.headings.last().map(|heading| heading.id.clone()) };
        self.push("<div class=\"table-scroll\" tabindex=\"0\"");
        if let Some(label) = label {
            self.push(" role=\"region\" aria-labelledby=\"");
            crate::model::escape::push_escaped(&mut self.body.html, &label);
            self.push("\"");
        }
        self.push("><table>\n");
        if caption {
            let start = format!("<caption id=\"{id}\">");
            self.push(&start);
        }
        self.body.anchors.push(id);
        self.table = Some(TableState { numeric: Vec::new(), column: 0, in_head: false, started: false, cell_start: 0 });
    }

    pub(super) fn table_start(&mut self, alignments: Vec<Alignment>) {
        if self.table.as_ref().is_none_or(|table| table.started) {
            self.table_open(false);
        }
        if let Some(table) = &mut self.table {
            table.started = true;
            table.numeric = alignments.into_iter().map(|alignment| alignment == Alignment::Right).collect();
        }
    }

    pub(super) fn table_head_start(&mut self) {
        if let Some(table) = &mut self.table {
            table.in_head = true;
            table.column = 0;
        }
        self.push("<thead>\n<tr>");
    }

    pub(super) fn table_head_end(&mut self) {
        if let Some(table) = &mut self.table {
            table.in_head = false;
        }
        self.push("</tr>\n</thead>\n<tbody>\n");
    }

    pub(super) fn table_row_start(&mut self, range: Range<usize>) {
        if let Some(table) = &mut self.table {
            table.column = 0;
            let (has, wants) = (cells(self.request.text.get(range.clone()).unwrap_or_default()), table.numeric.len());
            if has > wants {
                let message = format!("a row has {has} cells where the table has {wants}");
                let place = Place::Span(self.span(&range));
                self.findings.push(Diagnostic::error("table-cell-lost", message, place).help(
                    "give every row one cell for each header, and write `\\|` for a bar that is part of the words",
                ));
            }
        }
        self.push("<tr>");
    }

    pub(super) fn table_cell_start(&mut self) {
        let Some(table) = &mut self.table else { return };
        let numeric = table.numeric.get(table.column).copied().unwrap_or(false);
        let start = match (table.in_head, table.column, numeric) {
            (true, _, true) => "<th scope=\"col\" class=\"numeric\">",
            (true, _, false) => "<th scope=\"col\">",
            (false, 0, _) => "<th scope=\"row\">",
            (false, _, true) => "<td class=\"numeric\">",
            (false, _, false) => "<td>",
        };
        table.cell_start = self.body.html.len();
        self.push(start);
    }

    pub(super) fn table_cell_end(&mut self) {
        let Some(table) = &mut self.table else { return };
        let header = table.in_head || table.column == 0;
        let first_corner = table.in_head && table.column == 0;
        table.column += 1;
        let written = self.body.html.get(table.cell_start..).unwrap_or_default();
        let from = offset(table.cell_start);
        let has_hole = self.body.holes.last().is_some_and(|hole| hole.at > from);
        if first_corner && written.ends_with('>') && written.matches('>').count() == 1 && !has_hole {
            // An empty corner is no header of anything.
            self.body.html.truncate(table.cell_start);
            self.push("<td></td>");
        } else {
            self.push(if header { "</th>" } else { "</td>" });
        }
        self.directive_text(" ");
    }

    pub(super) fn table_end(&mut self) {
        self.table = None;
        self.push("</tbody>\n</table></div>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn bars_part_cells_unless_a_backslash_stands_before_them() {
        for (line, count) in [
            ("| a | b |", 2),
            ("a | b", 2),
            ("| a | b | c |  ", 3),
            ("| a \\| b | c |", 2),
            ("| a |", 1),
            ("| a | b", 2),
            ("| | |", 2),
        ] {
            assert_eq!(cells(line), count, "{line}");
        }
    }
}
