//! The search page.
//!
//! It is made for somebody who is worried, perhaps old, perhaps on a borrowed phone. One field with a label, one button,
//! no list that pops up while they type. Answers are a plain list with headings, and how many there are is said aloud.
//! The services from A to Z stand on the same page from the start, so nothing is lost where scripts are off or the
//! browser refuses WebAssembly: with a script their words stay in the field and the list keeps what has them in its name,
//! without one the page says that the list is the way. Words of danger show first what to do in danger, and lead to the
//! pages for people at risk, which no index holds.
//!
//! In: the site. Out: its view. Not here: the index; the script; which pages are found.

use std::collections::BTreeSet;

use super::findable::is_withheld;
use super::jobs::SEARCH;
use super::{Context, Prepared, base, list, shared};
use crate::model::language::{direction, own_name, primary};
use crate::model::search::index_folder;
use crate::model::search_view::{IndexView, SearchView};
use crate::model::site::{Page, PageId};
use crate::model::view::{LinkView, ListView};

/// The page.
pub(super) fn search<'a>(context: &Context<'a>) -> Prepared<'a> {
    let strings = context.strings(&context.site.settings.language);
    let made = shared::Made {
        template: "search.html",
        kind: "search",
        url: SEARCH,
        title: strings.text("search.title"),
        summary: strings.text("search.summary"),
    };
    let mut prepared = shared::generated(context, made);
    // A list of answers is no page of its own to other search engines.
    prepared.view.noindex = true;
    prepared.view.list = Some(ListView { groups: list::services(context), ..ListView::default() });
    let script = context.theme.published.get("search.js").map(|path| context.address(&format!("/{path}")));
    prepared.view.search = Some(SearchView {
        script: script.unwrap_or_default(),
        languages: languages(context),
        danger: danger(context),
        help: help(context),
    });
    prepared
}

/// The languages of the pages that can be found, that of the site first.
fn languages(context: &Context<'_>) -> Vec<IndexView> {
    let own = primary(&context.site.settings.language);
    let pages = context.site.pages.iter().filter(|page| !is_withheld(context, page));
    let others: BTreeSet<&str> =
        pages.map(|page| primary(&page.language)).filter(|language| *language != own).collect();
    let all = std::iter::once(own).chain(others);
    all.map(|language| IndexView {
        dir: direction(language),
        name: own_name(language).unwrap_or(language).to_owned(),
        url: context.address(&index_folder(language)),
        language: language.to_owned(),
    })
    .collect()
}

/// The words of danger of every language: people search in theirs, whatever the page is written in.
fn danger(context: &Context<'_>) -> String {
    let words = context.theme.strings.values().filter_map(|strings| strings.texts.get("search.danger_words"));
    words.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The folders about people at risk, or where there is none the pages.
fn help(context: &Context<'_>) -> Vec<LinkView> {
    let is_help =
        |page: &Page| page.document.front.sensitive && !page.is_variant && page.document.front.withdrawn.is_none();
    let all = context.site.pages.iter().enumerate().filter(|(_, page)| is_help(page));
    let (sections, pages): (Vec<_>, Vec<_>) = all.partition(|(_, page)| page.is_section);
    let chosen = if sections.is_empty() { pages } else { sections };
    chosen.into_iter().map(|(at, _)| base::link(context, PageId::at(at))).collect()
}
