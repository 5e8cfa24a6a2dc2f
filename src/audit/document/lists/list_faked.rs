//! `list-faked`: lines or paragraphs that begin with a bullet or a number of their own.
//!
//! Two in a row with the same mark are a list; numbers must count on, and be those of short paragraphs, since laws and
//! minutes number theirs. A line of verse, an address, a sum is none.

use crate::audit::page::Page;
use crate::audit::reading::{block_of, quote, text};
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, Tree, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "list-faked", severity: Severity::Warning, basis: &["WCAG 1.3.1", "WCAG technique H48"], check };

/// Longer numbered paragraphs are paragraphs with a number.
const LONGEST: usize = 200;

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Bullet(char),
    Number(u32),
}

impl Mark {
    /// The mark at the beginning of a line, with words behind it.
    fn of(line: &str) -> Option<Self> {
        // Most lines begin with a letter.
        if line.bytes().find(|byte| !byte.is_ascii_whitespace()).is_none_or(|first| first.is_ascii_alphabetic()) {
            return None;
        }
        let line = line.trim_start();
        let first = line.chars().next()?;
        if matches!(first, '•' | '·' | '▪' | '‣' | '●' | '◦' | '■' | '–' | '—' | '-' | '*') {
            let rest = line.get(first.len_utf8()..)?;
            let is_apart = rest.starts_with(char::is_whitespace) || matches!(first, '•' | '●' | '▪');
            return (is_apart && rest.contains(char::is_alphabetic)).then_some(Self::Bullet(first));
        }
        let digits =
            line.split(|c: char| !c.is_ascii_digit()).next().filter(|digits| (1..3).contains(&digits.len()))?;
        let rest = line.get(digits.len()..)?.strip_prefix(['.', ')'])?;
        let is_apart = rest.starts_with(char::is_whitespace) && rest.trim_start().starts_with(char::is_alphabetic);
        digits.parse().ok().filter(|_| is_apart).map(Self::Number)
    }

    /// Whether a line with this mark goes on with a list.
    fn follows(self, before: Self) -> bool {
        match (before, self) {
            (Self::Bullet(one), Self::Bullet(other)) => one == other,
            (Self::Number(one), Self::Number(other)) => one + 1 == other,
            _ => false,
        }
    }
}

/// Lines that go on with each other.
struct Run {
    first: NodeId,
    words: NodeId,
    last: NodeId,
    mark: Mark,
    told: bool,
}

fn check(page: &Page<'_>, found: &mut Found) {
    let mut run: Option<Run> = None;
    for text in page.texts() {
        let (Some(mark), at) = (Mark::of(text.words), text.node) else { continue };
        let Some(block) = block_of(page.tree, at).filter(|block| begins_line(page.tree, *block, at)) else { continue };
        let before = run.take().filter(|run| mark.follows(run.mark) && goes_on(page, block, run));
        let Some(mut before) = before else {
            run = Some(Run { first: block, words: at, last: block, mark, told: is_apart(page.tree, block) });
            continue;
        };
        if !before.told {
            tell(page, &before, found);
        }
        (before.last, before.mark, before.told) = (block, mark, true);
        run = Some(before);
    }
}

/// Whether a line in a block goes on with the run: behind a break in the same block, or in the next paragraph.
fn goes_on(page: &Page<'_>, block: NodeId, run: &Run) -> bool {
    block == run.last || is_next(page, block, run.last, run.mark)
}

fn tell(page: &Page<'_>, run: &Run, found: &mut Found) {
    let (with, example) = match run.mark {
        Mark::Bullet(bullet) => (format!("`{bullet}`"), "- First point"),
        Mark::Number(_) => ("numbers".to_owned(), "1. First step"),
    };
    found
        .at(page, run.first, format!("{} begins a list made of {with}", quote(page.tree.text(run.words))))
        .help(format!("make it a list, with an empty line before it and every item on its own line: `{example}`"));
}

/// Whether a text stands at the beginning of its block, or right behind a line break.
fn begins_line(tree: &Tree, block: NodeId, at: NodeId) -> bool {
    let before = (block.0 + 1..at.0).rev().map(NodeId);
    for node in before {
        match tree.node(node).kind {
            Kind::Text if tree.text(node).trim().is_empty() => {}
            Kind::Text => return false,
            _ if tree.is(node, &name!("br")) => return true,
            _ => {}
        }
    }
    true
}

/// Whether a paragraph comes right after another.
fn is_next(page: &Page<'_>, block: NodeId, other: NodeId, mark: Mark) -> bool {
    let tree = page.tree;
    let is_paragraph = |at: NodeId| tree.is(at, &name!("p")) || tree.is(at, &name!("div"));
    let mut next = std::iter::successors(tree.next_sibling(other), |at| tree.next_sibling(*at));
    let is_short = matches!(mark, Mark::Bullet(_)) || text(page, other).len() <= LONGEST;
    is_paragraph(block) && is_paragraph(other) && next.find(|at| tree.is_element(*at)) == Some(block) && is_short
}

/// Whether it stands where marks are no list: in what is typed as is, in somebody's words, in an item of a list.
fn is_apart(tree: &Tree, id: NodeId) -> bool {
    let apart = [name!("pre"), name!("code"), name!("blockquote"), name!("li"), name!("address"), name!("svg")];
    std::iter::once(id).chain(tree.ancestors(id)).any(|at| apart.contains(tree.name(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_need_words_and_a_space() {
        assert_eq!(Mark::of(" - one"), Some(Mark::Bullet('-')));
        assert_eq!(Mark::of("•one"), Some(Mark::Bullet('•')));
        assert_eq!(Mark::of("12) one"), Some(Mark::Number(12)));
        for none in ["-one", "- 5", "2019. One", "1.5 one", "*", "1. 5", "one"] {
            assert_eq!(Mark::of(none), None, "{none}");
        }
    }
}
