//! The clock of the accessibility statement, and whether it says more than is known.
//!
//! In: `data/accessibility.yaml` and the day. Out: findings: a warning 11 months after the last review, an error after 12.
//! Basis: regulation 8(1) of SI 2018/952, regular review; the year is the policy of the Government Digital Service.
//! Not here: the page.

use crate::diag::{Diagnostic, Place, Severity};
use crate::model::accessibility::{Accessibility, Compliance};
use crate::model::date::Date;

/// Months after which the statement is to be gone through again.
const MONTHS: i32 = 12;

/// What is wrong with the statement on a day.
pub(super) fn statement(known: &Accessibility, today: Date, findings: &mut Vec<Diagnostic>) {
    let place = |key: &str| Place::Value(known.file, key.to_owned());
    if let Some(reviewed) = known.reviewed
        && reviewed.plus_months(MONTHS - 1) <= today
    {
        let due = reviewed.plus_months(MONTHS);
        let (severity, words) = if due <= today { (Severity::Error, "was") } else { (Severity::Warning, "is") };
        findings.push(
            Diagnostic::new(
                severity,
                "statement-review",
                format!("the accessibility statement {words} to be reviewed by {due}"),
                place("reviewed"),
            )
            .help("test the site again, bring the list of problems up to date, then set `reviewed` to that day")
            .basis("Accessibility regulations 2018, regulation 8(1)"),
        );
    }
    for problem in &known.problems {
        if let Some(date) = problem.fix_by.filter(|date| *date < today) {
            findings.push(
                Diagnostic::warning(
                    "statement-fix-late",
                    format!("a known problem was to be mended by {date}"),
                    place(&format!("problems.{}.fix_by", problem.at)),
                )
                .help("take the problem out if it is mended, or give the day by which it will be")
                .basis("Accessibility regulations 2018, regulation 8(4)"),
            );
        }
    }
    let says_full = known.compliance == Compliance::Full;
    let reason = match (says_full, known.problems.is_empty(), &known.test) {
        (true, false, _) => "problems are listed",
        (true, true, None) => "no test is named",
        _ => return,
    };
    let message = format!("the statement says that the site is fully compliant, and {reason}");
    findings.push(
        Diagnostic::error("statement-compliance", message, place("compliance"))
            .help("write `compliance: partially compliant`, or say how the site was tested and mend what is listed"),
    );
}
