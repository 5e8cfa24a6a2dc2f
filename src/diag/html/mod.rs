//! Findings as a page for people: what to do first, by page, by rule, by owner, and what was checked.
//!
//! In: a run and the book of its site. Out: one HTML file that stands alone: no script, nothing loaded, its own styles;
//! it prints and fits a phone. Each finding is told once, with its page; the other parts lead there.
//! Not here: JSON and the other formats for programs.

mod findings;
mod reading;
mod tables;

use std::fmt::Write;

use super::book::ONLY_PEOPLE;
use super::report::Report;
use super::{Severity, book::Book};
use crate::model::escape::escaped;

/// The styles of pages that stand alone.
pub const STYLE: &str = include_str!("report.css");

/// The severities, the worst first, and what each means to a reader.
const SEVERITIES: [(Severity, &str, &str); 3] = [
    (Severity::Error, "Errors", "keep the site from being published"),
    (Severity::Warning, "Warnings", "are to be mended"),
    (Severity::Notice, "Notices", "are worth a look"),
];

/// The report.
pub fn text(report: &Report<'_>, book: &Book) -> String {
    let groups = findings::groups(report, book);
    let name = if book.site.is_empty() { "this site" } else { &book.site };
    let name = escaped(name);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Findings: {name}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">Skip to the findings</a>\n\
         <header>\n<p class=\"site\">{name}</p>\n<h1>What Candour found</h1>\n</header>\n"
    );
    let parts = parts(report, book);
    contents(&mut out, &parts);
    out.push_str("<main id=\"main\">\n");
    summary(&mut out, report, &groups);
    if !report.findings.is_empty() {
        tables::by_severity(&mut out, report, book);
        findings::by_page(&mut out, report, &groups);
        tables::by_rule(&mut out, report, book, &groups);
        tables::by_owner(&mut out, &groups);
    }
    reading::reading(&mut out, report, book);
    checked(&mut out, report);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The parts that this report has, with their ids.
fn parts(report: &Report<'_>, book: &Book) -> Vec<(&'static str, &'static str)> {
    let mut parts = vec![("summary", "Summary")];
    if !report.findings.is_empty() {
        parts.extend([("severity", "By severity"), ("pages", "By page"), ("rules", "By rule"), ("owners", "By owner")]);
    }
    if reading::has_any(book) {
        parts.push(("reading", "How the pages read"));
    }
    parts.extend([("checked", "What was checked"), ("people", "What only people can check")]);
    parts
}

fn contents(out: &mut String, parts: &[(&str, &str)]) {
    out.push_str("<nav aria-label=\"On this page\">\n<ul>\n");
    for (id, title) in parts {
        let _ = writeln!(out, "<li><a href=\"#{id}\">{title}</a></li>");
    }
    out.push_str("</ul>\n</nav>\n");
}

fn summary(out: &mut String, report: &Report<'_>, groups: &[findings::Group<'_>]) {
    out.push_str("<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n");
    let verdict = match (report.fails(), report.findings.is_empty()) {
        (true, _) => "Something has to be mended before the site is published.",
        (false, true) => "Nothing was found. Some things only people can check.",
        (false, false) => "The site can be published. Some things can be better.",
    };
    let _ = writeln!(out, "<p class=\"lead\">{verdict}</p>\n<dl class=\"numbers\">");
    let mut number = |what: &str, number: usize, kind: &str| {
        let _ = writeln!(out, "<div class=\"{kind}\"><dt>{what}</dt><dd>{number}</dd></div>");
    };
    for (severity, plural, _) in SEVERITIES {
        number(plural, report.count(severity), severity.name());
    }
    let pages = groups.iter().filter(|group| group.page.is_some()).count();
    number("Pages with findings", pages, "pages");
    number("Pages checked", report.scope.pages, "pages");
    out.push_str("</dl>\n");
    if let Some(known) = report.known {
        for line in known.in_words().into_iter().chain(known.to_update()) {
            let _ = writeln!(out, "<p>{}.</p>", with_code(&capital(&line)));
        }
    }
    out.push_str("</section>\n");
}

fn checked(out: &mut String, report: &Report<'_>) {
    let scope = report.scope;
    let packs = if scope.packs.is_empty() { "none".to_owned() } else { scope.packs.join(", ") };
    out.push_str(
        "<section aria-labelledby=\"checked\">\n<h2 id=\"checked\">What was checked</h2>\n<dl class=\"facts\">\n",
    );
    let facts = [
        ("Program", format!("Candour {}", scope.version)),
        ("Pages", scope.pages.to_string()),
        ("Kinds of finding looked for", scope.rules.to_string()),
        ("Packs of rules", packs),
    ];
    for (what, value) in facts {
        let _ = writeln!(out, "<div><dt>{what}</dt><dd>{}</dd></div>", escaped(&value));
    }
    out.push_str(
        "</dl>\n<p>A program reads the pages without a browser. It tells what it is sure of. A page without findings is \
         not proof that everybody can use it.</p>\n</section>\n\
         <section aria-labelledby=\"people\">\n<h2 id=\"people\">What only people can check</h2>\n<ul>\n",
    );
    for item in ONLY_PEOPLE {
        let _ = writeln!(out, "<li>{item}</li>");
    }
    out.push_str("</ul>\n</section>\n");
}

/// A sentence that begins with a capital letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Text with what stands in backquotes as code.
fn with_code(text: &str) -> String {
    let text = super::place::harmless(text);
    let parts: Vec<&str> = text.split('`').collect();
    // An odd number of backquotes quotes nothing.
    if parts.len().is_multiple_of(2) {
        return escaped(&text);
    }
    let part = |(at, part): (usize, &&str)| match (at % 2, part.is_empty()) {
        (1, false) => format!("<code>{}</code>", escaped(part)),
        _ => escaped(part),
    };
    parts.iter().enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::with_code;

    #[test]
    fn words_of_a_site_are_text_and_never_markup() {
        assert_eq!(with_code("`<b>` & `x`"), "<code>&lt;b&gt;</code> &amp; <code>x</code>");
        assert_eq!(with_code("an odd ` one"), "an odd ` one");
        assert_eq!(with_code("bell\u{7}"), "bell\u{fffd}");
    }
}
