//! The command line: exit codes, streams, formats, help.

use std::fs;

use super::support::{Run, SETTINGS, Site, candour, page};

/// A page with a link that leads nowhere: an error.
fn with_an_error() -> Site {
    Site::small().file("content/carers.md", &page("page", "Carers", "See [the form](form.md)."))
}

/// A page that is overdue: a warning.
fn with_a_warning() -> Site {
    let text = page("page", "Carers", "Help.").replace("type: page", "type: page\nreview_by: 2026-01-31");
    Site::small().file("content/carers.md", &text)
}

#[test]
fn a_clean_build_says_in_one_line_what_it_did() {
    let site = Site::small();
    let run = site.run(&["build"]).exits(0);
    assert_eq!(run.stderr, "");
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(run.stdout.starts_with("published public: "), "{}", run.stdout);
    let again = site.run(&["build"]).exits(0);
    assert_eq!(again.stdout, "public is up to date, no findings; look at it with `candour serve`\n");
}

#[test]
fn a_build_with_an_error_publishes_nothing_and_ends_with_two() {
    let site = with_an_error();
    let run = site.run(&["build"]).exits(2);
    assert!(run.stdout.contains("content/carers.md:7:5"), "{}", run.stdout);
    assert!(run.stdout.ends_with("1 error: nothing was published, public is as it was\n"), "{}", run.stdout);
    assert!(site.published().is_empty());
}

#[test]
fn a_warning_is_published_unless_the_run_is_strict() {
    let site = with_a_warning();
    let run = site.run(&["build"]).exits(0);
    assert!(run.stdout.contains("review-overdue"), "{}", run.stdout);
    let before = site.published();
    site.edit("content/carers.md", "Help.", "More help.");
    site.run(&["build", "--strict"]).exits(2);
    assert_eq!(site.published(), before);
    site.run(&["check"]).exits(0);
    site.run(&["check", "--strict"]).exits(2);
}

#[test]
fn a_warning_is_told_again_when_nothing_has_changed() {
    let site = with_a_warning();
    site.run(&["build"]).exits(0);
    let again = site.run(&["build"]).exits(0);
    assert!(again.stdout.contains("review-overdue"), "{}", again.stdout);
    site.run(&["build", "--strict"]).exits(2);
}

#[test]
fn check_writes_nothing() {
    let site = with_an_error();
    let before = super::support::files(&site.path(""));
    site.run(&["check"]).exits(2);
    assert_eq!(super::support::files(&site.path("")), before);
}

#[test]
fn json_stands_alone_on_stdout_however_the_run_ends() {
    let clean = Site::small().run(&["check", "--format", "json"]).exits(0);
    assert_eq!(clean.json()["counts"]["error"], 0);
    assert!(clean.codes().is_empty());

    let wrong = with_an_error().run(&["build", "--format", "json"]).exits(2);
    assert_eq!(wrong.codes(), ["link-broken"]);
    let finding = &wrong.json()["findings"][0];
    assert_eq!(
        (&finding["file"], &finding["line"], &finding["column"]),
        (&"content/carers.md".into(), &7.into(), &5.into())
    );

    let settings = SETTINGS.replace("format: 1", "format: one");
    let stopped = Site::small().file("candour.yaml", &settings).run(&["check", "--format", "json"]).exits(1);
    let error = &stopped.json()["error"];
    assert_eq!((&error["file"], &error["line"]), (&"candour.yaml".into(), &1.into()));
    assert!(stopped.stderr.starts_with("error: "), "{}", stopped.stderr);
}

#[test]
fn a_folder_that_is_no_site_is_told_in_json_too() {
    let run = Site::empty().run(&["build", "--format", "json"]).exits(1);
    assert_eq!(run.json()["version"], 1);
    assert_eq!(run.json()["error"]["file"], "candour.yaml");
    assert!(run.stderr.contains("candour init ."), "{}", run.stderr);
}

#[test]
fn quiet_prints_nothing_when_all_is_well_and_findings_when_not() {
    for command in ["build", "check"] {
        let run = Site::small().run(&[command, "--quiet"]).exits(0);
        assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("", ""), "{command}");
        let run = with_an_error().run(&[command, "--quiet"]).exits(2);
        assert!(run.stdout.contains("link-broken"), "{command}: {}", run.stdout);
    }
}

#[test]
fn no_colour_reaches_a_file_or_a_pipe() {
    let run = with_an_error().run(&["check"]).exits(2);
    assert!(!run.stdout.contains('\u{1b}'), "{}", run.stdout);
    let run = with_an_error().run_with(&["check"], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]).exits(2);
    assert!(!run.stdout.contains('\u{1b}'), "{}", run.stdout);
}

#[test]
fn control_characters_of_a_page_never_reach_the_terminal() {
    let site = Site::small().file("content/carers.md", &page("page", "Carers", "See [a\u{1b}[31m](b\u{7}.md)."));
    let run = site.run(&["check"]);
    assert!(!run.stdout.contains(['\u{1b}', '\u{7}']), "{:?}", run.stdout);
}

#[test]
fn a_wrong_flag_command_or_date_ends_with_one() {
    let site = Site::small();
    let unknown = site.run(&["build", "--stict"]).exits(1);
    assert!(unknown.stderr.contains("--strict"), "{}", unknown.stderr);
    let command = site.run(&["biuld"]).exits(1);
    assert!(command.stderr.contains("build"), "{}", command.stderr);
    let date = site.run(&["build", "--as-of", "2026-02-30"]).exits(1);
    assert_eq!(
        date.stderr,
        "error: `2026-02-30` is not a calendar date\n  help: write the date as YYYY-MM-DD, for example `--as-of 2026-11-22`\n"
    );
    let address = site.run(&["build", "--base-url", "care.example"]).exits(1);
    assert!(address.stderr.contains("--base-url https://"), "{}", address.stderr);
    assert!(site.published().is_empty());
}

#[test]
fn help_and_version_are_no_faults() {
    let run = Run::of(candour().arg("--help")).exits(0);
    for command in ["build", "check", "serve", "init", "metrics", "list", "explain"] {
        assert!(run.stdout.contains(&format!("\n  {command} ")), "{command}: {}", run.stdout);
    }
    for command in ["build", "check", "serve", "init", "metrics", "list", "explain"] {
        Run::of(candour().args([command, "--help"])).exits(0);
    }
    let version = Run::of(candour().arg("--version")).exits(0);
    assert_eq!(version.stdout, format!("candour {}\n", env!("CARGO_PKG_VERSION")));
    Run::of(&mut candour()).exits(1);
}

#[test]
fn a_new_site_has_no_findings() {
    let folder = Site::empty();
    for typed in ["our-site", "deep/er/site"] {
        folder.run(&["init", typed]).exits(0);
        let run = folder.run(&["build", "--strict", "--root", typed]).exits(0);
        assert!(run.stdout.contains("no findings"), "{}", run.stdout);
    }
    let here = Site::empty();
    here.run(&["init", ".", "--yes"]).exits(0);
    here.run(&["check", "--strict"]).exits(0);
}

#[test]
fn init_leaves_what_is_there_alone() {
    let site = Site::small();
    let before = super::support::files(&site.path(""));
    let run = site.run(&["init", "."]).exits(1);
    assert!(run.stderr.contains("there is a site here already"), "{}", run.stderr);
    assert_eq!(super::support::files(&site.path("")), before);

    let other = Site::empty().file("data/contacts.yaml", "mine\n");
    let run = other.run(&["init", "."]).exits(1);
    assert!(run.stderr.contains("data/contacts.yaml"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(other.path("data/contacts.yaml")).unwrap(), "mine\n");
    assert!(!other.path("candour.yaml").exists());
}

#[test]
fn every_list_has_the_shape_of_the_design() {
    let site = Site::demonstration();
    for name in ["duties", "drafts", "review", "expired", "redirects", "readability"] {
        let run = site.run(&["list", name, "--format", "json"]).exits(0);
        let list = run.json();
        assert_eq!((&list["version"], &list["list"]), (&1.into(), &name.into()));
        assert!(list["items"].is_array());
        site.run(&["list", name]).exits(0);
    }
    let redirects = site.run(&["list", "redirects", "--format", "json"]).json();
    assert!(redirects["items"].as_array().unwrap().iter().all(|item| item["to"].is_string()));
    let unknown = site.run(&["list", "dutys"]).exits(1);
    assert!(unknown.stderr.contains("duties"), "{}", unknown.stderr);
}

#[test]
fn duties_that_no_page_meets_come_first() {
    let pack = "pack: care-act\ntitle: Care Act 2014\npublisher: UK Parliament\nchecked: 2026-11-01\nduties:\n\
                \x20 - { id: met, title: How the system works }\n  - { id: gap, title: How to raise a concern }\n";
    let text = page("page", "Carers", "Help.").replace("type: page", "type: page\nmeets: [met]\nowner: Carers team");
    let site = Site::small().file("data/guidance/care-act.yaml", pack).file("content/carers.md", &text);
    let items = site.run(&["list", "duties", "--format", "json"]).exits(0).json()["items"].clone();
    assert_eq!(items[0]["duty"], "gap");
    assert_eq!(items[0]["pages"], serde_json::json!([]));
    assert_eq!(items[1]["pages"][0]["owner"], "Carers team");
}

#[test]
fn a_page_may_allow_a_finding_with_a_reason() {
    let allow =
        "type: page\nreview_by: 2026-01-31\nallow: [{ code: review-overdue, reason: The team moves in December. }]";
    let text = page("page", "Carers", "Help.").replace("type: page", allow);
    Site::small().file("content/carers.md", &text).run(&["check", "--strict"]).exits(0);
    let without_reason = text.replace(", reason: The team moves in December.", "");
    let run = Site::small().file("content/carers.md", &without_reason).run(&["check"]).exits(2);
    assert!(run.stdout.contains("`reason` is missing"), "{}", run.stdout);
}

#[test]
fn a_page_cannot_allow_what_would_leave_a_hole_in_the_site() {
    let text = page("page", "Carers", "See [the form](form.md).")
        .replace("type: page", "type: page\nallow: [{ code: link-broken, reason: It comes later. }]");
    Site::small().file("content/carers.md", &text).run(&["check"]).exits(2);
}

#[test]
fn levels_of_the_settings_raise_and_lower_but_not_what_keeps_the_site_whole() {
    let with_levels = |levels: &str| with_a_warning().file("candour.yaml", &format!("{SETTINGS}levels: {levels}\n"));
    with_levels("{ review-overdue: error }").run(&["check"]).exits(2);
    with_levels("{ review-overdue: \"off\" }").run(&["check", "--strict"]).exits(0);
    let unknown = with_levels("{ reviw-overdue: error }").run(&["check"]).exits(1);
    assert!(
        unknown.stderr.contains("candour.yaml:6:") && unknown.stderr.contains("write `review-overdue`"),
        "{}",
        unknown.stderr
    );
    let binding = with_levels("{ link-broken: notice }").run(&["check"]).exits(1);
    assert!(binding.stderr.contains("`link-broken` cannot be lowered"), "{}", binding.stderr);
}
