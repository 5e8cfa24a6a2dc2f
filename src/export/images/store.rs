//! Pictures in the cache: a short head, then the bytes of every version one after the other.
//!
//! In and out: a studied picture. An entry that cannot be understood is as good as none.
//! Not here: where entries are kept.

use serde::{Deserialize, Serialize};

use super::{Studied, Version};
use crate::model::cache::Cache;
use crate::model::digest::Digest;
use crate::model::picture::Format;

/// Other settings of `raster.rs` make other bytes: raise this with every change there.
const EPOCH: &[u8] = b"pictures 1";
const KIND: &str = "pictures";

#[derive(Deserialize, Serialize)]
struct Head {
    format: Format,
    width: u32,
    height: u32,
    /// Format, width and length in bytes of each version.
    versions: Vec<(Format, u32, usize)>,
}

/// What was kept of a picture.
pub(super) fn get(cache: &dyn Cache, digest: &Digest) -> Option<Studied> {
    let bytes = cache.get(KIND, &key(digest))?;
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (head, mut rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
    let head: Head = serde_json::from_slice(head).ok()?;
    let mut versions = Vec::with_capacity(head.versions.len());
    for (format, width, length) in head.versions {
        let (bytes, after) = rest.split_at_checked(length)?;
        versions.push(Version { format, width, bytes: bytes.to_vec() });
        rest = after;
    }
    Some(Studied { format: head.format, width: head.width, height: head.height, versions })
}

/// Keeps a picture.
pub(super) fn put(cache: &dyn Cache, digest: &Digest, studied: &Studied) {
    let versions =
        studied.versions.iter().map(|version| (version.format, version.width, version.bytes.len())).collect();
    let head = Head { format: studied.format, width: studied.width, height: studied.height, versions };
    let Ok(head) = serde_json::to_vec(&head) else { return };
    let Ok(length) = u32::try_from(head.len()) else { return };
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend(head);
    for version in &studied.versions {
        bytes.extend(&version.bytes);
    }
    cache.put(KIND, &key(digest), &bytes);
}

fn key(digest: &Digest) -> Digest {
    Digest::of_parts([EPOCH, digest.bytes().as_slice()])
}

#[cfg(test)]
mod tests {
    use super::{Studied, Version, get, put};
    use crate::model::cache::Cache;
    use crate::model::digest::Digest;
    use crate::model::picture::Format;
    use std::sync::Mutex;

    #[derive(Default)]
    struct OneEntry(Mutex<Vec<u8>>);

    impl Cache for OneEntry {
        fn get(&self, _kind: &str, _key: &Digest) -> Option<Vec<u8>> {
            self.0.lock().ok().map(|bytes| bytes.clone())
        }

        fn put(&self, _kind: &str, _key: &Digest, bytes: &[u8]) {
            *self.0.lock().unwrap() = bytes.to_vec();
        }
    }

    #[test]
    fn a_picture_comes_back_as_it_was_kept_and_a_cut_entry_does_not() {
        let version = |width: u32, text: &str| Version { format: Format::WebP, width, bytes: text.into() };
        let versions = vec![version(320, "small"), version(640, "larger")];
        let studied = Studied { format: Format::Png, width: 800, height: 600, versions };
        let (cache, digest) = (OneEntry::default(), Digest::of(b"walk"));
        put(&cache, &digest, &studied);
        assert_eq!(get(&cache, &digest), Some(studied));
        cache.0.lock().unwrap().pop();
        assert_eq!(get(&cache, &digest), None);
    }
}
