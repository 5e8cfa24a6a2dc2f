//! Search: what is in its index and what is not, and that an index is made only when a text has changed.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::GzDecoder;
use serde_json::Value;

use super::support::{Files, Site, page};

/// A small site with search.
fn searched() -> Site {
    let site = Site::small();
    site.edit("candour.yaml", "format: 1", "format: 1\nsearch: true");
    site
}

/// The text of a file of an index.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut text).unwrap();
    text.strip_prefix(b"pagefind_dcd").expect("it begins with its mark").to_vec()
}

/// What the index of a language says of each page, by its address.
fn found(published: &Files, language: &str) -> BTreeMap<String, Value> {
    let folder = format!("search/{language}/fragment/");
    let files = published.iter().filter(|(path, _)| path.starts_with(&folder));
    let read = files.map(|(_, bytes)| serde_json::from_slice::<Value>(&unpacked(bytes)).unwrap());
    read.map(|page| (page["url"].as_str().unwrap().to_owned(), page)).collect()
}

/// Whether a word stands anywhere in any index: in what is shown of a page, in the lists of words, in the names of files.
fn says(published: &Files, word: &str) -> bool {
    let word = word.as_bytes();
    let holds = |bytes: &[u8]| bytes.to_ascii_lowercase().windows(word.len()).any(|part| part == word);
    let files = published.iter().filter(|(path, _)| path.starts_with("search/") && path.contains(".pf_"));
    files.into_iter().any(|(path, bytes)| holds(path.as_bytes()) || holds(&unpacked(bytes)))
}

#[test]
fn a_site_with_search_has_a_page_an_index_and_a_link_on_every_page() {
    let published = searched().build().published();
    for file in
        ["search/index.html", "search/en/pagefind.js", "search/en/pagefind-entry.json", "search/en/wasm.en.pagefind"]
    {
        assert!(published.contains_key(file), "{file}");
    }
    let needless = |path: &&String| path.contains("-ui") || path.contains("worker") || path.contains("highlight");
    assert_eq!(published.keys().find(needless), None, "only what the page asks for");
    for page in ["index.html", "404.html", "search/index.html"] {
        let html = String::from_utf8_lossy(&published[page]);
        assert!(html.contains("<a class=\"site-search\" href=\"/search/\">"), "{page}");
        assert!(html.contains("action=\"/search/\" method=\"get\""), "{page}");
    }
}

#[test]
fn a_site_without_search_has_nothing_of_it() {
    for setting in ["", "search: false\n"] {
        let site = Site::small();
        site.edit("candour.yaml", "format: 1\n", &format!("format: 1\n{setting}"));
        let published = site.build().published();
        assert_eq!(published.keys().find(|path| path.starts_with("search")), None, "{setting}");
        let home = String::from_utf8_lossy(&published["index.html"]);
        assert!(!home.contains("/search/") && !home.contains("role=\"search\""), "{setting}");
    }
}

#[test]
fn a_check_makes_no_index() {
    let site = searched();
    site.run(&["check"]).exits(0);
    assert!(!site.path(".candour/cache/search").exists());
}

#[test]
fn pages_are_found_by_text_by_number_and_by_other_words_of_the_glossary() {
    let site = searched()
        .file("content/chc.md", &page("page", "Health care", "NHS continuing healthcare is free. Call 01632 960 001.\n"))
        .file("data/glossary.yaml", "NHS continuing healthcare:\n  abbreviation: CHC\n  also: [full funding]\n  meaning: Care that the NHS pays for.\n");
    let pages = found(&site.build().published(), "en");
    let page = &pages["/chc/"];
    assert_eq!(page["meta"]["title"], "Health care");
    let also = page["meta"]["also"].as_str().unwrap();
    assert_eq!(also, "NHS continuing healthcare CHC full funding 01632960001");
    let text = page["content"].as_str().unwrap();
    assert!(text.contains("is free. Call 01632 960 001.") && !text.contains("full funding"), "{text}");
}

#[test]
fn the_contact_of_a_page_is_found_and_the_contact_of_the_site_is_not_on_every_page() {
    let contacts = "front:\n  name: Front desk\n  phone: 01632 960 100\n  email: front@exampleshire.example\n\
        sight:\n  name: Sight team\n  phone: 01632 960 200\n  email: sight@exampleshire.example\n";
    let own = page("page", "Sight loss", "We can help.\n").replace("type: page", "type: page\ncontact: sight");
    let site = searched().file("data/contacts.yaml", contacts).file("content/sight.md", &own);
    site.edit("candour.yaml", "format: 1", "format: 1\ncontact: front");
    let published = site.build().published();
    let also = found(&published, "en")["/sight/"]["meta"]["also"].clone();
    assert_eq!(also, "Sight team 01632 960 200 sight@exampleshire.example 01632960200");
    assert!(!says(&published, "01632960100"));
}

#[test]
fn what_nobody_should_find_is_nowhere_in_the_index() {
    let marked = |front: &str, word: &str| {
        page("page", &format!("The {word} page"), &format!("About {word} and no other.\n"))
            .replace("type: page", &format!("type: page\n{front}"))
    };
    let site = searched()
        .file("content/plain.md", &marked("weight: 1", "zebra"))
        .file("content/sensitive.md", &marked("sensitive: true", "ocelot"))
        .file("content/withdrawn.md", &marked("withdrawn: It is out of date.", "lemur"))
        .file("content/draft.md", &marked("draft: true", "tapir"))
        .file("content/expired.md", &marked("expires: 2026-01-01", "okapi"))
        .file("content/later.md", &marked("published: 2027-01-01", "quokka"));
    let published = site.build().published();
    assert!(says(&published, "zebra"));
    for word in ["ocelot", "lemur", "tapir", "okapi", "quokka"] {
        assert!(!says(&published, word), "{word}");
    }
    // Words of danger lead to what the index does not hold.
    let html = String::from_utf8_lossy(&published["search/index.html"]).into_owned();
    assert!(html.contains("<li><a href=\"/sensitive/\">The ocelot page</a></li>"));
}

#[test]
fn each_language_has_an_index_and_another_form_of_a_page_counts_less() {
    let site = searched()
        .file("content/tea.md", &page("page", "Tea", "Come to tea.\n"))
        .file("content/tea.easy-read.md", &page("page", "Tea in Easy Read", "Come to tea.\n"))
        .file("content/tea.cy.md", &page("page", "Te", "Dewch i gael te.\n"));
    site.run(&["build"]);
    let published = site.published();
    let english = found(&published, "en");
    assert_eq!(english["/tea/"]["meta"]["title"], "Tea");
    assert_eq!(english["/tea/easy-read/"]["meta"]["name"], "Tea in Easy Read");
    assert!(!english.contains_key("/cy/tea/"));
    assert_eq!(found(&published, "cy").keys().collect::<Vec<_>>(), ["/cy/tea/"]);
    let html = String::from_utf8_lossy(&published["search/index.html"]).into_owned();
    assert!(html.contains("lang=\"cy\" dir=\"ltr\" data-index=\"/search/cy/\">Cymraeg</option>"), "{html}");
}

#[test]
fn another_form_of_a_page_for_people_at_risk_is_in_no_index_either() {
    let sensitive = page("page", "Abuse", "We can help.\n").replace("type: page", "type: page\nsensitive: true");
    let site = searched()
        .file("content/abuse.md", &sensitive)
        .file("content/abuse.cy.md", &page("page", "Camdriniaeth", "Gallwn helpu yn ddirgel.\n"));
    site.run(&["build"]);
    let published = site.published();
    assert!(published.contains_key("cy/abuse/index.html") && !says(&published, "ddirgel"));
    assert!(
        !String::from_utf8_lossy(&published["search/index.html"]).contains("Cymraeg"),
        "there is nothing to search in"
    );
}

#[test]
fn the_same_texts_give_the_same_bytes_and_are_indexed_once() {
    let site = Site::fixture("council");
    site.write(
        "candour.yaml",
        format!("{}\nsearch: true\n", std::fs::read_to_string(site.path("candour.yaml")).unwrap()).as_bytes(),
    );
    let other = Site::copy(&site.path(""));
    site.run(&["build"]).exits(0);
    other.run_with(&["build"], &[("RAYON_NUM_THREADS", "1"), ("LC_ALL", "tr_TR.UTF-8")]).exits(0);
    let first = site.published();
    super::support::assert_same(&other.published(), &first);
    // A mark in what is kept would be gone if the index were made anew.
    let kept = super::support::files(&site.path(".candour/cache/search"));
    assert!(!kept.is_empty());
    site.edit("candour.yaml", "name: ", "name: The ");
    let run = site.run(&["build", "--timings"]);
    run.exits(0);
    assert_eq!(super::support::files(&site.path(".candour/cache/search")), kept, "the name of the site is in no text");
}

#[test]
fn only_the_search_page_may_run_its_index() {
    let site = searched();
    site.edit("candour.yaml", "format: 1", "format: 1\nhosts: [cloudflare]");
    let site = site.build();
    let text = site.text("_headers");
    let (all, search) = text.split_once("\n/search/\n").unwrap();
    assert!(!all.contains("wasm-unsafe-eval"), "{all}");
    assert!(search.starts_with("  ! Content-Security-Policy\n  Content-Security-Policy: "), "{search}");
    assert_eq!(search.matches("script-src 'self' 'wasm-unsafe-eval'").count(), 1, "{search}");
    let html = site.text("search/index.html");
    assert!(
        !html.contains("style=")
            && !html.contains("onclick")
            && html.contains("<script type=\"module\" src=\"/assets/search-")
    );
}
