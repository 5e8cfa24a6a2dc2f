//! The baseline of a run: old findings that do not fail it.
//!
//! In: `--baseline`, `--update-baseline`, `baseline:` of candour.yaml. Out: the baseline, read or written.
//! Not here: how a finding is known again; that is `diag/baseline.rs`.

use std::fs;
use std::io;
use std::path::Path;

use super::arguments::{Common, Old};
use crate::diag::baseline::{Baseline, NAME, Sifted};
use crate::diag::failure::Failure;
use crate::diag::{Diagnostic, report};
use crate::mend::disk;
use crate::model::source::SourceTree;
use crate::pipeline;

/// The baseline of a run and the file it is in.
pub(super) struct Held {
    /// Path from the root, as it is told.
    pub(super) name: String,
    baseline: Baseline,
}

/// The baseline that flags or settings name; none when they name none.
pub(super) fn held(root: &Path, flags: &Old, tree: &SourceTree) -> Result<Option<Held>, Failure> {
    let Some(name) = flags.baseline.clone().or_else(|| pipeline::baseline(tree)) else { return Ok(None) };
    let path = root.join(&name);
    let baseline = match fs::read_to_string(&path) {
        Ok(text) => Baseline::read(&text).map_err(|fact| unread(fact, &name)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(unread("the baseline is not there".to_owned(), &name))
        }
        Err(error) => Err(Failure::of_disk("the baseline cannot be read", name.clone(), &error)),
    };
    Ok(Some(Held { name, baseline: baseline? }))
}

/// Writes a baseline of all findings that may be old, where flags or settings want it.
pub(super) fn update(
    common: &Common,
    flags: &Old,
    findings: &[Diagnostic],
    tree: &SourceTree,
) -> Result<Held, Failure> {
    let name = flags.baseline.clone().or_else(|| pipeline::baseline(tree)).unwrap_or_else(|| NAME.to_owned());
    let lasting: Vec<Diagnostic> =
        findings.iter().filter(|finding| pipeline::may_be_old(&finding.code)).cloned().collect();
    let baseline = Baseline::of(&lasting, tree);
    let (path, text) = (common.root.join(&name), baseline.text());
    if fs::read_to_string(&path).is_ok_and(|known| known == text) {
        return Ok(Held { name, baseline });
    }
    disk::put(&path, text.as_bytes())
        .map_err(|error| Failure::of_disk("the baseline cannot be written", name.clone(), &error))?;
    Ok(Held { name, baseline })
}

fn unread(fact: String, name: &str) -> Failure {
    Failure::new(fact)
        .at(name)
        .help("write it with `candour check --update-baseline`, and keep it with the site's files")
}

impl Held {
    /// A text that differs when another baseline is held: a build under it is another build.
    pub(super) fn text(&self) -> String {
        self.baseline.text()
    }

    /// Findings without the old ones.
    pub(super) fn sift(&self, findings: Vec<Diagnostic>, tree: &SourceTree) -> Sifted {
        self.baseline.sift(findings, tree)
    }

    /// How many findings it holds.
    pub(super) fn len(&self) -> usize {
        self.baseline.len()
    }
}

/// Findings of a run held against its baseline, and what the report says about it.
pub(super) fn against(
    held: Option<&Held>,
    findings: Vec<Diagnostic>,
    tree: &SourceTree,
) -> (Vec<Diagnostic>, Option<report::Known>) {
    let Some(held) = held else { return (findings, None) };
    let Sifted { fresh, old, mended } = held.sift(findings, tree);
    (fresh, Some(report::Known { file: held.name.clone(), old, mended }))
}
