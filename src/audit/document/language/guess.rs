//! What language a passage is written in, where that is certain. The only file that names whatlang.
//!
//! In: a passage. Out: the tag of its language. English is told by its small words, which is quick; another language
//! only when whatlang is sure of it and its small words stand there too, or when its script is its own.
//! Not here: what the page says of its language.

use whatlang::{Lang, Script};

/// Fewer words are too few to be certain.
const FEWEST: usize = 40;

/// Small words of English that other languages hardly have, as numbers: most passages are held against these alone.
const ENGLISH: [u32; 16] = [
    number(b"and"),
    number(b"are"),
    number(b"can"),
    number(b"for"),
    number(b"from"),
    number(b"have"),
    number(b"of"),
    number(b"that"),
    number(b"the"),
    number(b"they"),
    number(b"this"),
    number(b"to"),
    number(b"what"),
    number(b"will"),
    number(b"with"),
    number(b"you"),
];

/// A word of four bytes at most as a number, the same for capitals and small letters: in ASCII these differ in one bit,
/// and with that bit set nothing but a letter looks like one.
#[expect(clippy::as_conversions, reason = "`From` cannot be asked while the program is made")]
const fn number(word: &[u8]) -> u32 {
    let (mut number, mut rest) = (0, word);
    while let [first, behind @ ..] = rest {
        number = number << 8 | (*first | 0x20) as u32;
        rest = behind;
    }
    number
}

/// Languages in Latin letters with their small words.
const LATIN: [(&str, Option<Lang>, &[&str]); 15] = [
    ("cy", None, &["yn", "yr", "y", "ac", "mae", "ar", "eich", "gan", "neu", "wedi", "bod", "chi", "i", "o"]),
    ("cs", Some(Lang::Ces), &["a", "je", "na", "se", "že", "pro", "jako", "nebo", "které", "jsou"]),
    ("de", Some(Lang::Deu), &["der", "die", "das", "und", "ist", "nicht", "mit", "für", "ein", "eine", "sie", "zu"]),
    ("es", Some(Lang::Spa), &["el", "la", "los", "las", "que", "para", "una", "con", "por", "su", "del", "y"]),
    ("fr", Some(Lang::Fra), &["le", "la", "les", "des", "et", "vous", "pour", "une", "est", "dans", "que", "votre"]),
    ("hu", Some(Lang::Hun), &["a", "az", "és", "hogy", "nem", "egy", "is", "vagy", "ha", "meg"]),
    ("it", Some(Lang::Ita), &["il", "la", "che", "di", "per", "una", "con", "non", "gli", "sono", "della", "e"]),
    ("lt", Some(Lang::Lit), &["ir", "yra", "kad", "su", "jūs", "arba", "kaip", "jei", "iš", "jūsų"]),
    ("nl", Some(Lang::Nld), &["de", "het", "een", "van", "en", "voor", "met", "niet", "uw", "dat", "zijn"]),
    ("pl", Some(Lang::Pol), &["w", "i", "na", "się", "nie", "jest", "że", "do", "lub", "dla", "oraz", "z"]),
    ("pt", Some(Lang::Por), &["o", "os", "que", "para", "uma", "com", "não", "por", "seu", "do", "da", "em"]),
    (
        "ro",
        Some(Lang::Ron),
        &["și", "în", "să", "de", "la", "pentru", "este", "care", "nu", "cu", "din", "dumneavoastră"],
    ),
    ("sv", Some(Lang::Swe), &["och", "att", "det", "som", "för", "är", "en", "inte", "med", "du", "av"]),
    ("tr", Some(Lang::Tur), &["ve", "bir", "bu", "için", "ile", "da", "de", "olan", "veya", "çok"]),
    ("vi", Some(Lang::Vie), &["và", "của", "là", "không", "có", "cho", "được", "các", "một", "người"]),
];

/// The language a passage is written in, when it is certain. `declared` is asked first; `more` says how many passages
/// of another language may still be looked at.
pub(super) fn written(words: &str, declared: &str, more: &mut usize) -> Option<&'static str> {
    if declared.eq_ignore_ascii_case("en") && is_english(words) {
        return Some("en");
    }
    *more = more.checked_sub(1)?;
    if let Some(language) = by_script(words) {
        return Some(language);
    }
    if words.split_whitespace().take(FEWEST).count() < FEWEST || !is_prose(words) {
        return None;
    }
    if is_english(words) {
        return Some("en");
    }
    // whatlang has no Welsh, and takes it for whatever comes near.
    let guess = whatlang::detect(beginning(words)).filter(whatlang::Info::is_reliable).map(|guess| guess.lang());
    let likely = LATIN.iter().filter(|(_, lang, _)| lang.is_none() || *lang == guess);
    likely.into_iter().find(|(_, _, small)| fits(words, small)).map(|(tag, _, _)| *tag)
}

/// As much of a passage as tells its language.
fn beginning(words: &str) -> &str {
    let end = words.char_indices().nth(600).map_or(words.len(), |(end, _)| end);
    words.get(..end).unwrap_or(words)
}

/// Whether one word in eight, of the first hundred, is a small word of English.
fn is_english(words: &str) -> bool {
    let place = |word: &str| {
        let number = if word.len() > 4 { None } else { Some(number(word.as_bytes())) };
        number.and_then(|number| ENGLISH.iter().position(|known| *known == number))
    };
    // Only a vertical tab is white space to Unicode and not to ASCII.
    if words.is_ascii() && !words.contains('\x0B') {
        has_many(words.split_ascii_whitespace(), place)
    } else {
        has_many(words.split_whitespace(), place)
    }
}

fn fits(words: &str, small: &[&str]) -> bool {
    // Most words are longer than any small word, and need not be compared.
    let longest = small.iter().map(|known| known.len()).max().unwrap_or(0);
    has_many(words.split_whitespace(), |word| {
        let alike = |known: &&str| known.len() == word.len() && word.eq_ignore_ascii_case(known);
        if word.len() > longest { None } else { small.iter().position(alike) }
    })
}

/// Whether one word in eight, of the first hundred, has a place in a list, and four of the list are among them.
fn has_many<'w>(words: impl Iterator<Item = &'w str>, place: impl Fn(&str) -> Option<usize>) -> bool {
    let (mut hits, mut count) = (0, 0);
    let mut kinds = [false; 16];
    for word in words.take(100) {
        count += 1;
        if let Some(kind) = place(letters(word)).and_then(|at| kinds.get_mut(at)) {
            *kind = true;
            hits += 1;
        }
        // Enough of the beginning: most passages are what they seem.
        if count == 40 && hits >= 8 {
            break;
        }
    }
    hits * 8 >= count && kinds.iter().filter(|kind| **kind).count() >= 4
}

/// A word without signs at its ends.
fn letters(word: &str) -> &str {
    match word.as_bytes() {
        [first, .., last] if first.is_ascii_alphabetic() && last.is_ascii_alphabetic() => word,
        _ => word.trim_matches(|c: char| !c.is_alphabetic()),
    }
}

/// Whether most words are in small letters: lists of names and addresses are in no language.
fn is_prose(words: &str) -> bool {
    let (mut small, mut all) = (0, 0);
    for word in words.split_whitespace().take(100) {
        all += 1;
        small += usize::from(word.starts_with(char::is_lowercase));
    }
    small * 2 > all
}

/// The language of a passage in a script that is not Latin.
fn by_script(words: &str) -> Option<&'static str> {
    let words = beginning(words);
    let foreign = words.chars().filter(|c| c.is_alphabetic() && u32::from(*c) > 0x36F).count();
    if foreign * 2 < words.chars().filter(|c| c.is_alphabetic()).count() || foreign < 20 {
        return None;
    }
    let tag = match whatlang::detect_script(words)? {
        Script::Arabic => match whatlang::detect(words)?.lang() {
            Lang::Urd => "ur",
            Lang::Pes => "fa",
            _ => "ar",
        },
        Script::Bengali => "bn",
        Script::Cyrillic => match whatlang::detect(words)?.lang() {
            Lang::Ukr => "uk",
            Lang::Bul => "bg",
            _ => "ru",
        },
        Script::Devanagari => "hi",
        Script::Greek => "el",
        Script::Gujarati => "gu",
        Script::Gurmukhi => "pa",
        Script::Hebrew => "he",
        Script::Hiragana | Script::Katakana => "ja",
        Script::Hangul => "ko",
        Script::Mandarin => "zh",
        Script::Tamil => "ta",
        Script::Telugu => "te",
        Script::Thai => "th",
        _ => return None,
    };
    Some(tag)
}

/// Whether two languages share a script and so much else that a guess does not tell them apart, or are the same.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    const ALIKE: [&[&str]; 8] = [
        &["ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug", "pa", "pnb", "arc", "azb"],
        &["ru", "uk", "bg", "be", "sr", "mk", "kk", "mn", "ky", "tg"],
        &["hi", "mr", "ne", "sa", "mai", "bho", "kok"],
        &["zh", "yue", "cmn", "ja", "nan", "wuu"],
        &["bn", "as", "syl"],
        &["sv", "no", "nb", "nn", "da"],
        &["he", "yi"],
        &["es", "pt", "gl", "ca"],
    ];
    let is = |known: &&str, tag: &str| known.eq_ignore_ascii_case(tag);
    one.eq_ignore_ascii_case(other)
        || ALIKE.iter().any(|group| group.iter().any(|tag| is(tag, one)) && group.iter().any(|tag| is(tag, other)))
}

/// The name of a language in a message.
pub(super) fn name(tag: &str) -> &'static str {
    const NAMES: [(&str, &str); 33] = [
        ("ar", "Arabic"),
        ("bg", "Bulgarian"),
        ("bn", "Bengali"),
        ("cs", "Czech"),
        ("cy", "Welsh"),
        ("de", "German"),
        ("el", "Greek"),
        ("en", "English"),
        ("es", "Spanish"),
        ("fa", "Persian"),
        ("fr", "French"),
        ("gu", "Gujarati"),
        ("he", "Hebrew"),
        ("hi", "Hindi"),
        ("hu", "Hungarian"),
        ("it", "Italian"),
        ("ja", "Japanese"),
        ("ko", "Korean"),
        ("lt", "Lithuanian"),
        ("nl", "Dutch"),
        ("pa", "Punjabi"),
        ("pl", "Polish"),
        ("pt", "Portuguese"),
        ("ro", "Romanian"),
        ("ru", "Russian"),
        ("sv", "Swedish"),
        ("ta", "Tamil"),
        ("te", "Telugu"),
        ("th", "Thai"),
        ("tr", "Turkish"),
        ("uk", "Ukrainian"),
        ("ur", "Urdu"),
        ("vi", "Vietnamese"),
    ];
    NAMES.iter().find(|(known, _)| *known == tag).map_or("another language", |(_, name)| name)
}
