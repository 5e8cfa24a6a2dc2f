//! A sensitive entry tells nobody where it is, in no field.
//!
//! In: the texts of an entry that says `sensitive: true`. Out: a finding for each text that repeats a part of its place.
//! The place itself never leaves this module: no entry holds it and no finding quotes it.
//! Not here: the town alone, which says where a service works and not where its door is.

use super::record::{Part, Record};
use crate::diag::{Diagnostic, Place};

/// Shorter parts of an address stand in too many other words.
const SHORTEST: usize = 5;

/// Tells every text that says where the entry is.
pub(super) fn told(record: &Record<'_>, findings: &mut Vec<Diagnostic>) {
    let secrets: Vec<String> = ["place.name", "place.address", "place.postcode"]
        .into_iter()
        .flat_map(|name| record.list(name))
        .map(|part| plain(&part.text))
        .filter(|secret| secret.chars().count() >= SHORTEST)
        .collect();
    let tells = |part: &&Part<'_>| {
        let text = plain(&part.text);
        secrets.iter().any(|secret| text.contains(secret.as_str()))
    };
    for part in record.others("place").filter(tells) {
        let place = match part.place() {
            Place::Span(span) => Place::Unquoted(span),
            place => place,
        };
        let message = format!("`{}` says where a sensitive service is", part.field());
        let help = "take the address out of the text; say instead how to get in touch";
        findings.push(Diagnostic::error("sensitive-place-told", message, place).help(help));
    }
}

/// Letters and digits only, in lower case: `XX4 5AB` and `xx45ab` are one.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
