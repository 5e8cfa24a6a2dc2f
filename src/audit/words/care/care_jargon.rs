//! `care-jargon`: words that services use among themselves, where a person would say what happens.
//!
//! In: the list below, with what to write, why, and who says so. Out: a notice on the first of each on a page.
//! Not here: labels for people (`people_first.rs`).

use super::super::found::Found;
use super::super::page::Page;
use super::super::rule::{List, Pack, Phrase, Rule};
use super::alone::stands_alone;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "care-jargon",
    severity: Severity::Notice,
    basis: &[],
    pack: Pack::SocialCare,
    list: Some(&LIST),
    check,
};

const DIMENSIONS: &str = "Dimensions: the words we use";
const NHS_AGE: &str = "NHS content guide: age";

const LIST: List = List {
    phrases: &[
        Phrase::hint(
            &["care package", "care packages", "package of care", "packages of care", "package of support"],
            "say what the support is, for example \"help at home twice a day\"",
        )
        .because("does not say what the support is", DIMENSIONS),
        Phrase::hint(
            &["accessing the community", "access the community", "accesses the community"],
            "say where the person goes, for example \"going to the library\"",
        )
        .because("does not say where the person goes", DIMENSIONS),
        Phrase::hint(
            &["challenging behaviour", "challenging behaviours", "kicking off"],
            "say what the person feels, for example \"distressed\" or \"angry\"",
        )
        .because("says how others find a person, not how the person feels", DIMENSIONS),
        Phrase::hint(&["non-verbal", "nonverbal"], "write \"communicates without words\"")
            .because("says what a person does not do", DIMENSIONS),
        Phrase::hint(
            &["void property", "void properties", "void room", "void rooms", "void bed", "void beds"],
            "write \"room available\"",
        )
        .because("calls a home empty space", DIMENSIONS),
        Phrase::hint(
            &[
                "the cared-for person",
                "the cared for person",
                "cared-for person",
                "cared for person",
                "the cared-for",
                "the cared for",
            ],
            "write \"the person you care for\"",
        )
        .because("names a person by what is done for them", DIMENSIONS),
        Phrase::hint(
            &[
                "vulnerable people",
                "vulnerable person",
                "vulnerable adult",
                "vulnerable adults",
                "vulnerable residents",
                "the vulnerable",
            ],
            "say what people are at risk of, for example \"people who may fall\"",
        )
        .because("does not say what people are at risk of", NHS_AGE),
    ],
    exceptions: &["non-verbal communication", "non-verbal signs", "non-verbal cues"],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    let mut said: Vec<&Phrase> = Vec::new();
    for hit in found.hits() {
        let typed = page.slice(hit.start..hit.end);
        let is_label = typed.ends_with("cared for") || typed.ends_with("he vulnerable");
        if said.iter().any(|phrase| std::ptr::eq(*phrase, hit.phrase)) || is_label && !stands_alone(page, hit.end) {
            continue;
        }
        said.push(hit.phrase);
        super::say(page, hit, found);
    }
}
