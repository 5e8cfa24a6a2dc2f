//! Turns places that name a key (`review_by`, `source.title`) into spans.
//!
//! In: findings of any stage and the files. Out: the same findings with byte ranges. A file is looked through once, and only
//! when a finding names a key in it. In Markdown files the YAML is what stands between the first two `---` lines.

use std::collections::BTreeMap;

use super::front_matter;
use super::places::Places;
use crate::diag::{Diagnostic, Place};
use crate::model::source::{FileId, SourceFile, SourceTree, Span};

/// Gives every finding and label that names a key its span.
pub fn locate(findings: &mut [Diagnostic], sources: &SourceTree) {
    let mut known: BTreeMap<FileId, Located> = BTreeMap::new();
    for finding in findings {
        let labels = finding.labels.iter_mut().map(|label| &mut label.place);
        for place in std::iter::once(&mut finding.place).chain(labels) {
            let (Place::Key(file, path) | Place::Value(file, path)) = &*place else { continue };
            let Some(source) = sources.file(*file) else { continue };
            let located = known.entry(*file).or_insert_with(|| Located::of(source));
            *place = located.span(*file, path, matches!(place, Place::Key(..)));
        }
    }
}

struct Located {
    places: Places,
    offset: usize,
    /// Length of the first line, which stands for the file as a whole.
    first_line: usize,
}

impl Located {
    fn of(source: &SourceFile) -> Self {
        let text = source.text.as_str();
        let yaml = if source.path.ends_with(".md") {
            front_matter(text).map_or(0..0, |(yaml, _)| yaml)
        } else {
            0..text.len()
        };
        let places = Places::of(text.get(yaml.clone()).unwrap_or_default());
        let first_line = text.lines().next().map_or(0, |line| line.trim_end().len());
        Self { places, offset: yaml.start, first_line }
    }

    fn span(&self, file: FileId, path: &str, key: bool) -> Place {
        let spot = if path.is_empty() { None } else { self.places.nearest(path) };
        let Some(spot) = spot else { return Place::Span(Span::new(file, 0, self.first_line)) };
        let empty = spot.value.is_empty();
        let range = spot.key.as_ref().filter(|_| key || empty).unwrap_or(&spot.value);
        Place::Span(Span::new(file, self.offset + range.start, self.offset + range.end))
    }
}

#[cfg(test)]
mod tests {
    use super::locate;
    use crate::diag::{Diagnostic, Place};
    use crate::model::source::{FileId, SourceFile, SourceTree, line_column};

    #[test]
    fn a_key_in_front_matter_is_found_in_its_file() {
        let text = "---\ntitle: Café\nmeets:\n  - a\n---\nBody\n";
        let sources = SourceTree {
            files: vec![SourceFile { path: "content/a.md".into(), text: text.to_owned() }],
            assets: Vec::new(),
        };
        let place = |place| Diagnostic::error("x", "x", place);
        let file = FileId(0);
        let mut findings = [
            place(Place::Value(file, "meets.0".to_owned())),
            place(Place::Key(file, "meets".to_owned())),
            place(Place::Key(file, String::new())),
            place(Place::Value(file, "title.gone".to_owned())),
        ];
        locate(&mut findings, &sources);
        let found: Vec<_> = findings
            .iter()
            .map(|finding| match finding.place {
                Place::Span(span) => (text.get(span.range()).unwrap(), line_column(text, span.range().start)),
                _ => ("", (0, 0)),
            })
            .collect();
        assert_eq!(found, [("a", (4, 5)), ("meets", (3, 1)), ("---", (1, 1)), ("Café", (2, 8))]);
    }
}
