//! How the pages read: figures to watch, never a pass mark, and the sentences to look at first.
//!
//! In: the readability of each page, where it was counted. Out: a table, the longest sentences first. Not here: counting.

use std::cmp::Reverse;
use std::fmt::Write;

use super::tables::{begin, row};
use crate::diag::Place;
use crate::diag::book::{Book, Page};
use crate::diag::place::{harmless, printed};
use crate::diag::report::Report;
use crate::model::escape::escaped;
use crate::model::readability::{FORMULA, LONG_SENTENCE, LONG_WORD, Readability};

/// How many sentences are named.
const FIRST: usize = 20;

/// Whether the words of any page were counted.
pub(super) fn has_any(book: &Book) -> bool {
    book.pages.iter().any(|page| page.readability.is_some())
}

/// The part about reading, if anything was counted.
pub(super) fn reading(out: &mut String, report: &Report<'_>, book: &Book) {
    let mut pages: Vec<(&Page, &Readability)> =
        book.pages.iter().filter_map(|page| Some((page, page.readability.as_ref()?))).collect();
    if pages.is_empty() {
        return;
    }
    let share = |reading: &Readability| reading.long_sentence_share().unwrap_or_default();
    pages.sort_by(|(a, x), (b, y)| share(y).total_cmp(&share(x)).then_with(|| a.url.cmp(&b.url)));
    out.push_str("<section aria-labelledby=\"reading\">\n<h2 id=\"reading\">How the pages read</h2>\n");
    let _ = writeln!(
        out,
        "<p>These figures say which page to look at first. They are no pass mark, and no proof that people understand a \
         page: ask people. A long sentence has more than {LONG_SENTENCE} words, a long word {LONG_WORD} syllables or \
         more. The reading age is an estimate ({FORMULA}); short pages have none.</p>"
    );
    let columns = ["Page", "Words", "Words in a sentence", "Long sentences", "Long words", "Reading age"];
    begin(out, "How each page reads, the most long sentences first", &columns);
    for (page, reading) in &pages {
        let figure =
            |value: Option<f64>, end: &str| value.map_or("none".to_owned(), |value| format!("{value:.0}{end}"));
        let cells = [
            ("Words", reading.words.to_string()),
            ("Words in a sentence", figure(reading.sentence_length(), "")),
            ("Long sentences", figure(reading.long_sentence_share(), "%")),
            ("Long words", figure(reading.long_word_share(), "%")),
            ("Reading age", figure(reading.reading_age(), "")),
        ];
        row(out, &escaped(&harmless(&page.title)), &cells);
    }
    out.push_str("</tbody>\n</table>\n");
    first(out, report, &pages);
    out.push_str("</section>\n");
}

/// The longest sentences of the site.
fn first(out: &mut String, report: &Report<'_>, pages: &[(&Page, &Readability)]) {
    let mut long: Vec<_> =
        pages.iter().flat_map(|(page, reading)| reading.first.iter().map(move |one| (page, one))).collect();
    long.sort_by_key(|(page, one)| (Reverse(one.words), page.file.clone(), one.span));
    if long.is_empty() {
        return;
    }
    out.push_str("<h3>Sentences to look at first</h3>\n<ol>\n");
    for (page, one) in long.into_iter().take(FIRST) {
        let line = printed(&Place::Span(one.span), report.sources).line.unwrap_or(1);
        let text =
            report.sources.file(one.span.file).and_then(|file| file.text.get(one.span.range())).unwrap_or_default();
        let words: Vec<&str> = text.split_whitespace().collect();
        let _ = writeln!(
            out,
            "<li>{} words, line {line} of <code>{}</code>: <q>{}</q></li>",
            one.words,
            escaped(&harmless(&page.file)),
            escaped(&harmless(&words.join(" ")))
        );
    }
    out.push_str("</ol>\n");
}
