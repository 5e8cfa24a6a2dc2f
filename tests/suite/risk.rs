//! Pages for people at risk: a way out, what to do in danger first, and nothing that gives them away.

use super::support::{Site, page};

fn sensitive(kind: &str, body: &str) -> String {
    page(kind, "Report abuse", body)
        .replace(&format!("type: {kind}"), &format!("type: {kind}\nsensitive: true\npublished: 2026-11-01"))
}

fn built(body: &str) -> String {
    let site = Site::small().file("content/abuse.md", &sensitive("page", body));
    site.run(&["build"]).exits(0);
    site.text("abuse/index.html")
}

#[test]
fn the_way_out_is_a_link_and_the_script_is_on_no_other_page() {
    let site = Site::small().file("content/abuse.md", &sensitive("page", "We can help."));
    site.run(&["build"]).exits(0);
    let html = site.text("abuse/index.html");
    assert!(html.contains("<a class=\"leave-link\" rel=\"noreferrer nofollow\" href=\"https://"));
    assert!(html.contains("<script src=\"/assets/leave-") && html.contains("content=\"no-referrer\""));
    let home = site.text("index.html");
    assert!(!home.contains("<script") && !home.contains("leave") && home.contains("content=\"same-origin\""));
}

#[test]
fn what_to_do_in_danger_comes_first_whether_or_not_the_author_wrote_it() {
    let added = built("We can help.");
    assert!(added.find("call 999").unwrap() < added.find("We can help").unwrap());
    let own = "::: warning\nIn danger, call 999 or 18000.\n:::\n\nWe can help.\n";
    assert_eq!(built(own).matches("999").count(), 1, "the author began with it");
    for late in [format!("We can help.\n\n{own}"), own.replace(" or 18000", "")] {
        assert_eq!(built(&late).matches("class=\"callout callout-warning danger\"").count(), 1, "{late}");
    }
}

#[test]
fn a_page_for_people_at_risk_is_in_no_feed() {
    let site = Site::small().file("content/news/one.md", &sensitive("news", "We can help.")).file(
        "content/news/two.md",
        &page("news", "A fair", "Come.").replace("type: news", "type: news\npublished: 2026-11-02"),
    );
    site.run(&["build"]).exits(0);
    let feed = site.text("news.atom");
    assert!(feed.contains("A fair") && !feed.contains("Report abuse"), "{feed}");
}

#[test]
fn hosts_are_told_the_headers_of_every_page() {
    let site = Site::small();
    assert!(!site.published().contains_key("_headers"));
    site.edit("candour.yaml", "format: 1", "format: 1\nhosts: [netlify]");
    site.run(&["build"]).exits(0);
    let text = site.text("_headers");
    assert!(text.starts_with("/*\n  Content-Security-Policy: default-src 'none';"), "{text}");
    assert!(text.contains("\n  Referrer-Policy: same-origin\n"), "{text}");
}

#[test]
fn no_page_of_the_demonstration_loads_from_elsewhere_or_keeps_anything() {
    let published = Site::demonstration().build().published();
    for (path, bytes) in published.iter().filter(|(path, _)| ends(path, ".html") || ends(path, ".js")) {
        let text = String::from_utf8_lossy(bytes);
        for part in
            ["src=\"http", "srcset=\"http", "document.cookie", "localStorage", "rel=\"prefetch", "rel=\"preconnect"]
        {
            assert!(!text.contains(part), "{path} has {part}");
        }
    }
}

/// Whether a published file is of a kind.
fn ends(path: &str, kind: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| kind.strip_prefix('.') == Some(end))
}
