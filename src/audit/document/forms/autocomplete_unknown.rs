//! `autocomplete` that browsers do not understand, or that does not suit the field.
//!
//! The words and their order are those of HTML. As axe-core, words that older pages use for "on" and "off" pass, and what
//! suits which field is left to the browser except where it is plain: a date is no telephone number.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Name, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "autocomplete-unknown", severity: Severity::Error, basis: &["WCAG 1.3.5", "ACT 73f2c2"], check };

/// The whole value, instead of a purpose.
const STATES: [&str; 11] =
    ["on", "off", "none", "false", "true", "disabled", "enabled", "undefined", "null", "xoff", "xon"];

/// Purposes that are not in HTML and are not worth a word.
const IGNORED: [&str; 5] = ["text", "pronouns", "gender", "message", "content"];

const PURPOSES: [&str; 43] = [
    "additional-name",
    "address-level1",
    "address-level2",
    "address-level3",
    "address-level4",
    "address-line1",
    "address-line2",
    "address-line3",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "cc-additional-name",
    "cc-csc",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-family-name",
    "cc-given-name",
    "cc-name",
    "cc-number",
    "cc-type",
    "country",
    "country-name",
    "current-password",
    "family-name",
    "given-name",
    "honorific-prefix",
    "honorific-suffix",
    "language",
    "name",
    "new-password",
    "nickname",
    "one-time-code",
    "organization",
    "organization-title",
    "photo",
    "postal-code",
    "sex",
    "street-address",
    "transaction-amount",
    "transaction-currency",
    "username",
];

/// Purposes that may follow `home` or `work`.
const REACHES: [&str; 10] = [
    "email",
    "impp",
    "tel",
    "tel-area-code",
    "tel-country-code",
    "tel-extension",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-national",
];

fn check(page: &Page<'_>, found: &mut Found) {
    for element in [&name!("input"), &name!("select"), &name!("textarea")] {
        for id in page.exposed(element).filter(|id| is_judged(page, *id)) {
            let Some(given) = page.tree.attribute(id, &name!("autocomplete")) else { continue };
            if !is_known(&given.trim().to_ascii_lowercase()) {
                found
                    .at(page, id, format!("browsers do not know what to fill in by {}", quote(given)))
                    .help("name what the field asks for as HTML does: `autocomplete=\"postal-code\"`");
            }
        }
    }
}

fn is_judged(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    let is_true = |name: &Name| tree.attribute(id, name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let is_button = tree.is(id, &name!("input"))
        && matches!(super::kind(page, id).as_str(), "submit" | "reset" | "button" | "hidden");
    let is_out_of_reach = tree.attribute(id, &name!("tabindex")).is_some_and(|at| at.trim().starts_with('-'));
    let is_widget = page.explicit_role(id).is_none_or(crate::audit::role::Role::is_widget);
    !is_button
        && !tree.has(id, &name!("readonly"))
        && !tree.has(id, &name!("disabled"))
        && !is_true(&name!("aria-readonly"))
        && !is_true(&name!("aria-disabled"))
        && (!is_out_of_reach || is_widget)
}

fn is_known(value: &str) -> bool {
    if value.is_empty() || STATES.contains(&value) {
        return true;
    }
    let mut words = value.split_ascii_whitespace().peekable();
    words.next_if(|word| word.len() > 8 && word.starts_with("section-"));
    words.next_if(|word| matches!(*word, "billing" | "shipping"));
    let reached = words.next_if(|word| matches!(*word, "home" | "work" | "mobile" | "fax" | "pager"));
    let purpose = words.next().unwrap_or_default();
    words.next_if(|word| *word == "webauthn");
    if words.next().is_some() {
        return false;
    }
    IGNORED.contains(&purpose)
        || REACHES.binary_search(&purpose).is_ok()
        || reached.is_none() && (purpose == "url" || PURPOSES.binary_search(&purpose).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(PURPOSES.is_sorted() && REACHES.is_sorted());
    }

    #[test]
    fn the_words_of_html_are_known_in_their_order() {
        let known = [
            "on",
            "name",
            "section-a shipping postal-code",
            "billing home tel",
            "work email webauthn",
            "current-password webauthn",
            "url",
            "text",
        ];
        for value in known {
            assert!(is_known(value), "{value}");
        }
        let unknown = [
            "postcode",
            "home name",
            "name given-name",
            "webauthn",
            "shipping",
            "tel home",
            "section- name",
            "name name",
        ];
        for value in unknown {
            assert!(!is_known(value), "{value}");
        }
    }
}
