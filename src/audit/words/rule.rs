//! What a rule about words is, and the lists of phrases that rules bring.
//!
//! In: nothing. Out: [`Rule`], [`List`], [`Phrase`]: plain tables. Not here: any rule, any matching.

use super::found::Found;
use super::page::Page;
use crate::diag::Severity;

/// A rule. Each stands in a file of its own, named after its code.
pub(super) struct Rule {
    /// Its code.
    pub(super) code: &'static str,
    /// How bad its findings are.
    pub(super) severity: Severity,
    /// What demands it, as readers of a report know it.
    pub(super) basis: &'static [&'static str],
    /// When it is in force.
    pub(super) pack: Pack,
    /// Phrases to look for; the check is given those that were met.
    pub(super) list: Option<&'static List>,
    /// Looks at a page.
    pub(super) check: fn(&Page<'_>, &mut Found<'_>),
}

/// When a rule or a phrase is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pack {
    /// Always.
    Every,
    /// With `style: gov-uk`.
    GovUk,
    /// With `style: nhs`.
    Nhs,
    /// With the pack `social-care`.
    SocialCare,
    /// With the pack `three-conversations`.
    ThreeConversations,
}

/// Phrases that one rule looks for.
#[derive(Debug)]
pub(super) struct List {
    /// What is looked for.
    pub(super) phrases: &'static [Phrase],
    /// Longer phrases in which a phrase of the list is right: `key safe`, `foster carer`.
    pub(super) exceptions: &'static [&'static str],
    /// Whether a capital within a sentence makes a phrase a name, which is left alone.
    pub(super) names: bool,
    /// Whether somebody's own words are looked at too.
    pub(super) quotes: bool,
}

/// Forms of one word or phrase, and what to write.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Every form, in small letters; `'` stands for the curly apostrophe too. A form with a capital is met only as it is typed.
    pub(super) forms: &'static [&'static str],
    /// What to write, in the words of an editor.
    pub(super) write: &'static str,
    /// What each form becomes where that is certain, in the order of the forms; empty where it is not.
    pub(super) fixes: &'static [&'static str],
    /// When it is looked for.
    pub(super) pack: Pack,
    /// What is wrong with it, said of the phrase; empty where the rule says it for all.
    pub(super) why: &'static str,
    /// Who says so; empty where the rule's basis says it for all.
    pub(super) source: &'static str,
}

impl Phrase {
    /// A phrase without a certain correction.
    pub(super) const fn hint(forms: &'static [&'static str], write: &'static str) -> Self {
        Self { forms, write, fixes: &[], pack: Pack::Every, why: "", source: "" }
    }

    /// A phrase whose forms each have one correction.
    pub(super) const fn swap(
        forms: &'static [&'static str],
        fixes: &'static [&'static str],
        write: &'static str,
    ) -> Self {
        Self { forms, write, fixes, pack: Pack::Every, why: "", source: "" }
    }

    /// The phrase with what is wrong with it, and who says so.
    pub(super) const fn because(self, why: &'static str, source: &'static str) -> Self {
        Self { why, source, ..self }
    }

    /// The phrase in one style only.
    pub(super) const fn only(self, pack: Pack) -> Self {
        Self { pack, ..self }
    }
}
