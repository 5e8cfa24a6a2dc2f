//! The only reader of a site's files.
//!
//! In: the root folder. Out: [`SourceTree`], sorted by path, and findings for what could not be read.
//! Not here: any opinion on what a file means; writing.

pub mod feed;
pub mod html;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::diag::{Checked, Diagnostic, Place};
use crate::model::source::{AssetFile, FileId, SourceFile, SourceTree, Span, offset};

/// A Markdown or YAML file larger than this is refused: nobody can read such a page.
const TEXT_LIMIT: u64 = 8 * 1024 * 1024;
/// A table larger than this is refused.
const TABLE_LIMIT: u64 = 512 * 1024 * 1024;
/// A spreadsheet larger than this is refused: it is a packed file, and much larger when it is opened.
const WORKBOOK_LIMIT: u64 = 64 * 1024 * 1024;
/// Folders that are part of a site.
const FOLDERS: [&str; 3] = ["content", "data", "themes"];

enum Read {
    Text(SourceFile, Vec<Diagnostic>),
    /// Read as text and kept as it is, for its digest.
    Both(SourceFile, Vec<Diagnostic>, AssetFile),
    Asset(AssetFile),
    Fault(Diagnostic),
}

impl Read {
    fn path(&self) -> &str {
        match self {
            Self::Text(file, _) | Self::Both(file, ..) => &file.path,
            Self::Asset(asset) => &asset.path,
            Self::Fault(fault) => match &fault.place {
                Place::Path(path) => path,
                _ => "",
            },
        }
    }
}

/// A file that is inside the program.
fn held(path: &str, bytes: &'static [u8]) -> Read {
    match std::str::from_utf8(bytes) {
        Ok(text) if is_theme_text(path) => {
            Read::Text(SourceFile { path: path.into(), text: text.to_owned() }, Vec::new())
        }
        _ => {
            let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            Read::Asset(AssetFile { path: path.into(), disk: std::path::PathBuf::new(), held: Some(bytes), size })
        }
    }
}

fn is_theme_text(path: &str) -> bool {
    [".html", ".css", ".yaml", ".md"].iter().any(|end| path.ends_with(end))
}

/// The bytes of a file that is copied.
pub fn bytes(asset: &AssetFile) -> std::io::Result<Vec<u8>> {
    match asset.held {
        Some(held) => Ok(held.to_vec()),
        None => fs::read(&asset.disk),
    }
}

/// Makes text of the bytes of a spreadsheet.
pub type Workbook = fn(&[u8]) -> Checked<String>;

/// Reads a site: `candour.yaml`, `content/`, `data/` and `themes/`. Files of the embedded theme that the site does not
/// replace are part of the tree.
pub fn read(root: &Path, embedded: &[(String, &'static [u8])], workbook: Workbook) -> Checked<SourceTree> {
    let mut findings = Vec::new();
    let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_path_buf());
    let mut entries = Vec::new();
    for folder in FOLDERS {
        walk(root, &real_root, folder, &mut entries, &mut findings);
    }
    let settings = root.join("candour.yaml");
    if settings.is_file() {
        entries.push(("candour.yaml".to_owned(), settings));
    }
    entries.sort();
    let own = |path: &String| entries.binary_search_by(|(known, _)| known.cmp(path)).is_ok();
    let held: Vec<Read> =
        embedded.iter().filter(|(path, _)| !own(path)).map(|(path, bytes)| held(path, bytes)).collect();
    let mut read: Vec<Read> = entries.into_par_iter().map(|(path, disk)| one(path, &disk, workbook)).collect();
    read.extend(held);
    read.sort_by(|a, b| a.path().cmp(b.path()));
    let mut tree = SourceTree::default();
    for item in read {
        match item {
            Read::Both(file, faults, asset) => {
                let id = FileId(offset(tree.files.len()));
                tree.files.push(file);
                tree.assets.push(asset);
                findings.extend(faults.into_iter().map(|fault| placed(fault, id)));
            }
            Read::Text(file, faults) => {
                let id = FileId(offset(tree.files.len()));
                tree.files.push(file);
                findings.extend(faults.into_iter().map(|fault| placed(fault, id)));
            }
            Read::Asset(asset) => tree.assets.push(asset),
            Read::Fault(fault) => findings.push(fault),
        }
    }
    Checked::new(tree, findings)
}

/// A fault found before the file had its number gets it now.
fn placed(mut fault: Diagnostic, file: FileId) -> Diagnostic {
    if let Place::Span(span) = &mut fault.place {
        span.file = file;
    }
    fault
}

fn walk(
    root: &Path,
    real_root: &Path,
    folder: &str,
    entries: &mut Vec<(String, std::path::PathBuf)>,
    findings: &mut Vec<Diagnostic>,
) {
    let start = root.join(folder);
    if !start.is_dir() {
        return;
    }
    let visible = |entry: &DirEntry| !entry.file_name().to_string_lossy().starts_with('.');
    let mut below = WalkDir::new(&start).follow_links(true).into_iter().filter_entry(visible);
    while let Some(entry) = below.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                findings.push(unreadable(root, &error));
                continue;
            }
        };
        let Some(path) = site_path(root, entry.path()) else { continue };
        if entry.path_is_symlink() && leaves(entry.path(), real_root) {
            findings.push(outside(path));
            // Nothing of what lies there is looked at.
            if entry.file_type().is_dir() {
                below.skip_current_dir();
            }
        } else if entry.file_type().is_file() {
            entries.push((path, entry.into_path()));
        }
    }
}

fn leaves(path: &Path, real_root: &Path) -> bool {
    fs::canonicalize(path).is_ok_and(|real| !real.starts_with(real_root))
}

fn site_path(root: &Path, path: &Path) -> Option<String> {
    let relative = path.strip_prefix(root).ok()?;
    let parts: Vec<String> =
        relative.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    Some(parts.join("/"))
}

fn outside(path: String) -> Diagnostic {
    Diagnostic::error("file-outside", "a link leads out of the site's folder", Place::Path(path))
        .help("copy what it leads to into the site, in place of the link")
}

fn unreadable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().and_then(|path| site_path(root, path)).unwrap_or_default();
    if error.loop_ancestor().is_some() {
        return Diagnostic::error("file-loop", "a link leads back to a folder above it", Place::Path(path))
            .help("remove the link");
    }
    if error.path().is_some_and(Path::is_symlink) {
        return Diagnostic::error("file-unreadable", "a link leads to nothing that can be read", Place::Path(path))
            .help("remove the link, or correct where it leads");
    }
    Diagnostic::error("file-unreadable", "a file or folder cannot be read", Place::Path(path))
        .help("check that it exists and that you may read it")
}

fn one(path: String, disk: &Path, workbook: Workbook) -> Read {
    let extension = disk.extension().map(|end| end.to_string_lossy().to_lowercase()).unwrap_or_default();
    let size = fs::metadata(disk).map_or(0, |metadata| metadata.len());
    let limit = match extension.as_str() {
        "md" | "yaml" | "yml" => TEXT_LIMIT,
        "csv" if !path.starts_with("content/") => TABLE_LIMIT,
        "txt" if path == "data/words.txt" => TEXT_LIMIT,
        "html" | "css" if path.starts_with("themes/") => TEXT_LIMIT,
        "xlsx" | "ods" if path.starts_with("data/metrics/") => WORKBOOK_LIMIT,
        _ => return Read::Asset(AssetFile { path: path.into(), disk: disk.to_path_buf(), held: None, size }),
    };
    if size > limit {
        let most = limit / (1024 * 1024);
        return Read::Fault(
            Diagnostic::error("file-too-large", format!("the file is larger than {most} MB"), Place::Path(path))
                .help("split it into several pages or files"),
        );
    }
    match fs::read(disk) {
        Ok(bytes) if limit == WORKBOOK_LIMIT => {
            let Checked { value: text, findings } = workbook(&bytes);
            let path: Arc<str> = path.into();
            let asset = AssetFile { path: path.clone(), disk: disk.to_path_buf(), held: None, size };
            Read::Both(SourceFile { path, text }, findings, asset)
        }
        Ok(bytes) => text(path.into(), bytes),
        Err(_) => Read::Fault(
            Diagnostic::error("file-unreadable", "a file cannot be read", Place::Path(path))
                .help("check that you may read it"),
        ),
    }
}

fn text(path: Arc<str>, bytes: Vec<u8>) -> Read {
    if bytes.contains(&0) {
        return Read::Fault(
            Diagnostic::error("file-not-text", "the file is no text", Place::Path(path.to_string()))
                .help("save it again as plain text with the encoding UTF-8; a picture keeps the end of its own name"),
        );
    }
    let (text, findings) = match String::from_utf8(bytes) {
        Ok(text) => (text, Vec::new()),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let finding = Diagnostic::error(
                "file-not-utf8",
                "the file is not saved as UTF-8",
                Place::Span(Span::new(FileId(0), at, at + 1)),
            )
            .label("the first letter that cannot be read")
            .help("save the file again with the encoding UTF-8");
            (String::from_utf8_lossy(&bytes).into_owned(), vec![finding])
        }
    };
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    Read::Text(SourceFile { path, text }, findings)
}
