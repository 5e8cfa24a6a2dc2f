//! Duties: a claim of a page is held to what its duty needs, in `check`, in the report and on the public page.

use super::support::{Run, Site};

const PACK: &str = "pack: care-act\ntitle: Care Act 2014\npublisher: UK Parliament\nchecked: 2026-11-01\nduties:\n\
    \x20 - id: access\n    title: How to get support\n    status: confirmed\n    clause: section 4(2)\n\
    \x20   needs:\n      sections: [[cost, pay]]\n      contact: true\n      reviewed: true\n";

const PAGE: &str = "---\ntype: service\ntitle: Ask for support\nsummary: Ask us for care and support at home.\n\
    owner: Contact team\ncontact: team\nlast_reviewed: 2026-11-01\nreviewed_by: Sam Example\nreview_by: 2027-05-01\n\
    meets: [access]\n---\n\n## How to ask\n\nCall us.\n\n## What it costs\n\nIt costs nothing to ask.\n";

const CONTACT: &str = "team:\n  name: Contact team\n  phone: 01632 960 100\n  email: team@exampleshire.example\n";

fn site(page: &str) -> Site {
    Site::small()
        .file("data/guidance/care-act.yaml", PACK)
        .file("data/contacts.yaml", CONTACT)
        .file("content/ask.md", page)
}

fn listed(site: &Site) -> serde_json::Value {
    site.run(&["list", "duties", "--as-of", "2026-11-22", "--format", "json"]).exits(0).json()["items"][0].clone()
}

fn checked(site: &Site) -> Run {
    site.run(&["check", "--as-of", "2026-11-22", "--format", "json"])
}

fn found(site: &Site, code: &str) -> serde_json::Value {
    let run = checked(site).json();
    let mut all = run["findings"].as_array().into_iter().flatten();
    all.find(|finding| finding["code"] == code).cloned().unwrap_or_default()
}

#[test]
fn a_page_that_has_what_its_duty_needs_meets_it() {
    let site = site(PAGE);
    let duty = listed(&site);
    assert_eq!(duty["standing"], "met");
    assert_eq!(duty["pages"][0]["reviewed_by"], "Sam Example");
    assert_eq!(duty["pages"][0]["line"], 10);
    assert!(!checked(&site).codes().iter().any(|code| code.starts_with("duty-")));
}

#[test]
fn a_duty_turns_red_when_the_section_on_cost_goes() {
    let without = PAGE.replace("\n## What it costs\n\nIt costs nothing to ask.\n", "");
    let empty = PAGE.replace("It costs nothing to ask.\n", "");
    for page in [without, empty] {
        let site = site(&page);
        let duty = listed(&site);
        assert_eq!((&duty["standing"], &duty["pages"][0]["standing"]), (&"unproven".into(), &"unproven".into()));
        assert_eq!(duty["pages"][0]["lacks"][0], "There is no section on: cost.");
        let finding = found(&site, "duty-unproven");
        assert_eq!((&finding["file"], &finding["line"]), (&"content/ask.md".into(), &10.into()), "{finding}");
        let html = site.run(&["list", "duties", "--as-of", "2026-11-22", "--format", "html"]).exits(0).stdout;
        assert!(html.contains("1 of 1 duties is not met") && html.contains("content/ask.md:10"), "{html}");
        site.run(&["check", "--strict", "--as-of", "2026-11-22"]).exits(2);
    }
}

#[test]
fn the_demonstration_tells_when_its_section_on_cost_goes() {
    let site = Site::demonstration();
    let path = "content/getting-support/ask-for-support.md";
    let text = std::fs::read_to_string(site.path(path)).unwrap();
    let (before, rest) = text.split_once("## What it costs\n").unwrap();
    let (_, after) = rest.split_once("\n## ").unwrap();
    site.write(path, format!("{before}## {after}").as_bytes());
    let finding = found(&site, "duty-unproven");
    assert_eq!(finding["file"], path, "{finding}");
    assert!(finding["message"].as_str().unwrap().contains("`care-act-access`: it has no section on `cost`"));
}

#[test]
fn a_duty_is_overdue_when_no_page_that_meets_it_is_in_date() {
    let old = PAGE.replace("review_by: 2027-05-01", "review_by: 2026-05-01");
    let site = site(&old);
    assert_eq!(listed(&site)["standing"], "overdue");
    assert_eq!(found(&site, "duty-overdue")["line"], 10);
    let site = site.file("content/again.md", &PAGE.replace("Ask for support", "Ask again"));
    assert_eq!(listed(&site)["standing"], "met", "another page is in date");
    assert!(found(&site, "duty-overdue").is_null());
}

#[test]
fn a_duty_without_a_page_is_told_at_the_line_of_its_pack() {
    let site = site(&PAGE.replace("meets: [access]\n", ""));
    let finding = found(&site, "duty-missing");
    assert_eq!((&finding["file"], &finding["line"]), (&"data/guidance/care-act.yaml".into(), &6.into()));
    let site = site.file("candour.yaml", &std::fs::read_to_string(Site::small().path("candour.yaml")).unwrap());
    site.edit("data/guidance/care-act.yaml", "duties:", "optional: true\nduties:");
    assert!(found(&site, "duty-missing").is_null(), "an optional pack binds nobody who does not name it");
}

#[test]
fn a_spreadsheet_has_a_row_for_each_claim_and_no_number_that_is_not_confirmed() {
    let site = site(PAGE);
    let csv = || site.run(&["list", "duties", "--as-of", "2026-11-22", "--format", "csv"]).exits(0).stdout;
    let text = csv();
    assert_eq!(text.lines().count(), 2);
    assert!(text.contains("section 4(2)") && text.contains("Sam Example") && text.contains("2027-05-01"), "{text}");
    site.edit("data/guidance/care-act.yaml", "confirmed", "partly");
    assert!(!csv().contains("4(2)") && csv().contains("number not checked"));
    site.run(&["check", "--format", "csv"]).exits(1);
}

#[test]
fn the_public_page_shows_what_is_not_met_first() {
    let page = PAGE.replace("## What it costs", "## Other things");
    let coverage = "---\ntype: duties\ntitle: Our duties\nsummary: See how we meet our duties on information.\n---\n";
    let site = site(&page).file("content/duties.md", coverage);
    site.run(&["build", "--as-of", "2026-11-22"]).exits(0);
    let html = site.text("duties/index.html");
    let gap = html.find("Something is missing").unwrap();
    assert!(gap < html.find("<table").unwrap());
    assert!(html.contains("There is no section on: cost."));
}
