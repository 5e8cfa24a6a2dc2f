//! `news.atom`: the newest pages of news (RFC 4287).
//!
//! In: pages of news, newest first. Out: one file, or nothing without news. Sensitive pages are left out.
//! Not here: other pages.

use super::{Source, xml};
use crate::model::date::Date;
use crate::model::escape::escaped;
use crate::model::output::Output;
use crate::model::site::Page;

/// Entries of the feed.
const MOST: usize = 30;

/// The feed.
pub(super) fn news(source: Source<'_>) -> Option<Output> {
    let site = source.site;
    let pages = site.news.iter().filter_map(|id| site.page(*id));
    let pages: Vec<&Page> = pages.filter(|page| !page.document.front.sensitive).take(MOST).collect();
    let newest = pages.iter().filter_map(|page| changed(page)).max()?;
    let base = &site.settings.base_url;
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        escaped(&site.settings.language)
    );
    xml::element(&mut text, "title", &source.strings.fill("page.feed", &[("name", &site.settings.name)]));
    xml::element(&mut text, "id", &format!("{base}/news.atom"));
    link(&mut text, "self", &format!("{base}/news.atom"));
    link(&mut text, "alternate", &format!("{base}/"));
    xml::element(&mut text, "updated", &instant(newest));
    text.push_str("<author>\n");
    xml::element(&mut text, "name", &site.settings.organisation);
    text.push_str("</author>\n");
    for page in pages {
        entry(&mut text, page, base);
    }
    text.push_str("</feed>\n");
    Some(Output { path: "news.atom".to_owned(), bytes: text.into_bytes() })
}

fn entry(text: &mut String, page: &Page, base: &str) {
    let front = &page.document.front;
    let Some(changed) = changed(page) else { return };
    text.push_str("<entry>\n");
    xml::element(text, "title", &front.title);
    xml::element(text, "id", &format!("{base}{}", page.url));
    link(text, "alternate", &format!("{base}{}", page.url));
    if let Some(published) = front.published {
        xml::element(text, "published", &instant(published));
    }
    xml::element(text, "updated", &instant(changed));
    xml::element(text, "summary", &front.summary);
    text.push_str("</entry>\n");
}

fn changed(page: &Page) -> Option<Date> {
    page.document.front.updated.or(page.document.front.published)
}

fn link(text: &mut String, rel: &str, href: &str) {
    text.push_str(&format!("<link rel=\"{rel}\" href=\"{}\"/>\n", escaped(href)));
}

/// A feed needs a time; a page has a day.
fn instant(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
