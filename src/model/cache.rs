//! Results that cost much to make, kept between builds under the digest of all that they depend on.
//!
//! In: a kind (`pictures`), a key, bytes. Out: the same bytes at a later build, or nothing.
//! Nothing is ever invalidated: other inputs have another key. Losing an entry costs time only.
//! Not here: where entries are kept; that is `publish/`.

use super::digest::Digest;

/// A place for results. Every answer may be nothing, so callers must be able to make the result again.
pub trait Cache: Sync {
    /// What was kept under a key.
    fn get(&self, kind: &str, key: &Digest) -> Option<Vec<u8>>;

    /// Keeps bytes under a key, if that is possible.
    fn put(&self, kind: &str, key: &Digest, bytes: &[u8]);
}

/// A cache that keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoCache;

impl Cache for NoCache {
    fn get(&self, _kind: &str, _key: &Digest) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _kind: &str, _key: &Digest, _bytes: &[u8]) {}
}
