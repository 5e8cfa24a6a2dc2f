//! What a note may overrule with a reason.
//!
//! In: the findings of one metric and the allowances of its note. Out: the findings that stay, and one for each
//! allowance that does nothing. A value that cannot be read is never overruled. Not here: allowances of pages.

use crate::diag::{Diagnostic, Severity, allowance};
use crate::model::note::{Disclosure, MetricNote};
use crate::model::slug::nearest;

/// Judgements that a note may overrule.
const JUDGEMENTS: [&str; 14] = [
    "band-gap",
    "band-overlap",
    "denominator-zero",
    "disclosure-differs",
    "funnel-few",
    "percent-scale",
    "period-overlap",
    "saving-incomplete",
    "spc-break",
    "spc-short",
    "total-in-rows",
    "total-mismatch",
    "total-not-checked",
    "value-disagrees",
];

/// The findings of a metric without those that its note allows.
pub(super) fn kept(note: &MetricNote, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_judgement = |code: &str| JUDGEMENTS.contains(&code);
    let is_allowed =
        |finding: &Diagnostic| is_judgement(&finding.code) && note.allow.iter().any(|a| a.code == finding.code);
    // An error may keep other checks from being made.
    let has_errors = found.iter().any(|finding| finding.severity == Severity::Error && !is_allowed(finding));
    let mut needless = Vec::new();
    for allow in note.allow.iter().filter(|_| !has_errors) {
        let place = allowance::place(note.file, allow);
        let is_needed = found.iter().any(|finding| finding.code == allow.code)
            || (allow.code.starts_with("disclosure") && note.disclosure == Disclosure::Off);
        if is_judgement(&allow.code) && !is_needed {
            needless.push(allowance::unused(place, &allow.code, "in this metric"));
        } else if !is_needed {
            needless.push(match nearest(&allow.code, JUDGEMENTS) {
                Some(near) => allowance::unknown(place, &allow.code, Some(near)),
                None => allowance::binding(place, &allow.code),
            });
        }
    }
    let mut kept: Vec<Diagnostic> = found.into_iter().filter(|finding| !is_allowed(finding)).collect();
    kept.extend(needless);
    kept
}
