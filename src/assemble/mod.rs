//! Assembling: files into one site.
//!
//! In: documents, contacts, packs, settings, and the day. Out: [`Site`] with addresses, links, navigation, topics,
//! redirects and duties. Not here: figures, HTML, templates, the clock.

mod clock;
mod directory;
mod duplicates;
mod duties;
mod information;
mod links;
mod navigation;
mod paths;
mod proof;
mod routes;
mod topics;
mod unread;
mod variants;

use std::collections::BTreeMap;

use crate::diag::{Checked, Diagnostic, Place, Severity};
use crate::model::accessibility::Accessibility;
use crate::model::contact::Contact;
use crate::model::date::Date;
use crate::model::directory::{Entry, Need};
use crate::model::document::Document;
use crate::model::duty::DutyPack;
use crate::model::glossary::Glossary;
use crate::model::information::AccessibleInformation;
use crate::model::page_type::PageType;
use crate::model::settings::Settings;
use crate::model::site::{Page, PageId, Site};
use crate::model::source::SourceTree;

/// Everything a site is made of.
#[derive(Debug, Default)]
pub struct Parts {
    /// The settings.
    pub settings: Settings,
    /// Documents in the order of their files.
    pub documents: Vec<Document>,
    /// Contact records by id.
    pub contacts: BTreeMap<String, Contact>,
    /// What the accessibility statement says.
    pub accessibility: Option<Accessibility>,
    /// How people get information in the form they need.
    pub information: Option<AccessibleInformation>,
    /// Words that are explained.
    pub glossary: Glossary,
    /// Packs of duties.
    pub packs: Vec<DutyPack>,
    /// Entries of the directory in the order of their files.
    pub entries: Vec<Entry>,
    /// What people look for in the directory.
    pub needs: Vec<Need>,
}

/// What decides which pages are part of the site.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    /// The day the site is built for.
    pub today: Date,
    /// Whether drafts are part of it.
    pub drafts: bool,
}

/// Assembles a site.
pub fn assemble(parts: Parts, tree: &SourceTree, day: Day) -> Checked<Site> {
    let mut findings = Vec::new();
    unread::unread(tree, &mut findings);
    let mut site = routes::routes(parts, tree, day, &mut findings);
    navigation::connect(&mut site, tree, &mut findings);
    variants::tie(&mut site, tree, &mut findings);
    let resolved = links::resolve(&site, tree, &mut findings);
    links::store(&mut site, resolved);
    information::gather(&mut site, tree, &mut findings);
    information::attachments(&site, &mut findings);
    information::formats(&site, &mut findings);
    navigation::process_places(&mut site);
    topics::gather(&mut site);
    site.glossary_page = only(&site, PageType::Glossary);
    duties::claims(&mut site, day.today, &mut findings);
    contacts(&site, &mut findings);
    contact_links(&mut site, tree, &mut findings);
    reviews(&site, day, &mut findings);
    alerts(&site, &mut findings);
    notes(&site, &mut findings);
    if let Some(known) = &site.accessibility {
        clock::statement(known, day.today, &mut findings);
    }
    if let Some(known) = &site.information {
        information::clock(known, day.today, &mut findings);
    }
    Checked::new(site, findings)
}

/// The first page of a type, in the language of the site.
fn only(site: &Site, kind: PageType) -> Option<PageId> {
    let is_it = |page: &Page| page.document.front.kind == kind && !page.is_variant;
    site.pages.iter().position(is_it).map(PageId::at)
}

/// An alert that nobody takes down is soon read by nobody.
fn alerts(site: &Site, findings: &mut Vec<Diagnostic>) {
    let endless = |page: &&Page| page.document.front.kind == PageType::Alert && page.document.front.expires.is_none();
    for page in site.pages.iter().filter(endless) {
        let place = Place::Value(page.document.file, "type".to_owned());
        findings.push(
            Diagnostic::warning("alert-endless", "the alert has no last day", place)
                .help("add the first day on which it is over, for example `expires: 2026-12-28`")
                .on_page(page.url.clone()),
        );
    }
}

/// A page that keeps notes of its changes and has none for the newest.
fn notes(site: &Site, findings: &mut Vec<Diagnostic>) {
    for page in &site.pages {
        let front = &page.document.front;
        let newest = front.changes.iter().map(|change| change.date).max();
        let Some((updated, newest)) = front.updated.zip(newest).filter(|(updated, newest)| updated > newest) else {
            continue;
        };
        let message = format!("the page changed on {updated}, and its newest change note is of {newest}");
        let place = Place::Value(page.document.file, "updated".to_owned());
        findings.push(
            Diagnostic::warning("change-note-missing", message, place)
                .help(format!("say under `changes` what is different: `- {{ date: {updated}, note: … }}`"))
                .basis("GOV.UK publishing guidance: change notes")
                .on_page(page.url.clone()),
        );
    }
}

/// Every contact that a page or the settings name must exist.
fn contacts(site: &Site, findings: &mut Vec<Diagnostic>) {
    let known = || site.contacts.keys().map(String::as_str);
    let settings = site.settings.file.map(|file| Place::Value(file, "contact".to_owned()));
    let mut named: Vec<(&str, Place)> = Vec::new();
    named.extend(site.settings.contact.as_deref().zip(settings));
    if let Some(known) = &site.information {
        named.extend(known.contact.as_deref().zip(Some(Place::Value(known.file, "contact".to_owned()))));
    }
    for page in &site.pages {
        let place = || Place::Value(page.document.file, "contact".to_owned());
        named.extend(page.document.front.contact.as_deref().map(|id| (id, place())));
        let directives = page.document.body.directives.iter().filter(|directive| directive.name == "contact");
        named.extend(directives.filter_map(|directive| {
            let attribute = directive.attributes.iter().find(|attribute| attribute.key == "id")?;
            Some((attribute.value.as_str(), Place::Span(attribute.span)))
        }));
    }
    for (id, place) in named {
        if !site.contacts.contains_key(id) {
            let finding = Diagnostic::error("contact-unknown", format!("there is no contact `{id}`"), place);
            findings.push(match crate::model::slug::nearest(id, known()) {
                Some(near) => finding.help(format!("write `{near}`, or add `{id}` to data/contacts.yaml")),
                None => finding.help(format!("add `{id}` to data/contacts.yaml")),
            });
        }
    }
}

/// Turns the pages that contact records name into addresses.
fn contact_links(site: &mut Site, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let mut found = Vec::new();
    for (id, contact) in &site.contacts {
        let Some(online) = contact.online.as_ref().filter(|online| online.link.starts_with("@/")) else { continue };
        let page = links::page(site, tree, "content/_index.md", &online.link).and_then(|page| site.page(page));
        match page {
            Some(page) => found.push((id.clone(), page.url.clone())),
            None => {
                let file = tree.find("data/contacts.yaml");
                let place = file.map_or(Place::Site, |file| Place::Value(file, format!("{id}.online.link")));
                findings.push(links::broken(&online.link, place, tree));
            }
        }
    }
    for (id, url) in found {
        if let Some(online) = site.contacts.get_mut(&id).and_then(|contact| contact.online.as_mut()) {
            online.link = url;
        }
    }
}

/// A page that was last checked on a day that is still to come.
fn to_come(page: &Page, day: Day) -> Option<Diagnostic> {
    let reviewed = page.document.front.last_reviewed.filter(|reviewed| *reviewed > day.today)?;
    let message = format!("the page was last checked on {reviewed}, which is to come");
    let place = Place::Value(page.document.file, "last_reviewed".to_owned());
    let finding = Diagnostic::warning("review-future", message, place)
        .help("write the day on which somebody checked the page, for example `last_reviewed: 2026-11-02`");
    Some(finding.on_page(page.url.clone()))
}

/// A page whose review date has passed (Care Act statutory guidance, chapter 3: information is up to date).
fn reviews(site: &Site, day: Day, findings: &mut Vec<Diagnostic>) {
    let severity = if site.settings.review == "fail" { Severity::Error } else { Severity::Warning };
    for page in &site.pages {
        findings.extend(to_come(page, day));
        let Some(due) = page.document.front.review_by.filter(|due| *due < day.today) else { continue };
        findings.push(
            Diagnostic::new(
                severity,
                "review-overdue",
                format!("the page was to be checked by {due}"),
                Place::Value(page.document.file, "review_by".to_owned()),
            )
            .help("check the page, then set `last_reviewed` to that day and `review_by` to the next date")
            .on_page(page.url.clone()),
        );
    }
}
