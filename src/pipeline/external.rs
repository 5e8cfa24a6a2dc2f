//! Pages that anything made, held against the rules of `audit/`.
//!
//! In: HTML files. Out: findings that point into them. Style sheets are read from the disk beside the pages; of a page
//! whose sheets are not all there, nothing is said that only they decide. Not here: any rule.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::{Options, codes, judged, settings};
use crate::audit::{self, Against, Asked, Sheet, Sheets};
use crate::diag::failure::Failure;
use crate::diag::report::Scope;
use crate::diag::{Diagnostic, Place, order};
use crate::model::digest::Digest;
use crate::model::source::{FileId, SourceFile, SourceTree, offset};
use crate::read;

/// What was found in pages.
pub struct External {
    /// Findings in order.
    pub findings: Vec<Diagnostic>,
    /// What was looked at.
    pub scope: Scope,
    /// Style sheets that were looked for.
    pub sheets: Vec<Looked>,
}

/// A style sheet that was looked for: its path, and the digest of its text where it is there.
pub type Looked = (String, Option<String>);

/// The levels that count: those of the `candour.yaml` in a folder, where there is one, and over these those of the flags.
pub fn levels(root: &Path, options: &Options) -> Result<Vec<(String, String)>, Failure> {
    let Some(text) = read::html::text(&root.join("candour.yaml").display().to_string()) else {
        judged::asked(&options.levels, &codes())?;
        return Ok(options.levels.clone());
    };
    let file = SourceFile { path: "candour.yaml".into(), text };
    let alone = SourceTree { files: vec![file], ..SourceTree::default() };
    Ok(settings(&alone, options)?.levels)
}

/// Checks pages. `folders` are the folders that were asked for.
pub fn external(
    tree: &SourceTree,
    mut findings: Vec<Diagnostic>,
    folders: &[PathBuf],
    levels: &[(String, String)],
) -> External {
    let asked = Asked::of(levels);
    let shelf = Shelf { folders, read: Mutex::default(), joined: Mutex::default() };
    let pages: Vec<audit::Audited> = tree
        .files
        .par_iter()
        .map(|file| {
            let parsed = audit::parse(&file.text);
            let sheets = shelf.sheets(&file.path, &audit::style_sheets(&parsed));
            let address = address(&file.path, folders);
            audit::audit(&parsed, &file.text, Against { sheets: &sheets, address: &address, asked: &asked })
        })
        .collect();
    let signatures: Vec<_> = pages.iter().map(|page| page.signatures.clone()).collect();
    for (index, (page, counts)) in pages.iter().zip(audit::site::fold(&signatures)).enumerate() {
        let file = FileId(offset(index));
        findings.extend((!page.is_whole).then(|| cut(file)));
        for (finding, count) in page.findings.iter().zip(counts).filter(|(_, count)| *count > 0) {
            let made = finding.in_file(file);
            findings.push(if count > 1 { made.label(format!("on {count} pages")) } else { made });
        }
    }
    let addresses: Vec<String> = tree.files.iter().map(|file| address(&file.path, folders)).collect();
    let facts: Vec<_> = addresses.iter().map(String::as_str).zip(pages.iter().map(|page| &page.facts)).collect();
    findings.extend(audit::site::site(&facts).iter().map(|told| told.finding.in_file(FileId(offset(told.page)))));
    let read = shelf.read.into_inner().unwrap_or_else(PoisonError::into_inner);
    let digest = |read: Option<Read>| read.map(|(_, digest)| digest);
    let sheets: BTreeMap<String, _> = read.into_iter().map(|((_, path), read)| (path, digest(read))).collect();
    let sheets = sheets.into_iter().collect();
    let off =
        |code: &str| levels.iter().rev().find(|(known, _)| known == code).is_some_and(|(_, level)| level == "off");
    let run = audit::codes().into_iter().chain(audit::site::codes());
    let scope = Scope {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        pages: tree.files.len(),
        rules: run.filter(|code| !off(code) && !asked.leaves_out(code)).count(),
        packs: Vec::new(),
    };
    External { findings: order::sorted(order::levelled(findings, levels), tree), scope, sheets }
}

/// What is said of a page that was not looked at to its end.
fn cut(file: FileId) -> Diagnostic {
    let message = "the page is deeper or longer than is looked at, or a rule found 1,000 things on it";
    Diagnostic::warning("page-cut", message, Place::File(file))
        .help("mend what was found and check again, and take out elements that only stand in one another")
}

/// Where a page stands in its folder, as links mean it: `/care/` for `public/care/index.html`.
fn address(path: &str, folders: &[PathBuf]) -> String {
    let in_folder = folders.iter().find_map(|folder| {
        let folder = read::html::shown(folder);
        path.strip_prefix(&folder).filter(|rest| rest.starts_with('/'))
    });
    let address = in_folder.map_or_else(|| format!("/{path}"), str::to_owned);
    address.strip_suffix("index.html").map_or_else(|| address.clone(), str::to_owned)
}

/// A sheet with the digest of its text.
type Read = (Arc<Sheet>, String);

/// Sheets that were read, and the sets of them that pages share.
struct Shelf<'a> {
    folders: &'a [PathBuf],
    /// By the media they are for, and their path.
    read: Mutex<BTreeMap<(String, String), Option<Read>>>,
    joined: Mutex<BTreeMap<Vec<String>, Arc<Sheets>>>,
}

impl Shelf<'_> {
    /// The sheets of a page, by the addresses and media it names.
    fn sheets(&self, page: &str, wanted: &[audit::SheetLink]) -> Arc<Sheets> {
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let key: Vec<String> = wanted
            .iter()
            .map(|link| {
                if link.address.starts_with('/') {
                    format!("{} {}", link.media, link.address)
                } else {
                    format!("{} {folder}/{}", link.media, link.address)
                }
            })
            .collect();
        if let Some(known) = self.joined.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(known);
        }
        let found: Vec<Option<Arc<Sheet>>> = wanted.iter().map(|link| self.sheet(page, link)).collect();
        let whole = found.iter().all(Option::is_some);
        let mut sheets = Sheets::new(found.into_iter().flatten().collect());
        if !whole {
            sheets.miss();
        }
        let sheets = Arc::new(sheets);
        self.joined.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&sheets));
        sheets
    }

    fn sheet(&self, page: &str, link: &audit::SheetLink) -> Option<Arc<Sheet>> {
        let path = read::html::style_sheet(page, &link.address, self.folders)?;
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = read.entry((link.media.clone(), path.clone())).or_insert_with(|| {
            read::html::text(&path).map(|css| {
                let digest = Digest::of(css.as_bytes()).to_string();
                let css = if link.media.is_empty() { css } else { format!("@media {} {{ {css} }}", link.media) };
                (Arc::new(Sheet::parse(&css)), digest)
            })
        });
        entry.as_ref().map(|(sheet, _)| Arc::clone(sheet))
    }
}

/// The digest of pages and of everything else that decides what is found in them.
pub fn digest(tree: &SourceTree, program: &str, levels: &[(String, String)]) -> String {
    let asked = format!("{program} {levels:?}");
    let texts: Vec<Digest> = tree.files.par_chunks(16).map(super::of_texts).collect();
    let mut parts: Vec<&[u8]> = vec![asked.as_bytes()];
    parts.extend(texts.iter().map(|digest| &digest.bytes()[..]));
    Digest::of_parts(parts).to_string()
}

/// The digest of what the disk says of pages, and of everything else that decides what is found in them.
pub fn seen(stamp: Digest, program: &str, levels: &[(String, String)]) -> String {
    let asked = format!("{program} {levels:?}");
    Digest::of_parts([asked.as_bytes(), stamp.bytes()]).to_string()
}

/// Whether style sheets are still what they were, and those that were not there still are not.
pub fn same_sheets(sheets: &[Looked]) -> bool {
    sheets.iter().all(|(path, digest)| match digest {
        Some(digest) => read::html::text(path).is_some_and(|css| Digest::of(css.as_bytes()).to_string() == *digest),
        None => !Path::new(path).exists(),
    })
}
