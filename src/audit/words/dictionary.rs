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
/// Shelves of the store of words that are known to be right; a power of two.
const SHELVES: usize = 2048;
/// Words on a shelf.
const PLACES: usize = 4;

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
    /// Pages repeat words, and a look here costs a tenth of one in the lists. What is in it decides nothing but the
    /// time it takes.
    static FINE: RefCell<Fine> = RefCell::new(Fine(vec![[0; PLACES]; SHELVES].into()));
}

/// Digests of words that were looked up and are not wrong.
pub(super) struct Fine(Box<[[u64; PLACES]]>);

impl Fine {
    /// Lends the store of this thread.
    pub(super) fn with<T>(look: impl FnOnce(&mut Self) -> T) -> T {
        FINE.with_borrow_mut(look)
    }

    /// Whether a word was looked up and is not wrong.
    pub(super) fn has(&self, word: &[u8]) -> bool {
        let digest = digest(word);
        self.0.get(shelf(digest)).is_some_and(|shelf| shelf.contains(&digest))
    }

    /// Looks a word up: letters only, in lower case or with a capital first.
    pub(super) fn look_up(&mut self, word: &str) -> Option<Wrong> {
        if self.has(word.as_bytes()) {
            return None;
        }
        let wrong = in_lists(word).filter(|_| !is_right(word));
        if wrong.is_none() {
            self.keep(digest(word.as_bytes()));
        }
        wrong
    }

    /// Keeps a digest. The one that was kept the longest on its shelf makes room.
    fn keep(&mut self, digest: u64) {
        if let Some(shelf) = self.0.get_mut(shelf(digest)) {
            shelf.rotate_right(1);
            shelf[0] = digest;
        }
    }
}

fn shelf(digest: u64) -> usize {
    usize::try_from(digest).unwrap_or(usize::MAX) % SHELVES
}

/// Whether a word is right although a list has it.
fn is_right(word: &str) -> bool {
    let key = UniCase::new(word);
    RIGHT.binary_search_by(|known| UniCase::new(*known).cmp(&key)).is_ok()
}

fn in_lists(word: &str) -> Option<Wrong> {
    if let Some(right) = typos_dict::WORD.find(&UniCase::new(word)).filter(|right| !right.is_empty()) {
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

/// A digest of a word, eight letters at a time; never 0, which stands for an empty place.
fn digest(word: &[u8]) -> u64 {
    let mix = |digest: u64, letters: u64| {
        let mixed = (digest ^ letters).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    };
    let length = mix(0xcbf2_9ce4_8422_2325, u64::try_from(word.len()).unwrap_or(u64::MAX));
    // The last letters are taken from the end, some of them twice, so that no letter is taken alone.
    let letters = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
    let (digest, last) = match (word.last_chunk(), word.first_chunk(), word.last_chunk()) {
        (Some(last), _, _) => {
            let eights = word.as_chunks().0.iter().map(|eight| u64::from_le_bytes(*eight));
            (eights.fold(length, mix), u64::from_le_bytes(*last))
        }
        (None, Some(first), Some(last)) => (length, letters(first) << 32 | letters(last)),
        _ => (length, word.iter().fold(0, |letters, letter| letters << 8 | u64::from(*letter))),
    };
    mix(digest, last).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_up(word: &str) -> Option<Wrong> {
        Fine::with(|fine| fine.look_up(word))
    }

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
    fn words_of_every_length_have_digests_of_their_own() {
        let words = ["a", "aa", "aaa", "aaaa", "aaaaa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaaaa", "aab", "aaaab"];
        let mut digests: Vec<u64> = words.iter().map(|word| digest(word.as_bytes())).collect();
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), words.len());
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
