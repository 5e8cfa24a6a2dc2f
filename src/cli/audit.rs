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
use crate::diag::failure::Failure;
use crate::diag::record::Record;
use crate::diag::report::Report;
use crate::model::source::SourceTree;
use crate::pipeline::{self, Options};
use crate::{mend, read};

/// Checks pages.
pub(super) fn audit(common: &Common, flags: &Audit) -> Result<ExitCode, Failure> {
    let options = Options { levels: flags.levels.asked(), ..surroundings::options(common)? };
    let levels = pipeline::external::levels(&common.root, &options)?;
    let read = read::html::pages(&flags.paths)?;
    let (tree, unread) = (read.value, read.findings);
    if tree.files.is_empty() && unread.is_empty() {
        return Err(Failure::new("there is no HTML here")
            .help("name a file that ends in .html, or a folder that holds some, for example `candour audit public`"));
    }
    let held = baseline::held(&common.root, &flags.old, &tree)?;
    let kept = Kept::new(common);
    let digest = pipeline::external::digest(&tree, &options.program, &levels);
    let known = if unread.is_empty() { kept.read(&digest) } else { None };
    let Record { findings, scope } = match known {
        Some(record) => record,
        None => {
            let found = pipeline::external::external(&tree, unread, &flags.paths, &levels);
            let record = Record { findings: found.findings, scope: found.scope };
            kept.write(&Entry { digest, sheets: found.sheets, record: record.text() });
            record
        }
    };
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

/// What the last audit found.
#[derive(Deserialize, Serialize)]
struct Entry {
    digest: String,
    sheets: Vec<(String, String)>,
    record: String,
}

/// Where it is kept: only in the folder of a site, which is Candour's own.
struct Kept(Option<PathBuf>);

impl Kept {
    fn new(common: &Common) -> Self {
        let is_site = common.root.join("candour.yaml").is_file();
        Self(is_site.then(|| common.root.join(".candour").join("audit.json")))
    }

    fn read(&self, digest: &str) -> Option<Record> {
        let text = fs::read_to_string(self.0.as_ref()?).ok()?;
        let entry: Entry = serde_json::from_str(&text).ok()?;
        let same = entry.digest == digest && pipeline::external::same_sheets(&entry.sheets);
        same.then(|| Record::read(&entry.record)).flatten()
    }

    /// A cache that cannot be written costs time, nothing else.
    fn write(&self, entry: &Entry) {
        let Some(path) = &self.0 else { return };
        let Ok(text) = serde_json::to_string(entry) else { return };
        let _ = path.parent().map(fs::create_dir_all);
        let _ = mend::disk::put(path, text.as_bytes());
    }
}
