//! `phone-format`: a phone number is not grouped by spaces.
//!
//! In: numbers of the United Kingdom of 10 or 11 figures. Out: a finding on those without spaces, with hyphens, or with the
//! first figure of the number in the code of London; with a correction where the groups are certain. Not here: its label.

use super::found::Found;
use super::page::{Among, Page};
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "phone-format",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: telephone numbers", "NHS content guide: A to Z"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for Among { words, at, word, .. } in page.numbers() {
        let run = run(page, words.get(at..).unwrap_or_default());
        let told = london(page, run).or_else(|| ungrouped(page, word));
        if let Some((range, wanted)) = told {
            let finding = found.say(range.clone(), "a phone number is not grouped by spaces after its code");
            match wanted {
                Some(wanted) => finding.help(format!("write \"{wanted}\"")).replace(&range, wanted),
                None => finding
                    .help("put a space after the code and in the middle of the rest, for example \"01632 960 001\""),
            };
        }
    }
}

type Told = Option<(std::ops::Range<usize>, Option<String>)>;

/// Words of figures that follow each other with one space between.
fn run<'p>(page: &Page<'_>, words: &'p [Word]) -> &'p [Word] {
    let joined = words.windows(2).take(4).take_while(|pair| {
        let [left, right] = pair else { return false };
        right.shape == Shape::Number && page.between(*left, *right) == " "
    });
    words.get(..joined.count() + 1).unwrap_or_default()
}

/// `0207 946 0457`: the code of London is 020.
fn london(page: &Page<'_>, run: &[Word]) -> Told {
    let (first, last) = (run.first()?, run.get(..3)?.last()?);
    if !matches!(page.word(*first), "0203" | "0207" | "0208") {
        return None;
    }
    let digits: String = run.iter().take(3).map(|word| page.word(*word)).collect();
    let wanted = grouped(&digits).filter(|_| digits.len() == 11)?;
    Some((first.range().start..last.range().end, Some(wanted)))
}

/// `02079460457` and `0207-946-0457`.
fn ungrouped(page: &Page<'_>, word: Word) -> Told {
    let typed = Some(page.word(word)).filter(|typed| typed.len() >= 11)?;
    let digits = typed.replace('-', "");
    let is_phone = digits.len() == 11 && digits.bytes().all(|b| b.is_ascii_digit()) && {
        let code = digits.get(..2).unwrap_or_default();
        matches!(code, "01" | "02" | "03" | "07" | "08")
    };
    is_phone.then(|| (word.range(), grouped(&digits)))
}

/// The groups of a number whose code is certain.
fn grouped(digits: &str) -> Option<String> {
    let cut = |from: usize, to: usize| digits.get(from..to);
    let is = |codes: &[&str]| codes.iter().any(|code| digits.starts_with(code));
    if is(&["020", "023", "024", "028", "029"]) {
        return Some(format!("{} {} {}", cut(0, 3)?, cut(3, 7)?, cut(7, 11)?));
    }
    let is_city = is(&["011"]) || digits.starts_with("01") && digits.get(3..4) == Some("1");
    if is_city || is(&["03", "080", "084", "087"]) {
        return Some(format!("{} {} {}", cut(0, 4)?, cut(4, 7)?, cut(7, 11)?));
    }
    is(&["07"]).then(|| Some(format!("{} {} {}", cut(0, 5)?, cut(5, 8)?, cut(8, 11)?))).flatten()
}
