//! The page types an editor can choose, as words.
//!
//! In: the text behind `type:`. Out: [`PageType`]. Not here: what each type shows; that is `page/`.

/// What kind of page a Markdown file is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum PageType {
    /// The site's first page.
    Home,
    /// A section's own page with the list of what is in it.
    Landing,
    /// Anything else.
    Page,
    /// One thing a person can ask for, in a fixed order of sections.
    Service,
    /// A subject in parts, read in any order.
    Guide,
    /// A process in order, step by step.
    Steps,
    /// A list of community resources.
    Directory,
    /// An impact report.
    Report,
    /// A dated announcement.
    News,
    /// A message for the top of pages.
    Alert,
    /// The accessibility statement.
    Statement,
    /// The list of all figures that are published as files.
    Data,
    /// Duties on information and the pages that meet them.
    Duties,
    /// Every word of the glossary.
    Glossary,
    /// Every contact record.
    Contacts,
    /// A long report as pages, with a cover.
    Publication,
    /// What stands at the address of a page that was taken down.
    Gone,
    /// The accessible documents policy.
    Documents,
    /// How the council meets the Accessible Information Standard.
    InformationStandard,
}

impl PageType {
    /// Every type with the word for it.
    pub const ALL: [(&'static str, Self); 19] = [
        ("home", Self::Home),
        ("landing", Self::Landing),
        ("page", Self::Page),
        ("service", Self::Service),
        ("guide", Self::Guide),
        ("steps", Self::Steps),
        ("directory", Self::Directory),
        ("report", Self::Report),
        ("news", Self::News),
        ("alert", Self::Alert),
        ("statement", Self::Statement),
        ("data", Self::Data),
        ("duties", Self::Duties),
        ("glossary", Self::Glossary),
        ("contacts", Self::Contacts),
        ("publication", Self::Publication),
        ("gone", Self::Gone),
        ("documents", Self::Documents),
        ("information-standard", Self::InformationStandard),
    ];

    /// The type behind a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
    }

    /// The word for the type.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("page", |(name, _)| name)
    }
}
