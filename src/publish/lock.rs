//! One build of a site at a time.
//!
//! In: the state folder. Out: a lock that ends with the value, also when the program is killed.
//! Not here: waiting; a second build is told so at once.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use crate::diag::failure::Failure;

/// The lock of a site, held as long as the value lives.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file is not enough while a program that was started meanwhile still has a copy of it.
        let _ = self.0.unlock();
    }
}

/// Takes the lock of a site.
pub(super) fn take(state: &Path) -> Result<Lock, Failure> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(state.join("lock"))
        .map_err(|error| Failure::of_disk("the lock of the site cannot be opened", ".candour/lock", &error))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock(file)),
        Err(TryLockError::WouldBlock) => Err(Failure::new("another build of this site is running")
            .at(".candour/lock")
            .help("wait until it has finished, then run this one again")),
        // Some network disks know no locks; a build there is as safe as its users are careful.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(Lock(file)),
        Err(TryLockError::Error(error)) => {
            Err(Failure::of_disk("the lock of the site cannot be taken", ".candour/lock", &error))
        }
    }
}
