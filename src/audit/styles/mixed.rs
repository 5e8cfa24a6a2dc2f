//! A number for many values, made faster than the standard library's, which guards against senders who choose values.
//!
//! In: values that can be hashed. Out: 64 bits in which every bit of them counts. Not here: what is compared.

use std::hash::{Hash, Hasher};

/// The number of one value.
pub(super) fn number(value: impl Hash) -> u64 {
    let mut mixed = Mixed::default();
    value.hash(&mut mixed);
    mixed.finish()
}

/// Takes values in.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mixed(u64);

impl Mixed {
    fn add(&mut self, part: u64) {
        let product = u128::from(self.0 ^ 0x9E37_79B9_7F4A_7C15) * u128::from(part ^ 0xD1B5_4A32_D192_ED03);
        let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or(0);
        self.0 = (half(product) ^ half(product >> 64)).wrapping_add(part);
    }
}

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        let mut last = *self;
        last.add(1);
        last.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            self.add(u64::from_le_bytes(last));
        }
        self.add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    }

    fn write_u8(&mut self, part: u8) {
        self.add(part.into());
    }

    fn write_u32(&mut self, part: u32) {
        self.add(part.into());
    }

    fn write_u64(&mut self, part: u64) {
        self.add(part);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn values_that_are_alike_have_numbers_that_are_not() {
        let texts = ["", "a", "aa", "ab", "a\0", "12345678", "123456789"];
        let all: BTreeSet<u64> = (0..1_000).flat_map(|at| texts.map(|text| number((at, text)))).collect();
        assert_eq!(all.len(), 7_000);
        let low: BTreeSet<u64> = (0..1_000).map(|at| number((at, "x")) % 4_096).collect();
        assert!(low.len() > 800);
    }
}
