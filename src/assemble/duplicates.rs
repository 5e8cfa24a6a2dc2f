//! Entries that are one and the same service, typed twice or taken over from two councils.
//!
//! In: all entries. Out: a finding for each that has the name of an earlier one and its provider, its place or a way to
//! reach it as well (Open Referral UK: duplicates are removed by name, provider, venue and contact).
//! One look at each entry, however many there are. Not here: names that are only alike.

use std::collections::BTreeMap;

use super::directory::whole;
use crate::diag::{Diagnostic, Place};
use crate::model::directory::Entry;
use crate::model::slug::slug;
use crate::model::source::SourceTree;

/// Tells each entry that repeats an earlier one.
pub(super) fn duplicates(entries: &[Entry], tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<(String, &'static str, String), usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let name = plain(&entry.name);
        let mut same: Vec<(&'static str, usize)> = Vec::new();
        for (what, value) in aspects(entry) {
            let key = (name.clone(), what, value);
            match known.get(&key) {
                Some(first) => same.push((what, *first)),
                None => drop(known.insert(key, at)),
            }
        }
        let first = same.first().map(|(_, first)| *first);
        if let Some(other) = first.and_then(|first| entries.get(first)) {
            let with: Vec<&str> = same.iter().filter(|(_, at)| Some(*at) == first).map(|(what, _)| *what).collect();
            findings.push(finding(entry, other, &with, tree));
        }
    }
}

fn finding(entry: &Entry, other: &Entry, same: &[&str], tree: &SourceTree) -> Diagnostic {
    let (here, there) = (whole(entry), whole(other));
    let message = format!(
        "`{}` in {} and `{}` in {} look like one service",
        entry.name,
        file_of(&here, tree),
        other.name,
        file_of(&there, tree)
    );
    Diagnostic::warning("entry-duplicate", message, here)
        .label(format!("the same name and the same {}", same.join(", ")))
        .also(there, "as here")
        .help("keep the one that its provider keeps up to date and take the other out; if both exist, name them apart")
}

/// What tells a service besides its name.
fn aspects(entry: &Entry) -> Vec<(&'static str, String)> {
    let reach = &entry.reach;
    let digits = |number: &String| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut aspects = vec![("provider", plain(&entry.provider.name))];
    aspects.extend(entry.venue.as_ref().map(|venue| ("place", venue.postcode.clone())));
    aspects.extend(reach.phone.as_ref().map(|number| ("telephone number", digits(number))));
    aspects.extend(reach.email.as_ref().map(|email| ("email address", email.to_lowercase())));
    aspects.extend(reach.web.as_ref().map(|web| ("website", host_and_path(web))));
    aspects
}

/// A name without what people write in one way or another.
fn plain(name: &str) -> String {
    let slug = slug(&name.replace('&', " and "));
    slug.strip_prefix("the-").unwrap_or(&slug).replace('-', "")
}

fn host_and_path(web: &str) -> String {
    let rest = web.split_once("://").map_or(web, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_lowercase()
}

/// The file of a place.
pub(super) fn file_of<'t>(place: &Place, tree: &'t SourceTree) -> &'t str {
    match place {
        Place::Span(span) | Place::Unquoted(span) => tree.path(span.file),
        Place::File(file) | Place::Key(file, _) | Place::Value(file, _) => tree.path(*file),
        Place::Path(_) | Place::Site => "",
    }
}
