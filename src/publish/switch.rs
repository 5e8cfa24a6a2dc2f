//! The one stroke at which a new state replaces the old.
//!
//! In: a finished staging folder. Out: the output folder, and where the old state stands now.
//! When it fails, the output folder is what it was.
//! Not here: making either state.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::folders::Folders;
use super::system;

/// Puts the staging folder in the place of the output folder. The answer is where the old state is, if there was one.
pub(super) fn switch(folders: &Folders) -> io::Result<Option<PathBuf>> {
    if !folders.output.exists() {
        fs::rename(&folders.staging, &folders.output)?;
        return Ok(None);
    }
    match system::exchange(&folders.staging, &folders.output) {
        Ok(()) => Ok(Some(folders.staging.clone())),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => by_two_renames(folders).map(Some),
        Err(error) => Err(error),
    }
}

/// For systems that cannot exchange two folders: for a moment neither is in place.
fn by_two_renames(folders: &Folders) -> io::Result<PathBuf> {
    fs::rename(&folders.output, &folders.aside)?;
    if let Err(error) = fs::rename(&folders.staging, &folders.output) {
        fs::rename(&folders.aside, &folders.output)?;
        return Err(error);
    }
    Ok(folders.aside.clone())
}

/// Finishes or undoes a switch by two renames that was interrupted between them.
pub(super) fn recover(folders: &Folders) -> io::Result<()> {
    if folders.aside.exists() && folders.output.symlink_metadata().is_err() {
        fs::rename(&folders.aside, &folders.output)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{by_two_renames, recover};
    use crate::publish::folders::Folders;
    use std::fs;
    use std::path::Path;

    fn folders(root: &Path) -> Folders {
        fs::create_dir_all(root.join("public/old")).unwrap();
        Folders::of(root, Path::new("public")).unwrap()
    }

    #[test]
    fn two_renames_do_what_an_exchange_does() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        fs::create_dir_all(folders.staging.join("new")).unwrap();
        assert_eq!(by_two_renames(&folders).unwrap(), folders.aside);
        assert!(folders.output.join("new").exists() && folders.aside.join("old").exists());
    }

    #[test]
    fn the_old_state_comes_back_when_the_second_rename_fails() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        assert!(by_two_renames(&folders).is_err());
        assert!(folders.output.join("old").exists() && !folders.aside.exists());
    }

    #[test]
    fn the_old_state_comes_back_after_a_kill_between_the_renames() {
        let home = tempfile::tempdir().unwrap();
        let folders = folders(home.path());
        fs::rename(&folders.output, &folders.aside).unwrap();
        recover(&folders).unwrap();
        assert!(folders.output.join("old").exists());
    }
}
