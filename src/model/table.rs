//! A CSV table as it was typed: cells with their places.
//!
//! In: what `parse/table.rs` read. Out: [`Table`], one text and two numbers a cell, so that long tables stay small.
//! Not here: what a column means, numbers, dates.

use super::source::{FileId, Span};

/// A table with a header row. Every row has as many cells as the header.
#[derive(Clone, Debug)]
pub struct Table {
    /// The file it came from.
    pub file: FileId,
    /// Whether every row could be read; when not, findings say why and sums mean nothing.
    pub is_whole: bool,
    columns: usize,
    text: String,
    /// Where each cell ends in `text`; the header's cells first.
    ends: Vec<u32>,
    /// Where each cell stands in the file.
    starts: Vec<(u32, u32)>,
    /// Line of each row, the header's first.
    lines: Vec<u32>,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// Its text without spaces around it.
    pub text: &'t str,
    /// Where it is typed, without quotes around it.
    pub span: Span,
    /// Line from 1.
    pub line: u32,
}

impl Table {
    /// A table without rows.
    pub fn new(file: FileId, columns: usize) -> Self {
        Self {
            file,
            is_whole: true,
            columns,
            text: String::new(),
            ends: Vec::new(),
            starts: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Adds a row, the header first. Cells beyond the header's are dropped, missing ones are empty.
    pub fn push<'c>(&mut self, line: u32, cells: impl Iterator<Item = (&'c str, Span)>) {
        let mut last = Span { file: self.file, start: 0, end: 0 };
        let mut count = 0;
        for (text, span) in cells.take(self.columns) {
            self.add(text, span);
            last = Span { start: span.end, ..span };
            count += 1;
        }
        for _ in count..self.columns {
            self.add("", last);
        }
        self.lines.push(line);
    }

    fn add(&mut self, text: &str, span: Span) {
        self.text.push_str(text);
        self.ends.push(super::source::offset(self.text.len()));
        self.starts.push((span.start, span.end));
    }

    /// The cells of the header.
    pub fn header(&self) -> impl Iterator<Item = Cell<'_>> {
        (0..self.columns).filter_map(|column| self.at(0, column))
    }

    /// The column with a name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header().position(|cell| cell.text == name)
    }

    /// How many rows stand below the header.
    pub fn rows(&self) -> usize {
        self.lines.len().saturating_sub(1)
    }

    /// A cell of a row, both from 0.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell<'_>> {
        self.at(row + 1, column)
    }

    fn at(&self, row: usize, column: usize) -> Option<Cell<'_>> {
        if column >= self.columns {
            return None;
        }
        let index = row * self.columns + column;
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        let end = *self.ends.get(index)?;
        let text = self.text.get(usize::try_from(start).ok()?..usize::try_from(end).ok()?)?;
        let (from, to) = *self.starts.get(index)?;
        let line = *self.lines.get(row)?;
        Some(Cell { text, span: Span { file: self.file, start: from, end: to }, line })
    }
}
