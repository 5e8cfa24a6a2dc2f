//! Files that are no text, too large, or empty.

use super::{findings, sound, told, told_of_page};
use crate::support::{Site, page};

#[test]
fn a_file_that_is_not_utf8_points_at_the_byte() {
    let mut bytes = page("page", "Breaks", "A caf").into_bytes();
    bytes.truncate(bytes.len() - 1);
    bytes.extend(b"\xe9 for carers.\n");
    insta::assert_snapshot!(told(&[("content/page.md", &bytes)]));
}

#[test]
fn a_picture_named_as_a_page_is_told() {
    insta::assert_snapshot!(told(&[("content/page.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")]));
}

#[test]
fn an_empty_page_is_told() {
    insta::assert_snapshot!(told_of_page(""));
}

#[test]
fn a_very_large_page_is_refused_without_being_read() {
    let (found, text) = findings(&[("content/page.md", &vec![b'a'; 9 * 1024 * 1024])]);
    assert_eq!(found[0]["file"], "content/page.md");
    assert_eq!(found[0]["line"], serde_json::Value::Null);
    insta::assert_snapshot!(text);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let text = page("page", "Breaks", "## Where\n\n| Place | Cost |\n|---|---|\n| Home | free |\n\nA line.");
    let plain = Site::small().file("content/page.md", &text).build();
    let marked = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let windows = Site::small().file("content/page.md", &marked).build();
    assert_eq!(windows.published(), plain.published());
}

#[test]
fn a_place_behind_a_byte_order_mark_and_windows_line_ends_is_counted_as_an_editor_shows_it() {
    let text = page("page", "Breaks", "See [the form](form.md).").replace('\n', "\r\n");
    let (found, _) = findings(&[("content/page.md", format!("\u{feff}{text}").as_bytes())]);
    assert_eq!((&found[0]["line"], &found[0]["column"]), (&7.into(), &5.into()));
}

#[test]
fn everything_that_is_wrong_is_told_in_one_run() {
    let one = page("page", "Breaks", "See [the form](form.md).");
    let other = page("service", "Day care", "::: chrat {}\n:::");
    let (found, _) = findings(&[
        ("content/a.md", one.as_bytes()),
        ("content/b.md", other.as_bytes()),
        ("content/c.md", b"---\ntitle: No end\n"),
        ("data/contacts.yaml", b"team:\n\tname: Team\n"),
    ]);
    let files: Vec<_> = found.as_array().unwrap().iter().map(|finding| finding["file"].as_str().unwrap()).collect();
    for file in ["content/a.md", "content/b.md", "content/c.md", "data/contacts.yaml"] {
        assert!(files.contains(&file), "{files:?}");
    }
}

#[test]
fn a_corrected_site_is_published_again() {
    let site = sound();
    site.write("content/page.md", b"---\ntitle: No end\n");
    site.run(&["build"]).exits(2);
    site.write("content/page.md", page("page", "Breaks", "Help.").as_bytes());
    site.run(&["build", "--strict"]).exits(0);
    assert!(site.text("page/index.html").contains("Help."));
}
