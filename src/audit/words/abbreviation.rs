//! Short forms with a full stop that does not end a sentence.
//!
//! In: the word before the stop. Out: whether the sentence goes on. Not here: which short forms need their long form;
//! that is the rule `abbreviation-first`.

/// Behind these a sentence goes on, whatever follows.
const GO_ON: [&str; 29] = [
    "e.g", "E.g", "i.e", "I.e", "eg", "Eg", "ie", "Ie", "Dr", "Mr", "Mrs", "Ms", "Mx", "Prof", "Rev", "Hon", "St",
    "vs", "v", "cf", "viz", "approx", "Approx", "ext", "tel", "Tel", "fig", "Fig", "pp",
];

/// Behind these it goes on when a number follows.
const BEFORE_NUMBER: [&str; 16] =
    ["No", "no", "Nos", "nos", "p", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Whether a full stop behind the word leaves the sentence open.
pub(super) fn ends_no_sentence(word: &str) -> bool {
    let is_initial = word.len() == 1 && word != "I" && word.bytes().all(|b| b.is_ascii_uppercase());
    is_initial || word.len() <= 6 && GO_ON.contains(&word)
}

/// Whether a number behind the word's full stop belongs to the same sentence.
pub(super) fn stands_before_number(word: &str) -> bool {
    word.len() <= 4 && BEFORE_NUMBER.contains(&word)
}
