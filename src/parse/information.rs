//! `data/accessible-information.yaml` into formats, documents and the steps of the Accessible Information Standard.
//!
//! In: the file. Out: [`AccessibleInformation`], and findings. Not here: whether files, pages and contacts exist, and
//! whether dates have passed.

use super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic};
use crate::model::information::{AccessibleInformation, DocumentCheck, Format, KnownDocument, STEPS, Standard};
use crate::model::source::{FileId, SourceFile};

/// Reads the file.
pub fn information(file: FileId, source: &SourceFile) -> Checked<Option<AccessibleInformation>> {
    let mut findings = Vec::new();
    let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings) else {
        return Checked::new(None, findings);
    };
    let Some(node) = yaml.mapping(&mut findings) else { return Checked::new(None, findings) };
    node.known(&["contact", "formats", "documents", "standard"], &mut findings);
    let contact = node.needed_text("contact", "accessible-information", &mut findings);
    let formats = node.list_of("formats", &mut findings);
    if formats.is_empty() && node.get("formats").is_none() {
        findings.push(node.missing("formats", "[{ format: Large print, within: 2 working days }]"));
    }
    let documents = node.list_of("documents", &mut findings).into_iter().enumerate();
    let known = AccessibleInformation {
        file,
        contact,
        formats: formats.into_iter().filter_map(|node| format(node, &mut findings)).collect(),
        documents: documents.filter_map(|(at, node)| document(node, at, &mut findings)).collect(),
        standard: node.mapping_of("standard", &mut findings).map(|node| standard(node, &mut findings)),
    };
    Checked::new(Some(known), findings)
}

fn format(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Option<Format> {
    node.known(&["format", "what", "within"], findings);
    let name = node.needed_text("format", "Large print", findings)?;
    Some(Format { name, what: node.text_of("what", findings), within: node.text_of("within", findings) })
}

fn document(node: Node<'_>, at: usize, findings: &mut Vec<Diagnostic>) -> Option<KnownDocument> {
    node.known(&["file", "title", "page", "checked"], findings);
    let path = node.needed_text("file", "\"@/paying-for-care/charges.pdf\"", findings);
    let title = node.needed_text("title", "Charges for care at home", findings);
    let page = node.text_of("page", findings);
    let checked = node.mapping_of("checked", findings).map(|node| {
        node.known(&["on", "how"], findings);
        if node.get("on").is_none() {
            findings.push(node.missing("on", "2026-11-22"));
        }
        let how = node.needed_text("how", "With a screen reader, from beginning to end.", findings).unwrap_or_default();
        DocumentCheck { on: node.date_of("on", findings), how }
    });
    Some(KnownDocument { path: path?, title: title?, page, checked, at })
}

fn standard(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Standard {
    node.known(&["lead", "board", "assessed", "found", "steps"], findings);
    let lead = node.needed_text("lead", "Head of information and advice", findings).unwrap_or_default();
    let board = node.needed_text("board", "Director of adult social services", findings).unwrap_or_default();
    let steps = node.mapping_of("steps", findings);
    if node.get("steps").is_none() {
        findings.push(node.missing("steps", "{ identify: We ask everyone how they like to get information. }"));
    }
    let words = steps.map(|node| {
        node.known(&STEPS, findings);
        let step = |key| Some((key, node.needed_text(key, "We ask everyone.", findings)?));
        STEPS.into_iter().filter_map(step).collect()
    });
    Standard {
        lead,
        board,
        assessed: node.date_of("assessed", findings),
        found: node.texts_of("found", findings),
        steps: words.unwrap_or_default(),
    }
}
