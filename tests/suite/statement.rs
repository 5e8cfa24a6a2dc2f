//! The accessibility statement from its data file, alerts, the page of contacts, notes of changes.

use super::support::{Site, page};

const PAGE: &str =
    "---\ntype: statement\ntitle: Accessibility\nsummary: Find out what works and what does not.\n---\n\nWe care.\n";

const KNOWN: &str = "compliance: partially compliant\nprepared: 2025-12-01\nreviewed: 2026-06-01\n\
    test: { on: 2026-06-01, by: the web team, how: By keyboard., pages: Every type. }\n\
    problems:\n  - { problem: No words, effect: Nothing is read out., criteria: [\"1.1.1\"], fix_by: 2027-03-31 }\n";

fn site(known: &str) -> Site {
    Site::small().file("content/accessibility.md", PAGE).file("data/accessibility.yaml", known)
}

fn codes(site: &Site, day: &str) -> Vec<String> {
    let all = site.run(&["check", "--as-of", day, "--format", "json"]).codes();
    all.into_iter().filter(|code| code.starts_with("statement-")).collect()
}

#[test]
fn the_statement_has_its_sections_in_the_legal_order() {
    let site = site(KNOWN);
    site.run(&["build"]).exits(0);
    let html = site.text("accessibility/index.html");
    let (_, mut rest) = html.split_once("We care.").unwrap();
    for part in [
        "Feedback and contact",
        "Reporting accessibility",
        "Enforcement procedure",
        "Compliance status",
        "partially compliant",
        "Non-accessible content",
        "1.1.1",
        "31 March 2027",
        "Disproportionate burden",
        "not within the scope",
        "prepared on 1 December 2025",
        "tested on 1 June 2026",
    ] {
        rest = rest.split_once(part).unwrap_or_else(|| panic!("{part} is not in its place")).1;
    }
}

#[test]
fn the_statement_has_a_clock_of_a_year() {
    let site = site(KNOWN);
    assert_eq!(codes(&site, "2026-11-22"), Vec::<String>::new());
    assert_eq!(codes(&site, "2027-05-01"), ["statement-review", "statement-fix-late"]);
    site.run(&["check", "--as-of", "2027-05-31"]).exits(0);
    site.run(&["check", "--as-of", "2027-06-01"]).exits(2);
}

#[test]
fn a_statement_does_not_say_more_than_is_known() {
    let full = KNOWN.replace("partially", "fully");
    assert_eq!(codes(&site(&full), "2026-11-22"), ["statement-compliance"]);
}

#[test]
fn an_alert_stands_on_the_pages_of_its_section_until_it_is_over() {
    let alert = |title: &str| {
        page("alert", title, "More.").replace("type: alert", "type: alert\nlevel: major\nexpires: 2026-12-01")
    };
    let site = Site::small()
        .file("content/carers/_index.md", &page("landing", "Carers", "Help."))
        .file("content/carers/line.md", &alert("Line closed"))
        .file("content/snow.md", &alert("Snow today"))
        .file("content/other.md", &page("page", "Other", "Help."));
    site.run(&["build", "--as-of", "2026-11-22"]).exits(0);
    let (carers, other) = (site.text("carers/index.html"), site.text("other/index.html"));
    assert!(carers.contains("Line closed") && carers.contains("Snow today") && carers.contains("alert-major"));
    assert!(!other.contains("Line closed") && other.contains("Snow today"));
    site.run(&["build", "--as-of", "2026-12-01"]).exits(0);
    assert!(!site.text("other/index.html").contains("Snow today"));
}

#[test]
fn the_page_of_contacts_has_every_record_once() {
    let records = "b-team:\n  name: B team\n  phone: 01632 960 100\n  email: b@exampleshire.example\n\
                   a-team:\n  name: A team\n  phone: 01632 960 101\n  email: a@exampleshire.example\n";
    let site =
        Site::small().file("data/contacts.yaml", records).file("content/teams.md", &page("contacts", "Teams", "All."));
    site.run(&["build"]).exits(0);
    let html = site.text("teams/index.html");
    assert!(html.find("A team").unwrap() < html.find("B team").unwrap());
    assert_eq!(html.matches("id=\"contact-a-team\"").count(), 1, "{html}");
}
