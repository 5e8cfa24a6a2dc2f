//! Publications, guides on one page, pages that were withdrawn or are gone.

use super::support::{Site, page};

/// A guide or publication with two parts that have the same heading and the same table.
fn in_parts(kind: &str) -> Site {
    let part = "Table: What it costs\n\n| Thing | Cost |\n| --- | --- |\n| A day | £20 |\n| A week | £90 |\n\n## What next\n\nRead [the start](#what-next).";
    Site::small()
        .file("content/plan/_index.md", &page(kind, "Our plan", "Welcome."))
        .file("content/plan/first.md", &page("page", "First part", part))
        .file("content/plan/second.md", &page("page", "Second part", &part.replace("it costs", "it cost before")))
}

#[test]
fn a_publication_has_a_cover_with_the_sections_of_its_parts() {
    let site = in_parts("publication").build();
    let cover = site.text("plan/index.html");
    assert!(cover.contains("Publication") && cover.contains("Exampleshire Council"), "{cover}");
    assert!(cover.contains("<a href=\"/plan/first/#what-next\">What next</a>"), "{cover}");
    let first = site.text("plan/first/index.html");
    assert!(first.contains("<a href=\"/plan/\">Cover and contents</a>"), "{first}");
    assert!(first.contains("rel=\"next\" href=\"/plan/second/\""), "{first}");
}

#[test]
fn a_guide_stands_on_one_page_with_ids_apart_and_headings_in_order() {
    for kind in ["guide", "publication"] {
        let site = in_parts(kind).build();
        let html = site.text("plan/one-page/index.html");
        for id in ["part-1", "part-2", "part-1-what-next", "part-2-what-next"] {
            assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
        }
        assert!(html.contains("<h3 id=\"part-2-what-next\"") && html.contains("href=\"#part-2-what-next\""));
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "only the guide itself is to be found");
        assert!(site.text("plan/second/index.html").contains("href=\"/plan/one-page/\""));
        assert!(!site.text("sitemap.xml").contains("one-page"));
        let audited = site.run(&["audit", "public/plan/one-page/index.html", "--strict"]);
        assert_eq!(audited.code, Some(0), "{}", audited.stdout);
    }
}

#[test]
fn a_guide_for_people_at_risk_is_not_put_on_one_page() {
    let site = in_parts("guide");
    site.edit("content/plan/second.md", "type: page", "type: page\nsensitive: true");
    site.run(&["build"]).exits(0);
    assert!(!site.published().contains_key("plan/one-page/index.html"));
    assert!(!site.text("plan/first/index.html").contains("one-page"));
}

#[test]
fn a_page_that_was_withdrawn_or_is_gone_keeps_its_address_and_leaves_the_lists() {
    let withdrawn = page("service", "Hot meals", "It was good.")
        .replace("type: service", "type: service\nwithdrawn: The scheme has ended.\ntopics: [Food]");
    let site = Site::small()
        .file("content/food/_index.md", &page("landing", "Food", "Help with meals."))
        .file("content/food/meals.md", &withdrawn)
        .file("content/food/bus.md", &page("gone", "Lunch bus", "It has stopped."))
        .file("content/food/club.md", &page("service", "Lunch club", "Come and eat."))
        .build();
    assert!(site.text("food/meals/index.html").contains("The scheme has ended."));
    let gone = site.text("food/bus/index.html");
    assert!(gone.contains("Removed page") && gone.contains("It has stopped.") && gone.contains("noindex"), "{gone}");
    for list in ["food/index.html", "services-a-to-z/index.html", "site-map/index.html", "sitemap.xml"] {
        let text = site.text(list);
        assert!(text.contains("/food/club/") || list == "sitemap.xml", "{list}");
        assert!(!text.contains("/food/meals/") && !text.contains("/food/bus/"), "{list}");
    }
    assert!(!site.published().contains_key("topics/food/index.html"));
}

#[test]
fn hosts_that_can_say_that_a_page_is_gone_are_told_so() {
    let site = Site::small().file("content/bus.md", &page("gone", "Lunch bus", "It has stopped."));
    site.edit("candour.yaml", "language:", "hosts: [netlify, nginx, apache, azure]\nlanguage:");
    let site = site.build();
    assert_eq!(site.text("_redirects"), "/bus/ /bus/index.html 410!\n");
    assert!(
        site.text("nginx-gone.conf")
            .contains("location = /bus/ {\n    error_page 410 /bus/index.html;\n    return 410;")
    );
    assert!(site.text("bus/.htaccess").contains("ErrorDocument 410 /bus/index.html\n"));
    let without = Site::small().file("content/a.md", &page("page", "A", "Hello."));
    without.edit("candour.yaml", "language:", "hosts: [netlify, nginx, apache]\nlanguage:");
    let files = without.build().published();
    assert!(!files.keys().any(|path| path.contains("_redirects") || path.contains("gone")), "{:?}", files.keys());
}
