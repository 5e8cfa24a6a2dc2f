//! The accessible documents policy, the Accessible Information Standard, and documents beside pages.

use super::support::{Site, page};

const CONTACTS: &str = "formats-team:\n  name: Formats team\n  phone: 01632 960 100\n  email: a@exampleshire.example\n";

const KNOWN: &str = "contact: formats-team\n\
    formats:\n  - { format: Large print, what: On paper, within: 2 working days }\n  - { format: Braille }\n\
    documents:\n  - { file: \"@/costs.pdf\", title: What care costs, page: \"@/costs.md\" }\n\
    standard:\n  lead: Head of advice\n  board: Director\n  assessed: 2026-10-12\n  found: [Letters were late.]\n  \
    steps: { identify: We ask., record: We write., flag: We show., share: We tell., meet: We act., review: We ask again. }\n";

/// A site with a document, a page with its content, and a page that links to the document.
fn site(known: &str) -> Site {
    Site::small()
        .file("data/contacts.yaml", CONTACTS)
        .file("data/accessible-information.yaml", known)
        .file("content/costs.pdf", "%PDF-1.7")
        .file("content/costs.md", &page("page", "What it costs", "A day costs £20."))
        .file("content/breaks.md", &linking("contact: formats-team"))
}

fn linking(front: &str) -> String {
    page("page", "Breaks", "Read [what care costs (PDF, 1KB)](costs.pdf).")
        .replace("type: page", &format!("type: page\n{front}"))
}

fn codes(site: &Site, day: &str) -> Vec<String> {
    let all = site.run(&["check", "--as-of", day, "--format", "json"]).codes();
    all.into_iter().filter(|code| code.starts_with("attachment-") || code.starts_with("information-")).collect()
}

/// Every part is on the page, in this order.
#[track_caller]
fn stand_in_order(html: &str, parts: &[&str]) {
    let mut rest = html;
    for part in parts {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part} is not in its place")).1;
    }
}

#[test]
fn the_documents_policy_names_every_document_and_who_to_ask() {
    let policy = page("documents", "Accessible documents", "We care.");
    let site = site(KNOWN).file("content/policy.md", &policy).file("content/old.docx", "Word").build();
    let html = site.text("policy/index.html");
    stand_in_order(
        &html,
        &[
            "We care.",
            "2 documents",
            "What care costs (PDF, 8 bytes)",
            "/costs/\">What it costs",
            "old.docx (Word, 4 bytes)",
            "We do not know yet",
            "How to ask",
            "Large print</th><td>On paper</td><td>2 working days",
            "Braille</th><td>Ask us</td><td>Ask us",
            "Formats team",
        ],
    );
}

#[test]
fn a_site_without_documents_says_so() {
    let known = KNOWN.lines().filter(|line| !line.contains("costs") && !line.starts_with("documents"));
    let site = Site::small()
        .file("data/contacts.yaml", CONTACTS)
        .file("data/accessible-information.yaml", &(known.collect::<Vec<_>>().join("\n") + "\n"))
        .file("content/policy.md", &page("documents", "Accessible documents", "We care."))
        .build();
    assert!(site.text("policy/index.html").contains("This website has no documents"));
}

#[test]
fn the_page_on_the_standard_has_its_six_steps_in_order() {
    let site = site(KNOWN).file("content/standard.md", &page("information-standard", "Our standard", "Hello.")).build();
    let html = site.text("standard/index.html");
    let steps = ["Identify", "Record", "Flag", "Share", "Meet", "Review"];
    stand_in_order(&html, &["Hello.", "DAPB1605", "1 August 2016"]);
    stand_in_order(&html, &steps.map(|step| format!("<dt>{step}</dt>")).each_ref().map(String::as_str));
    stand_in_order(&html, &["Head of advice", "Director", "12 October 2026", "12 October 2027", "Letters were late."]);
}

#[test]
fn a_page_without_the_data_is_its_authors_words() {
    let site = Site::small()
        .file("content/standard.md", &page("information-standard", "Our standard", "Hello."))
        .file("content/policy.md", &page("documents", "Our documents", "Welcome."))
        .build();
    for (page, words) in [("standard", "Hello."), ("policy", "Welcome.")] {
        let html = site.text(&format!("{page}/index.html"));
        assert!(html.contains(words) && !html.contains("DAPB1605") && !html.contains("Formats"), "{html}");
    }
}

#[test]
fn a_document_that_nobody_vouches_for_is_told_where_it_is_linked() {
    assert_eq!(codes(&site(KNOWN), "2026-11-22"), Vec::<String>::new());
    let unknown = site(&KNOWN.replace(", page: \"@/costs.md\"", ""));
    assert_eq!(codes(&unknown, "2026-11-22"), ["attachment-alternative-missing"]);
    let checked = site(&KNOWN.replace("page: \"@/costs.md\"", "checked: { on: 2026-11-01, how: Read aloud. }"));
    assert_eq!(codes(&checked, "2026-11-22"), Vec::<String>::new());
    let nobody = site(KNOWN).file("content/breaks.md", &linking("weight: 1"));
    assert_eq!(codes(&nobody, "2026-11-22"), ["attachment-contact-missing"]);
    let inside = linking("weight: 1") + "\n::: contact {id=\"formats-team\"}\n:::\n";
    assert_eq!(codes(&site(KNOWN).file("content/breaks.md", &inside), "2026-11-22"), Vec::<String>::new());
}

#[test]
fn a_file_of_values_is_no_document() {
    let body = "Get [the values (CSV, 1KB)](values.csv).";
    let site = Site::small().file("content/values.csv", "a,b\n").file("content/a.md", &page("page", "Values", body));
    assert_eq!(codes(&site, "2026-11-22"), Vec::<String>::new());
}

#[test]
fn an_entry_for_a_file_that_is_gone_is_told_with_the_nearest() {
    let site = site(&KNOWN.replace("@/costs.pdf", "@/cost.pdf"));
    let run = site.run(&["check"]).exits(2);
    assert!(run.stdout.contains("attachment-unknown") && run.stdout.contains("write `@/costs.pdf`"), "{}", run.stdout);
}

#[test]
fn the_standard_is_assessed_every_year_from_march_2027() {
    let never = KNOWN.replace("assessed: 2026-10-12\n  ", "");
    assert_eq!(codes(&site(KNOWN), "2027-10-11"), Vec::<String>::new());
    assert_eq!(codes(&site(KNOWN), "2027-10-12"), ["information-assessment"]);
    assert_eq!(codes(&site(&never), "2026-12-31"), Vec::<String>::new());
    assert_eq!(codes(&site(&never), "2027-01-01"), ["information-assessment"]);
}

#[test]
fn every_page_says_how_to_ask_for_another_format() {
    let small =
        || Site::small().file("data/contacts.yaml", CONTACTS).file("content/a.md", &page("page", "A", "Hello."));
    assert!(small().run(&["check"]).stdout.contains("notice[formats-unsaid]"));
    let by_contact = small();
    by_contact.edit("candour.yaml", "language:", "contact: formats-team\nlanguage:");
    let by_contact = by_contact.build();
    let by_policy = small().file("content/policy.md", &page("documents", "Documents", "Ask us.")).build();
    for url in ["index.html", "a/index.html", "404.html", "site-map/index.html"] {
        assert!(by_contact.text(url).contains("in another format or language, contact us"), "{url}");
        assert!(by_policy.text(url).contains("<a href=\"/policy/\">Ask for this page in another format"), "{url}");
    }
}

#[test]
fn a_contact_says_what_people_need_before_they_call() {
    let site = Site::small().file("data/contacts.yaml", CONTACTS);
    let said = site.run(&["check"]).stdout;
    assert!(said.contains("`formats-team` does not say `relay`, `bsl`, `hours`, `reply_within`, `charges`"), "{said}");
    let written = "team:\n  name: Team\n  text: 07700 900 100\n  email: a@exampleshire.example\n";
    let said = Site::small().file("data/contacts.yaml", written).run(&["check"]).stdout;
    assert!(said.contains("`team` does not say `bsl`, `hours`, `reply_within`\n"), "{said}");
}
