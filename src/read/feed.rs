//! The JSON files of a saved feed, which is no part of a site.
//!
//! In: a file, or a folder with files below it. Out: paths and texts in order of the paths. Not here: what they hold.

use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

/// Reads a feed.
pub fn feed(path: &Path) -> io::Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry?;
        let is_json = entry.path().extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
        if entry.file_type().is_file() && (is_json || entry.depth() == 0) {
            let bytes = fs::read(entry.path())?;
            files.push((entry.path().display().to_string(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok(files)
}
