//! `candour list NAME`: what a site keeps track of, as text or JSON.
//!
//! In: the assembled site. Out: `{"version":1,"list":"duties","items":[…]}` or lines for people. Exit code 0.
//! Not here: whether anything listed is wrong.

use std::process::ExitCode;

use serde_json::{Value, json};

use super::arguments::{Common, Format, List, Listing};
use super::coverage::coverage;
use super::{reading, report, surroundings};
use crate::diag::Diagnostic;
use crate::diag::failure::Failure;
use crate::evidence::lineage;
use crate::model::date::Date;
use crate::model::site::Page;
use crate::model::source::{Span, line_column};
use crate::model::strings::Strings;
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
        Listing::Duties => ("duties", coverage(&loaded).items()),
        Listing::Drafts => ("drafts", drafts(&loaded, options.today)),
        Listing::Review => ("review", review(&loaded, options.today)),
        Listing::Outdated => ("outdated", outdated(&loaded)),
        Listing::Expired => ("expired", expired(&loaded, options.today)),
        Listing::Redirects => ("redirects", redirects(&loaded)),
        Listing::Figures => ("figures", figures(&loaded)),
        Listing::Readability => ("readability", reading::items(&loaded)),
    };
    let text = match common.format {
        Format::Json => format!("{}\n", json!({ "version": 1, "list": name, "items": items })),
        _ if flags.name == Listing::Duties => duties(&loaded, common.format),
        _ if flags.name == Listing::Figures => figure_lines(&items),
        _ if flags.name == Listing::Readability => reading::lines(&items),
        _ => lines(&items),
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

/// Duties and the pages that say they meet them, gaps first, for people and for spreadsheets.
fn duties(loaded: &Loaded, format: Format) -> String {
    let coverage = coverage(loaded);
    match format {
        Format::Csv => coverage.csv(),
        Format::Html => coverage.html(),
        _ => coverage.lines(),
    }
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

/// Other forms of pages that are older than their page, or do not say which text they were made from.
fn outdated(loaded: &Loaded) -> Vec<Value> {
    let codes = ["variant-outdated", "variant-unmarked"];
    let found = loaded.findings.iter().filter(|finding| codes.contains(&&*finding.code));
    let item = |finding: &Diagnostic| {
        let page =
            finding.page.as_ref().and_then(|url| loaded.site.by_url.get(url)).and_then(|id| loaded.site.page(*id))?;
        let of = page.original.and_then(|id| loaded.site.page(id)).unwrap_or(page);
        let mut item = of_page(loaded, page, of.document.front.changed());
        if let Some(map) = item.as_object_mut() {
            map.insert("of".to_owned(), json!(loaded.tree.path(of.document.file)));
            map.insert("work".to_owned(), json!(finding.message));
        }
        Some(item)
    };
    found.filter_map(item).collect()
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

fn figures(loaded: &Loaded) -> Vec<Value> {
    let none = Strings::default();
    let strings = loaded.theme.strings_for(&loaded.site.settings.language).unwrap_or(&none);
    let place = |span: Span| {
        let text = loaded.tree.file(span.file).map_or("", |file| file.text.as_str());
        let (line, column) = line_column(text, span.range().start);
        (loaded.tree.path(span.file).to_owned(), line, column)
    };
    let item = |figure: lineage::Figure| {
        let uses = figure.uses.iter().map(|used| {
            let (file, line, column) = place(used.span);
            json!({ "page": used.page, "as": used.shown_as, "file": file, "line": line, "column": column })
        });
        let uses: Vec<Value> = uses.collect();
        let typed = figure.typed.map(place);
        json!({
            "metric": figure.metric, "member": figure.member, "display": figure.display,
            "file": typed.as_ref().map(|(file, ..)| file), "line": typed.as_ref().map(|(_, line, _)| line),
            "column": typed.as_ref().map(|(.., column)| column), "formula": figure.formula, "uses": uses,
        })
    };
    lineage::figures(&loaded.site, &loaded.metrics, strings).into_iter().map(item).collect()
}

/// Each figure with its origin, and its uses on lines of their own.
fn figure_lines(items: &[Value]) -> String {
    let mut out = String::new();
    for item in items {
        let text = |value: &Value, key: &str| match value.get(key) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Null) | None => String::new(),
            Some(other) => other.to_string(),
        };
        let typed = text(item, "file");
        let place =
            if typed.is_empty() { typed } else { format!("  {typed}:{}:{}", text(item, "line"), text(item, "column")) };
        let formula = text(item, "formula");
        let formula = if formula.is_empty() { formula } else { format!("  = {formula}") };
        out.push_str(&format!(
            "{}.{}  {}{place}{formula}\n",
            text(item, "metric"),
            text(item, "member"),
            text(item, "display")
        ));
        let uses = item.get("uses").and_then(Value::as_array);
        for used in uses.into_iter().flatten() {
            let at = format!("{}:{}:{}", text(used, "file"), text(used, "line"), text(used, "column"));
            out.push_str(&format!("    {at}  {}  {}\n", text(used, "as"), text(used, "page")));
        }
    }
    out
}
