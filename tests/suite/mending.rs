//! `check --fix` and `--diff`: files that are corrected, and everything that stays as it is.

use std::fs;

use super::support::{Site, assert_same, files};

/// A note with a number as people type it; the correction takes the comma out.
fn note(value: &str) -> String {
    format!(
        "title: Requests\nunit: requests\nbasis: actual\nbetter: neither\n\
         source: {{ title: Report, publisher: Council }}\nvalues:\n  latest: {{ value: {value}, period: 2025 to 2026 }}\n"
    )
}

fn with_notes() -> Site {
    let site = Site::small().file("data/metrics/requests.yaml", &note("\"1,072\""));
    site.file("data/metrics/reviews.yaml", &note("\"2,105\"").replace("Requests", "Reviews"))
}

fn text(site: &Site, path: &str) -> String {
    fs::read_to_string(site.path(path)).unwrap()
}

#[track_caller]
fn assert_starts(said: &str, with: &str) {
    assert!(said.starts_with(with), "{said}");
}

#[test]
fn what_can_be_corrected_is_corrected_once_and_told_by_file() {
    let site = with_notes();
    site.run(&["check"]).exits(2);
    let run = site.run(&["check", "--fix"]).exits(0);
    assert_starts(
        &run.stdout,
        "mended data/metrics/requests.yaml: 1 number-invalid\nmended data/metrics/reviews.yaml: 1 number-invalid\n\
         2 corrections in 2 files\nno findings\n",
    );
    assert_eq!(text(&site, "data/metrics/requests.yaml"), note("1072"));
    let before = files(&site.path(""));
    let again = site.run(&["check", "--fix"]).exits(0);
    assert_starts(&again.stdout, "nothing can be corrected without a person\nno findings\n");
    assert_same(&files(&site.path("")), &before);
}

#[test]
fn a_difference_is_shown_and_nothing_is_changed() {
    let site = with_notes();
    let before = files(&site.path(""));
    let run = site.run(&["check", "--diff"]).exits(2);
    assert!(
        run.stdout.starts_with("--- a/data/metrics/requests.yaml\n+++ b/data/metrics/requests.yaml\n@@ "),
        "{}",
        run.stdout
    );
    assert!(
        run.stdout
            .contains("\n-  latest: { value: \"1,072\", period: 2025 to 2026 }\n+  latest: { value: 1072, period")
    );
    assert!(run.stdout.ends_with("2 corrections in 2 files: `candour check --fix` makes them\n"), "{}", run.stdout);
    assert_same(&files(&site.path("")), &before);
    let other = site.run(&["check", "--diff", "--format", "json"]).exits(1);
    assert!(other.json()["error"].is_object());
    site.run(&["check", "--diff", "--fix"]).exits(1);
}

#[test]
fn line_ends_and_the_mark_before_a_text_stay() {
    let typed = note("\"1,072\"").replace('\n', "\r\n");
    let bytes = [b"\xEF\xBB\xBF", typed.as_bytes()].concat();
    let site = Site::small().bytes("data/metrics/requests.yaml", &bytes);
    site.run(&["check", "--fix"]).exits(0);
    let expected = [b"\xEF\xBB\xBF", note("1072").replace('\n', "\r\n").as_bytes()].concat();
    assert_eq!(fs::read(site.path("data/metrics/requests.yaml")).unwrap(), expected);
}

#[test]
fn a_machine_format_stands_alone_on_stdout_when_files_are_mended() {
    let run = with_notes().run(&["check", "--fix", "--format", "json"]).exits(0);
    assert!(run.codes().is_empty());
    assert!(run.stderr.contains("2 corrections in 2 files"), "{}", run.stderr);
}

#[test]
fn a_file_that_must_not_be_written_is_left_and_told() {
    let site = with_notes();
    let path = site.path("data/metrics/requests.yaml");
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let run = site.run(&["check", "--fix"]).exits(1);
    assert!(run.stderr.starts_with("error: data/metrics/requests.yaml: the file cannot be mended"), "{}", run.stderr);
    assert_eq!(text(&site, "data/metrics/requests.yaml"), note("\"1,072\""));
}

#[test]
fn words_between_quotation_marks_are_told_and_left_as_they_are() {
    let page = "---\ntitle: What was said\nsummary: See what people said of the words we use.\n---\n\n\
                She said \"we utilise it\" and then we utilise it.\n";
    let site = Site::small().file("content/said.md", page);
    site.run(&["check", "--fix"]);
    assert_eq!(text(&site, "content/said.md"), page.replace("then we utilise", "then we use"));
}

#[test]
fn what_would_be_lost_in_silence_is_told() {
    let page = "---\ntitle: A page\nsummary: See what is told of this page.\nallow: [{ code: link-broken, reason: None. }]\n---\n\n";
    let site = Site::small().file("content/???.md", page).file("content/a.md", &format!("{page}[Gone](/gone/)\n"));
    let site = site.file("data/contacts.yaml", "team:\n  name: The team\n  phone: 999-abc\n  email: nobody\n");
    let said = site.run(&["check"]).exits(2).stdout;
    for told in [
        "error[slug-invalid]: the name of the file has no letter",
        "warning[allow-unused]: `link-broken` cannot be allowed",
        "`999-abc` is not a telephone number",
        "`nobody` is not an address for email",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    let site = site.file("empty.html", "");
    let empty = site.path("empty.html");
    let said = site.run(&["audit", empty.to_str().unwrap()]).exits(2).stdout;
    assert!(said.contains("error[file-not-text]: the file is empty"), "{said}");
}
