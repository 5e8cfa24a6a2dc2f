//! What the standard library cannot ask of the operating system, or asks differently on each.
//! The only file that names `rustix`.
//!
//! In: paths. Out: the plain answer, with something sensible where a system lacks the feature.
//! Not here: any decision.

use std::fs::{self, File, FileTimes, Metadata};
use std::io;
use std::path::Path;
use std::time::SystemTime;

/// Whether entries may be made in a folder. A folder without any right to write counts as read-only for everybody.
pub(super) fn check_writable(folder: &Path) -> io::Result<()> {
    if fs::metadata(folder)?.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    #[cfg(unix)]
    rustix::fs::access(folder, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK)?;
    Ok(())
}

/// Lets two folders change places in one step. The answer is `Unsupported` where there is no such step.
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|errno| match errno {
            Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP => io::ErrorKind::Unsupported.into(),
            _ => errno.into(),
        })
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (one, other);
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// When a file last changed in any way. On Unix the time of the last change of its state counts as well, because the
/// time of its content can be set back by tools that copy files.
pub(super) fn changed(metadata: &Metadata) -> Option<SystemTime> {
    let content = metadata.modified().ok()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        use std::time::Duration;
        let seconds = u64::try_from(metadata.ctime()).ok()?;
        let nanoseconds = u32::try_from(metadata.ctime_nsec()).ok()?;
        let state = SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, nanoseconds))?;
        Some(content.max(state))
    }
    #[cfg(not(unix))]
    Some(content)
}

/// Gives a new folder the rights and, where allowed, the owner of the one it stands for.
pub(super) fn make_like(new: &Path, old: &Metadata, fresh: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if (old.uid(), old.gid()) != (fresh.uid(), fresh.gid()) {
            // Only an administrator may do this; for everybody else the folder is simply theirs.
            let _ = std::os::unix::fs::chown(new, Some(old.uid()), Some(old.gid()));
        }
    }
    if old.permissions() == fresh.permissions() {
        return Ok(());
    }
    fs::set_permissions(new, old.permissions())
}

/// Gives a file a second name; where the disk cannot do that, a copy with the same times.
pub(super) fn link(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound) => Err(error),
        Err(error) => copy(from, to, error),
        Ok(()) => Ok(()),
    }
}

fn copy(from: &Path, to: &Path, refused: io::Error) -> io::Result<()> {
    let metadata = fs::symlink_metadata(from)?;
    if metadata.is_symlink() {
        return copy_link(from, to);
    }
    if !metadata.is_file() {
        return Err(refused);
    }
    fs::copy(from, to)?;
    let times = FileTimes::new().set_modified(metadata.modified()?);
    File::options().append(true).open(to)?.set_times(times)
}

/// Makes a link that leads where another one leads.
fn copy_link(from: &Path, to: &Path) -> io::Result<()> {
    let target = fs::read_link(from)?;
    #[cfg(unix)]
    return std::os::unix::fs::symlink(target, to);
    #[cfg(windows)]
    return if from.is_dir() {
        std::os::windows::fs::symlink_dir(target, to)
    } else {
        std::os::windows::fs::symlink_file(target, to)
    };
    #[cfg(not(any(unix, windows)))]
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::copy;
    use std::fs::{self, File};
    use std::io::{self, Write};
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_copy_keeps_the_time_of_the_file() {
        let home = tempfile::tempdir().unwrap();
        let (from, to) = (home.path().join("from"), home.path().join("to"));
        let mut file = File::create(&from).unwrap();
        file.write_all(b"care").unwrap();
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000);
        file.set_modified(time).unwrap();
        copy(&from, &to, io::ErrorKind::Unsupported.into()).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"care");
        assert_eq!(fs::metadata(&to).unwrap().modified().unwrap(), time);
    }
}
