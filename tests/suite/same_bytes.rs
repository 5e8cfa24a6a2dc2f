//! The same inputs give the same bytes: whatever the folder, the zone, the order of files, and what was built before.

use std::collections::BTreeSet;

use super::support::{Files, Site, assert_same, differing, extension, files, repository};

/// What a cold build of a copy of the demonstration site publishes.
fn cold() -> Files {
    Site::demonstration().build().published()
}

#[test]
fn a_warm_build_and_a_build_without_a_cache_are_the_same() {
    let site = Site::demonstration().build();
    let first = site.published();
    site.run(&["build", "--strict"]).exits(0);
    assert_same(&site.published(), &first);
    std::fs::remove_dir_all(site.path(".candour")).unwrap();
    std::fs::remove_dir_all(site.path("public")).unwrap();
    site.run(&["build", "--strict"]).exits(0);
    assert_same(&site.published(), &first);
}

#[test]
fn another_folder_zone_language_or_machine_name_changes_nothing() {
    let site = Site::demonstration();
    let moved = Site::empty();
    for (path, bytes) in files(&site.path("")) {
        moved.write(&format!("a longer folder/with spaces/{path}"), &bytes);
    }
    let surroundings = [
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "cy_GB.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("HOSTNAME", "elsewhere"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("RAYON_NUM_THREADS", "1"),
    ];
    moved.run_with(&["build", "--strict", "--root", "a longer folder/with spaces"], &surroundings).exits(0);
    assert_same(&files(&moved.path("a longer folder/with spaces/public")), &cold());
}

#[test]
fn files_made_in_another_order_change_nothing() {
    let site = Site::empty();
    for (path, bytes) in files(&Site::demonstration().path("")).iter().rev() {
        site.write(path, bytes);
    }
    assert_same(&site.build().published(), &cold());
}

#[test]
fn an_edit_built_over_what_is_there_equals_a_clean_build() {
    let edits: [(&str, &str, &str); 4] = [
        ("content/carers/breaks-for-carers.md", "\ntitle: ", "\ntitle: All about "),
        ("content/_index.md", "\nsummary: ", "\nsummary: Now "),
        ("data/contacts.yaml", "01632", "01633"),
        ("candour.yaml", "name: Exampleshire", "name: New Exampleshire"),
    ];
    let warm = Site::demonstration().build();
    for (path, from, to) in edits {
        warm.edit(path, from, to);
        warm.run(&["build"]).exits(0);
        let clean = Site::copy(&warm.path(""));
        clean.run(&["build"]).exits(0);
        assert_same(&warm.published(), &clean.published());
    }
}

#[test]
fn a_page_that_goes_or_comes_leaves_the_same_as_a_clean_build() {
    let warm = Site::demonstration().build();
    let path = "content/news/carers-week-events.md";
    let text = std::fs::read(warm.path(path)).unwrap();
    let first = warm.published();
    warm.remove(path);
    warm.run(&["build"]).exits(0);
    let clean = Site::copy(&warm.path(""));
    clean.run(&["build"]).exits(0);
    assert_same(&warm.published(), &clean.published());
    assert!(!warm.published().contains_key("news/carers-week-events/index.html"));
    warm.write(path, &text);
    warm.run(&["build", "--strict"]).exits(0);
    assert_same(&warm.published(), &first);
}

/// Addresses of pages that name a metric in their text.
fn pages_that_name(metric: &str) -> BTreeSet<String> {
    let pages = files(&repository().join("content")).into_iter().filter(|(path, _)| extension(path) == "md");
    let naming = pages.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(metric));
    naming.map(|(path, _)| path.trim_end_matches("_index.md").trim_end_matches(".md").to_owned()).collect()
}

/// Whether a file is a download of the metric that is changed.
fn is_of_metric(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.split('.').next() == Some("long-term-starts")
}

#[test]
fn one_number_in_one_data_file_changes_what_uses_it_and_nothing_else() {
    let site = Site::demonstration().build();
    let before = site.published();
    site.edit("data/metrics/long-term-starts.yaml", "value: 5.5", "value: 5.4");
    site.run(&["build"]).exits(0);
    let after = site.published();
    let using = pages_that_name("long-term-starts");
    let names_it = |file: &str| {
        using.iter().any(|page| file.trim_end_matches("index.html").trim_end_matches('/') == page.trim_end_matches('/'))
    };
    let changed = differing(&before, &after);
    // They give the digest of every download, and the words of every page.
    let others = changed.iter().filter(|file| *file != "datapackage.json" && !file.starts_with("search/"));
    let stray: Vec<_> = others.filter(|file| !names_it(file) && !is_of_metric(file)).collect();
    assert!(stray.is_empty(), "changed without using the number: {stray:?}");
    assert!(changed.iter().any(|file| file == "impact/harrow/index.html"), "{changed:?}");
    let text = site.text("impact/harrow/index.html");
    assert!(!text.contains("5.5"), "the old number is still on the page");
    assert!(text.contains("5.4"));
    for (file, bytes) in &after {
        // What describes the columns of a table has none of its numbers.
        let is_download = is_of_metric(file) && !file.ends_with("-metadata.json");
        assert!(!is_download || String::from_utf8_lossy(bytes).contains("5.4"), "{file} has the old number");
    }
}
