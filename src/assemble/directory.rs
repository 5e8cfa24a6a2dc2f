//! The directory of community support: which entries are published, at which address, in which lists.
//!
//! In: entries of all files, needs, the page of the type `directory`, the day. Out: the site's [`Directory`], and findings:
//! two entries of one name for machines, needs that do not exist, checks that are overdue, no page to show it all on.
//! Not here: entries that are one and the same service (`duplicates.rs`); what a page shows.

use std::collections::{BTreeMap, BTreeSet};

use super::routes::Taken;
use super::{Day, duplicates};
use crate::diag::{Diagnostic, Place};
use crate::model::directory::{CostKind, Directory, Entry, EntryList, ListBy, Need, Origin};
use crate::model::page_type::PageType;
use crate::model::site::{PageId, Site};
use crate::model::slug::{nearest, slug};
use crate::model::source::SourceTree;
use crate::model::uuid::Uuid;

/// Months after which an entry is to be checked again (Open Referral UK, compliance: `assured_date`).
const CLOCK: i32 = 3;

/// What the directory is made of.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub(super) entries: Vec<Entry>,
    pub(super) needs: Vec<Need>,
}

/// What the directory is put into.
pub(super) struct Setting<'s> {
    pub(super) tree: &'s SourceTree,
    pub(super) day: Day,
    /// Addresses that are in use.
    pub(super) taken: &'s mut Taken,
}

/// Puts the directory together and claims its addresses.
pub(super) fn directory(site: &mut Site, pieces: Pieces, setting: Setting<'_>, findings: &mut Vec<Diagnostic>) {
    let Pieces { entries, needs } = pieces;
    let Setting { tree, day, taken } = setting;
    let page = page(site, !entries.is_empty(), findings);
    duplicates::duplicates(&entries, tree, findings);
    unknown_needs(&entries, &needs, findings);
    let mut entries = with_own_ids(entries, tree, findings);
    entries.retain(Entry::is_current);
    entries.sort_by_cached_key(|entry| (entry.name.to_lowercase(), entry.id));
    for entry in &mut entries {
        entry.closed.retain(|days| days.to >= day.today);
        entry.is_overdue = entry.last_checked.is_none_or(|date| date.plus_months(CLOCK) < day.today);
        if entry.is_overdue {
            findings.push(overdue(entry));
        }
    }
    let base = page.and_then(|page| site.page(page)).map(|page| page.url.clone());
    let mut lists = Vec::new();
    if let Some(base) = base {
        entries.retain_mut(|entry| {
            entry.url = format!("{base}{}/", entry.slug);
            taken.claim(&entry.url, whole(entry), tree, findings)
        });
        lists = self::lists(&entries, &needs, &base);
    }
    site.directory = Directory { page, entries, needs, lists };
}

/// The page that shows the directory.
fn page(site: &Site, has_entries: bool, findings: &mut Vec<Diagnostic>) -> Option<PageId> {
    let mut pages = (0..).map(PageId::at).zip(&site.pages);
    let mut pages =
        pages.by_ref().filter(|(_, page)| page.document.front.kind == PageType::Directory && !page.is_variant);
    let Some((id, first)) = pages.next() else {
        if has_entries {
            findings.push(
                Diagnostic::warning(
                    "directory-page-missing",
                    "data/directory/ has entries, and no page shows them",
                    Place::Site,
                )
                .help("add a page with `type: directory`, for example content/directory/_index.md"),
            );
        }
        return None;
    };
    for (_, other) in pages {
        let place = Place::Value(other.document.file, "type".to_owned());
        findings.push(
            Diagnostic::error("directory-page-twice", "a second page has the type `directory`", place)
                .also(Place::Value(first.document.file, "type".to_owned()), "the first one shows the directory")
                .help("use `type: landing` or `type: page`"),
        );
    }
    Some(id)
}

/// Where an entry is typed.
pub(super) fn whole(entry: &Entry) -> Place {
    match entry.origin {
        Origin::File(file) => Place::Value(file, "name".to_owned()),
        Origin::Row(span) => Place::Span(span),
    }
}

fn field(entry: &Entry, name: String) -> Place {
    match entry.origin {
        Origin::File(file) => Place::Value(file, name),
        Origin::Row(span) => Place::Span(span),
    }
}

/// Entries whose name for machines is theirs alone; of two with one name, the first.
fn with_own_ids(entries: Vec<Entry>, tree: &SourceTree, findings: &mut Vec<Diagnostic>) -> Vec<Entry> {
    let mut known: BTreeMap<Uuid, Place> = BTreeMap::new();
    let mut is_new = |entry: &Entry| {
        let place = if entry.typed_id.is_some() { field(entry, "id".to_owned()) } else { whole(entry) };
        let Some(first) = known.get(&entry.id) else {
            known.insert(entry.id, place);
            return true;
        };
        let help = match entry.typed_id {
            Some(_) => "take the `id:` out of the newer one, so that Candour makes one",
            None => "give one of them a `slug:` of its own, for example `slug: tea-and-talk-northam`",
        };
        let message = format!("two entries have the id {}", entry.id);
        let label = format!("the first one, in {}", duplicates::file_of(first, tree));
        findings.push(Diagnostic::error("entry-id-taken", message, place).also(first.clone(), label).help(help));
        false
    };
    entries.into_iter().filter(|entry| is_new(entry)).collect()
}

fn unknown_needs(entries: &[Entry], needs: &[Need], findings: &mut Vec<Diagnostic>) {
    let known: BTreeSet<&str> = needs.iter().map(|need| need.key.as_str()).collect();
    for entry in entries {
        for (at, key) in entry.needs.iter().enumerate().filter(|(_, key)| !known.contains(key.as_str())) {
            let place = field(entry, format!("needs.{at}"));
            let finding = Diagnostic::error("need-unknown", format!("data/needs.yaml has no need `{key}`"), place);
            findings.push(match nearest(key, known.iter().copied()) {
                Some(near) => finding.help(format!("write `{near}`, or add `{key}` to data/needs.yaml")),
                None => finding.help(format!("add `{key}` to data/needs.yaml with a `name` and a `description`")),
            });
        }
    }
}

fn overdue(entry: &Entry) -> Diagnostic {
    let finding = match entry.last_checked {
        Some(date) => {
            let message = format!("`{}` was last checked on {date}, more than {CLOCK} months ago", entry.name);
            Diagnostic::warning("entry-overdue", message, field(entry, "last_checked".to_owned()))
        }
        None => {
            let message = format!("`{}` does not say when it was last checked", entry.name);
            Diagnostic::warning("entry-overdue", message, whole(entry))
        }
    };
    finding.help("ask the service whether all of it is true, then set `last_checked` to that day")
}

/// The lists that lead to entries, those without entries left out.
fn lists(entries: &[Entry], needs: &[Need], base: &str) -> Vec<EntryList> {
    let mut by_need: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut by_town: BTreeMap<String, (&str, Vec<usize>)> = BTreeMap::new();
    let mut by_cost: BTreeMap<CostKind, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for key in &entry.needs {
            let list = by_need.entry(key).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
        if let Some(venue) = &entry.venue {
            by_town.entry(slug(&venue.town)).or_insert_with(|| (&venue.town, Vec::new())).1.push(at);
        }
        by_cost.entry(entry.cost_kind()).or_default().push(at);
    }
    let list = |by: ListBy, key: &str, title: &str, entries: Vec<usize>| EntryList {
        by,
        key: key.to_owned(),
        title: title.to_owned(),
        url: format!("{base}{}/{key}/", by.name()),
        entries,
    };
    let of_need = |need: &Need| Some(list(ListBy::Need, &need.key, &need.name, by_need.remove(need.key.as_str())?));
    let mut lists: Vec<EntryList> = needs.iter().filter_map(of_need).collect();
    lists.extend(by_town.into_iter().map(|(key, (town, entries))| list(ListBy::Place, &key, town, entries)));
    lists.extend(by_cost.into_iter().map(|(kind, entries)| list(ListBy::Cost, kind.key(), "", entries)));
    lists
}
