//! Syllables of an English word, estimated from its spelling.
//!
//! In: a word. Out: their number, at least 1. The estimate is right for about nine words in ten, which is enough for an
//! average over a page and for finding long words. Not here: anything about sentences.

/// Beginnings of compound words whose `e` is silent: `some-thing`, `safe-guarding`.
const SILENT_PARTS: [&str; 10] = ["some", "safe", "care", "home", "where", "there", "here", "life", "time", "these"];
/// Endings that leave a silent `e` in the middle: `state-ment`, `safe-ly`.
const LIGHT_ENDINGS: [&str; 5] = ["ment", "ments", "ly", "ness", "ful"];

/// The number of syllables of a word.
pub(super) fn syllables(word: &str) -> u32 {
    let word = word.to_lowercase();
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    word.split('-').filter(|part| !part.is_empty()).map(of_part).sum::<u32>().max(1)
}

fn of_part(word: &str) -> u32 {
    let letters: Vec<char> = word.chars().filter(|letter| letter.is_alphabetic()).collect();
    let mut count: i32 = 0;
    let mut before = None;
    for (at, letter) in letters.iter().copied().enumerate() {
        let after_vowel = before.is_some_and(is_vowel);
        if is_vowel(letter) && (!after_vowel || is_apart(&letters, at)) {
            count += 1;
        }
        before = Some(letter);
    }
    if ends_silent(word) {
        count -= 1;
    }
    count -= i32::from(SILENT_PARTS.iter().any(|part| opens_compound(word, part)));
    count -= i32::from(LIGHT_ENDINGS.iter().any(|ending| has_silent_middle(word, ending)));
    u32::try_from(count).unwrap_or(0).max(1)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether the vowel at `at` begins a syllable although a vowel stands before it: `peri-od`, `be-ing`, `annu-al`.
fn is_apart(letters: &[char], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied().unwrap_or(' ');
    let (two_before, before, here) = (letter(at.checked_sub(2)), letter(at.checked_sub(1)), letter(Some(at)));
    let rest: String = letters.iter().skip(at).collect();
    match (before, here) {
        // `nation`, `social`, `region`, `conscious`: one sound; `period`, `medium`, `various`: two.
        ('i', 'o' | 'a' | 'u') => !matches!(two_before, 't' | 's' | 'c' | 'g' | 'x' | 'l') || rest == "able",
        ('u', 'a' | 'o') => {
            matches!(rest.as_str(), "al" | "ally" | "ous" | "ously" | "ate" | "ation") && two_before != 'q'
        }
        ('y' | 'e' | 'o' | 'u', 'i') => rest == "ing" || rest == "ings",
        ('e', 'o') => rest == "o" || rest == "os",
        _ => false,
    }
}

/// Whether a word ends in an `e` that is not heard: `care`, `homes`, `helped`; not `people`, `services`, `needed`.
fn ends_silent(word: &str) -> bool {
    let (stem, ending) = ["es", "ed", "e"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).map(|stem| (stem, *ending)))
        .unwrap_or_default();
    let mut letters = stem.chars().rev();
    let (Some(last), second) = (letters.next(), letters.next()) else { return false };
    let has_other_vowel = stem.chars().any(is_vowel);
    if ending.is_empty() || is_vowel(last) || !has_other_vowel && second.is_none_or(|second| !is_vowel(second)) {
        return false;
    }
    let after_consonant = second.is_some_and(|second| !is_vowel(second));
    match ending {
        "ed" => !matches!(last, 't' | 'd'),
        "es" => !matches!(last, 's' | 'x' | 'z' | 'c' | 'g' | 'h') && (last != 'l' || !after_consonant),
        _ => last != 'l' || !after_consonant,
    }
}

fn opens_compound(word: &str, part: &str) -> bool {
    let next = word.strip_prefix(part).and_then(|rest| rest.chars().next());
    let is_plain_ending = word.strip_prefix(part).is_some_and(|rest| LIGHT_ENDINGS.contains(&rest) || rest.len() < 3);
    next.is_some_and(|next| !is_vowel(next)) && !is_plain_ending
}

fn has_silent_middle(word: &str, ending: &str) -> bool {
    let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 4) else { return false };
    stem.ends_with('e') && ends_silent(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_words_that_care_pages_use() {
        let words = [
            (1, "care help you your homes helped through needs the own age charge state stayed week's"),
            (
                2,
                "people carer council support needed statement safely something careful being money complete social region's",
            ),
            (3, "services period assessment wellbeing medical completely carrying important annual various"),
            (4, "information eligible independent community equipment's-care conversation"),
            (5, "opportunity communication responsibly-so"),
            (6, "individually eligibility's"),
        ];
        let mut wrong = Vec::new();
        for (count, list) in words {
            wrong.extend(
                list.split_whitespace().filter(|word| syllables(word) != count).map(|word| (word, syllables(word))),
            );
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn every_word_has_a_syllable() {
        for word in ["", "nth", "1,000", "’s", "-", "é"] {
            assert_eq!(syllables(word), 1, "{word:?}");
        }
    }
}
