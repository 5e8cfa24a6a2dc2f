//! Mending with rules of this test only.

use super::{Mended, Untouched, mend};
use crate::diag::{Diagnostic, Fix, Place};
use crate::model::source::{FileId, SourceFile, SourceTree, Span};
use proptest::collection::vec;
use proptest::prelude::proptest;
use proptest::sample::select;

/// Words, what they should be, and whether the old word is an error.
type Swaps = [(&'static str, &'static str)];

fn tree(texts: &[&str]) -> SourceTree {
    let file =
        |(at, text): (usize, &&str)| SourceFile { path: format!("content/{at}.md").into(), text: (*text).to_owned() };
    SourceTree { files: texts.iter().enumerate().map(file).collect(), assets: Vec::new() }
}

/// Each word that should be another one, and an error for each word `wrong`.
fn found(tree: &SourceTree, swaps: &Swaps) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (id, file) in tree.under("content/") {
        for (word, better) in swaps {
            for (at, _) in file.text.match_indices(word) {
                let span = Span::new(id, at, at + word.len());
                let mut finding = Diagnostic::warning("words-to-avoid", "a word", Place::Span(span));
                finding.fix = Some(Fix { span, replacement: (*better).to_owned() });
                findings.push(finding);
            }
        }
        let wrong = file.text.matches("wrong").count();
        findings.extend((0..wrong).map(|_| Diagnostic::error("link-broken", "wrong", Place::File(id))));
    }
    findings
}

fn untouched(file: &SourceFile) -> Untouched {
    (0, file.text.match_indices('`').map(|(at, _)| at..at + 1).collect())
}

fn mended(texts: &[&str], swaps: &Swaps) -> Mended {
    mend(tree(texts), |tree| Ok::<_, ()>(found(tree, swaps)), untouched).unwrap()
}

fn texts(mended: &Mended) -> Vec<&str> {
    mended.tree.files.iter().map(|file| file.text.as_str()).collect()
}

#[test]
fn everything_that_can_be_corrected_is_corrected_and_counted() {
    let mended = mended(&["We utilise and utilise.", "All well."], &[("utilise", "use")]);
    assert_eq!(texts(&mended), ["We use and use.", "All well."]);
    assert_eq!(mended.files[&FileId(0)]["words-to-avoid"], 2);
    assert_eq!(mended.files.len(), 1);
    assert!(mended.findings.is_empty());
}

#[test]
fn a_correction_that_overlaps_another_is_made_in_the_next_round() {
    let mended = mended(&["abc"], &[("ab", "x"), ("bc", "y"), ("xc", "z")]);
    assert_eq!(texts(&mended), ["z"]);
}

#[test]
fn a_file_in_which_a_correction_brings_an_error_stays_as_it_is() {
    let swaps = [("utilise", "use"), ("bad", "wrong")];
    let mended = mended(&["utilise", "utilise bad"], &swaps);
    assert_eq!(texts(&mended), ["use", "utilise bad"]);
    assert_eq!(mended.findings.len(), 2, "what was not corrected is still told");
}

#[test]
fn an_error_that_was_there_before_keeps_nothing_from_being_corrected() {
    assert_eq!(texts(&mended(&["wrong utilise"], &[("utilise", "use")])), ["wrong use"]);
}

#[test]
fn corrections_that_undo_each_other_come_to_an_end() {
    let mended = mended(&["a"], &[("a", "b"), ("b", "a")]);
    assert_eq!(texts(&mended), ["a"]);
}

#[test]
fn files_that_authors_do_not_write_stay_as_they_are() {
    let mut site = tree(&["utilise"]);
    site.files[0].path = "content/a.html".into();
    let mended = mend(site, |tree| Ok::<_, ()>(found(tree, &[("utilise", "use")])), untouched).unwrap();
    assert_eq!(texts(&mended), ["utilise"]);
    assert!(mended.files.is_empty());
}

proptest! {
    #[test]
    fn mending_twice_is_mending_once(parts in vec(select(vec!["utilise ", "in order to ", "`", "bad ", "x ", "to to "]), 0..20)) {
        let swaps = [("utilise", "use"), ("in order to", "to"), ("to to", "to"), ("bad", "wrong")];
        let once = mended(&[&parts.concat(), "utilise"], &swaps);
        let twice = mended(&texts(&once), &swaps);
        assert_eq!(texts(&once), texts(&twice));
        assert!(twice.files.is_empty());
    }
}
