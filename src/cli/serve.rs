//! `candour serve`: the site on this computer, built again at every change.
//!
//! In: flags. Out: a preview until the program is stopped, a line for every build. Nothing is published.
//! Not here: watching, answering.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use super::arguments::{Common, Serve};
use super::{report, surroundings};
use crate::diag::Diagnostic;
use crate::diag::failure::Failure;
use crate::diag::place::harmless;
use crate::pipeline::{self, Sink};
use crate::publish::cache::DiskCache;
use crate::serve::{Built, Finding, Server, Watched};

/// Where the parts of a site are.
const FOLDERS: [&str; 3] = ["content", "data", "themes"];

/// Files in memory.
#[derive(Default)]
struct Gathered(Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Gathered {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
}

/// Shows the site.
pub(super) fn serve(common: &Common, flags: &Serve) -> Result<ExitCode, Failure> {
    surroundings::options(common)?;
    pipeline::sources(&common.root)?;
    let server = Server::bind(flags.port)?;
    let address = server.address();
    let watched = Watched { root: common.root.clone(), folders: FOLDERS.map(str::to_owned).to_vec() };
    let (building, telling) = (common.clone(), common.clone());
    let cache = DiskCache::of(&common.root);
    server.run(
        watched,
        move || build(&building, &cache).unwrap_or_else(|failure| failed(vec![Finding::of_failure(&failure)])),
        move |built| tell(built, &address, &telling),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn build(common: &Common, cache: &DiskCache) -> Result<Built, Failure> {
    let options = surroundings::options(common)?;
    let (tree, findings) = pipeline::sources(&common.root)?;
    let mut loaded = pipeline::load(tree, findings, &options)?;
    let gathered = Gathered::default();
    if !report::fails(&loaded.findings, common) {
        let rendered = pipeline::render(&loaded, &gathered, cache, &|_, _| {})?;
        loaded.findings.extend(rendered);
    }
    let findings = loaded.findings.iter().map(|finding: &Diagnostic| Finding::of(finding, &loaded.tree)).collect();
    if report::fails(&loaded.findings, common) {
        return Ok(failed(findings));
    }
    let files = gathered.0.into_inner().unwrap_or_else(PoisonError::into_inner);
    let base_path = loaded.site.settings.base_path.clone();
    let search = loaded.site.settings.search.then(|| "/search/".to_owned());
    Ok(Built { files: Some(files), base_path, search, findings })
}

fn failed(findings: Vec<Finding>) -> Built {
    Built { findings, ..Built::default() }
}

/// One line for a build that can be shown; the errors of one that cannot.
fn tell(built: &Built, address: &str, common: &Common) {
    if built.files.is_some() {
        report::closing(&format!("the site is at {address}{}/ (stop with ctrl-c)", built.base_path), common);
        return;
    }
    for finding in &built.findings {
        let Finding { place, message, .. } = finding;
        report::err(&format!("{}: {}: {}\n", finding.severity.name(), harmless(place), harmless(message)));
    }
    report::closing(&format!("{address} shows the last good pages until this is mended"), common);
}
