//! What a correction may touch, whatever rule it comes from.
//!
//! In: a file and a correction. Out: whether it may be made. In YAML (notes, front matter) only plain words within one
//! line are changed: what could open a quote, a comment or a field is refused. Not here: code and quotes in Markdown,
//! which the parser knows; they are handed in as passages.

use super::text::Change;
use crate::model::source::SourceFile;

/// Signs that mean something to YAML. A correction that brings one of them is not made.
const SIGNS: &str = "\"'#{}[]|>&*!@`\\\t\r\n";

/// Whether a file is one that authors write: the files of the theme and the settings are not.
pub(super) fn is_authored(path: &str) -> bool {
    let folder = ["content/", "data/"].iter().any(|folder| path.starts_with(folder));
    let kind = [".md", ".yaml", ".yml", ".csv"].iter().any(|kind| path.ends_with(kind));
    folder && kind
}

/// Whether a correction of a file may be made. `body` is where the text of a page begins, 0 for other files.
pub(super) fn may_change(file: &SourceFile, body: usize, change: &Change) -> bool {
    if !is_authored(&file.path) {
        return false;
    }
    let in_text = file.path.ends_with(".md") && change.start >= body;
    if in_text {
        return true;
    }
    let crosses = file.path.ends_with(".md") && change.end > body;
    !crosses && is_plain(&file.text, change, file.path.ends_with(".csv"))
}

fn is_plain(text: &str, change: &Change, is_table: bool) -> bool {
    let Some(old) = text.get(change.start..change.end) else { return false };
    let new = change.replacement.as_str();
    let line = line_around(text, change.start);
    let in_flow = is_table || line.contains(['{', '[']);
    let brings = |sign: char| SIGNS.contains(sign) || (in_flow && sign == ',');
    let is_fact = |text: &str| text.contains(": ") || text.contains(" #") || text.ends_with(':');
    !old.contains('\n') && !new.chars().any(brings) && !is_fact(new) && !new.starts_with(['-', '?', ':', '%'])
}

fn line_around(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Change, is_authored, may_change};
    use crate::model::source::SourceFile;

    fn may(path: &str, text: &str, body: usize, (old, new): (&str, &str)) -> bool {
        let file = SourceFile { path: path.into(), text: text.to_owned() };
        let start = text.find(old).unwrap();
        may_change(&file, body, &Change { start, end: start + old.len(), replacement: new.to_owned() })
    }

    #[test]
    fn only_what_authors_write_is_changed() {
        assert!(is_authored("content/a.md") && is_authored("data/metrics/a.csv"));
        assert!(!is_authored("themes/civic/templates/base.html") && !is_authored("candour.yaml"));
        assert!(!is_authored("content/a.html") && !is_authored("public/a.md"));
    }

    #[test]
    fn front_matter_is_changed_only_by_plain_words_in_one_line() {
        let text = "---\ntitle: Utilise care\ntopics: [Utilise]\n---\nText.\n";
        let body = text.find("Text").unwrap();
        assert!(may("content/a.md", text, body, ("Utilise", "Use")));
        for new in ["Use: care", "Use #1", "\"Use", "{Use", "Use\nit", "- Use", "Use:"] {
            assert!(!may("content/a.md", text, body, ("Utilise", new)), "{new}");
        }
        assert!(!may("content/a.md", text, body, ("Utilise]", "Use, it]")));
        assert!(!may("content/a.md", text, body, ("care\ntopics", "care")), "two lines");
        assert!(!may("content/a.md", text, body, ("---\nText", "Text")), "out of the front matter");
        assert!(may("content/a.md", text, body, ("Text.", "\"Text\": 'it'")), "the text itself is Markdown");
    }

    #[test]
    fn a_number_in_a_note_or_table_is_changed() {
        assert!(may("data/metrics/a.yaml", "values: { a: { value: \"1,072\" } }\n", 0, ("\"1,072\"", "1072")));
        assert!(may("data/metrics/a.csv", "a,b\n1,\"1,072\"\n", 0, ("\"1,072\"", "1072")));
        assert!(!may("data/metrics/a.csv", "a,b\n1,x\n", 0, ("x", "1,0")));
    }
}
