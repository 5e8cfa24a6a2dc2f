//! Savings side by side: what may be added, and why the rest may not.
//!
//! In: metrics that are savings. Out: [`SavingsGroup`]s by kind, in the order of the kinds. Amounts are added only where
//! kind, basis, period and gross or net are alike and stated. Unlike savings are never added (HM Treasury, Government
//! Efficiency Framework). Not here: the page element, words for the reasons.

use std::collections::BTreeSet;

use super::display::Style;
use crate::model::metric::{Basis, Metric, SavingKind};
use crate::model::quantity::{Bound, Quantity};
use crate::model::saving::{SavingsGroup, SavingsTotal, Unlike};
use crate::model::strings::Strings;

/// The savings by kind.
pub fn groups(metrics: &[&Metric], strings: &Strings) -> Vec<SavingsGroup> {
    let of_kind = |kind: SavingKind| metrics.iter().copied().filter(move |metric| metric.kind == Some(kind));
    SavingKind::ALL
        .into_iter()
        .map(|(_, kind)| (kind, of_kind(kind).collect::<Vec<_>>()))
        .filter(|(_, savings)| !savings.is_empty())
        .map(|(kind, savings)| group(kind, &savings, strings))
        .collect()
}

fn group(kind: SavingKind, savings: &[&Metric], strings: &Strings) -> SavingsGroup {
    let mut sets: Vec<Vec<&Metric>> = Vec::new();
    let mut reasons = BTreeSet::new();
    for saving in savings {
        let mut unlike = BTreeSet::new();
        let home = sets.iter_mut().find(|set| {
            let found = set.first().map(|first| differences(first, saving)).unwrap_or_default();
            unlike.extend(found.iter().copied());
            found.is_empty()
        });
        match home {
            Some(set) => set.push(saving),
            None => {
                reasons.extend(unlike);
                sets.push(vec![saving]);
            }
        }
    }
    let mut totals = Vec::new();
    for set in sets.iter().filter(|set| set.len() > 1) {
        match sum(set, strings) {
            Ok(total) => totals.push(total),
            Err(reason) => drop(reasons.insert(reason)),
        }
    }
    let metrics = savings.iter().map(|saving| saving.id.clone()).collect();
    SavingsGroup { kind, metrics, totals, reasons: reasons.into_iter().collect() }
}

/// Why two savings of one kind are not added.
fn differences(a: &Metric, b: &Metric) -> Vec<Unlike> {
    let mut found = Vec::new();
    if a.kind == Some(SavingKind::NotStated) {
        found.push(Unlike::KindNotStated);
    }
    if a.basis != b.basis {
        found.push(Unlike::Basis);
    } else if a.basis == Basis::FullYearEquivalent
        && (a.annualised != b.annualised || a.annualised.as_deref().is_none_or(is_not_stated))
    {
        found.push(Unlike::Annualised);
    }
    match (period(a), period(b)) {
        (Some(a), Some(b)) if a == b => {}
        (Some(_), Some(_)) => found.push(Unlike::Period),
        _ => found.push(Unlike::PeriodNotStated),
    }
    let net = |metric: &Metric| metric.gross_or_net.clone().unwrap_or_else(|| "not stated".to_owned());
    if net(a) != net(b) {
        found.push(Unlike::GrossOrNet);
    }
    found
}

fn is_not_stated(word: &str) -> bool {
    word.starts_with("not stated")
}

/// The one period of a saving, as typed.
fn period(metric: &Metric) -> Option<&str> {
    let mut typed: Vec<&str> =
        metric.values.iter().filter_map(|value| value.period.as_ref()).map(|period| period.text.as_str()).collect();
    typed.dedup();
    match typed.as_slice() {
        [] => metric.covers.as_deref().filter(|covers| !covers.starts_with("not ")),
        [one] => Some(one),
        _ => None,
    }
}

/// The amount of a saving: its total, or its only value.
fn amount(metric: &Metric) -> Option<Quantity> {
    if let Some(total) = metric.total.as_ref().filter(|_| metric.values.len() > 1) {
        return total.value.map(|value| Quantity { value, bound: Bound::Exact, words: None });
    }
    match metric.values.as_slice() {
        [one] => one.value.clone(),
        _ => None,
    }
}

fn sum(set: &[&Metric], strings: &Strings) -> Result<SavingsTotal, Unlike> {
    let mut total: Option<Quantity> = None;
    for metric in set {
        let amount = amount(metric).ok_or(Unlike::NotKnown)?;
        total = Some(match total {
            None => amount,
            Some(so_far) => Quantity {
                value: so_far.value.checked_add(amount.value).ok_or(Unlike::NotKnown)?,
                bound: joined(so_far.bound, amount.bound).ok_or(Unlike::Bound)?,
                words: None,
            },
        });
    }
    let (quantity, first) = total.zip(set.first()).ok_or(Unlike::NotKnown)?;
    let decimals = set.iter().map(|metric| metric.decimals).max().unwrap_or(0);
    let style = Style { unit: &first.unit, decimals, strings };
    let metrics = set.iter().map(|metric| metric.id.clone()).collect();
    Ok(SavingsTotal { metrics, display: style.quantity(&quantity) })
}

/// The bound of a sum, where the bounds of its parts can be joined.
fn joined(a: Bound, b: Bound) -> Option<Bound> {
    match (a, b) {
        (a, b) if a == b => Some(a),
        (Bound::Exact, other) | (other, Bound::Exact) => Some(other),
        (Bound::MoreThan, Bound::AtLeast) | (Bound::AtLeast, Bound::MoreThan) => Some(Bound::MoreThan),
        (Bound::LessThan, Bound::AtMost) | (Bound::AtMost, Bound::LessThan) => Some(Bound::LessThan),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, joined};

    #[test]
    fn a_sum_keeps_the_loosest_bound_of_its_parts() {
        assert_eq!(joined(Bound::Exact, Bound::About), Some(Bound::About));
        assert_eq!(joined(Bound::MoreThan, Bound::Exact), Some(Bound::MoreThan));
        assert_eq!(joined(Bound::MoreThan, Bound::AtLeast), Some(Bound::MoreThan));
        assert_eq!(joined(Bound::MoreThan, Bound::LessThan), None);
        assert_eq!(joined(Bound::About, Bound::MoreThan), None, "what is about so much may be less");
    }
}
