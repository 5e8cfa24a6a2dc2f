//! `data/guidance/*.yaml` into packs of duties.
//!
//! In: a file. Out: [`DutyPack`], and findings. Not here: which pages meet a duty.

use super::markdown::DIRECTIVES;
use super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic};
use crate::model::duty::{Checking, Duty, DutyPack, Needs};
use crate::model::source::{FileId, SourceFile};

const PACK_FIELDS: [&str; 6] = ["pack", "title", "publisher", "checked", "optional", "duties"];
const DUTY_FIELDS: [&str; 10] =
    ["id", "title", "text", "audience", "clause", "status", "source", "checked_by", "checked", "needs"];
const NEEDS_FIELDS: [&str; 5] = ["sections", "contact", "blocks", "links_to", "reviewed"];

/// Reads a pack.
pub fn pack(file: FileId, source: &SourceFile) -> Checked<Option<DutyPack>> {
    let mut findings = Vec::new();
    let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings) else {
        return Checked::new(None, findings);
    };
    let Some(node) = yaml.mapping(&mut findings) else { return Checked::new(None, findings) };
    node.known(&PACK_FIELDS, &mut findings);
    let pack = DutyPack {
        file,
        pack: node.needed_text("pack", "nice-ng86", &mut findings).unwrap_or_default(),
        title: node.needed_text("title", "NICE guideline NG86", &mut findings).unwrap_or_default(),
        publisher: node
            .needed_text("publisher", "National Institute for Health and Care Excellence", &mut findings)
            .unwrap_or_default(),
        checked: node.date_of("checked", &mut findings),
        optional: node.truth_of("optional", &mut findings).unwrap_or(false),
        duties: node
            .list_of("duties", &mut findings)
            .into_iter()
            .enumerate()
            .filter_map(|(at, entry)| Some(Duty { at, ..duty(entry, &mut findings)? }))
            .collect(),
    };
    repeats(&pack, node, &mut findings);
    Checked::new(Some(pack), findings)
}

fn duty(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Option<Duty> {
    node.known(&DUTY_FIELDS, findings);
    let id = node.needed_text("id", "care-act-concerns", findings);
    let title = node.needed_text("title", "How to raise a concern", findings);
    let status = node.choice_of("status", &Checking::ALL, findings).unwrap_or(Checking::NotChecked);
    let duty = Duty {
        id: id?,
        title: title?,
        text: node.text_of("text", findings).unwrap_or_default(),
        audience: node.text_of("audience", findings).unwrap_or_default(),
        clause: node.text_of("clause", findings),
        status,
        source: node.text_of("source", findings).unwrap_or_default(),
        checked: node.date_of("checked", findings),
        checked_by: node.text_of("checked_by", findings),
        needs: needs(node, findings),
        at: 0,
    };
    if duty.clause.is_some() && status != Checking::Confirmed {
        let place = node.get("clause").map_or_else(|| node.place(), Node::place);
        findings.push(
            Diagnostic::warning("clause-not-confirmed", "a clause has a number that is not confirmed", place).help(
                "read the source, then set `status: confirmed`, or take the number out; it is not printed until then",
            ),
        );
    }
    Some(duty)
}

/// What a page must have to count.
fn needs(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Needs {
    let Some(node) = node.mapping_of("needs", findings) else { return Needs::default() };
    node.known(&NEEDS_FIELDS, findings);
    let mut sections = Vec::new();
    for entry in node.get("sections").filter(|list| !list.is_null()).into_iter().flat_map(Node::items) {
        let words: Vec<String> = match entry.text() {
            Some(text) => vec![text.into_owned()],
            None => entry.items().filter_map(Node::text).map(std::borrow::Cow::into_owned).collect(),
        };
        if words.is_empty() {
            findings.push(entry.wrong_type(yaml::Wanted::Text));
        } else {
            sections.push(words);
        }
    }
    if let Some(list) = node.get("sections").filter(|list| !list.is_null() && !list.is_list()) {
        findings.push(list.wrong_type(yaml::Wanted::List));
    }
    Needs {
        sections,
        contact: node.truth_of("contact", findings).unwrap_or(false),
        blocks: blocks(node, findings),
        links_to: node.texts_of("links_to", findings),
        reviewed: node.truth_of("reviewed", findings).unwrap_or(false),
    }
}

fn blocks(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Vec<String> {
    let known = DIRECTIVES.map(|directive| directive.name);
    let mut blocks = node.texts_of("blocks", findings);
    for (at, name) in blocks.iter().enumerate().filter(|(_, name)| !known.contains(&name.as_str())) {
        let typed = node.get("blocks").and_then(|list| list.items().nth(at)).or_else(|| node.get("blocks"));
        findings.push(yaml::choice_fault("blocks", name, &known, typed.map_or_else(|| node.place(), Node::place)));
    }
    blocks.retain(|name| known.contains(&name.as_str()));
    blocks
}

fn repeats(pack: &DutyPack, node: Node<'_>, findings: &mut Vec<Diagnostic>) {
    let Some(list) = node.get("duties") else { return };
    for (at, duty) in pack.duties.iter().enumerate() {
        let first = pack.duties.iter().position(|other| other.id == duty.id).unwrap_or(at);
        if first == at {
            continue;
        }
        let place =
            |at: usize| list.items().nth(at).and_then(|entry| entry.get("id")).map_or(node.place(), Node::place);
        findings.push(
            Diagnostic::error("duty-twice", format!("two duties have the id `{}`", duty.id), place(at))
                .also(place(first), "the first one")
                .help("give each duty an id of its own"),
        );
    }
}
