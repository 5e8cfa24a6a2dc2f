//! The dictionary behind the rule `spelling`: known misspellings, and American forms of British words.
//!
//! In: one word. Out: what it should be. The only file that names the word lists (the lists of the spelling checker
//! `typos`): they hold what is wrong, not what is right, so that a name, a place or a term of care never fires.
//! Not here: which words of a page are looked at.

use std::cell::RefCell;

use typos_vars::{Category, CategorySet, VARS, corrections};
use unicase::UniCase;

/// Letters of the shortest word that is looked up whatever its correction is.
const SHORT: usize = 5;
/// Slots of the store of words that are known to be right; a power of two.
const SLOTS: usize = 4096;

/// Real words of British English, and parts of foreign phrases, that the lists take for misspellings; in order.
const RIGHT: [&str; 57] = [
    "acknowledgment",
    "advices",
    "affaire",
    "afterwords",
    "algin",
    "binging",
    "blamable",
    "brose",
    "bucker",
    "caesarian",
    "casette",
    "collet",
    "collets",
    "combatting",
    "commutated",
    "conveyer",
    "discontentment",
    "donut",
    "donuts",
    "eduction",
    "extendible",
    "extraversion",
    "floatation",
    "focusses",
    "glycerin",
    "hiccupped",
    "hiccupping",
    "highjack",
    "highjacked",
    "highjacking",
    "likability",
    "livable",
    "nitroglycerin",
    "objet",
    "patten",
    "pattens",
    "peddler",
    "peddlers",
    "planed",
    "precess",
    "quitted",
    "raison",
    "rarified",
    "reacher",
    "reachers",
    "refocussed",
    "specialties",
    "specialty",
    "succussion",
    "sulfate",
    "sulfates",
    "sulfide",
    "sulfuric",
    "transferrable",
    "uncatalogued",
    "whiskeys",
    "writeable",
];

/// What is known of a word that is wrong.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// How it is written, in the order of the list; never empty.
    pub(super) right: Vec<&'static str>,
    /// Whether it is right in American English.
    pub(super) is_american: bool,
}

thread_local! {
    /// Digests of words that were looked up and are not wrong. Pages repeat words, and a look here costs a tenth of one
    /// in the lists. What is in it decides nothing but the time it takes.
    static FINE: RefCell<Box<[u64]>> = RefCell::new(vec![0; SLOTS].into());
}

/// Looks a word up: letters only, in lower case or with a capital first.
pub(super) fn look_up(word: &str) -> Option<Wrong> {
    let digest = digest(word);
    let slot = usize::try_from(digest).unwrap_or(usize::MAX) % SLOTS;
    let is_fine = FINE.with_borrow(|fine| fine.get(slot) == Some(&digest));
    if is_fine {
        return None;
    }
    let wrong = in_lists(word);
    if wrong.is_none() {
        FINE.with_borrow_mut(|fine| {
            if let Some(place) = fine.get_mut(slot) {
                *place = digest;
            }
        });
    }
    wrong
}

fn in_lists(word: &str) -> Option<Wrong> {
    let key = UniCase::new(word);
    if RIGHT.binary_search_by(|known| UniCase::new(*known).cmp(&key)).is_ok() {
        return None;
    }
    if let Some(right) = typos_dict::WORD.find(&key).filter(|right| !right.is_empty()) {
        let is_known = word.len() >= SHORT || matches!(right, [one] if are_of_the_same_letters(word, one));
        let mut forms = Vec::with_capacity(right.len());
        for word in right.iter().map(|word| british(word).and_then(|forms| forms.first().copied()).unwrap_or(word)) {
            if !forms.contains(&word) {
                forms.push(word);
            }
        }
        return is_known.then_some(Wrong { right: forms, is_american: false });
    }
    let right = british(word).filter(|_| word.len() >= SHORT)?;
    Some(Wrong { right, is_american: true })
}

/// The British forms of a word that is not British; nothing for any other word.
fn british(word: &str) -> Option<Vec<&'static str>> {
    let mut forms: Vec<&'static str> = Vec::new();
    for (bits, variants) in *VARS.find(&UniCase::new(word))? {
        if CategorySet::from_bits_truncate(*bits).contains(Category::BritishIse) {
            return None;
        }
        for form in corrections(Category::BritishIse, **variants) {
            if !forms.contains(form) {
                forms.push(form);
            }
        }
    }
    (!forms.is_empty()).then_some(forms)
}

/// `teh` and `the`: a slip of the fingers, and hardly a word of another language.
fn are_of_the_same_letters(a: &str, b: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<u8> = word.bytes().map(|byte| byte.to_ascii_lowercase()).collect();
        letters.sort_unstable();
        letters
    };
    sorted(a) == sorted(b)
}

/// FNV-1a over the letters; never 0, which stands for an empty slot.
fn digest(word: &str) -> u64 {
    let mixed = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (mixed ^ (mixed >> 32)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(word: &str) -> Vec<&'static str> {
        look_up(word).map(|wrong| wrong.right).unwrap_or_default()
    }

    #[test]
    fn a_misspelling_is_known_with_what_it_should_be() {
        assert_eq!(right("lenght"), ["length"]);
        assert_eq!(right("recieve"), ["receive"]);
        assert_eq!(right("teh"), ["the"]);
        assert_eq!(right("lenght"), ["length"], "the second look gives the same");
    }

    #[test]
    fn an_american_form_is_known_and_a_correction_is_british() {
        assert_eq!(look_up("organization"), Some(Wrong { right: vec!["organisation"], is_american: true }));
        assert_eq!(right("color"), ["colour"]);
        assert_eq!(right("organizaion"), ["organisation"]);
        assert_eq!(right("recognice"), ["recognise"], "the two spellings of the list are one word here");
    }

    #[test]
    fn words_names_and_terms_of_care_are_left_alone() {
        let words = "reablement carer carers wellbeing practise licence safeguarding Priya Cwmbran programme \
                     specialty reacher domiciliary podiatry sulfate co ser ede als";
        for word in words.split_whitespace() {
            assert_eq!(look_up(word), None, "{word}");
        }
    }

    #[test]
    fn every_word_that_is_right_after_all_is_needed_and_in_its_place() {
        assert!(RIGHT.is_sorted());
        for word in RIGHT {
            let key = UniCase::new(word);
            assert!(typos_dict::WORD.find(&key).is_some() || british(word).is_some(), "`{word}` is in no list");
            assert_eq!(look_up(word), None, "{word}");
        }
    }
}
