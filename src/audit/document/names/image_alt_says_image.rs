//! Pictures whose words begin with "image of": people hear "image" already.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "image-alt-says-image",
    severity: Severity::Warning,
    basis: &["WCAG 1.1.1", "NHS service manual: accessibility"],
    check,
};

const KINDS: [&str; 8] = ["image", "picture", "photo", "photograph", "graphic", "icon", "pic", "stock photo"];

fn check(page: &Page<'_>, found: &mut Found) {
    for (id, alt) in super::described(page) {
        let Some(rest) = after_kind(alt) else { continue };
        let mut letters = rest.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        found
            .at(page, id, format!("the words of the picture begin with what people hear anyway: {}", quote(alt)))
            .help(format!("begin with what it shows: {}", quote(&format!("{first}{}", letters.as_str()))));
    }
}

/// What follows "a photo of".
fn after_kind(alt: &str) -> Option<&str> {
    let rest = ["a ", "an ", "the "].iter().find_map(|article| stripped(alt, article)).unwrap_or(alt);
    let rest = KINDS.iter().find_map(|kind| stripped(rest, kind).and_then(|rest| stripped(rest, " of ")))?;
    (!rest.is_empty() && !rest.eq_ignore_ascii_case("health")).then_some(rest)
}

fn stripped<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(start.len())?;
    head.eq_ignore_ascii_case(start).then_some(rest)
}
