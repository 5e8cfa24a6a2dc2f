//! The only writer of `public/` and `.candour/`: everything at one stroke, or nothing.
//!
//! In: paths with bytes, put by many threads while pages are rendered. Out: the output folder in its new state.
//! Files that are the same as published stay untouched; only files of the last manifest are ever removed; whatever goes
//! wrong, and whenever the program is killed, the output folder is in its old state or its new one.
//! Not here: what is published; a failing build is a [`Publisher`] that is dropped.

mod amend;
pub mod cache;
mod carry;
mod commit;
mod folders;
mod ledger;
mod lock;
mod manifest;
mod paths;
mod staging;
mod sweep;
mod switch;
mod system;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

pub use self::cache::DiskCache;
use self::folders::Folders;
use self::ledger::Ledger;
use self::lock::Lock;
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
    _lock: Lock,
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
        amend::recover(&folders).and_then(|()| switch::recover(&folders)).map_err(cannot_clear)?;
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
}
