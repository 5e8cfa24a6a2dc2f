//! Sites of `tests/sites/`: what they publish, compared with the files in their folder `expected/`.
//!
//! `BLESS=1` writes those files anew; the difference in git is what to read. Only `<main>` of a page is kept, and the
//! whole of the smallest site's home: the frame is the same everywhere.

use std::collections::BTreeMap;
use std::fs;

use super::support::{Files, Site, differing, files, page, repository};

/// A text in which the digests of asset names are left out: a style sheet may change without changing a page.
fn without_digests(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/assets/") {
        let name: String = after.chars().take_while(|letter| !letter.is_whitespace() && *letter != '"').collect();
        let (stem, end) = name.rsplit_once('.').unwrap_or((&name, ""));
        let plain = stem.rsplit_once('-').map_or(stem, |(plain, _)| plain);
        out.push_str(&format!("{before}/assets/{plain}-DIGEST.{end}"));
        rest = after.split_at(name.len()).1;
    }
    out + rest
}

/// The main part of a page.
fn main_part(html: &str) -> Option<String> {
    let (_, from) = html.split_once("<main")?;
    let (inside, _) = from.split_once("</main>")?;
    Some(without_digests(&format!("<main{inside}</main>\n")))
}

/// What is kept of a site: the names of its files, the main part of its pages, and all else that is text.
fn kept(published: &Files, whole: &[&str]) -> Files {
    let names: String = published.keys().map(|path| without_digests(&format!("/{path}")) + "\n").collect();
    let mut kept = Files::from([("published.txt".to_owned(), names.into_bytes())]);
    for (path, bytes) in published.iter().filter(|(path, _)| !path.starts_with("assets/")) {
        let text = String::from_utf8_lossy(bytes);
        let part = match path.rsplit('.').next() {
            Some("html") if !whole.contains(&path.as_str()) => main_part(&text),
            _ => Some(without_digests(&text)),
        };
        kept.extend(part.map(|part| (path.clone(), part.into_bytes())));
    }
    kept
}

/// Holds a fixture against its expected files, or writes them.
fn compare(name: &str, whole: &[&str]) {
    let folder = repository().join("tests/sites").join(name).join("expected");
    let made = kept(&Site::fixture(name).build().published(), whole);
    #[expect(clippy::disallowed_methods, reason = "the wish of the person who runs the tests")]
    if std::env::var("BLESS").is_ok_and(|value| value == "1") {
        let _ = fs::remove_dir_all(&folder);
        for (path, bytes) in &made {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    let expected = files(&folder);
    if let Some(path) = differing(&made, &expected).first() {
        let text = |files: &Files| {
            files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default()
        };
        let (made, expected) = (text(&made), text(&expected));
        let line = made.lines().zip(expected.lines()).position(|(made, expected)| made != expected).unwrap_or(0);
        let at = |text: &str| text.lines().nth(line).unwrap_or_default().to_owned();
        panic!(
            "{name}: {path}, line {}\n  made:     {}\n  expected: {}\nlook at it, then BLESS=1 cargo test sites",
            line + 1,
            at(&made),
            at(&expected)
        );
    }
}

#[test]
fn the_smallest_site_is_as_expected() {
    compare("smallest", &["index.html", "404.html"]);
}

#[test]
fn the_council_with_every_page_type_is_as_expected() {
    compare("council", &[]);
}

#[test]
fn moved_pages_are_as_expected() {
    compare("moved-pages", &["carers/breaks/index.html"]);
}

/// Every published text of a site in one.
fn everything(site: &Site) -> String {
    site.published().values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect()
}

#[test]
fn drafts_scheduled_and_expired_pages_are_nowhere() {
    let site = Site::fixture("council").build();
    let text = everything(&site);
    for word in ["draft", "spring", "Christmas", "scheduled", "expired"] {
        assert!(!text.contains(word), "{word} is published");
    }
}

#[test]
fn a_scheduled_page_appears_on_its_day_and_an_expired_one_goes_on_its_day() {
    let site = Site::fixture("council");
    let pages = |day: &str| {
        site.run(&["build", "--as-of", day]).exits(0);
        let published = site.published();
        ["scheduled", "expired"].map(|name| published.contains_key(&format!("news/{name}/index.html")))
    };
    assert_eq!(pages("2026-01-01"), [false, true]);
    assert_eq!(pages("2026-01-02"), [false, false]);
    assert_eq!(pages("2027-02-28"), [false, false]);
    assert_eq!(pages("2027-03-01"), [true, false]);
}

#[test]
fn drafts_are_shown_when_asked_for() {
    let site = Site::fixture("council");
    site.run(&["build", "--drafts"]).exits(0);
    let published = site.published();
    assert!(published.contains_key("news/draft/index.html"));
    assert!(published.contains_key("news/scheduled/index.html"));
    assert!(!published.contains_key("news/expired/index.html"));
}

#[test]
fn an_alias_leads_on_and_the_old_file_goes_when_a_page_moves() {
    let site = Site::fixture("moved-pages").build();
    let text = site.text("carers/breaks/index.html");
    assert!(text.contains("content=\"0; url=/help/breaks/\""), "{text}");
    let page = fs::read(site.path("content/help/breaks.md")).unwrap();
    site.remove("content/help/breaks.md");
    site.write("content/help/rests.md", &page);
    site.edit("content/help/rests.md", "aliases: [", "aliases: [/help/breaks/, ");
    site.edit("content/_index.md", "help/breaks.md", "help/rests.md");
    site.run(&["build", "--strict"]).exits(0);
    assert!(site.text("help/breaks/index.html").contains("url=/help/rests/"));
    assert!(site.text("help/rests/index.html").contains("A break helps."));
    site.edit("content/help/rests.md", "aliases: [/help/breaks/, /carers/breaks/, /breaks.html]", "aliases: []");
    site.run(&["build", "--strict"]).exits(0);
    let published = site.published();
    for gone in ["help/breaks/index.html", "carers/breaks/index.html", "breaks.html"] {
        assert!(!published.contains_key(gone), "{gone}");
    }
    assert!(!site.path("public/carers").exists(), "an empty folder is left");
}

#[test]
fn a_long_list_is_split_into_pages_that_hold_each_entry_once() {
    let mut site = Site::small();
    for number in 0..95 {
        let text =
            page("page", &format!("Subject {number:02}"), "Help.").replace("type: page", "type: page\ntopics: [Money]");
        site = site.file(&format!("content/subject-{number:02}.md"), &text);
    }
    let site = site.build();
    let pages: BTreeMap<String, String> =
        ["topics/money/index.html", "topics/money/page/2/index.html", "topics/money/page/3/index.html"]
            .map(|path| (path.to_owned(), site.text(path)))
            .into();
    assert!(!site.path("public/topics/money/page/4").exists());
    for number in 0..95 {
        let href = format!("href=\"/subject-{number:02}/\"");
        let times: usize = pages.values().map(|text| main_part(text).unwrap().matches(&href).count()).sum();
        assert_eq!(times, 1, "{href}");
    }
    assert!(pages["topics/money/page/2/index.html"].contains("href=\"/topics/money/\""));
    assert!(pages["topics/money/page/2/index.html"].contains("href=\"/topics/money/page/3/\""));
}

#[test]
fn parts_of_a_guide_lead_to_their_neighbours() {
    let site = Site::fixture("council").build();
    let start = main_part(&site.text("care/assessment/index.html")).unwrap();
    assert!(start.contains("href=\"/care/assessment/before/\""));
    let before = main_part(&site.text("care/assessment/before/index.html")).unwrap();
    assert!(before.contains("href=\"/care/assessment/after/\"") && before.contains("href=\"/care/assessment/\""));
}

#[test]
fn a_site_in_a_folder_of_its_host_keeps_every_address_inside_it() {
    let site = Site::fixture("council");
    site.run(&["build", "--base-url", "https://www.exampleshire.example/care-site"]).exits(0);
    for (path, bytes) in site.published() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for name in ["href=\"", "src=\""] {
            for part in text.split(name).skip(1) {
                let address = part.split('"').next().unwrap();
                assert!(!address.starts_with('/') || address.starts_with("/care-site/"), "{path}: {address}");
            }
        }
    }
    assert!(site.text("sitemap.xml").contains("<loc>https://www.exampleshire.example/care-site/carers/</loc>"));
}

#[test]
fn a_file_of_the_site_replaces_that_file_of_the_theme_and_no_other() {
    let plain = Site::small().build();
    let site =
        Site::small().file("themes/civic/templates/parts/footer.html", "<footer>Our own footer</footer>\n").build();
    assert!(site.text("index.html").contains("Our own footer"));
    assert_eq!(main_part(&site.text("index.html")), main_part(&plain.text("index.html")));
}

#[test]
fn what_an_editor_types_is_never_a_template_and_never_html() {
    let words = "Type \\{{ x }} or {% include \"x\" %} or `<script>alert(1)</script>` & 1 < 2 > 0.";
    let site = Site::small().file("content/page.md", &page("page", "Signs & <marks>", words));
    site.run(&["build"]).exits(0);
    let text = site.text("page/index.html");
    assert!(text.contains("{{ x }}") && text.contains("{% include"), "{text}");
    assert!(!text.contains("<script>") && text.contains("Signs &amp; &lt;marks&gt;"), "{text}");
}
