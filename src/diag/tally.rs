//! The end of a long list of findings on a terminal: how many of each kind, and how to learn more.
//!
//! In: findings. Out: lines of text; nothing for few findings of few kinds. Not here: the findings themselves.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Diagnostic, Severity};

/// With fewer findings than this each can be seen at a glance.
const MANY: usize = 8;

/// The lines after the findings: counts by rule for a long list, and one line that says how to learn more.
pub fn text(findings: &[Diagnostic]) -> String {
    let mut out = String::new();
    if findings.len() >= MANY {
        out.push_str(&counts(findings));
    }
    let Some(worst) = worst(findings) else { return out };
    let more = if kinds(findings) > 1 { ", or another code in place of it" } else { "" };
    out.push_str(&format!("to learn more, run `candour explain {worst}`{more}\n"));
    out
}

/// A line for each rule, the worst and most frequent first, with the number of files.
fn counts(findings: &[Diagnostic]) -> String {
    let mut rules: BTreeMap<(Reverse<Severity>, &str), usize> = BTreeMap::new();
    for finding in findings {
        *rules.entry((Reverse(finding.severity), &finding.code)).or_insert(0) += 1;
    }
    let mut rules: Vec<_> = rules.into_iter().collect();
    rules.sort_by_key(|((severity, code), number)| (*severity, Reverse(*number), *code));
    let width = rules.iter().map(|(_, number)| number.to_string().len()).max().unwrap_or(1);
    let line = |((severity, code), number): &((Reverse<Severity>, &str), usize)| {
        format!("{number:>width$}  {}[{code}]\n", severity.0.name())
    };
    rules.iter().map(line).collect::<String>() + "\n"
}

fn kinds(findings: &[Diagnostic]) -> usize {
    let mut codes: Vec<&str> = findings.iter().map(|finding| &*finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.len()
}

/// The code of the first of the worst findings.
fn worst(findings: &[Diagnostic]) -> Option<&str> {
    let most = findings.iter().map(|finding| finding.severity).max()?;
    findings.iter().find(|finding| finding.severity == most).map(|finding| &*finding.code)
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::diag::{Diagnostic, Place};

    fn findings(warnings: usize) -> Vec<Diagnostic> {
        let warning = |_| Diagnostic::warning("words-to-avoid", "a word", Place::Site);
        let mut all: Vec<_> = (0..warnings).map(warning).collect();
        all.push(Diagnostic::error("link-broken", "a link", Place::Site));
        all
    }

    #[test]
    fn a_short_list_ends_with_how_to_learn_more() {
        assert_eq!(text(&findings(0)), "to learn more, run `candour explain link-broken`\n");
        assert_eq!(
            text(&findings(2)),
            "to learn more, run `candour explain link-broken`, or another code in place of it\n"
        );
        assert_eq!(text(&[]), "");
    }

    #[test]
    fn a_long_list_ends_with_how_many_of_each_kind_the_worst_first() {
        let lines = text(&findings(10));
        assert!(lines.starts_with(" 1  error[link-broken]\n10  warning[words-to-avoid]\n\n"), "{lines}");
    }
}
