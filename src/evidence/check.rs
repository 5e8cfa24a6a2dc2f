//! Whether rows make sense together.
//!
//! In: rows of one metric. Out: findings: counts that are no counts, rows given twice, lengths of time mixed, a total among
//! the parts. Not here: sums (`reconcile.rs`) and bands (`bands.rs`).

use std::collections::BTreeMap;

use super::row::{Row, Rows};
use crate::diag::{Diagnostic, Place};
use crate::model::derivation::Method;
use crate::model::metric::Basis;
use crate::model::note::MetricNote;
use crate::model::period::Grain;
use crate::model::quantity::{Decimal, Unit};

/// Checks that need one row at a time, then those that need all.
pub(super) fn check(note: &MetricNote, unit: &Unit, rows: &Rows, f: &mut Vec<Diagnostic>) {
    if unit.is_count() && note.basis != Basis::Average {
        rows.list.iter().filter(|row| row.ratio.is_none()).for_each(|row| count(row, unit, f));
    }
    let is_typed = note.derivation.as_ref().is_none_or(|found| !matches!(found.method, Method::Share | Method::Change));
    if *unit == Unit::Percent && is_typed {
        percent_scales(rows, f);
    }
    repeats(rows, f);
    if !rows.inside {
        mixed(rows, f);
        overlaps(rows, f);
    }
    if is_additive(note, unit) {
        total_rows(rows, f);
        unnamed_total(rows, f);
    }
}

/// Whether values of this kind can be added up over groups.
pub(super) fn is_additive(note: &MetricNote, unit: &Unit) -> bool {
    let adds = matches!(unit, Unit::Count(_) | Unit::Pounds | Unit::Time(_));
    adds && !matches!(note.basis, Basis::Average)
}

/// The length of time that all periods share.
pub(super) fn grain(note: &MetricNote, rows: &Rows) -> Option<Grain> {
    let mut grains = rows.list.iter().map(|row| row.period.as_ref().and_then(|period| period.grain));
    let first = grains.next()??;
    let shared = grains.all(|grain| grain == Some(first));
    // Two values inside a note are no series unless the note says how long their periods are.
    (shared && (!rows.inside || note.grain.is_some() || rows.list.len() > 2)).then_some(first)
}

fn count(row: &Row, unit: &Unit, f: &mut Vec<Diagnostic>) {
    let Some(value) = row.value else { return };
    if value.is_sign_negative() && !value.is_zero() {
        let finding = Diagnostic::error(
            "count-negative",
            format!("a count of {} is below 0", unit.name()),
            Place::Span(row.span),
        );
        f.push(finding.help("write a number from 0, or leave the cell empty when it is not known"));
    } else if !value.fract().is_zero() {
        let finding = Diagnostic::error(
            "count-not-whole",
            format!("a count of {} is not a whole number", unit.name()),
            Place::Span(row.span),
        );
        f.push(finding.help("write a whole number; for an average say `basis: average`"));
    }
}

/// Percentages typed as 0.25 and as 25 in one column: every small one fits among the others when it is taken times 100.
fn percent_scales(rows: &Rows, f: &mut Vec<Diagnostic>) {
    let typed = || rows.list.iter().filter(|row| row.ratio.is_none()).filter_map(|row| Some((row, row.value?)));
    let is_small = |value: Decimal| value > Decimal::ZERO && value < Decimal::ONE;
    let mut large = typed().filter(|(_, value)| *value > Decimal::ONE);
    let Some((large_row, first)) = large.next() else { return };
    let (low, high) = large.fold((first, first), |(low, high), (_, value)| (low.min(value), high.max(value)));
    let two = Decimal::TWO;
    let (low, high) = (low.checked_div(two).unwrap_or(low), high.checked_mul(two).unwrap_or(high));
    let fits =
        |value: Decimal| value.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|whole| (low..=high).contains(&whole));
    let small: Vec<_> = typed().filter(|(_, value)| is_small(*value)).collect();
    let Some((row, value)) = small.first() else { return };
    if small.iter().all(|(_, value)| fits(*value)) {
        let whole = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(*value).normalize();
        f.push(
            Diagnostic::error(
                "percent-scale",
                format!("{} stands among percentages such as {}", value.normalize(), first.normalize()),
                Place::Span(row.span),
            )
            .also(Place::Span(large_row.span), "typed from 0 to 100")
            .help(format!(
                "write {whole} if the value is {whole}%; if all are right, allow `percent-scale` with a reason"
            )),
        );
    }
}

fn repeats(rows: &Rows, f: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<(&[String], String, &str), &Row> = BTreeMap::new();
    for row in &rows.list {
        let period = row.period.as_ref().map_or(String::new(), |period| match period.days {
            Some((from, to)) => format!("{from} {to}"),
            None => period.text.to_lowercase(),
        });
        let name = if rows.inside { row.name.as_str() } else { "" };
        if !rows.inside && row.groups.is_empty() && row.period.is_none() {
            continue;
        }
        let Some(first) = seen.insert((row.groups.as_slice(), period, name), row) else { continue };
        let (code, what) =
            if row.groups.is_empty() { ("period-twice", "this period") } else { ("row-twice", "this group") };
        let typed = row.groups.iter().map(String::as_str).chain(row.period.as_ref().map(|period| period.text.as_str()));
        let name = typed.collect::<Vec<_>>().join(", ");
        f.push(
            Diagnostic::error(code, format!("`{name}` has two rows"), Place::Span(row.name_span))
                .label("the second row")
                .also(Place::Span(first.name_span), "the first row")
                .help(format!("keep one row for {what}")),
        );
    }
}

fn mixed(rows: &Rows, f: &mut Vec<Diagnostic>) {
    let mut periods = rows.list.iter().filter_map(|row| row.period.as_ref().map(|period| (row, period)));
    let Some((first_row, first)) = periods.next() else { return };
    let Some((row, period)) = periods.find(|(_, period)| period.grain != first.grain) else { return };
    let name = |grain: Option<Grain>| grain.map_or_else(|| "words".to_owned(), |grain| format!("a {}", grain.name()));
    let message = format!("`{}` stands among periods of another length", period.text);
    f.push(
        Diagnostic::error("period-mixed", message, Place::Span(row.name_span))
            .label(name(period.grain))
            .also(Place::Span(first_row.name_span), name(first.grain))
            .help("write every period of a table in one way, and its length in the note, for example `period: month`"),
    );
}

fn overlaps(rows: &Rows, f: &mut Vec<Diagnostic>) {
    let mut dated: Vec<_> = rows.list.iter().filter_map(|row| Some((row, row.period.as_ref()?.days?))).collect();
    dated.sort_by(|(a, days_a), (b, days_b)| (&a.groups, days_a).cmp(&(&b.groups, days_b)));
    for pair in dated.windows(2) {
        let [(before, (from, to)), (after, (next, _))] = pair else { continue };
        if before.groups == after.groups && next <= to && next != from {
            f.push(
                Diagnostic::error("period-overlap", "two periods of a series overlap", Place::Span(after.name_span))
                    .label(format!("begins on {next}"))
                    .also(Place::Span(before.name_span), format!("lasts until {to}"))
                    .help("let each period begin on the day after the one before it ends"),
            );
        }
    }
}

/// A row that holds the total of the others would be counted twice.
fn total_rows(rows: &Rows, f: &mut Vec<Diagnostic>) {
    for row in &rows.list {
        let Some(group) = row.groups.iter().find(|group| is_total(group)) else { continue };
        let typed = row
            .value
            .map_or_else(String::new, |value| format!(" and write `total: {}` in the note", value.normalize()));
        f.push(
            Diagnostic::error(
                "total-in-rows",
                format!("the row `{group}` looks like a total among the parts"),
                Place::Span(row.name_span),
            )
            .help(format!("delete the row{typed}")),
        );
    }
}

/// A row without the name of a total whose number is the sum of all others.
fn unnamed_total(rows: &Rows, f: &mut Vec<Diagnostic>) {
    let is_list = rows.dimensions.len() == 1 && rows.list.iter().all(|row| row.period.is_none());
    let named = rows.list.iter().any(|row| row.groups.iter().any(|group| is_total(group)));
    let values: Option<Vec<Decimal>> = rows.list.iter().map(|row| row.value).collect();
    // Small numbers and few parts add up by chance.
    let Some(values) = values.filter(|values| is_list && !named && values.len() > 3) else { return };
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
    let half = sum.and_then(|sum| sum.checked_div(Decimal::TWO)).filter(|half| *half >= Decimal::ONE_HUNDRED);
    let are_parts = values.iter().all(|value| !value.is_sign_negative());
    let found = rows.list.iter().find(|row| half.is_some() && row.value == half && are_parts);
    let Some((row, group)) = found.and_then(|row| Some((row, row.groups.first()?))) else { return };
    f.push(
        Diagnostic::warning(
            "total-in-rows",
            format!("the row `{group}` is as large as all others together"),
            Place::Span(row.name_span),
        )
        .help("if it is their total, delete the row and write `total:` in the note")
        .help("if it is not, allow `total-in-rows` with a reason"),
    );
}

fn is_total(group: &str) -> bool {
    let group = group.to_lowercase();
    let whole = ["total", "totals", "grand total", "subtotal", "sub-total", "overall", "all", "sum"];
    whole.contains(&group.as_str())
        || ["total ", "all "].iter().any(|start| group.starts_with(start))
        || group.ends_with(" total")
}
