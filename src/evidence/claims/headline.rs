//! Headlines of charts and tables: which way, how many times, how steady.
//!
//! In: a headline and the one metric it is about. Out: findings where its words are not what the figures did.
//! Not here: which group is the highest (`rank.rs`), more and less than an amount (`size.rs`).

use super::course::{Course, course};
use super::words::{Way, Word, before, is_plain, is_quoted, way, words};
use super::{Claim, rank, size};
use crate::diag::{Diagnostic, Place};
use crate::model::footing::Refusal;
use crate::model::metric::Metric;
use crate::model::quantity::{Decimal, rounded};
use crate::model::spc::Variation;

/// Words for a multiple, with the least and the most that each may stand for.
const MULTIPLES: [(&str, Multiple); 4] = [
    ("doubled", Multiple { exact: (2, 1), least: (19, 10), most: (26, 10) }),
    ("tripled", Multiple { exact: (3, 1), least: (285, 100), most: (36, 10) }),
    ("quadrupled", Multiple { exact: (4, 1), least: (38, 10), most: (48, 10) }),
    ("halved", Multiple { exact: (1, 2), least: (38, 100), most: (53, 100) }),
];
/// What makes a multiple less than whole.
const NEARLY: [&str; 3] = ["nearly", "almost", "about"];
/// Verbs before "steady" and its like; without one the word may belong to a noun ("a stable home").
const STAYING: [&str; 14] = [
    "stayed",
    "remained",
    "remains",
    "stays",
    "was",
    "were",
    "is",
    "are",
    "been",
    "held",
    "kept",
    "broadly",
    "largely",
    "relatively",
];
/// Words after which a claim is about a part of a series.
const PARTS_OF_TIME: [&str; 14] = [
    "in", "during", "from", "since", "until", "before", "after", "between", "each", "every", "at", "last", "this",
    "for",
];

#[derive(Clone, Copy)]
struct Multiple {
    exact: (i64, i64),
    least: (i64, i64),
    most: (i64, i64),
}

/// Holds a headline against its metric.
pub(super) fn check(claim: Claim<'_>, metric: &Metric, f: &mut Vec<Diagnostic>) {
    let list = words(claim.sentence.text);
    rank::check(claim, metric, &list, f);
    size::typed(claim, metric, &list, f);
    let claimed: Vec<(usize, Way)> =
        (0..list.len()).filter_map(|at| Some((at, way(&list, at)?))).filter(|(at, _)| is_plain(&list, *at)).collect();
    let both = claimed.iter().any(|(_, way)| *way == Way::Up) && claimed.iter().any(|(_, way)| *way == Way::Down);
    if let Some((at, way)) = claimed.first().filter(|_| !both) {
        direction(claim, metric, (&list, *at), *way, f);
    }
    for at in 0..list.len() {
        if is_plain(&list, at) {
            multiple(claim, metric, (&list, at), f);
            steady(claim, metric, (&list, at), f);
        }
    }
}

fn direction(claim: Claim<'_>, metric: &Metric, (list, at): (&[Word<'_>], usize), way: Way, f: &mut Vec<Diagnostic>) {
    let Some(word) = list.get(at).copied().filter(|word| !is_quoted(claim.sentence.text, *word)) else { return };
    if let Some(refusal) = &metric.footing.refusal {
        f.push(refused(claim, metric, refusal, word));
        return;
    }
    let Some(course) = course(metric) else { return };
    if course.is_series() && is_about_a_part(list, at) || !course.contradicts(way) {
        return;
    }
    f.push(contradiction("claim-direction", claim, &course, word));
}

/// Whether what follows narrows the claim to a part of the series: "fell in spring".
fn is_about_a_part(list: &[Word<'_>], at: usize) -> bool {
    list.iter().skip(at + 1).any(|word| word.is_one_of(&PARTS_OF_TIME))
}

fn contradiction(code: &'static str, claim: Claim<'_>, course: &Course<'_>, word: Word<'_>) -> Diagnostic {
    let message = format!("the headline says `{}`, and {}", word.text, course.words());
    Diagnostic::error(code, message, Place::Span(claim.span(word)))
        .also(Place::Span(course.to.span), "the later value")
        .help("write what the figures show, or correct the figures if they are wrong")
        .help("if the headline is about a part of the time, name it, for example `fell in spring`")
}

fn refused(claim: Claim<'_>, metric: &Metric, refusal: &Refusal, word: Word<'_>) -> Diagnostic {
    let message = format!("the headline says `{}`, and the values of `{}` cannot be compared", word.text, metric.id);
    let why = match refusal {
        Refusal::Break(found) => format!("the series breaks on {}: {}", found.date, found.reason),
        Refusal::Populations(a, b) => format!("`{a}`, then `{b}`"),
    };
    Diagnostic::error("claim-unlike", message, Place::Span(claim.span(word)))
        .also(Place::File(metric.file), why)
        .help("say what each value is, and compare only values that count the same thing in the same way")
}

fn multiple(claim: Claim<'_>, metric: &Metric, (list, at): (&[Word<'_>], usize), f: &mut Vec<Diagnostic>) {
    let Some(word) = list.get(at).copied().filter(|word| !is_quoted(claim.sentence.text, *word)) else { return };
    let Some((_, multiple)) = MULTIPLES.iter().find(|(name, _)| word.is(name)) else { return };
    let Some(course) = course(metric) else { return };
    let ratios = course.ratios();
    if ratios.is_empty() || course.is_series() && is_about_a_part(list, at) {
        return;
    }
    let part = |(top, bottom): (i64, i64)| Decimal::from(top) / Decimal::from(bottom);
    let (exact, least, most) = (part(multiple.exact), part(multiple.least), part(multiple.most));
    let grows = exact > Decimal::ONE;
    let more = before(list, at, 1).is_some_and(|word| word.is("than"))
        && before(list, at, 2).is_some_and(|word| word.is("more"));
    let nearly = before(list, at, 1).is_some_and(|word| word.is_one_of(&NEARLY));
    let slack = Decimal::new(15, 2);
    let fits = |ratio: &Decimal| match (more, nearly, grows) {
        (true, _, true) => *ratio > exact,
        (true, _, false) => *ratio < exact,
        (_, true, _) => *ratio >= least * (Decimal::ONE - slack) && *ratio <= most * (Decimal::ONE + slack),
        _ => *ratio >= least && *ratio <= most,
    };
    if ratios.iter().any(fits) {
        return;
    }
    let times = ratios.first().map(|ratio| rounded(*ratio, 2).normalize().to_string()).unwrap_or_default();
    f.push(contradiction("claim-size", claim, &course, word).label(format!("{times} times the earlier value")));
}

fn steady(claim: Claim<'_>, metric: &Metric, (list, at): (&[Word<'_>], usize), f: &mut Vec<Diagnostic>) {
    let Some(word) = list.get(at).copied().filter(|word| !is_quoted(claim.sentence.text, *word)) else { return };
    let follows = before(list, at, 1).is_some_and(|word| word.is_one_of(&STAYING));
    if !(word.is("unchanged") || follows && word.is_one_of(&["steady", "stable"])) {
        return;
    }
    if let Some(spc) = &metric.spc {
        if spc.variation != Variation::CommonCause || spc.signals_last_12 > 0 {
            let message =
                format!("the headline says `{}`, and the process of `{}` shows signals", word.text, metric.id);
            f.push(
                Diagnostic::error("claim-steady", message, Place::Span(claim.span(word)))
                    .label(format!("{} of the last 12 points are signals", spc.signals_last_12))
                    .help("say what the signals show, for example \"below the average for seven weeks\""),
            );
        }
        return;
    }
    let Some(course) = course(metric) else { return };
    let same = |value: &crate::model::metric::Observation| {
        value.value.as_ref().map(|quantity| rounded(quantity.value, metric.decimals))
    };
    let first = same(course.from);
    if metric.values.iter().filter_map(same).all(|value| Some(value) == first) {
        return;
    }
    if course.is_series() {
        let message = format!("nothing in `{}` shows that it is `{}`", metric.id, word.text);
        f.push(
            Diagnostic::warning("claim-steady", message, Place::Span(claim.span(word)))
                .help("add process limits to the note, `spc: {}`, which tell chance from change")
                .help("or say between which values it moved"),
        );
        return;
    }
    f.push(contradiction("claim-steady", claim, &course, word));
}
