//! Groups compared in a funnel: how far chance alone carries a group of each size from all of them together.
//!
//! In: one ratio for each group, after masking. Out: the same rows with the pooled ratio and its 95% and 99.8% limits at the
//! size of each group. A limit is the ratio whose own confidence limit at that size is the pooled ratio: by Wilson for
//! shares, by Byar for rates. A hidden group is no part of the pool, which would give it away. Not here: any ranking.

use super::super::gather::scale;
use super::super::row::Rows;
use super::quantile;
use crate::diag::{Diagnostic, Place};
use crate::model::derivation::Confidence::{NinetyFive, NinetyNineEight};
use crate::model::derivation::{FunnelSize, Limits};
use crate::model::note::MetricNote;
use crate::model::quantity::{Decimal, Unit};

/// Fewer groups than this make no funnel.
const FEWEST: usize = 8;
/// Even steps of the lines.
const STEPS: u32 = 24;

/// Gives every row its limits.
pub(super) fn funnel(note: &MetricNote, unit: &Unit, rows: &mut Rows, f: &mut Vec<Diagnostic>) {
    let place = || Place::Value(note.file, "method".to_owned());
    if rows.dimensions.len() != 1 || rows.list.iter().any(|row| row.period.is_some()) {
        f.push(Diagnostic::error("method-field", "`method: funnel` compares groups at one time", place()).help(
            "name the column of the groups, for example `dimensions: [team]`, and take the column of periods out",
        ));
        rows.list.clear();
        return;
    }
    if rows.list.iter().any(|row| row.ratio.is_none() && row.value.is_some()) {
        f.push(
            Diagnostic::error("method-field", "`method: funnel` needs a numerator and a denominator", place())
                .help("name both, for example `numerator: reviewed` and `denominator: due`"),
        );
        return;
    }
    let ratios = || rows.list.iter().filter_map(|row| row.ratio);
    if (1..FEWEST).contains(&ratios().count()) {
        let message = format!("a funnel of {} groups shows little", ratios().count());
        f.push(
            Diagnostic::warning("funnel-few", message, place())
                .help("use `method: proportion` and show its intervals, or allow `funnel-few` with a reason"),
        );
    }
    let sums = ratios().try_fold((Decimal::ZERO, Decimal::ZERO), |(top, bottom), (a, b)| {
        Some((top.checked_add(a)?, bottom.checked_add(b)?))
    });
    let Some(pooled) = sums.and_then(|(top, bottom)| top.checked_div(bottom)) else { return };
    let known: Vec<Decimal> = ratios().map(|(_, bottom)| bottom).collect();
    for row in &mut rows.list {
        row.carried.limits = row.ratio.and_then(|(_, bottom)| limits(pooled, bottom, unit));
    }
    rows.funnel = sizes(known)
        .into_iter()
        .filter_map(|size| Some(FunnelSize { size, limits: limits(pooled, size, unit)? }))
        .collect();
}

/// The sizes at which the lines of a funnel are worked out: those of the groups, and between them as many as a curve needs.
///
/// Limits change fast where sizes are small, so some steps are even and some are even in proportion.
fn sizes(mut known: Vec<Decimal>) -> Vec<Decimal> {
    known.retain(|size| *size > Decimal::ZERO);
    let Some((least, most)) = known.iter().min().copied().zip(known.iter().max().copied()) else { return Vec::new() };
    let twelfth = Decimal::from(12);
    let margin = most.checked_sub(least).map_or(Decimal::ZERO, |range| range / twelfth).max(most / twelfth);
    let first = least.checked_sub(margin).unwrap_or(least).max(least / Decimal::TWO);
    let last = most.checked_add(margin).unwrap_or(most);
    let step = (last - first) / Decimal::from(STEPS);
    known.extend((0..=STEPS).filter_map(|at| first.checked_add(step.checked_mul(Decimal::from(at))?)));
    if let Ok(ends) = f64::try_from(first).and_then(|first| Ok((first, f64::try_from(last)?))) {
        known.extend(in_proportion(ends, 4).into_iter().filter_map(|size| Decimal::try_from(size).ok()));
    }
    known.retain(|size| (first..=last).contains(size));
    known.sort_unstable();
    known.dedup();
    known
}

/// Sizes between two, each the geometric mean of its neighbours.
fn in_proportion((first, last): (f64, f64), halvings: u32) -> Vec<f64> {
    let middle = first.sqrt() * last.sqrt();
    let mut sizes = vec![middle];
    if let Some(fewer) = halvings.checked_sub(1) {
        sizes.extend(in_proportion((first, middle), fewer));
        sizes.extend(in_proportion((middle, last), fewer));
    }
    sizes
}

fn limits(pooled: Decimal, bottom: Decimal, unit: &Unit) -> Option<Limits> {
    let (share, size) = (f64::try_from(pooled).ok()?, f64::try_from(bottom).ok()?);
    let ends = |confidence| match unit {
        Unit::Per(..) => quantile::funnel_of_rates(share, size, confidence),
        _ => quantile::funnel_of_shares(share, size, confidence),
    };
    let in_unit = |end: f64| Decimal::try_from(end).ok()?.checked_mul(scale(unit));
    let ((lower_95, upper_95), (lower_998, upper_998)) = (ends(NinetyFive), ends(NinetyNineEight));
    Some(Limits {
        pooled: pooled.checked_mul(scale(unit))?,
        lower_95: in_unit(lower_95)?,
        upper_95: in_unit(upper_95)?,
        lower_998: in_unit(lower_998)?,
        upper_998: in_unit(upper_998)?,
    })
}
