//! Words that are no names, so that a capital on them is a matter of style.
//!
//! In: a word with a capital. Out: whether it is an ordinary word. A word that is not listed may be a name: nothing is
//! said of it. Not here: any rule.

/// Words that join others.
const SMALL: [&str; 52] = [
    "a", "about", "after", "an", "and", "are", "at", "be", "before", "but", "by", "can", "do", "does", "for", "from",
    "has", "have", "how", "if", "in", "into", "is", "it", "its", "my", "not", "of", "on", "or", "our", "out", "should",
    "that", "the", "their", "they", "this", "to", "up", "was", "we", "what", "when", "where", "which", "who", "why",
    "will", "with", "you", "your",
];

/// Other words that begin headings and bullets and are not part of names.
const OTHER: [&str; 74] = [
    "accessing",
    "advice",
    "any",
    "apply",
    "applying",
    "appointments",
    "arrange",
    "arranging",
    "ask",
    "asking",
    "being",
    "bring",
    "call",
    "choose",
    "choosing",
    "complain",
    "complaints",
    "contact",
    "costs",
    "eligibility",
    "email",
    "fees",
    "fill",
    "find",
    "finding",
    "get",
    "getting",
    "give",
    "giving",
    "having",
    "how",
    "information",
    "keep",
    "leaving",
    "live",
    "look",
    "make",
    "making",
    "managing",
    "meet",
    "more",
    "moving",
    "need",
    "other",
    "pay",
    "paying",
    "people",
    "phone",
    "planning",
    "preparing",
    "proof",
    "questions",
    "read",
    "receiving",
    "regular",
    "report",
    "reporting",
    "request",
    "see",
    "send",
    "some",
    "someone",
    "speak",
    "staying",
    "take",
    "taking",
    "talk",
    "tell",
    "things",
    "types",
    "use",
    "using",
    "visit",
    "write",
];

/// Whether a word joins others: `the`, `for`, `your`.
pub(super) fn is_small(word: &str) -> bool {
    word.len() <= 6 && SMALL.iter().any(|small| small.eq_ignore_ascii_case(word))
}

/// Whether a word is certainly no name.
pub(super) fn is_ordinary(word: &str) -> bool {
    is_small(word) || OTHER.iter().any(|other| other.eq_ignore_ascii_case(word))
}
