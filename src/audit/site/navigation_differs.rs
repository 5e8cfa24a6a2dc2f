//! `navigation-differs`: a link of the header, navigation or footer that leads elsewhere than on the other pages.
//!
//! Told only of words that lead to one place on nine pages in ten. What leads on or back from a page, to its other
//! language, and what a menu repeats, leads to many places and is not told.

use std::collections::BTreeMap;

use super::{About, Facts, Told, quote};
use crate::audit::reading;
use crate::audit::rule::Rule;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "navigation-differs",
    severity: Severity::Warning,
    basis: &["WCAG 3.2.3", "WCAG 3.2.4"],
    check: |_, _| (),
};

/// So many pages make a custom.
const FEWEST: usize = 10;

pub(super) fn check(pages: &[(&str, &Facts)]) -> Vec<Told> {
    // By language and words: the pages on which they lead to each place.
    let mut targets: BTreeMap<(&str, u64), BTreeMap<u64, usize>> = BTreeMap::new();
    for (_, facts) in pages {
        let mut seen: Vec<(u64, u64)> = facts.navigation.iter().map(|entry| (entry.called, entry.target)).collect();
        seen.sort_unstable();
        seen.dedup();
        for (called, target) in seen {
            *targets.entry((&*facts.language, called)).or_default().entry(target).or_default() += 1;
        }
    }
    let mut told = Vec::new();
    for (at, (_, facts)) in pages.iter().enumerate() {
        for entry in &facts.navigation {
            let Some(places) = targets.get(&(&*facts.language, entry.called)).filter(|places| places.len() > 1) else {
                continue;
            };
            let all: usize = places.values().sum();
            let most = places.iter().max_by_key(|(_, count)| **count);
            let Some((usual, _)) = most.filter(|(_, count)| all >= FEWEST && **count * 10 >= all * 9) else { continue };
            let also_usual =
                facts.navigation.iter().any(|other| other.called == entry.called && other.target == *usual);
            if *usual == entry.target || also_usual {
                continue;
            }
            let other = pages.iter().find(|(_, facts)| leads(facts, entry.called, *usual));
            let other = other.map_or_else(String::new, |(address, _)| format!(", such as {}", quote(address)));
            let words = reading::quote(facts.called(entry));
            let message = format!("the link {words} leads elsewhere than on the other pages{other}");
            let about = About::Element(entry.place.clone());
            let help = "let it lead to the same page everywhere, or use other words for it";
            told.push(Told::new(&RULE, at, about, message, facts).help(help));
        }
    }
    told
}

fn leads(facts: &Facts, called: u64, target: u64) -> bool {
    facts.navigation.iter().any(|entry| entry.called == called && entry.target == target)
}
