//! The cache on the disk: `.candour/cache/<kind>/<key>`.
//!
//! In and out: bytes behind the digest of all they depend on. Each entry begins with the digest of its own bytes, so a
//! broken one is as good as none. Entries that a whole build did not use are dropped at its end.
//! Not here: what is worth keeping.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::sweep;
use crate::model::cache::Cache;
use crate::model::digest::Digest;

/// A cache below a site's state folder.
#[derive(Debug)]
pub struct DiskCache {
    root: PathBuf,
    used: Mutex<BTreeSet<(String, Digest)>>,
}

impl DiskCache {
    /// The cache of a site. Nothing is made before the first entry.
    pub fn of(root: &Path) -> Self {
        Self { root: root.join(".candour").join("cache"), used: Mutex::default() }
    }

    /// Drops the entries that were not used since the cache was opened. What cannot be dropped stays.
    pub fn drop_unused(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        for kind in fs::read_dir(&self.root).into_iter().flatten().flatten() {
            let name = kind.file_name().to_string_lossy().into_owned();
            for entry in fs::read_dir(kind.path()).into_iter().flatten().flatten() {
                let digest = entry.file_name().to_str().and_then(Digest::from_hex);
                if !digest.is_some_and(|digest| used.contains(&(name.clone(), digest))) {
                    let _ = sweep::remove_file(&entry.path());
                }
            }
        }
    }

    fn mark(&self, kind: &str, key: &Digest) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert((kind.to_owned(), *key));
    }

    fn write(&self, kind: &str, key: &Digest, bytes: &[u8]) -> io::Result<()> {
        let folder = self.root.join(kind);
        fs::create_dir_all(&folder)?;
        let name = key.to_string();
        let fresh = folder.join(format!("{name}.fresh"));
        let mut file = File::create(&fresh)?;
        file.write_all(Digest::of(bytes).bytes())?;
        file.write_all(bytes)?;
        drop(file);
        fs::rename(&fresh, folder.join(name))
    }
}

impl Cache for DiskCache {
    fn get(&self, kind: &str, key: &Digest) -> Option<Vec<u8>> {
        let mut bytes = fs::read(self.root.join(kind).join(key.to_string())).ok()?;
        let content = bytes.split_off(32.min(bytes.len()));
        if bytes.as_slice() != Digest::of(&content).bytes() {
            return None;
        }
        self.mark(kind, key);
        Some(content)
    }

    fn put(&self, kind: &str, key: &Digest, bytes: &[u8]) {
        // A cache that cannot be written costs time at the next build, nothing else.
        if self.write(kind, key, bytes).is_ok() {
            self.mark(kind, key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cache, Digest, DiskCache};
    use std::fs::{self, File};
    use std::io::Write;

    #[test]
    fn entries_that_a_build_did_not_use_are_dropped() {
        let site = tempfile::tempdir().unwrap();
        let (one, two) = (Digest::of(b"1"), Digest::of(b"2"));
        let first = DiskCache::of(site.path());
        first.put("pictures", &one, b"one");
        first.put("pictures", &two, b"two");
        let second = DiskCache::of(site.path());
        assert_eq!(second.get("pictures", &one).as_deref(), Some(&b"one"[..]));
        second.drop_unused();
        assert_eq!(second.get("pictures", &two), None);
        assert_eq!(second.get("pictures", &one).as_deref(), Some(&b"one"[..]));
    }

    #[test]
    fn a_broken_entry_is_as_good_as_none() {
        let site = tempfile::tempdir().unwrap();
        let cache = DiskCache::of(site.path());
        let key = Digest::of(b"1");
        cache.put("pictures", &key, b"one");
        let path = site.path().join(".candour/cache/pictures").join(key.to_string());
        let length = fs::metadata(&path).unwrap().len();
        File::options().write(true).open(&path).unwrap().set_len(length - 1).unwrap();
        assert_eq!(cache.get("pictures", &key), None);
        File::create(&path).unwrap().write_all(b"x").unwrap();
        assert_eq!(cache.get("pictures", &key), None);
    }
}
