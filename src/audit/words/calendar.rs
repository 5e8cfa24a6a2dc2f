//! The names of months and days.
//!
//! In: a word. Out: whether it names a month or a day, and its long form. Not here: dates themselves.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS: [(&str, &str); 12] = [
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sep", "September"),
    ("Sept", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SHORT_DAYS: [(&str, &str); 10] = [
    ("Mon", "Monday"),
    ("Tue", "Tuesday"),
    ("Tues", "Tuesday"),
    ("Wed", "Wednesday"),
    ("Weds", "Wednesday"),
    ("Thu", "Thursday"),
    ("Thurs", "Thursday"),
    ("Fri", "Friday"),
    ("Sat", "Saturday"),
    ("Sun", "Sunday"),
];

/// Whether a word is a month's whole name.
pub(super) fn is_month(word: &str) -> bool {
    word.len() > 2 && MONTHS.contains(&word)
}

/// The whole name of a shortened month.
pub(super) fn long_month(word: &str) -> Option<&'static str> {
    SHORT_MONTHS.iter().find(|(short, _)| *short == word).map(|(_, long)| *long)
}

/// The whole name of a day, shortened or not.
pub(super) fn long_day(word: &str) -> Option<&'static str> {
    let short = SHORT_DAYS.iter().find(|(short, _)| *short == word).map(|(_, long)| *long);
    short.or_else(|| DAYS.into_iter().find(|day| *day == word))
}
