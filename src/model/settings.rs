//! `candour.yaml` after reading.

use super::host::Host;
use super::open_data::Licence;
use super::source::FileId;

/// The settings of a site.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The file they came from; none when a caller made them.
    pub file: Option<FileId>,
    /// Name of the site.
    pub name: String,
    /// Who publishes it.
    pub organisation: String,
    /// Address of the site without a slash at its end, such as `https://care.exampleshire.example`.
    pub base_url: String,
    /// Path of the site below its host without a slash at its end: empty, or `/care`.
    pub base_path: String,
    /// Language of pages without a language in their name.
    pub language: String,
    /// All languages.
    pub languages: Vec<String>,
    /// Name of the theme.
    pub theme: String,
    /// House style pack: `gov-uk` or `nhs`.
    pub style: String,
    /// Word lists that pages are held against, beyond the house style.
    pub packs: Vec<Pack>,
    /// Words that are right on this site: the lines of `data/words.txt`.
    pub words: Vec<String>,
    /// Packs of duties that bind this site and not every site.
    pub guidance: Vec<String>,
    /// Contact of pages that name none.
    pub contact: Option<String>,
    /// Severity of an overdue review: `warn` or `fail`.
    pub review: String,
    /// Severity by code: `error`, `warning`, `notice`, `off`.
    pub levels: Vec<(String, String)>,
    /// File of old findings, from the root.
    pub baseline: Option<String>,
    /// Counts below this are hidden; 1 hides nothing.
    pub disclosure_threshold: u32,
    /// Whether a count of 0 is hidden as small ones are.
    pub disclosure_hides_zeros: bool,
    /// Counts are rounded to this; 1 rounds nothing.
    pub disclosure_round_to: u32,
    /// Names of further counts.
    pub units: Vec<String>,
    /// The licence of the figures that are published as files.
    pub licence: Option<Licence>,
    /// Whether there is a search page, and the index behind it.
    pub search: bool,
    /// Web hosts to write rules for.
    pub hosts: Vec<Host>,
    /// Path patterns below `content/` that are left alone.
    pub ignore: Vec<String>,
}

/// A word list that a site can switch on or off.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Pack {
    /// People first: how social care speaks of the people it is for. On unless the site says otherwise.
    SocialCare,
    /// The words that the Three Conversations way of working leaves behind. Hints only.
    ThreeConversations,
}

impl Pack {
    /// Every pack.
    pub const ALL: [Self; 2] = [Self::SocialCare, Self::ThreeConversations];

    /// Its name in `packs:`.
    pub fn name(self) -> &'static str {
        match self {
            Self::SocialCare => "social-care",
            Self::ThreeConversations => "three-conversations",
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            file: None,
            name: String::new(),
            organisation: String::new(),
            base_url: String::new(),
            base_path: String::new(),
            language: "en-GB".to_owned(),
            languages: Vec::new(),
            theme: "civic".to_owned(),
            style: "gov-uk".to_owned(),
            packs: vec![Pack::SocialCare],
            words: Vec::new(),
            guidance: Vec::new(),
            contact: None,
            review: "warn".to_owned(),
            levels: Vec::new(),
            baseline: None,
            disclosure_threshold: 5,
            disclosure_hides_zeros: false,
            disclosure_round_to: 1,
            units: Vec::new(),
            licence: None,
            search: false,
            hosts: Vec::new(),
            ignore: Vec::new(),
        }
    }
}
