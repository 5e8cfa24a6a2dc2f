//! What is inside the program: the theme `civic` and the pages of `explain`. The only file that names the crate that
//! embeds them.
//!
//! In: `themes/civic/` and `src/explain/` at compile time. Out: their files; a site's own files replace those of the theme.
//! Not here: what the files mean.

use include_dir::{Dir, include_dir};

static CIVIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/civic");
static EXPLAIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/explain");

/// Every file of the embedded theme with its path from a site's root, in order of the paths.
pub fn files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    gather(&CIVIC, &mut files);
    files.sort();
    files
}

/// The page of every code of a finding, in order of the codes.
pub fn explanations() -> Vec<(String, &'static str)> {
    let code = |name: &str| name.strip_suffix(".md").map(str::to_owned);
    let mut pages: Vec<(String, &'static str)> = EXPLAIN
        .files()
        .filter_map(|file| Some((code(&file.path().to_string_lossy())?, file.contents_utf8()?)))
        .collect();
    pages.sort();
    pages
}

/// The sentence below the heading of such a page.
pub fn first_sentence(page: &str) -> &str {
    page.lines().skip(1).find(|line| !line.trim().is_empty()).unwrap_or_default()
}

fn gather(folder: &'static Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in folder.files() {
        let parts: Vec<String> =
            file.path().components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        files.push((format!("themes/civic/{}", parts.join("/")), file.contents()));
    }
    for inner in folder.dirs() {
        gather(inner, files);
    }
}
