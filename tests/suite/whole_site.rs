//! The demonstration site as it is published: every link arrives, every page is sound.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::support::{Files, Site, extension, page};

/// Where the site says it is.
const ADDRESS: &str = "https://care.exampleshire.example";

/// The published files; they are built once for all tests.
fn published() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| Site::demonstration().build().published())
}

/// Every HTML file with its text.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let html = published().iter().filter(|(path, _)| extension(path) == "html");
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// Whether a file only leads elsewhere.
fn is_redirect(html: &str) -> bool {
    html.contains("http-equiv=\"refresh\"")
}

/// The start tags of a page, each without its brackets.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|part| part.split('>').next()).filter(|tag| !tag.starts_with(['/', '!']))
}

fn name(tag: &str) -> &str {
    tag.split([' ', '\n']).next().unwrap_or_default()
}

/// The value of an attribute, with the signs of HTML turned back.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let rest = tag.split_once(&format!(" {wanted}=\""))?.1;
    let value = rest.split('"').next()?;
    Some(value.replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", "\""))
}

/// Every value of an attribute on a page.
fn values(html: &str, wanted: &str) -> Vec<String> {
    tags(html).filter_map(|tag| attribute(tag, wanted)).collect()
}

/// What stands between the first start tag of a name and its end tag.
fn inner<'h>(html: &'h str, element: &str) -> Option<&'h str> {
    let from = html.split_once(&format!("<{element}"))?.1;
    from.split_once('>')?.1.split_once(&format!("</{element}>")).map(|(inside, _)| inside)
}

/// The file that an address of the site leads to from a page, and the fragment.
fn target(page: &str, href: &str) -> (String, Option<String>) {
    let (path, fragment) = match href.split_once('#') {
        Some((path, fragment)) => (path, Some(fragment.to_owned())),
        None => (href, None),
    };
    let path = path.split('?').next().unwrap_or_default();
    let path = path.strip_prefix(ADDRESS).unwrap_or(path);
    let whole = if path.is_empty() {
        page.to_owned()
    } else if let Some(from_root) = path.strip_prefix('/') {
        from_root.to_owned()
    } else {
        format!("{}{path}", page.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/")))
    };
    let file = if whole.is_empty() || whole.ends_with('/') { format!("{whole}index.html") } else { whole };
    (file, fragment)
}

fn is_elsewhere(href: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:", "sms:"].iter().any(|scheme| href.starts_with(scheme))
        && !href.starts_with(ADDRESS)
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_link_and_fragment_arrives() {
    let ids: BTreeMap<&str, BTreeSet<String>> =
        pages().map(|(path, html)| (path, values(html, "id").into_iter().collect())).collect();
    let mut faults = Vec::new();
    for (page, html) in pages() {
        for href in values(html, "href").into_iter().chain(values(html, "src")).filter(|href| !is_elsewhere(href)) {
            let (file, fragment) = target(page, &href);
            if !published().contains_key(&file) {
                faults.push(format!("{page}: {href} leads to no file"));
            } else if let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty())
                && !ids.get(file.as_str()).is_some_and(|ids| ids.contains(&fragment))
            {
                faults.push(format!("{page}: {href} leads to no heading"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn every_id_is_unique_on_its_page_and_every_reference_to_one_arrives() {
    let mut faults = Vec::new();
    for (page, html) in pages() {
        let ids = values(html, "id");
        let mut seen = BTreeSet::new();
        faults.extend(ids.iter().filter(|id| !seen.insert(*id)).map(|id| format!("{page}: the id {id} twice")));
        for wanted in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for value in values(html, wanted) {
                let missing = value.split_whitespace().filter(|id| !seen.contains(&(*id).to_owned()));
                faults.extend(missing.map(|id| format!("{page}: {wanted} names {id}, which is not there")));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn no_page_needs_anything_from_elsewhere_or_anything_inline() {
    let mut faults = Vec::new();
    for (page, html) in pages() {
        for tag in tags(html) {
            let is_bare = name(tag) == "script" && attribute(tag, "src").is_none();
            let is_inline = is_bare || name(tag) == "style" || tag.contains(" style=");
            let handler = tag.split(' ').find(|part| part.starts_with("on") && part.contains('='));
            if is_inline || handler.is_some() {
                faults.push(format!("{page}: <{tag}>"));
            }
            let loads = match name(tag) {
                "link" if attribute(tag, "rel").is_some_and(|rel| rel != "canonical") => attribute(tag, "href"),
                "script" | "img" | "source" | "video" | "audio" | "iframe" | "object" | "embed" => {
                    attribute(tag, "src")
                }
                _ => None,
            };
            if loads.is_some_and(|address| address.contains("//") && !address.starts_with(ADDRESS)) {
                faults.push(format!("{page}: <{tag}>"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn no_style_sheet_or_picture_needs_anything_from_elsewhere() {
    let mut faults = Vec::new();
    for (path, bytes) in published().iter().filter(|(path, _)| ["css", "svg"].contains(&extension(path))) {
        let text = std::str::from_utf8(bytes).unwrap().replace("http://www.w3.org/", "");
        if text.contains("http://") || text.contains("https://") || text.contains("@import") || text.contains("<script")
        {
            faults.push(path.clone());
        }
    }
    assert_none(&faults);
}

#[test]
fn every_page_has_one_title_of_its_own_one_heading_and_a_language() {
    let mut faults = Vec::new();
    let mut titles = BTreeMap::new();
    for (page, html) in pages().filter(|(_, html)| !is_redirect(html)) {
        let headings = tags(html).filter(|tag| name(tag) == "h1").count();
        if headings != 1 {
            faults.push(format!("{page}: {headings} headings of the first level"));
        }
        if tags(html).filter(|tag| name(tag) == "main").count() != 1 {
            faults.push(format!("{page}: not one main part"));
        }
        if !tags(html).any(|tag| name(tag) == "html" && attribute(tag, "lang").is_some_and(|lang| !lang.is_empty())) {
            faults.push(format!("{page}: no language"));
        }
        let title = inner(html, "title").unwrap_or_default().trim();
        if title.is_empty() {
            faults.push(format!("{page}: no title"));
        }
        if let Some(other) = titles.insert(title, page) {
            faults.push(format!("{page} and {other} are both titled {title}"));
        }
    }
    assert_none(&faults);
}

#[test]
fn no_heading_level_is_skipped() {
    let mut faults = Vec::new();
    for (page, html) in pages() {
        let mut last = 0;
        for tag in tags(html) {
            let Some(level) = name(tag).strip_prefix('h').and_then(|level| level.parse::<u8>().ok()) else { continue };
            if level > last + 1 {
                faults.push(format!("{page}: a heading of level {level} after one of level {last}"));
            }
            last = level;
        }
    }
    assert_none(&faults);
}

#[test]
fn no_word_of_the_templates_or_of_rust_is_left_on_a_page() {
    let words = [
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        ":::",
        "[object",
        "Some(",
        "None<",
        "undefined",
        "NaN",
        "\u{0}",
        "page.md",
        "$name",
    ];
    let mut faults = Vec::new();
    for (page, html) in pages() {
        // Code shows what people type, and so may hold any of them.
        let prose: String =
            html.split("<code").map(|part| part.split_once("</code>").map_or(part, |(_, after)| after)).collect();
        faults.extend(words.iter().filter(|word| prose.contains(**word)).map(|word| format!("{page}: {word:?}")));
    }
    assert_none(&faults);
}

#[test]
fn every_picture_says_what_it_shows_and_how_large_it_is() {
    let mut faults = Vec::new();
    for (page, html) in pages() {
        for tag in tags(html).filter(|tag| name(tag) == "img") {
            if attribute(tag, "alt").is_none()
                || attribute(tag, "width").is_none()
                || attribute(tag, "height").is_none()
            {
                faults.push(format!("{page}: <{tag}>"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn the_site_map_for_search_engines_lists_exactly_the_pages() {
    let text = std::str::from_utf8(&published()["sitemap.xml"]).unwrap();
    let listed: BTreeSet<String> =
        text.split("<loc>").skip(1).map(|part| target("", part.split("</loc>").next().unwrap()).0).collect();
    let hidden = |html: &str| is_redirect(html) || html.contains("name=\"robots\" content=\"noindex\"");
    let expected: BTreeSet<String> =
        pages().filter(|(_, html)| !hidden(html)).map(|(path, _)| path.to_owned()).collect();
    assert_eq!(listed, expected);
    let robots = std::str::from_utf8(&published()["robots.txt"]).unwrap();
    assert!(robots.contains(&format!("Sitemap: {ADDRESS}/sitemap.xml")), "{robots}");
}

#[test]
fn everything_that_is_xml_is_well_formed() {
    let xml = published().iter().filter(|(path, _)| ["xml", "atom", "svg"].contains(&extension(path)));
    let faults: Vec<String> = xml
        .filter_map(|(path, bytes)| Some(format!("{path}: {}", fault_of_xml(std::str::from_utf8(bytes).unwrap())?)))
        .collect();
    assert_none(&faults);
}

/// What is wrong with a text as XML: an end that fits no start, or a sign that is not written out.
fn fault_of_xml(text: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    for part in text.split('<').skip(1) {
        let Some((tag, after)) = part.split_once('>') else { return Some(format!("<{part} does not end")) };
        if tag.starts_with(['?', '!']) {
            continue;
        }
        if let Some(end) = tag.strip_prefix('/') {
            if open.pop() != Some(end) {
                return Some(format!("</{end}> ends nothing"));
            }
        } else if !tag.ends_with('/') {
            open.push(name(tag));
        }
        for entity in after.split('&').skip(1).chain(tag.split('&').skip(1)) {
            let word = entity.split(';').next().unwrap_or_default();
            if !(["amp", "lt", "gt", "quot", "apos"].contains(&word) || word.starts_with('#')) {
                return Some(format!("&{word} is not written out"));
            }
        }
    }
    open.first().map(|tag| format!("<{tag}> does not end"))
}

#[test]
fn the_feed_names_every_piece_of_news_once() {
    let text = std::str::from_utf8(&published()["news.atom"]).unwrap();
    let entries: Vec<&str> = text.split("<entry>").skip(1).collect();
    let ids: BTreeSet<&str> = entries.iter().filter_map(|entry| inner(entry, "id")).collect();
    assert_eq!(ids.len(), entries.len());
    let news = pages().filter(|(path, html)| path.starts_with("news/") && html.contains("kind-news"));
    for (path, _) in news {
        let address = format!("{ADDRESS}/{}", path.trim_end_matches("index.html"));
        assert!(text.contains(&address), "{address} is not in the feed");
    }
}

#[test]
fn old_addresses_lead_at_once_to_a_page() {
    for (path, html) in pages().filter(|(_, html)| is_redirect(html)) {
        let content =
            tags(html).find(|tag| tag.contains("http-equiv")).and_then(|tag| attribute(tag, "content")).unwrap();
        let to = content.strip_prefix("0; url=").expect("a delay");
        let (file, _) = target(path, to);
        let arrived = published().get(&file).unwrap_or_else(|| panic!("{path} leads to {to}"));
        assert!(!is_redirect(std::str::from_utf8(arrived).unwrap()), "{path} leads to another old address");
        assert!(values(html, "href").iter().any(|href| href == to), "{path} has no link for those who stay");
    }
}

#[test]
fn every_download_says_its_format_and_size() {
    let mut faults = Vec::new();
    for (page, html) in pages() {
        for part in html.split("<a ").skip(1) {
            let Some((tag, rest)) = part.split_once('>') else { continue };
            let href = attribute(&format!(" {tag}"), "href").unwrap_or_default();
            // The addresses of an interface for programs are no downloads for people.
            if href.starts_with("/open-referral/") {
                continue;
            }
            let Some(format) = [".csv", ".json", ".pdf"].into_iter().find(|end| href.ends_with(end)) else { continue };
            let words = rest.split_once("</a>").map_or("", |(words, _)| words);
            let is_told = words.contains(&format.trim_start_matches('.').to_uppercase())
                && (words.contains("KB") || words.contains("bytes"));
            if !is_told && !is_elsewhere(&href) {
                faults.push(format!("{page}: {href} is called {words:?}"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn an_accessibility_statement_says_what_was_checked_and_what_only_people_can_check() {
    let site = Site::small().file("content/accessibility.md", &page("statement", "Accessibility", "Tell us."));
    site.run(&["build"]).exits(0);
    let made = site.text("accessibility/index.html");
    assert!(made.contains(&format!("Candour {} checked every page", env!("CARGO_PKG_VERSION"))), "{made}");
    for item in candour::diag::book::ONLY_PEOPLE {
        assert!(
            made.contains(&format!("<li>{}</li>", item.replace('\'', "&#39;"))),
            "the page and the reports say one thing: {item}"
        );
    }
    site.run(&["build", "--no-audit"]).exits(0);
    let unchecked = site.text("accessibility/index.html");
    assert!(
        unchecked.contains("No program checked the pages") && !unchecked.contains("checked every page"),
        "{unchecked}"
    );
}
