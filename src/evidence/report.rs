//! What an impact report must have.
//!
//! In: a page of the type `report`. Out: a warning for each part that is missing, and for a summary that is too long.
//! Parts are told by the words of their headings. Not here: whether the parts say anything true.

use super::claims::sentence::sentences;
use crate::diag::{Diagnostic, Place};
use crate::model::document::{Document, Heading};
use crate::model::prose::{Block, BlockKind};

/// The most headlines of a summary (`DfE`, Explore Education Statistics guidance: at most six).
const HEADLINES: usize = 6;

/// A part of a report: its name, words of headings that make it, and a heading to write.
struct Part {
    name: &'static str,
    words: &'static [&'static str],
    example: &'static str,
}

const SUMMARY: Part = Part {
    name: "a summary",
    words: &["summary", "headlines", "main points", "main findings", "at a glance", "in brief", "key points"],
    example: "## Summary",
};

/// The parts that stand under a heading of their own, besides the summary.
const PARTS: [Part; 3] = [
    Part {
        name: "its findings",
        words: &[
            "what changed",
            "findings",
            "what we found",
            "results",
            "what the",
            "what happened",
            "what difference",
            "outcomes",
            "impact",
            "figures",
        ],
        example: "## What changed",
    },
    Part {
        name: "its method",
        words: &[
            "how we know",
            "method",
            "how we",
            "how this",
            "how the",
            "where the",
            "about the data",
            "evidence",
            "sources",
        ],
        example: "## How we know",
    },
    Part {
        name: "strengths and limits",
        words: &["limit", "strength", "caution", "do not know", "cannot tell", "not tell", "quality", "uncertain"],
        example: "## Limits of these figures",
    },
];

/// Warnings for a report; `has_contact` tells whether the page shows whom to ask.
pub fn report(document: &Document, has_contact: bool) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let headings: Vec<&Heading> = document.body.headings.iter().filter(|heading| heading.level == 2).collect();
    summary(document, &headings, &mut findings);
    for part in PARTS.iter().filter(|part| !headings.iter().any(|heading| part.is(heading))) {
        findings.push(missing(document, part.name, &format!("add a section, for example `{}`", part.example)));
    }
    let front = &document.front;
    if front.report.next_update.is_none() {
        let help = "add a line such as `next_update: 2027-02-26`, or say in words why there is none";
        findings.push(missing(document, "its next update", help));
    }
    if front.report.status.is_none() {
        findings.push(missing(document, "its status", "add `status: final`, `provisional` or `revised`"));
    }
    if !has_contact {
        findings.push(missing(document, "whom to ask", "add a line such as `contact: strategy-and-performance`"));
    }
    findings
}

impl Part {
    fn is(&self, heading: &Heading) -> bool {
        let text = heading.text.to_lowercase();
        self.words.iter().any(|words| text.contains(words))
    }
}

fn missing(document: &Document, name: &str, help: &str) -> Diagnostic {
    let message = format!("the report does not give {name}");
    Diagnostic::warning("report-part-missing", message, Place::Key(document.file, String::new())).help(help)
}

/// The summary stands first, with at most six headlines of one sentence each.
fn summary(document: &Document, headings: &[&Heading], f: &mut Vec<Diagnostic>) {
    let Some(at) = headings.iter().position(|heading| SUMMARY.is(heading)) else {
        f.push(missing(
            document,
            SUMMARY.name,
            "begin the report with `## Summary` and at most six headlines in a list",
        ));
        return;
    };
    let Some(heading) = headings.get(at) else { return };
    if let Some(first) = headings.first().filter(|_| at > 0) {
        f.push(
            Diagnostic::warning("report-summary-late", "the summary does not stand first", Place::Span(heading.span))
                .also(Place::Span(first.span), "the first section")
                .help("move the summary to the top: many readers read nothing else"),
        );
    }
    let end = headings.get(at + 1).map_or(u32::MAX, |next| next.span.start);
    let blocks = document.body.prose.blocks.iter();
    let inside = blocks.filter(|block| block.span.start >= heading.span.end && block.span.start < end);
    let items: Vec<&Block> = inside.filter(|block| matches!(block.kind, BlockKind::Item { depth: 0, .. })).collect();
    let Some(BlockKind::Item { list: first, .. }) = items.first().map(|block| block.kind) else { return };
    let headlines: Vec<&&Block> =
        items.iter().filter(|block| matches!(block.kind, BlockKind::Item { list, .. } if list == first)).collect();
    if let Some(seventh) = headlines.get(HEADLINES) {
        let message = format!("the summary has {} headlines", headlines.len());
        f.push(
            Diagnostic::warning("report-summary-long", message, Place::Span(seventh.span))
                .label("the seventh")
                .help("keep the six that a reader must know, and move the others to the findings")
                .basis("DfE analysts' guide: headlines"),
        );
    }
    for block in headlines {
        let sentences = sentences(document, block);
        if let Some(second) = sentences.get(1) {
            f.push(
                Diagnostic::warning(
                    "report-summary-long",
                    format!("a headline of the summary has {} sentences", sentences.len()),
                    Place::Span(second.span(0..second.text.len())),
                )
                .help("say it in one sentence, and the rest in the findings")
                .basis("DfE analysts' guide: headlines"),
            );
        }
    }
}
