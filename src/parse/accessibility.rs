//! `data/accessibility.yaml` into what the accessibility statement says.
//!
//! In: the file. Out: [`Accessibility`], and findings. Not here: whether its dates have passed.

use super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic};
use crate::model::accessibility::{Accessibility, Compliance, Problem, Test};
use crate::model::source::{FileId, SourceFile};

const FIELDS: [&str; 8] =
    ["compliance", "prepared", "reviewed", "test", "problems", "burden", "out_of_scope", "improving"];

/// Reads the file.
pub fn accessibility(file: FileId, source: &SourceFile) -> Checked<Option<Accessibility>> {
    let mut findings = Vec::new();
    let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings) else {
        return Checked::new(None, findings);
    };
    let Some(node) = yaml.mapping(&mut findings) else { return Checked::new(None, findings) };
    node.known(&FIELDS, &mut findings);
    if node.get("compliance").is_none() {
        findings.push(node.missing("compliance", "partially compliant"));
    }
    let compliance = node.choice_of("compliance", &Compliance::ALL, &mut findings).unwrap_or(Compliance::Partial);
    let problems = node.list_of("problems", &mut findings);
    let known = Accessibility {
        file,
        compliance,
        prepared: needed_date(node, "prepared", &mut findings),
        reviewed: needed_date(node, "reviewed", &mut findings),
        test: node.mapping_of("test", &mut findings).map(|node| test(node, &mut findings)),
        problems: problems.into_iter().enumerate().map(|(at, node)| problem(node, at, &mut findings)).collect(),
        burden: node.texts_of("burden", &mut findings),
        out_of_scope: node.texts_of("out_of_scope", &mut findings),
        improving: node.texts_of("improving", &mut findings),
    };
    Checked::new(Some(known), findings)
}

fn needed_date(node: Node<'_>, key: &str, findings: &mut Vec<Diagnostic>) -> Option<crate::model::date::Date> {
    let before = findings.len();
    let date = node.date_of(key, findings);
    if date.is_none() && findings.len() == before {
        findings.push(node.missing(key, "2026-11-22"));
    }
    date
}

fn test(node: Node<'_>, findings: &mut Vec<Diagnostic>) -> Test {
    node.known(&["on", "by", "how", "pages"], findings);
    let mut text = |key: &str, example: &str| node.needed_text(key, example, findings).unwrap_or_default();
    let by = text("by", "Exampleshire Council");
    let how = text("how", "By computer, with axe-core in Chromium.");
    let pages = text("pages", "Pages of every type.");
    Test { on: needed_date(node, "on", findings), by, how, pages }
}

fn problem(node: Node<'_>, at: usize, findings: &mut Vec<Diagnostic>) -> Problem {
    node.known(&["problem", "effect", "criteria", "fix_by", "alternative"], findings);
    let criteria = node.texts_of("criteria", findings);
    if criteria.is_empty() {
        findings.push(node.missing("criteria", "[\"1.1.1\"]"));
    }
    Problem {
        problem: node.needed_text("problem", "Some pictures have no words.", findings).unwrap_or_default(),
        effect: node.needed_text("effect", "A screen reader says nothing of them.", findings).unwrap_or_default(),
        criteria,
        fix_by: needed_date(node, "fix_by", findings),
        alternative: node.text_of("alternative", findings),
        at,
    }
}
