//! `data/contacts.yaml` into contact records.
//!
//! In: the file. Out: records by id, and findings. Not here: which pages use them.

use std::collections::BTreeMap;

use super::reach::{EMAIL, Kind, PHONE};
use super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic};
use crate::model::contact::{Contact, ContactLink};
use crate::model::source::{FileId, SourceFile};

const FIELDS: [&str; 13] = [
    "name",
    "phone",
    "relay",
    "text",
    "email",
    "online",
    "post",
    "bsl",
    "hours",
    "hours_note",
    "reply_within",
    "charges",
    "support",
];

/// Kinds of communication support (NICE NG86, recommendation 1.1.5).
pub const SUPPORT: [&str; 8] =
    ["advocacy", "interpreter", "carer", "pictures", "large print", "braille", "hearing loop", "extra time"];

/// Reads the records.
pub fn contacts(file: FileId, source: &SourceFile) -> Checked<BTreeMap<String, Contact>> {
    let mut findings = Vec::new();
    let mut records = BTreeMap::new();
    if let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings)
        && !yaml.is_empty()
        && let Some(root) = yaml.mapping(&mut findings)
    {
        for (id, node) in root.entries() {
            if root.mapping_of(id, &mut findings).is_some() {
                records.insert(id.to_owned(), contact(id, node, &mut findings));
            }
        }
    }
    Checked::new(records, findings)
}

fn contact(id: &str, node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Contact {
    node.known(&FIELDS, findings);
    let contact = Contact {
        lang: None,
        id: id.to_owned(),
        name: node.needed_text("name", "Adult social care contact team", findings).unwrap_or_default(),
        phone: reach(node, "phone", &PHONE, findings),
        relay: reach(node, "relay", &PHONE, findings),
        text: reach(node, "text", &PHONE, findings),
        email: reach(node, "email", &EMAIL, findings),
        online: online(node, findings),
        post: node.texts_of("post", findings),
        bsl: node.text_of("bsl", findings),
        hours: node.texts_of("hours", findings),
        hours_note: node.text_of("hours_note", findings),
        reply_within: node.text_of("reply_within", findings),
        charges: node.text_of("charges", findings),
        support: support(node, findings),
    };
    if contact.phone.is_some() == (contact.email.is_none() && contact.text.is_none() && contact.online.is_none()) {
        findings.push(
            Diagnostic::warning(
                "contact-one-sense",
                format!("`{id}` can be reached in one way only"),
                node.key_place(),
            )
            .help("add a second way that does not need the same sense: a telephone number, and an email or text number")
            .basis("Accessible Information Standard DAPB1605"),
        );
    }
    findings.extend(incomplete(&contact, node));
    contact
}

fn reach(node: Node<'_>, key: &str, kind: &Kind, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let text = node.text_of(key, findings)?;
    let place = node.filled(key).map_or_else(|| node.key_place(), Node::place);
    findings.extend(kind.fault(&text, place));
    Some(text)
}

/// What people need to know before they get in touch, and what the record does not say.
fn incomplete(contact: &Contact, node: Node<'_>) -> Option<Diagnostic> {
    let by_phone = contact.phone.is_some();
    let parts = [
        ("relay", by_phone && contact.relay.is_none()),
        ("bsl", contact.bsl.is_none()),
        ("hours", contact.hours.is_empty()),
        ("reply_within", contact.reply_within.is_none()),
        ("charges", by_phone && contact.charges.is_none()),
    ];
    let lacking: Vec<_> = parts.iter().filter(|(_, lacks)| *lacks).map(|(key, _)| format!("`{key}`")).collect();
    if lacking.is_empty() {
        return None;
    }
    let message = format!("`{}` does not say {}", contact.id, lacking.join(", "));
    Some(
        Diagnostic::notice("contact-incomplete", message, node.key_place())
            .help("say when the team answers, how soon, what a call costs, and how text relay and sign language work")
            .help("for example `charges: Calls cost the same as a call to any 01 number.`")
            .basis("GOV.UK Design System: contact a department or service team")
            .basis("Accessible Information Standard DAPB1605"),
    )
}

fn online(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Option<ContactLink> {
    let online = node.mapping_of("online", findings)?;
    online.known(&["label", "link"], findings);
    let label = online.needed_text("label", "Ask for support", findings)?;
    let link = online.needed_text("link", "\"@/getting-support/ask-for-support.md\"", findings)?;
    if !link.starts_with("@/") && !link.starts_with("https://") {
        let place = online.get("link").map_or_else(|| online.place(), Node::place);
        findings.push(
            Diagnostic::error("link-scheme", format!("`{link}` is no address that a page may link to"), place)
                .help("begin it with https://, or name a page: `link: \"@/about/contact.md\"`"),
        );
        return None;
    }
    Some(ContactLink { label, link })
}

fn support(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Vec<String> {
    let typed = node.texts_of("support", findings);
    for (at, word) in typed.iter().enumerate().filter(|(_, word)| !SUPPORT.contains(&word.as_str())) {
        let place = node.get("support").and_then(|list| list.items().nth(at)).map_or_else(|| node.place(), Node::place);
        findings.push(yaml::choice_fault("support", word, &SUPPORT, place));
    }
    typed.into_iter().filter(|word| SUPPORT.contains(&word.as_str())).collect()
}
