//! Accessible information: the documents that the site publishes, and the clock of the Accessible Information Standard.
//!
//! In: the site with its links resolved, `data/accessible-information.yaml`, the day. Out: every document with the page
//! that has the same content, and findings for links to documents that leave somebody without. Not here: any page.

use std::collections::BTreeMap;

use super::links;
use super::paths::{asset_address, resolved};
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::information::{AccessibleInformation, Attachment, KnownDocument, document_kind};
use crate::model::site::{Page, Site, Target};
use crate::model::slug::nearest;
use crate::model::source::SourceTree;

/// A typed path of the file begins at `content/`.
const FROM: &str = "content/_index.md";

/// Gathers the documents of the site, with what is known of each.
pub(super) fn gather(site: &mut Site, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let documents = site.assets.iter().filter(|(url, _)| document_kind(url).is_some());
    let size = |at: &usize| tree.assets.get(*at).map_or(0, |asset| asset.size);
    let mut all: BTreeMap<String, Attachment> = documents
        .map(|(url, at)| {
            let known = Attachment { url: url.clone(), size: size(at), title: None, page: None, checked: None };
            (url.clone(), known)
        })
        .collect();
    if let Some(known) = &site.information {
        for document in &known.documents {
            told(site, tree, (known, document), &mut all, findings);
        }
    }
    site.attachments = all.into_values().collect();
}

/// Adds what an entry says to the document that it names.
fn told(
    site: &Site,
    tree: &SourceTree,
    (known, document): (&AccessibleInformation, &KnownDocument),
    all: &mut BTreeMap<String, Attachment>,
    findings: &mut Vec<Diagnostic>,
) {
    let place = |key: &str| Place::Value(known.file, format!("documents.{}.{key}", document.at));
    let url = resolved(FROM, &document.path).map(|path| asset_address(&path)).unwrap_or_default();
    let near = nearest(&url, all.keys().map(String::as_str)).map(str::to_owned);
    let Some(attachment) = all.get_mut(&url) else {
        let message = format!("`{}` is no document of this site", document.path);
        let finding = Diagnostic::error("attachment-unknown", message, place("file"));
        findings.push(match near {
            Some(near) => finding.help(format!("write `@{near}`")),
            None => finding
                .help("name a document below content/, for example `\"@/carers/breaks.pdf\"`, or take the entry out"),
        });
        return;
    };
    attachment.title = Some(document.title.clone());
    attachment.checked.clone_from(&document.checked);
    if let Some(typed) = &document.page {
        attachment.page = links::page(site, tree, FROM, typed);
        if attachment.page.is_none() {
            findings.push(links::broken(typed, place("page"), tree));
        }
    }
}

/// Every page says how to ask for another format: by a link, or by its contact.
pub(super) fn formats(site: &Site, findings: &mut Vec<Diagnostic>) {
    let is_silent = |page: &&Page| !page.is_variant && page.document.front.contact.is_none();
    if site.formats.is_some() || site.settings.contact.is_some() || site.contacts.is_empty() {
        return;
    }
    let Some(page) = site.pages.iter().find(is_silent) else { return };
    let message = "the page does not say how to ask for another format";
    findings.push(
        Diagnostic::notice("formats-unsaid", message, Place::File(page.document.file))
            .help("name the page on formats on the first page: `extra: { formats: \"@/about/formats.md\" }`")
            .help("or a contact for all pages in candour.yaml: `contact: adult-social-care`")
            .basis("Accessible Information Standard DAPB1605")
            .on_page(page.url.clone()),
    );
}

/// Links to documents that leave somebody without the information, or without anybody to ask for it.
pub(super) fn attachments(site: &Site, findings: &mut Vec<Diagnostic>) {
    let lacking = |attachment: &&Attachment| attachment.page.is_none() && attachment.checked.is_none();
    let lacking: Vec<&str> = site.attachments.iter().filter(lacking).map(|attachment| &*attachment.url).collect();
    for page in &site.pages {
        let has_contact = has_contact(site, page);
        for (link, target) in page.document.body.links.iter().zip(&page.targets) {
            let Target::File(url, _) = target else { continue };
            if document_kind(url).is_none() {
                continue;
            }
            let place = Place::Span(link.span);
            if lacking.binary_search(&url.as_str()).is_ok() {
                findings.push(without_alternative(url, place.clone()).on_page(page.url.clone()));
            }
            if !has_contact {
                findings.push(without_contact(place).on_page(page.url.clone()));
            }
        }
    }
}

fn without_alternative(url: &str, place: Place) -> Diagnostic {
    let name = url.rsplit('/').next().unwrap_or(url);
    Diagnostic::warning("attachment-alternative-missing", format!("nothing says who can read `{name}`"), place)
        .help("put the content on a page, and name that page in data/accessible-information.yaml under `documents`")
        .help(format!("for example `- {{ file: \"@{url}\", title: …, page: \"@/carers/breaks.md\" }}`"))
        .help("or say there when and how the document itself was checked: `checked: { on: 2026-11-22, how: … }`")
        .basis("Accessibility regulations 2018")
        .basis("NHS service manual: PDFs")
}

fn without_contact(place: Place) -> Diagnostic {
    Diagnostic::warning(
        "attachment-contact-missing",
        "the page has a document and nobody to ask for another format",
        place,
    )
    .help("name a contact in the page's front matter, or for all pages in candour.yaml: `contact: adult-social-care`")
    .basis("GOV.UK publishing guidance: accessible documents policy")
}

/// Whether the page says who to ask.
fn has_contact(site: &Site, page: &Page) -> bool {
    let front = page.document.front.contact.as_ref().or(site.settings.contact.as_ref());
    front.is_some() || page.document.body.directives.iter().any(|directive| directive.name == "contact")
}

/// Months after which the council is to assess itself again.
const MONTHS: i32 = 12;

/// The day before which the first self-assessment is published, by the standard of 2025: March 2027.
fn first_due() -> Option<Date> {
    Date::new(2027, 4, 1)
}

/// The clock of the standard: compliance is published every year, the first time by March 2027.
pub(super) fn clock(known: &AccessibleInformation, today: Date, findings: &mut Vec<Diagnostic>) {
    let Some(standard) = &known.standard else { return };
    let (key, message) = match standard.assessed {
        Some(assessed) if assessed.plus_months(MONTHS) <= today => {
            ("standard.assessed", format!("the last self-assessment against the standard is of {assessed}"))
        }
        None if first_due().is_some_and(|due| due.plus_months(-3) <= today) => {
            ("standard", "no self-assessment against the standard is named".to_owned())
        }
        _ => return,
    };
    findings.push(
        Diagnostic::warning("information-assessment", message, Place::Value(known.file, key.to_owned()))
            .help("assess how you keep to the standard, then set `assessed` to that day and say under `found` what you found")
            .basis("Accessible Information Standard DAPB1605"),
    );
}
