//! How the words of one page read, in figures: a trend to watch, never a pass mark.
//!
//! In: counts that `audit/words/` made from the page's prose. Out: [`Readability`] and the few figures that follow from
//! the counts. Not here: counting; any opinion on whether a page is good. The NHS warns against such formulas as proof
//! that people understand a page: they say which page to look at first.

use serde::{Deserialize, Serialize};

use super::source::Span;

/// The formula behind [`Readability::reading_age`], as reports name it.
pub const FORMULA: &str = "Flesch-Kincaid grade level plus 5";
/// A sentence of more words than this is a long one.
pub const LONG_SENTENCE: u32 = 25;
/// A word of at least this many syllables is a long one.
pub const LONG_WORD: u32 = 3;
/// With fewer words than this no reading age is estimated: one sentence more or less would change it by years.
const FEWEST_WORDS: u32 = 100;

/// What was counted on one page: paragraphs and list items; headings, tables and words for pictures are not in it.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Readability {
    /// Words.
    pub words: u32,
    /// Sentences. A list item without a full stop is one.
    pub sentences: u32,
    /// Sentences of more than [`LONG_SENTENCE`] words.
    pub long_sentences: u32,
    /// Words of [`LONG_WORD`] syllables or more.
    pub long_words: u32,
    /// Syllables, estimated from the spelling.
    pub syllables: u32,
    /// The longest of the long sentences, longest first: where to begin.
    pub first: Vec<LongSentence>,
}

/// A sentence to look at.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct LongSentence {
    /// Where it is typed.
    pub span: Span,
    /// Its words.
    pub words: u32,
}

impl Readability {
    /// Words in a sentence, on average.
    pub fn sentence_length(&self) -> Option<f64> {
        ratio(self.words, self.sentences)
    }

    /// Percentage of sentences that are long.
    pub fn long_sentence_share(&self) -> Option<f64> {
        ratio(self.long_sentences, self.sentences).map(|share| share * 100.0)
    }

    /// Percentage of words that are long.
    pub fn long_word_share(&self) -> Option<f64> {
        ratio(self.long_words, self.words).map(|share| share * 100.0)
    }

    /// The age in years at which somebody is expected to read this with ease, by [`FORMULA`]; none for a short page.
    pub fn reading_age(&self) -> Option<f64> {
        if self.words < FEWEST_WORDS {
            return None;
        }
        let grade = 0.39 * self.sentence_length()? + 11.8 * ratio(self.syllables, self.words)? - 15.59;
        Some((grade + 5.0).max(5.0))
    }
}

fn ratio(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_follow_from_the_counts() {
        let page =
            Readability { words: 200, sentences: 10, long_sentences: 3, long_words: 20, syllables: 300, first: vec![] };
        assert_eq!(page.sentence_length(), Some(20.0));
        assert_eq!(page.long_sentence_share(), Some(30.0));
        assert_eq!(page.long_word_share(), Some(10.0));
        // 0.39 × 20 + 11.8 × 1.5 − 15.59 = 9.91 years at school, so 14.91 years old.
        assert!((page.reading_age().unwrap() - 14.91).abs() < 1e-9);
    }

    #[test]
    fn a_page_of_few_words_has_no_reading_age() {
        let page = Readability { words: 99, sentences: 9, syllables: 120, ..Readability::default() };
        assert_eq!(page.reading_age(), None);
        assert_eq!(Readability::default().sentence_length(), None, "nothing is divided by nothing");
    }
}
