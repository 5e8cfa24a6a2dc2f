//! The coverage of duties as a page that stands alone: what is not met first, then every duty by pack.
//!
//! In: the coverage. Out: one HTML file: no script, nothing loaded; it prints and fits a phone.
//! No clause number is printed that its pack does not confirm. Not here: JSON, CSV.

use std::fmt::Write;

use super::Coverage;
use crate::diag::html::STYLE;
use crate::model::block::{DutyPageView, DutyView, PackView};
use crate::model::escape::escaped;
use crate::model::view::DateView;

/// How duties stand, the worst first: the word, what it means, its colour.
const STANDINGS: [(&str, &str, &str, &str); 4] = [
    ("missing", "No page", "no page says that it meets the duty", "error"),
    ("unproven", "Not shown", "a page says so and does not have what the duty needs", "error"),
    ("overdue", "Overdue", "a page has what is needed and was not checked in time", "warning"),
    ("met", "Met", "a page has what is needed and is in date", "met"),
];

/// What the report adds to the style of reports.
const MORE: &str = "\
.met .mark { color: var(--link); } .numbers .met { border-left-color: var(--link); }\n\
table { table-layout: fixed; } th, td { overflow-wrap: anywhere; } col.wide { width: 38%; }\n\
td ul { margin: 0; padding-left: 1.1rem; } td li + li { margin-top: 0.75rem; } .small { font-size: 0.9em; }\n\
.mark { font-weight: 700; } .small span { display: block; }\n\
@media (max-width: 40rem) { tbody th, td { width: auto; } }\n";

/// The page.
pub(super) fn html(coverage: &Coverage<'_>) -> String {
    let site = &coverage.loaded.site.settings;
    let name = escaped(&site.name);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Duties on information: {name}</title>\n<style>\n{STYLE}{MORE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">Skip to the duties</a>\n\
         <header>\n<p class=\"site\">{name}, {}</p>\n<h1>How the site meets its duties on information</h1>\n</header>\n",
        escaped(&site.organisation)
    );
    contents(&mut out, coverage);
    out.push_str("<main id=\"main\">\n");
    summary(&mut out, coverage);
    gaps(&mut out, coverage);
    for pack in &coverage.view.packs {
        table(&mut out, pack);
    }
    limits(&mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn contents(out: &mut String, coverage: &Coverage<'_>) {
    out.push_str("<nav aria-label=\"On this page\">\n<ul>\n<li><a href=\"#summary\">Summary</a></li>\n");
    out.push_str("<li><a href=\"#gaps\">What is not met</a></li>\n");
    for pack in &coverage.view.packs {
        let _ = writeln!(out, "<li><a href=\"#pack-{}\">{}</a></li>", escaped(&pack.pack), escaped(&pack.title));
    }
    out.push_str("<li><a href=\"#limits\">What this does not show</a></li>\n</ul>\n</nav>\n");
}

fn summary(out: &mut String, coverage: &Coverage<'_>) {
    let duties = coverage.duties();
    let open = duties.iter().filter(|(_, duty)| duty.standing != "met").count();
    let verdict = match (open, duties.len()) {
        (_, 0) => "There is no pack of duties.".to_owned(),
        (0, all) => format!("All {all} duties are met by a page that has what they need and is in date."),
        (1, all) => format!("1 of {all} duties is not met."),
        (open, all) => format!("{open} of {all} duties are not met."),
    };
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n<p class=\"lead\">{verdict}</p>\n\
         <dl class=\"numbers\">"
    );
    for (standing, title, _, colour) in STANDINGS {
        let number = duties.iter().filter(|(_, duty)| duty.standing == standing).count();
        let _ = writeln!(out, "<div class=\"{colour}\"><dt>{title}</dt><dd>{number}</dd></div>");
    }
    out.push_str("</dl>\n<dl class=\"facts\">\n");
    for (_, title, meaning, _) in STANDINGS {
        let _ = writeln!(out, "<div><dt>{title}</dt><dd>{meaning}</dd></div>");
    }
    out.push_str("</dl>\n</section>\n");
}

/// What is not met, the worst first, with what to do.
fn gaps(out: &mut String, coverage: &Coverage<'_>) {
    out.push_str("<section aria-labelledby=\"gaps\">\n<h2 id=\"gaps\">What is not met</h2>\n");
    let duties = coverage.duties();
    let mut open = duties.iter().filter(|(_, duty)| duty.standing != "met").peekable();
    if open.peek().is_none() {
        out.push_str("<p>Nothing.</p>\n</section>\n");
        return;
    }
    out.push_str("<ul class=\"findings\">\n");
    for (pack, duty) in open {
        let _ = writeln!(
            out,
            "<li class=\"{}\"><p>{} <strong>{}</strong></p>\n<p class=\"file\">{}, <span class=\"code\">{}</span></p>",
            colour(duty.standing),
            mark(duty.standing),
            escaped(&duty.title),
            escaped(&pack.title),
            escaped(&duty.id)
        );
        for page in &duty.pages {
            let (file, line) = coverage.claimed_at(page);
            let line = line.map(|line| format!(":{line}")).unwrap_or_default();
            let _ = writeln!(
                out,
                "<p><strong>{}</strong> {} <span class=\"code\">{}{line}</span></p>",
                escaped(&page.title),
                said(page),
                escaped(&file)
            );
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

/// What is wrong with a claim.
fn said(page: &DutyPageView) -> String {
    let overdue = page.standing == "overdue";
    let due = page.review_by.as_ref().filter(|_| overdue);
    let due = due.map(|due| format!("It was to be checked by {}.", due.words));
    page.lacks.iter().cloned().chain(due).map(|words| escaped(&words)).collect::<Vec<_>>().join(" ")
}

fn table(out: &mut String, pack: &PackView) {
    let id = escaped(&pack.pack);
    let checked = pack.checked.as_ref();
    let checked = checked.map(|date| format!(" The pack was last checked on {}.", date.words)).unwrap_or_default();
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"pack-{id}\">\n<h2 id=\"pack-{id}\">{}</h2>\n<p>{}.{checked}</p>\n<table>\n\
         <caption>Duties and pages: {}</caption>\n<colgroup><col class=\"wide\"><col class=\"wide\"><col></colgroup>\n\
         <thead><tr><th scope=\"col\">Duty</th><th scope=\"col\">Pages</th><th scope=\"col\">How sure we are</th></tr>\
         </thead>\n<tbody>",
        escaped(&pack.title),
        escaped(&pack.publisher),
        escaped(&pack.title)
    );
    for duty in &pack.duties {
        let _ = writeln!(
            out,
            "<tr class=\"{}\"><th scope=\"row\">{} <strong>{}</strong><br>{}<br><span class=\"file small\">For {}. \
             <span class=\"code\">{}</span></span></th>\n<td data-column=\"Pages\">{}</td>\n\
             <td data-column=\"How sure we are\" class=\"small\">{}</td></tr>",
            colour(duty.standing),
            mark(duty.standing),
            escaped(&duty.title),
            escaped(&duty.text),
            escaped(&duty.audience),
            escaped(&duty.id),
            pages(duty),
            certainty(duty)
        );
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
}

fn pages(duty: &DutyView) -> String {
    if duty.pages.is_empty() {
        return "No page".to_owned();
    }
    let mut out = "<ul>".to_owned();
    for page in &duty.pages {
        let wrong = said(page);
        let wrong = if wrong.is_empty() { wrong } else { format!("<span><strong>{wrong}</strong></span>") };
        let _ = write!(
            out,
            "<li>{} <span class=\"code\">{}</span> <span class=\"small\"><span>{}</span><span>{}</span>{wrong}</span></li>",
            escaped(&page.title),
            escaped(&page.url),
            escaped(&reviewed(page)),
            page.review_by
                .as_ref()
                .map_or_else(|| "No day is set for the next check.".to_owned(), |due| format!("Due by {}.", due.words))
        );
    }
    out + "</ul>"
}

/// Who checked the page, and when.
fn reviewed(page: &DutyPageView) -> String {
    let team = page.owner.as_deref();
    let by = match (page.reviewed_by.as_deref(), team) {
        (Some(person), Some(team)) => format!(" by {person}, {team}"),
        (Some(who), None) | (None, Some(who)) => format!(" by {who}"),
        (None, None) => " by nobody named".to_owned(),
    };
    page.last_reviewed.as_ref().map_or_else(
        || format!("Not checked yet. Owner: {}.", team.unwrap_or("none")),
        |date| format!("Last checked on {}{by}.", date.words),
    )
}

/// How sure the wording and the number are.
fn certainty(duty: &DutyView) -> String {
    let clause = duty.clause.as_deref().map_or_else(|| "Number not checked.".to_owned(), |clause| format!("{clause}."));
    let on = |date: &DateView| format!("Held against its source on {}.", date.words);
    let checked = duty.checked.as_ref().map(on).unwrap_or_default();
    let by = duty.checked_by.as_deref().map(|by| format!("By: {by}.")).unwrap_or_default();
    let status = match duty.status {
        "confirmed" => "Confirmed.",
        "partly" => "Partly confirmed.",
        _ => "Not checked.",
    };
    let lines = [status.to_owned(), clause, checked, by];
    let mut out = String::new();
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let _ = write!(out, "{}<br>", escaped(line));
    }
    if duty.source.starts_with("http") {
        let source = escaped(&duty.source);
        let _ = write!(out, "<a href=\"{source}\">Source of {}</a>", escaped(&duty.id));
    }
    out
}

/// What no program can know.
fn limits(out: &mut String) {
    out.push_str(
        "<section aria-labelledby=\"limits\">\n<h2 id=\"limits\">What this does not show</h2>\n\
         <p>A program looked for sections, contacts, blocks, links and dates. It cannot tell whether what the pages say \
         is right, clear, and enough for the people they are for. Only people can.</p>\n\
         <p>The wording of each duty is ours. A number is printed only where the pack confirms it.</p>\n</section>\n",
    );
}

fn colour(standing: &str) -> &'static str {
    STANDINGS.iter().find(|(name, ..)| *name == standing).map_or("error", |(.., colour)| colour)
}

fn mark(standing: &str) -> String {
    let title = STANDINGS.iter().find(|(name, ..)| *name == standing).map_or("", |(_, title, ..)| title);
    format!("<span class=\"mark\">{title}:</span>")
}
