//! The directory of community support: what there is near people, who runs it, where and when.
//!
//! In: `data/directory/` and `data/needs.yaml`, as `parse/directory/` read them. Out: [`Directory`], entries in order with
//! the lists that lead to them. A sensitive entry has no place here: what is not in the model cannot be printed.
//! Not here: pages, the Open Referral feed, the words of a page.

use super::date::Date;
use super::document::Allow;
use super::opening::{Closed, Opening};
use super::quantity::Decimal;
use super::site::PageId;
use super::slug::slug;
use super::source::{FileId, Span};
use super::uuid::Uuid;

/// Everything about community support.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// The page of the type `directory`, below which the entries are.
    pub page: Option<PageId>,
    /// Entries that are published, by name.
    pub entries: Vec<Entry>,
    /// Needs in the order of `data/needs.yaml`.
    pub needs: Vec<Need>,
    /// Lists of entries by need, by place and by cost, in this order.
    pub lists: Vec<EntryList>,
}

/// One service, group or place.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it is typed.
    pub origin: Origin,
    /// The last part of its address.
    pub slug: String,
    /// Its address below the site's own path; empty without a directory page.
    pub url: String,
    /// Its name for machines.
    pub id: Uuid,
    /// Its id as typed, which wins over the one that is made of its file's name.
    pub typed_id: Option<Uuid>,
    /// Name.
    pub name: String,
    /// What it is in one sentence.
    pub summary: String,
    /// What it is, in paragraphs.
    pub description: String,
    /// Who runs it.
    pub provider: Provider,
    /// Keys of needs.
    pub needs: Vec<String>,
    /// Where it is; never of a sensitive entry.
    pub venue: Option<Venue>,
    /// Other ways in which it is given.
    pub offered: Vec<Offered>,
    /// What it costs.
    pub costs: Vec<Cost>,
    /// Youngest age.
    pub minimum_age: Option<u8>,
    /// Oldest age.
    pub maximum_age: Option<u8>,
    /// Regular times.
    pub times: Vec<Opening>,
    /// What is said of the times.
    pub times_note: Option<String>,
    /// Days on which it is closed.
    pub closed: Vec<Closed>,
    /// How to reach it.
    pub reach: Reach,
    /// The area it is for.
    pub area: Option<String>,
    /// Languages that are spoken.
    pub languages: Vec<String>,
    /// Who can use it.
    pub who: Option<String>,
    /// How to get it.
    pub how: Option<String>,
    /// Whether it runs.
    pub status: EntryStatus,
    /// A message for now, such as a change of room.
    pub alert: Option<String>,
    /// When a person last asked whether all this is true.
    pub last_checked: Option<Date>,
    /// Address of the team that checked.
    pub checked_by: Option<String>,
    /// When it was last changed.
    pub updated: Option<Date>,
    /// Whether the last check is more than three months ago, or never was.
    pub is_overdue: bool,
    /// Whether somebody could be harmed by knowing where it is.
    pub sensitive: bool,
    /// Whether the council itself runs it.
    pub council: bool,
    /// The neighbouring area that it is in.
    pub neighbour: Option<String>,
    /// Whether it is invented, to show how the directory looks.
    pub example: bool,
    /// Findings that are right here.
    pub allow: Vec<Allow>,
}

/// Where an entry is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file of its own.
    File(FileId),
    /// A row of a table.
    Row(Span),
}

impl Origin {
    /// The file.
    pub fn file(self) -> FileId {
        match self {
            Self::File(file) => file,
            Self::Row(span) => span.file,
        }
    }
}

/// Who runs a service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provider {
    /// Its name for machines, where it is typed.
    pub id: Option<Uuid>,
    /// Name.
    pub name: String,
    /// What kind of organisation it is.
    pub description: Option<String>,
    /// Email address.
    pub email: Option<String>,
    /// Website.
    pub web: Option<String>,
}

/// Where a service is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Venue {
    /// Its name for machines, where it is typed.
    pub id: Option<Uuid>,
    /// Name of the building.
    pub name: Option<String>,
    /// Lines of the address before the town.
    pub address: Vec<String>,
    /// Town or village.
    pub town: String,
    /// County.
    pub county: Option<String>,
    /// Postcode.
    pub postcode: String,
    /// Degrees north.
    pub latitude: Option<Decimal>,
    /// Degrees east.
    pub longitude: Option<Decimal>,
    /// What makes it easier to get in and to stay.
    pub access: Vec<Access>,
    /// What else is said of access.
    pub access_note: Option<String>,
}

/// Other ways than at a place in which a service is given.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Offered {
    /// On the web.
    Online,
    /// By telephone.
    Phone,
    /// Where the person lives.
    Home,
}

impl Offered {
    /// Each with the words that authors type.
    pub const ALL: [(&'static str, Self); 3] =
        [("online", Self::Online), ("by phone", Self::Phone), ("at your home", Self::Home)];

    /// The words that authors type.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, one)| *one == self).map_or("", |(name, _)| name)
    }
}

/// What makes a place easier to use.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Access(pub usize);

impl Access {
    /// The words that authors type.
    pub const ALL: [&'static str; 12] = [
        "step-free entrance",
        "lift",
        "accessible toilet",
        "Changing Places toilet",
        "hearing loop",
        "British Sign Language",
        "Blue Badge parking",
        "parking",
        "bus stop nearby",
        "quiet room",
        "assistance dogs welcome",
        "seating",
    ];

    /// What is meant by some words.
    pub fn named(words: &str) -> Option<Self> {
        Self::ALL.iter().position(|known| known.eq_ignore_ascii_case(words)).map(Self)
    }

    /// The words that authors type.
    pub fn name(self) -> &'static str {
        Self::ALL.get(self.0).copied().unwrap_or_default()
    }
}

/// What something costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// Who pays this, where not everybody does.
    pub option: Option<String>,
    /// Pounds; zero for what is free, nothing where there is no one amount.
    pub amount: Option<Decimal>,
    /// What the amount is for ("a session"), or words in its place.
    pub words: String,
}

impl Cost {
    /// As an author types it: `£3.50 a session`, `Members: free`.
    pub fn typed(&self) -> String {
        let amount = self.amount.map(|amount| match amount {
            amount if amount.is_zero() => "free".to_owned(),
            amount if amount.fract().is_zero() => format!("£{}", amount.trunc()),
            amount => format!("£{amount:.2}"),
        });
        let words = if self.words.is_empty() { None } else { Some(self.words.as_str()) };
        let line = amount.as_deref().into_iter().chain(words).collect::<Vec<_>>().join(" ");
        self.option.as_ref().map_or(line.clone(), |option| format!("{option}: {line}"))
    }
}

/// How a reader of a list thinks of costs.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum CostKind {
    /// Nothing to pay.
    Free,
    /// Something to pay, at least for some.
    Paid,
    /// The entry does not say.
    Ask,
}

impl CostKind {
    /// Each with its key.
    pub const ALL: [(&'static str, Self); 3] = [("free", Self::Free), ("costs-money", Self::Paid), ("ask", Self::Ask)];

    /// The key.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(key, _)| key)
    }
}

/// How to reach a service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Whom to ask for: a role rather than a person.
    pub contact: Option<String>,
    /// Telephone number in readable groups.
    pub phone: Option<String>,
    /// Number for text messages.
    pub text: Option<String>,
    /// Address for email.
    pub email: Option<String>,
    /// Website.
    pub web: Option<String>,
}

/// Whether a service runs.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum EntryStatus {
    /// It runs.
    #[default]
    Active,
    /// It pauses.
    Paused,
    /// It does not run; it is in no page, list or feed.
    Inactive,
    /// It is gone; it is in no page, list or feed.
    Defunct,
}

impl EntryStatus {
    /// Each with the word of Open Referral, which authors type too.
    pub const ALL: [(&'static str, Self); 4] = [
        ("active", Self::Active),
        ("temporarily closed", Self::Paused),
        ("inactive", Self::Inactive),
        ("defunct", Self::Defunct),
    ];

    /// The word.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, one)| *one == self).map_or("", |(name, _)| name)
    }
}

/// Something that people look for: a term of the directory's taxonomy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Its key, part of addresses.
    pub key: String,
    /// Its name for machines.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// What belongs to it.
    pub description: String,
    /// Its address in a published taxonomy.
    pub uri: Option<String>,
}

/// A list of entries that have something in common.
#[derive(Clone, Debug)]
pub struct EntryList {
    /// What they have in common.
    pub by: ListBy,
    /// Its key, part of the address.
    pub key: String,
    /// The need's name or the town; empty for costs, whose words are in the strings.
    pub title: String,
    /// Its address below the site's own path.
    pub url: String,
    /// Positions in [`Directory::entries`], in order.
    pub entries: Vec<usize>,
}

/// What a list goes by.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum ListBy {
    /// A need.
    Need,
    /// A town.
    Place,
    /// What it costs.
    Cost,
}

impl ListBy {
    /// The word in addresses and in keys of strings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Place => "place",
            Self::Cost => "cost",
        }
    }
}

impl Provider {
    /// Its name for machines: as typed, or made of its name and the site that lists it.
    pub fn identity(&self, site: &str) -> Uuid {
        self.id.unwrap_or_else(|| Uuid::of("organization", &[site, &slug(&self.name)]))
    }
}

impl Venue {
    /// Its name for machines: as typed, or made of its address, so that two services at one place share it.
    pub fn identity(&self) -> Uuid {
        self.id.unwrap_or_else(|| self.made())
    }

    /// The name for machines that is made of its address.
    pub fn made(&self) -> Uuid {
        let (name, lines) = (self.name.as_deref().unwrap_or_default(), self.address.join(", "));
        Uuid::of("location", &[name, &lines, &self.town, &self.postcode])
    }
}

impl Entry {
    /// How a reader of a list thinks of its costs.
    pub fn cost_kind(&self) -> CostKind {
        let is_paid = |cost: &Cost| cost.amount.is_some_and(|amount| !amount.is_zero());
        let is_free = |cost: &Cost| cost.amount.is_some_and(|amount| amount.is_zero());
        match self.costs.as_slice() {
            costs if costs.iter().any(is_paid) => CostKind::Paid,
            [] => CostKind::Ask,
            costs if costs.iter().all(is_free) => CostKind::Free,
            _ => CostKind::Ask,
        }
    }

    /// Whether it runs or will again.
    pub fn is_current(&self) -> bool {
        matches!(self.status, EntryStatus::Active | EntryStatus::Paused)
    }
}
