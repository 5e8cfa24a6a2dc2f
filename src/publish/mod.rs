//! The only writer of `public/` and `.candour/`: everything at one stroke, or nothing.
//!
//! In: paths with bytes, put by many threads while pages are rendered. Out: the output folder in its new state.
//! Files that are the same as published stay untouched; only files of the last manifest are ever removed; whatever goes
//! wrong, and whenever the program is killed, the output folder is in its old state or its new one.
//! Not here: what is published; a failing build is a [`Publisher`] that is dropped.

pub mod cache;
mod carry;
mod folders;
mod ledger;
mod lock;
mod manifest;
mod paths;
mod staging;
mod sweep;
mod switch;
mod system;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use self::cache::DiskCache;
use self::carry::Carry;
use self::folders::Folders;
use self::ledger::{Entry, Ledger};
use self::manifest::{Manifest, Print};
use self::staging::Staging;
use crate::diag::failure::Failure;

/// How many files a build changed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Summary {
    /// Files with new content.
    pub written: usize,
    /// Files left as they were.
    pub kept: usize,
    /// Files of the last build that are gone.
    pub removed: usize,
}

/// A build that is about to be published.
#[derive(Debug)]
pub struct Publisher {
    folders: Folders,
    /// Whether the output folder was there at the beginning.
    exists: bool,
    /// The last manifest; none at the first build, or when it was deleted.
    last: Option<Manifest>,
    ledger: Ledger,
    /// Whether a file had to be read to know that it is the same; a younger manifest will spare that.
    compared: AtomicBool,
    cache: DiskCache,
    // Fields are dropped in this order: what was staged is removed before the lock is let go.
    staging: Staging,
    _lock: File,
}

impl Publisher {
    /// Begins a build: finds the folders, checks that they can be written, takes the site's lock, clears away what a
    /// killed build left. Nothing in the output folder changes.
    pub fn begin(root: &Path, output_dir: &Path) -> Result<Self, Failure> {
        let folders = Folders::of(root, output_dir)?;
        folders.check_writable()?;
        folders::make(&folders.state, ".candour")?;
        let lock = lock::take(&folders.state)?;
        let cannot_clear = |error| {
            Failure::of_disk(
                "what an interrupted build left beside the output folder cannot be removed",
                &folders.shown,
                &error,
            )
        };
        switch::recover(&folders).map_err(cannot_clear)?;
        for folder in [&folders.staging, &folders.aside] {
            sweep::clear(folder).map_err(cannot_clear)?;
        }
        Ok(Self {
            exists: folders.output.exists(),
            last: Manifest::read(&folders.manifest),
            ledger: Ledger::new(),
            compared: AtomicBool::new(false),
            cache: DiskCache::of(root),
            staging: Staging::at(folders.staging.clone()),
            folders,
            _lock: lock,
        })
    }

    /// The cache of the site. Entries that this build does not use are dropped when it is committed.
    pub fn cache(&self) -> &DiskCache {
        &self.cache
    }

    /// The recorded findings of the last build, if it had the same inputs and everything it published is untouched:
    /// then there is nothing to build.
    pub fn unchanged(&self, inputs: &str) -> Option<&str> {
        let last = self.last.as_ref().filter(|last| !inputs.is_empty() && last.inputs == inputs)?;
        let files: Vec<(&String, &Print)> = last.files.iter().collect();
        let same = files.par_iter().all(|(path, print)| {
            let disk = self.folders.output.join(path);
            let Ok(metadata) = disk.symlink_metadata() else { return false };
            metadata.is_file()
                && metadata.len() == print.size()
                && (last.trusts(&metadata) || fs::read(&disk).is_ok_and(|bytes| Print::of(&bytes) == **print))
        });
        same.then_some(&last.findings)
    }

    /// Publishes one file at the commit. May be called from many threads at once; the bytes are not kept.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        paths::check(path)?;
        let print = Print::of(bytes);
        if !self.ledger.note(path, print)? {
            return Ok(());
        }
        if self.exists && self.is_published(path, bytes, print)? {
            self.ledger.keep(path);
            return Ok(());
        }
        self.staging
            .write(path, bytes)
            .map_err(|error| Failure::of_disk("the file cannot be written", self.folders.show(path), &error))
    }

    /// Whether the output folder has exactly this file. A file that is there, is not ours and is not the same is a failure.
    fn is_published(&self, path: &str, bytes: &[u8], print: Print) -> Result<bool, Failure> {
        let disk = self.folders.output.join(path);
        let Ok(metadata) = disk.symlink_metadata() else { return Ok(false) };
        if metadata.is_dir() {
            return Ok(false);
        }
        let recorded = self.last.as_ref().and_then(|last| last.files.get(path).map(|recorded| (last, *recorded)));
        let same_size = metadata.is_file() && metadata.len() == print.size();
        if let Some((last, recorded)) = recorded
            && same_size
            && last.trusts(&metadata)
        {
            return Ok(recorded == print);
        }
        if same_size && fs::read(&disk).is_ok_and(|published| published == bytes) {
            self.compared.store(true, Ordering::Relaxed);
            return Ok(true);
        }
        if self.last.is_some() && recorded.is_none() {
            return Err(Failure::new(
                "the build writes a file that is already there, and candour did not put it there",
            )
            .at(self.folders.show(path))
            .help("move the file away, or give the page another address with `slug`"));
        }
        Ok(false)
    }

    /// Puts the new state in place at one stroke and records the digest of all inputs with the findings of the build.
    pub fn commit(self, inputs: &str, findings: &str) -> Result<Summary, Failure> {
        let Self { folders, exists, last, ledger, compared, cache, staging, _lock } = self;
        let files = ledger.close()?;
        let kept = files.values().filter(|entry| entry.kept).count();
        let last_files = last.as_ref().map(|last| &last.files);
        let removed = last_files.map_or(0, |last| gone(last, &files, &folders.output));
        let summary = Summary { written: files.len() - kept, kept, removed };
        let prints: BTreeMap<String, Print> = files.iter().map(|(path, entry)| (path.clone(), entry.print)).collect();
        let next = Manifest::new(inputs, findings, prints);
        if summary.written + removed > 0 {
            let known = last.unwrap_or_default();
            replace(
                &Replace { folders: &folders, staging: &staging, files: &files, last: &known, next: &next },
                exists,
            )?;
        } else if last.is_some_and(|last| !compared.into_inner() && last.records_as(&next)) {
            cache.drop_unused();
            return Ok(summary);
        }
        // Without a new manifest the next build reads every file, so this is worth a word but undoes nothing.
        next.settle(&folders.manifest)
            .map_err(|error| Failure::of_disk("the manifest cannot be written", ".candour", &error))?;
        cache.drop_unused();
        Ok(summary)
    }
}

/// Published files of the last build that this build does not publish and that are still there.
fn gone(last: &BTreeMap<String, Print>, files: &BTreeMap<String, Entry>, output: &Path) -> usize {
    let candidates = last.keys().filter(|path| !files.contains_key(*path));
    candidates.filter(|path| output.join(path).symlink_metadata().is_ok_and(|metadata| metadata.is_file())).count()
}

/// What the switch needs to know.
struct Replace<'a> {
    folders: &'a Folders,
    staging: &'a Staging,
    files: &'a BTreeMap<String, Entry>,
    last: &'a Manifest,
    next: &'a Manifest,
}

/// Fills up the staging folder, switches, and removes the old state.
fn replace(now: &Replace<'_>, exists: bool) -> Result<(), Failure> {
    let Replace { folders, staging, files, last, next } = *now;
    let foreign = if exists {
        let carry = Carry { folders, staging, files, last, foreign: Mutex::default() };
        carry.all()?;
        carry.foreign.into_inner().unwrap_or_else(PoisonError::into_inner)
    } else {
        BTreeSet::new()
    };
    next.announce(&folders.manifest)
        .map_err(|error| Failure::of_disk("the manifest cannot be written", ".candour", &error))?;
    let old = match switch::switch(folders) {
        Ok(old) => old,
        Err(error) => {
            let _ = Manifest::withdraw(&folders.manifest);
            return Err(Failure::of_disk("the output folder cannot be replaced", &folders.shown, &error).help(
                "if it is a disk of its own, build into a folder inside it, for example `--output-dir public/site`",
            ));
        }
    };
    staging.released();
    if let Some(old) = old {
        let known = |path: &Path| is_known(path, &foreign, files, last);
        // The new state is in place; what cannot be removed now is removed by the next build.
        let _ = sweep::retire(&old, &folders.output, &known);
    }
    Ok(())
}

fn is_known(path: &Path, foreign: &BTreeSet<PathBuf>, files: &BTreeMap<String, Entry>, last: &Manifest) -> bool {
    foreign.contains(path)
        || carry::key(path).is_some_and(|key| files.contains_key(&key) || last.files.contains_key(&key))
}
