//! `data/words.txt`: words that are right on this site although the dictionary takes them for misspelled.
//!
//! In: the file, one word a line; what follows a `#` is why. Out: the words, and findings.
//! Not here: any dictionary.

use crate::diag::{Checked, Diagnostic, Place};
use crate::model::source::{FileId, SourceFile, Span};

/// Reads the list.
pub fn words(file: FileId, source: &SourceFile) -> Checked<Vec<String>> {
    let (mut words, mut findings) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in source.text.split('\n') {
        let typed = line.split('#').next().unwrap_or_default();
        let word = typed.trim();
        if word.contains(char::is_whitespace) {
            let at = start + typed.len() - typed.trim_start().len();
            let place = Place::Span(Span::new(file, at, at + word.len()));
            findings.push(
                Diagnostic::warning("word-list-line", "a line of the word list holds more than one word", place)
                    .help("write one word a line, and why after a `#`, for example `Exampleton # a village`"),
            );
        } else if !word.is_empty() {
            words.push(word.to_owned());
        }
        start += line.len() + 1;
    }
    Checked::new(words, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Checked<Vec<String>> {
        words(FileId(0), &SourceFile { path: "data/words.txt".into(), text: text.to_owned() })
    }

    #[test]
    fn a_list_has_a_word_a_line_with_a_reason_behind_it() {
        let checked = read("# names of places\nExampleton  # a village\r\n\n  writable\n");
        assert_eq!(checked.value, ["Exampleton", "writable"]);
        assert!(checked.findings.is_empty());
    }

    #[test]
    fn two_words_in_a_line_are_told_with_their_place() {
        let checked = read("one\n  two words # why\n");
        assert_eq!(checked.value, ["one"]);
        let places: Vec<_> = checked.findings.iter().map(|finding| finding.place.clone()).collect();
        assert_eq!(places, [Place::Span(Span::new(FileId(0), 6, 15))]);
    }
}
