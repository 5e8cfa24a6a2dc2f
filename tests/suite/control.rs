//! What a site decides about findings: levels by flag, allowances, a baseline of old ones.

use super::support::{Site, page};

const REASON: &str = "The team moves in December.";

/// A page that is overdue: a warning, `review-overdue`.
fn overdue() -> Site {
    Site::small().file("content/carers.md", &with_fields("Carers", "review_by: 2026-01-31"))
}

/// A page with further fields.
fn with_fields(title: &str, fields: &str) -> String {
    page("page", title, "Help.").replace("type: page", &format!("type: page\n{fields}"))
}

fn allowing(code: &str) -> String {
    format!("allow:\n  - code: {code}\n    reason: {REASON}")
}

#[test]
fn a_flag_raises_lowers_or_drops_a_finding_and_wins_over_the_settings() {
    let site = overdue();
    site.run(&["check", "--deny", "review-overdue"]).exits(2);
    site.run(&["check", "--allow", "link-text-none,review-overdue"]).exits(1);
    let dropped = site.run(&["check", "--strict", "--allow", "summary-length,review-overdue"]).exits(0);
    assert!(dropped.stdout.starts_with("no findings\nchecked 2 pages for "), "{}", dropped.stdout);
    let settings = format!("{}levels: {{ review-overdue: error }}\n", super::support::SETTINGS);
    let site = overdue().file("candour.yaml", &settings);
    site.run(&["check"]).exits(2);
    let lowered = site.run(&["check", "--warn", "review-overdue"]).exits(0);
    assert!(lowered.stdout.contains("warning[review-overdue]"), "{}", lowered.stdout);
}

#[test]
fn a_build_listens_to_the_same_flags_and_is_not_taken_for_the_last_one() {
    let site = overdue();
    site.run(&["build"]).exits(0);
    site.run(&["build", "--deny", "review-overdue"]).exits(2);
    let run = site.run(&["build", "--allow", "review-overdue"]).exits(0);
    assert!(run.stdout.contains("no findings"), "{}", run.stdout);
    assert!(site.run(&["build"]).exits(0).stdout.contains("review-overdue"));
}

#[test]
fn a_flag_with_a_slip_or_a_finding_that_must_stay_ends_with_one() {
    let site = overdue();
    let slip = site.run(&["check", "--deny", "reviw-overdue"]).exits(1);
    assert_eq!(slip.stderr, "error: no finding has the code `reviw-overdue`\n  help: write `review-overdue`\n");
    let binding = site.run(&["build", "--allow", "link-broken"]).exits(1);
    assert!(
        binding.stderr.starts_with("error: `link-broken` cannot be lowered with `--allow`\n"),
        "{}",
        binding.stderr
    );
    site.run(&["check", "--deny", "link-broken"]).exits(0);
    let both = site.run(&["check", "--deny", "review-overdue", "--allow", "review-overdue"]).exits(1);
    assert!(both.stderr.contains("at once"), "{}", both.stderr);
}

#[test]
fn an_allowance_that_silences_nothing_is_told_at_its_line() {
    let site = Site::small().file("content/carers.md", &with_fields("Carers", &allowing("review-overdue")));
    let run = site.run(&["check", "--format", "json"]).exits(0);
    assert_eq!(run.codes(), ["allow-unused"]);
    let finding = &run.json()["findings"][0];
    assert_eq!(
        (&finding["severity"], &finding["file"], &finding["line"], &finding["column"]),
        (&"warning".into(), &"content/carers.md".into(), &4.into(), &11.into())
    );
    let needed = with_fields("Carers", &format!("review_by: 2026-01-31\n{}", allowing("review-overdue")));
    let site = Site::small().file("content/carers.md", &needed);
    assert!(site.run(&["check", "--format", "json"]).exits(0).codes().is_empty());
}

#[test]
fn an_allowance_with_a_slip_or_of_what_cannot_be_allowed_is_told() {
    for (code, said) in
        [("reviw-overdue", "write `review-overdue`"), ("link-broken", "`link-broken` cannot be allowed")]
    {
        let site = Site::small().file("content/carers.md", &with_fields("Carers", &allowing(code)));
        let run = site.run(&["check"]).exits(0);
        assert!(run.stdout.contains("allow-unused") && run.stdout.contains(said), "{}", run.stdout);
    }
}

#[test]
fn an_allowance_is_left_in_peace_where_its_rule_was_not_run() {
    let unused = with_fields("Carers", &allowing("review-overdue"));
    let site = Site::small().file("content/carers.md", &unused);
    site.run(&["check", "--strict", "--allow", "review-overdue"]).exits(0);
    let permission = with_fields("Carers", &allowing("html-raw"));
    Site::small().file("content/carers.md", &permission).run(&["check", "--strict"]).exits(0);
    let draft = unused.replace("type: page", "type: page\ndraft: true");
    Site::small().file("content/carers.md", &draft).run(&["check", "--strict"]).exits(0);
    let faulty = unused.replace("Help.", "It costs {{ money.total }}.");
    let run = Site::small().file("content/carers.md", &faulty).run(&["check", "--format", "json"]).exits(2);
    assert_eq!(run.codes(), ["figure-metric-unknown"], "an error may hide what the allowance is for");
}

#[test]
fn an_allowance_of_a_metric_that_silences_nothing_is_told_too() {
    let note = |allow: &str| {
        format!(
            "title: Requests\nunit: requests\nbasis: actual\nbetter: neither\ndimensions: [age]\nfile: requests.csv\n\
             source: {{ title: Report, publisher: Council }}\nallow: [{{ code: {allow}, reason: The source words it so. }}]\n"
        )
    };
    let with = |allow: &str, table: &str| {
        let site = Site::small().file("data/metrics/requests.yaml", &note(allow));
        site.file("data/metrics/requests.csv", table).run(&["check", "--format", "json"]).codes()
    };
    let gap = "age,value\n18 to 64,10\n70 and over,20\n";
    let whole = "age,value\n18 to 64,10\n65 and over,20\n";
    assert!(with("band-gap", gap).is_empty());
    assert_eq!(with("band-gap", whole), ["allow-unused"]);
    assert_eq!(with("band-gpa", whole), ["allow-unused"]);
    assert_eq!(with("number-invalid", whole), ["allow-unused"]);
}

/// A site with two overdue pages, and a baseline that holds them.
fn with_baseline() -> Site {
    let site = overdue().file("content/money.md", &with_fields("Money", "review_by: 2026-02-28"));
    let run = site.run(&["check", "--update-baseline"]).exits(0);
    assert!(run.stdout.contains("candour-baseline.json holds 2 findings"), "{}", run.stdout);
    site
}

#[test]
fn a_run_with_a_baseline_fails_on_new_findings_only() {
    let site = with_baseline();
    site.run(&["check", "--strict"]).exits(2);
    let run = site.run(&["check", "--strict", "--baseline"]).exits(0);
    assert!(run.stdout.starts_with("no findings; 2 older findings are in candour-baseline.json\n"), "{}", run.stdout);
    site.edit("content/carers.md", "title: Carers", "title: Carers\nsummary: More.\nowner: Carers team");
    site.edit("content/carers.md", "summary: What this page is for.\n", "");
    site.run(&["check", "--strict", "--baseline"]).exits(0);
    site.write("content/new.md", with_fields("New", "review_by: 2026-03-31").as_bytes());
    let run = site.run(&["check", "--strict", "--baseline", "--format", "json"]).exits(2);
    assert_eq!(run.json()["findings"][0]["file"], "content/new.md");
    assert_eq!(run.json()["baseline"], serde_json::json!({ "file": "candour-baseline.json", "old": 2, "mended": 0 }));
    assert_eq!(run.codes(), ["review-overdue"]);
}

#[test]
fn a_baseline_tells_when_it_may_shrink_and_is_the_same_bytes_again() {
    let site = with_baseline();
    let written = std::fs::read(site.path("candour-baseline.json")).unwrap();
    site.run(&["check", "--update-baseline"]).exits(0);
    assert_eq!(std::fs::read(site.path("candour-baseline.json")).unwrap(), written);
    site.edit("content/money.md", "2026-02-28", "2027-02-28");
    let run = site.run(&["check", "--baseline"]).exits(0);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(
        lines[..2],
        [
            "no findings; 1 older finding is in candour-baseline.json",
            "1 old finding is mended: run `candour check --update-baseline`"
        ]
    );
}

#[test]
fn the_settings_name_a_baseline_for_check_and_build() {
    let site = with_baseline();
    let settings = format!("{}baseline: candour-baseline.json\n", super::support::SETTINGS);
    site.write("candour.yaml", settings.as_bytes());
    site.run(&["check", "--strict"]).exits(0);
    let run = site.run(&["build", "--strict"]).exits(0);
    assert!(run.stdout.contains("no findings (2 older findings are in candour-baseline.json)"), "{}", run.stdout);
    let again = site.run(&["build", "--strict"]).exits(0);
    assert!(again.stdout.starts_with("public is up to date, no findings (2 older"), "{}", again.stdout);
    site.write("candour-baseline.json", b"{\"version\":1,\"findings\":[]}");
    site.run(&["build", "--strict"]).exits(2);
    site.write("candour-baseline.json", b"[]");
    let unread = site.run(&["build"]).exits(1);
    assert!(unread.stderr.starts_with("error: candour-baseline.json: the file is no baseline"), "{}", unread.stderr);
}

#[test]
fn a_baseline_never_holds_what_would_leave_a_hole_in_the_site() {
    let site = overdue().file("content/money.md", &page("page", "Money", "It costs {{ money.total }}."));
    let run = site.run(&["check", "--update-baseline"]).exits(2);
    assert!(run.stdout.contains("holds 1 finding;") && run.stdout.contains("figure-metric-unknown"), "{}", run.stdout);
    site.run(&["check", "--baseline"]).exits(2);
    let missing = Site::small().run(&["check", "--baseline", "old.json"]).exits(1);
    assert!(missing.stderr.starts_with("error: old.json: the baseline is not there"), "{}", missing.stderr);
}

/// A page that anything made: small print that is readable at level AA, and a link that says nothing.
const FOREIGN: &str = "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Carers</title></head><body><main><h1>Carers</h1>\
    <p style=\"color: #666; background: #fff\">Call us, or <a href=\"/a/\">click here</a>.</p></main></body></html>\n";

#[test]
fn an_audit_listens_to_the_settings_of_the_folder_and_flags_win() {
    let site = Site::empty().file("page.html", FOREIGN);
    let codes =
        |arguments: &[&str]| site.run(&[&["audit", "page.html", "--format", "json"], arguments].concat()).codes();
    assert_eq!(codes(&[]), ["link-text-vague"]);
    site.write("candour.yaml", format!("{}levels: {{ link-text-vague: off }}\n", super::support::SETTINGS).as_bytes());
    assert!(codes(&[]).is_empty());
    assert_eq!(codes(&["--deny", "link-text-vague"]), ["link-text-vague"]);
    assert_eq!(codes(&["--root", "/"]), ["link-text-vague"]);
    site.edit("candour.yaml", "off", "of");
    let run = site.run(&["audit", "page.html"]).exits(1);
    assert!(run.stderr.starts_with("error: candour.yaml:6: "), "{}", run.stderr);
}

#[test]
fn a_rule_on_request_is_run_where_it_has_a_level() {
    let site = Site::empty().file("page.html", FOREIGN);
    let run = |flag: &str| site.run(&["audit", "page.html", flag, "contrast-enhanced,link-text-vague"]).exits(0);
    let (asked, dropped) = (run("--warn"), run("--allow"));
    assert!(
        asked.stdout.contains("warning[contrast-enhanced]") && asked.stdout.contains("5.74 to 1"),
        "{}",
        asked.stdout
    );
    assert!(!dropped.stdout.contains("contrast"), "{}", dropped.stdout);
    let number = |run: &str| -> usize {
        let words = run.split_once("page for ").unwrap().1;
        words.split(' ').next().unwrap().parse().unwrap()
    };
    assert_eq!(number(&asked.stdout), number(&dropped.stdout) + 2, "what was not run is not said to be checked");
}

#[test]
fn an_allowance_of_a_rule_that_nobody_asks_for_waits_for_it() {
    let fields = allowing("contrast-enhanced");
    let site = Site::small().file("content/carers.md", &with_fields("Carers", &fields));
    let quiet = site.run(&["check", "--format", "json"]).codes();
    assert!(!quiet.contains(&"allow-unused".to_owned()), "{quiet:?}");
}

#[test]
fn an_audit_sees_a_style_sheet_that_comes_changes_or_goes() {
    let html = FOREIGN.replace("</head>", "<link rel=\"stylesheet\" href=\"looks.css\"></head>");
    let site = Site::small().file("out/page.html", &html);
    let is_faint = || {
        let codes = site.run(&["audit", "out", "--format", "json"]).codes();
        codes.contains(&"contrast-low".to_owned())
    };
    assert!(!is_faint() && !is_faint(), "of a sheet that is not there nothing is known");
    site.write("out/looks.css", b"main { color: #ccc; background: #fff }");
    assert!(is_faint() && is_faint());
    site.write("out/looks.css", b"main { color: #000; background: #fff }");
    assert!(!is_faint());
    site.write("out/looks.css", b"main { color: #ccc; background: #fff }");
    assert!(is_faint());
    site.remove("out/looks.css");
    assert!(!is_faint());
}
