//! What stands between two spaces: its word, what the word looks like, the punctuation around it.
//!
//! In: a chunk, or a text that begins with one. Out: [`Plain`] for a chunk of plain letters, which most are, and
//! [`Looked`] for any chunk. Not here: sentences; those are `split.rs`.

use super::split::Shape;
use crate::model::prose::OBJECT;

/// Characters that are remembered as signs, because a rule asks for them.
pub(super) const SIGNS: [char; 8] = [';', '&', '(', '/', '\u{2013}', '\u{2014}', '\u{201C}', '\u{2018}'];

const DASHES: [char; 3] = ['-', '\u{2013}', '\u{2014}'];

/// A chunk that is a word of plain letters with at most one mark behind it.
pub(super) struct Plain {
    /// Bytes of its word.
    pub(super) letters: usize,
    /// The mark behind the word.
    pub(super) mark: Option<u8>,
    /// [`Shape::Lower`] or [`Shape::Capital`].
    pub(super) shape: Shape,
}

/// Reads the chunk that a text begins with, if it is as plain as most are: `care`, `Care,`.
pub(super) fn plain(text: &[u8]) -> Option<Plain> {
    let (first, others) = text.split_first()?;
    let shape = match first {
        b'a'..=b'z' => Shape::Lower,
        b'A'..=b'Z' => Shape::Capital,
        _ => return None,
    };
    let letters = 1 + others.iter().position(|letter| !letter.is_ascii_lowercase()).unwrap_or(others.len());
    let is_end = |at: usize| matches!(text.get(at), None | Some(b' ' | b'\n'));
    if is_end(letters) {
        return Some(Plain { letters, mark: None, shape });
    }
    // No mark that is remembered as a sign.
    let mark = text.get(letters).copied().filter(|mark| matches!(mark, b'.' | b',' | b':' | b'?' | b')'));
    (mark.is_some() && is_end(letters + 1)).then_some(Plain { letters, mark, shape })
}

/// What a chunk is made of.
pub(super) struct Looked {
    /// The bytes of its word, and the word's shape.
    pub(super) word: Option<(usize, usize, Shape)>,
    /// Whether a digit is in it.
    pub(super) digit: bool,
    /// Whether one of [`SIGNS`] is in it.
    pub(super) signs: bool,
    /// Whether a dash or hyphen is in it.
    pub(super) dash: bool,
}

/// Looks at a chunk letter by letter.
pub(super) fn look(typed: &str) -> Looked {
    let mut letters = Letters::default();
    for (at, letter) in typed.char_indices() {
        if letter == OBJECT {
            return object(typed);
        }
        if letters.take(letter) {
            letters.starts_capital |= letters.first.is_none() && letter.is_uppercase();
            letters.first.get_or_insert(at);
            letters.last = at + letter.len_utf8();
        }
    }
    let (digit, signs, dash) = (letters.digit, letters.signs, letters.dash);
    let Some(first) = letters.first else { return Looked { word: None, digit, signs, dash } };
    let from = with_sign(typed, first);
    let to = with_tail(typed, letters.last);
    let shape = letters.shape(typed.get(from..to).unwrap_or_default());
    Looked { word: Some((from, to, shape)), digit, signs, dash }
}

/// The letters of a chunk, counted.
#[derive(Default)]
struct Letters {
    first: Option<usize>,
    last: usize,
    capitals: u32,
    small: u32,
    starts_capital: bool,
    digit: bool,
    signs: bool,
    dash: bool,
    /// Whether a sign of addresses is among them.
    odd: bool,
}

impl Letters {
    /// Counts a character. Tells whether it can be the first or last of a word.
    fn take(&mut self, letter: char) -> bool {
        match letter {
            'a'..='z' => self.small += 1,
            'A'..='Z' => self.capitals += 1,
            '0'..='9' => self.digit = true,
            '.' | '@' | ':' => {
                self.odd = true;
                return false;
            }
            '-' => {
                self.dash = true;
                return false;
            }
            _ => {
                self.dash |= matches!(letter, '\u{2013}' | '\u{2014}');
                self.signs |= SIGNS.contains(&letter);
                if letter.is_ascii() {
                    return false;
                }
                self.capitals += u32::from(letter.is_uppercase());
                self.small += u32::from(letter.is_lowercase());
                return letter.is_alphanumeric();
            }
        }
        true
    }

    fn shape(&self, word: &str) -> Shape {
        if self.odd && is_address(word) {
            return Shape::Address;
        }
        if word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_ascii_digit()) {
            return Shape::Number;
        }
        match (self.capitals, self.small) {
            (0, _) => Shape::Lower,
            (1, 0) => Shape::Capital,
            (_, 0) => Shape::Capitals,
            (1, _) if self.starts_capital => Shape::Capital,
            // `Anglo-Saxon`, `O'Neill`.
            _ if self.starts_capital && self.capitals <= joints(word) + 1 => Shape::Capital,
            _ => Shape::Mixed,
        }
    }
}

fn object(typed: &str) -> Looked {
    let is_part = |letter: char| letter == OBJECT || letter.is_alphanumeric();
    let first = typed.find(is_part).unwrap_or(0);
    let last = typed.rfind(is_part).and_then(|at| Some(at + typed.get(at..)?.chars().next()?.len_utf8()));
    let signs = typed.contains(SIGNS);
    Looked {
        word: Some((first, last.unwrap_or(typed.len()), Shape::Object)),
        digit: false,
        signs,
        dash: typed.contains(DASHES),
    }
}

/// Hyphens, apostrophes and slashes inside a word, after which a capital may stand.
fn joints(word: &str) -> u32 {
    crate::model::source::offset(word.matches(['-', '\'', '\u{2019}', '/']).count())
}

/// A number's own sign belongs to it: `£5`, `-3`, `.5`.
fn with_sign(typed: &str, first: usize) -> usize {
    let (before, after) = typed.split_at_checked(first).unwrap_or(("", typed));
    if !after.starts_with(|letter: char| letter.is_ascii_digit()) {
        return first;
    }
    let is_sign =
        |letter: char| matches!(letter, '£' | '$' | '€' | '-' | '\u{2212}' | '+' | '.' | '~' | '<' | '>' | '#');
    before.char_indices().rev().take_while(|(_, letter)| is_sign(*letter)).last().map_or(first, |(at, _)| at)
}

/// `%` and `+` behind a figure belong to it.
fn with_tail(typed: &str, last: usize) -> usize {
    let (before, after) = typed.split_at_checked(last).unwrap_or((typed, ""));
    let is_tail = after.starts_with(['%', '+']) && before.ends_with(|letter: char| letter.is_ascii_digit());
    if is_tail { last + 1 } else { last }
}

/// Whether a word is an address of the web, of mail or of a file.
fn is_address(word: &str) -> bool {
    if word.contains("://") || word.starts_with("www.") || word.starts_with("mailto:") {
        return true;
    }
    if word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) {
        return true;
    }
    let host = word.split('/').next().unwrap_or_default();
    let mut labels = host.rsplit('.');
    let end = labels.next().unwrap_or_default();
    let is_end = (2..=6).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphabetic());
    let mut rest = labels.peekable();
    let is_label = |label: &str| label.len() > 1 && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    // `11.30am` and `e.g` are none: a figure before the point, a single letter before it.
    let is_figure = host.starts_with(|c: char| c.is_ascii_digit());
    is_end && !is_figure && rest.peek().is_some() && rest.all(is_label) && same_case(end)
}

/// `gov.uk` and `GOV.UK`, but not `home.We`, where a space is missing.
fn same_case(label: &str) -> bool {
    label.bytes().all(|b| b.is_ascii_lowercase()) || label.bytes().all(|b| b.is_ascii_uppercase())
}
