//! `spc:` of a note: statistical process control.
//!
//! In: the root of a note. Out: [`SpcNote`]; what is wrong takes the usual value beside its finding.
//! Not here: whether the series can carry it; that needs the values.

use super::super::yaml::{Node, Wanted};
use super::fields;
use crate::diag::Diagnostic;
use crate::model::spc::{Rebase, SpcNote};

/// What `spc:` can say.
const KNOWN: [&str; 6] = ["baseline", "rebase", "target", "screening", "run_length", "two_of_three_counts_beyond"];
/// The fewest points that can fix limits.
const FEWEST: i64 = 12;

/// Reads it. Nothing where the note does not ask for it.
pub(super) fn spc(root: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<SpcNote> {
    let node = root.get("spc")?;
    if node.is_null() {
        f.push(root.missing("spc", "{ baseline: 26 }").help("for limits from all points write `spc: {}`"));
        return None;
    }
    let node = root.mapping_of("spc", f)?;
    node.known(&KNOWN, f);
    let usual = SpcNote::default();
    Some(SpcNote {
        baseline: baseline(node, f),
        rebase: rebase(node, f),
        target: node.get("target").filter(|target| !target.is_null()).and_then(|target| fields::number(target, f)),
        screening: node.truth_of("screening", f).unwrap_or(usual.screening),
        run_length: run_length(node, f).unwrap_or(usual.run_length),
        two_of_three_counts_beyond: node
            .truth_of("two_of_three_counts_beyond", f)
            .unwrap_or(usual.two_of_three_counts_beyond),
    })
}

fn baseline(node: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<usize> {
    let typed = node.whole_of("baseline", f)?;
    let place = node.get("baseline")?.place();
    let points = usize::try_from(typed).ok().filter(|_| typed >= FEWEST);
    if points.is_none() {
        let message = format!("a baseline of {typed} points is shorter than {FEWEST}");
        f.push(
            Diagnostic::error("spc-baseline", message, place)
                .help(format!("write {FEWEST} or more, for example `baseline: 26`, or leave it out to use all points")),
        );
    }
    points
}

fn run_length(node: Node<'_>, f: &mut Vec<Diagnostic>) -> Option<usize> {
    let typed = node.whole_of("run_length", f)?;
    let place = node.get("run_length")?.place();
    let length = usize::try_from(typed).ok().filter(|length| [6, 7].contains(length));
    if length.is_none() {
        let finding = Diagnostic::error("field-choice", format!("`run_length` is {typed}, not 6 or 7"), place);
        f.push(finding.help("write `run_length: 7`, which is usual, or `run_length: 6`"));
    }
    length
}

fn rebase(node: Node<'_>, f: &mut Vec<Diagnostic>) -> Vec<Rebase> {
    let mut list = Vec::new();
    for (at, entry) in node.list_of("rebase", f).into_iter().enumerate() {
        if !entry.is_mapping() {
            f.push(entry.wrong_type(Wanted::Mapping).help("for example `- { date: 2026-03-30, reason: … }`"));
            continue;
        }
        entry.known(&["date", "reason"], f);
        if entry.get("date").is_none_or(Node::is_null) {
            f.push(entry.missing("date", "2026-03-30"));
        }
        let date = entry.date_of("date", f);
        let reason = entry.needed_text("reason", "new approach extended to people with existing support", f);
        list.extend(date.zip(reason).map(|(date, reason)| Rebase { at, date, reason }));
    }
    list
}
