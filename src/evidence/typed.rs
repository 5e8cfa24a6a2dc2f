//! Numbers that were typed by hand in a report, where a figure should stand.
//!
//! In: the words of a report and the metrics. Out: a warning for each amount, percentage, decimal or count, with the figure
//! that it probably is, and a correction where exactly one figure prints the very same text. Dates, years, lengths of time,
//! ages, references, phone numbers and names with a number are none. Not here: words around figures (`claims/`).

use super::claims::sentence::{Sentence, sentences};
use super::claims::words::{Word, before, words};
use super::lineage::{Printed, printed};
use crate::diag::{Diagnostic, Fix, Place};
use crate::model::document::Document;
use crate::model::metric::{Metric, Metrics};
use crate::model::prose::{Block, BlockKind, MarkKind};
use crate::model::quantity::Unit;
use crate::model::strings::Strings;

/// Words before a number that is a reference, an age or a name, not a count.
const REFERENCES: [&str; 36] = [
    "section",
    "sections",
    "part",
    "parts",
    "chapter",
    "regulation",
    "regulations",
    "article",
    "schedule",
    "paragraph",
    "act",
    "rule",
    "page",
    "pages",
    "table",
    "figure",
    "chart",
    "step",
    "stage",
    "phase",
    "version",
    "level",
    "grade",
    "conversation",
    "conversations",
    "appendix",
    "annex",
    "note",
    "line",
    "volume",
    "number",
    "issue",
    "aged",
    "age",
    "ages",
    "call",
];
/// Units of time: how long something took is no figure of a metric.
const LENGTHS: [&str; 14] = [
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
    "year", "years",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Directives whose numbers are dates or somebody's words.
const LEFT_OUT: [&str; 3] = ["timeline", "quote", "contact"];

/// What a number is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Money,
    Percent,
    Decimal,
    /// A count with the word for what is counted, or with commas.
    Count,
    /// A number alone.
    Bare,
}

/// The numbers that a report has typed by hand.
pub fn typed(document: &Document, metrics: &Metrics, strings: &Strings) -> Vec<Diagnostic> {
    let used = super::lineage::used(document);
    let known: Vec<(bool, Vec<Printed>)> =
        metrics.values().map(|metric| (used.contains(&metric.id.as_str()), printed(metric, strings))).collect();
    let units: Vec<String> = metrics.values().map(counted).collect();
    let mut findings = Vec::new();
    for block in document.body.prose.blocks.iter().filter(|block| is_prose(document, block)) {
        for sentence in sentences(document, block) {
            let list = words(sentence.text);
            for at in 0..list.len() {
                let Some(sort) = sort(&sentence, &list, at, &units) else { continue };
                if is_in_link(document, &sentence, &list, at) {
                    continue;
                }
                let amount = amount(&sentence, &list, at);
                let matches = matches(amount.text, &known);
                let is_figure = sort != Sort::Bare || matches.iter().any(|(used, _)| *used);
                if is_figure {
                    findings.push(finding(&sentence, amount, &matches));
                }
            }
        }
    }
    findings
}

/// The word for what a metric counts.
fn counted(metric: &Metric) -> String {
    match &metric.unit {
        Unit::Per(of, _) => of.name(),
        unit => unit.name(),
    }
}

fn is_prose(document: &Document, block: &Block) -> bool {
    let index = block.directive.and_then(|at| usize::try_from(at).ok());
    let directive = index.and_then(|at| document.body.directives.get(at));
    let is_left_out = directive.is_some_and(|directive| LEFT_OUT.contains(&directive.name.as_str()));
    !block.quoted && !is_left_out && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. })
}

/// What sort of number stands at a position; nothing for what is none, or is known to be no figure.
fn sort(sentence: &Sentence<'_>, list: &[Word<'_>], at: usize, units: &[String]) -> Option<Sort> {
    let word = *list.get(at)?;
    if !word.text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let body = word.text.trim_start_matches('£');
    if word.text.starts_with('£') {
        return Some(Sort::Money);
    }
    if let Some(number) = body.strip_suffix('%') {
        let is_usual = matches!(number, "0" | "100") || list.get(at + 1).is_some_and(|next| next.is("confidence"));
        return (!is_usual && is_number(number)).then_some(Sort::Percent);
    }
    if !is_number(body) || is_exempt(sentence, list, at) {
        return None;
    }
    let next = list.get(at + 1).filter(|next| next.start == word.end + 1);
    if next.is_some_and(|next| units.iter().any(|unit| next.is(unit))) && body.len() > 1 {
        return Some(Sort::Count);
    }
    match body {
        body if body.contains('.') => Some(Sort::Decimal),
        body if body.contains(',') => Some(Sort::Count),
        body if body.len() > 1 => Some(Sort::Bare),
        _ => None,
    }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

/// Dates, years, lengths of time, ages, references, phone numbers, times and names.
fn is_exempt(sentence: &Sentence<'_>, list: &[Word<'_>], at: usize) -> bool {
    let Some(word) = list.get(at).copied() else { return true };
    let (previous, next) = (before(list, at, 1), list.get(at + 1).copied());
    let is_year = word.text.len() == 4 && (word.text.starts_with("19") || word.text.starts_with("20"));
    let is_month = |word: Option<Word<'_>>| word.is_some_and(|word| MONTHS.contains(&word.text));
    let near = |letter: Option<char>| letter.is_some_and(|letter| matches!(letter, '/' | ':' | '#'));
    let around = near(sentence.text.get(..word.start).and_then(|text| text.chars().next_back()))
        || near(sentence.text.get(word.end..).and_then(|text| text.chars().next()));
    let is_reference = (1..=3).any(|back| before(list, at, back).is_some_and(|word| word.is_one_of(&REFERENCES)));
    let is_length = (1..=3)
        .filter_map(|on| list.get(at + on))
        .take_while(|word| is_number(word.text) || word.is("to") || word.is_figure() || word.is_one_of(&LENGTHS))
        .any(|word| word.is_one_of(&LENGTHS));
    let is_phone = word.text.starts_with('0') && word.text.len() > 1
        || previous.is_some_and(|word| is_number(word.text) && word.text.starts_with('0'))
        || before(list, at, 2)
            .is_some_and(|word| is_number(word.text) && word.text.starts_with('0') && word.text.len() > 3)
        || matches!(word.text, "999" | "101" | "111" | "112" | "18001");
    let is_name = next.is_some_and(|next| next.start == word.end + 1 && next.text.starts_with(char::is_uppercase));
    let is_age = next.is_some_and(|next| next.is("and")) && list.get(at + 2).is_some_and(|word| word.is("over"));
    let is_range_of_days = next.is_some_and(|next| next.is("to")) && is_month(list.get(at + 3).copied());
    is_year
        || is_month(previous)
        || is_month(next)
        || around
        || is_reference
        || is_length
        || is_phone
        || is_name
        || is_age
        || is_range_of_days
}

fn is_in_link(document: &Document, sentence: &Sentence<'_>, list: &[Word<'_>], at: usize) -> bool {
    let Some(word) = list.get(at) else { return false };
    let byte = sentence.range().start + word.start;
    let holds = |range: &std::ops::Range<u32>| {
        usize::try_from(range.start).is_ok_and(|start| start <= byte)
            && usize::try_from(range.end).is_ok_and(|end| byte < end)
    };
    document.body.prose.marks.iter().any(|mark| matches!(mark.kind, MarkKind::Link(_)) && holds(&mark.text))
}

/// The number with the words that belong to it: `about £700,000`, `£19.7 million`.
fn amount<'s>(sentence: &Sentence<'s>, list: &[Word<'s>], at: usize) -> Word<'s> {
    let Some(word) = list.get(at).copied() else { return Word { text: "", start: 0, end: 0 } };
    let next = list.get(at + 1).filter(|next| next.is_one_of(&["million", "billion"]));
    let points = list.get(at + 1).filter(|next| next.is("percentage")).and_then(|_| list.get(at + 2));
    let end = next.or(points).map_or(word.end, |word| word.end);
    let start = match (before(list, at, 2), before(list, at, 1)) {
        (Some(first), Some(second)) if second.is("than") && first.is_one_of(&["more", "less"]) => first.start,
        (Some(first), Some(second)) if first.is("at") && second.is_one_of(&["least", "most"]) => first.start,
        (_, Some(second)) if second.is("about") => second.start,
        _ => word.start,
    };
    Word { text: sentence.text.get(start..end).unwrap_or(word.text), start, end }
}

/// An amount without the words of its bound.
fn without_bound(text: &str) -> &str {
    text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '£')
}

/// The figures that print a text, exactly or but for their bound; those of the page first.
fn matches<'k>(text: &str, known: &'k [(bool, Vec<Printed>)]) -> Vec<(bool, &'k Printed)> {
    let bare = without_bound(text);
    let prints = |figure: &&Printed| bare == without_bound(&figure.text) && !bare.is_empty();
    let of = |wanted: bool| {
        known
            .iter()
            .filter(move |(used, _)| *used == wanted)
            .flat_map(move |(_, figures)| figures.iter().filter(prints).map(move |figure| (wanted, figure)))
    };
    of(true).chain(of(false)).collect()
}

fn finding(sentence: &Sentence<'_>, amount: Word<'_>, matches: &[(bool, &Printed)]) -> Diagnostic {
    let exact: Vec<&Printed> = matches
        .iter()
        .map(|(_, figure)| *figure)
        .filter(|figure| figure.text.eq_ignore_ascii_case(amount.text))
        .collect();
    let bare = without_bound(amount.text);
    let start = amount.end - bare.len();
    let span = sentence.span(if exact.is_empty() { start..amount.end } else { amount.start..amount.end });
    let text = if exact.is_empty() { bare } else { amount.text };
    let finding = Diagnostic::warning("figure-typed", format!("`{text}` is typed by hand"), Place::Span(span));
    let Some((_, probable)) = matches.first() else {
        return finding
            .help("put the number in a metric of `data/metrics/`, with its source, and print it with `{{ metric.member }}`")
            .help("or allow it with a reason in the front matter: `allow: [{ code: figure-typed, reason: … }]`");
    };
    let mut finding = finding
        .label(format!("probably `{}`", probable.expression))
        .help(format!("write `{{{{ {} }}}}`, so that the number follows its source", probable.expression));
    let names: std::collections::BTreeSet<&str> = exact.iter().map(|figure| figure.expression.as_str()).collect();
    if let (1, Some(name)) = (names.len(), names.first()) {
        finding.fix = Some(Fix { span, replacement: format!("{{{{ {name} }}}}") });
    }
    finding
}
