//! `candour check`: everything that a build would find, and nothing published.
//!
//! In: flags. Out: findings; with `--update-baseline` the file of old findings, with `--fix` corrected files.
//! Not here: the stages.

use std::process::ExitCode;

use super::arguments::{Check, Common};
use super::{baseline, mending, report, surroundings};
use crate::diag::book::Book;
use crate::diag::failure::Failure;
use crate::diag::report::{Report, Scope};
use crate::diag::{Diagnostic, order};
use crate::mend::{self, Mended};
use crate::model::cache::NoCache;
use crate::model::source::SourceTree;
use crate::pipeline::{self, Nowhere, Options, Unwatched};

/// Checks the site.
pub(super) fn check(common: &Common, flags: &Check) -> Result<ExitCode, Failure> {
    let options = Options { levels: flags.levels.asked(), ..surroundings::options(common)? };
    let (tree, unread) = pipeline::sources(&common.root)?;
    // A baseline that cannot be read is told before the site is checked.
    let held = if flags.update_baseline { None } else { baseline::held(&common.root, &flags.old, &tree)? };
    let Checked { tree, findings, scope, book } = if flags.fix || flags.diff {
        mended(common, flags, (tree, unread), &options)?
    } else {
        checked(tree, unread, &options)?
    };
    let held = match held {
        None if flags.update_baseline => Some(update(common, flags, &findings, &tree)?),
        held => held,
    };
    let (findings, known) = baseline::against(held.as_ref(), findings, &tree);
    let failing = report::failing(common);
    let run = Report { findings: &findings, sources: &tree, failing, scope: &scope, known: known.as_ref() };
    if !flags.diff {
        report::findings(&run, &book, common);
        report::counts(&run, common);
    }
    Ok(if run.fails() { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// A site that was checked.
struct Checked {
    tree: SourceTree,
    findings: Vec<Diagnostic>,
    scope: Scope,
    book: Book,
}

fn checked(tree: SourceTree, unread: Vec<Diagnostic>, options: &Options) -> Result<Checked, Failure> {
    let mut loaded = pipeline::load(tree, unread, options, &Unwatched)?;
    let rendered = pipeline::render(&loaded, &Nowhere, &NoCache, &Unwatched)?;
    loaded.findings.extend(rendered);
    let (scope, book) = (pipeline::scope(&loaded), pipeline::book(&loaded));
    Ok(Checked { findings: order::sorted(loaded.findings, &loaded.tree), tree: loaded.tree, scope, book })
}

/// Corrects what can be corrected, and writes or shows it. What comes back is the site with its corrections, or as it
/// is when they are only shown.
fn mended(
    common: &Common,
    flags: &Check,
    (tree, unread): (SourceTree, Vec<Diagnostic>),
    options: &Options,
) -> Result<Checked, Failure> {
    let Checked { tree: before, findings, scope, book } = checked(tree, unread.clone(), options)?;
    let mut first = Some(findings.clone());
    let check = |tree: &SourceTree| match first.take() {
        Some(findings) => Ok(findings),
        None => checked(tree.clone(), unread.clone(), options).map(|checked| checked.findings),
    };
    let mended: Mended = mend::mend(before.clone(), check, pipeline::untouched)?;
    if flags.diff {
        mending::show(&before, &mended, common)?;
        return Ok(Checked { tree: before, findings, scope, book });
    }
    mending::write(&before, &mended, common)?;
    Ok(Checked { tree: mended.tree, findings: mended.findings, scope, book })
}

fn update(
    common: &Common,
    flags: &Check,
    findings: &[Diagnostic],
    tree: &SourceTree,
) -> Result<baseline::Held, Failure> {
    let held = baseline::update(common, &flags.old, findings, tree)?;
    let (name, number) = (&held.name, held.len());
    let what = if number == 1 { "1 finding".to_owned() } else { format!("{number} findings") };
    report::closing(
        &format!("{name} holds {what}; a run with `baseline: {name}` in candour.yaml fails on new ones only"),
        common,
    );
    Ok(held)
}
