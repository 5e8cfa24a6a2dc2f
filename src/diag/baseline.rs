//! Old findings, written down once so that a run fails only on new ones.
//!
//! In: findings and the sources; the text of an earlier baseline. Out: [`Baseline`], its text, findings sifted by it.
//! A finding is known again by its file, its code, the words it points at and the words around them, and by how many
//! there are; never by its line, which moves with every edit. The file holds digests, not words: what is wrong may be
//! a name or a number that has to leave the site. Not here: which findings a site must live with; reading and writing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::place::printed;
use super::{Diagnostic, Place};
use crate::model::digest::Digest;
use crate::model::source::SourceTree;

/// Name of the file, at the root of a site.
pub const NAME: &str = "candour-baseline.json";

/// Most characters of the words that a finding points at. A long passage may be edited behind them.
const WORDS: usize = 60;

/// Characters on each side that tell apart findings at the same words.
const AROUND: usize = 40;

/// Old findings, in order of file, code and words.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Baseline {
    version: u8,
    findings: Vec<Entry>,
}

#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
struct Entry {
    file: String,
    code: String,
    words: String,
    around: String,
}

/// Findings held against a baseline.
#[derive(Clone, Debug, Default)]
pub struct Sifted {
    /// Findings that the baseline does not hold, in the order given.
    pub fresh: Vec<Diagnostic>,
    /// How many it holds.
    pub old: usize,
    /// How many it holds that are found no more.
    pub mended: usize,
}

impl Baseline {
    /// Reads what [`Baseline::text`] writes. The fault is one fact about the file.
    pub fn read(text: &str) -> Result<Self, String> {
        let baseline: Self = serde_json::from_str(text).map_err(|_| "the file is no baseline".to_owned())?;
        match baseline.version {
            1 => Ok(baseline),
            other => Err(format!("this program does not know version {other} of a baseline")),
        }
    }

    /// The baseline of some findings, in whatever order they come.
    pub fn of(findings: &[Diagnostic], sources: &SourceTree) -> Self {
        let mut findings: Vec<Entry> = findings.iter().map(|finding| entry(finding, sources)).collect();
        findings.sort();
        Self { version: 1, findings }
    }

    /// How many findings it holds.
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// The file: one finding a line, so that two branches that mend different pages can be merged.
    pub fn text(&self) -> String {
        let line = |entry: &Entry| format!("\n    {}", serde_json::to_string(entry).unwrap_or_default());
        let lines: Vec<String> = self.findings.iter().map(line).collect();
        let end = if lines.is_empty() { "" } else { "\n  " };
        format!("{{\n  \"version\": {},\n  \"findings\": [{}{end}]\n}}\n", self.version, lines.join(","))
    }

    /// Takes out of the findings those that are old.
    pub fn sift(&self, findings: Vec<Diagnostic>, sources: &SourceTree) -> Sifted {
        let entries: Vec<Entry> = findings.iter().map(|finding| entry(finding, sources)).collect();
        let mut left = Left::new();
        for entry in &self.findings {
            left.entry([&entry.file, &entry.code, &entry.words]).or_default().push(&entry.around);
        }
        let mut old: Vec<bool> = entries.iter().map(|entry| take(&mut left, entry, true)).collect();
        // The words around an old finding may have been edited: then their number tells.
        for (entry, old) in entries.iter().zip(&mut old) {
            *old = *old || take(&mut left, entry, false);
        }
        let known = old.iter().filter(|old| **old).count();
        let fresh = findings.into_iter().zip(old).filter(|(_, old)| !old).map(|(finding, _)| finding).collect();
        Sifted { fresh, old: known, mended: self.len() - known }
    }
}

/// What a baseline holds and no finding has taken: file, code and words, and what stands around each.
type Left<'e> = BTreeMap<[&'e str; 3], Vec<&'e str>>;

fn take<'e>(left: &mut Left<'e>, entry: &'e Entry, exactly: bool) -> bool {
    let Some(here) = left.get_mut(&[entry.file.as_str(), &entry.code, &entry.words]) else { return false };
    let same = here.iter().position(|around| *around == entry.around);
    match same.or((!exactly && !here.is_empty()).then_some(0)) {
        Some(at) => drop(here.remove(at)),
        None => return false,
    }
    true
}

fn entry(finding: &Diagnostic, sources: &SourceTree) -> Entry {
    let file = printed(&finding.place, sources).file.unwrap_or_default();
    let (words, around) = pointed_at(finding, sources);
    let short = |text: &str| Digest::of(text.as_bytes()).to_string().get(..16).unwrap_or_default().to_owned();
    Entry { file, code: finding.code.to_string(), words: short(&words), around: short(&around) }
}

/// The words that a finding points at and those around them, with single spaces.
/// A finding about a file as a whole is known by what it says.
fn pointed_at(finding: &Diagnostic, sources: &SourceTree) -> (String, String) {
    let Place::Span(span) = &finding.place else { return (finding.message.clone(), String::new()) };
    let text = sources.file(span.file).map_or("", |file| file.text.as_str());
    let range = span.range();
    let words: String = spaced(text.get(range.clone()).unwrap_or_default()).chars().take(WORDS).collect();
    if words.chars().all(|c| !c.is_alphanumeric()) {
        return (finding.message.clone(), words);
    }
    let mut before: Vec<char> = text.get(..range.start).unwrap_or_default().chars().rev().take(AROUND).collect();
    before.reverse();
    let after = text.get(range.end..).unwrap_or_default().chars().take(AROUND);
    let around: String = before.into_iter().chain(['|']).chain(after).collect();
    (words, spaced(&around))
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::{FileId, SourceFile, Span};
    use proptest::prelude::{Just, Strategy, proptest};

    fn tree(text: &str) -> SourceTree {
        let file = SourceFile { path: "content/a.md".into(), text: text.to_owned() };
        SourceTree { files: vec![file], assets: Vec::new() }
    }

    /// A finding at every place where a word stands.
    fn at_each(word: &str, tree: &SourceTree) -> Vec<Diagnostic> {
        let found = |(at, _)| {
            let span = Span::new(FileId(0), at, at + word.len());
            Diagnostic::warning("words-to-avoid", "a word", Place::Span(span))
        };
        tree.files[0].text.match_indices(word).map(found).collect()
    }

    fn sifted(before: &str, now: &str) -> Sifted {
        let (before, now) = (tree(before), tree(now));
        Baseline::of(&at_each("utilise", &before), &before).sift(at_each("utilise", &now), &now)
    }

    #[test]
    fn a_finding_that_moved_is_old() {
        let sifted = sifted("We utilise care.\n", "# New\n\nNew words.\n\nWe utilise care.\n");
        assert_eq!((sifted.fresh.len(), sifted.old, sifted.mended), (0, 1, 0));
    }

    #[test]
    fn the_new_one_of_several_alike_is_the_one_that_is_told() {
        let now =
            "You utilise a form here. And then, a long way below it, in another part of the page: we utilise care.\n";
        let sifted = sifted("And then, a long way below it, in another part of the page: we utilise care.\n", now);
        assert_eq!((sifted.fresh.len(), sifted.old, sifted.mended), (1, 1, 0));
        assert_eq!(sifted.fresh[0].place, Place::Span(Span::new(FileId(0), 4, 11)));
    }

    #[test]
    fn an_edit_beside_an_old_finding_does_not_make_it_new() {
        let sifted = sifted("We utilise care.\n", "All of us utilise some help.\n");
        assert_eq!((sifted.fresh.len(), sifted.old, sifted.mended), (0, 1, 0));
    }

    #[test]
    fn what_is_found_no_more_is_counted() {
        let sifted = sifted("We utilise care. They utilise care.\n", "We use care. They utilise care.\n");
        assert_eq!((sifted.fresh.len(), sifted.old, sifted.mended), (0, 1, 1));
    }

    #[test]
    fn findings_about_a_whole_file_are_told_apart_by_what_they_say() {
        let tree = tree("---\n");
        let about = |message: &str| Diagnostic::warning("metric-incomplete", message, Place::File(FileId(0)));
        let baseline = Baseline::of(&[about("no area")], &tree);
        let sifted = baseline.sift(vec![about("no area"), about("no population")], &tree);
        assert_eq!(sifted.fresh, [about("no population")]);
    }

    #[test]
    fn a_baseline_reads_back_and_another_file_does_not() {
        let tree = tree("We utilise what they utilise.\n");
        for findings in [at_each("utilise", &tree), Vec::new()] {
            let baseline = Baseline::of(&findings, &tree);
            assert_eq!(Baseline::read(&baseline.text()), Ok(baseline));
        }
        assert!(Baseline::read("{}").is_err());
        assert!(Baseline::read("{\"version\":2,\"findings\":[]}").is_err());
        assert!(!Baseline::of(&at_each("utilise", &tree), &tree).text().contains("utilise"), "no words are kept");
    }

    proptest! {
        #[test]
        fn the_order_of_findings_changes_no_byte(order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
            let tree = tree("utilise a utilise b utilise c utilise d utilise e utilise f");
            let findings = at_each("utilise", &tree);
            let shuffled: Vec<Diagnostic> = order.iter().map(|at| findings[*at].clone()).collect();
            assert_eq!(Baseline::of(&shuffled, &tree).text(), Baseline::of(&findings, &tree).text());
            let half = Baseline::of(&shuffled[..3], &tree);
            let sifted = half.sift(findings, &tree);
            assert_eq!((sifted.fresh.len(), sifted.old, sifted.mended), (3, 3, 0));
        }
    }
}
