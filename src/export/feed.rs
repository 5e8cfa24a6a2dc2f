//! `news.atom`: the newest pages of news, reports with their status, and what was corrected in them (RFC 4287).
//!
//! In: pages of news, newest first, and reports. Out: one file, or nothing without news. Sensitive pages are left out.
//! Not here: other pages.

use super::{Source, xml};
use crate::model::date::Date;
use crate::model::escape::escaped;
use crate::model::output::Output;
use crate::model::page_type::PageType;
use crate::model::site::Page;
use crate::model::wording::status;

/// Entries of the feed.
const MOST: usize = 30;

/// The feed.
pub(super) fn news(source: Source<'_>) -> Option<Output> {
    let site = source.site;
    let news = site.news.iter().filter_map(|id| site.page(*id)).take(MOST);
    let reports =
        site.pages.iter().filter(|page| page.document.front.kind == PageType::Report && changed(page).is_some());
    let is_public = |page: &&Page| !page.document.front.sensitive && page.document.front.withdrawn.is_none();
    let pages: Vec<&Page> = news.chain(reports).filter(is_public).collect();
    let corrected = pages.iter().flat_map(|page| &page.document.front.report.corrections);
    let newest =
        pages.iter().filter_map(|page| changed(page)).chain(corrected.map(|correction| correction.date)).max()?;
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
        entry(&mut text, page, source);
        for number in 0..page.document.front.report.corrections.len() {
            correction(&mut text, page, number, source);
        }
    }
    text.push_str("</feed>\n");
    Some(Output { path: "news.atom".to_owned(), bytes: text.into_bytes() })
}

fn entry(text: &mut String, page: &Page, source: Source<'_>) {
    let (front, base) = (&page.document.front, &source.site.settings.base_url);
    let Some(changed) = changed(page) else { return };
    text.push_str("<entry>\n");
    xml::element(text, "title", &front.title);
    xml::element(text, "id", &format!("{base}{}", page.url));
    link(text, "alternate", &format!("{base}{}", page.url));
    if let Some(published) = front.published {
        xml::element(text, "published", &instant(published));
    }
    xml::element(text, "updated", &instant(changed));
    if let Some(word) = front.report.status {
        let label = status(word, source.strings);
        text.push_str(&format!("<category term=\"{}\" label=\"{}\"/>\n", word.name(), escaped(label)));
    }
    xml::element(text, "summary", &front.summary);
    text.push_str("</entry>\n");
}

/// What was wrong in a report, as an entry of its own.
fn correction(text: &mut String, page: &Page, number: usize, source: Source<'_>) {
    let (front, base) = (&page.document.front, &source.site.settings.base_url);
    let Some(found) = front.report.corrections.get(number) else { return };
    let address = format!("{base}{}#report-corrections", page.url);
    text.push_str("<entry>\n");
    xml::element(text, "title", &source.strings.fill("report.correction_of", &[("title", &front.title)]));
    xml::element(text, "id", &format!("{base}{}#correction-{}-{}", page.url, found.date, number + 1));
    link(text, "alternate", &address);
    xml::element(text, "updated", &instant(found.date));
    xml::element(text, "summary", &format!("{}. {}", found.place, found.note));
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
