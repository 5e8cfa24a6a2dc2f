//! `candour audit PATH…`: the rules over any HTML, whoever made it.
//!
//! In: files and folders. Out: findings that point into them. What was found is kept in `.candour/` of a site, so that
//! pages that did not change are not checked again. Not here: the rules.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use super::arguments::{Audit, Common};
use super::{baseline, report, surroundings};
use crate::diag::Diagnostic;
use crate::diag::failure::Failure;
use crate::diag::record::Record;
use crate::diag::report::Report;
use crate::model::source::{FileId, SourceTree};
use crate::pipeline::external::Looked;
use crate::pipeline::{self, Options};
use crate::read::html::Found;
use crate::{mend, read};

/// Checks pages.
pub(super) fn audit(common: &Common, flags: &Audit) -> Result<ExitCode, Failure> {
    let now = surroundings::now();
    let options = Options { levels: flags.levels.asked(), ..surroundings::options(common)? };
    let levels = pipeline::external::levels(&common.root, &options)?;
    let found = read::html::found(&flags.paths)?;
    if found.is_empty() {
        return Err(Failure::new("there is no HTML here")
            .help("name a file that ends in .html, or a folder that holds some, for example `candour audit public`"));
    }
    let held = baseline::held(&common.root, &flags.old, &SourceTree::default())?;
    let kept = Kept::new(common);
    let stamp = kept.0.as_ref().and_then(|_| found.stamp());
    let seen = stamp.as_ref().map(|stamp| pipeline::external::seen(stamp.digest, &options.program, &levels));
    let known = seen.as_ref().and_then(|seen| kept.unread(&found, seen));
    let (tree, Record { findings, scope }) = known.unwrap_or_else(|| {
        let seen = seen.filter(|_| stamp.is_some_and(|stamp| stamp.is_settled(now)));
        kept.read(found, seen, &Run { folders: &flags.paths, program: &options.program, levels: &levels })
    });
    let (findings, known) = baseline::against(held.as_ref(), findings, &tree);
    let failing = report::failing(common);
    let run = Report { findings: &findings, sources: &tree, failing, scope: &scope, known: known.as_ref() };
    report::findings(&run, &pipeline::book_of_files(&tree), common);
    report::counts(&run, common);
    let code = if run.fails() { ExitCode::from(2) } else { ExitCode::SUCCESS };
    end(tree);
    Ok(code)
}

/// The program ends here; giving back every page one by one takes longer than ending.
fn end(tree: SourceTree) {
    std::mem::forget(tree);
}

/// What decides, besides the pages, what is found.
struct Run<'a> {
    folders: &'a [PathBuf],
    program: &'a str,
    levels: &'a [(String, String)],
}

/// What the last audit found.
#[derive(Deserialize, Serialize)]
struct Entry {
    /// Of the texts of all pages.
    digest: String,
    /// Of what the disk said of them; nothing where they had changed only just then.
    seen: Option<String>,
    sheets: Vec<Looked>,
    record: String,
}

impl Entry {
    fn record(&self) -> Option<Record> {
        pipeline::external::same_sheets(&self.sheets).then(|| Record::read(&self.record)).flatten()
    }
}

/// Where it is kept: only in the folder of a site, which is Candour's own.
struct Kept(Option<PathBuf>);

impl Kept {
    fn new(common: &Common) -> Self {
        let is_site = common.root.join("candour.yaml").is_file();
        Self(is_site.then(|| common.root.join(".candour").join("audit.json")))
    }

    fn entry(&self) -> Option<Entry> {
        let text = fs::read_to_string(self.0.as_ref()?).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// What was found before in pages that the disk says are the same. Only those with findings are read, to quote them.
    fn unread(&self, found: &Found, seen: &str) -> Option<(SourceTree, Record)> {
        let entry = self.entry().filter(|entry| entry.seen.as_deref() == Some(seen))?;
        let record = entry.record()?;
        let mut wanted: Vec<FileId> = record.findings.iter().flat_map(Diagnostic::files).collect();
        wanted.sort_unstable();
        wanted.dedup();
        Some((found.listed(&wanted)?, record))
    }

    /// Reads all pages, and checks them unless they are what they were.
    fn read(&self, found: Found, seen: Option<String>, run: &Run<'_>) -> (SourceTree, Record) {
        let read = found.read();
        let (tree, unread) = (read.value, read.findings);
        let digest = pipeline::external::digest(&tree, run.program, run.levels);
        let is_whole = unread.is_empty();
        let known = self.entry().filter(|entry| is_whole && entry.digest == digest);
        if let Some((mut entry, record)) = known.and_then(|entry| entry.record().map(|record| (entry, record))) {
            if seen.is_some() {
                entry.seen = seen;
                self.write(&entry);
            }
            return (tree, record);
        }
        let found = pipeline::external::external(&tree, unread, run.folders, run.levels);
        let record = Record { findings: found.findings, scope: found.scope };
        let seen = seen.filter(|_| is_whole);
        self.write(&Entry { digest, seen, sheets: found.sheets, record: record.text() });
        (tree, record)
    }

    /// A cache that cannot be written costs time, nothing else.
    fn write(&self, entry: &Entry) {
        let Some(path) = &self.0 else { return };
        let Ok(text) = serde_json::to_string(entry) else { return };
        let _ = path.parent().map(fs::create_dir_all);
        let _ = mend::disk::put(path, text.as_bytes());
    }
}
