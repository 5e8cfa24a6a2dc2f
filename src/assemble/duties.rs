//! Duties: which pages say that they meet which, and whether they do.
//!
//! In: packs and the `meets:` of pages. Out: claims by duty with what each page lacks, and findings at the lines of the
//! claims, or at the line of the pack for a duty without a page.
//! Source of the first packs: Care Act 2014 section 4, NICE NG86, NICE QS182. Not here: what the coverage page shows.

use std::collections::BTreeMap;

use super::proof::lacks;
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::duty::{Claim, Duty, DutyPack, Lack, Standing};
use crate::model::site::{Page, PageId, Site};
use crate::model::slug::nearest;
use crate::model::source::FileId;

/// Gathers the claims of all pages and holds each to what its duty needs.
pub(super) fn claims(site: &mut Site, today: Date, findings: &mut Vec<Diagnostic>) {
    in_use(site, findings);
    let mut meets = named(site, findings);
    for claims in meets.values_mut() {
        claims.sort_by_cached_key(|claim| site.page(claim.page).map(|page| page.url.clone()));
        claims.dedup_by_key(|claim| claim.page);
    }
    let pages = pages_by_duty(&meets);
    for (pack, duty) in duties(site) {
        for claim in meets.get_mut(&duty.id).into_iter().flatten() {
            let Some(page) = site.page(claim.page) else { continue };
            claim.lacks = lacks(site, page, &duty.needs, &pages);
            claim.is_overdue = page.document.front.review_by.is_some_and(|due| due < today);
        }
        let claims = meets.get(&duty.id).map(Vec::as_slice).unwrap_or_default();
        judge(site, Entry { file: pack.file, duty }, claims, findings);
        unknown_links(site, Entry { file: pack.file, duty }, findings);
    }
    site.meets = meets;
}

/// A duty with the file it stands in.
#[derive(Clone, Copy)]
struct Entry<'a> {
    file: FileId,
    duty: &'a Duty,
}

impl Entry<'_> {
    fn place(self, field: &str) -> Place {
        Place::Value(self.file, format!("duties.{}.{field}", self.duty.at))
    }
}

/// Leaves out packs that bind only sites that name them.
fn in_use(site: &mut Site, findings: &mut Vec<Diagnostic>) {
    let known: Vec<String> = site.packs.iter().map(|pack| pack.pack.clone()).collect();
    for (at, id) in site.settings.guidance.iter().enumerate().filter(|(_, id)| !known.contains(id)) {
        let place = site.settings.file.map_or(Place::Site, |file| Place::Value(file, format!("guidance.{at}")));
        let finding = Diagnostic::error("guidance-unknown", format!("there is no pack of duties `{id}`"), place);
        findings.push(match nearest(id, known.iter().map(String::as_str)) {
            Some(near) => finding.help(format!("write `{near}`")),
            None => finding.help("use the `pack:` of a file in data/guidance/"),
        });
    }
    let wanted = std::mem::take(&mut site.settings.guidance);
    site.packs.retain(|pack| !pack.optional || wanted.contains(&pack.pack));
    site.settings.guidance = wanted;
}

fn duties(site: &Site) -> impl Iterator<Item = (&DutyPack, &Duty)> {
    site.packs.iter().flat_map(|pack| pack.duties.iter().map(move |duty| (pack, duty)))
}

/// Claims by duty; an id that no pack has is a finding.
fn named(site: &Site, findings: &mut Vec<Diagnostic>) -> BTreeMap<String, Vec<Claim>> {
    let known: Vec<&str> = duties(site).map(|(_, duty)| duty.id.as_str()).collect();
    let mut meets: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
    for (index, page) in site.pages.iter().enumerate() {
        for (at, id) in page.document.front.meets.iter().enumerate() {
            if known.contains(&id.as_str()) {
                let claim = Claim { page: PageId::at(index), at, lacks: Vec::new(), is_overdue: false };
                meets.entry(id.clone()).or_default().push(claim);
            } else {
                findings.push(unknown(id, &known, claimed_at(page, at)).on_page(page.url.clone()));
            }
        }
    }
    meets
}

fn unknown(id: &str, known: &[&str], place: Place) -> Diagnostic {
    let finding = Diagnostic::error("duty-unknown", format!("no pack has a duty `{id}`"), place);
    match nearest(id, known.iter().copied()) {
        Some(near) => finding.help(format!("write `{near}`")),
        None => finding.help("use an id from a file in data/guidance/"),
    }
}

/// Duties that a pack wants a page to lead to, and that no pack has.
fn unknown_links(site: &Site, entry: Entry<'_>, findings: &mut Vec<Diagnostic>) {
    let known: Vec<&str> = duties(site).map(|(_, duty)| duty.id.as_str()).collect();
    let links = entry.duty.needs.links_to.iter().enumerate();
    let missing = links.filter(|(_, id)| !known.contains(&id.as_str()));
    findings.extend(missing.map(|(at, id)| unknown(id, &known, entry.place(&format!("needs.links_to.{at}")))));
}

fn claimed_at(page: &Page, at: usize) -> Place {
    Place::Value(page.document.file, format!("meets.{at}"))
}

fn pages_by_duty(meets: &BTreeMap<String, Vec<Claim>>) -> BTreeMap<String, Vec<PageId>> {
    meets.iter().map(|(id, claims)| (id.clone(), claims.iter().map(|claim| claim.page).collect())).collect()
}

/// What is to be said of a duty: it has no page, or pages that do not have what it needs, or none that is in date.
fn judge(site: &Site, entry: Entry<'_>, claims: &[Claim], findings: &mut Vec<Diagnostic>) {
    let id = &entry.duty.id;
    if claims.is_empty() {
        findings.push(
            Diagnostic::warning("duty-missing", format!("no page says that it meets `{id}`"), entry.place("id"))
                .label(entry.duty.title.clone())
                .help(format!("write the page, then add `meets: [{id}]` to its front matter")),
        );
    }
    let none_in_date = Standing::of(claims) == Standing::Overdue;
    for claim in claims {
        let Some(page) = site.page(claim.page) else { continue };
        for lack in &claim.lacks {
            let message = format!("the page does not show that it meets `{id}`: {}", in_words(lack));
            let needed = entry.place("needs");
            findings.push(
                Diagnostic::warning("duty-unproven", message, claimed_at(page, claim.at))
                    .also(needed, "what a page must have to count")
                    .help(mend(lack, id))
                    .on_page(page.url.clone()),
            );
        }
        if none_in_date && claim.standing() == Standing::Overdue {
            let due = page.document.front.review_by.map(|due| due.to_string()).unwrap_or_default();
            let message = format!("no page that meets `{id}` is in date: this one was to be checked by {due}");
            findings.push(
                Diagnostic::warning("duty-overdue", message, claimed_at(page, claim.at))
                    .help("check the page, then set `last_reviewed` to that day and `review_by` to the next date")
                    .on_page(page.url.clone()),
            );
        }
    }
}

fn in_words(lack: &Lack) -> String {
    match lack {
        Lack::Section(words) => format!("it has no section on `{words}`"),
        Lack::Contact => "it names nobody to ask".to_owned(),
        Lack::Block(name) => format!("it has no block `{name}`"),
        Lack::Link(duty) => format!("it leads to no page that meets `{duty}`"),
        Lack::Review => "it does not say when it was checked and when it will be again".to_owned(),
        Lack::Withdrawn => "it is withdrawn".to_owned(),
    }
}

fn mend(lack: &Lack, id: &str) -> String {
    let first = match lack {
        Lack::Section(words) => format!("add a heading with the word `{words}` and text under it"),
        Lack::Contact => "add `contact:` with an id of data/contacts.yaml".to_owned(),
        Lack::Block(name) => format!("add the block `::: {name}`"),
        Lack::Link(duty) => format!("link to a page with `meets: [{duty}]`"),
        Lack::Review => "add `last_reviewed: 2026-11-22` and `review_by: 2027-05-22`".to_owned(),
        Lack::Withdrawn => "name the duty on the page that replaces this one".to_owned(),
    };
    format!("{first}, or take `{id}` out of `meets:`")
}
