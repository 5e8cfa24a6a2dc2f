//! `candour build`: the whole site into `public/`, or nothing.
//!
//! In: flags. Out: the published site, findings, one closing line. Not here: the stages.

use std::process::ExitCode;

use super::arguments::{Build, Common};
use super::progress::Progress;
use super::{report, surroundings};
use crate::diag::failure::Failure;
use crate::diag::{order, record, terminal};
use crate::pipeline::{self, Nowhere, Sink};
use crate::publish::{Publisher, Summary};

impl Sink for Publisher {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        Self::put(self, path, bytes)
    }
}

/// Builds and publishes.
pub(super) fn build(common: &Common, _flags: &Build) -> Result<ExitCode, Failure> {
    let options = surroundings::options(common)?;
    let (tree, findings) = pipeline::sources(&common.root)?;
    let publisher = Publisher::begin(&common.root, &common.output_dir)?;
    let inputs = pipeline::inputs(&tree, &options).to_string();
    let known = publisher.unchanged(&inputs).and_then(record::read);
    if let Some(findings) = known {
        let fails = report::findings(&findings, &tree, common);
        if !fails {
            report::closing(&closing(Summary::default(), common, &findings), common);
            return Ok(ExitCode::SUCCESS);
        }
    }
    let mut loaded = pipeline::load(tree, findings, &options)?;
    if report::fails(&loaded.findings, common) {
        // Pages are made all the same, so that an editor sees every finding at once.
        loaded.findings.extend(pipeline::render(&loaded, &Nowhere, publisher.cache(), &|_, _| {})?);
        return Ok(stopped(loaded, common));
    }
    let progress = Progress::new(common.quiet);
    let rendered = pipeline::render(&loaded, &publisher, publisher.cache(), &|done, all| progress.note(done, all));
    progress.finish();
    loaded.findings.extend(rendered?);
    if report::fails(&loaded.findings, common) {
        return Ok(stopped(loaded, common));
    }
    let summary = publisher.commit(&inputs, &record::written(&loaded.findings))?;
    report::findings(&loaded.findings, &loaded.tree, common);
    report::closing(&closing(summary, common, &loaded.findings), common);
    Ok(ExitCode::SUCCESS)
}

fn stopped(loaded: pipeline::Loaded, common: &Common) -> ExitCode {
    let findings = order::sorted(loaded.findings, &loaded.tree);
    report::findings(&findings, &loaded.tree, common);
    let counts = terminal::counts(&findings);
    let shown = common.output_dir.display();
    report::closing(&format!("{counts}: nothing was published, {shown} is as it was"), common);
    ExitCode::from(2)
}

fn closing(summary: Summary, common: &Common, findings: &[crate::diag::Diagnostic]) -> String {
    let shown = common.output_dir.display();
    let counts = terminal::counts(findings);
    if summary.written + summary.removed == 0 {
        return format!("{shown} is up to date, {counts}; look at it with `candour serve`");
    }
    let Summary { written, kept, removed } = summary;
    format!(
        "published {shown}: {written} files written, {kept} unchanged, {removed} removed, {counts}; look at it with `candour serve`"
    )
}
