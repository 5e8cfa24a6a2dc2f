//! Short forms with a full stop that does not end a sentence.
//!
//! In: the word before the stop. Out: whether the sentence goes on. Not here: which short forms need their long form;
//! that is the rule `abbreviation-first`.

/// Behind these a sentence goes on when a number follows.
const BEFORE_NUMBER: [&str; 16] =
    ["No", "no", "Nos", "nos", "p", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// Whether a full stop behind the word leaves the sentence open, whatever follows.
pub(super) fn ends_no_sentence(word: &str) -> bool {
    match word {
        "e.g" | "E.g" | "i.e" | "I.e" | "eg" | "Eg" | "ie" | "Ie" | "Dr" | "Mr" | "Mrs" | "Ms" | "Mx" | "Prof"
        | "Rev" | "Hon" | "St" | "vs" | "v" | "cf" | "viz" | "approx" | "Approx" | "ext" | "tel" | "Tel" | "fig"
        | "Fig" | "pp" => true,
        // An initial.
        _ => word.len() == 1 && word != "I" && word.bytes().all(|b| b.is_ascii_uppercase()),
    }
}

/// Whether a number behind the word's full stop belongs to the same sentence.
pub(super) fn stands_before_number(word: &str) -> bool {
    BEFORE_NUMBER.contains(&word)
}
