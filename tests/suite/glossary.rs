//! Words that are explained: at their first use on a page, and all of them on a page of their own.

use super::support::{Site, page};

const GLOSSARY: &str = "carer:\n  meaning: Someone who looks after a friend.\n  also: [carers]\n\
    British Sign Language:\n  meaning: A language of Deaf people.\n  abbreviation: BSL\n\
    carer's assessment:\n  meaning: A talk about what would help a carer.\n";

const OPEN: &str = "<a class=\"term\" href=\"#word-";

fn built(body: &str) -> String {
    let site = Site::small().file("data/glossary.yaml", GLOSSARY).file("content/help.md", &page("page", "Help", body));
    site.run(&["build"]).exits(0);
    site.text("help/index.html")
}

#[test]
fn the_first_use_of_a_word_leads_to_its_meaning() {
    let html = built("Carers can ask. A carer's assessment is free. Carers and a carer meet.");
    assert_eq!(html.matches(OPEN).count(), 2, "{html}");
    assert!(html.contains("<p><a class=\"term\" href=\"#word-carer\">Carers<span"), "{html}");
    assert!(html.contains("<div id=\"word-carer\"><dt>carer</dt><dd>Someone who looks after a friend.</dd></div>"));
    let assessment = html.find("id=\"word-carer-s-assessment\"").or_else(|| html.find("id=\"word-carers-assessment\""));
    assert!(assessment.is_some_and(|at| at > html.find("id=\"word-carer\"").unwrap()), "in order of first use");
}

#[test]
fn words_in_headings_links_code_and_quotations_are_left_alone() {
    let html = built(
        "## Help for carers\n\n[Carers in Exampleshire](https://example.org/carers), `carer`.\n\n> A carer said so.\n\n\
         ::: quote {by=\"A carer\" consent=\"written\"}\nCarers know.\n:::\n",
    );
    assert!(!html.contains(OPEN) && !html.contains("Words on this page"), "{html}");
}

#[test]
fn an_abbreviation_is_spelt_out_where_the_page_does_not() {
    let html = built("We can book a BSL interpreter. BSL is free.");
    assert!(html.contains("</a> (British Sign Language) interpreter. BSL is free."), "{html}");
    let html = built("We use British Sign Language (BSL).");
    assert!(html.contains("</a> (BSL)."), "{html}");
    let site = Site::small().file("data/glossary.yaml", GLOSSARY);
    let site = site.file("content/help.md", &page("page", "Help", "We can book a BSL interpreter."));
    assert!(!site.run(&["check", "--format", "json"]).codes().contains(&"abbreviation-first".to_owned()));
}

#[test]
fn blocks_and_steps_keep_their_places_around_the_words() {
    let body = "Carers read this.\n\n::: information\nA carer's assessment helps.\n:::\n\nAfter BSL.\n";
    let html = built(body);
    let order: Vec<_> = ["word-carer\"", "callout-information", "word-carer", "word-british"].to_vec();
    let mut at = 0;
    for part in order {
        at += html
            .get(at..)
            .and_then(|rest| rest.find(part))
            .unwrap_or_else(|| panic!("{part} is not in its place: {html}"))
            + 1;
    }
    let steps = "For carers.\n\n## Ask\n\nAsk for a carer's assessment.\n\n::: information\nIt is free.\n:::\n\n\
                 ## Meet\n\nMeet in BSL.\n\n::: information\nThe end.\n:::\n";
    let site =
        Site::small().file("data/glossary.yaml", GLOSSARY).file("content/steps.md", &page("steps", "Ask", steps));
    site.run(&["build"]).exits(0);
    let html = site.text("steps/index.html");
    assert_eq!((html.matches(OPEN).count(), html.matches("callout-information").count()), (3, 2), "{html}");
}

#[test]
fn the_page_of_all_words_is_in_order_and_is_linked_from_pages_that_use_one() {
    let all = "---\ntype: glossary\ntitle: All words\nsummary: Find out what our words mean in plain English.\n---\n";
    let site = Site::small().file("data/glossary.yaml", GLOSSARY).file("content/words.md", all);
    let site = site.file("content/help.md", &page("page", "Help", "Carers can ask."));
    site.run(&["build"]).exits(0);
    let html = site.text("words/index.html");
    assert!(html.find("word-british-sign-language").unwrap() < html.find("id=\"word-carer\"").unwrap());
    assert!(html.contains("British Sign Language (BSL)") && html.contains("Also: carers"));
    assert!(!html.contains(OPEN));
    assert!(site.text("help/index.html").contains("href=\"/words/\""));
}
