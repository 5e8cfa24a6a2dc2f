//! What this build publishes, noted by many threads at once.
//!
//! In: paths with the prints of their bytes. Out: the list of all, or the two paths that cannot both be.
//! Not here: the disk.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::manifest::{Print, has_below};
use crate::diag::failure::Failure;

/// Paths whose spelling in lower case is the same share a shelf, so threads seldom wait for each other.
const SHELVES: usize = 32;

/// One published file.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its path as given.
    pub(super) path: String,
    /// Its bytes.
    pub(super) print: Print,
    /// Whether the published file stays.
    pub(super) kept: bool,
}

/// The list of published files while it grows.
#[derive(Debug)]
pub(super) struct Ledger {
    shelves: Vec<Mutex<BTreeMap<String, Entry>>>,
}

impl Ledger {
    /// An empty list.
    pub(super) fn new() -> Self {
        Self { shelves: (0..SHELVES).map(|_| Mutex::default()).collect() }
    }

    /// Notes a file. The answer tells whether it is new; the same path with the same bytes may come again.
    pub(super) fn note(&self, path: &str, print: Print) -> Result<bool, Failure> {
        let key = path.to_lowercase();
        let Some(known) = self.shelf(&key) else { return Ok(true) };
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(other) = known.get(&key) else {
            known.insert(key, Entry { path: path.to_owned(), print, kept: false });
            return Ok(true);
        };
        if other.path != path {
            let message = format!("the site has `{}` and `{path}`, which are one file on many computers", other.path);
            return Err(Failure::new(message).help("give one of them another name"));
        }
        if other.print != print {
            return Err(Failure::new(format!("two parts of the site both write `{path}`"))
                .help("give one of them another name"));
        }
        Ok(false)
    }

    /// Notes that the published file stays as it is.
    pub(super) fn keep(&self, path: &str) {
        let key = path.to_lowercase();
        if let Some(shelf) = self.shelf(&key)
            && let Some(entry) = shelf.lock().unwrap_or_else(PoisonError::into_inner).get_mut(&key)
        {
            entry.kept = true;
        }
    }

    /// All files by path; a file that stands where another needs a folder is a failure.
    pub(super) fn close(self) -> Result<BTreeMap<String, Entry>, Failure> {
        let shelves = self.shelves.into_iter().map(|shelf| shelf.into_inner().unwrap_or_else(PoisonError::into_inner));
        let all: BTreeMap<String, Entry> =
            shelves.flat_map(BTreeMap::into_values).map(|entry| (entry.path.clone(), entry)).collect();
        match all.keys().find(|path| has_below(&all, path)) {
            Some(path) => Err(Failure::new(format!("the site has a file `{path}` and a folder of the same name"))
                .help("give one of them another name")),
            None => Ok(all),
        }
    }

    fn shelf(&self, key: &str) -> Option<&Mutex<BTreeMap<String, Entry>>> {
        let sum = key.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
        self.shelves.get(sum % SHELVES)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ledger, Print};

    #[test]
    fn paths_that_differ_only_in_letter_case_are_refused_by_name() {
        let ledger = Ledger::new();
        assert_eq!(ledger.note("care/Map.pdf", Print::of(b"1")), Ok(true));
        let failure = ledger.note("care/map.pdf", Print::of(b"1")).unwrap_err();
        assert!(failure.message.contains("`care/Map.pdf`") && failure.message.contains("`care/map.pdf`"));
    }

    #[test]
    fn the_same_file_may_come_twice_but_not_with_other_bytes() {
        let ledger = Ledger::new();
        assert_eq!(ledger.note("a.css", Print::of(b"1")), Ok(true));
        assert_eq!(ledger.note("a.css", Print::of(b"1")), Ok(false));
        assert!(ledger.note("a.css", Print::of(b"2")).is_err());
    }

    #[test]
    fn a_file_cannot_be_a_folder_as_well() {
        let ledger = Ledger::new();
        for path in ["care", "care-homes/index.html", "care/index.html"] {
            ledger.note(path, Print::of(b"")).unwrap();
        }
        assert!(ledger.close().unwrap_err().message.contains("`care`"));
    }
}
