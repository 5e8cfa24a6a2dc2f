//! Full-year equivalents, of which there are three, never to be mixed.
//!
//! In: changes in weekly cost with their dates (`recurring`, `cash in year`), or an amount and its months (`run rate`).
//! Recurring: the sum of before less after, increases included as negatives, times 52. Cash in year: each change times the
//! days left to 31 March, the day of the change included, over 7; one value for each financial year. Run rate: the amount
//! times 12 over its months. Out: rows. Not here: amounts that their source has annualised already.

use std::collections::BTreeMap;

use super::super::columns;
use super::super::dates;
use super::super::number::number;
use super::super::row::{Row, Rows};
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::derivation::Carried;
use crate::model::note::{MetricNote, NoteValues, TableNote};
use crate::model::period::{Grain, Period};
use crate::model::quantity::{Bound, Decimal};
use crate::model::source::Span;
use crate::model::table::{Cell, Table};

/// Weeks in the year of a recurring amount.
const WEEKS: u32 = 52;

/// Whether the way and the values fit.
pub(super) fn check(note: &MetricNote, f: &mut Vec<Diagnostic>) {
    let is_table = matches!(note.values, NoteValues::Table(_));
    let place = Place::Key(note.file, "annualised".to_owned());
    let (message, help) = match note.annualised.as_deref() {
        Some("recurring" | "cash in year") if is_table => return,
        Some("run rate") if !is_table => return,
        Some(way @ ("recurring" | "cash in year")) => (
            format!("`annualised: {way}` is worked out from changes in weekly cost"),
            "put the changes in a CSV file with the columns date, before and after (pounds a week), and name it with `file:`",
        ),
        Some("run rate") => (
            "`annualised: run rate` is worked out from an amount and its months".to_owned(),
            "write `values: { latest: { value: 150000, months: 4 } }`",
        ),
        Some(_) => (
            "a full-year equivalent cannot be worked out in a way that is not stated".to_owned(),
            "write `annualised: recurring`, `cash in year` or `run rate`; remove `method:` if the source made the figure",
        ),
        // The missing field has its own finding.
        None => return,
    };
    f.push(Diagnostic::error("annualised-inputs", message, place).help(help));
}

/// Makes an amount and its months a year's amount.
pub(super) fn run_rate(note: &MetricNote, rows: &mut Rows, f: &mut Vec<Diagnostic>) {
    let NoteValues::Inside(entries) = &note.values else { return };
    if note.annualised.as_deref() != Some("run rate") {
        rows.list.clear();
        return;
    }
    for row in &mut rows.list {
        let Some(entry) = entries.iter().find(|entry| entry.key == row.name) else { continue };
        let months = match entry.months.as_ref().map(|typed| number(&typed.value, typed.span)) {
            Some(Ok(months)) => months.filter(|months| *months > Decimal::ZERO),
            Some(Err(fault)) => {
                f.push(*fault);
                None
            }
            None => None,
        };
        if months.is_none() {
            let message = format!("`{}` does not say how many months its amount covers", entry.key);
            f.push(
                Diagnostic::error("annualised-inputs", message, Place::Span(entry.span))
                    .help("add the months, for example `months: 4`"),
            );
        }
        row.value =
            row.value.zip(months).and_then(|(value, months)| value.checked_mul(Decimal::from(12))?.checked_div(months));
    }
}

/// A change in the weekly cost of support.
struct Step {
    date: Date,
    difference: Decimal,
    span: Span,
    line: u32,
}

/// The rows of a note that names a table of changes.
pub(in super::super) fn rows(note: &MetricNote, named: &TableNote, table: &Table, f: &mut Vec<Diagnostic>) -> Rows {
    if !matches!(note.annualised.as_deref(), Some("recurring" | "cash in year")) {
        return Rows::default();
    }
    let before = f.len();
    let [date, was, is] = ["date", "before", "after"].map(|role| columns::needed(note, named, table, role, f));
    let mut out = Rows { is_whole: f.len() == before, inside: true, ..Rows::default() };
    let (Some(date), Some(was), Some(is)) = (date, was, is) else { return out };
    let mut steps = Vec::new();
    for at in 0..table.rows() {
        let [Some(date), Some(was), Some(is)] = [date, was, is].map(|column| table.cell(at, column)) else { continue };
        steps.extend(step(date, (was, is), f));
    }
    // An amount from some of the changes would be a wrong one.
    if f.len() == before {
        out.list = match note.annualised.as_deref() {
            Some("recurring") => recurring(note, &steps).into_iter().collect(),
            Some("cash in year") => cash(note, &steps),
            _ => Vec::new(),
        };
    }
    out.is_whole = f.len() == before;
    out
}

fn step(date: Cell<'_>, (was, is): (Cell<'_>, Cell<'_>), f: &mut Vec<Diagnostic>) -> Option<Step> {
    let day = date.text.parse::<Date>().ok();
    if day.is_none() {
        let (code, message) = if dates::is_other_order(date.text) {
            ("date-order", format!("`{}` does not begin with the year", date.text))
        } else {
            ("date-invalid", format!("`{}` is no day of the calendar", date.text))
        };
        f.push(
            Diagnostic::error(code, message, Place::Span(date.span))
                .help("write the day of the change as YYYY-MM-DD, for example 2019-10-07"),
        );
    }
    let mut amount = |cell: Cell<'_>| match number(cell.text, cell.span) {
        Ok(Some(amount)) => Some(amount),
        Ok(None) => {
            f.push(
                Diagnostic::error("annualised-inputs", "a change has no weekly cost here", Place::Span(cell.span))
                    .help("write the pounds a week; 0 where there was no support"),
            );
            None
        }
        Err(fault) => {
            f.push(*fault);
            None
        }
    };
    let (was, is) = (amount(was), amount(is));
    Some(Step { date: day?, difference: was?.checked_sub(is?)?, span: date.span, line: date.line })
}

fn recurring(note: &MetricNote, steps: &[Step]) -> Option<Row> {
    let first = steps.first()?;
    let sum = steps.iter().try_fold(Decimal::ZERO, |sum, step| sum.checked_add(step.difference))?;
    let year = |step: &Step| Grain::FinancialYear.start(step.date);
    let is_one_year = steps.iter().all(|step| year(step) == year(first));
    let period = is_one_year.then(|| Period::beginning(year(first), Grain::FinancialYear));
    Some(row(note, "recurring", period, (sum.checked_mul(Decimal::from(WEEKS)), first)))
}

fn cash(note: &MetricNote, steps: &[Step]) -> Vec<Row> {
    let mut years: BTreeMap<Date, (Option<Decimal>, &Step)> = BTreeMap::new();
    for step in steps {
        let begin = Grain::FinancialYear.start(step.date);
        let days = begin.plus_months(12).days_since(step.date);
        let worth = step.difference.checked_mul(Decimal::from(days));
        let (sum, _) = years.entry(begin).or_insert((Some(Decimal::ZERO), step));
        *sum = sum.zip(worth).and_then(|(sum, worth)| sum.checked_add(worth));
    }
    let made = |(begin, (sum, first)): (Date, (Option<Decimal>, &Step))| {
        let value = sum.and_then(|sum| sum.checked_div(Decimal::from(7)));
        row(note, "", Some(Period::beginning(begin, Grain::FinancialYear)), (value, first))
    };
    years.into_iter().map(made).collect()
}

fn row(note: &MetricNote, name: &str, period: Option<Period>, (value, first): (Option<Decimal>, &Step)) -> Row {
    Row {
        name: name.to_owned(),
        groups: Vec::new(),
        period,
        value,
        ratio: None,
        places: 0,
        bound: Bound::Exact,
        words: None,
        carried: Carried::default(),
        year: None,
        status: note.status,
        note: None,
        span: first.span,
        name_span: first.span,
        line: first.line,
        hidden: false,
    }
}
