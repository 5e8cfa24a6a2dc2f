//! Languages by their tags: what they call themselves, and which way they are written.
//!
//! In: a language tag, such as `cy` or `ur-PK`. Out: its own name and direction; nothing for a tag that is not listed.
//! The list holds the languages that councils in England and Wales publish in most.
//! Not here: what other languages call them, which is in the strings of each.

/// Tag, own name.
const LANGUAGES: [(&str, &str); 38] = [
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ckb", "کوردیی ناوەندی"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fr", "Français"),
    ("gu", "ગુજરાતી"),
    ("hi", "हिन्दी"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("ku", "Kurmancî"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// The language of a tag without its region or script: `en` of `en-GB`.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// What a language calls itself.
pub fn own_name(tag: &str) -> Option<&'static str> {
    let at = LANGUAGES.binary_search_by_key(&primary(tag), |(known, _)| known).ok()?;
    LANGUAGES.get(at).map(|(_, name)| *name)
}

/// Which way a language is written: `ltr` or `rtl`.
pub fn direction(tag: &str) -> &'static str {
    if RIGHT_TO_LEFT.contains(&primary(tag)) { "rtl" } else { "ltr" }
}

/// The tags that have a name here, in order.
pub fn tags() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(tag, _)| *tag)
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGES, direction, own_name};

    #[test]
    fn every_language_is_found_by_its_tag_and_by_that_of_a_region() {
        assert!(LANGUAGES.iter().all(|(tag, name)| own_name(tag) == Some(name)));
        assert_eq!((own_name("cy-GB"), own_name("xx")), (Some("Cymraeg"), None));
        assert_eq!((direction("ur-PK"), direction("cy")), ("rtl", "ltr"));
    }
}
