//! `candour build`: the whole site into `public/`, or nothing.
//!
//! In: flags. Out: the published site, findings, one closing line. Not here: the stages.

use std::process::ExitCode;

use super::arguments::{Build, Common};
use super::clock::Clock;
use super::progress::Progress;
use super::{report, surroundings};
use crate::diag::failure::Failure;
use crate::diag::{order, record, terminal};
use crate::pipeline::{self, Nowhere, Sink, Unwatched, Watch};
use crate::publish::{Publisher, Summary};

impl Sink for Publisher {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        Self::put(self, path, bytes)
    }
}

/// The person at the terminal, and whoever asked for timings.
struct Watcher {
    progress: Progress,
    clock: Option<Clock>,
}

impl Watch for Watcher {
    fn stage(&self, name: &'static str) {
        self.clock.iter().for_each(|clock| clock.stage(name));
    }

    fn page(&self, done: usize, all: usize) {
        self.progress.note(done, all);
    }
}

/// Builds and publishes.
pub(super) fn build(common: &Common, flags: &Build) -> Result<ExitCode, Failure> {
    let watcher = Watcher { progress: Progress::new(common.quiet), clock: flags.timings.then(Clock::start) };
    let mut options = surroundings::options(common)?;
    options.audit = !flags.no_audit;
    let (tree, findings) = pipeline::sources(&common.root)?;
    watcher.stage("read");
    let publisher = Publisher::begin(&common.root, &common.output_dir)?;
    watcher.stage("open");
    let inputs = pipeline::inputs(&tree, &options).to_string();
    watcher.stage("digest");
    // What could not be read is in no digest, so it never counts as unchanged.
    let known = findings.is_empty().then(|| publisher.unchanged(&inputs)).flatten().and_then(record::read);
    watcher.stage("compare");
    if let Some(findings) = known {
        let fails = report::findings(&findings, &tree, common);
        if !fails {
            report::closing(&closing(Summary::default(), common, &findings), common);
            return Ok(ExitCode::SUCCESS);
        }
    }
    let mut loaded = pipeline::load(tree, findings, &options, &watcher)?;
    if report::fails(&loaded.findings, common) {
        // Pages are made all the same, so that an editor sees every finding at once.
        loaded.findings.extend(pipeline::render(&loaded, &Nowhere, publisher.cache(), &Unwatched)?);
        return Ok(stopped(loaded, common));
    }
    let rendered = pipeline::render(&loaded, &publisher, publisher.cache(), &watcher);
    watcher.progress.finish();
    loaded.findings.extend(rendered?);
    if report::fails(&loaded.findings, common) {
        return Ok(stopped(loaded, common));
    }
    let summary = publisher.commit(&inputs, &record::written(&loaded.findings))?;
    watcher.stage("publish");
    report::findings(&loaded.findings, &loaded.tree, common);
    report::closing(&closing(summary, common, &loaded.findings), common);
    // The program ends here; giving back every text of a large site one by one takes longer than ending.
    std::mem::forget(loaded);
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
