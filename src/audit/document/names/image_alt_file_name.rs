//! Pictures whose words are the name of their file.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::name;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "image-alt-file-name", severity: Severity::Error, basis: &["WCAG 1.1.1"], check };

const ENDS: [&str; 11] = [".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".heic"];

/// What cameras, scanners and programs call their pictures, before a number.
const NUMBERED: [&str; 10] = ["img", "dsc", "dscn", "dscf", "pxl", "pict", "image", "photo", "scan", "screenshot"];

fn check(page: &Page<'_>, found: &mut Found) {
    for (id, alt) in super::described(page) {
        let source = page.tree.attribute(id, &name!("src")).unwrap_or_default();
        if is_file_name(alt) || is_stem_of(alt, source) {
            found
                .at(page, id, format!("the picture is described by the name of its file: {}", quote(alt)))
                .help("say what the picture shows: `![A ramp at the front door](ramp.jpg)`");
        }
    }
}

fn is_file_name(alt: &str) -> bool {
    let lower = alt.to_ascii_lowercase();
    if ENDS.iter().any(|end| lower.ends_with(end) && lower.len() > end.len()) {
        return true;
    }
    let is_number_after = |start: &str| {
        let Some(rest) = lower.strip_prefix(start) else { return false };
        let rest = rest.strip_prefix(['_', '-']).unwrap_or(rest);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits >= 3 && rest.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'_' | b'-'))
    };
    NUMBERED.into_iter().any(is_number_after)
}

/// Whether the words are the file's name without its end, joined as no words are.
fn is_stem_of(alt: &str, source: &str) -> bool {
    let path = source.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_joined = alt.contains('_') || alt.matches('-').count() > 1;
    is_joined && !alt.contains(char::is_whitespace) && alt.eq_ignore_ascii_case(stem)
}
