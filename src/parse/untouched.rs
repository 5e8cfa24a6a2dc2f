//! What a correction must leave alone in a page.
//!
//! In: a Markdown file. Out: where its text begins, and the passages of it that only their author may change.
//! Not here: what a correction may do elsewhere; that is `mend/`.

use std::ops::Range;

use super::document::document;
use super::markdown;
use crate::model::source::{FileId, SourceFile};

/// Where the text of a page begins, and code, quotations, HTML and figures in it. A page that cannot be read is
/// untouched as a whole.
pub fn untouched(source: &SourceFile) -> (usize, Vec<Range<usize>>) {
    let whole = 0..source.text.len();
    let Some(document) = document(FileId(0), source).value else { return (0, vec![whole]) };
    let body = usize::try_from(document.body_start).unwrap_or(whole.end);
    let mut passages = markdown::untouched(source.text.get(body..).unwrap_or_default(), body);
    let quotes = document.body.directives.iter().filter(|directive| directive.name == "quote");
    passages.extend(quotes.map(|directive| directive.content.range()));
    (body, passages)
}

#[cfg(test)]
mod tests {
    use super::untouched;
    use crate::model::source::SourceFile;

    fn passages(body: &str) -> Vec<String> {
        let text = format!("---\ntitle: T\nsummary: S.\n---\n{body}");
        let (start, passages) = untouched(&SourceFile { path: "content/a.md".into(), text: text.clone() });
        assert_eq!(text.get(start..), Some(body));
        passages.into_iter().map(|range| text.get(range).unwrap().trim().to_owned()).collect()
    }

    #[test]
    fn code_quotations_and_figures_are_left_alone() {
        assert_eq!(passages("Text `code` {{ a.b }}\n"), ["`code`", "{{ a.b }}"]);
        assert_eq!(passages("Text\n\n> quoted *words*\n"), ["> quoted *words*"]);
        assert_eq!(passages("> [!NOTE]\n> Our own words.\n"), [""; 0]);
        assert_eq!(passages("```\ncode\n```\n"), ["```\ncode\n```"]);
        assert_eq!(passages("::: quote {by=\"A carer\" consent=\"written\"}\nTheir words.\n:::\n"), ["Their words."]);
    }

    #[test]
    fn a_page_that_cannot_be_read_is_left_alone() {
        let source = SourceFile { path: "content/a.md".into(), text: "no front matter\n".to_owned() };
        assert_eq!(untouched(&source).1.into_iter().map(|range| range.end).collect::<Vec<_>>(), [16]);
    }
}
