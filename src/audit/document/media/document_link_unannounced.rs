//! Links to documents that say neither what opens nor how large it is. What is said beside the link, in the same
//! paragraph, list item or cell, counts.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "document-link-unannounced",
    severity: Severity::Warning,
    basis: &["GOV.UK content guidance: links", "NHS service manual: PDFs"],
    check,
};

/// Ends of files, what the file is called, and words that say so.
const TYPES: [(&str, &str, &[&str]); 14] = [
    ("csv", "CSV", &["csv", "spreadsheet"]),
    ("doc", "Word", &["doc", "word"]),
    ("docx", "Word", &["docx", "word"]),
    ("odp", "ODP", &["odp", "opendocument", "presentation"]),
    ("ods", "ODS", &["ods", "opendocument", "spreadsheet"]),
    ("odt", "ODT", &["odt", "opendocument"]),
    ("pdf", "PDF", &["pdf"]),
    ("ppt", "PowerPoint", &["ppt", "powerpoint", "presentation"]),
    ("pptx", "PowerPoint", &["pptx", "powerpoint", "presentation"]),
    ("rtf", "RTF", &["rtf"]),
    ("xls", "Excel", &["xls", "excel", "spreadsheet"]),
    ("xlsm", "Excel", &["xlsm", "excel", "spreadsheet"]),
    ("xlsx", "Excel", &["xlsx", "excel", "spreadsheet"]),
    ("zip", "ZIP", &["zip"]),
];

const UNITS: [&str; 8] = ["kb", "mb", "gb", "kib", "mib", "bytes", "kilobytes", "megabytes"];

fn check(page: &Page<'_>, found: &mut Found) {
    for id in page.exposed(&name!("a")) {
        let Some(address) = page.tree.attribute(id, &name!("href")) else { continue };
        let Some(end) = super::file_type(address) else { continue };
        let Some((_, called, words)) = TYPES.iter().find(|(known, _, _)| *known == end) else { continue };
        if !super::is_readable(page, id) || page.name(id).is_empty() {
            continue;
        }
        let said = super::said_of(page, id);
        let missing = match (says_type(&said, words), says_size(&said)) {
            (true, true) => continue,
            (false, true) => "what type of file opens",
            (true, false) => "how large the file is",
            (false, false) => "what type of file opens and how large it is",
        };
        let text = page.name(id);
        let plain = text.split(" (").next().unwrap_or(text);
        found
            .at(page, id, format!("the link {} does not say {missing}", quote(text)))
            .help(format!("end the link's words with both: {}", quote(&format!("{plain} ({called}, 200KB)"))));
    }
}

fn says_type(said: &str, words: &[&str]) -> bool {
    said.split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Whether a number with a unit stands in the text: "1.2mb", "120 kb".
fn says_size(said: &str) -> bool {
    let mut is_after_number = false;
    for word in said.split(|letter: char| !letter.is_alphanumeric()) {
        let unit = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
        if UNITS.contains(&unit) && (unit.len() < word.len() || is_after_number) {
            return true;
        }
        is_after_number = !word.is_empty() && unit.is_empty();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_number_with_a_unit() {
        for text in ["pdf, 1.2mb", "(120 kb)", "3\u{a0}megabytes, 12 pages"] {
            assert!(says_size(text), "{text}");
        }
        for text in ["pdf", "mb", "12 pages", "2024 report", "a kb of text"] {
            assert!(!says_size(text), "{text}");
        }
    }
}
