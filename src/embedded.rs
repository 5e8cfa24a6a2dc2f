//! The theme `civic`, inside the program. The only file that names the crate that embeds it.
//!
//! In: `themes/civic/` at compile time. Out: its files, for a site's own files to replace.
//! Not here: what the files mean.

use include_dir::{Dir, include_dir};

static CIVIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/civic");

/// Every file of the embedded theme with its path from a site's root, in order of the paths.
pub fn files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    gather(&CIVIC, &mut files);
    files.sort();
    files
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
