//! `three-conversations`: words that the Three Conversations way of working leaves behind. Hints, and only when asked for.
//!
//! In: the list below. Out: a notice on the first of each on a page. A page about legal rights has none: people must be
//! able to search for the words of the law, such as "needs assessment". A page is one when it says that it meets a duty
//! (`meets:`), when one of its topics is about rights, or when it is a statement. Not here: labels for people.

use super::super::found::Found;
use super::super::page::Page;
use super::super::phrases::Hit;
use super::super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;
use crate::model::page_type::PageType;

pub(super) const RULE: Rule = Rule {
    code: "three-conversations",
    severity: Severity::Notice,
    basis: &["Rewriting Social Care: words to leave behind"],
    pack: Pack::ThreeConversations,
    list: Some(&LIST),
    check,
};

const PROCESS: &str = "names a step of the service, not what happens to the person";
const LABEL: &str = "names a person by their place in a service";
const BLAME: &str = "puts the difficulty on the person";

const LIST: List = List {
    phrases: &[
        Phrase::hint(&["screening", "screened"], "say what you talk about, for example \"we listen to what you need\"")
            .because(PROCESS, ""),
        Phrase::hint(
            &["signpost", "signposts", "signposted", "signposting"],
            "say what you do, for example \"we help you to contact the group\"",
        )
        .because(PROCESS, ""),
        Phrase::hint(&["referral", "referrals"], "say who speaks to whom, for example \"we ask the team to call you\"")
            .because(PROCESS, ""),
        Phrase::hint(
            &["assessment", "assessments"],
            "write \"conversation\", or say what you talk about, where the law is not meant",
        )
        .because(PROCESS, ""),
        Phrase::hint(&["eligibility"], "say who can get the support").because(PROCESS, ""),
        Phrase::hint(&["care package", "care packages"], "say what the support is").because(PROCESS, ""),
        Phrase::hint(
            &["customer", "customers", "client", "clients", "service user", "service users"],
            "write \"people\" or \"you\"",
        )
        .because(LABEL, ""),
        Phrase::hint(
            &["caseload", "caseloads", "your case", "open case", "open cases", "closed case", "closed cases"],
            "write about the people, for example \"the people we work with\"",
        )
        .because(LABEL, ""),
        Phrase::hint(&["complex needs"], "say what the person needs, for example \"support with breathing at night\"")
            .because(LABEL, ""),
        Phrase::hint(&["challenging behaviour"], "say what the person feels, for example \"distressed\"")
            .because(BLAME, ""),
        Phrase::hint(
            &[
                "refusal to engage",
                "refuse to engage",
                "refuses to engage",
                "refused to engage",
                "failure to engage",
                "failed to engage",
            ],
            "say what the person wanted, for example \"did not want to meet us\"",
        )
        .because(BLAME, ""),
        Phrase::hint(
            &["bed blocking", "bed-blocking", "bed blocker", "bed blockers", "bed-blocker", "bed-blockers"],
            "write \"waiting to go home from hospital\"",
        )
        .because(BLAME, ""),
        Phrase::hint(
            &["non-compliant", "non-compliance", "noncompliant"],
            "say what the person chose, for example \"did not take the tablets\"",
        )
        .because(BLAME, ""),
        Phrase::hint(&["hard to reach", "hard-to-reach"], "write \"people we have not reached\", or name the group")
            .because(BLAME, ""),
    ],
    exceptions: &[
        "needs assessment",
        "needs assessments",
        "carer's assessment",
        "carer's assessments",
        "carers' assessments",
        "financial assessment",
        "financial assessments",
        "care act assessment",
        "care act assessments",
        "capacity assessment",
        "capacity assessments",
        "risk assessment",
        "risk assessments",
        "impact assessment",
        "impact assessments",
        "continuing healthcare assessment",
        "health screening",
        "cancer screening",
        "breast screening",
        "bowel screening",
        "cervical screening",
        "screening test",
        "screening tests",
        "screening programme",
        "screening programmes",
        "hearing screening",
        "eye screening",
    ],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    if is_about_rights(page) {
        return;
    }
    let mut said: Vec<&Phrase> = Vec::new();
    for hit in found.hits() {
        if said.iter().any(|phrase| std::ptr::eq(*phrase, hit.phrase)) || is_told_elsewhere(page, hit) {
            continue;
        }
        said.push(hit.phrase);
        super::say(page, hit, found);
    }
}

/// Whether the social care pack says the same of this phrase.
fn is_told_elsewhere(page: &Page<'_>, hit: &Hit) -> bool {
    let typed = page.slice(hit.start..hit.end).to_lowercase();
    let shared = ["service user", "care package", "challenging behaviour"];
    page.engine.social_care && shared.contains(&typed.trim_end_matches('s'))
}

/// Whether the page is about legal rights.
fn is_about_rights(page: &Page<'_>) -> bool {
    let front = &page.document.front;
    let names_rights = |topic: &String| {
        topic.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).any(|word| word == "rights")
    };
    !front.meets.is_empty() || front.topics.iter().any(names_rights) || page.is_a(&[PageType::Statement])
}
