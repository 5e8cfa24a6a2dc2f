//! How the pages of a site read: the items of `candour list readability`.
//!
//! In: the assembled site. Out: figures for each page in English, the one with the most long sentences first: a trend to
//! watch and sentences to begin with, never a pass mark. Not here: counting.

use std::cmp::Ordering;

use serde_json::{Value, json};

use crate::diag::Place;
use crate::diag::place;
use crate::model::readability::{FORMULA, Readability};
use crate::model::site::Page;
use crate::pipeline::{self, Loaded};

/// One item for each page.
pub(super) fn items(loaded: &Loaded) -> Vec<Value> {
    let english = loaded.site.pages.iter().filter(|page| page.language.starts_with("en"));
    let mut read: Vec<(&Page, Readability)> = english.map(|page| (page, pipeline::readability(page))).collect();
    read.sort_by(|(a, left), (b, right)| {
        let share = |counted: &Readability| counted.long_sentence_share().unwrap_or(0.0);
        share(right).partial_cmp(&share(left)).unwrap_or(Ordering::Equal).then_with(|| a.url.cmp(&b.url))
    });
    read.iter().map(|(page, counted)| item(loaded, page, counted)).collect()
}

fn item(loaded: &Loaded, page: &Page, counted: &Readability) -> Value {
    let front = &page.document.front;
    let first = counted.first.iter().map(|sentence| {
        let at = place::printed(&Place::Span(sentence.span), &loaded.tree);
        json!({ "line": at.line, "column": at.column, "words": sentence.words })
    });
    json!({
        "page": page.url, "title": front.title, "file": loaded.tree.path(page.document.file), "owner": front.owner,
        "words": counted.words, "sentences": counted.sentences,
        "sentence_length": tenths(counted.sentence_length()),
        "long_sentences": tenths(counted.long_sentence_share()),
        "long_words": tenths(counted.long_word_share()),
        "reading_age": tenths(counted.reading_age()), "formula": FORMULA,
        "first": first.collect::<Vec<_>>(),
    })
}

fn tenths(figure: Option<f64>) -> Option<f64> {
    figure.map(|figure| (figure * 10.0).round() / 10.0)
}

/// Lines for people: what is measured, then a line a page.
pub(super) fn lines(items: &[Value]) -> String {
    let mut text = format!("A trend to watch, not a pass mark. Reading age: {FORMULA}.\n");
    for item in items {
        let of = |key: &str| item.get(key).filter(|value| !value.is_null());
        let figure = |key: &str| of(key).map_or_else(|| "-".to_owned(), Value::to_string);
        let words = |key: &str| of(key).and_then(Value::as_str).unwrap_or_default();
        text.push_str(&format!(
            "{}  {} words  {} words a sentence  {}% long sentences  {}% long words  reading age {}",
            words("page"),
            figure("words"),
            figure("sentence_length"),
            figure("long_sentences"),
            figure("long_words"),
            figure("reading_age"),
        ));
        if let Some(longest) = of("first").and_then(|list| list.get(0)) {
            let of = |key: &str| longest.get(key).map(Value::to_string).unwrap_or_default();
            text.push_str(&format!(
                "  longest {}:{}:{}, {} words",
                words("file"),
                of("line"),
                of("column"),
                of("words")
            ));
        }
        text.push('\n');
    }
    text
}
