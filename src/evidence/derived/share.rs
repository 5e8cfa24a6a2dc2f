//! The part that each group has in all of them.
//!
//! In: rows after masking, the totals that may be shown. Out: each value times 100 over the total of its period, with both
//! as top and bottom; nothing where the total is not known or hidden. Not here: making totals.

use std::collections::BTreeMap;

use super::super::disclose::Masked;
use super::super::row::{Row, Rows};
use crate::model::quantity::Decimal;

/// The totals of a table before masking: one for each period, or one for all under an empty name.
pub(in super::super) fn totals(rows: &Rows) -> BTreeMap<String, Option<Decimal>> {
    let mut totals: BTreeMap<String, Option<Decimal>> = BTreeMap::new();
    for row in &rows.list {
        let total = totals.entry(time(row)).or_insert(Some(Decimal::ZERO));
        *total = total.zip(row.value).and_then(|(sum, value)| sum.checked_add(value));
    }
    if !rows.is_whole {
        for total in totals.values_mut() {
            *total = None;
        }
    }
    totals
}

/// Replaces values by shares.
pub(in super::super) fn share(rows: &mut Rows, totals: &BTreeMap<String, Option<Decimal>>) {
    for row in &mut rows.list {
        let total = totals.get(&time(row)).copied().flatten().filter(|total| *total > Decimal::ZERO);
        row.ratio = row.value.zip(total);
        row.value = row.ratio.and_then(|(part, total)| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total));
        row.words = None;
    }
}

/// The totals that masking left.
pub(in super::super) fn left(
    mut totals: BTreeMap<String, Option<Decimal>>,
    masked: &Masked,
) -> BTreeMap<String, Option<Decimal>> {
    for (period, total) in &mut totals {
        *total = if period.is_empty() {
            masked.total
        } else {
            let margin = masked.margins.iter().find(|margin| margin.dimension == 1 && margin.group == *period);
            margin.map_or(*total, |margin| margin.value)
        };
    }
    totals
}

fn time(row: &Row) -> String {
    row.period.as_ref().map_or_else(String::new, |period| period.text.clone())
}
