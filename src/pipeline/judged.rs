//! What a site may decide about findings: their levels in `candour.yaml`, allowances in a page's front matter.
//!
//! In: findings, settings, the site. Out: findings as the site wants them judged. A finding that means that a page or a
//! file could not be read at all is never judged away: the site would silently lose something.
//! Not here: allowances of metrics, which belong to their evidence.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Place};
use crate::model::settings::Settings;
use crate::model::site::Site;
use crate::model::slug::nearest;
use crate::model::source::FileId;

/// The codes that findings can have, each with whether a site must live with it.
///
/// The page that explains a code is the rule: it says "It cannot be allowed", or how to.
#[derive(Debug)]
pub(super) struct Codes(BTreeMap<String, bool>);

impl Codes {
    /// The codes of the pages that explain them.
    pub(super) fn explained(pages: Vec<(String, &str)>) -> Self {
        let binding = |text: &str| text.contains("It cannot be allowed");
        Self(pages.into_iter().map(|(code, text)| (code, binding(text))).collect())
    }

    fn is_binding(&self, code: &str) -> bool {
        self.0.get(code).copied().unwrap_or(true)
    }
}

/// Faults of `levels:`: codes that no finding has, and codes that cannot be lowered.
pub(super) fn faults(settings: &Settings, codes: &Codes) -> Vec<Diagnostic> {
    let Some(file) = settings.file else { return Vec::new() };
    let mut findings = Vec::new();
    for (code, level) in &settings.levels {
        let place = Place::Key(file, format!("levels.{code}"));
        if !codes.0.contains_key(code) {
            let finding = Diagnostic::error("level-unknown", format!("no finding has the code `{code}`"), place);
            findings.push(match nearest(code, codes.0.keys().map(String::as_str)) {
                Some(near) => finding.help(format!("write `{near}`")),
                None => finding.help("list the codes with `candour explain --list`"),
            });
        } else if codes.is_binding(code) && level != "error" {
            let message = format!("`{code}` cannot be lowered to `{level}`");
            findings.push(
                Diagnostic::error("level-binding", message, place).help(
                    "take the line out: without this finding something would be missing from the site in silence",
                ),
            );
        }
    }
    findings
}

/// Findings without those that their page allows with a reason.
pub(super) fn allowed(findings: Vec<Diagnostic>, site: &Site, codes: &Codes) -> Vec<Diagnostic> {
    let is_allowed = |finding: &Diagnostic| {
        let page = file(&finding.place).and_then(|file| site.page_of(file)).and_then(|id| site.page(id));
        let allow = page.map(|page| page.document.front.allow.as_slice()).unwrap_or_default();
        !codes.is_binding(&finding.code) && allow.iter().any(|allow| allow.code == finding.code)
    };
    findings.into_iter().filter(|finding| !is_allowed(finding)).collect()
}

fn file(place: &Place) -> Option<FileId> {
    match place {
        Place::Span(span) | Place::Unquoted(span) => Some(span.file),
        Place::Key(file, _) | Place::Value(file, _) | Place::File(file) => Some(*file),
        Place::Path(_) | Place::Site => None,
    }
}
