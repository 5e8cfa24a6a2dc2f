//! The fields between the `---` lines of a page.
//!
//! In: the YAML mapping. Out: [`FrontMatter`], every field checked for its type. Free fields stand under `extra:`.
//! Not here: whether contacts, duties and pages that it names exist; that is `assemble/`.

use super::yaml::Node;
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::document::{
    AlertLevel, Alternative, Change, Correction, Extra, Form, FrontMatter, NextUpdate, Release, Source, Task,
};
use crate::model::metric::Status;
use crate::model::page_type::PageType;

const FIELDS: [&str; 31] = [
    "type",
    "title",
    "summary",
    "owner",
    "contact",
    "published",
    "updated",
    "last_reviewed",
    "reviewed_by",
    "review_by",
    "review_in",
    "expires",
    "draft",
    "slug",
    "weight",
    "aliases",
    "topics",
    "meets",
    "related",
    "alternatives",
    "sensitive",
    "changes",
    "withdrawn",
    "allow",
    "extra",
    "made_from",
    "unchecked",
    "status",
    "next_update",
    "corrections",
    "level",
];

/// Most characters of a summary (GOV.UK publishing guidance, summaries).
const SUMMARY_LENGTH: usize = 160;

/// Reads the fields of a page.
pub(super) fn front_matter(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> FrontMatter {
    node.known(&FIELDS, findings);
    let kind = node.choice_of("type", &PageType::ALL, findings).unwrap_or(PageType::Page);
    let title = node.needed_text("title", "Breaks for carers", findings).unwrap_or_default();
    let summary = summary(node, findings);
    let last_reviewed = node.date_of("last_reviewed", findings);
    let given = node.date_of("review_by", findings);
    let review_by = given.or_else(|| review_in(node, last_reviewed, findings));
    FrontMatter {
        kind,
        title,
        summary,
        owner: node.text_of("owner", findings),
        contact: node.text_of("contact", findings),
        published: node.date_of("published", findings),
        updated: node.date_of("updated", findings),
        last_reviewed,
        reviewed_by: node.text_of("reviewed_by", findings),
        review_by,
        expires: node.date_of("expires", findings),
        draft: node.truth_of("draft", findings).unwrap_or(false),
        slug: node.text_of("slug", findings),
        weight: node.whole_of("weight", findings),
        aliases: node.texts_of("aliases", findings),
        topics: node.texts_of("topics", findings),
        meets: node.texts_of("meets", findings),
        related: node.texts_of("related", findings),
        alternatives: alternatives(node, findings),
        made_from: node.text_of("made_from", findings),
        unchecked: node.truth_of("unchecked", findings).unwrap_or(false),
        sensitive: node.truth_of("sensitive", findings).unwrap_or(false),
        changes: changes(node, findings),
        withdrawn: node.text_of("withdrawn", findings),
        level: node.choice_of("level", &AlertLevel::ALL, findings).unwrap_or_default(),
        report: release(node, findings),
        allow: node.allow_of("allow", findings),
        extra: extra(node, findings),
    }
}

fn summary(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> String {
    let example = "How to get a break from caring, and what it costs.";
    let summary = node.needed_text("summary", example, findings).unwrap_or_default();
    let length = summary.chars().count();
    if length > SUMMARY_LENGTH
        && let Some(typed) = node.get("summary")
    {
        findings.push(
            Diagnostic::error("summary-length", format!("the summary has {length} characters"), typed.place())
                .help(format!("say it in at most {SUMMARY_LENGTH} characters, in one sentence"))
                .basis("GOV.UK publishing guidance: summaries"),
        );
    }
    summary
}

/// `review_in: 6 months` counts from the last review.
fn review_in(node: Node<'_>, from: Option<Date>, findings: &mut Vec<Diagnostic>) -> Option<Date> {
    let typed = node.text_of("review_in", findings)?;
    let field = node.get("review_in")?;
    let mut words = typed.split_whitespace();
    let number: Option<i32> = words.next().and_then(|word| word.parse().ok()).filter(|number| *number > 0);
    let months = match (number, words.next(), words.next()) {
        (Some(number), Some("month" | "months"), None) => Some(number),
        (Some(number), Some("year" | "years"), None) => number.checked_mul(12),
        _ => None,
    };
    let Some(months) = months else {
        findings.push(
            Diagnostic::error("review-in-unclear", format!("`{typed}` is not a number of months"), field.place())
                .help("write for example `review_in: 6 months` or `review_in: 1 year`"),
        );
        return None;
    };
    let Some(from) = from else {
        findings.push(
            Diagnostic::error(
                "review-in-without-start",
                "`review_in` counts from a review that is not given",
                field.place(),
            )
            .help("add the day of the last review, for example `last_reviewed: 2026-11-22`"),
        );
        return None;
    };
    Some(from.plus_months(months))
}

fn changes(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Change> {
    let mut changes = Vec::new();
    for entry in node.list_of("changes", findings) {
        entry.known(&["date", "note"], findings);
        let before = findings.len();
        let date = entry.date_of("date", findings);
        if date.is_none() && findings.len() == before {
            findings.push(entry.missing("date", "2026-11-22"));
        }
        let note = entry.needed_text("note", "Added the new charges from April 2026.", findings);
        if let (Some(date), Some(note)) = (date, note) {
            changes.push(Change { date, note });
        }
    }
    changes
}

/// Forms of the page that are no pages: `{ form: audio, link: breaks.mp3, made_from: 1a2b3c4d5e6f }`.
fn alternatives(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Alternative> {
    let mut found = Vec::new();
    for entry in node.list_of("alternatives", findings) {
        entry.known(&["form", "link", "language", "made_from"], findings);
        let before = findings.len();
        let form = entry.choice_of("form", &Form::ALL, findings);
        if form.is_none() && findings.len() == before {
            findings.push(entry.missing("form", "audio"));
        }
        let link = entry.needed_text("link", "breaks-for-carers.mp3", findings);
        let (language, made_from) = (entry.text_of("language", findings), entry.text_of("made_from", findings));
        if let (Some(form), Some(link)) = (form, link) {
            found.push(Alternative { form, link, language, made_from });
        }
    }
    found
}

/// What a report says of its release.
fn release(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Release {
    const STATUSES: [(&str, Status); 3] =
        [("final", Status::Final), ("provisional", Status::Provisional), ("revised", Status::Revised)];
    let status = node.choice_of("status", &STATUSES, findings);
    let next_update = node
        .text_of("next_update", findings)
        .map(|text| NextUpdate { date: node.get("next_update").and_then(Node::date), text });
    let mut corrections = Vec::new();
    for entry in node.list_of("corrections", findings) {
        entry.known(&["date", "where", "what"], findings);
        let before = findings.len();
        let date = entry.date_of("date", findings);
        if date.is_none() && findings.len() == before {
            findings.push(entry.missing("date", "2026-11-22"));
        }
        let place = entry.needed_text("where", "The chart of requests by team", findings);
        let note = entry.needed_text("what", "One team was counted twice. The total is now lower by 12.", findings);
        if let (Some(date), Some(place), Some(note)) = (date, place, note) {
            corrections.push(Correction { date, place, note });
        }
    }
    Release { status, next_update, corrections }
}

/// The free fields. Those that Candour prints itself are read; all others are the site's own.
fn extra(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Extra {
    let Some(node) = node.mapping_of("extra", findings) else { return Extra::default() };
    let mut extra = Extra {
        footer: node.truth_of("footer", findings).unwrap_or(false),
        unlisted: node.truth_of("unlisted", findings).unwrap_or(false),
        picture: node.text_of("picture", findings),
        formats: node.text_of("formats", findings),
        feedback: node.text_of("feedback", findings),
        notice: node.text_of("notice", findings),
        ..Extra::default()
    };
    for entry in node.list_of("tasks", findings) {
        let text = entry.needed_text("text", "Ask for support", findings);
        let link = entry.needed_text("link", "\"@/getting-support/ask-for-support.md\"", findings);
        if let (Some(text), Some(link)) = (text, link) {
            extra.tasks.push(Task { text, link });
        }
    }
    for entry in node.list_of("sources", findings) {
        let title = entry.needed_text("title", "Care Act 2014, section 4", findings);
        let url = entry.needed_text("url", "https://www.legislation.gov.uk/ukpga/2014/23/section/4", findings);
        let checked = entry.date_of("checked", findings);
        if let (Some(title), Some(url)) = (title, url) {
            if !url.starts_with("https://") && !url.starts_with("http://") {
                findings.push(unsafe_address(&url, entry));
            }
            extra.sources.push(Source { title, url, checked });
        }
    }
    extra
}

fn unsafe_address(url: &str, entry: Node<'_>) -> Diagnostic {
    let place = entry.get("url").map_or_else(|| entry.place(), Node::place);
    let message = format!("`{url}` is no address of a page");
    let place = match place {
        Place::Key(file, path) => Place::Value(file, path),
        other => other,
    };
    Diagnostic::error("link-scheme", message, place).help("begin the address with https://")
}
