//! `language-differs`: a page that writes its language in another way than the other pages in that language.

use std::collections::BTreeMap;

use super::{About, Facts, Told};
use crate::audit::reading::quote;
use crate::audit::rule::Rule;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "language-differs", severity: Severity::Notice, basis: &["WCAG 3.1.1"], check: |_, _| () };

/// Of so many pages in a language, nine in ten must agree before one of them is told.
const FEWEST: usize = 10;

pub(super) fn check(pages: &[(&str, &Facts)]) -> Vec<Told> {
    let primary = |facts: &Facts| facts.language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (_, facts) in pages.iter().filter(|(_, facts)| facts.is_read && !facts.language.is_empty()) {
        *counts.entry(primary(facts)).or_default().entry(facts.language.to_ascii_lowercase()).or_default() += 1;
    }
    let mut told = Vec::new();
    for (at, (_, facts)) in pages.iter().enumerate().filter(|(_, (_, facts))| facts.is_read) {
        let Some(tags) = counts.get(&primary(facts)) else { continue };
        let all: usize = tags.values().sum();
        let most = tags.iter().max_by_key(|(_, count)| **count);
        let Some((tag, _)) = most.filter(|(_, count)| all >= FEWEST && **count * 10 >= all * 9) else { continue };
        if !facts.language.eq_ignore_ascii_case(tag) {
            let message = format!("the page says {} where the other pages say {}", quote(&facts.language), quote(tag));
            let help = "name the language of all pages alike: a screen reader may change its voice between them";
            told.push(Told::new(&RULE, at, About::Page, message, facts).help(help));
        }
    }
    told
}
