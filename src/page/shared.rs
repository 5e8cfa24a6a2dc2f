//! What pages share: the frame of the site, the trails of breadcrumbs, the entries of lists, pages without a file.
//!
//! In: the site. Out: plain views, each rendered once and used by many pages. Not here: markup.

use serde::Serialize;

use super::base::breadcrumbs;
use super::forms::{link_in, links_in};
use super::jobs::{A_TO_Z, SEARCH, SITE_MAP, has_services};
use super::{Context, Prepared, date_view};
use crate::model::contact::Contact;
use crate::model::language::primary;
use crate::model::page_type::PageType;
use crate::model::site::{PageId, Site};
use crate::model::view::{DateView, LinkView, PageView, SiteView};

/// An entry of a list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ItemView {
    /// Title.
    pub title: String,
    /// Address.
    pub url: String,
    /// Summary.
    pub summary: String,
    /// Page type.
    pub kind: &'static str,
    /// For news: when.
    pub date: Option<DateView>,
}

/// The entry of every page, in the order of the pages.
pub fn items(context: &Context<'_>) -> Vec<ItemView> {
    let view = |page: &crate::model::site::Page| {
        let front = &page.document.front;
        let dated = front.published.filter(|_| front.kind == PageType::News);
        ItemView {
            title: front.title.clone(),
            url: context.address(&page.url),
            summary: front.summary.clone(),
            kind: front.kind.name(),
            date: dated.map(|date| date_view(date, context.strings(&page.language))),
        }
    };
    context.site.pages.iter().map(view).collect()
}

/// Every contact record, its link complete, for the card at the end of pages.
pub fn contacts(context: &Context<'_>) -> Vec<Contact> {
    context.site.contacts.values().map(|contact| super::base::resolved_contact(context, contact)).collect()
}

/// For every folder's own page, and the page of the directory: the links that lead from the first page to it, in a language.
pub fn breadcrumb_trails(context: &Context<'_>, language: &str) -> Vec<(PageId, Vec<LinkView>)> {
    let pages = context.site.pages.iter().enumerate();
    let directory = context.site.directory.page;
    pages
        .filter(|(index, page)| page.is_section || directory == Some(PageId::at(*index)))
        .map(|(index, _)| (PageId::at(index), links_in(context, language, &trail(context.site, PageId::at(index)))))
        .collect()
}

fn trail(site: &Site, id: PageId) -> Vec<PageId> {
    let mut trail = vec![id];
    let mut above = site.page(id).and_then(|page| page.parent);
    while let Some(id) = above {
        trail.push(id);
        above = site.page(id).and_then(|page| page.parent);
    }
    trail.reverse();
    trail
}

/// The frame of the site in one language; `current` is the main section that a page is in.
pub fn site_view(context: &Context<'_>, language: &str, current: Option<PageId>) -> SiteView {
    let site = context.site;
    let strings = context.strings(language);
    let mut sections = links_in(context, language, &site.sections);
    for (link, id) in sections.iter_mut().zip(&site.sections) {
        link.current = Some(*id) == current;
    }
    let home = site.home.and_then(|home| site.page(home));
    let mut footer = links_in(context, language, &site.footer);
    footer.push(LinkView {
        title: strings.text("site_map.title").to_owned(),
        url: context.address(SITE_MAP),
        ..LinkView::default()
    });
    SiteView {
        name: site.settings.name.clone(),
        organisation: site.settings.organisation.clone(),
        home: site.home.map_or_else(|| context.address("/"), |id| link_in(context, language, id).url),
        words_lang: (primary(&strings.language) != primary(language)).then(|| strings.language.clone()),
        own_lang: (primary(&site.settings.language) != primary(language)).then(|| site.settings.language.clone()),
        sections,
        footer,
        styles: vec![context.address(&format!("/{}", context.theme.style))],
        icon: context
            .theme
            .published
            .get("icon.svg")
            .map(|path| context.address(&format!("/{path}")))
            .unwrap_or_default(),
        feed: has_feed(site).then(|| context.address("/news.atom")),
        alerts: super::alert::alerts(context, language, current),
        language: language.to_owned(),
        notice: home.and_then(|home| home.document.front.extra.notice.clone()),
        formats_url: site.formats.map(|id| link_in(context, language, id).url),
        feedback_url: site.feedback.map(|id| link_in(context, language, id).url),
        site_map_url: context.address(SITE_MAP),
        glossary_url: site.glossary_page.map(|id| context.address_of(id)),
        a_to_z_url: has_services(site).then(|| context.address(A_TO_Z)),
        search_url: site.settings.search.then(|| context.address(SEARCH)),
        search_lang: (primary(&site.settings.language) != primary(language)).then(|| primary(language).to_owned()),
    }
}

/// Whether there is news, or a report that tells of itself.
fn has_feed(site: &Site) -> bool {
    let is_dated_report = |page: &crate::model::site::Page| {
        let front = &page.document.front;
        front.kind == PageType::Report && (front.updated.is_some() || front.published.is_some())
    };
    !site.news.is_empty() || site.pages.iter().any(is_dated_report)
}

/// A page that no file holds.
#[derive(Clone, Copy)]
pub(super) struct Made<'a> {
    pub(super) template: &'static str,
    pub(super) kind: &'static str,
    pub(super) url: &'a str,
    pub(super) title: &'a str,
    pub(super) summary: &'a str,
}

/// The view of a page that no file holds.
pub(super) fn generated<'a>(context: &Context<'a>, made: Made<'_>) -> Prepared<'a> {
    let settings = &context.site.settings;
    let strings = context.strings(&settings.language);
    let contact = settings.contact.as_ref().map(|id| context.card(&settings.language, id));
    let view = PageView {
        template: made.template,
        kind: made.kind,
        lang: settings.language.clone(),
        dir: "ltr",
        url: context.address(made.url),
        canonical: format!("{}{}", settings.base_url, made.url),
        title: made.title.to_owned(),
        head_title: strings.fill("page.head_title", &[("title", made.title), ("site", &settings.name)]),
        summary: made.summary.to_owned(),
        breadcrumbs_html: breadcrumbs(context, &settings.language, context.site.home),
        contact_html: contact.unwrap_or_default(),
        ..PageView::default()
    };
    Prepared { view, ..Prepared::default() }
}
