//! Addresses: which documents are part of the site today, and where each one lives.
//!
//! In: documents and the day. Out: a [`Site`] with pages, files and redirects, no two at one address.
//! Not here: links between pages.

use std::collections::BTreeMap;

use super::paths::{asset_address, named};
use super::{Day, Parts, directory, duplicates};
use crate::diag::{Diagnostic, Place};
use crate::model::document::{Document, Form};
use crate::model::page_type::PageType;
use crate::model::settings::Settings;
use crate::model::site::{Page, PageId, Redirect, Site};
use crate::model::slug::slug;
use crate::model::source::SourceTree;

/// Gives every document that is part of the site an address.
pub(super) fn routes(parts: Parts, tree: &SourceTree, day: Day, findings: &mut Vec<Diagnostic>) -> Site {
    let Parts { settings, documents, contacts, accessibility, information, glossary, packs, entries, needs } = parts;
    let by_file = vec![None; tree.files.len()];
    let mut site = Site { by_file, contacts, accessibility, information, glossary, packs, ..Site::default() };
    let mut taken = Taken::default();
    for document in documents {
        if is_current(&document, day) {
            let page = page(document, tree, &settings, findings);
            if taken.claim(&page.url, Place::File(page.document.file), tree, findings) {
                add(&mut site, page);
            }
        }
    }
    site.settings = settings;
    assets(&mut site, tree, &mut taken, findings);
    let setting = directory::Setting { tree, day, taken: &mut taken };
    directory::directory(&mut site, directory::Pieces { entries, needs }, setting, findings);
    aliases(&mut site, &mut taken, tree, findings);
    home(&mut site, tree, findings);
    site
}

/// Drafts, scheduled and expired pages are absent, not empty.
fn is_current(document: &Document, day: Day) -> bool {
    let front = &document.front;
    let is_out = !front.draft && front.published.is_none_or(|date| date <= day.today);
    (day.drafts || is_out) && front.expires.is_none_or(|date| date > day.today)
}

fn page(document: Document, tree: &SourceTree, settings: &Settings, findings: &mut Vec<Diagnostic>) -> Page {
    let mut name = named(tree.path(document.file));
    if document.front.slug.is_none() && name.name.as_ref().is_some_and(String::is_empty) {
        findings.push(unnamed(&document));
        name.name = Some("unnamed".to_owned());
    }
    let own = document.front.slug.as_deref().and_then(|typed| own_slug(typed, &document, findings)).or(name.name);
    let is_section = own.is_none();
    let mut url = name.folder;
    if let Some(language) = &name.language {
        url.insert_str(1, &format!("{language}/"));
    }
    for part in own.iter().chain(&name.form) {
        url.push_str(part);
        url.push('/');
    }
    let is_variant = name.language.is_some() || name.form.is_some();
    let is_apart = matches!(document.front.kind, PageType::Alert | PageType::Gone);
    Page {
        url,
        form: name.form.as_deref().and_then(Form::named),
        original: None,
        is_outdated: false,
        variants: Vec::new(),
        alternatives: Vec::new(),
        is_variant,
        is_listed: !is_variant && !is_apart && document.front.withdrawn.is_none(),
        language: name.language.unwrap_or_else(|| settings.language.clone()),
        is_section,
        parent: None,
        children: Vec::new(),
        targets: Vec::new(),
        pictures: Vec::new(),
        related: Vec::new(),
        topics: Vec::new(),
        tasks: Vec::new(),
        picture: None,
        steps: Vec::new(),
        document,
    }
}

fn unnamed(document: &Document) -> Diagnostic {
    Diagnostic::error("slug-invalid", "the name of the file has no letter for an address", Place::File(document.file))
        .help("name the file in letters, digits and hyphens, for example `breaks-for-carers.md`")
}

fn own_slug(typed: &str, document: &Document, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let made = slug(typed);
    if made == typed && !made.is_empty() {
        return Some(made);
    }
    let place = Place::Value(document.file, "slug".to_owned());
    findings.push(
        Diagnostic::error("slug-invalid", format!("`{typed}` cannot be part of an address"), place)
            .help("use lower case letters, digits and hyphens, for example `slug: breaks-for-carers`"),
    );
    None
}

fn add(site: &mut Site, page: Page) {
    let id = PageId::at(site.pages.len());
    if let Some(slot) = site.by_file.get_mut(page.document.file.index()) {
        *slot = Some(id);
    }
    site.by_url.insert(page.url.clone(), id);
    site.pages.push(page);
}

/// Addresses that are in use. Hosts differ on letter case, so two that differ only in case are one.
#[derive(Default)]
pub(super) struct Taken(BTreeMap<String, Place>);

impl Taken {
    /// Takes an address, unless it is in use.
    pub(super) fn claim(&mut self, url: &str, place: Place, tree: &SourceTree, findings: &mut Vec<Diagnostic>) -> bool {
        let key = url.to_lowercase();
        let Some(first) = self.0.get(&key) else {
            self.0.insert(key, place);
            return true;
        };
        let name = |place: &Place| match place {
            Place::Path(path) => path.clone(),
            place => duplicates::file_of(place, tree).to_owned(),
        };
        findings.push(
            Diagnostic::error(
                "address-taken",
                format!("{} and {} both want the address {url}", name(first), name(&place)),
                place,
            )
            .also(first.clone(), "this one has it")
            .help("rename one of them, or give one a `slug:` of its own"),
        );
        false
    }
}

fn assets(site: &mut Site, tree: &SourceTree, taken: &mut Taken, findings: &mut Vec<Diagnostic>) {
    for (index, asset) in tree.assets.iter().enumerate() {
        if asset.path.starts_with("content/") {
            let url = asset_address(&asset.path);
            if taken.claim(&url, Place::Path(asset.path.to_string()), tree, findings) {
                site.assets.insert(url, index);
            }
        }
    }
}

fn aliases(site: &mut Site, taken: &mut Taken, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let mut redirects = Vec::new();
    for (index, page) in site.pages.iter().enumerate() {
        for (number, alias) in page.document.front.aliases.iter().enumerate() {
            let place = Place::Value(page.document.file, format!("aliases.{number}"));
            if !is_address(alias) {
                findings.push(
                    Diagnostic::error("alias-invalid", format!("`{alias}` is no address of this site"), place)
                        .help("begin with a slash and leave the host out, for example `/old/page/`"),
                );
                continue;
            }
            let file_like = alias.rsplit('/').next().is_some_and(|last| last.contains('.'));
            let from = if alias.ends_with('/') || file_like { alias.clone() } else { format!("{alias}/") };
            if taken.claim(&from, place, tree, findings) {
                redirects.push(Redirect { from, to: PageId::at(index) });
            }
        }
    }
    redirects.sort_by(|a, b| a.from.cmp(&b.from));
    site.redirects = redirects;
}

fn is_address(alias: &str) -> bool {
    alias.starts_with('/')
        && !alias.starts_with("//")
        && !alias.contains(['?', '#', '\\', '\0', '<', '>', '"'])
        && alias.split('/').all(|part| part != ".." && part != ".")
}

fn home(site: &mut Site, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    site.home = site.by_url.get("/").copied();
    let Some(home) = site.home.and_then(|id| site.page(id)) else {
        findings.push(
            Diagnostic::error(
                "home-missing",
                "the site has no first page",
                Place::Path("content/_index.md".to_owned()),
            )
            .help("add the file content/_index.md with `type: home` and a `title`"),
        );
        return;
    };
    for page in &site.pages {
        if page.document.front.kind == PageType::Home && page.url != "/" && !page.is_variant {
            let place = Place::Value(page.document.file, "type".to_owned());
            findings.push(
                Diagnostic::error("home-twice", "only the first page can have the type `home`", place)
                    .also(
                        Place::File(home.document.file),
                        format!("{} is the first page", tree.path(home.document.file)),
                    )
                    .help("use `type: landing` or `type: page`"),
            );
        }
    }
}
