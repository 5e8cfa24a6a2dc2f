//! Language tags: which begin with a language that is registered.
//!
//! In: the value of `lang`. Out: its first part, whether the IANA registry of language subtags has it, what to write
//! instead. Not here: regions and scripts behind it; browsers and screen readers go by the language.

/// The registry: the letters that a primary subtag may end with, by those it begins with; a line feed comes first.
const REGISTRY: &str = include_str!("subtags.txt");

/// Values that people write for a language, and what it should be.
const MEANT: [(&str, &str); 16] = [
    ("arabic", "ar"),
    ("bengali", "bn"),
    ("chinese", "zh"),
    ("cymraeg", "cy"),
    ("english", "en-GB"),
    ("eng", "en-GB"),
    ("en_gb", "en-GB"),
    ("en_us", "en-US"),
    ("french", "fr"),
    ("german", "de"),
    ("gujarati", "gu"),
    ("polish", "pl"),
    ("punjabi", "pa"),
    ("somali", "so"),
    ("urdu", "ur"),
    ("welsh", "cy"),
];

/// The first part of a tag: `en` of `en-GB`.
pub(in crate::audit) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default().trim()
}

/// Whether the first part of a tag is a registered language.
pub(in crate::audit) fn is_registered(tag: &str) -> bool {
    let language = primary(tag).to_ascii_lowercase();
    if matches!(language.as_str(), "en" | "cy") {
        return true;
    }
    let Some((begins, ends)) = language.len().checked_sub(1).and_then(|last| language.split_at_checked(last)) else {
        return false;
    };
    let line = REGISTRY.split_once(&format!("\n{begins}:")).and_then(|(_, rest)| rest.lines().next());
    !begins.contains('\n') && line.is_some_and(|letters| letters.contains(ends))
}

/// What to write in place of a tag that no browser knows.
pub(in crate::audit) fn advice(tag: &str) -> String {
    let plain = tag.trim().to_ascii_lowercase();
    let meant = MEANT.iter().find(|(written, _)| *written == plain || *written == primary(&plain));
    let write = meant.map_or_else(
        || if plain.contains('_') { tag.trim().replace('_', "-") } else { "en-GB".to_owned() },
        |(_, tag)| (*tag).to_owned(),
    );
    format!("write the language as browsers know it, for example `lang=\"{write}\"`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registered_languages_are_known_in_any_case() {
        for tag in ["en", "EN-GB", "cy", "zh-Hant", "pa-Arab", "yue", "und", "qaa"] {
            assert!(is_registered(tag), "{tag}");
        }
        for tag in ["", "english", "en_GB", "xx", "e", "ëë", "-", "i-klingon", "qzz"] {
            assert!(!is_registered(tag), "{tag}");
        }
    }

    #[test]
    fn advice_names_the_language_that_was_meant() {
        assert!(advice("English").contains("`lang=\"en-GB\"`"));
        assert!(advice("pt_BR").contains("`lang=\"pt-BR\"`"));
    }
}
