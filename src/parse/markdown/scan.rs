//! What Markdown does not know: lines of colons and double braces.
//!
//! In: the body as typed. Out: the same number of bytes with fences turned into thematic breaks and inline figures
//! into one private character and filler, so that Markdown parses around them and every offset stays true.
//! Not here: what a directive or figure means.

use std::borrow::Cow;
use std::ops::Range;

/// The private character that stands for an inline figure.
pub(super) const MARK: char = '\u{E000}';

/// A line of colons.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fence {
    /// From the first colon to the end of the line, without spaces at the end.
    pub(super) range: Range<usize>,
    /// How many colons.
    pub(super) colons: usize,
}

/// The text to parse and what was taken out of it.
#[derive(Debug)]
pub(super) struct Scanned<'a> {
    /// Same length as the text that was given.
    pub(super) text: Cow<'a, str>,
    /// Lines of colons in order.
    pub(super) fences: Vec<Fence>,
    /// Inline figures in order, braces included.
    pub(super) figures: Vec<Range<usize>>,
    /// Double braces that no line closes.
    pub(super) open_braces: Vec<usize>,
}

/// Takes fences and figures out of a body.
pub(super) fn scan(text: &str) -> Scanned<'_> {
    let mut scanned =
        Scanned { text: Cow::Borrowed(text), fences: Vec::new(), figures: Vec::new(), open_braces: Vec::new() };
    if has_run(text, ':', ":::") {
        scanned.fences = fences(text);
    }
    if has_run(text, '{', "{{") {
        figures(text, &mut scanned);
    }
    if !scanned.fences.is_empty() || !scanned.figures.is_empty() || text.contains(MARK) {
        scanned.text = Cow::Owned(masked(text, &scanned));
    }
    scanned
}

fn fences(text: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut code: Option<(char, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_end();
        let inner = trimmed.trim_start();
        if let Some((mark, length)) = code {
            if run(inner, mark) >= length && inner.trim_matches(mark).is_empty() {
                code = None;
            }
        } else if run(inner, '`') >= 3 {
            code = Some(('`', run(inner, '`')));
        } else if run(inner, '~') >= 3 {
            code = Some(('~', run(inner, '~')));
        } else if run(inner, ':') >= 3 {
            let start = at + trimmed.len() - inner.len();
            found.push(Fence { range: start..at + trimmed.len(), colons: run(inner, ':') });
        }
        at += line.len();
    }
    found
}

/// Whether a text has a run of a letter. Looking for one letter is much faster than looking for several.
fn has_run(text: &str, mark: char, run: &str) -> bool {
    let mut rest = text;
    while let Some((_, tail)) = rest.find(mark).and_then(|at| rest.split_at_checked(at)) {
        if tail.starts_with(run) {
            return true;
        }
        rest = tail.get(mark.len_utf8()..).unwrap_or_default();
    }
    false
}

fn run(text: &str, mark: char) -> usize {
    text.chars().take_while(|c| *c == mark).count()
}

fn figures(text: &str, scanned: &mut Scanned<'_>) {
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find("{{")) {
        let start = from + found;
        let escaped = text.get(..start).is_some_and(|before| before.ends_with('\\'));
        let rest = text.get(start + 2..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let in_fence = scanned.fences.iter().any(|fence| fence.range.contains(&start));
        match line.find("}}") {
            Some(length) if !escaped && !in_fence => {
                let end = start + 2 + length + 2;
                scanned.figures.push(start..end);
                from = end;
            }
            found => {
                if found.is_none() && !escaped {
                    scanned.open_braces.push(start);
                }
                from = start + 2;
            }
        }
    }
}

fn masked(text: &str, scanned: &Scanned<'_>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    let mut figures = scanned.figures.iter().peekable();
    let mut fences = scanned.fences.iter().peekable();
    loop {
        let figure = figures.peek().map_or(usize::MAX, |range| range.start);
        let fence = fences.peek().map_or(usize::MAX, |fence| fence.range.start);
        let start = figure.min(fence);
        push_plain(&mut out, text.get(from..start.min(text.len())).unwrap_or_default());
        if start == usize::MAX {
            return out;
        }
        if fence < figure {
            let Some(fence) = fences.next() else { return out };
            out.push_str("***");
            out.extend(std::iter::repeat_n(' ', fence.range.len() - 3));
            from = fence.range.end;
        } else {
            let Some(range) = figures.next() else { return out };
            out.push(MARK);
            out.extend(std::iter::repeat_n('x', range.len() - MARK.len_utf8()));
            from = range.end;
        }
    }
}

/// Copies text; an author's own private character becomes the replacement character of the same length.
fn push_plain(out: &mut String, text: &str) {
    if text.contains(MARK) {
        out.push_str(&text.replace(MARK, "\u{FFFD}"));
    } else {
        out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::{MARK, scan};

    #[test]
    fn masking_keeps_every_byte_offset() {
        let text = "Fell to {{ starts.after }} now\n\n::: chart {metric=\"é\"}\nHead\n:::\n";
        let scanned = scan(text);
        assert_eq!(scanned.text.len(), text.len());
        assert_eq!(scanned.figures, vec![8..26]);
        assert_eq!(scanned.fences.len(), 2);
        assert_eq!(scanned.text.find(MARK), Some(8));
        assert!(scanned.text.contains("\n***"));
    }

    #[test]
    fn fences_in_code_and_escaped_braces_stay_text() {
        let scanned = scan("```\n::: chart\n```\n\\{{ a.b }}\n");
        assert!(scanned.fences.is_empty());
        assert!(scanned.figures.is_empty());
        assert!(scanned.open_braces.is_empty());
    }

    #[test]
    fn braces_that_no_line_closes_are_remembered() {
        assert_eq!(scan("a {{ b\n c }}").open_braces, vec![2]);
    }
}
