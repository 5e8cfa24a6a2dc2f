//! `candour check`: everything that a build would find, and nothing written.
//!
//! In: flags. Out: findings. Not here: the stages.

use std::process::ExitCode;

use super::arguments::{Check, Common};
use super::{report, surroundings};
use crate::diag::failure::Failure;
use crate::diag::{order, terminal};
use crate::model::cache::NoCache;
use crate::pipeline::{self, Nowhere, Options, Unwatched};

/// Checks the site.
pub(super) fn check(common: &Common, flags: &Check) -> Result<ExitCode, Failure> {
    let options = Options { levels: flags.levels.asked(), ..surroundings::options(common)? };
    let (tree, findings) = pipeline::sources(&common.root)?;
    let mut loaded = pipeline::load(tree, findings, &options, &Unwatched)?;
    let rendered = pipeline::render(&loaded, &Nowhere, &NoCache, &Unwatched)?;
    loaded.findings.extend(rendered);
    let findings = order::sorted(loaded.findings, &loaded.tree);
    let fails = report::findings(&findings, &loaded.tree, common);
    if !(common.quiet && findings.is_empty()) {
        report::closing(&terminal::counts(&findings), common);
    }
    Ok(if fails { ExitCode::from(2) } else { ExitCode::SUCCESS })
}
