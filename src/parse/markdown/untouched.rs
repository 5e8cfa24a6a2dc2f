//! Passages of Markdown that nobody but their author may change: code, quotations, HTML, inline figures.
//!
//! In: the body of a page as typed. Out: byte ranges, in order. Not here: the directive `quote`, which the writer knows.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::scan::scan;
use super::writer::options;

/// The passages of a body that stands at byte `start` of its file.
pub(super) fn untouched(text: &str, start: usize) -> Vec<Range<usize>> {
    let scanned = scan(text);
    let events = Parser::new_ext(&scanned.text, options()).into_offset_iter();
    let whole = |event: &Event<'_>| {
        matches!(
            event,
            Event::Code(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(Tag::CodeBlock(_) | Tag::BlockQuote(None) | Tag::HtmlBlock)
        )
    };
    let mut passages: Vec<Range<usize>> = events
        .filter(|(event, _)| whole(event))
        .map(|(_, range)| range)
        .chain(scanned.figures.iter().cloned())
        .collect();
    passages.sort_by_key(|range| (range.start, range.end));
    passages.into_iter().map(|range| range.start + start..range.end + start).collect()
}
