//! `candour serve`: the preview on this computer, built again at every change.
//!
//! In: flags. Out: pages on a loopback address until the command is stopped. Only `.candour/` keeps smaller pictures.
//! Not here: the server; the stages.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;

use super::arguments::{Common, Old, Serve};
use super::{baseline, report, surroundings};
use crate::diag::failure::Failure;
use crate::diag::{order, terminal};
use crate::pipeline::{self, Options, Sink};
use crate::publish::DiskCache;
use crate::serve::{Built, Finding, Server, Watched};

/// Keeps the files of a build in memory.
#[derive(Default)]
struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Memory {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let mut files = self.0.lock().map_err(|_| Failure::new("the preview lost its files"))?;
        files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
}

/// Serves the site until it is stopped.
pub(super) fn serve(common: &Common, flags: &Serve) -> Result<ExitCode, Failure> {
    let options = surroundings::options(common)?;
    // A folder without a site is told at once, not on a page.
    pipeline::sources(&common.root)?;
    let server = Server::bind(flags.port)?;
    let watched =
        Watched { root: common.root.clone(), folders: ["content", "data", "themes"].map(str::to_owned).to_vec() };
    let root = common.root.clone();
    let build = move || {
        built(&root, &options)
            .unwrap_or_else(|failure| Built { findings: vec![Finding::of_failure(&failure)], ..Built::default() })
    };
    report::closing(&format!("look at {} (stop with Ctrl and C)", server.address()), common);
    let quiet = common.quiet;
    server.run(watched, build, move |built| {
        if !quiet {
            report::out(&(told(built) + "\n"));
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the site into memory. With an error there are findings and no files.
fn built(root: &Path, options: &Options) -> Result<Built, Failure> {
    let (tree, findings) = pipeline::sources(root)?;
    let held = baseline::held(root, &Old::default(), &tree)?;
    let mut loaded = pipeline::load(tree, findings, options, &pipeline::Unwatched)?;
    let memory = Memory::default();
    let rendered = pipeline::render(&loaded, &memory, &DiskCache::of(root), &pipeline::Unwatched)?;
    loaded.findings.extend(rendered);
    let (findings, _) = baseline::against(held.as_ref(), order::sorted(loaded.findings, &loaded.tree), &loaded.tree);
    let has_errors = findings.iter().any(|finding| finding.severity == crate::diag::Severity::Error);
    let files = memory.0.into_inner().map_err(|_| Failure::new("the preview lost its files"))?;
    Ok(Built {
        files: (!has_errors).then_some(files),
        base_path: loaded.site.settings.base_path.clone(),
        search: loaded.site.settings.search.then(|| "/search/".to_owned()),
        findings: findings.iter().map(|finding| Finding::of(finding, &loaded.tree)).collect(),
    })
}

/// One line about a build, for the terminal.
fn told(built: &Built) -> String {
    let severities: Vec<_> = built.findings.iter().map(|finding| finding.severity).collect();
    let counts = terminal::of_severities(&severities);
    let first = built.findings.first().map(|finding| format!(": {} at {}", finding.message, finding.place));
    format!("built, {counts}{}", first.unwrap_or_default())
}
