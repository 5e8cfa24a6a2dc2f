//! What a site may decide about findings: their levels, by flag or in `candour.yaml`, and allowances in front matter.
//!
//! In: findings, settings, flags, the site. Out: findings as the site wants them judged, and allowances that nothing
//! needs. A finding that means that a page or a file could not be read at all is never judged away: the site would
//! silently lose something. Not here: allowances of metrics, which belong to their evidence.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::failure::Failure;
use crate::diag::{Diagnostic, Place, Severity, allowance};
use crate::model::document::Allow;
use crate::model::settings::Settings;
use crate::model::site::Site;
use crate::model::slug::nearest;
use crate::model::source::FileId;

/// Codes of allowances that permit something in place of silencing a finding.
const PERMISSIONS: [&str; 1] = ["html-raw"];

/// The codes that findings can have, each with what a site may decide about it.
///
/// The page that explains a code is the rule: it says "It cannot be allowed", or how to. A page that says so may add "A
/// baseline may hold it": then an old finding of that code need not be mended before the next build.
#[derive(Debug)]
pub(super) struct Codes(BTreeMap<String, Bond>);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Bond {
    /// A site may lower or allow it.
    Free,
    /// A site may only leave old ones for later.
    Lasting,
    /// A site must live with it: something would be missing in silence.
    Binding,
}

impl Codes {
    /// The codes of the pages that explain them.
    pub(super) fn explained(pages: Vec<(String, &str)>) -> Self {
        let bond = |text: &str| match (text.contains("It cannot be allowed"), text.contains("A baseline may hold it")) {
            (false, _) => Bond::Free,
            (true, true) => Bond::Lasting,
            (true, false) => Bond::Binding,
        };
        Self(pages.into_iter().map(|(code, text)| (code, bond(text))).collect())
    }

    /// All codes, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether a baseline may hold findings of this code.
    pub(super) fn may_be_old(&self, code: &str) -> bool {
        self.0.get(code).is_some_and(|bond| *bond != Bond::Binding)
    }

    fn is_binding(&self, code: &str) -> bool {
        self.0.get(code).is_none_or(|bond| *bond != Bond::Free)
    }

    fn nearest(&self, code: &str) -> Option<&str> {
        nearest(code, self.names())
    }
}

/// Allowances that a finding needed: the page's file and the position in its list.
pub(super) type Used = BTreeSet<(FileId, usize)>;

/// Faults of `levels:`: codes that no finding has, and codes that cannot be lowered.
pub(super) fn faults(settings: &Settings, codes: &Codes) -> Vec<Diagnostic> {
    let Some(file) = settings.file else { return Vec::new() };
    let mut findings = Vec::new();
    for (code, level) in &settings.levels {
        let place = Place::Key(file, format!("levels.{code}"));
        if !codes.0.contains_key(code) {
            let finding = Diagnostic::error("level-unknown", format!("no finding has the code `{code}`"), place);
            findings.push(match codes.nearest(code) {
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

/// The first fault of the levels that flags ask for. A flag has no line, so it ends the run.
pub(super) fn asked(levels: &[(String, String)], codes: &Codes) -> Result<(), Failure> {
    for (code, level) in levels {
        if !codes.0.contains_key(code) {
            let failure = Failure::new(format!("no finding has the code `{code}`"));
            return Err(match codes.nearest(code) {
                Some(near) => failure.help(format!("write `{near}`")),
                None => failure.help("list the codes with `candour explain --list`"),
            });
        }
        let flag = match level.as_str() {
            "error" => "--deny",
            "warning" => "--warn",
            _ => "--allow",
        };
        if codes.is_binding(code) && level != "error" {
            return Err(Failure::new(format!("`{code}` cannot be lowered with `{flag}`")).help(format!(
                "leave `{flag} {code}` out: without this finding something would be missing from the site in silence"
            )));
        }
        if let Some((_, other)) = levels.iter().find(|(other, set)| other == code && set != level) {
            return Err(Failure::new(format!("`{code}` is asked to be `{level}` and `{other}` at once"))
                .help(format!("name `{code}` in one of `--deny`, `--warn` and `--allow` only")));
        }
    }
    Ok(())
}

/// Findings without those that their page allows with a reason. Notes which allowances were needed.
pub(super) fn allowed(findings: Vec<Diagnostic>, site: &Site, codes: &Codes, used: &mut Used) -> Vec<Diagnostic> {
    let entries = of_entries(site);
    let mut is_allowed = |finding: &Diagnostic| {
        let Some(file) = file(&finding.place).filter(|_| !codes.is_binding(&finding.code)) else { return false };
        let page = site.page_of(file).and_then(|id| site.page(id));
        let Some(list) = page.map(|page| &page.document.front.allow).or_else(|| entries.get(&file).copied()) else {
            return false;
        };
        let mut allowed = false;
        for allow in list.iter().filter(|allow| allow.code == finding.code) {
            used.insert((file, allow.at));
            allowed = true;
        }
        allowed
    };
    findings.into_iter().filter(|finding| !is_allowed(finding)).collect()
}

/// The allowances of entries of the directory, by file.
fn of_entries(site: &Site) -> BTreeMap<FileId, &Vec<Allow>> {
    let entries = site.directory.entries.iter().filter(|entry| !entry.allow.is_empty());
    entries.map(|entry| (entry.origin.file(), &entry.allow)).collect()
}

/// What is known at the end of a run about its allowances.
#[derive(Clone, Copy)]
pub(super) struct Ran<'r> {
    /// Allowances that were needed.
    pub(super) used: &'r Used,
    /// All findings, for files whose errors may hide others.
    pub(super) findings: [&'r [Diagnostic]; 2],
    /// Codes whose rules were not run.
    pub(super) skipped: &'r (dyn Fn(&str) -> bool + Sync),
}

/// A warning for each allowance of a page or entry that no finding needs.
pub(super) fn unused(site: &Site, codes: &Codes, ran: Ran<'_>) -> Vec<Diagnostic> {
    let holders = holders(site);
    if holders.is_empty() {
        return Vec::new();
    }
    let errors = ran.findings.into_iter().flatten().filter(|finding| finding.severity == Severity::Error);
    let faulty: BTreeSet<FileId> = errors.filter_map(|finding| file(&finding.place)).collect();
    let off = |code: &str| site.settings.levels.iter().rev().find(|(c, _)| c == code).is_some_and(|(_, l)| l == "off");
    let mut findings = Vec::new();
    for holder in &holders {
        for allow in holder.allow {
            // Errors of the file may hide what an allowance is for, but not what nothing can allow.
            let is_bound = codes.0.get(&allow.code).is_some_and(|bond| *bond != Bond::Free);
            if faulty.contains(&holder.file) && !is_bound {
                continue;
            }
            let is_needed = ran.used.contains(&(holder.file, allow.at))
                || PERMISSIONS.contains(&allow.code.as_str())
                || (ran.skipped)(&allow.code)
                || off(&allow.code);
            if !is_needed {
                findings.push(needless(holder, allow, codes));
            }
        }
    }
    findings
}

/// What holds allowances.
struct Holder<'s> {
    file: FileId,
    url: &'s str,
    what: &'static str,
    allow: &'s [Allow],
}

fn holders(site: &Site) -> Vec<Holder<'_>> {
    let pages = site.pages.iter().map(|page| Holder {
        file: page.document.file,
        what: "on this page",
        url: &page.url,
        allow: &page.document.front.allow,
    });
    let entries = site.directory.entries.iter().map(|entry| Holder {
        file: entry.origin.file(),
        what: "in this entry",
        url: &entry.url,
        allow: &entry.allow,
    });
    pages.chain(entries).filter(|holder| !holder.allow.is_empty()).collect()
}

fn needless(holder: &Holder<'_>, allow: &Allow, codes: &Codes) -> Diagnostic {
    let place = allowance::place(holder.file, allow);
    let finding = match codes.0.get(&allow.code) {
        None => allowance::unknown(place, &allow.code, codes.nearest(&allow.code)),
        Some(Bond::Free) => allowance::unused(place, &allow.code, holder.what),
        Some(Bond::Lasting | Bond::Binding) => allowance::binding(place, &allow.code),
    };
    finding.on_page(holder.url)
}

fn file(place: &Place) -> Option<FileId> {
    match place {
        Place::Span(span) | Place::Unquoted(span) => Some(span.file),
        Place::Key(file, _) | Place::Value(file, _) | Place::File(file) => Some(*file),
        Place::Path(_) | Place::Site => None,
    }
}
