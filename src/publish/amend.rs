//! A few changed files, put in place one by one with the way back prepared.
//!
//! In: new files in the staging folder, files to remove. Out: the output folder in its new state, all other files
//! untouched. Used when so little changes that laying out the whole folder anew would cost far more than the change.
//! Every step is one rename; whatever fails is undone, and what a kill interrupts the next build finishes.
//! Not here: changes where a file becomes a folder or the other way round; those exchange whole folders.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use super::folders::Folders;
use super::ledger::Entry;
use super::manifest::Manifest;
use super::{sweep, system};

/// A folder of at most this many files is laid out anew in no time, so it is always exchanged at one stroke.
const QUICK_TO_LAY_OUT: usize = 2_000;

/// The changes of one build.
#[derive(Debug)]
pub(super) struct Changes<'a> {
    written: Vec<&'a str>,
    removed: Vec<&'a str>,
}

impl<'a> Changes<'a> {
    /// The changes, if they are few and plain enough to be made one by one.
    pub(super) fn few(folders: &Folders, files: &'a BTreeMap<String, Entry>, removed: &[&'a str]) -> Option<Self> {
        let written: Vec<&str> = files.values().filter(|entry| !entry.kept).map(|entry| entry.path.as_str()).collect();
        let few = (written.len() + removed.len()).saturating_mul(10) <= files.len();
        let few = few && files.len() > QUICK_TO_LAY_OUT;
        let plain = |path: &&str| is_plain(&folders.output, path);
        (few && written.iter().all(plain)).then(|| Self { written, removed: removed.to_vec() })
    }

    /// Makes the changes. When one fails, those before it are undone.
    pub(super) fn make(&self, folders: &Folders, next: &Manifest) -> io::Result<()> {
        sweep::clear(&folders.undo)?;
        let prepared = self.prepare(folders).and_then(|()| next.announce(&folders.manifest));
        let made = prepared.and_then(|()| {
            self.written.iter().try_for_each(|path| place(&folders.staging, &folders.output, path))?;
            self.removed.iter().try_for_each(|path| remove(&folders.output, path))
        });
        if let Err(error) = made {
            self.undo(folders)?;
            Manifest::withdraw(&folders.manifest)?;
            sweep::clear(&folders.undo)?;
            return Err(error);
        }
        Ok(())
    }

    /// Gives every file that is about to go a second name in the undo folder.
    fn prepare(&self, folders: &Folders) -> io::Result<()> {
        fs::create_dir_all(&folders.undo)?;
        for path in self.written.iter().chain(&self.removed) {
            let to = folders.undo.join(path);
            fs::create_dir_all(to.parent().unwrap_or(&folders.undo))?;
            match system::link(&folders.output.join(path), &to) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    fn undo(&self, folders: &Folders) -> io::Result<()> {
        for path in self.written.iter().chain(&self.removed) {
            if folders.undo.join(path).symlink_metadata().is_ok() {
                place(&folders.undo, &folders.output, path)?;
            } else if folders.staging.join(path).symlink_metadata().is_err() {
                remove(&folders.output, path)?;
            }
        }
        Ok(())
    }
}

/// Finishes the changes of a build that was killed while it made them.
pub(super) fn recover(folders: &Folders) -> io::Result<()> {
    if !folders.undo.exists() {
        return Ok(());
    }
    if let Some(next) = Manifest::announced(&folders.manifest) {
        for path in files_below(&folders.staging)? {
            place(&folders.staging, &folders.output, &path)?;
        }
        for path in files_below(&folders.undo)?.iter().filter(|path| !next.files.contains_key(*path)) {
            remove(&folders.output, path)?;
        }
        next.settle(&folders.manifest)?;
    }
    sweep::clear(&folders.undo)
}

/// Takes away what was prepared for undoing; what cannot be removed now is removed by the next build.
pub(super) fn finish(folders: &Folders) {
    let _ = sweep::clear(&folders.undo);
}

/// Whether a file can be put there by one rename: no folder in its place, no file where it needs a folder.
fn is_plain(output: &Path, path: &str) -> bool {
    let kind = |path: &Path| output.join(path).symlink_metadata().as_ref().map(Metadata::file_type).ok();
    let path = Path::new(path);
    let free = kind(path).is_none_or(|kind| !kind.is_dir());
    free && path.ancestors().skip(1).all(|folder| kind(folder).is_none_or(|kind| kind.is_dir()))
}

/// Moves a file to the same path below another folder.
fn place(from: &Path, to: &Path, path: &str) -> io::Result<()> {
    let target = to.join(path);
    match fs::rename(from.join(path), &target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(target.parent().unwrap_or(to))?;
            fs::rename(from.join(path), &target)
        }
        result => result,
    }
}

/// Removes a file and the folders that are empty without it.
fn remove(output: &Path, path: &str) -> io::Result<()> {
    sweep::remove_file(&output.join(path))?;
    let mut folder = Path::new(path).parent();
    while let Some(inner) = folder.filter(|inner| !inner.as_os_str().is_empty()) {
        if fs::remove_dir(output.join(inner)).is_err() {
            break;
        }
        folder = inner.parent();
    }
    Ok(())
}

/// Paths of all files below a folder, with `/`.
fn files_below(folder: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(below) = open.pop() {
        let entries = match fs::read_dir(folder.join(&below)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if below.is_empty() { name } else { format!("{below}/{name}") };
            if entry.file_type()?.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{Changes, recover};
    use crate::publish::folders::Folders;
    use crate::publish::manifest::{Manifest, Print};
    use std::collections::BTreeMap;
    use std::fs::{self, File};
    use std::io::Write;
    use std::path::Path;

    fn write(folder: &Path, path: &str, text: &str) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    fn read(folder: &Path, path: &str) -> Option<String> {
        fs::read_to_string(folder.join(path)).ok()
    }

    /// A site with `changed` and `removed` published, and new files in staging.
    fn folders(root: &Path) -> Folders {
        for path in ["public/changed", "public/deep/removed", ".candour/lock"] {
            write(root, path, "old");
        }
        let folders = Folders::of(root, Path::new("public")).unwrap();
        for path in ["changed", "new/index.html"] {
            write(&folders.staging, path, "new");
        }
        folders
    }

    fn manifest(paths: &[&str]) -> Manifest {
        let files: BTreeMap<_, _> = paths.iter().map(|path| ((*path).to_owned(), Print::of(b"new"))).collect();
        Manifest::new("", "", files)
    }

    #[test]
    fn changes_are_undone_when_one_of_them_fails() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        let changes =
            Changes { written: vec!["changed", "new/index.html", "never-staged"], removed: vec!["deep/removed"] };
        assert!(changes.make(&folders, &manifest(&[])).is_err());
        assert_eq!(read(&folders.output, "changed").as_deref(), Some("old"));
        assert_eq!(read(&folders.output, "deep/removed").as_deref(), Some("old"));
        assert!(!folders.output.join("new").exists() && !folders.undo.exists());
        assert!(Manifest::announced(&folders.manifest).is_none());
    }

    #[test]
    fn changes_that_a_kill_interrupted_are_finished() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        let changes = Changes { written: vec!["changed", "new/index.html"], removed: vec!["deep/removed"] };
        changes.prepare(&folders).unwrap();
        manifest(&["changed", "new/index.html"]).announce(&folders.manifest).unwrap();
        fs::rename(folders.staging.join("changed"), folders.output.join("changed")).unwrap();
        recover(&folders).unwrap();
        assert_eq!(read(&folders.output, "changed").as_deref(), Some("new"));
        assert_eq!(read(&folders.output, "new/index.html").as_deref(), Some("new"));
        assert!(!folders.output.join("deep").exists() && !folders.undo.exists());
        assert!(Manifest::announced(&folders.manifest).is_none());
    }

    #[test]
    fn a_kill_before_the_first_change_changes_nothing() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        let changes = Changes { written: vec!["changed", "new/index.html"], removed: vec!["deep/removed"] };
        changes.prepare(&folders).unwrap();
        recover(&folders).unwrap();
        assert_eq!(read(&folders.output, "changed").as_deref(), Some("old"));
        assert!(!folders.output.join("new").exists() && !folders.undo.exists());
    }
}
