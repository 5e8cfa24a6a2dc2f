//! `candour build`: the whole site into `public/`, or nothing.
//!
//! In: flags. Out: the published site, findings, one closing line. Not here: the stages.

use std::process::ExitCode;

use super::arguments::{Build, Common, Format};
use super::baseline::Held;
use super::clock::Clock;
use super::progress::Progress;
use super::{baseline, report, surroundings};
use crate::diag::book::Book;
use crate::diag::failure::Failure;
use crate::diag::record::Record;
use crate::diag::report::{Known, Report};
use crate::diag::{Diagnostic, order, terminal};
use crate::model::digest::Digest;
use crate::model::source::SourceTree;
use crate::pipeline::{self, Nowhere, Options, Sink, Unwatched, Watch};
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
    let options =
        Options { audit: !flags.no_audit, index: true, levels: flags.levels.asked(), ..surroundings::options(common)? };
    let (tree, findings) = pipeline::sources(&common.root)?;
    watcher.stage("read");
    let publisher = Publisher::begin(&common.root, &common.output_dir)?;
    watcher.stage("open");
    let held = baseline::held(&common.root, &flags.old, &tree)?;
    let inputs = inputs(&tree, &options, held.as_ref());
    watcher.stage("digest");
    let run = Run { common, held: held.as_ref() };
    // What could not be read is in no digest, so it never counts as unchanged.
    // A report for people names pages and teams, which only the loaded site knows.
    let may_rest = findings.is_empty() && common.format != Format::Html;
    let known = may_rest.then(|| publisher.unchanged(&inputs)).flatten();
    watcher.stage("compare");
    if let Some(record) = known.and_then(Record::read)
        && run.ended((&record, &Book::default()), &tree, Some(Summary::default()))
    {
        return Ok(ExitCode::SUCCESS);
    }
    let mut loaded = pipeline::load(tree, findings, &options, &watcher)?;
    let (scope, book) = (pipeline::scope(&loaded), book(&loaded, common));
    // Pages are made all the same, so that an editor sees every finding at once.
    let stops = run.fails(&loaded.findings, &loaded.tree);
    loaded.index = !stops;
    let sink: &dyn Sink = if stops { &Nowhere } else { &publisher };
    let watch: &dyn Watch = if stops { &Unwatched } else { &watcher };
    let rendered = pipeline::render(&loaded, sink, publisher.cache(), watch);
    watcher.progress.finish();
    loaded.findings.extend(rendered?);
    let findings = order::sorted(std::mem::take(&mut loaded.findings), &loaded.tree);
    let record = Record { findings, scope };
    if run.fails(&record.findings, &loaded.tree) {
        run.ended((&record, &book), &loaded.tree, None);
        return Ok(ExitCode::from(2));
    }
    let summary = publisher.commit(&inputs, &record.text())?;
    watcher.stage("publish");
    run.ended((&record, &book), &loaded.tree, Some(summary));
    // The program ends here; giving back every text of a large site one by one takes longer than ending.
    std::mem::forget(loaded);
    Ok(ExitCode::SUCCESS)
}

fn book(loaded: &pipeline::Loaded, common: &Common) -> Book {
    if common.format == Format::Html { pipeline::book(loaded) } else { Book::default() }
}

/// The digest of everything that this build depends on, its baseline too.
fn inputs(tree: &SourceTree, options: &Options, held: Option<&Held>) -> String {
    let inputs = pipeline::inputs(tree, options);
    match held {
        None => inputs.to_string(),
        Some(held) => Digest::of_parts([&inputs.bytes()[..], held.text().as_bytes()]).to_string(),
    }
}

/// How a build judges and tells what it found.
#[derive(Clone, Copy)]
struct Run<'r> {
    common: &'r Common,
    held: Option<&'r Held>,
}

impl Run<'_> {
    fn fails(self, findings: &[Diagnostic], tree: &SourceTree) -> bool {
        report::fails(findings, self.common)
            && report::fails(&baseline::against(self.held, findings.to_vec(), tree).0, self.common)
    }

    /// Prints what was found and what became of it: without a summary nothing was published.
    /// Findings of a record that fail the run now are not printed: the build then goes its whole way.
    fn ended(self, (record, book): (&Record, &Book), tree: &SourceTree, summary: Option<Summary>) -> bool {
        let (findings, known) = baseline::against(self.held, record.findings.clone(), tree);
        let failing = report::failing(self.common);
        let run = Report { findings: &findings, sources: tree, failing, scope: &record.scope, known: known.as_ref() };
        if summary.is_some() && run.fails() {
            return false;
        }
        report::findings(&run, book, self.common);
        report::closing(&self.closing(&run, summary), self.common);
        if let Some(line) = known.as_ref().and_then(Known::to_update) {
            report::closing(&line, self.common);
        }
        true
    }

    fn closing(self, run: &Report<'_>, summary: Option<Summary>) -> String {
        let shown = self.common.output_dir.display();
        let mut counts = terminal::counts(run.findings);
        if let Some(older) = run.known.and_then(Known::in_words) {
            counts = format!("{counts} ({older})");
        }
        match summary {
            None => format!("{counts}: nothing was published, {shown} is as it was"),
            Some(Summary { written: 0, removed: 0, .. }) => {
                format!("{shown} is up to date, {counts}; look at it with `candour serve`")
            }
            Some(Summary { written, kept, removed }) => format!(
                "published {shown}: {written} files written, {kept} unchanged, {removed} removed, {counts}; look at it with `candour serve`"
            ),
        }
    }
}
