//! What templates see of the directory: an entry, lists of entries, the form that filters them.
//!
//! In: made by `page/entry/` from the model. Out: plain words and addresses, serialised for templates and for the index that
//! the form's script reads. Not here: anything of a place that a sensitive entry must not tell; it never gets this far.

use serde::Serialize;

use super::view::{DateView, LinkView, PaginationView};

/// One entry on a page of its own.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EntryView {
    /// Whether it is invented.
    pub example: bool,
    /// That it is in a neighbouring area, in words.
    pub neighbour: Option<String>,
    /// That the council runs it, in words.
    pub council: Option<String>,
    /// Whether it pauses.
    pub paused: bool,
    /// A message for now.
    pub alert: Option<String>,
    /// What it is.
    pub paragraphs: Vec<String>,
    /// Whom to ask for.
    pub contact: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Number for text messages.
    pub text: Option<String>,
    /// Address for email.
    pub email: Option<String>,
    /// Website.
    pub web: Option<WebView>,
    /// Regular times, a line each.
    pub times: Vec<String>,
    /// What is said of them.
    pub times_note: Option<String>,
    /// Closed days, a line each.
    pub closed: Vec<String>,
    /// Address, a line each.
    pub address: Vec<String>,
    /// What makes the place easier to use.
    pub access: Vec<String>,
    /// What else is said of access.
    pub access_note: Option<String>,
    /// Other ways in which it is given.
    pub offered: Vec<String>,
    /// Whether its place is kept to itself.
    pub sensitive: bool,
    /// Costs, a line each.
    pub costs: Vec<String>,
    /// Ages in words.
    pub ages: Option<String>,
    /// Who can use it.
    pub who: Option<String>,
    /// How to get it.
    pub how: Option<String>,
    /// Languages.
    pub languages: Vec<String>,
    /// The area it is for.
    pub area: Option<String>,
    /// Who runs it.
    pub provider: String,
    /// What kind of organisation that is.
    pub provider_note: Option<String>,
    /// Its website.
    pub provider_web: Option<WebView>,
    /// Its email address.
    pub provider_email: Option<String>,
    /// When somebody last checked.
    pub checked: Option<DateView>,
    /// Whether that is too long ago.
    pub overdue: bool,
    /// Lists that it is in.
    pub lists: Vec<LinkView>,
}

/// A website of somebody else.
#[derive(Clone, Debug, Default, Serialize)]
pub struct WebView {
    /// Address.
    pub url: String,
    /// The address without what browsers add.
    pub shown: String,
}

/// An entry as lists show it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EntryItemView {
    /// Name.
    pub name: String,
    /// Address.
    pub url: String,
    /// What it is.
    pub summary: String,
    /// Place, cost and times in a few words each.
    pub marks: Vec<String>,
    /// What sets it apart: another area, a pause.
    pub flags: Vec<String>,
}

/// An entry as the filter sees it; names are short because there are thousands.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EntryIndexView {
    /// Name, address, summary, marks and flags.
    #[serde(flatten)]
    pub item: EntryItemView,
    /// Keys of needs.
    pub needs: Vec<String>,
    /// Key of the town.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Key of the kind of cost.
    pub cost: &'static str,
    /// Days of the week, Monday being 1.
    pub days: Vec<u8>,
    /// Further words to be found by.
    pub words: String,
    /// Day of the last check.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub checked: String,
}

/// The page of the directory, or a list of it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DirectoryView {
    /// How many entries, in words.
    pub count: String,
    /// Where the index for the filter is; empty on lists.
    pub index: String,
    /// What can be chosen in the filter.
    pub choices: Vec<ChoiceView>,
    /// Lists by need, place and cost.
    pub browse: Vec<BrowseView>,
    /// The entries of this page by first letter, or all in one group without a letter.
    pub groups: Vec<LetterView>,
    /// Which page of how many.
    pub pagination: Option<PaginationView>,
    /// Whether entries are invented.
    pub example: bool,
    /// Address of the page about the feed.
    pub feed_url: String,
}

/// A question of the filter.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChoiceView {
    /// Its name in addresses: `need`, `place`, `cost`, `day`.
    pub name: &'static str,
    /// The question.
    pub label: String,
    /// The answer that filters nothing.
    pub any: String,
    /// Answers: key and words.
    pub options: Vec<(String, String)>,
}

/// Lists of one kind.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BrowseView {
    /// Id of the heading.
    pub id: String,
    /// Heading.
    pub title: String,
    /// The lists.
    pub lists: Vec<CountedView>,
}

/// A list with how much is in it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CountedView {
    /// Its words.
    pub title: String,
    /// Its address.
    pub url: String,
    /// How many, in words.
    pub count: String,
}

/// Entries below one letter.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LetterView {
    /// The letter; empty where there is one group only.
    pub letter: String,
    /// Id of the heading.
    pub id: String,
    /// Entries, already HTML.
    pub items_html: String,
}
