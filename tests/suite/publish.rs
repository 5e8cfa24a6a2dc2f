//! The last stage: what happens to `public/`, whatever happens to the build.

#[cfg(unix)]
mod unix;

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use candour::diag::failure::Failure;
use candour::publish::{Publisher, Summary};
use tempfile::TempDir;

type Files<'a> = &'a [(&'a str, &'a str)];

/// An empty site.
fn site() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Builds a site of the given files with given inputs.
fn build_from(root: &Path, inputs: &str, files: Files<'_>) -> Result<Summary, Failure> {
    let publisher = Publisher::begin(root, Path::new("public"))?;
    for (path, text) in files {
        publisher.put(path, text.as_bytes())?;
    }
    publisher.commit(inputs, "no findings")
}

fn build(root: &Path, files: Files<'_>) -> Result<Summary, Failure> {
    build_from(root, "", files)
}

fn summary(written: usize, kept: usize, removed: usize) -> Summary {
    Summary { written, kept, removed }
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test lays out its site")]
    fs::write(path, text).unwrap();
}

fn remove(root: &Path, path: &str) {
    #[expect(clippy::disallowed_methods, reason = "a test changes its site")]
    fs::remove_file(root.join(path)).unwrap();
}

/// Every path below a folder with its content, folders with a slash at their end.
fn listing(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().skip(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if entry.file_type().is_dir() {
            found.push((format!("{path}/"), String::new()));
        } else {
            found.push((path, fs::read_to_string(entry.path()).unwrap_or_default()));
        }
    }
    found
}

fn text(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

/// Names beside `public/` that a build may leave: only the state folder.
fn assert_nothing_is_left_beside(root: &Path) {
    for entry in fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name == ".candour" || !name.contains("candour"), "{name} is left beside the output folder");
    }
}

#[test]
fn the_first_build_makes_the_folder_and_the_next_one_leaves_it_alone() {
    let site = site();
    let files: Files<'_> = &[("index.html", "home"), ("care/index.html", "care")];
    assert_eq!(build(site.path(), files).unwrap(), summary(2, 0, 0));
    assert_eq!(build(site.path(), files).unwrap(), summary(0, 2, 0));
    assert_eq!(text(site.path(), "public/care/index.html"), "care");
    assert_nothing_is_left_beside(site.path());
}

#[test]
fn files_of_the_last_build_go_and_so_do_folders_that_become_empty() {
    let site = site();
    build(site.path(), &[("index.html", "home"), ("old/deep/index.html", "old")]).unwrap();
    assert_eq!(build(site.path(), &[("index.html", "home")]).unwrap(), summary(0, 1, 1));
    assert_eq!(listing(&site.path().join("public")), [("index.html".to_owned(), "home".to_owned())]);
}

#[test]
fn files_and_folders_of_others_stay() {
    let site = site();
    build(site.path(), &[("index.html", "1"), ("care/index.html", "care")]).unwrap();
    write(site.path(), "public/.well-known/token", "theirs");
    write(site.path(), "public/care/theirs.txt", "theirs");
    fs::create_dir_all(site.path().join("public/empty/one")).unwrap();
    assert_eq!(build(site.path(), &[("index.html", "2")]).unwrap(), summary(1, 0, 1));
    let paths: Vec<String> = listing(&site.path().join("public")).into_iter().map(|(path, _)| path).collect();
    let expected =
        [".well-known/", ".well-known/token", "care/", "care/theirs.txt", "empty/", "empty/one/", "index.html"];
    assert_eq!(paths, expected);
}

#[test]
fn a_build_that_is_given_up_changes_nothing() {
    let site = site();
    build(site.path(), &[("index.html", "old")]).unwrap();
    let before = listing(&site.path().join("public"));
    let publisher = Publisher::begin(site.path(), Path::new("public")).unwrap();
    publisher.put("index.html", b"new").unwrap();
    publisher.put("more/index.html", b"more").unwrap();
    drop(publisher);
    assert_eq!(listing(&site.path().join("public")), before);
    assert_nothing_is_left_beside(site.path());
}

#[test]
fn a_first_build_that_is_given_up_leaves_no_folders() {
    let site = site();
    let publisher = Publisher::begin(site.path(), Path::new("out/deep/www")).unwrap();
    publisher.put("index.html", b"new").unwrap();
    drop(publisher);
    assert!(!site.path().join("out").exists());
}

#[test]
fn what_a_killed_build_left_is_cleared_away() {
    let site = site();
    build(site.path(), &[("index.html", "old")]).unwrap();
    write(site.path(), ".public.candour-new/half/index.html", "half a pag");
    assert_eq!(build(site.path(), &[("index.html", "old")]).unwrap(), summary(0, 1, 0));
    assert_nothing_is_left_beside(site.path());
}

#[test]
fn a_build_killed_between_the_switch_and_the_manifest_is_taken_up() {
    let site = site();
    build(site.path(), &[("index.html", "1"), ("gone.html", "gone")]).unwrap();
    let before = fs::read_to_string(site.path().join(".candour/manifest.json")).unwrap();
    build(site.path(), &[("index.html", "2"), ("new.html", "new")]).unwrap();
    let after = fs::read_to_string(site.path().join(".candour/manifest.json")).unwrap();
    write(site.path(), ".candour/manifest.json", &before);
    write(site.path(), ".candour/manifest.next", &after);
    assert_eq!(build(site.path(), &[("index.html", "3")]).unwrap(), summary(1, 0, 1));
    assert_eq!(listing(&site.path().join("public")), [("index.html".to_owned(), "3".to_owned())]);
    assert!(!site.path().join(".candour/manifest.next").exists());
}

#[test]
fn a_second_build_at_the_same_time_is_told_so() {
    let site = site();
    let _first = Publisher::begin(site.path(), Path::new("public")).unwrap();
    let failure = Publisher::begin(site.path(), Path::new("public")).unwrap_err();
    assert_eq!(failure.message, "another build of this site is running");
}

#[test]
fn a_published_file_that_was_edited_by_hand_is_restored() {
    let site = site();
    build(site.path(), &[("index.html", "good"), ("a.html", "a")]).unwrap();
    write(site.path(), "public/index.html", "evil");
    assert_eq!(build(site.path(), &[("index.html", "good"), ("a.html", "a")]).unwrap(), summary(1, 1, 0));
    assert_eq!(text(site.path(), "public/index.html"), "good");
}

#[test]
fn a_published_file_that_was_deleted_comes_back() {
    let site = site();
    build(site.path(), &[("index.html", "home"), ("a.html", "a")]).unwrap();
    remove(site.path(), "public/a.html");
    assert_eq!(build(site.path(), &[("index.html", "home"), ("a.html", "a")]).unwrap(), summary(1, 1, 0));
}

#[test]
fn without_a_manifest_the_files_that_a_build_writes_are_ours() {
    let site = site();
    build(site.path(), &[("index.html", "old"), ("same.html", "same"), ("gone.html", "gone")]).unwrap();
    fs::remove_dir_all(site.path().join(".candour")).unwrap();
    assert_eq!(build(site.path(), &[("index.html", "new"), ("same.html", "same")]).unwrap(), summary(1, 1, 0));
    assert_eq!(text(site.path(), "public/gone.html"), "gone", "nobody knows that it was ours");
}

#[test]
fn a_broken_manifest_is_as_good_as_none() {
    let site = site();
    build(site.path(), &[("index.html", "home")]).unwrap();
    write(site.path(), ".candour/manifest.json", "{\"version\":1,\"inputs\":");
    assert_eq!(build(site.path(), &[("index.html", "home")]).unwrap(), summary(0, 1, 0));
}

#[test]
fn a_file_of_somebody_else_is_not_overwritten() {
    let site = site();
    build(site.path(), &[("index.html", "1")]).unwrap();
    write(site.path(), "public/care.html", "theirs");
    let failure = build(site.path(), &[("index.html", "2"), ("care.html", "ours")]).unwrap_err();
    assert_eq!(failure.path.as_deref(), Some("public/care.html"));
    assert_eq!(text(site.path(), "public/index.html"), "1");
    assert_eq!(text(site.path(), "public/care.html"), "theirs");
    assert_nothing_is_left_beside(site.path());
}

#[test]
fn a_file_of_somebody_else_with_the_same_content_is_adopted() {
    let site = site();
    build(site.path(), &[("index.html", "1")]).unwrap();
    write(site.path(), "public/care.html", "care");
    assert_eq!(build(site.path(), &[("index.html", "1"), ("care.html", "care")]).unwrap(), summary(0, 2, 0));
    assert_eq!(build(site.path(), &[("index.html", "1")]).unwrap(), summary(0, 1, 1));
}

#[test]
fn a_page_can_become_a_folder_and_a_folder_a_page() {
    let site = site();
    build(site.path(), &[("a", "file"), ("b/index.html", "folder")]).unwrap();
    assert_eq!(build(site.path(), &[("a/index.html", "folder"), ("b", "file")]).unwrap(), summary(2, 0, 2));
    assert_eq!(text(site.path(), "public/a/index.html"), "folder");
    assert_eq!(text(site.path(), "public/b"), "file");
}

#[test]
fn somebody_elses_file_where_a_folder_is_needed_is_named() {
    let site = site();
    build(site.path(), &[("index.html", "1")]).unwrap();
    write(site.path(), "public/care", "theirs");
    let failure = build(site.path(), &[("care/index.html", "ours")]).unwrap_err();
    assert_eq!(failure.path.as_deref(), Some("public/care"));
    assert_eq!(text(site.path(), "public/index.html"), "1");
}

#[test]
fn somebody_elses_folder_where_a_file_is_needed_is_named() {
    let site = site();
    build(site.path(), &[("index.html", "1")]).unwrap();
    write(site.path(), "public/care/deep/theirs.txt", "");
    fs::create_dir(site.path().join("public/none")).unwrap();
    let failure = build(site.path(), &[("care", "ours")]).unwrap_err();
    assert_eq!(failure.path.as_deref(), Some("public/care/deep/theirs.txt"));
    let failure = build(site.path(), &[("none", "ours")]).unwrap_err();
    assert_eq!(failure.path.as_deref(), Some("public/none"));
    assert_eq!(text(site.path(), "public/index.html"), "1");
}

#[test]
fn the_same_inputs_need_no_build_until_a_published_file_is_touched() {
    let site = site();
    let files: Files<'_> = &[("index.html", "home"), ("care/index.html", "care")];
    build_from(site.path(), "digest", files).unwrap();
    let unchanged =
        |inputs: &str| Publisher::begin(site.path(), Path::new("public")).unwrap().unchanged(inputs).map(str::to_owned);
    assert_eq!(unchanged("digest").as_deref(), Some("no findings"));
    assert_eq!(unchanged("other"), None);
    write(site.path(), "public/index.html", "evil");
    assert_eq!(unchanged("digest"), None);
    build_from(site.path(), "digest", files).unwrap();
    assert!(unchanged("digest").is_some());
    remove(site.path(), "public/care/index.html");
    assert_eq!(unchanged("digest"), None);
}

#[test]
fn new_inputs_are_recorded_even_when_no_file_changes() {
    let site = site();
    build_from(site.path(), "one", &[("index.html", "home")]).unwrap();
    build_from(site.path(), "two", &[("index.html", "home")]).unwrap();
    let publisher = Publisher::begin(site.path(), Path::new("public")).unwrap();
    assert!(publisher.unchanged("two").is_some());
}

#[test]
fn another_output_folder_has_a_manifest_of_its_own() {
    let site = site();
    build(site.path(), &[("index.html", "home")]).unwrap();
    for _ in 0..2 {
        let publisher = Publisher::begin(site.path(), Path::new("build/www")).unwrap();
        publisher.put("other.html", b"other").unwrap();
        publisher.commit("", "").unwrap();
    }
    assert_eq!(build(site.path(), &[("index.html", "home")]).unwrap(), summary(0, 1, 0));
    assert_eq!(text(site.path(), "build/www/other.html"), "other");
}

#[test]
fn manifests_tell_no_path_of_the_computer_and_no_time() {
    let (one, other) = (site(), site());
    build_from(one.path(), "digest", &[("index.html", "home")]).unwrap();
    sleep(Duration::from_millis(20));
    build_from(other.path(), "digest", &[("index.html", "home")]).unwrap();
    assert_eq!(text(one.path(), ".candour/manifest.json"), text(other.path(), ".candour/manifest.json"));
}

#[test]
fn a_build_cannot_replace_the_site_itself() {
    let site = site();
    for folder in [".", "..", "content", "content/www", "data", ".git"] {
        fs::create_dir_all(site.path().join(folder)).unwrap();
        let failure = Publisher::begin(site.path(), Path::new(folder)).unwrap_err();
        assert!(failure.message.contains("files of the site itself"), "{folder}: {failure}");
    }
}

#[test]
fn an_output_folder_that_is_a_file_is_named() {
    let site = site();
    write(site.path(), "public", "");
    let failure = Publisher::begin(site.path(), Path::new("public")).unwrap_err();
    assert_eq!(failure.to_string(), "public: the output folder is a file");
    assert_eq!(text(site.path(), "public"), "");
}

#[test]
fn paths_that_differ_in_letter_case_are_refused_before_anything_changes() {
    let site = site();
    build(site.path(), &[("index.html", "1")]).unwrap();
    let failure = build(site.path(), &[("Care.html", "a"), ("care.html", "b")]).unwrap_err();
    assert!(failure.message.contains("`Care.html`") && failure.message.contains("`care.html`"));
    assert_eq!(listing(&site.path().join("public")).len(), 1);
}

/// Names of so many files that a few changes are made one by one.
fn many() -> Vec<String> {
    (0..2_100).map(|number| format!("page-{number}/index.html")).collect()
}

#[test]
fn a_few_changes_among_many_files_touch_nothing_else() {
    let site = site();
    let names = many();
    let all: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "1")).collect();
    build(site.path(), &all).unwrap();
    write(site.path(), "public/page-1/theirs.txt", "theirs");
    let mut edited: Vec<(&str, &str)> = all[2..].to_vec();
    edited.extend([("page-1/index.html", "2"), ("new/index.html", "new")]);
    assert_eq!(build(site.path(), &edited).unwrap(), summary(2, 2_098, 1));
    assert!(!site.path().join("public/page-0").exists());
    assert_eq!(text(site.path(), "public/page-1/index.html"), "2");
    assert_eq!(text(site.path(), "public/page-1/theirs.txt"), "theirs");
    assert_eq!(text(site.path(), "public/new/index.html"), "new");
    assert_eq!(build(site.path(), &edited).unwrap(), summary(0, 2_100, 0));
    assert_nothing_is_left_beside(site.path());
}

#[test]
fn a_page_can_become_a_folder_among_many_files() {
    let site = site();
    let names = many();
    let mut all: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "1")).collect();
    all.push(("care", "file"));
    build(site.path(), &all).unwrap();
    all.pop();
    all.push(("care/index.html", "folder"));
    assert_eq!(build(site.path(), &all).unwrap(), summary(1, 2_100, 1));
    assert_eq!(text(site.path(), "public/care/index.html"), "folder");
}
