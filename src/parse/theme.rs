//! The YAML of a theme: its words and its tokens.
//!
//! In: `strings/<language>.yaml`, `theme.yaml`. Out: flattened words, colours by role, pairs to check.
//! Not here: contrast, style sheets.

use std::collections::BTreeMap;

use super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic};
use crate::model::source::{FileId, SourceFile};
use crate::model::strings::Strings;
use crate::model::theme::{Pair, PairKind, Tokens};

/// Reads the words of a language: nested mappings become dotted keys.
pub fn strings(file: FileId, source: &SourceFile, language: &str) -> Checked<Strings> {
    let mut findings = Vec::new();
    let mut texts = BTreeMap::new();
    if let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings)
        && let Some(root) = yaml.mapping(&mut findings)
    {
        flatten(root, "", &mut texts, &mut findings);
    }
    Checked::new(Strings { language: language.to_owned(), texts }, findings)
}

fn flatten(node: Node<'_>, prefix: &str, texts: &mut BTreeMap<String, String>, findings: &mut Vec<Diagnostic>) {
    for (key, child) in node.entries() {
        let path = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
        if child.is_mapping() {
            flatten(child, &path, texts, findings);
        } else if let Some(text) = node.text_of(key, findings) {
            texts.insert(path, text);
        } else {
            texts.insert(path, String::new());
        }
    }
}

/// Reads `theme.yaml`.
pub fn tokens(file: FileId, source: &SourceFile) -> Checked<Tokens> {
    let mut findings = Vec::new();
    let mut tokens = Tokens { file: Some(file), ..Tokens::default() };
    if let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings)
        && let Some(node) = yaml.mapping(&mut findings)
    {
        node.known(&["name", "version", "languages", "tokens", "pairs", "styles", "description"], &mut findings);
        tokens.styles = node.texts_of("styles", &mut findings);
        if let Some(sets) = node.mapping_of("tokens", &mut findings) {
            sets.known(&["light", "dark", "print"], &mut findings);
            tokens.light = colours(sets, "light", &mut findings);
            tokens.dark = colours(sets, "dark", &mut findings);
            tokens.print = colours(sets, "print", &mut findings);
        }
        tokens.pairs =
            node.list_of("pairs", &mut findings).into_iter().filter_map(|entry| pair(entry, &mut findings)).collect();
    }
    Checked::new(tokens, findings)
}

fn colours(sets: Node<'_>, key: &str, findings: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
    let Some(set) = sets.mapping_of(key, findings) else { return Vec::new() };
    let names: Vec<&str> = set.entries().map(|(name, _)| name).collect();
    names.into_iter().filter_map(|name| Some((name.to_owned(), set.text_of(name, findings)?))).collect()
}

fn pair(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Option<Pair> {
    node.known(&["text", "mark", "on", "kind", "role"], findings);
    let kinds = [("text", PairKind::Text), ("large", PairKind::Large), ("mark", PairKind::Mark)];
    let colour = ["role", "text", "mark"].into_iter().find_map(|key| node.text_of(key, findings));
    let on = node.needed_text("on", "surface", findings);
    let kind = node.choice_of("kind", &kinds, findings).unwrap_or(PairKind::Text);
    if colour.is_none() {
        findings.push(node.missing("role", "text"));
    }
    Some(Pair { colour: colour?, on: on?, kind, path: node.path() })
}
