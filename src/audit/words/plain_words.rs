//! `plain-words`: a long word stands for a short one.
//!
//! In: the list below. Out: a finding with the short word, and a correction. Not here: words that say too little; those are
//! `words-to-avoid`.

use super::found::{Found, swaps};
use super::page::Page;
use super::rule::{List, Pack, Phrase, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "plain-words",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: clear language"],
    pack: Pack::Every,
    list: Some(&LIST),
    check,
};

const LIST: List = List {
    phrases: &[
        Phrase::swap(&["purchase", "purchases", "purchasing"], &["buy", "buys", "buying"], "\"buy\""),
        Phrase::swap(&["purchased"], &["bought"], "\"bought\""),
        Phrase::hint(&["assist", "assists", "assisting", "assisted"], "\"help\""),
        Phrase::swap(&["approximately"], &["about"], "\"about\""),
    ],
    exceptions: &[
        "a purchase",
        "the purchase",
        "purchase price",
        "purchase order",
        "purchase orders",
        "purchase agreement",
        "proof of purchase",
        "hire purchase",
        "your purchase",
        "assisted living",
        "assisted technology",
        "assisted bathing",
        "assisted bath",
        "assisted bin",
        "assisted collection",
        "assisted dying",
        "assisted travel",
        "technology assisted",
        "assisted digital",
        "purchase of",
    ],
    names: true,
    quotes: false,
};

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    swaps(page, found, |typed| format!("\"{typed}\" is longer than it need be"));
}
