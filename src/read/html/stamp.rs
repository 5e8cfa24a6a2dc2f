//! What the disk says of files without their being read, so that a run need not read what it knows.
//!
//! In: paths. Out: [`Stamp`]: one digest of sizes, times, places on the disk. It decides whether work is left out, and is
//! never shown. Only systems that keep the time of every change of a file, which no tool can set back, have one.
//! Not here: what was known.

use std::fs::Metadata;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use crate::model::digest::Digest;

/// Two changes within this time may look like one: the coarsest disks count in two seconds.
const COARSEST: Duration = Duration::from_secs(2);

/// What the disk says of some files.
pub struct Stamp {
    /// One digest of it all.
    pub digest: Digest,
    newest: SystemTime,
}

impl Stamp {
    /// Whether any change after `now` will show: a file that changed a moment ago may change once more unseen.
    pub fn is_settled(&self, now: SystemTime) -> bool {
        self.newest.checked_add(COARSEST).is_some_and(|settled| settled < now)
    }
}

/// The stamp of files, each as it is shown and as it is opened; nothing when one of them is not there.
pub(super) fn of(files: &[(String, PathBuf)]) -> Option<Stamp> {
    let parts: Vec<Option<(Digest, SystemTime)>> = files.par_chunks(64).map(some).collect();
    let parts: Vec<(Digest, SystemTime)> = parts.into_iter().collect::<Option<_>>()?;
    let newest = parts.iter().map(|(_, newest)| *newest).max()?;
    Some(Stamp { digest: Digest::of_parts(parts.iter().map(|(digest, _)| &digest.bytes()[..])), newest })
}

fn some(files: &[(String, PathBuf)]) -> Option<(Digest, SystemTime)> {
    let mut told = Vec::with_capacity(files.len() * 128);
    let mut newest = SystemTime::UNIX_EPOCH;
    for (shown, disk) in files {
        let (numbers, changed) = told_of(&std::fs::metadata(disk).ok()?)?;
        newest = newest.max(changed);
        told.extend_from_slice(&shown.len().to_le_bytes());
        told.extend_from_slice(shown.as_bytes());
        for number in numbers {
            told.extend_from_slice(&number.to_le_bytes());
        }
    }
    Some((Digest::of(&told), newest))
}

/// Size, times and place of a file, and when it last changed in any way.
#[cfg(unix)]
fn told_of(file: &Metadata) -> Option<([i128; 7], SystemTime)> {
    use std::os::unix::fs::MetadataExt;
    let time = |seconds: i64, nanoseconds: i64| {
        let since = Duration::new(u64::try_from(seconds).ok()?, u32::try_from(nanoseconds).ok()?);
        SystemTime::UNIX_EPOCH.checked_add(since)
    };
    let changed = time(file.ctime(), file.ctime_nsec())?.max(time(file.mtime(), file.mtime_nsec())?);
    let numbers = [
        file.size().into(),
        file.mtime().into(),
        file.mtime_nsec().into(),
        file.ctime().into(),
        file.ctime_nsec().into(),
        file.ino().into(),
        file.dev().into(),
    ];
    Some((numbers, changed))
}

#[cfg(not(unix))]
fn told_of(_file: &Metadata) -> Option<([i128; 7], SystemTime)> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs::{self, FileTimes};
    use std::io::Write;

    use super::*;

    #[test]
    fn every_change_of_a_file_shows() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.html");
        let put = |text: &str| fs::File::create(&path).and_then(|mut file| file.write_all(text.as_bytes()));
        put("<p>a").expect("written");
        let files = [("a.html".to_owned(), path.clone())];
        let before = of(&files).expect("it is there");
        assert_eq!(of(&files).expect("it is there").digest, before.digest);
        let modified = fs::metadata(&path).and_then(|file| file.modified()).expect("a time");
        std::thread::sleep(Duration::from_millis(20));
        // As long as before, and with the time of before: only the system knows.
        put("<p>b").expect("written");
        let times = FileTimes::new().set_modified(modified);
        fs::File::options().write(true).open(&path).and_then(|file| file.set_times(times)).expect("set");
        assert_ne!(of(&files).expect("it is there").digest, before.digest);
        assert!(of(&[("b.html".to_owned(), folder.path().join("b.html"))]).is_none());
    }

    #[test]
    fn a_file_of_this_moment_is_not_settled() {
        let stamp = Stamp { digest: Digest::of(b""), newest: SystemTime::UNIX_EPOCH };
        assert!(!stamp.is_settled(SystemTime::UNIX_EPOCH + COARSEST));
        assert!(stamp.is_settled(SystemTime::UNIX_EPOCH + COARSEST * 2));
    }
}
