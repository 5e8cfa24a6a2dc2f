//! `candour check --fix` and `--diff`: corrections written into the author's files, or shown.
//!
//! In: a site as it was read. Out: changed files, each at one stroke, or a diff on stdout. A file that somebody has
//! changed in the meantime is left alone. Not here: which corrections are made; that is `mend/`.

use std::fs;
use std::path::Path;

use super::arguments::{Common, Format};
use super::report;
use crate::diag::failure::Failure;
use crate::mend::{Mended, diff, disk};
use crate::model::source::{FileId, SourceTree};

/// Bytes that some editors put before a text.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Shows what would change.
pub(super) fn show(before: &SourceTree, mended: &Mended, common: &Common) -> Result<(), Failure> {
    if common.format != Format::Text {
        return Err(
            Failure::new("`--diff` shows text").help("leave `--format` out, or use `--fix` in place of `--diff`")
        );
    }
    for id in mended.files.keys() {
        if let (Some(old), Some(new)) = (before.file(*id), mended.tree.file(*id)) {
            report::out(&diff::unified(&old.path, &old.text, &new.text));
        }
    }
    let hint = if mended.files.is_empty() { "" } else { ": `candour check --fix` makes them" };
    report::closing(&format!("{}{hint}", in_all(mended)), common);
    Ok(())
}

/// Writes what has changed, and tells it file by file.
pub(super) fn write(before: &SourceTree, mended: &Mended, common: &Common) -> Result<(), Failure> {
    for (id, codes) in &mended.files {
        let (Some(old), Some(new)) = (before.file(*id), mended.tree.file(*id)) else { continue };
        put(&common.root.join(&*old.path), &old.text, &new.text).map_err(|failure| failure.at(&*old.path))?;
        let codes: Vec<String> = codes.iter().map(|(code, number)| format!("{number} {code}")).collect();
        report::closing(&format!("mended {}: {}", old.path, codes.join(", ")), common);
    }
    report::closing(&in_all(mended), common);
    Ok(())
}

/// Replaces a file that still has the text it was read with.
fn put(path: &Path, old: &str, new: &str) -> Result<(), Failure> {
    let fault = |error| Failure::of_disk("the file cannot be mended", String::new(), &error);
    let bytes = fs::read(path).map_err(fault)?;
    let (mark, text) = match bytes.strip_prefix(MARK) {
        Some(text) => (MARK, text),
        None => (&[][..], bytes.as_slice()),
    };
    if text != old.as_bytes() {
        return Err(Failure::new("the file has changed since it was read, and stays as it is")
            .help("run `candour check --fix` again"));
    }
    disk::put(path, &[mark, new.as_bytes()].concat()).map_err(fault)
}

fn in_all(mended: &Mended) -> String {
    let number = |files: &std::collections::BTreeMap<FileId, std::collections::BTreeMap<String, usize>>| -> usize {
        files.values().flat_map(|codes| codes.values()).sum()
    };
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    match number(&mended.files) {
        0 => "nothing can be corrected without a person".to_owned(),
        made => format!("{} in {}", count(made, "correction"), count(mended.files.len(), "file")),
    }
}
