//! Words right beside a figure: "fell from … to …", "a rise of …", "… fewer", "more than …".
//!
//! In: a sentence with figures. Out: findings where the figure says otherwise, or where two figures are set against each
//! other that cannot be. Only fixed patterns are read. Not here: headlines without figures.

use super::words::{Way, Word, before, is_hedged, way, words};
use super::{Claim, size};
use crate::diag::{Diagnostic, Place};
use crate::evidence::member::number;
use crate::evidence::units::comparable;
use crate::model::document::InlineFigure;
use crate::model::metric::Metric;

/// Nouns before "of" that say which way a number went.
const NOUNS: [(&str, Way); 9] = [
    ("fall", Way::Down),
    ("drop", Way::Down),
    ("decrease", Way::Down),
    ("reduction", Way::Down),
    ("decline", Way::Down),
    ("rise", Way::Up),
    ("increase", Way::Up),
    ("growth", Way::Up),
    ("gain", Way::Up),
];
/// Comparatives right behind the size of a change.
const COMPARATIVES: [(&str, Way); 6] = [
    ("fewer", Way::Down),
    ("less", Way::Down),
    ("lower", Way::Down),
    ("more", Way::Up),
    ("higher", Way::Up),
    ("greater", Way::Up),
];

/// Holds the words beside each figure of a sentence against it.
pub(super) fn check(claim: Claim<'_>, f: &mut Vec<Diagnostic>) {
    if claim.sentence.figures().next().is_none() {
        return;
    }
    let list = words(claim.sentence.text);
    if is_hedged(&list) || claim.sentence.text.ends_with('?') {
        return;
    }
    for at in (0..list.len()).filter(|at| list.get(*at).is_some_and(|word| word.is_figure())) {
        let Some(figure) = list.get(at).and_then(|word| claim.sentence.figure_at(word.start)) else { continue };
        size::before_figure(claim, (&list, at), figure, f);
        if figure.member.starts_with("change.") {
            size_of_change(claim, (&list, at), figure, f);
        } else {
            from_to(claim, (&list, at), figure, f);
        }
    }
}

/// "fell by …", "a fall of …", "… fewer": the change itself says which way it went.
fn size_of_change(claim: Claim<'_>, (list, at): (&[Word<'_>], usize), figure: &InlineFigure, f: &mut Vec<Diagnostic>) {
    let Some(claimed) = way_of_change(list, at) else { return };
    let (word, way) = claimed;
    let Some(metric) = claim.grounds.metrics.get(&figure.metric) else { return };
    let Some(change) = &metric.change else { return };
    let went = match change.difference {
        zero if zero.is_zero() => None,
        difference if difference.is_sign_positive() => Some(Way::Up),
        _ => Some(Way::Down),
    };
    if went != Some(way) {
        f.push(contradiction(claim, metric, (change.from, change.to), word));
    }
}

fn way_of_change<'s>(list: &[Word<'s>], at: usize) -> Option<(Word<'s>, Way)> {
    let previous = before(list, at, 1)?;
    let known = |word: Word<'s>, table: &[(&str, Way)]| {
        table.iter().find(|(name, _)| word.is(name)).map(|(_, way)| (word, *way))
    };
    if previous.is("by") {
        let verb = at.checked_sub(2)?;
        return way(list, verb).zip(list.get(verb)).map(|(way, word)| (*word, way));
    }
    if previous.is("of") {
        let found = known(before(list, at, 2)?, &NOUNS);
        // "no fall of", "avoided a rise of" claim the opposite, so only "a" and "the" are read, and no verb before them.
        let article = before(list, at, 3)?;
        return found.filter(|_| article.is_one_of(&["a", "an"]));
    }
    let next = list.get(at + 1)?;
    // A comma or a bracket between them ends the phrase.
    let joined = next.start == list.get(at)?.end + 1;
    known(*next, &COMPARATIVES)
        .filter(|_| joined && !list.get(at + 2).is_some_and(|word| word.is_one_of(&["or", "and"])))
}

/// "fell from … to …" and "up from …": two figures against each other.
fn from_to(claim: Claim<'_>, (list, at): (&[Word<'_>], usize), figure: &InlineFigure, f: &mut Vec<Diagnostic>) {
    if !before(list, at, 1).is_some_and(|word| word.is("from")) {
        return;
    }
    let Some(lead) = at.checked_sub(2) else { return };
    let Some(word) = list.get(lead).copied() else { return };
    let later = if let Some(way) = way(list, lead) {
        let to = list.get(at + 1).is_some_and(|word| word.is("to"));
        let second = list.get(at + 2).filter(|word| to && word.is_figure());
        second.and_then(|word| claim.sentence.figure_at(word.start)).map(|later| (later, way))
    } else if word.is_one_of(&["up", "down"]) {
        let way = if word.is("up") { Way::Up } else { Way::Down };
        let earlier_in_text = list.iter().take(lead).rfind(|word| word.is_figure());
        earlier_in_text.and_then(|word| claim.sentence.figure_at(word.start)).map(|later| (later, way))
    } else {
        None
    };
    if let Some((later, way)) = later.filter(|(later, _)| !later.member.ends_with(".period")) {
        compare(claim, (figure, later), (word, way), f);
    }
}

fn compare(
    claim: Claim<'_>,
    (earlier, later): (&InlineFigure, &InlineFigure),
    (word, way): (Word<'_>, Way),
    f: &mut Vec<Diagnostic>,
) {
    let metrics = claim.grounds.metrics;
    let (Some(a), Some(b)) = (metrics.get(&earlier.metric), metrics.get(&later.metric)) else { return };
    if let Some(why) = unlike(a, b) {
        let message = format!("`{}` sets figures against each other that cannot be compared", word.text);
        f.push(
            Diagnostic::error("claim-unlike", message, Place::Span(claim.span(word)))
                .label(why)
                .help("say each figure in a sentence of its own"),
        );
        return;
    }
    let value = |figure| number(metrics, claim.grounds.strings, figure);
    let (Some(from), Some(to)) = (value(earlier), value(later)) else { return };
    if from.unit != to.unit || (if way == Way::Up { to.value > from.value } else { to.value < from.value }) {
        return;
    }
    let message =
        format!("the sentence says `{}`, and the figures go from {} to {}", word.text, from.display, to.display);
    f.push(
        Diagnostic::error("claim-direction", message, Place::Span(claim.span(word)))
            .also(Place::Span(later.span), "the later figure")
            .help(format!("write the word for the other way, or change the order of the figures ({})", opposite(way))),
    );
}

fn opposite(way: Way) -> &'static str {
    if way.other() == Way::Up { "for example `rose`" } else { "for example `fell`" }
}

/// Why two metrics are not compared.
fn unlike(a: &Metric, b: &Metric) -> Option<String> {
    if a.id == b.id {
        return None;
    }
    if let Err(why) = comparable(a, b) {
        return Some(why);
    }
    let (x, y) = (a.population.as_ref()?, b.population.as_ref()?);
    (x != y).then(|| format!("`{}` counts `{x}`, and `{}` counts `{y}`", a.id, b.id))
}

fn contradiction(claim: Claim<'_>, metric: &Metric, (from, to): (usize, usize), word: Word<'_>) -> Diagnostic {
    let display = |at: usize| metric.values.get(at).map(|value| value.display.clone()).unwrap_or_default();
    let message = format!(
        "the sentence says `{}`, and `{}` went from {} to {}",
        word.text,
        metric.id,
        display(from),
        display(to)
    );
    Diagnostic::error("claim-direction", message, Place::Span(claim.span(word)))
        .help("the size of a change is printed without a sign, so the words must say which way it went")
        .help(format!("write `{{{{ {}.change.direction }}}}` if the way may change with new figures", metric.id))
}
