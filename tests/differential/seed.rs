//! Choices that look like chance and are the same each time.

/// A source of choices.
#[derive(Clone, Debug)]
pub(crate) struct Seed(u64);

impl Seed {
    /// A source that begins at a number.
    pub(crate) fn new(start: u64) -> Self {
        Self(start)
    }

    /// The next number (SplitMix64).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).expect("a small number");
        usize::try_from(self.next() % limit).expect("a small number")
    }

    /// True so many times in a hundred.
    pub(crate) fn in_hundred(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// One of several.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
