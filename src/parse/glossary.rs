//! `data/glossary.yaml` into the glossary.
//!
//! In: the file: a mapping of terms. Out: [`Glossary`], and findings. Not here: where pages use the words.

use std::collections::BTreeMap;

use super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic};
use crate::model::glossary::{Glossary, Term};
use crate::model::source::{FileId, SourceFile};

/// Reads the terms.
pub fn glossary(file: FileId, source: &SourceFile) -> Checked<Glossary> {
    let mut findings = Vec::new();
    let mut terms = Vec::new();
    if let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings)
        && !yaml.is_empty()
        && let Some(root) = yaml.mapping(&mut findings)
    {
        let mut known = BTreeMap::new();
        for (name, node) in root.entries() {
            if root.mapping_of(name, &mut findings).is_some() {
                let term = term(name, node, &mut findings);
                repeats(&term, node, &mut known, &mut findings);
                terms.push(term);
            }
        }
    }
    Checked::new(Glossary::new(Some(file), terms), findings)
}

fn term(name: &str, node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Term {
    node.known(&["meaning", "also", "abbreviation"], findings);
    let meaning = "Someone independent who helps you say what you want.";
    Term {
        term: name.to_owned(),
        meaning: node.needed_text("meaning", meaning, findings).unwrap_or_default(),
        also: node.texts_of("also", findings),
        abbreviation: node.text_of("abbreviation", findings),
    }
}

/// A form that two terms have would be explained in two ways.
fn repeats<'y>(term: &Term, node: Node<'y>, known: &mut BTreeMap<String, Node<'y>>, findings: &mut Vec<Diagnostic>) {
    for form in std::iter::once(&term.term).chain(&term.also).chain(&term.abbreviation) {
        if let Some(first) = known.get(&form.to_lowercase()) {
            findings.push(
                Diagnostic::error("term-twice", format!("the glossary explains `{form}` twice"), node.key_place())
                    .also(first.key_place(), "the first one")
                    .help("keep one of them, or take the form out of `also`"),
            );
        } else {
            known.insert(form.to_lowercase(), node);
        }
    }
}
