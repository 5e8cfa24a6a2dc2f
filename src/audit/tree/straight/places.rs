//! Finding a name in a list by a number made of it: comparing it with many would be a good part of reading a page.
//!
//! In: a list that is known when the program is made. Out: the entry of a name. Not here: which names there are.

use super::super::Name;

/// One more than the position in a list, at the number of a name or right behind it; 0 where nothing is.
pub(super) type Places = [u8; PLACES];

/// More than twice as many as any list has names, so that few names share a number.
const PLACES: usize = 512;

/// A number made of the length of a name and three of its letters.
const fn number(name: &[u8]) -> usize {
    let [first, .., last] = name else {
        return if name.is_empty() { 0 } else { mixed(name[0], name[0], name[0], 1) };
    };
    mixed(*first, name[name.len() / 2], *last, name.len())
}

#[expect(clippy::as_conversions, reason = "`From` cannot be asked while the program is made")]
const fn mixed(first: u8, middle: u8, last: u8, length: usize) -> usize {
    (first as usize * 7 + middle as usize * 31 + last as usize * 3 + length * 61) % PLACES
}

/// Where the names of a list are.
#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "no list has 255 names")]
pub(super) const fn places<T>(known: &[(&str, Name, T)]) -> Places {
    let mut places = [0; PLACES];
    let mut next = 0;
    while next < known.len() {
        let mut at = number(known[next].0.as_bytes());
        while places[at] != 0 {
            at = (at + 1) % PLACES;
        }
        places[at] = next as u8 + 1;
        next += 1;
    }
    places
}

/// The entry of a name.
pub(super) fn find<T>(
    known: &'static [(&str, Name, T)],
    places: &Places,
    typed: &str,
) -> Option<&'static (&'static str, Name, T)> {
    let mut at = number(typed.as_bytes());
    loop {
        let found = known.get(usize::from(*places.get(at)?).checked_sub(1)?)?;
        if found.0 == typed {
            return Some(found);
        }
        at = (at + 1) % PLACES;
    }
}
