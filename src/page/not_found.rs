//! The page for addresses that do not exist, and the pages at old addresses.
//!
//! In: the site. Out: two views without a body. A redirect has zero delay (WCAG 2.2.1, technique H76).
//! Not here: rules of web hosts.

use super::jobs::NOT_FOUND;
use super::{Context, Prepared, shared};
use crate::model::view::LinkView;

/// The page for addresses that do not exist.
pub(super) fn not_found<'a>(context: &Context<'a>) -> Prepared<'a> {
    let strings = context.strings(&context.site.settings.language);
    let made = shared::Made {
        template: "not-found.html",
        kind: "not-found",
        url: NOT_FOUND,
        title: strings.text("not_found.title"),
        summary: strings.text("not_found.summary"),
    };
    let mut prepared = shared::generated(context, made);
    prepared.view.noindex = true;
    prepared.view.breadcrumbs_html = String::new();
    prepared
}

/// The page at an old address.
pub(super) fn redirect<'a>(context: &Context<'a>, at: usize) -> Prepared<'a> {
    let Some(redirect) = context.site.redirects.get(at) else { return Prepared::default() };
    let title = context.title_of(redirect.to);
    let to = context.address_of(redirect.to);
    let made =
        shared::Made { template: "redirect.html", kind: "redirect", url: &redirect.from, title: &title, summary: "" };
    let mut prepared = shared::generated(context, made);
    let host = context.site.page(redirect.to).map(|page| page.url.as_str()).unwrap_or_default();
    prepared.view.canonical = format!("{}{host}", context.site.settings.base_url);
    prepared.view.noindex = true;
    prepared.view.related = vec![LinkView { title, url: to, ..LinkView::default() }];
    prepared
}
