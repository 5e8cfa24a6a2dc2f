//! How the words of a page read, counted: sentences, words, syllables, and the sentences to look at first.
//!
//! In: the prose of a page. Out: [`Readability`]. Paragraphs and list items count, in the organisation's own words; headings,
//! tables and words for pictures do not. Not here: any opinion; the formula, which belongs to the figures.

use super::split::{Shape, Split};
use super::syllables::syllables;
use crate::model::prose::{BlockKind, Prose};
use crate::model::readability::{LONG_SENTENCE, LONG_WORD, LongSentence, Readability};
use crate::model::source::{FileId, offset};

/// Sentences that are named, at most.
const NAMED: usize = 5;

/// Counts the words of a page whose file is `file`.
pub fn readability(prose: &Prose, file: FileId) -> Readability {
    let mut split = Split::default();
    for block in &prose.blocks {
        if !block.quoted && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item { .. }) {
            split.add(&prose.text, &(index(block.text.start)..index(block.text.end)));
        }
    }
    let mut counted = Readability { sentences: offset(split.sentences.len()), ..Readability::default() };
    for word in &split.words {
        counted.words += 1;
        // A figure, an address and what stands for code are one beat each: nobody knows how they are read aloud.
        let is_read = !matches!(word.shape, Shape::Number | Shape::Address | Shape::Object | Shape::Capitals);
        let beats = if is_read { syllables(prose.text.get(word.range()).unwrap_or_default()) } else { 1 };
        counted.syllables += beats;
        counted.long_words += u32::from(beats >= LONG_WORD);
    }
    for sentence in &split.sentences {
        let words = offset(sentence.words.len());
        if words > LONG_SENTENCE {
            counted.long_sentences += 1;
            counted.first.push(LongSentence { span: prose.span(file, sentence.text.clone()), words });
        }
    }
    // The longest first; of two that are as long, the one that stands first.
    counted.first.sort_by_key(|sentence| (std::cmp::Reverse(sentence.words), sentence.span.start));
    counted.first.truncate(NAMED);
    counted
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::prose::Block;
    use crate::model::source::Span;

    fn page(blocks: &[(BlockKind, bool, &str)]) -> Readability {
        let mut prose = Prose::default();
        let mut at = 0;
        for (kind, quoted, words) in blocks {
            let text = prose.push(words, at..at + words.len());
            prose.text.push('\n');
            at += words.len() + 1;
            let span = Span::new(FileId(0), 0, 0);
            prose.blocks.push(Block { kind: *kind, text, quoted: *quoted, directive: None, span });
        }
        readability(&prose, FileId(0))
    }

    #[test]
    fn paragraphs_and_items_count_and_quotes_and_headings_do_not() {
        let item = BlockKind::Item { list: 0, ordered: false, depth: 0 };
        let read = page(&[
            (BlockKind::Heading(2), false, "Breaks"),
            (BlockKind::Paragraph, false, "Ask us. We help carers."),
            (item, false, "important information"),
            (BlockKind::Paragraph, true, "They helped."),
        ]);
        assert_eq!((read.sentences, read.words, read.long_words, read.syllables), (3, 7, 2, 13));
    }

    #[test]
    fn the_longest_sentences_come_first() {
        let long = |words: usize| format!("We {}end.", "we ".repeat(words - 2));
        let text = format!("{} {}", long(26), long(30));
        let read = page(&[(BlockKind::Paragraph, false, text.as_str())]);
        assert_eq!(read.long_sentences, 2);
        assert_eq!(read.first.iter().map(|sentence| sentence.words).collect::<Vec<_>>(), [30, 26]);
    }
}
