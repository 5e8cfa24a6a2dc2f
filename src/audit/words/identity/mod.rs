//! What tells who somebody is: numbers that name one person, and details in the words of people who are quoted.
//!
//! In: the words of a page. Out: findings at each. Quotes are exempt from rules of style, never from these.
//! Not here: style.

mod forms;
mod given_names;
mod national_insurance_number;
mod nhs_number;
mod quote_detail;
mod quote_name;

use super::page::{Page, Passage};
use super::rule::Rule;
use super::split::Word;

/// The rules of this family.
pub(super) const RULES: &[&Rule] =
    &[&national_insurance_number::RULE, &nhs_number::RULE, &quote_detail::RULE, &quote_name::RULE];

/// The text from a word to the end of its passage.
fn from<'p>(page: &'p Page<'_>, passage: &Passage, word: Word) -> &'p str {
    page.slice(word.range().start..passage.text.end)
}
