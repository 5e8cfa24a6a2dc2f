//! `easy-read-picture`: a part of an Easy Read page has no picture.
//!
//! In: headings of level 2, pictures, words. Out: a warning on each heading whose part has words and no picture, or on the
//! title of a page without any picture. Not here: what the pictures show, which only people can judge.

use super::super::found::Found;
use super::super::page::Page;
use super::super::page::Part;
use super::super::rule::{Pack, Rule};
use crate::diag::Severity;
use crate::model::prose::{BlockKind, MarkKind};

pub(super) const RULE: Rule = Rule {
    code: "easy-read-picture",
    severity: Severity::Warning,
    basis: super::FORMATS,
    pack: Pack::Every,
    list: None,
    check,
};

const HELP: &str = "put a picture that shows what the words say beside each idea: `![A carer and her son](carer.jpg)`";

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    if super::passages(page).next().is_none() {
        return;
    }
    let pictures: Vec<usize> =
        page.marks().filter(|(_, kind)| matches!(kind, MarkKind::Image(_))).map(|(range, _)| range.start).collect();
    let title = page.passages.iter().find(|passage| passage.part == Part::Title);
    if let Some(title) = title.filter(|_| pictures.is_empty()) {
        found.say(title.text.clone(), "an Easy Read page has no picture").help(HELP);
        return;
    }
    let is_part = |part: Part| part == Part::Body(BlockKind::Heading(2));
    let parts: Vec<_> = page.passages.iter().filter(|passage| is_part(passage.part)).collect();
    for (position, heading) in parts.iter().enumerate() {
        let end = parts.get(position + 1).map_or(usize::MAX, |next| next.text.start);
        let inside = heading.text.end..end;
        let has_words = super::passages(page).any(|passage| inside.contains(&passage.text.start));
        if has_words && !pictures.iter().any(|at| inside.contains(at)) {
            found.say(heading.text.clone(), "a part of an Easy Read page has no picture").help(HELP);
        }
    }
}
