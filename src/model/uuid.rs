//! Names for machines that stay the same: UUIDs of version 5 (RFC 9562, section 5.5). The only file that names the crate.
//!
//! In: what a thing is and the words that tell it from others. Out: [`Uuid`], printed as 36 characters.
//! Not here: random UUIDs, which would differ with every build.

use std::fmt;

/// The space of names of everything that Candour names itself. It never changes.
const SPACE: uuid::Uuid = uuid::Uuid::from_u128(0x6f1d_5a0e_94c7_5b1e_8d0a_3c52_7be4_11a9);

/// A UUID.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Uuid(uuid::Uuid);

impl Uuid {
    /// The UUID of a kind of thing with words of its own; where one word ends and the next begins counts too.
    pub fn of(kind: &str, words: &[&str]) -> Self {
        let mut name = kind.to_owned();
        for word in words {
            name.push('\n');
            name.push_str(&word.replace('\n', " "));
        }
        Self(uuid::Uuid::new_v5(&SPACE, name.as_bytes()))
    }

    /// Reads 36 characters with their four hyphens, and no other form.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 36 && text.bytes().filter(|byte| *byte == b'-').count() == 4;
        uuid::Uuid::try_parse(text).ok().filter(|_| shaped).map(Self)
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Uuid;

    #[test]
    fn the_same_words_have_the_same_name_on_every_machine() {
        let id = Uuid::of("service", &["Exampleshire Council", "tea-and-talk"]);
        assert_eq!(id.to_string(), "091804e3-5068-59a0-b7cd-eb1169453eac");
        assert_eq!(Uuid::parse(&id.to_string()), Some(id));
        assert_ne!(id, Uuid::of("service", &["Exampleshire", "Council tea-and-talk"]));
    }

    #[test]
    fn only_the_usual_form_is_read() {
        for wrong in ["", "ac148810d857441c9679408f346de14b", "{ac148810-d857-441c-9679-408f346de14b}", "tea"] {
            assert_eq!(Uuid::parse(wrong), None, "{wrong}");
        }
    }
}
