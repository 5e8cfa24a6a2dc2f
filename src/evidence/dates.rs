//! Dates in another order than year, month, day.
//!
//! In: the column of periods. Out: one finding for all of them, with the first cell and the first in the right order, since
//! nobody can say whether 03/04/2020 is in March or April. Not here: reading dates.

use crate::diag::{Diagnostic, Place};
use crate::model::table::{Cell, Table};

/// Whether a text is a date with the day or the month first: `03/04/2020`, `3.4.20`.
pub(super) fn is_other_order(text: &str) -> bool {
    let mut parts = text.split(['/', '-', '.']);
    let digits = |part: Option<&str>, sizes: &[usize]| {
        part.is_some_and(|part| sizes.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (day, month, year) = (parts.next(), parts.next(), parts.next());
    digits(day, &[1, 2]) && digits(month, &[1, 2]) && digits(year, &[2, 4]) && parts.next().is_none()
}

/// The finding on a column, if any of its dates has another order.
pub(super) fn fault(table: &Table, column: usize) -> Option<Diagnostic> {
    let cells = || (0..table.rows()).filter_map(|row| table.cell(row, column));
    let first = cells().find(|cell| is_other_order(cell.text))?;
    let count = cells().filter(|cell| is_other_order(cell.text)).count();
    let other = cells().find(|cell| !cell.text.is_empty() && !is_other_order(cell.text));
    let message = match other {
        Some(_) => format!("`{}` stands among dates that begin with the year", first.text),
        None => format!("`{}` does not begin with the year", first.text),
    };
    let mut finding = Diagnostic::error("date-order", message, Place::Span(first.span));
    if count > 1 {
        finding = finding.label(format!("the first of {count} such dates"));
    }
    if let Some(other) = other {
        finding = finding.also(Place::Span(other.span), "begins with the year");
    }
    Some(finding.help(help(first)))
}

fn help(cell: Cell<'_>) -> String {
    let parts: Vec<&str> = cell.text.split(['/', '-', '.']).collect();
    let [first, second, year] = parts.as_slice() else { return String::new() };
    let year = if year.len() == 2 { format!("20{year}") } else { (*year).to_owned() };
    format!("write every date as YYYY-MM-DD: {year}-{second:0>2}-{first:0>2} if the day stands first here")
}

#[cfg(test)]
mod tests {
    use super::is_other_order;

    #[test]
    fn only_dates_that_begin_with_day_or_month_have_another_order() {
        for text in ["03/04/2020", "3-4-20", "03.04.2020"] {
            assert!(is_other_order(text), "{text}");
        }
        for text in ["2020-03-04", "2020-03", "2020", "2019/20", "", "1/2", "a/b/2020", "2020-W07"] {
            assert!(!is_other_order(text), "{text}");
        }
    }
}
