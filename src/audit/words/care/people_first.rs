//! `people-first`: words that put a label, a condition or an age before the person.
//!
//! In: the list below, with what to write, why, and who says so. Out: a finding on each; a correction where only one
//! form of words is meant. What people say of themselves in a quote is theirs. Not here: jargon about services.

use super::super::found::Found;
use super::super::page::Page;
use super::super::rule::{List, Pack, Phrase, Rule};
use super::alone::stands_alone;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "people-first",
    severity: Severity::Warning,
    basis: &[],
    pack: Pack::SocialCare,
    list: Some(&LIST),
    check,
};

const NHS_DISABILITY: &str = "NHS content guide: disabilities and conditions";
const NHS_AGE: &str = "NHS content guide: age";
const NHS_WORDS: &str = "NHS content guide: A to Z of health writing";
const GOV_UK: &str = "GOV.UK: inclusive language on disability";
const GOV_UK_WORDS: &str = "GOV.UK style guide";

const APART: &str = "makes people into a group set apart";
const AGES: &str = "puts people of very different ages into one group";
const SUFFERING: &str = "says that a condition means suffering";
const CONDITION: &str = "puts the condition before the person";

/// Phrases that are labels only where no noun follows.
const LABELS: [&str; 15] = [
    "the disabled",
    "the handicapped",
    "the blind",
    "the deaf",
    "the elderly",
    "the homeless",
    "the mentally ill",
    "the frail",
    "the infirm",
    "an epileptic",
    "a diabetic",
    "epileptics",
    "diabetics",
    "learning disabled",
    "the learning disabled",
];

const LIST: List = List {
    phrases: &[
        Phrase::hint(
            &["service user", "service users", "service-user", "service-users"],
            "write \"people\", \"people who use services\" or \"people who draw on care and support\"",
        )
        .because("names people by a service", NHS_WORDS),
        Phrase::hint(
            &[
                "suffer from",
                "suffers from",
                "suffered from",
                "suffering from",
                "suffer with",
                "suffers with",
                "suffering with",
                "afflicted by",
                "afflicted with",
                "stricken by",
                "stricken with",
            ],
            "write \"has\" or \"lives with\", for example \"a person who has dementia\"",
        )
        .because(SUFFERING, NHS_DISABILITY),
        Phrase::hint(
            &[
                "dementia sufferer",
                "dementia sufferers",
                "stroke sufferer",
                "stroke sufferers",
                "stroke victim",
                "stroke victims",
                "arthritis sufferer",
                "arthritis sufferers",
                "dementia victim",
                "dementia victims",
                "victim of a stroke",
                "victims of a stroke",
                "victim of dementia",
                "victims of dementia",
            ],
            "write \"has\" or \"lives with\", for example \"people with dementia\"",
        )
        .because(SUFFERING, NHS_DISABILITY),
        Phrase::hint(
            &[
                "wheelchair-bound",
                "wheelchair bound",
                "confined to a wheelchair",
                "confined to his wheelchair",
                "confined to her wheelchair",
                "confined to their wheelchair",
                "confined to wheelchairs",
            ],
            "write \"wheelchair user\" or \"uses a wheelchair\"",
        )
        .because("says that a wheelchair holds a person back", NHS_DISABILITY),
        Phrase::hint(&["the disabled", "the handicapped"], "write \"disabled people\"").because(APART, GOV_UK_WORDS),
        Phrase::hint(&["the blind"], "write \"blind and partially sighted people\"").because(APART, GOV_UK),
        Phrase::hint(&["the deaf"], "write \"deaf people\", or \"BSL users\" where that is meant")
            .because(APART, GOV_UK),
        Phrase::hint(&["deaf and dumb", "deaf-mute", "deaf mute"], "write \"deaf people\" or \"BSL users\"")
            .because("is a label that hurts", GOV_UK),
        Phrase::hint(&["the elderly", "the frail", "the infirm"], "write \"older people\", or state the age")
            .because(APART, NHS_AGE),
        Phrase::swap(
            &[
                "elderly people",
                "elderly person",
                "elderly relative",
                "elderly relatives",
                "elderly parents",
                "elderly residents",
                "elderly men",
                "elderly women",
                "elderly adults",
            ],
            &[
                "older people",
                "older person",
                "older relative",
                "older relatives",
                "older parents",
                "older residents",
                "older men",
                "older women",
                "older adults",
            ],
            "write \"older people\", or state the age, for example \"people aged 65 and over\"",
        )
        .because(AGES, NHS_AGE),
        Phrase::hint(
            &[
                "elderly",
                "OAP",
                "OAPs",
                "pensioner",
                "pensioners",
                "senior citizen",
                "senior citizens",
                "middle aged",
                "middle-aged",
            ],
            "write \"older people\", or state the age, for example \"people aged 65 and over\"",
        )
        .because(AGES, NHS_AGE),
        Phrase::hint(&["the homeless"], "write \"people who are homeless\"").because(APART, NHS_WORDS),
        Phrase::hint(&["BAME", "BME"], "write \"ethnic minorities\", or name each group")
            .because("puts many groups under one set of letters", GOV_UK_WORDS),
        Phrase::hint(
            &["the mentally ill", "mentally ill", "mental patient", "mental patients"],
            "write \"people with a mental health condition\"",
        )
        .because(CONDITION, NHS_DISABILITY),
        Phrase::hint(
            &[
                "mentally handicapped",
                "mental handicap",
                "mentally retarded",
                "learning disabled",
                "the learning disabled",
            ],
            "write \"people with a learning disability\"",
        )
        .because(CONDITION, "Local Government Association: words we use"),
        Phrase::hint(&["an epileptic", "epileptics"], "write \"a person with epilepsy\"").because(CONDITION, GOV_UK),
        Phrase::hint(&["a diabetic", "diabetics"], "write \"a person with diabetes\"").because(CONDITION, GOV_UK),
        Phrase::swap(&["able-bodied", "able bodied"], &["non-disabled", "non-disabled"], "write \"non-disabled\"")
            .because("says that disabled people's bodies are not able", GOV_UK),
    ],
    exceptions: &[
        "suffering from abuse",
        "suffer from abuse",
        "suffers from abuse",
        "suffered from abuse",
        "suffering from neglect",
        "suffer from neglect",
        "suffering from domestic abuse",
        "suffer from domestic abuse",
        "suffered from domestic abuse",
        "suffering from harm",
        "suffering from discrimination",
        "suffer from discrimination",
        "suffer from a lack",
        "suffers from a lack",
        "suffer from delays",
        "suffers from delays",
        "pensioner premium",
        "pensioner premiums",
    ],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for hit in found.hits() {
        let typed = page.slice(hit.start..hit.end);
        // `Care of the Elderly` is the name of a ward.
        let is_name = !hit.is_typed_so() && typed.chars().skip(1).any(char::is_uppercase);
        let is_label = LABELS.contains(&typed.to_lowercase().as_str());
        if !is_name && (!is_label || stands_alone(page, hit.end)) {
            super::say(page, hit, found);
        }
    }
}
