//! Rules over finished pages and over the words that editors type.
//!
//! In: HTML, style sheets, words with their places. Out: findings. Not here: reading files, how a finding is printed,
//! where in the Markdown an element came from; that is `pipeline/`.

mod accname;
mod document;
mod grid;
mod page;
mod reading;
mod role;
mod rule;
pub mod site;
mod styles;
mod tree;
pub mod words;

pub use rule::Finding;
pub use styles::{Sheet, Sheets};
use tree::name;

/// A page that was read.
#[derive(Debug)]
pub struct Parsed(tree::Tree);

/// A style sheet that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLink {
    /// Its address as typed.
    pub address: String,
    /// The surroundings it is for; empty for all.
    pub media: String,
}

/// What checking a page gives.
#[derive(Debug)]
pub struct Audited {
    /// Whether all of the page was looked at, and all that was found is told.
    pub is_whole: bool,
    /// Findings in the order of the rules.
    pub findings: Vec<Finding>,
    /// What the same findings of other pages share with these, in their order.
    pub signatures: Vec<site::Signature>,
    /// What the site pass needs of the page.
    pub facts: site::Facts,
}

/// Reads a page.
pub fn parse(html: &str) -> Parsed {
    Parsed(tree::Tree::parse(html))
}

/// The style sheets that a page names, in order.
pub fn style_sheets(page: &Parsed) -> Vec<SheetLink> {
    let tree = &page.0;
    let rel = |id| tree.attribute(id, &name!("rel")).unwrap_or_default();
    let is = |id, word: &str| rel(id).split_ascii_whitespace().any(|found| found.eq_ignore_ascii_case(word));
    let links = tree.all().filter(|id| tree.is(*id, &name!("link")));
    let sheets = links.filter(|id| is(*id, "stylesheet") && !is(*id, "alternate"));
    let typed = |value: Option<&str>| value.unwrap_or_default().trim().to_owned();
    let link = |id| SheetLink {
        address: typed(tree.attribute(id, &name!("href"))),
        media: typed(tree.attribute(id, &name!("media"))),
    };
    sheets.map(link).collect()
}

/// What a page is held against.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// Its style sheets.
    pub sheets: &'a Sheets,
    /// Where it stands, as its links mean it.
    pub address: &'a str,
    /// The rules on request that are run.
    pub asked: &'a Asked,
}

/// The rules on request that a site asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked(Vec<&'static str>);

impl Asked {
    /// Those that `levels` give a level: pairs of code and level, of which the last counts.
    pub fn of(levels: &[(String, String)]) -> Self {
        let level = |code: &str| levels.iter().rev().find(|(known, _)| known == code).map(|(_, level)| level.as_str());
        let is_asked = |code: &&str| level(code).is_some_and(|level| level != "off");
        Self(document::on_request().map(|rule| rule.code).filter(is_asked).collect())
    }

    /// Whether a rule is on request, and nobody has asked for it.
    pub fn leaves_out(&self, code: &str) -> bool {
        !self.0.contains(&code) && document::on_request().any(|rule| rule.code == code)
    }
}

/// Holds a page against the rules.
pub fn audit(parsed: &Parsed, html: &str, against: Against<'_>) -> Audited {
    let page = page::Page::new(&parsed.0, against.sheets);
    let findings = document::check(&page, |code| against.asked.0.contains(&code));
    let signatures = site::signatures(&page, html, &findings);
    let is_whole = parsed.0.is_whole() && !rule::is_full(&findings);
    Audited { is_whole, facts: site::Facts::of(&page, against.address), findings, signatures }
}

/// Checks one page of HTML alone, by every rule, also those on request.
pub fn page(html: &str, sheets: &Sheets) -> Vec<Finding> {
    document::check(&page::Page::new(&tree::Tree::parse(html), sheets), |_| true)
}

/// The codes of all rules over one page, in order.
pub fn codes() -> Vec<&'static str> {
    let all = document::FAMILIES.iter().copied().flatten().copied().chain(document::on_request());
    let mut codes: Vec<_> = all.map(|rule| rule.code).collect();
    codes.sort_unstable();
    codes
}
