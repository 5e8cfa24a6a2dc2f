//! The end of a build: the list of files is closed, the new state put in place, the manifest written.
//!
//! In: a [`Publisher`] with everything put. Out: the [`Summary`]; on a failure the output folder is what it was.
//! Not here: how a change is made; a few are `amend.rs`, many are `carry.rs` and `switch.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::amend::{self, Changes};
use super::carry::{self, Carry};
use super::folders::Folders;
use super::ledger::Entry;
use super::manifest::{Manifest, Print};
use super::staging::Staging;
use super::{Publisher, Summary, sweep, switch};
use crate::diag::failure::Failure;

impl Publisher {
    /// Puts the new state in place and records the digest of all inputs with the findings of the build.
    ///
    /// Many changes are made at one stroke; a few are made one by one, each undone if a later one fails.
    pub fn commit(self, inputs: &str, findings: &str) -> Result<Summary, Failure> {
        // The lock stands first because it must be let go last.
        let Self { _lock, folders, exists, last, ledger, compared, cache, staging } = self;
        let files = ledger.close()?;
        let known = last.as_ref().map(|last| &last.files);
        let removed = known.map_or_else(Vec::new, |known| gone(known, &files, &folders.output));
        let kept = files.values().filter(|entry| entry.kept).count();
        let summary = Summary { written: files.len() - kept, kept, removed: removed.len() };
        let prints = files.iter().map(|(path, entry)| (path.clone(), entry.print)).collect();
        let next = Manifest::new(inputs, findings, prints);
        if summary.written + summary.removed == 0 {
            if last.is_none_or(|last| compared.into_inner() || !last.records_as(&next)) {
                settle(&next, &folders)?;
            }
        } else if let Some(changes) = Changes::few(&folders, &files, &removed) {
            changes
                .make(&folders, &next)
                .map_err(|error| Failure::of_disk("the output folder cannot be changed", &folders.shown, &error))?;
            settle(&next, &folders)?;
            amend::finish(&folders);
        } else {
            let last = last.unwrap_or_default();
            Replace { folders: &folders, staging: &staging, files: &files, last: &last, next: &next }.run(exists)?;
            settle(&next, &folders)?;
        }
        cache.drop_unused();
        Ok(summary)
    }
}

/// Without its manifest the next build reads every published file, so this is worth a word but undoes nothing.
fn settle(next: &Manifest, folders: &Folders) -> Result<(), Failure> {
    next.settle(&folders.manifest).map_err(|error| cannot_record(&error))
}

fn cannot_record(error: &std::io::Error) -> Failure {
    Failure::of_disk("the manifest cannot be written", ".candour", error)
}

/// Published files of the last build that this build does not publish and that are still there.
fn gone<'a>(last: &'a BTreeMap<String, Print>, files: &BTreeMap<String, Entry>, output: &Path) -> Vec<&'a str> {
    let candidates = last.keys().filter(|path| !files.contains_key(*path)).map(String::as_str);
    candidates.filter(|path| output.join(path).symlink_metadata().is_ok_and(|metadata| metadata.is_file())).collect()
}

/// A whole new state in the place of the old.
struct Replace<'a> {
    folders: &'a Folders,
    staging: &'a Staging,
    files: &'a BTreeMap<String, Entry>,
    last: &'a Manifest,
    next: &'a Manifest,
}

impl Replace<'_> {
    /// Fills up the staging folder, switches, and removes the old state.
    fn run(&self, exists: bool) -> Result<(), Failure> {
        let foreign = if exists { self.carry()? } else { BTreeSet::new() };
        self.next.announce(&self.folders.manifest).map_err(|error| cannot_record(&error))?;
        let old = switch::switch(self.folders).map_err(|error| {
            // If this fails as well, the next build sees the announcement and compares every file.
            let _ = Manifest::withdraw(&self.folders.manifest);
            Failure::of_disk("the output folder cannot be replaced", &self.folders.shown, &error).help(
                "if it is a disk of its own, build into a folder inside it, for example `--output-dir public/site`",
            )
        })?;
        self.staging.released();
        if let Some(old) = old {
            // The new state is in place; what cannot be removed now is removed by the next build.
            let _ = sweep::retire(&old, &self.folders.output, &|path| self.knows(path, &foreign));
        }
        Ok(())
    }

    /// The answer is the files of others.
    fn carry(&self) -> Result<BTreeSet<PathBuf>, Failure> {
        let Self { folders, staging, files, last, .. } = *self;
        let carry = Carry { folders, staging, files, last, foreign: Mutex::default() };
        carry.all()?;
        Ok(carry.foreign.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn knows(&self, path: &Path, foreign: &BTreeSet<PathBuf>) -> bool {
        let ours = |key: String| self.files.contains_key(&key) || self.last.files.contains_key(&key);
        foreign.contains(path) || carry::key(path).is_some_and(ours)
    }
}
