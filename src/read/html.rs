//! Reads HTML pages that anything may have made, and the style sheets they name.
//!
//! In: files and folders. Out: [`SourceTree`] with the pages in order of their paths, and findings for what could not be
//! read. Nothing is fetched. Not here: what the pages mean.

mod stamp;

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diag::failure::Failure;
use crate::diag::{Checked, Diagnostic, Place};
use crate::model::source::{FileId, SourceFile, SourceTree};
use stamp::Stamp;

/// A page larger than this is not read: nobody could.
const PAGE_LIMIT: u64 = 64 * 1024 * 1024;

/// Pages that were found and not read.
pub struct Found {
    /// Each as it is shown and as it is opened, in order.
    pages: Vec<(String, PathBuf)>,
    findings: Vec<Diagnostic>,
}

/// Finds all pages that paths name. A path that does not exist ends the run.
pub fn found(paths: &[PathBuf]) -> Result<Found, Failure> {
    let mut found = Vec::new();
    let mut findings = Vec::new();
    for path in paths {
        let metadata = fs::metadata(path)
            .map_err(|error| Failure::of_disk("the path cannot be read", path.display().to_string(), &error))?;
        if metadata.is_file() {
            found.push((shown(path), path.clone()));
        } else {
            below(path, &mut found, &mut findings);
        }
    }
    found.sort();
    found.dedup();
    Ok(Found { pages: found, findings })
}

impl Found {
    /// Whether there is nothing to read, and nothing to say about it.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.findings.is_empty()
    }

    /// What the disk says of all pages without their being read.
    pub fn stamp(&self) -> Option<Stamp> {
        if self.findings.is_empty() { stamp::of(&self.pages) } else { None }
    }

    /// Reads all pages.
    pub fn read(self) -> Checked<SourceTree> {
        let read: Vec<Result<SourceFile, Box<Diagnostic>>> =
            self.pages.par_iter().map(|(shown, disk)| page(shown, disk)).collect();
        let mut tree = SourceTree::default();
        let mut findings = self.findings;
        for page in read {
            match page {
                Ok(file) => tree.files.push(file),
                Err(fault) => findings.push(*fault),
            }
        }
        Checked::new(tree, findings)
    }

    /// All pages by their paths, with the text of those that are `wanted`; nothing when one of these cannot be read.
    pub fn listed(&self, wanted: &[FileId]) -> Option<SourceTree> {
        let unread = |(shown, _): &(String, PathBuf)| SourceFile { path: shown.as_str().into(), text: String::new() };
        let mut tree = SourceTree { files: self.pages.iter().map(unread).collect(), ..SourceTree::default() };
        for at in wanted {
            let (shown, disk) = self.pages.get(at.index())?;
            *tree.files.get_mut(at.index())? = page(shown, disk).ok()?;
        }
        Some(tree)
    }
}

/// The path as people write it, with `/`.
pub fn shown(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let joined = parts.join("/");
    joined.strip_prefix("./").map_or_else(|| joined.replacen("//", "/", 1), str::to_owned)
}

fn below(folder: &Path, found: &mut Vec<(String, PathBuf)>, findings: &mut Vec<Diagnostic>) {
    let visible =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in WalkDir::new(folder).into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_page(entry.path()) => {
                found.push((shown(entry.path()), entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let path = error.path().map(shown).unwrap_or_default();
                findings.push(unreadable(path));
            }
        }
    }
}

fn is_page(path: &Path) -> bool {
    let end = path.extension().map(|end| end.to_string_lossy().to_ascii_lowercase());
    matches!(end.as_deref(), Some("html" | "htm" | "xhtml"))
}

fn page(shown: &str, disk: &Path) -> Result<SourceFile, Box<Diagnostic>> {
    let size = fs::metadata(disk).map_or(0, |metadata| metadata.len());
    if size > PAGE_LIMIT {
        let most = PAGE_LIMIT / (1024 * 1024);
        let message = format!("the file is larger than {most} MB");
        let fault = Diagnostic::error("file-too-large", message, Place::Path(shown.to_owned()));
        return Err(Box::new(fault.help("split it into several pages or files")));
    }
    let bytes = fs::read(disk).map_err(|_| Box::new(unreadable(shown.to_owned())))?;
    if bytes.is_empty() || bytes.contains(&0) {
        let message = if bytes.is_empty() { "the file is empty" } else { "the file is no text" };
        let fault = Diagnostic::error("file-not-text", message, Place::Path(shown.to_owned()));
        return Err(Box::new(fault.help("name a file that holds a page as HTML, for example `public/index.html`")));
    }
    // Browsers show what they can read of a page in another encoding; so do we.
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    };
    Ok(SourceFile { path: shown.into(), text })
}

fn unreadable(path: String) -> Diagnostic {
    Diagnostic::error("file-unreadable", "a file or folder cannot be read", Place::Path(path))
        .help("check that it exists and that you may read it")
}

/// Where a style sheet that a page names lies, be it there or not; nothing for one that lies elsewhere.
///
/// `folders` are the folders that were asked for: an address that begins with `/` is looked for in the one that holds
/// the page.
pub fn style_sheet(page: &str, address: &str, folders: &[PathBuf]) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or(address);
    if address.is_empty() || address.contains("://") || address.starts_with("//") || address.starts_with("data:") {
        return None;
    }
    let page = Path::new(page);
    let path = match address.strip_prefix('/') {
        Some(rest) => folders.iter().find(|folder| page.starts_with(shown(folder)))?.join(rest),
        None => page.parent()?.join(address),
    };
    Some(shown(&path))
}

/// The text of a file, if there is one.
pub fn text(path: &str) -> Option<String> {
    fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}
