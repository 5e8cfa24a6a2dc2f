//! What stays: published files that have not changed, and everything in the output folder that is not ours.
//!
//! In: the output folder as it is, the list of what this build publishes, the last manifest. Out: the same files in the
//! staging folder, as links to the same content, so that bytes, times and identity stay.
//! Not here: new files; they are in the staging folder already.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, DirEntry, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::folders::Folders;
use super::ledger::Entry;
use super::manifest::{Manifest, has_below};
use super::staging::Staging;
use super::system;
use crate::diag::failure::Failure;

/// One pass over the output folder.
pub(super) struct Carry<'a> {
    /// Where it is.
    pub(super) folders: &'a Folders,
    /// Where things go.
    pub(super) staging: &'a Staging,
    /// What this build publishes.
    pub(super) files: &'a BTreeMap<String, Entry>,
    /// What the last build published.
    pub(super) last: &'a Manifest,
    /// Paths that are not ours, filled on the way.
    pub(super) foreign: Mutex<BTreeSet<PathBuf>>,
}

impl Carry<'_> {
    /// Carries everything that stays.
    pub(super) fn all(&self) -> Result<(), Failure> {
        self.staging
            .folder(Path::new(""))
            .map_err(|error| self.failure("the folder cannot be made", Path::new(""), &error))?;
        let fresh = fs::metadata(self.staging.root())
            .map_err(|error| self.failure("the folder cannot be read", Path::new(""), &error))?;
        self.folder(Path::new(""), &fresh)
    }

    fn folder(&self, below: &Path, fresh: &Metadata) -> Result<(), Failure> {
        let cannot_read = |error: io::Error| self.failure("the folder cannot be read", below, &error);
        let disk = self.folders.output.join(below);
        let entries: Vec<DirEntry> = fs::read_dir(&disk).and_then(Iterator::collect).map_err(cannot_read)?;
        if entries.is_empty() && !key(below).is_some_and(|key| self.last.has_below(&key)) {
            self.check_free(below, true)?;
            self.staging.folder(below).map_err(|error| self.failure("the folder cannot be made", below, &error))?;
        }
        let mut folders = Vec::new();
        for entry in entries {
            let path = below.join(entry.file_name());
            let kind = entry.file_type().map_err(cannot_read)?;
            if kind.is_dir() { folders.push(path) } else { self.file(&path, kind)? }
        }
        folders.into_par_iter().try_for_each(|folder| self.folder(&folder, fresh))?;
        if self.staging.has(below) {
            let old = fs::metadata(&disk).map_err(cannot_read)?;
            system::make_like(&self.staging.root().join(below), &old, fresh)
                .map_err(|error| self.failure("the rights of the folder cannot be kept", below, &error))?;
        }
        Ok(())
    }

    fn file(&self, path: &Path, kind: FileType) -> Result<(), Failure> {
        let key = key(path);
        match key.as_deref().and_then(|key| self.files.get(key)) {
            Some(entry) if entry.kept => {}
            Some(_) => return Ok(()),
            None if kind.is_file() && key.as_deref().is_some_and(|key| self.last.files.contains_key(key)) => {
                return Ok(());
            }
            None => {
                self.check_free(path, false)?;
                self.foreign.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
            }
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        self.staging.folder(folder).map_err(|error| self.failure("the folder cannot be made", folder, &error))?;
        system::link(&self.folders.output.join(path), &self.staging.root().join(path))
            .map_err(|error| self.failure("the file cannot be kept", path, &error))
    }

    /// Refuses what is not ours where a published file needs its place.
    fn check_free(&self, path: &Path, is_folder: bool) -> Result<(), Failure> {
        let above = path.ancestors().skip(usize::from(!is_folder)).filter_map(key);
        for folder in above {
            if self.files.contains_key(&folder) {
                return Err(self.taken(path, &format!("the build writes a file `{folder}` where this folder is")));
            }
        }
        match key(path) {
            Some(key) if !is_folder && has_below(self.files, &key) => {
                Err(self.taken(path, "the build needs a folder where this file is"))
            }
            _ => Ok(()),
        }
    }

    fn taken(&self, path: &Path, message: &str) -> Failure {
        Failure::new(format!("{message}, and candour did not put it there"))
            .at(self.folders.show(&path.to_string_lossy()))
            .help("move it away, or give the page another address with `slug`")
    }

    fn failure(&self, what: &str, path: &Path, error: &io::Error) -> Failure {
        Failure::of_disk(what, self.folders.show(&path.to_string_lossy()), error)
    }
}

/// The path as manifests spell it; a name that is no text is never ours.
pub(super) fn key(path: &Path) -> Option<String> {
    let text = path.to_str()?;
    if text.is_empty() { None } else { Some(text.replace(std::path::MAIN_SEPARATOR, "/")) }
}
