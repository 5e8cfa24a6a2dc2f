//! "More than", "over", "under": a bound in words against the figures.
//!
//! In: a headline with an amount typed in it, or a bound right before a figure. Out: a finding where no figure of the metric
//! lies on that side, or where the figure is the amount itself. Not here: numbers typed in prose (`evidence/typed.rs`).

use super::Claim;
use super::words::{Way, Word, before, is_plain};
use crate::diag::{Diagnostic, Place};
use crate::evidence::member::{Number, number};
use crate::model::document::InlineFigure;
use crate::model::metric::Metric;
use crate::model::quantity::{Bound, Decimal, Unit, rounded};

/// Fractions in words, in percent.
const FRACTIONS: [(&str, Option<&str>, u32, u32); 6] = [
    ("half", None, 1, 2),
    ("a", Some("third"), 1, 3),
    ("a", Some("quarter"), 1, 4),
    ("a", Some("half"), 1, 2),
    ("two", Some("thirds"), 2, 3),
    ("three", Some("quarters"), 3, 4),
];

/// A bound that ends before a position, with the way it opens: `more than`, `over`, `under`.
fn bound_before<'s>(list: &[Word<'s>], at: usize) -> Option<(Word<'s>, Way)> {
    let last = before(list, at, 1)?;
    if last.is("than") {
        let first = before(list, at, 2)?;
        let way = match first {
            first if first.is("more") => Way::Up,
            first if first.is_one_of(&["less", "fewer"]) => Way::Down,
            _ => return None,
        };
        return Some((
            Word { text: if way == Way::Up { "more than" } else { "less than" }, start: first.start, end: last.end },
            way,
        ));
    }
    match last {
        last if last.is("over") => Some((last, Way::Up)),
        last if last.is("under") => Some((last, Way::Down)),
        _ => None,
    }
}

/// A bound before an amount that is typed in a headline: one figure of the metric must lie on that side.
pub(super) fn typed(claim: Claim<'_>, metric: &Metric, list: &[Word<'_>], f: &mut Vec<Diagnostic>) {
    for at in 0..list.len() {
        let Some((word, way)) = bound_before(list, at).filter(|_| is_plain(list, at)) else { continue };
        let Some((amount, candidates)) = amount(list, at, metric) else { continue };
        let lies = |number: &Decimal| if way == Way::Up { *number > amount } else { *number < amount };
        if candidates.is_empty() || candidates.iter().any(lies) {
            continue;
        }
        let typed = list.get(at).map(|word| word.text).unwrap_or_default();
        let message = format!("no figure of `{}` is {} {typed}", metric.id, word.text);
        f.push(
            Diagnostic::error("claim-size", message, Place::Span(claim.span(word)))
                .also(Place::File(metric.file), "its figures")
                .help(format!("print a figure in place of the number, for example `{{{{ {}.latest }}}}`", metric.id)),
        );
    }
}

/// The amount that begins at a position, and the figures of the metric that are amounts of that sort.
fn amount(list: &[Word<'_>], at: usize, metric: &Metric) -> Option<(Decimal, Vec<Decimal>)> {
    let (first, next) = (list.get(at)?, list.get(at + 1));
    for (word, second, top, bottom) in FRACTIONS {
        if first.is(word) && second.is_none_or(|second| next.is_some_and(|next| next.is(second))) {
            let percent = Decimal::from(top * 100) / Decimal::from(bottom);
            return Some((percent, percentages(metric)));
        }
    }
    if let Some(digits) = first.text.strip_suffix('%') {
        return Some((decimal(digits)?, percentages(metric)));
    }
    let is_pounds = first.text.starts_with('£');
    let digits = decimal(first.text.trim_start_matches('£'))?;
    let scale = match next {
        Some(next) if next.is("million") => 1_000_000,
        Some(next) if next.is("billion") => 1_000_000_000,
        _ => 1,
    };
    let amount = digits.checked_mul(Decimal::from(scale))?;
    let unit = metric.unit.name();
    let is_counted = next.is_some_and(|next| next.is(&unit)) && metric.unit.is_count();
    let fits = if is_pounds { metric.unit == Unit::Pounds } else { is_counted };
    fits.then(|| (amount, amounts(metric)))
}

fn decimal(digits: &str) -> Option<Decimal> {
    Decimal::from_str_exact(&digits.replace(',', "")).ok()
}

/// Every amount in the metric's own unit.
fn amounts(metric: &Metric) -> Vec<Decimal> {
    let values = metric.values.iter().filter_map(|value| value.value.as_ref()).map(|quantity| quantity.value);
    let total = metric.total.as_ref().and_then(|total| total.value);
    let change = metric.change.as_ref().map(|change| change.difference.abs());
    let sum = metric
        .values
        .iter()
        .filter_map(|value| value.value.as_ref())
        .try_fold(Decimal::ZERO, |sum, quantity| sum.checked_add(quantity.value));
    let hides = metric.values.iter().any(|value| value.suppressed);
    if hides {
        Vec::new()
    } else {
        values.chain(total).chain(change).chain(sum.filter(|_| !metric.dimensions.is_empty())).collect()
    }
}

/// Every percentage that the metric knows.
fn percentages(metric: &Metric) -> Vec<Decimal> {
    if metric.values.iter().any(|value| value.suppressed) {
        return Vec::new();
    }
    let own = if metric.unit == Unit::Percent { amounts(metric) } else { Vec::new() };
    let shares: Vec<Decimal> = metric.values.iter().filter_map(|value| value.share).collect();
    // Two groups together may be more than half.
    if shares.len() > 2 {
        return Vec::new();
    }
    let change = metric.change.as_ref();
    let changes = change.and_then(|change| change.percent).into_iter().chain(change.and_then(|change| change.points));
    own.into_iter().chain(shares).chain(changes.map(|change| change.abs())).collect()
}

/// A bound right before a figure: the figure as printed must lie on that side of what it is.
pub(super) fn before_figure(
    claim: Claim<'_>,
    (list, at): (&[Word<'_>], usize),
    figure: &InlineFigure,
    f: &mut Vec<Diagnostic>,
) {
    let Some((word, way)) = bound_before(list, at) else { return };
    let Some(found) = number(claim.grounds.metrics, claim.grounds.strings, figure) else { return };
    let Some(printed) = printed(&found, figure) else { return };
    let is_true = if way == Way::Up { found.value > printed } else { found.value < printed };
    let place = Place::Span(claim.span(word));
    let name = format!("{}.{}", figure.metric, figure.member);
    if found.bound != Bound::Exact {
        let message =
            format!("`{}` stands before `{name}`, which brings its own `{}`", word.text, bound_word(found.bound));
        f.push(
            Diagnostic::error("claim-size", message, place).help(format!("take `{}` out of the sentence", word.text)),
        );
    } else if !is_true {
        let message = format!("`{}` stands before `{name}`, which is {}", word.text, found.display);
        f.push(
            Diagnostic::error("claim-size", message, place)
                .help(format!("take `{}` out: the figure is the amount itself", word.text)),
        );
    }
}

fn bound_word(bound: Bound) -> String {
    Bound::ALL.iter().find(|(_, known)| *known == bound).map_or("about", |(name, _)| name).replace('_', " ")
}

/// The number as the reader sees it, rounded.
fn printed(number: &Number, figure: &InlineFigure) -> Option<Decimal> {
    if figure.format.as_deref() == Some("words") {
        return None;
    }
    let shown = rounded(number.value, number.decimals);
    if figure.format.as_deref() != Some("short") {
        return Some(shown);
    }
    for zeros in [9_u32, 6] {
        let step = Decimal::from(10_u64.checked_pow(zeros)?);
        if number.value.abs() >= step {
            return rounded(number.value.checked_div(step)?, 1).checked_mul(step);
        }
    }
    Some(shown)
}
