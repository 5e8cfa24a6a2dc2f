//! Faults of YAML itself, in the words of somebody who edits a page.
//!
//! In: what the reader and the finder met. Out: findings with spans. Not here: fields and their meaning.

use std::collections::BTreeSet;
use std::ops::Range;

use super::places::Places;
use super::value::{Fault, FaultKind};
use crate::diag::{Diagnostic, Place};
use crate::model::source::{FileId, Span};

/// The text that is read, and where it stands in its file.
#[derive(Clone, Copy)]
pub(super) struct Site<'t> {
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) offset: usize,
}

/// Whether a text could hold an anchor or alias: `&` or `*` where a value may begin, with a letter behind it.
pub(super) fn may_hold_anchors(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        matches!(byte, b'&' | b'*')
            && at
                .checked_sub(1)
                .and_then(|before| bytes.get(before))
                .is_none_or(|before| b" \t\r\n[{,:".contains(before))
            && bytes.get(at + 1).is_some_and(|after| !after.is_ascii_whitespace())
    })
}

impl Site<'_> {
    pub(super) fn anchors(self, ranges: &[Range<usize>]) -> Vec<Diagnostic> {
        let mut told = BTreeSet::new();
        let mut findings = Vec::new();
        for range in ranges {
            let typed = self.text.get(range.clone()).unwrap_or_default();
            let word = typed.split_whitespace().next().unwrap_or(typed);
            // A name that stands a hundred times is told once.
            if !told.insert(word) {
                continue;
            }
            let what = if word.starts_with('*') { "an alias" } else { "an anchor" };
            let message = format!("`{word}` is {what}, which Candour does not follow");
            findings.push(
                Diagnostic::error("yaml-alias", message, self.at(range.start..range.start + word.len())).help(
                    "write the value out where it is needed; if the sign belongs to a text, put the text in quotes",
                ),
            );
        }
        findings
    }

    pub(super) fn repeats(self, places: &Places) -> Vec<Diagnostic> {
        let found = places.repeats.iter().map(|(path, first, again)| {
            let key = path.rsplit('.').next().unwrap_or(path);
            Diagnostic::error("yaml-duplicate-key", format!("`{key}` stands here twice"), self.at(again.clone()))
                .label("the second time")
                .also(self.at(first.clone()), "the first time")
                .help(format!("keep one line `{key}:`"))
        });
        or_whole(found.collect(), || {
            self.whole("yaml-duplicate-key", "a key stands twice in one mapping", "keep one line for each key")
        })
    }

    pub(super) fn tags(self, places: &Places) -> Vec<Diagnostic> {
        let found = places.tags.iter().map(|range| {
            Diagnostic::error("yaml-tag", "a word with `!` stands before a value", self.at(range.clone()))
                .help("remove the word with `!`, or put the whole text in quotes")
        });
        or_whole(found.collect(), || {
            self.whole("yaml-tag", "a word with `!` stands before a value", "remove the word with `!`")
        })
    }

    pub(super) fn several(self, places: &Places) -> Diagnostic {
        let range = places.second_document.clone().unwrap_or(0..0);
        Diagnostic::error("yaml-documents", "a second YAML document begins here", self.at(range))
            .help("keep one document in a file and remove the line `---`")
    }

    pub(super) fn fault(self, fault: &Fault) -> Diagnostic {
        let start = fault.at.map_or(0, |(line, column)| byte(self.text, line, column));
        match &fault.kind {
            FaultKind::Syntax(words) => self.tab(start).unwrap_or_else(|| self.syntax(words, start)),
            FaultKind::Alias => Diagnostic::error("yaml-alias", "an alias stands here", self.character(start))
                .help("write the value out, or put the text in quotes"),
            FaultKind::Depth => Diagnostic::error("yaml-depth", "lists and mappings stand more than 64 deep", self.character(start))
                .help("write the values with fewer levels"),
            FaultKind::Key => Diagnostic::error("yaml-key", "a list or a mapping stands where a key belongs", self.character(start))
                .help("write a word as key, for example `title: Help at home`; a value that begins with `{` or `[` needs quotes"),
        }
    }

    fn syntax(self, words: &str, start: usize) -> Diagnostic {
        let (message, help) = plain(words);
        Diagnostic::error("yaml-syntax", message, self.character(start)).help(help)
    }

    /// A tab in the indent of the line at a fault, or of the line before it.
    fn tab(self, start: usize) -> Option<Diagnostic> {
        let line = self.line_start(start);
        let previous = line.checked_sub(1).map(|end| self.line_start(end));
        let at = [Some(line), previous].into_iter().flatten().find_map(|line| {
            let rest = self.text.get(line..)?;
            let indent = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            rest.get(..indent)?.find('\t').map(|tab| line + tab)
        })?;
        let finding = Diagnostic::error("yaml-tab", "a tab stands in the indent", self.at(at..at + 1));
        Some(finding.label("a tab").help("indent with spaces, two for each level"))
    }

    fn line_start(self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
    }

    fn whole(self, code: &'static str, message: &str, help: &str) -> Diagnostic {
        Diagnostic::error(code, message, self.at(0..0)).help(help)
    }

    fn character(self, start: usize) -> Place {
        let length = self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        self.at(start..start + length)
    }

    fn at(self, range: Range<usize>) -> Place {
        Place::Span(Span::new(self.file, self.offset + range.start, self.offset + range.end))
    }
}

fn or_whole(found: Vec<Diagnostic>, otherwise: impl FnOnce() -> Diagnostic) -> Vec<Diagnostic> {
    if found.is_empty() { vec![otherwise()] } else { found }
}

/// The byte of a line and column, both from 1, the column in characters.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for typed in text.split_inclusive('\n').take(line.saturating_sub(1)) {
        start += typed.len();
    }
    let rest = text.get(start..).unwrap_or_default();
    let along = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    start + along
}

/// The library's words for a fault, what they mean for the text, and what to do.
const PLAIN: [(&str, &str, &str); 9] = [
    (
        "mapping values are not allowed",
        "a second colon stands where no new field can begin",
        "put a text that holds a colon in quotes, for example `title: \"Help: where to start\"`; check that the lines are indented alike",
    ),
    ("unexpected end of stream", "a quote is opened and not closed", "close the quote at the end of the text"),
    (
        "did not find expected alphabetic or numeric character",
        "a value begins with `*` or `&`",
        "put the text in quotes, for example `summary: \"*New* opening hours\"`",
    ),
    (
        "cannot start any token",
        "a value begins with a sign that YAML keeps for itself",
        "put the text in quotes, for example `title: \"@home\"`",
    ),
    (
        "could not find expected ':'",
        "a line has no colon after its key",
        "write `key: value`, with a space after the colon",
    ),
    (
        "did not find expected key",
        "a line does not fit the fields around it",
        "indent fields of one level alike, and put texts with quotes inside in quotes",
    ),
    (
        "did not find expected '-' indicator",
        "a line does not fit the list around it",
        "begin each entry of the list with `- `, indented alike",
    ),
    (
        "did not find expected ',' or",
        "a list or mapping in brackets is not closed",
        "close it with `]` or `}` and part its entries by commas",
    ),
    (
        "control characters are not allowed",
        "a character that cannot be seen stands here",
        "delete the character and type the word again",
    ),
];

fn plain(words: &str) -> (&'static str, &'static str) {
    PLAIN.iter().find(|(theirs, _, _)| words.contains(theirs)).map_or(
        ("the text is no YAML from here on", "write one field a line as `key: value`, indented with spaces"),
        |(_, message, help)| (message, help),
    )
}
