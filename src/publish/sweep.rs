//! Removing a folder that has been replaced, or that was never finished.
//!
//! In: the folder. Out: nothing of it, except what somebody put there in the meantime, which moves on.
//! Not here: the output folder itself, which is never swept.

use std::fs;
use std::io;
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// Removes a folder and all that is in it, if it is there.
pub(super) fn clear(folder: &Path) -> io::Result<()> {
    sweep(folder, &|_| true)
}

/// Removes a replaced folder. A file that was not there when it was read (`known` says so of paths below it)
/// was put there by somebody else since, and moves to the folder that took its place.
pub(super) fn retire(old: &Path, new: &Path, known: &(dyn Fn(&Path) -> bool + Sync)) -> io::Result<()> {
    sweep(old, &|file| {
        let Ok(below) = file.strip_prefix(old) else { return true };
        if known(below) {
            return true;
        }
        let to = new.join(below);
        let free = to.symlink_metadata().is_err();
        let folder = to.parent().map_or(Ok(()), fs::create_dir_all);
        !(free && folder.and_then(|()| fs::rename(file, &to)).is_ok())
    })
}

/// Removes every file for which `removable` is true (it may have moved the others), then the empty folders.
fn sweep(folder: &Path, removable: &(dyn Fn(&Path) -> bool + Sync)) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    let mut folders = Vec::new();
    let mut opened = false;
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else {
            let file = entry.path();
            if removable(&file) {
                remove(&file, folder, &mut opened)?;
            }
        }
    }
    folders.into_par_iter().try_for_each(|below| sweep(&below, removable))?;
    fs::remove_dir(folder).or_else(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => {
            open(folder.parent().unwrap_or(folder))?;
            fs::remove_dir(folder)
        }
        _ => Err(error),
    })
}

/// A folder that nobody may write can still be ours to remove: it is opened once, then it works or it does not.
fn remove(file: &Path, folder: &Path, opened: &mut bool) -> io::Result<()> {
    match remove_file(file) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied && !*opened => {
            *opened = true;
            open(folder)?;
            remove_file(file)
        }
        result => result,
    }
}

/// Removes a file, if it is there.
#[expect(clippy::disallowed_methods, reason = "publish/ is the one place that removes files")]
pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

#[expect(clippy::permissions_set_readonly_false, reason = "the folder is about to be removed")]
fn open(folder: &Path) -> io::Result<()> {
    let mut rights = fs::metadata(folder)?.permissions();
    rights.set_readonly(false);
    fs::set_permissions(folder, rights)
}

#[cfg(test)]
mod tests {
    use super::{clear, retire};
    use std::fs::{self, File};
    use std::path::Path;

    #[test]
    fn a_file_that_arrived_late_moves_to_the_new_folder() {
        let home = tempfile::tempdir().unwrap();
        let (old, new) = (home.path().join("old"), home.path().join("new"));
        fs::create_dir_all(old.join("a")).unwrap();
        fs::create_dir_all(&new).unwrap();
        File::create(old.join("a/known")).unwrap();
        File::create(old.join("a/late")).unwrap();
        retire(&old, &new, &|path| path == Path::new("a/known")).unwrap();
        assert!(!old.exists());
        assert!(new.join("a/late").exists() && !new.join("a/known").exists());
    }

    #[test]
    fn clearing_what_is_not_there_is_done_already() {
        let home = tempfile::tempdir().unwrap();
        assert!(clear(&home.path().join("none")).is_ok());
    }
}
