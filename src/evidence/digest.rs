//! SHA-256 of a file of values, the digest that auditors and publishers quote. The only file that names its crate.
//!
//! In: a text, or observations after masking. Out: 64 hexadecimal digits. Where anything is masked the digest is that of the
//! published values, because a digest of the raw file would let a guess at a hidden count be tested.

use sha2::{Digest, Sha256};

use crate::model::metric::Observation;

/// The digest of a file.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0'));
    Sha256::digest(bytes).iter().flat_map(digits).collect()
}

/// The digest of the published values as a text, one a line, for a masked table.
pub(super) fn of_published(values: &[Observation]) -> String {
    let line = |value: &Observation| format!("{}\t{}\t{}", value.key, value.display, value.status.name());
    sha256(values.iter().map(line).collect::<Vec<_>>().join("\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn the_digest_is_the_one_that_other_tools_print() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
