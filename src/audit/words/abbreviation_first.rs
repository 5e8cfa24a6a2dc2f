//! `abbreviation-first`: an abbreviation is not explained where it is first used.
//!
//! In: the text in the order of reading. Out: a finding on the first use of each abbreviation that has no long form beside
//! it. Well-known ones, and headings, are left alone. Not here: full stops in abbreviations.

use std::collections::BTreeSet;

use super::found::Found;
use super::page::{Among, Page, Part, Passage};
use super::rule::{Pack, Rule};
use super::split::{Shape, Word};
use crate::diag::Severity;
use crate::model::prose::BlockKind;

pub(super) const RULE: Rule = Rule {
    code: "abbreviation-first",
    severity: Severity::Warning,
    basis: &["GOV.UK style guide: abbreviations", "NHS content guide: formatting"],
    pack: Pack::Every,
    list: None,
    check,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for Among { passage, word, .. } in page.shaped(&[Shape::Capitals, Shape::Mixed]) {
        let typed = page.word(word);
        let Some(short) = abbreviation(typed) else { continue };
        // A heading need not explain, but may.
        if seen.contains(short) || !is_text(passage.part) && !page.is_explained(word) {
            continue;
        }
        seen.insert(short);
        if super::known::is_known(short)
            || page.explains(short)
            || page.is_explained(word)
            || is_shouted(page, passage, word)
        {
            continue;
        }
        found
            .say(word.range(), format!("\"{short}\" is not explained where it is first used"))
            .help(format!("write the long form first, then the short one in brackets: \"British Sign Language (BSL)\", here \"… ({short})\""));
    }
}

fn is_text(part: Part) -> bool {
    matches!(part, Part::Body(BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Cell { header: false }))
}

/// The abbreviation in a word of two to five capitals: `BSL`, and `BSL` of `BSLs`.
fn abbreviation(typed: &str) -> Option<&str> {
    let short = typed.strip_suffix("'s").or_else(|| typed.strip_suffix("\u{2019}s")).unwrap_or(typed);
    let short = short.strip_suffix('s').unwrap_or(short);
    let is_short = (2..=5).contains(&short.len()) && short.bytes().all(|b| b.is_ascii_uppercase());
    is_short.then_some(short)
}

/// Whether its neighbour is in capitals too, so that it may be a word that is shouted.
fn is_shouted(page: &Page<'_>, passage: &Passage, word: Word) -> bool {
    let words = page.words(&passage.words);
    let at = words.partition_point(|other| other.start < word.start);
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| words.get(at));
    let mut loud = beside.filter(|other| other.shape == Shape::Capitals && !super::known::is_known(page.word(**other)));
    loud.any(|other| {
        let between = if other.start < word.start { page.between(*other, word) } else { page.between(word, *other) };
        between == " "
    })
}
