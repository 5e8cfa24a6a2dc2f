//! The record of published values: `data/published.yaml`.
//!
//! In: the text of the file, which `candour metrics --record` wrote. Out: [`Record`]. A value that is neither a number nor
//! the word `hidden` is a finding. Not here: writing it (`evidence/record.rs`).

use std::collections::BTreeMap;

use super::super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic};
use crate::model::quantity::Decimal;
use crate::model::record::{Published, Record, Told};
use crate::model::source::{FileId, SourceFile};

/// The word for a value without its number.
const HIDDEN: &str = "hidden";

/// Reads the record. Nothing comes back when the text is no mapping.
pub fn record(file: FileId, source: &SourceFile) -> Checked<Option<Record>> {
    let mut findings = Vec::new();
    let read = yaml::read(file, &source.text, 0).into(&mut findings);
    let found = read.and_then(|yaml| {
        yaml.mapping(&mut findings).map(|root| {
            root.known(&["format", "metrics"], &mut findings);
            let metrics = root.mapping_of("metrics", &mut findings);
            let entries = metrics.into_iter().flat_map(Node::entries);
            let metrics = entries.map(|(id, node)| (id.to_owned(), published(node, &mut findings))).collect();
            Record { file, metrics }
        })
    });
    Checked::new(found, findings)
}

fn published(node: Node<'_>, f: &mut Vec<Diagnostic>) -> Published {
    node.known(&["values", "total"], f);
    let entries = node.mapping_of("values", f).into_iter().flat_map(Node::entries);
    let values: BTreeMap<String, Told> =
        entries.filter_map(|(key, node)| Some((key.to_owned(), value(node, f)?))).collect();
    Published { values, total: node.get("total").and_then(|node| value(node, f)) }
}

fn value(node: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<Told> {
    let typed = node.number().or_else(|| node.text()).unwrap_or_default();
    if typed == HIDDEN {
        return Some(Told::Hidden);
    }
    let number = Decimal::from_str_exact(&typed).ok();
    if number.is_none() {
        f.push(
            Diagnostic::error("record-value", "a recorded value is neither a number nor `hidden`", node.place())
                .help("write the file again with `candour metrics --record`"),
        );
    }
    number.map(Told::Number)
}
