//! `data/needs.yaml`: what people look for in the directory, each need with its name and what belongs to it.
//!
//! In: the file, a mapping from key to need. Out: needs in the order of the file, and findings.
//! Not here: which entries meet a need.

use crate::diag::{Checked, Diagnostic};
use crate::model::directory::Need;
use crate::model::slug::slug;
use crate::model::source::{FileId, SourceFile};
use crate::model::uuid::Uuid;
use crate::parse::yaml;

/// Reads the needs.
pub fn needs(file: FileId, source: &SourceFile) -> Checked<Vec<Need>> {
    let mut findings = Vec::new();
    let mut needs = Vec::new();
    if let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings)
        && !yaml.is_empty()
        && let Some(root) = yaml.mapping(&mut findings)
    {
        for (key, node) in root.entries() {
            if root.mapping_of(key, &mut findings).is_none() {
                continue;
            }
            if slug(key) != key || key.is_empty() {
                let message = format!("`{key}` cannot be part of an address");
                let help = "use lower case letters, digits and hyphens, for example `company-and-activities`";
                findings.push(Diagnostic::error("slug-invalid", message, node.key_place()).help(help));
                continue;
            }
            needs.extend(need(key, node, &mut findings));
        }
    }
    Checked::new(needs, findings)
}

fn need(key: &str, node: yaml::Node<'_>, findings: &mut Vec<Diagnostic>) -> Option<Need> {
    node.known(&["name", "description", "uri", "id"], findings);
    let name = node.needed_text("name", "Company and activities", findings);
    let description = node.needed_text("description", "Groups, clubs and people to talk to.", findings);
    let typed = node.text_of("id", findings);
    let id = typed.as_deref().map(Uuid::parse);
    if id == Some(None) {
        let place = node.get("id").map_or_else(|| node.place(), yaml::Node::place);
        let message = format!("`{}` is not a UUID", typed.unwrap_or_default());
        findings.push(
            Diagnostic::error("id-unclear", message, place).help("take the line out, so that Candour makes the id"),
        );
    }
    Some(Need {
        key: key.to_owned(),
        id: id.flatten().unwrap_or_else(|| Uuid::of("need", &[key])),
        name: name?,
        description: description?,
        uri: node.text_of("uri", findings),
    })
}
