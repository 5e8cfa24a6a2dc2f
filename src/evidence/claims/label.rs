//! Percent and percentage points: two figures that never share a label.
//!
//! In: a figure of a change with the words behind it. Out: a finding where they name the other of the two.
//! Not here: which way it went.

use super::Claim;
use super::words::{Word, words};
use crate::diag::{Diagnostic, Place};
use crate::model::document::InlineFigure;
use crate::model::quantity::Unit;

/// Holds the words behind each change against it.
pub(super) fn check(claim: Claim<'_>, f: &mut Vec<Diagnostic>) {
    let of_change = |figure: &InlineFigure| figure.member.starts_with("change.");
    if !claim.sentence.figures().any(|(_, figure)| of_change(figure)) {
        return;
    }
    let list = words(claim.sentence.text);
    for (at, word) in list.iter().enumerate().filter(|(_, word)| word.is_figure()) {
        let Some(figure) = claim.sentence.figure_at(word.start).filter(|figure| of_change(figure)) else { continue };
        let Some(metric) = claim.grounds.metrics.get(&figure.metric) else { continue };
        let rest = list.get(at + 1..).unwrap_or_default();
        let is_points = metric.unit == Unit::Percent && figure.member != "change.percent";
        if figure.member == "change.percent" && names_points(rest) {
            let other = if metric.unit == Unit::Percent { "change.points" } else { "change.difference" };
            f.push(finding(claim, figure, (rest, "a percentage change"), other));
        } else if is_points && names_percent(word, rest) {
            f.push(finding(claim, figure, (rest, "a number of percentage points"), "change.percent"));
        }
    }
}

fn names_points(rest: &[Word<'_>]) -> bool {
    let is = |at: usize, list: &[&str]| rest.get(at).is_some_and(|word| word.is_one_of(list));
    is(0, &["percentage"]) && is(1, &["point", "points"]) || is(0, &["points"])
}

fn names_percent(figure: &Word<'_>, rest: &[Word<'_>]) -> bool {
    let Some(first) = rest.first() else { return false };
    first.text == "%" && first.start == figure.end
        || first.is("percent")
        || first.is("per") && rest.get(1).is_some_and(|word| word.is("cent"))
}

fn finding(claim: Claim<'_>, figure: &InlineFigure, (rest, what): (&[Word<'_>], &str), other: &str) -> Diagnostic {
    let word = rest.first().copied().map_or(Place::Span(figure.span), |word| Place::Span(claim.span(word)));
    let message = format!("`{}.{}` is {what}, and the words behind it name the other", figure.metric, figure.member);
    Diagnostic::error("percent-points", message, word)
        .also(Place::Span(figure.span), "the figure")
        .help("take the words out: the figure prints its own sign")
        .help(format!("for the other figure write `{{{{ {}.{other} }}}}`", figure.metric))
}
