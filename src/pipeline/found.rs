//! The search index: made of what the pages say, kept for the next build, handed to the sink.
//!
//! In: what search knows of each page, in the order of the pages. Out: the files of an index for each language. An index
//! is kept under the digest of everything it is made of, so a build that changes no text of a language makes none anew.
//! Not here: which pages are found; the indexer.

use std::collections::BTreeMap;

use super::Sink;
use crate::diag::failure::Failure;
use crate::export;
use crate::model::cache::Cache;
use crate::model::digest::Digest;
use crate::model::output::Output;
use crate::model::search::Findable;

/// Makes or takes up the index of every language.
pub(super) fn index(pages: Vec<Findable>, sink: &dyn Sink, cache: &dyn Cache) -> Result<(), Failure> {
    let mut languages: BTreeMap<String, Vec<Findable>> = BTreeMap::new();
    for page in pages {
        languages.entry(page.language.clone()).or_default().push(page);
    }
    // One after the other: the indexer itself works on all cores, and would wait for ever for a core that waits for it.
    languages.iter().try_for_each(|(language, pages)| {
        let digests: Vec<Digest> = pages.iter().map(Findable::digest).collect();
        let parts = std::iter::once(export::search::FORM.as_bytes());
        let key = Digest::of_parts(parts.chain(digests.iter().map(|digest| &digest.bytes()[..])));
        let kept = cache.get("search", &key).and_then(|bytes| unpacked(&bytes));
        let files = match kept {
            Some(files) => files,
            None => {
                let files = export::search::files(language, pages)?;
                cache.put("search", &key, &packed(&files));
                files
            }
        };
        files.iter().try_for_each(|file| sink.put(&file.path, &file.bytes))
    })
}

/// Files one behind the other, each path and each content behind its length.
fn packed(files: &[Output]) -> Vec<u8> {
    let length = files.iter().map(|file| file.path.len() + file.bytes.len() + 16).sum();
    let mut bytes = Vec::with_capacity(length);
    for part in files.iter().flat_map(|file| [file.path.as_bytes(), &file.bytes]) {
        bytes.extend_from_slice(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        bytes.extend_from_slice(part);
    }
    bytes
}

fn unpacked(bytes: &[u8]) -> Option<Vec<Output>> {
    let (mut files, mut rest) = (Vec::new(), bytes);
    while !rest.is_empty() {
        let path = String::from_utf8(part(&mut rest)?.to_vec()).ok()?;
        files.push(Output { path, bytes: part(&mut rest)?.to_vec() });
    }
    Some(files)
}

/// The next part, which is taken away from the rest.
fn part<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, behind) = rest.split_first_chunk::<8>()?;
    let (part, behind) = behind.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
    *rest = behind;
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::{Output, packed, unpacked};

    #[test]
    fn what_is_kept_reads_back_and_a_broken_one_is_none() {
        let file = |path: &str, bytes: &[u8]| Output { path: path.to_owned(), bytes: bytes.to_vec() };
        let bytes = packed(&[file("search/en/a", b"1"), file("search/en/b", b"")]);
        let files = unpacked(&bytes).unwrap();
        let back: Vec<(&str, &[u8])> = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
        assert_eq!(back, [("search/en/a", &b"1"[..]), ("search/en/b", &b""[..])]);
        assert!(unpacked(&bytes[..bytes.len() - 1]).is_none());
        assert!(unpacked(&[255; 12]).is_none());
    }
}
