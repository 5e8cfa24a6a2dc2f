//! `title-repeated`: pages with the same title.
//!
//! Pages in other languages may have it too, and pages that send people on.

use super::{About, Facts, Told, quote};
use crate::audit::reading;
use crate::audit::rule::Rule;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "title-repeated",
    severity: Severity::Error,
    basis: &["WCAG 2.4.2", "GOV.UK content guidance: titles"],
    check: |_, _| (),
};

pub(super) fn check(pages: &[(&str, &Facts)]) -> Vec<Told> {
    let read = pages.iter().enumerate().filter(|(_, (_, facts))| facts.is_read && !facts.title.is_empty());
    let mut titled: Vec<_> = read.map(|(at, (_, facts))| (facts.title.to_lowercase(), &facts.language, at)).collect();
    titled.sort_unstable();
    let mut told = Vec::new();
    for group in titled.chunk_by(|one, other| one.0 == other.0 && one.1 == other.1) {
        let [(_, _, first), others @ ..] = group else { continue };
        let Some((first_address, _)) = pages.get(*first) else { continue };
        for (_, _, at) in others {
            let Some((_, facts)) = pages.get(*at) else { continue };
            let title = reading::quote(&facts.title);
            let message = format!("the title {title} is also that of {}", quote(first_address));
            let help = "say in the title what is different about this page";
            told.push(Told::new(&RULE, *at, About::Title, message, facts).help(help));
        }
    }
    told.sort_by_key(|told| told.page);
    told
}
