//! Translations, Easy Read and other forms of pages: tied to their page, told when they are older than it.

use super::support::{SETTINGS, Site, page};

const BREAKS: &str = "content/breaks.md";

/// A page with its form; `more` stands in the front matter of the form.
fn with_form(name: &str, more: &str) -> Site {
    let form =
        page("page", "Seibiant i ofalwyr", "Gallwch gael seibiant.").replacen("---\n\n", &format!("{more}---\n\n"), 1);
    Site::small().file(BREAKS, &page("page", "Breaks for carers", "You can have a break.")).file(name, &form)
}

/// The digest that the finding asks for.
fn asked(site: &Site) -> String {
    let told = site.run(&["check", "--format", "json"]).json().to_string();
    let (_, after) = told.split_once("write `made_from: ").unwrap_or_else(|| panic!("no digest in {told}"));
    after.trim_start_matches(['\\', '"']).chars().take_while(char::is_ascii_hexdigit).collect()
}

/// The site built whatever its forms were made from.
fn built(site: Site) -> Site {
    let levels = "levels: { variant-outdated: notice, variant-unmarked: notice, easy-read-picture: notice }\n";
    site.file("candour.yaml", &format!("{SETTINGS}{levels}")).build()
}

/// A page with an up-to-date Welsh form.
fn sound() -> Site {
    let site = with_form("content/breaks.cy.md", "");
    let digest = asked(&site);
    with_form("content/breaks.cy.md", &format!("made_from: \"{digest}\"\n"))
}

#[test]
fn a_form_that_was_made_from_the_text_as_it_is_has_no_finding() {
    assert_eq!(sound().run(&["check", "--format", "json"]).codes(), Vec::<String>::new());
}

#[test]
fn a_new_review_date_or_line_break_does_not_age_a_form_and_a_new_word_does() {
    let site = sound();
    site.edit(BREAKS, "You can have a break.", "You  can\nhave a break.");
    site.edit(BREAKS, "title:", "last_reviewed: 2026-11-20\ntitle:");
    assert_eq!(site.run(&["check", "--format", "json"]).codes(), Vec::<String>::new());
    site.edit(BREAKS, "a break.", "a short break.");
    let run = site.run(&["check", "--format", "json"]);
    assert_eq!(run.codes(), ["variant-outdated"]);
    let finding = &run.json()["findings"][0];
    assert_eq!(finding["file"], "content/breaks.cy.md");
    assert!(finding["message"].as_str().unwrap().contains(BREAKS), "{finding}");
    let listed = site.run(&["list", "outdated", "--format", "json"]).json();
    assert_eq!(listed["items"][0]["of"], BREAKS);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
}

#[test]
fn an_older_form_says_so_with_the_day_and_leads_to_the_page_as_it_is() {
    let site = sound();
    site.edit(BREAKS, "a break.", "a short break.");
    site.edit(BREAKS, "title:", "updated: 2026-11-20\ntitle:");
    let html = built(site).text("cy/breaks/index.html");
    assert!(html.contains("20 Tachwedd 2026"), "{html}");
    assert!(html.contains("<a href=\"/breaks/\" lang=\"en-GB\" hreflang=\"en-GB\" dir=\"auto\">Breaks for carers</a>"));
}

#[test]
fn every_form_is_named_in_the_language_of_the_page_and_in_its_own() {
    let site = sound()
        .file("content/breaks.ur.md", &page("page", "وقفہ", "آپ وقفہ لے سکتے ہیں۔"))
        .file("content/breaks.easy-read.md", &page("page", "Breaks", "You can rest."))
        .file("content/breaks.cy.easy-read.md", &page("page", "Seibiant", "Gallwch orffwys."));
    let site = built(site);
    let english = site.text("breaks/index.html");
    assert!(
        english.contains("<a href=\"/breaks/easy-read/\" rel=\"alternate\" hreflang=\"en-GB\">Easy Read</a>"),
        "{english}"
    );
    assert!(english.contains("Welsh (<span lang=\"cy\" dir=\"ltr\">Cymraeg</span>)</a>"), "{english}");
    assert!(english.contains("Welsh (<span lang=\"cy\" dir=\"ltr\">Cymraeg</span>), Easy Read</a>"), "{english}");
    assert!(english.contains("Urdu (<span lang=\"ur\" dir=\"rtl\">اردو</span>)</a>"), "{english}");
    let alternate = |tag: &str, path: &str| {
        format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"https://care.exampleshire.example{path}\">")
    };
    for html in [&english, &site.text("cy/breaks/index.html"), &site.text("ur/breaks/index.html")] {
        assert!(html.contains(&alternate("cy", "/cy/breaks/")) && html.contains(&alternate("en-GB", "/breaks/")));
        assert!(!html.contains("hreflang=\"en-GB\" href=\"https://care.exampleshire.example/breaks/easy-read/\""));
    }
    let urdu = site.text("ur/breaks/index.html");
    assert!(urdu.contains("<html lang=\"ur\" dir=\"rtl\">"));
    assert!(urdu.contains("<span lang=\"en-GB\" dir=\"ltr\">English</span>"), "{urdu}");
}

#[test]
fn the_frame_of_a_language_leads_to_its_pages_and_marks_what_is_in_another() {
    let site = Site::small()
        .file("content/carers/_index.md", &page("landing", "Carers", "For carers."))
        .file("content/carers/_index.cy.md", &page("landing", "Gofalwyr", "I ofalwyr."))
        .file("content/money/_index.md", &page("landing", "Money", "About money."))
        .file("content/carers/breaks.md", &page("page", "Breaks", "You can have a break."))
        .file("content/carers/breaks.cy.md", &page("page", "Seibiant", "Gallwch gael seibiant."));
    let site = built(site);
    let html = site.text("cy/carers/breaks/index.html");
    assert!(html.contains("<li><a href=\"/cy/carers/\" aria-current=\"true\">Gofalwyr</a></li>"), "{html}");
    assert!(html.contains("<li><a href=\"/money/\" lang=\"en-GB\" hreflang=\"en-GB\">Money</a></li>"), "{html}");
    assert!(site.text("cy/carers/index.html").contains("/cy/carers/breaks/"));
    assert!(!site.text("carers/index.html").contains("/cy/carers/breaks/"));
}

#[test]
fn a_language_without_words_in_the_theme_keeps_the_english_ones_marked() {
    let site = built(with_form("content/breaks.pl.md", ""));
    let html = site.text("pl/breaks/index.html");
    assert!(html.contains("<html lang=\"pl\" dir=\"ltr\">"));
    assert!(html.contains("<header class=\"site-header\" lang=\"en\" dir=\"ltr\">"), "{html}");
}

#[test]
fn a_file_that_is_a_form_of_nothing_or_of_no_known_kind_is_told() {
    let site = Site::small().file("content/breaks.cy.md", &page("page", "Seibiant", "Gallwch gael seibiant."));
    assert_eq!(site.run(&["check", "--format", "json"]).exits(2).codes(), ["variant-alone"]);
    let codes = with_form("content/breaks.v2.md", "").run(&["check", "--format", "json"]).codes();
    assert!(codes.contains(&"variant-unknown".to_owned()), "{codes:?}");
}

#[test]
fn a_recording_is_offered_with_the_page_and_told_when_it_is_older() {
    let more = "alternatives: [{ form: audio, link: breaks.mp3, made_from: 000000000000 }, \
        { form: bsl, link: \"https://video.example/breaks\", language: bfi }]\ntitle: Breaks";
    let text = page("page", "Breaks", "You can have a break.").replacen("title: Breaks", more, 1);
    let site = Site::small().file("content/breaks.md", &text).bytes("content/breaks.mp3", b"sound");
    assert_eq!(site.run(&["check", "--format", "json"]).codes(), ["variant-outdated", "variant-unmarked"]);
    let html = built(site).text("breaks/index.html");
    assert!(html.contains("<a href=\"/breaks.mp3\" rel=\"alternate\" hreflang=\"en-GB\">Audio</a>"), "{html}");
    assert!(html.contains("href=\"https://video.example/breaks\""), "{html}");
}

#[test]
fn rows_of_easy_read_name_the_makers_of_their_pictures_once() {
    let row = "::: picture {by=\"Candour\" licence=\"OGL-UK-3.0\"}\n![A cup](cup.svg)\n\nHave a rest.\n:::\n";
    let site = with_form("content/breaks.easy-read.md", "unchecked: true\n")
        .file("content/cup.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>");
    site.edit("content/breaks.easy-read.md", "Gallwch gael seibiant.", &format!("{row}\n{row}"));
    let html = built(site).text("breaks/easy-read/index.html");
    assert_eq!(html.matches("<div class=\"picture-row\">").count(), 2);
    assert_eq!(html.matches("Candour. Licence: OGL-UK-3.0.").count(), 1);
    assert!(html.contains("have not checked this page yet"));
    let unnamed = with_form("content/breaks.easy-read.md", "");
    unnamed.edit("content/breaks.easy-read.md", "Gallwch gael seibiant.", "::: picture\nHave a rest.\n:::\n");
    let codes = unnamed.run(&["check", "--format", "json"]).codes();
    assert!(codes.contains(&"attribute-missing".to_owned()), "{codes:?}");
}
