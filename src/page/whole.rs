//! A guide or a publication on one page, to read at one go or to print.
//!
//! In: a folder's own page and the pages of its folder. Out: a view with every part, and a body for each. Not here: joining
//! them, and what the parts were told when they were made by themselves.

use super::base::{breadcrumbs, sections, view};
use super::{Context, Prepared, Subject, body, words};
use crate::model::page_type::PageType;
use crate::model::site::{Page, PageId, Site};
use crate::model::view::{ContentsView, WholePartView};

/// What follows the address of the guide.
const LAST: &str = "one-page/";

/// Address of the page that has all parts; nothing where there are none, or where somebody at risk may read one.
pub(super) fn address(site: &Site, page: &Page) -> Option<String> {
    let is_whole = matches!(page.document.front.kind, PageType::Guide | PageType::Publication);
    let is_sensitive = |page: &Page| page.document.front.sensitive;
    let parts = || page.children.iter().filter_map(|id| site.page(*id));
    if !is_whole || page.children.is_empty() || is_sensitive(page) || parts().any(is_sensitive) {
        return None;
    }
    let url = format!("{}{LAST}", page.url);
    (!site.by_url.contains_key(&url)).then_some(url)
}

/// The page.
pub(super) fn whole<'a>(context: &Context<'a>, id: PageId) -> Prepared<'a> {
    let Some(page) = context.site.page(id) else { return Prepared::default() };
    let strings = context.strings(&page.language);
    let subject = Subject { id, page, strings, number: 1 };
    let mut prepared = part(context, &subject);
    let explained = std::mem::take(&mut prepared.view.words);
    prepared.view = view(context, &subject, "whole.html");
    prepared.view.words = explained;
    for (at, id) in page.children.iter().enumerate() {
        let Some(page) = context.site.page(*id) else { continue };
        let subject = Subject { id: *id, page, strings, number: 1 };
        let made = part(context, &subject);
        let own = view(context, &subject, "whole.html");
        join(&mut prepared.view.words, made.view.words, |word| word.id.clone());
        join(&mut prepared.view.sources, own.sources, |source| source.url.clone());
        join(&mut prepared.view.credits, own.credits, Clone::clone);
        prepared.view.whole.push(WholePartView {
            id: format!("part-{}", at + 1),
            title: page.document.front.title.clone(),
            summary: page.document.front.summary.clone(),
            body_html: String::new(),
        });
        prepared.parts.push(made.body);
    }
    let parts = prepared.view.whole.iter();
    let parts = parts.map(|part| ContentsView { id: part.id.clone(), text: part.title.clone() });
    prepared.view.contents = sections(context, &subject).into_iter().chain(parts).collect();
    prepared.view.guide = Some(super::guide::view(context, (id, page), id));
    prepared.view.url = context.address(&address(context.site, page).unwrap_or_default());
    prepared.view.breadcrumbs_html = breadcrumbs(context, &page.language, Some(id));
    // Translations are of the guide, not of this page.
    prepared.view.forms = None;
    prepared.view.head_title = head_title(context, &subject);
    prepared.view.noindex = true;
    prepared
}

/// Title of the window: the guide's own page has the same heading.
fn head_title(context: &Context<'_>, subject: &Subject<'_>) -> String {
    let (front, strings) = (&subject.page.document.front, subject.strings);
    let kicker = if front.kind == PageType::Guide { "guide.kicker" } else { "publication.whole-kicker" };
    let title = format!("{}: {}", strings.text(kicker), front.title);
    strings.fill("page.head_title", &[("title", &title), ("site", &context.site.settings.name)])
}

/// Adds what is not there yet.
fn join<T>(all: &mut Vec<T>, more: Vec<T>, name: impl Fn(&T) -> String) {
    for one in more {
        if !all.iter().any(|old| name(old) == name(&one)) {
            all.push(one);
        }
    }
}

/// The body of a part with its words marked. What is wrong with it is told on its own page.
fn part<'a>(context: &Context<'a>, subject: &Subject<'a>) -> Prepared<'a> {
    let mut prepared = Prepared { body: body::body(context, subject).value, ..Prepared::default() };
    words::explain(context, subject, &mut prepared);
    prepared
}
