//! Replacing one file at one stroke: a reader sees the old bytes or the new ones, never a part.
//!
//! In: a path and bytes. Out: the file, with the rights that it had. A symbolic link stays; what it leads to is replaced.
//! Not here: which files may be replaced; `public/`, which is `publish/` alone.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file, new or in the place of another.
pub fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let (mut file, beside) = beside(&target)?;
    let written = file.write_all(bytes).and_then(|()| like(&target, &file)).and_then(|()| file.sync_all());
    drop(file);
    let outcome = written.and_then(|()| fs::rename(&beside, &target));
    if outcome.is_err() {
        #[expect(clippy::disallowed_methods, reason = "takes away the half-made file of this very call")]
        let _ = fs::remove_file(&beside);
    }
    outcome
}

/// A new file in the same folder, under a hidden name that no reader of a site looks at.
fn beside(target: &Path) -> io::Result<(File, PathBuf)> {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    for number in 0..100 {
        let path = target.with_file_name(format!(".{name}.candour-{number}"));
        match File::create_new(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            outcome => return outcome.map(|file| (file, path)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Gives the new file the rights of the old one, where there is one. A file that may not be written stays as it is.
fn like(target: &Path, file: &File) -> io::Result<()> {
    match fs::metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(metadata) if metadata.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        Ok(metadata) => file.set_permissions(metadata.permissions()),
    }
}

#[cfg(test)]
mod tests {
    use super::put;
    use std::fs;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.md");
        put(&path, b"one").unwrap();
        put(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn rights_and_links_stay_as_they_are() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let home = tempfile::tempdir().unwrap();
        let (path, link) = (home.path().join("a.md"), home.path().join("b.md"));
        put(&path, b"one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        put(&link, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(put(&path, b"three").is_err());
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 2, "nothing is left beside them");
    }
}
