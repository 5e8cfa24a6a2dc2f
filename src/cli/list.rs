//! `candour list NAME`: what a site keeps track of, as text or JSON.
//!
//! In: the assembled site. Out: `{"version":1,"list":"duties","items":[…]}` or lines for people. Exit code 0.
//! Not here: whether anything listed is wrong.

use std::process::ExitCode;

use serde_json::{Value, json};

use super::arguments::{Common, Format, List, Listing};
use super::{reading, report, surroundings};
use crate::diag::failure::Failure;
use crate::model::date::Date;
use crate::model::site::Page;
use crate::page::{self, Context};
use crate::pipeline::{self, Loaded, Options};

/// Prints a list.
pub(super) fn list(common: &Common, flags: &List) -> Result<ExitCode, Failure> {
    let options = surroundings::options(common)?;
    // Drafts and expired pages are listed although they are not part of the site.
    let all = Options { audit: false, drafts: options.drafts || flags.name == Listing::Drafts, ..options.clone() };
    let all = if flags.name == Listing::Expired { Options { today: Date::EPOCH, drafts: true, ..all } } else { all };
    let (tree, findings) = pipeline::sources(&common.root)?;
    let loaded = pipeline::load(tree, findings, &all, &pipeline::Unwatched)?;
    let (name, items) = match flags.name {
        Listing::Duties => ("duties", duties(&loaded)),
        Listing::Drafts => ("drafts", drafts(&loaded, options.today)),
        Listing::Review => ("review", review(&loaded, options.today)),
        Listing::Expired => ("expired", expired(&loaded, options.today)),
        Listing::Redirects => ("redirects", redirects(&loaded)),
        Listing::Readability => ("readability", reading::items(&loaded)),
    };
    let text = match common.format {
        Format::Json => format!("{}\n", json!({ "version": 1, "list": name, "items": items })),
        _ if flags.name == Listing::Readability => reading::lines(&items),
        Format::Text | Format::Github | Format::Sarif | Format::Junit | Format::Html | Format::Markdown => {
            lines(&items)
        }
    };
    report::out(&text);
    Ok(ExitCode::SUCCESS)
}

/// One item a line: its values in order, those that are not there left out.
fn lines(items: &[Value]) -> String {
    let word = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Null => None,
        Value::Array(list) if list.is_empty() => Some("no page".to_owned()),
        Value::Array(list) => {
            Some(list.iter().filter_map(|page| page.get("page").and_then(Value::as_str)).collect::<Vec<_>>().join(" "))
        }
        other => Some(other.to_string()),
    };
    let line = |item: &Value| {
        let words: Vec<String> =
            item.as_object().map(|map| map.values().filter_map(word).collect()).unwrap_or_default();
        words.join("  ") + "\n"
    };
    items.iter().map(line).collect()
}

fn duties(loaded: &Loaded) -> Vec<Value> {
    let context = Context::of_site(&loaded.site, &loaded.theme, &loaded.metrics);
    let strings = context.strings(&loaded.site.settings.language);
    let view = page::duties(&context, None, strings);
    let mut items = Vec::new();
    for pack in &view.packs {
        for duty in &pack.duties {
            let pages = duty.pages.iter().map(|page| {
                json!({ "page": page.url, "title": page.title, "owner": page.owner,
                        "review_by": page.review_by.as_ref().map(|date| &date.iso) })
            });
            items.push(json!({
                "duty": duty.id, "pack": pack.pack, "title": duty.title, "clause": duty.clause,
                "status": duty.status, "source": duty.source, "pages": pages.collect::<Vec<_>>(),
            }));
        }
    }
    // Gaps first, in the order of the packs.
    items.sort_by_key(|item| item.get("pages").and_then(Value::as_array).is_some_and(|pages| !pages.is_empty()));
    items
}

fn of_page(loaded: &Loaded, page: &Page, date: Option<Date>) -> Value {
    let front = &page.document.front;
    json!({ "page": page.url, "title": front.title, "file": loaded.tree.path(page.document.file),
            "owner": front.owner, "date": date.map(|date| date.to_string()) })
}

fn drafts(loaded: &Loaded, today: Date) -> Vec<Value> {
    let pages = loaded.site.pages.iter();
    let waiting = |page: &&Page| {
        let front = &page.document.front;
        front.draft || front.published.is_some_and(|date| date > today)
    };
    pages.filter(waiting).map(|page| of_page(loaded, page, page.document.front.published)).collect()
}

/// Pages by the day they are to be checked, overdue ones first.
fn review(loaded: &Loaded, today: Date) -> Vec<Value> {
    let mut pages: Vec<&Page> =
        loaded.site.pages.iter().filter(|page| page.document.front.review_by.is_some()).collect();
    pages.sort_by_key(|page| (page.document.front.review_by, page.url.clone()));
    let item = |page: &Page| {
        let due = page.document.front.review_by;
        let mut item = of_page(loaded, page, due);
        if let Some(map) = item.as_object_mut() {
            map.insert("overdue".to_owned(), json!(due.is_some_and(|due| due < today)));
        }
        item
    };
    pages.into_iter().map(item).collect()
}

fn expired(loaded: &Loaded, today: Date) -> Vec<Value> {
    let pages = loaded.site.pages.iter();
    let gone = |page: &&Page| page.document.front.expires.is_some_and(|date| date <= today);
    pages.filter(gone).map(|page| of_page(loaded, page, page.document.front.expires)).collect()
}

fn redirects(loaded: &Loaded) -> Vec<Value> {
    let site = &loaded.site;
    let to = |redirect: &crate::model::site::Redirect| site.page(redirect.to).map(|page| page.url.clone());
    site.redirects.iter().map(|redirect| json!({ "from": redirect.from, "to": to(redirect) })).collect()
}
