//! A record into an entry.
//!
//! In: texts by field. Out: [`Entry`], and findings; an entry that people at risk rely on loses its place.
//! Not here: the shape of a file; places, costs and ways to reach a service, which have files of their own.

use super::record::Record;
use super::{contact, cost, secret, times, venue};
use crate::diag::Diagnostic;
use crate::model::directory::{Entry, EntryStatus, Offered, Origin, Provider};
use crate::model::opening::{Closed, Opening};
use crate::model::slug::slug;
use crate::model::uuid::Uuid;

/// What is known of an entry besides its fields.
pub(super) struct Known<'k> {
    /// What tells this directory from others: the name of the organisation.
    pub(super) site: &'k str,
    /// The last part of its address, from the name of its file; empty for a row.
    pub(super) slug: String,
    /// Where it is typed.
    pub(super) origin: Origin,
}

/// Longest summary.
const SUMMARY: usize = 160;

/// Reads an entry. Nothing comes back where it has no name.
pub(super) fn entry(record: &Record<'_>, known: &Known<'_>, findings: &mut Vec<Diagnostic>) -> Option<Entry> {
    let name = record.needed("name", "Tea and Talk", findings);
    let summary = summary(record, findings);
    let description = record.needed("description", "A weekly group for anyone who wants company.", findings);
    let provider = provider(record, findings);
    // What is mistyped here is taken for the safe one.
    let sensitive = record.truth("sensitive", true, findings);
    if sensitive {
        secret::told(record, findings);
    }
    let typed_id = identity(record, "id", findings);
    let slug = own_slug(record, known, name.as_deref().unwrap_or_default(), findings);
    let (minimum_age, maximum_age) = ages(record, findings);
    let entry = Entry {
        origin: known.origin,
        id: typed_id.unwrap_or_else(|| Uuid::of("service", &[known.site, &slug])),
        typed_id,
        slug,
        url: String::new(),
        name: name.unwrap_or_default(),
        summary,
        description: paragraphs(&description.unwrap_or_default()),
        provider,
        needs: record.texts("needs"),
        venue: if sensitive { None } else { venue::venue(record, findings) },
        offered: record.choice("offered", &Offered::ALL, findings),
        costs: cost::costs(record, findings),
        minimum_age,
        maximum_age,
        times: openings(record, findings),
        times_note: record.text("times_note"),
        closed: closed(record, findings),
        reach: contact::reach(record, findings),
        area: record.text("area"),
        languages: record.texts("languages"),
        who: record.text("who"),
        how: record.text("how"),
        status: record.choice("status", &EntryStatus::ALL, findings).first().copied().unwrap_or_default(),
        alert: record.text("alert"),
        last_checked: record.date("last_checked", findings),
        checked_by: contact::email(record, "checked_by", findings),
        updated: record.date("updated", findings),
        is_overdue: false,
        sensitive,
        council: record.truth("council", false, findings),
        neighbour: record.text("neighbour"),
        example: record.truth("example", false, findings),
        allow: Vec::new(),
    };
    // All its faults are told at once, also where nothing could be shown.
    (!entry.name.is_empty()).then_some(entry)
}

fn summary(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> String {
    let summary = record.needed("summary", "Company and hot drinks every Tuesday.", findings).unwrap_or_default();
    let length = summary.chars().count();
    if let Some(part) = record.part("summary").filter(|_| length > SUMMARY) {
        let message = format!("the summary has {length} characters");
        let help = format!("say it in at most {SUMMARY} characters; the rest belongs in `description`");
        findings.push(Diagnostic::error("summary-length", message, part.place()).help(help));
    }
    summary
}

fn provider(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> Provider {
    Provider {
        id: identity(record, "provider.id", findings),
        name: record.needed("provider.name", "Northam Community Association", findings).unwrap_or_default(),
        description: record.text("provider.description"),
        email: contact::email(record, "provider.email", findings),
        web: contact::web(record, "provider.web", findings),
    }
}

/// Lines that were broken to fit a file, put together; empty lines and marks of a list part paragraphs.
fn paragraphs(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut is_new = true;
    for line in text.lines().map(str::trim) {
        let is_listed = ["- ", "* ", "• "].iter().any(|mark| line.starts_with(mark));
        if !line.is_empty() {
            if !whole.is_empty() {
                whole.push_str(if is_new || is_listed { "\n\n" } else { " " });
            }
            whole.push_str(line);
        }
        is_new = line.is_empty();
    }
    whole
}

/// A UUID as typed.
pub(super) fn identity(record: &Record<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Option<Uuid> {
    let part = record.part(name)?;
    let id = Uuid::parse(&part.text);
    if id.is_none() {
        let message = format!("`{}` is not a UUID", part.text);
        let help = "take the line out, so that Candour makes the id, or write it as another feed gives it, for example \
                    `id: ac148810-d857-441c-9679-408f346de14b`";
        findings.push(Diagnostic::error("id-unclear", message, part.place()).help(help));
    }
    id
}

/// The slug as typed, else that of the file, else that of the name.
fn own_slug(record: &Record<'_>, known: &Known<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> String {
    let made = if known.slug.is_empty() { slug(name) } else { known.slug.clone() };
    let Some(part) = record.part("slug") else { return made };
    let typed = slug(&part.text);
    if typed == part.text && !typed.is_empty() {
        return typed;
    }
    let message = format!("`{}` cannot be part of an address", part.text);
    let help = "use lower case letters, digits and hyphens, for example `slug: tea-and-talk`";
    findings.push(Diagnostic::error("slug-invalid", message, part.place()).help(help));
    made
}

fn ages(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> (Option<u8>, Option<u8>) {
    let mut age = |name: &str| {
        let part = record.part(name)?;
        let age = part.text.parse().ok().filter(|age: &u8| *age <= 120);
        if age.is_none() {
            let message = format!("`{name}` is not an age in years");
            findings.push(
                Diagnostic::error("age-unclear", message, part.place()).help("write a whole number, for example 18"),
            );
        }
        age
    };
    let (from, to) = (age("minimum_age"), age("maximum_age"));
    if let Some(part) = record.part("maximum_age").filter(|_| from.zip(to).is_some_and(|(from, to)| from > to)) {
        let message = "the oldest age is below the youngest".to_owned();
        findings.push(
            Diagnostic::error("age-unclear", message, part.place()).help("write the higher age in `maximum_age`"),
        );
    }
    (from, to)
}

fn openings(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Opening> {
    let read = |part: &super::record::Part<'_>| {
        let opening = times::opening(&part.text);
        if opening.is_none() {
            let message = format!("`{}` is not a regular time that Candour understands", part.text);
            let help = "write the days, then the time, for example `Monday to Friday, 9am to 5pm` or `first Tuesday of \
                        the month, 2pm to 4pm`; what fits neither belongs in `times_note`";
            findings.push(Diagnostic::error("opening-unclear", message, part.place()).help(help));
        }
        opening
    };
    record.list("times").filter_map(read).collect()
}

fn closed(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Closed> {
    let read = |part: &super::record::Part<'_>| {
        let closed = times::closed(&part.text);
        if closed.is_none() {
            let message = format!("`{}` is not a day, or days from one to another", part.text);
            let help = "write the first and the last day, for example `2026-12-24 to 2027-01-02 (Christmas)`";
            findings.push(Diagnostic::error("opening-unclear", message, part.place()).help(help));
        }
        closed
    };
    record.list("closed").filter_map(read).collect()
}
