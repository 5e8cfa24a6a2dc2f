//! `date-format`: a date is not written as day, month and year.
//!
//! In: dates of the text. Out: a finding on "6th August", "August 6", "6 August, 2018", "6 Aug" and "06/08/2018", with a
//! correction where it is certain. Shortened months may stand in tables. Not here: ranges of dates.

use super::calendar::{is_month, long_month};
use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "date-format",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: dates", "NHS content guide: numbers, measurements, dates and time"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    // Every date has a figure: its first word, or the day behind its month.
    for Among { passage, words, at, word } in page.figures() {
        let in_table = passage.in_cell();
        let near = |at: usize| Near { page, words, at };
        if let Some(month) =
            at.checked_sub(1).filter(|at| words.get(*at).is_some_and(|word| word.shape == Shape::Capital))
        {
            say(near(month).month_first(), found);
        }
        if word.shape == Shape::Number {
            say(near(at).slashed().or_else(|| near(at).day_first(in_table)), found);
        }
    }
}

fn say(told: Told, found: &mut Found<'_>) {
    let Some((range, wanted)) = told else { return };
    let finding = found.say(range.clone(), "a date is not written as day, month and year");
    match wanted {
        Some(wanted) => finding.help(format!("write \"{wanted}\"")).replace(&range, wanted),
        None => finding.help("write the month as a word: \"6 August 2018\""),
    };
}

/// A word and what stands around it.
struct Near<'p> {
    page: &'p Page<'p>,
    words: &'p [Word],
    at: usize,
}

type Told = Option<(std::ops::Range<usize>, Option<String>)>;

impl<'p> Near<'p> {
    /// A word further on, joined to the one before it by one of these.
    fn next(&self, by: usize, joins: &[&str]) -> Option<(Word, &'p str)> {
        let (left, right) = (self.words.get(self.at + by - 1)?, self.words.get(self.at + by)?);
        joins.contains(&self.page.between(*left, *right)).then(|| (*right, self.page.word(*right)))
    }

    fn word(&self) -> Option<(Word, &'p str)> {
        self.words.get(self.at).map(|word| (*word, self.page.word(*word)))
    }

    /// `6th August 2018`, `6 August, 2018`, `6th of August`, `6 Aug 2018`.
    fn day_first(&self, in_table: bool) -> Told {
        let (first, typed) = self.word()?;
        let day = day(typed)?;
        let (month_at, month_word, typed_month) = match self.next(1, &[" "])? {
            (_, "of") => self.next(2, &[" "]).map(|(word, typed)| (2, word, typed))?,
            (word, typed) => (1, word, typed),
        };
        let month = if is_month(typed_month) { typed_month } else { long_month(typed_month)? };
        let is_short = month != typed_month;
        let year = self.next(month_at + 1, &[" ", ", "]).filter(|(_, year)| is_year(year));
        let comma = year.is_some_and(|(year, _)| self.page.between(month_word, year) == ", ");
        // "On 6 March, 2,000 people came" has no year: the number must be one.
        let wrong = month_at == 2
            || day.len() != typed.len()
            || comma
            || is_short && !in_table && month_word.shape == Shape::Capital;
        // "1 Mar" and "May" without a year may be anything else.
        if !wrong || is_short && year.is_none() {
            return None;
        }
        let end = year.map_or(month_word, |(word, _)| word);
        let year = year.map(|(_, year)| format!(" {year}")).unwrap_or_default();
        let month = if in_table { typed_month } else { month };
        Some((first.range().start..end.range().end, Some(format!("{day} {month}{year}"))))
    }

    /// `August 6, 2018`, `August 6th`.
    fn month_first(&self) -> Told {
        let (first, month) = self.word().filter(|(_, word)| is_month(word))?;
        let (number, typed) = self.next(1, &[" "])?;
        let day = day(typed)?;
        let year = self.next(2, &[" ", ", "]).filter(|(_, year)| is_year(year));
        let is_ordinal = day.len() != typed.len();
        // "In May 6 people came": a plain number needs a year behind a comma.
        let is_date = is_ordinal || year.is_some_and(|(year, _)| self.page.between(number, year) == ", ");
        // "10 May 6, 2018" is nothing we know.
        let before = self.at.checked_sub(1).and_then(|at| self.words.get(at));
        if !is_date || before.is_some_and(|word| word.shape == Shape::Number) {
            return None;
        }
        let end = year.map_or(number, |(word, _)| word);
        let year = year.map(|(_, year)| format!(" {year}")).unwrap_or_default();
        Some((first.range().start..end.range().end, Some(format!("{day} {month}{year}"))))
    }

    /// `06/08/2018`, `6.8.18`.
    fn slashed(&self) -> Told {
        let (word, typed) = self.word().filter(|(_, typed)| typed.len() >= "1/1/26".len())?;
        let mark = ['/', '.', '-'].into_iter().find(|mark| typed.contains(*mark))?;
        let parts: Vec<&str> = typed.split(mark).collect();
        let [day, month, year] = parts.as_slice() else { return None };
        let number =
            |part: &str, most: u32| part.len() <= 2 && part.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
        let is_date = number(day, 31)
            && number(month, 12)
            && (is_year(year) || mark == '/' && year.len() == 2 && number(year, 99));
        is_date.then(|| (word.range(), None))
    }
}

/// The day of the month in `6`, `6th`, `1st`.
fn day(typed: &str) -> Option<&str> {
    let digits = typed.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let end = typed.get(digits.len()..)?;
    let is_day = digits.len() <= 2 && digits.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
    (is_day && matches!(end, "" | "st" | "nd" | "rd" | "th")).then_some(digits)
}

fn is_year(typed: &str) -> bool {
    typed.len() == 4
        && (typed.starts_with("19") || typed.starts_with("20"))
        && typed.bytes().all(|b| b.is_ascii_digit())
}
