//! Tables over all findings: by severity, by rule, by owner. Each row leads to the findings themselves.
//!
//! In: findings in groups. Out: HTML tables whose cells name their column on a narrow screen. Not here: single findings.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::SEVERITIES;
use super::findings::Group;
use crate::diag::book::Book;
use crate::diag::place::harmless;
use crate::diag::report::Report;
use crate::diag::{Diagnostic, Severity};
use crate::model::escape::escaped;

/// How often each rule fired, the worst and most frequent first.
pub(super) fn by_severity(out: &mut String, report: &Report<'_>, book: &Book) {
    out.push_str("<section aria-labelledby=\"severity\">\n<h2 id=\"severity\">By severity</h2>\n");
    for (severity, plural, meaning) in SEVERITIES {
        let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in report.findings.iter().filter(|finding| finding.severity == severity) {
            *rules.entry(&finding.code).or_insert(0) += 1;
        }
        if rules.is_empty() {
            continue;
        }
        let mut rules: Vec<(&str, usize)> = rules.into_iter().collect();
        rules.sort_by_key(|(code, number)| (std::cmp::Reverse(*number), *code));
        let all: usize = rules.iter().map(|(_, number)| number).sum();
        let caption = format!("{plural}: {all}. They {meaning}");
        begin(out, &caption, &["Rule", "What it is", "How many"]);
        for (code, number) in rules {
            let rule = rule_link(code);
            row(out, &rule, &[("What it is", sentence(book, code)), ("How many", number.to_string())]);
        }
        out.push_str("</tbody>\n</table>\n");
    }
    out.push_str("</section>\n");
}

/// Every rule with the places where it fired.
pub(super) fn by_rule(out: &mut String, report: &Report<'_>, book: &Book, groups: &[Group<'_>]) {
    out.push_str("<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">By rule</h2>\n");
    let mut codes: Vec<&str> = report.findings.iter().map(|finding| &*finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    for code in codes {
        let _ = writeln!(out, "<h3 id=\"rule-{0}\"><code>{0}</code></h3>", escaped(code));
        let _ = writeln!(
            out,
            "<p>{} Run <code>candour explain {}</code> to learn more.</p>\n<ul class=\"places\">",
            sentence(book, code),
            escaped(code)
        );
        for group in groups {
            let here: Vec<String> =
                group.findings.iter().filter(|(_, f)| f.code == code).map(|f| place(f, report)).collect();
            if !here.is_empty() {
                let _ = writeln!(out, "<li>{}: {}</li>", escaped(&harmless(group.title())), here.join(", "));
            }
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</section>\n");
}

fn place((number, finding): &(usize, &Diagnostic), report: &Report<'_>) -> String {
    let line = crate::diag::place::printed(&finding.place, report.sources).line;
    let words = line.map_or_else(|| format!("finding {number}"), |line| format!("line {line}"));
    format!("<a href=\"#finding-{number}\">{words}</a>")
}

/// How much each team has to do.
pub(super) fn by_owner(out: &mut String, groups: &[Group<'_>]) {
    out.push_str("<section aria-labelledby=\"owners\">\n<h2 id=\"owners\">By owner</h2>\n");
    let mut owners: BTreeMap<(bool, &str), Vec<&Group<'_>>> = BTreeMap::new();
    for group in groups {
        let owner = group.page.and_then(|page| page.owner.as_deref());
        // Teams first, in order of their names; what belongs to no team comes last.
        let key = owner.map_or((true, "Nobody is named"), |owner| (false, owner));
        owners.entry(key).or_default().push(group);
    }
    begin(out, "Findings by the team that owns the page", &["Owner", "Errors", "Warnings", "Notices", "Pages"]);
    for ((_, owner), groups) in owners {
        let count = |severity: Severity| {
            let findings = groups.iter().flat_map(|group| &group.findings);
            findings.filter(|(_, finding)| finding.severity == severity).count().to_string()
        };
        let link =
            |group: &&Group<'_>| format!("<a href=\"#{}\">{}</a>", group.id(), escaped(&harmless(group.title())));
        let pages: Vec<String> = groups.iter().map(link).collect();
        let cells = [
            ("Errors", count(Severity::Error)),
            ("Warnings", count(Severity::Warning)),
            ("Notices", count(Severity::Notice)),
            ("Pages", pages.join(", ")),
        ];
        row(out, &escaped(owner), &cells);
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
}

fn rule_link(code: &str) -> String {
    format!("<a href=\"#rule-{0}\"><code>{0}</code></a>", escaped(code))
}

fn sentence(book: &Book, code: &str) -> String {
    super::with_code(book.sentence(code))
}

/// Opens a table.
pub(super) fn begin(out: &mut String, caption: &str, columns: &[&str]) {
    let _ = writeln!(out, "<table>\n<caption>{}</caption>\n<thead>\n<tr>", escaped(caption));
    for column in columns {
        let _ = writeln!(out, "<th scope=\"col\">{column}</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
}

/// A row: its heading as HTML, then cells as HTML with the names of their columns.
pub(super) fn row(out: &mut String, heading: &str, cells: &[(&str, String)]) {
    let _ = writeln!(out, "<tr>\n<th scope=\"row\">{heading}</th>");
    for (column, cell) in cells {
        let is_number = cell.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'%');
        let class = if is_number { " class=\"number\"" } else { "" };
        let _ = writeln!(out, "<td{class} data-column=\"{column}\">{cell}</td>");
    }
    out.push_str("</tr>\n");
}
