//! Mending: corrections put into the author's files.
//!
//! In: files, and a check that finds what can be corrected. Out: changed texts, checked again after every round, so that
//! no correction may bring a new error. Nothing is written before the end. Not here: what is to be corrected; a rule
//! says that with its finding.

pub mod diff;
pub mod disk;
mod guard;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::text::{Change, changed};
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::source::{FileId, SourceFile, SourceTree};

/// Rounds after which mending ends, whatever there is left to do.
const ROUNDS: usize = 10;

/// Where the text of a page begins, and the passages of a file that are never touched.
pub type Untouched = (usize, Vec<Range<usize>>);

/// Texts after mending.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The files, changed ones included.
    pub tree: SourceTree,
    /// What is found in them now.
    pub findings: Vec<Diagnostic>,
    /// The changed files, and how many corrections of each code they got.
    pub files: BTreeMap<FileId, BTreeMap<String, usize>>,
}

/// Corrects what can be corrected, in rounds, until nothing changes.
pub fn mend<E>(
    tree: SourceTree,
    mut check: impl FnMut(&SourceTree) -> Result<Vec<Diagnostic>, E>,
    untouched: impl Fn(&SourceFile) -> Untouched,
) -> Result<Mended, E> {
    let findings = check(&tree)?;
    let mut mended = Mended { tree, findings, files: BTreeMap::new() };
    let mut shut = BTreeSet::new();
    for _ in 0..ROUNDS {
        let mut round = Round::of(&mended, &shut, &untouched);
        if round.made.is_empty() {
            break;
        }
        // A round after which the site cannot even be read is not made.
        let Ok(mut findings) = check(&round.tree) else { break };
        let worse: Vec<FileId> = with_new_errors(&mended.findings, &findings).into_iter().flatten().collect();
        if !worse.is_empty() {
            shut.extend(worse.iter().copied().filter(|file| round.undo(*file, &mended.tree)));
            match check(&round.tree) {
                Ok(found) => findings = found,
                Err(_) => break,
            }
        }
        // Errors elsewhere (a link to a heading that is called otherwise now) undo the round as a whole.
        if !with_new_errors(&mended.findings, &findings).is_empty() {
            shut.extend(round.made.keys().copied());
            continue;
        }
        mended.take(round, findings);
    }
    Ok(mended)
}

impl Mended {
    fn take(&mut self, round: Round, findings: Vec<Diagnostic>) {
        self.tree = round.tree;
        self.findings = findings;
        for (file, codes) in round.made {
            let known = self.files.entry(file).or_default();
            for code in codes {
                *known.entry(code).or_insert(0) += 1;
            }
        }
    }
}

/// One round: the files with everything in them that can be corrected at once.
struct Round {
    tree: SourceTree,
    /// The changed files, with the code of each correction.
    made: BTreeMap<FileId, Vec<String>>,
}

impl Round {
    fn of(from: &Mended, shut: &BTreeSet<FileId>, untouched: &impl Fn(&SourceFile) -> Untouched) -> Self {
        let mut wanted: BTreeMap<FileId, Vec<(Change, &str)>> = BTreeMap::new();
        for finding in &from.findings {
            let Some(fix) = &finding.fix else { continue };
            if !shut.contains(&fix.span.file) {
                let range = fix.span.range();
                let change = Change { start: range.start, end: range.end, replacement: fix.replacement.clone() };
                wanted.entry(fix.span.file).or_default().push((change, &finding.code));
            }
        }
        let mut round = Self { tree: from.tree.clone(), made: BTreeMap::new() };
        for (id, wanted) in wanted {
            round.change(id, wanted, untouched);
        }
        round
    }

    fn change(&mut self, id: FileId, mut wanted: Vec<(Change, &str)>, untouched: &impl Fn(&SourceFile) -> Untouched) {
        let Some(file) = self.tree.files.get_mut(id.index()) else { return };
        let (body, passages) = if file.path.ends_with(".md") { untouched(file) } else { (0, Vec::new()) };
        wanted.retain(|(change, _)| guard::may_change(file, body, change));
        let (changes, codes): (Vec<Change>, Vec<&str>) = wanted.into_iter().unzip();
        let made = changed(&file.text, &changes, &passages);
        if made.done.is_empty() {
            return;
        }
        file.text = made.text;
        let codes = made.done.iter().filter_map(|at| codes.get(*at)).map(|code| (*code).to_owned());
        self.made.insert(id, codes.collect());
    }

    /// Gives a file its text back. Whether it had been changed.
    fn undo(&mut self, id: FileId, before: &SourceTree) -> bool {
        if let (Some(file), Some(old)) = (self.tree.files.get_mut(id.index()), before.file(id)) {
            file.text.clone_from(&old.text);
        }
        self.made.remove(&id).is_some()
    }
}

/// The files (none for the site as a whole) that have more errors of some kind than before.
fn with_new_errors(before: &[Diagnostic], now: &[Diagnostic]) -> BTreeSet<Option<FileId>> {
    let (before, now) = (errors(before), errors(now));
    let more = now.into_iter().filter(|(key, number)| before.get(key).is_none_or(|known| known < number));
    more.map(|((file, _), _)| file).collect()
}

fn errors(findings: &[Diagnostic]) -> BTreeMap<(Option<FileId>, &str), usize> {
    let mut errors = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
        let file = match &finding.place {
            Place::Span(span) | Place::Unquoted(span) => Some(span.file),
            Place::Key(file, _) | Place::Value(file, _) | Place::File(file) => Some(*file),
            Place::Path(_) | Place::Site => None,
        };
        *errors.entry((file, &*finding.code)).or_insert(0) += 1;
    }
    errors
}

#[cfg(test)]
mod tests;
