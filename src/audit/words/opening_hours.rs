//! `opening-hours`: a dash stands between days or times.
//!
//! In: "Monday-Friday", "Mon - Fri" and "9am-5pm". Out: a finding, and "to" as correction. Not here: other ranges.

use super::calendar::long_day;
use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::Word;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "opening-hours",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: dates", "GOV.UK style guide: times"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.dashed() {
        let range = match page.word(word).split_once(['-', '\u{2013}', '\u{2014}']) {
            Some((left, right)) => range(left, right).map(|wanted| (word.range(), wanted)),
            None => words.get(at + 1).and_then(|next| spaced(page, word, *next)),
        };
        let Some((place, wanted)) = range else { continue };
        found
            .say(place.clone(), "a dash stands between days or times")
            .help(format!("write \"{wanted}\""))
            .replace(&place, wanted);
    }
}

/// `Mon - Fri`.
fn spaced(page: &Page<'_>, left: Word, right: Word) -> Option<(std::ops::Range<usize>, String)> {
    let is_dash = [" - ", " \u{2013} ", " \u{2014} "].contains(&page.between(left, right));
    let wanted = is_dash.then(|| range(page.word(left), page.word(right))).flatten()?;
    Some((left.range().start..right.range().end, wanted))
}

fn range(left: &str, right: &str) -> Option<String> {
    if let (Some(left), Some(right)) = (long_day(left), long_day(right)) {
        return Some(format!("{left} to {right}"));
    }
    let half = |typed: &str| ["am", "pm"].into_iter().find(|end| typed.ends_with(end));
    let end = half(right)?;
    let is_time = |typed: &str| {
        let figure = typed.trim_end_matches("am").trim_end_matches("pm");
        !figure.is_empty() && figure.len() <= 5 && figure.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b':')
    };
    // `10-11am` are both of the morning; `9-5pm` are not.
    let left_half = match half(left) {
        Some(_) => "",
        None => {
            let hour = |typed: &str| typed.split([':', '.', 'a', 'p']).next().and_then(|hour| hour.parse::<u32>().ok());
            let (from, to) = (hour(left)? % 12, hour(right)? % 12);
            if from < to { end } else { return None }
        }
    };
    (is_time(left) && is_time(right)).then(|| format!("{left}{left_half} to {right}"))
}
