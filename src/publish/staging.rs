//! The next state of the output folder, laid out beside it.
//!
//! In: files as they are rendered, by many threads. Out: a folder that can take the place of the output folder.
//! Nothing is made before the first file, and what was made goes when the value is dropped before the switch.
//! Not here: what stays from the last build; that is `carry.rs`.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::sweep;

/// A folder in the making.
#[derive(Debug)]
pub(super) struct Staging {
    root: PathBuf,
    /// Folders that exist by now, so that each is made once. The root is the empty path. Compared as plain bytes: comparing
    /// paths part by part took as long as making the folders.
    made: Mutex<BTreeSet<OsString>>,
    /// Folders around the root that did not exist before, innermost first.
    around: Mutex<Vec<PathBuf>>,
}

impl Staging {
    /// A staging folder, not made yet.
    pub(super) fn at(root: PathBuf) -> Self {
        Self { root, made: Mutex::default(), around: Mutex::default() }
    }

    /// Where it is.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Writes a new file.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = Path::new(path);
        self.folder(path.parent().unwrap_or(Path::new("")))?;
        File::create_new(self.root.join(path))?.write_all(bytes)
    }

    /// Makes a folder below the root, and the root itself.
    pub(super) fn folder(&self, path: &Path) -> io::Result<()> {
        if self.has(path) {
            return Ok(());
        }
        if path.as_os_str().is_empty() {
            self.begin()?;
        } else {
            self.folder(path.parent().unwrap_or(Path::new("")))?;
            make(&self.root.join(path))?;
        }
        self.made().insert(path.as_os_str().to_owned());
        Ok(())
    }

    /// Whether a folder below the root was made.
    pub(super) fn has(&self, path: &Path) -> bool {
        self.made().contains(path.as_os_str())
    }

    /// The folder is somewhere else now: nothing is to be removed.
    pub(super) fn released(&self) {
        self.made().clear();
        self.around.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    fn begin(&self) -> io::Result<()> {
        let mut around = self.around.lock().unwrap_or_else(PoisonError::into_inner);
        let missing: Vec<PathBuf> =
            self.root.ancestors().skip(1).take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
        for folder in missing.iter().rev() {
            make(folder)?;
            around.insert(0, folder.clone());
        }
        make(&self.root)
    }

    fn made(&self) -> std::sync::MutexGuard<'_, BTreeSet<OsString>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if self.has(Path::new("")) {
            // What cannot be removed now is removed by the next build.
            let _ = sweep::clear(&self.root);
        }
        for folder in self.around.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Another thread may have made the folder in the same moment.
fn make(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        result => result,
    }
}
