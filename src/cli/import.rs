//! `candour import oruk PATH`: services of another directory into this one.
//!
//! In: a saved Open Referral UK 3.0 feed. Out: a file in `data/directory/` for each service that is not there yet, and the
//! needs that are new; nothing that exists is changed, but `data/needs.yaml`, which gets lines at its end.
//! Not here: loading a feed from the web, which is done by hand or by `curl`.

use std::path::Path;
use std::process::ExitCode;

use super::arguments::{Common, Import, Kind};
use super::{report, surroundings};
use crate::diag::failure::Failure;
use crate::mend;
use crate::pipeline::{self, Options};
use crate::read::feed;

/// Takes something over.
pub(super) fn import(common: &Common, flags: &Import) -> Result<ExitCode, Failure> {
    match flags.kind {
        Kind::Oruk => oruk(common, flags),
    }
}

fn oruk(common: &Common, flags: &Import) -> Result<ExitCode, Failure> {
    let shown = flags.path.display().to_string();
    let files =
        feed::feed(&flags.path).map_err(|error| Failure::of_disk("the feed cannot be read", &*shown, &error))?;
    let options = Options { audit: false, ..surroundings::options(common)? };
    let (tree, findings) = pipeline::sources(&common.root)?;
    let loaded = pipeline::load(tree, findings, &options, &pipeline::Unwatched)?;
    let taken = pipeline::take_over(&loaded, &files, flags.neighbour.clone());
    let (taken, findings) = (taken.value, taken.findings);
    if taken.entries.is_empty() && taken.known == 0 {
        return Err(Failure::new("there is no service in the feed").at(shown).help(
            "name a folder with the JSON files of an Open Referral UK 3.0 feed, for example one with services/index.json",
        ));
    }
    for (name, text) in &taken.entries {
        write(&common.root.join("data/directory").join(name), text.as_bytes())?;
    }
    if !taken.needs.is_empty() {
        let path = "data/needs.yaml";
        let old = loaded.tree.find(path).and_then(|id| loaded.tree.file(id)).map_or("", |file| file.text.as_str());
        let gap = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
        write(&common.root.join(path), format!("{old}{gap}{}", taken.needs).as_bytes())?;
    }
    if !findings.is_empty() {
        report::err(&crate::diag::terminal::text(&findings, &loaded.tree, false));
    }
    report::closing(
        &format!(
            "took over {} services into data/directory/; {} were there already; now run `candour check`",
            taken.entries.len(),
            taken.known
        ),
        common,
    );
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fault = |error| Failure::of_disk("the file cannot be written", path.display().to_string(), &error);
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(fault)?;
    }
    mend::disk::put(path, bytes).map_err(fault)
}
