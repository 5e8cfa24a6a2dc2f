//! Which tag of which template wrote a tag of a page.
//!
//! In: the theme's templates, read once. Out: for a tag on a page, the place of the tag that can have written it.
//! Not here: what the templates mean; a tag is a pattern, its expressions stand for anything.

use std::collections::BTreeMap;

use crate::model::source::{FileId, Span};

/// All tags of a theme's templates, by name.
pub(super) struct Written<'a> {
    tags: BTreeMap<&'a str, Vec<Tag<'a>>>,
}

/// A tag as a template writes it.
struct Tag<'a> {
    span: Span,
    /// The words that are always there; anything may stand between two of them.
    words: Vec<&'a str>,
    /// What stands before the tag, back to the last expression.
    before: &'a str,
}

impl<'a> Written<'a> {
    /// Reads the tags of all templates.
    pub(super) fn new(templates: impl Iterator<Item = (FileId, &'a str)>) -> Self {
        let mut tags: BTreeMap<&str, Vec<Tag<'_>>> = BTreeMap::new();
        for (file, text) in templates {
            for (at, _) in text.match_indices('<') {
                let Some(rest) = text.get(at..) else { continue };
                let Some(name) = name(rest) else { continue };
                let (words, length) = pattern(rest);
                let before = text.get(..at).unwrap_or_default();
                let before = before.rfind(['}', '<']).and_then(|end| before.get(end..)).unwrap_or(before);
                let span = Span::new(file, at, at + length);
                tags.entry(name).or_default().push(Tag { span, words, before: before.trim_matches(['}', ' ', '\n']) });
            }
        }
        Self { tags }
    }

    /// The tag that wrote the one that begins `at` this byte of a page; of several, the one with the most words in common.
    pub(super) fn place(&self, at: usize, html: &str) -> Option<Span> {
        let rest = html.get(at..)?;
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let (tag, before) = (rest.get(..end)?, html.get(..at)?.trim_ascii_end());
        let mut best: Option<((usize, usize), Span)> = None;
        for written in self.tags.get(name(rest)?)?.iter().filter(|written| is_like(tag, &written.words)) {
            let alike = if before.ends_with(written.before) { written.before.len() } else { 0 };
            let score = (written.words.iter().map(|word| word.len()).sum(), alike);
            if best.is_none_or(|(most, _)| score > most) {
                best = Some((score, written.span));
            }
        }
        best.map(|(_, span)| span)
    }
}

/// The name of the tag that a text begins with.
fn name(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('<')?;
    let end = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').unwrap_or(rest.len());
    rest.get(..end).filter(|name| name.starts_with(|sign: char| sign.is_ascii_alphabetic()))
}

/// The words of a tag that are always there, and its length. What a condition encloses may be there or not.
fn pattern(text: &str) -> (Vec<&str>, usize) {
    let (mut words, mut from, mut depth, mut at) = (Vec::new(), 0, 0_usize, 0);
    while let Some(rest) = text.get(at..) {
        let Some(next) = rest.find(['{', '>']).map(|next| at + next) else { break };
        let rest = text.get(next..).unwrap_or_default();
        let close = match rest.get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ if rest.starts_with('>') && depth == 0 => {
                words.push(text.get(from..=next).unwrap_or_default());
                return (words, next + 1);
            }
            _ => {
                at = next + 1;
                continue;
            }
        };
        if depth == 0 {
            words.push(text.get(from..next).unwrap_or_default());
        }
        let end = rest.find(close).map_or(text.len(), |end| next + end + close.len());
        if close == "%}" {
            match rest.trim_start_matches(['{', '%', '-', ' ']).split_ascii_whitespace().next() {
                Some("if" | "for" | "block" | "filter") => depth += 1,
                Some(word) if word.starts_with("end") => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        (from, at) = (end, end);
    }
    words.push(text.get(from..).unwrap_or_default());
    (words, text.len())
}

/// Whether a tag has these words in this order, the first at its start and the last at its end.
fn is_like(tag: &str, words: &[&str]) -> bool {
    let [first, between @ .., last] = words else { return words.first().is_some_and(|word| *word == tag) };
    let Some(mut rest) = tag.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else { return false };
    between.iter().all(|word| match rest.find(word) {
        Some(at) => {
            rest = rest.get(at + word.len()..).unwrap_or_default();
            true
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<ul>{% for x in xs %}<li><a href=\"#{{ x.id }}\">{{ x }}</a></li>{% endfor %}</ul>\n\
        <p><a class=\"next\" href=\"{{ next }}\"{% if new %} rel=\"next\"{% endif %}>On</a></p><a href=\"{{ any }}\">";

    fn found(html: &str) -> Option<&'static str> {
        let file = FileId(0);
        let written = Written::new([(file, TEMPLATE)].into_iter());
        let at = html.find("<a").unwrap_or_default();
        written.place(at, html).and_then(|span| TEMPLATE.get(span.range()))
    }

    #[test]
    fn a_tag_is_led_to_the_one_with_the_same_words() {
        assert_eq!(found("<li><a href=\"#a\">A</a>"), Some("<a href=\"#{{ x.id }}\">"));
        assert_eq!(found("<li><a href=\"/a/\">A</a>"), Some("<a href=\"{{ any }}\">"));
    }

    #[test]
    fn what_a_condition_encloses_may_be_there_or_not() {
        let tag = "<a class=\"next\" href=\"{{ next }}\"{% if new %} rel=\"next\"{% endif %}>";
        assert_eq!(found("<a class=\"next\" href=\"/b/\" rel=\"next\">"), Some(tag));
        assert_eq!(found("<a class=\"next\" href=\"/b/\">"), Some(tag));
    }

    #[test]
    fn a_tag_that_no_template_writes_has_no_place() {
        assert_eq!(found("<a name=\"x\">"), None);
        assert_eq!(found("<a"), None);
    }
}
