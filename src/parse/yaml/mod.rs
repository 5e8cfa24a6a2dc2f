//! YAML with places: settings, metric notes, contacts, packs and the front matter of pages.
//!
//! In: a text, or the slice of a Markdown file between its `---` lines with its offset. Out: [`Yaml`], read through
//! [`Node`], and findings. Places are looked up only when something needs one (`locate`), so a good text costs one pass.
//! Not here: what a field means; that is written beside the type it fills.

mod faults;
mod fields;
mod locate;
mod node;
mod places;
mod value;

use std::cell::OnceCell;
use std::ops::Range;

pub use fields::{Wanted, choice_fault};
pub use locate::locate;
pub use node::Node;

use self::places::Places;
use self::value::Value;
use crate::diag::{Checked, Diagnostic, Place};
use crate::model::source::FileId;

/// A text that was read.
#[derive(Debug)]
pub struct Yaml<'t> {
    file: FileId,
    text: &'t str,
    offset: usize,
    root: Value<'t>,
    places: OnceCell<Places>,
}

/// Reads a YAML text of `file` that begins at byte `offset` of it. Nothing comes back when it is no YAML at all.
pub fn read(file: FileId, text: &str, offset: usize) -> Checked<Option<Yaml<'_>>> {
    let site = faults::Site { file, text, offset };
    if faults::may_hold_anchors(text) {
        let anchors = Places::of(text).anchors;
        if !anchors.is_empty() {
            return Checked::new(None, site.anchors(&anchors));
        }
    }
    let reading = match value::value(text) {
        Ok(reading) => reading,
        Err(fault) => return Checked::new(None, vec![site.fault(&fault)]),
    };
    let yaml = Yaml { file, text, offset, root: reading.value, places: OnceCell::new() };
    let mut findings = Vec::new();
    if reading.repeated {
        findings.extend(site.repeats(yaml.places()));
    }
    if reading.tagged {
        findings.extend(site.tags(yaml.places()));
    }
    if reading.several {
        findings.push(site.several(yaml.places()));
    }
    Checked::new(Some(yaml), findings)
}

/// The YAML part of a Markdown file: the bytes between its first two `---` lines, and where the body begins.
///
/// Nothing when the file does not begin with a `---` line or the second one is missing.
pub fn front_matter(text: &str) -> Option<(Range<usize>, usize)> {
    let first = text.split_inclusive('\n').next().filter(|line| is_rule(line))?;
    let start = first.len();
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        let next = at + line.len();
        if is_rule(line) {
            return Some((start..at, next));
        }
        at = next;
    }
    None
}

fn is_rule(line: &str) -> bool {
    line.trim_end() == "---"
}

impl Yaml<'_> {
    /// The whole, whatever it is.
    pub fn root(&self) -> Node<'_> {
        Node::new(self, &self.root)
    }

    /// The whole as a mapping; a text of another shape is a finding.
    pub fn mapping(&self, findings: &mut Vec<Diagnostic>) -> Option<Node<'_>> {
        match self.root {
            Value::Map(_) => return Some(self.root()),
            Value::Null => findings.push(
                Diagnostic::error("yaml-empty", "nothing is written here", Place::Value(self.file, String::new()))
                    .help("write one field a line, for example `title: Help at home`"),
            ),
            _ => findings.push(self.root().wrong_type(Wanted::Mapping)),
        }
        None
    }

    /// Whether nothing but comments stands in the text.
    pub fn is_empty(&self) -> bool {
        self.root == Value::Null
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::{front_matter, read};
    use crate::model::source::FileId;
    use proptest::prelude::{any, proptest};

    fn codes(text: &str) -> Vec<String> {
        let checked = read(FileId(0), text, 0);
        checked.findings.iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect()
    }

    #[test]
    fn aliases_are_refused_before_anything_is_expanded() {
        let line = |(name, before)| format!("{name}: &{name} [*{before}, *{before}, *{before}, *{before}]\n");
        let bomb: String = ["a: &a [x, x]\n".to_owned()].into_iter().chain(('b'..='z').zip('a'..).map(line)).collect();
        let checked = read(FileId(0), &bomb, 0);
        assert!(checked.value.is_none());
        assert!(checked.findings.iter().all(|finding| finding.code == "yaml-alias"));
    }

    #[test]
    fn ampersands_and_stars_inside_words_are_text() {
        assert_eq!(codes("title: A & E\nhelp: 2 * 3\nurl: https://a.example/?a=1&b=2\nx: Q&A\n"), Vec::<String>::new());
    }

    #[test]
    fn faults_of_syntax_are_told_in_plain_words() {
        let told = [
            codes("title: Help: at home\n"),
            codes("title: \"Help\n"),
            codes("a:\n\t- b\n"),
            codes("a: 1\na: 2\n"),
            codes("a: *b\n"),
            codes("a: @b\n"),
            codes("a: **b**\n"),
            codes("a: [1, 2\nb: 3\n"),
            codes("a: 1\n  b: 2\n"),
            codes("a: 1\n b\n- c\n"),
            codes("a: !secret b\n"),
            codes("a: 1\n---\nb: 2\n"),
            codes("? [a]\n: b\n"),
            codes(&"[".repeat(100)),
            codes(&format!("a: {}{}", "[".repeat(70), "]".repeat(70))),
        ];
        insta::assert_snapshot!(told.concat().join("\n"));
    }

    #[test]
    fn front_matter_ends_at_its_second_rule() {
        assert_eq!(front_matter("---\r\na: 1\r\n---\r\nbody\n---\n"), Some((5..11, 16)));
        assert_eq!(front_matter("---\n---\n"), Some((4..4, 8)));
        assert_eq!(front_matter("---\na: 1\n"), None);
        assert_eq!(front_matter("a\n---\n"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in any::<String>(), more in "[a-c:\\-\\[\\]{}\"'&*!| \n\t#0-9é]{0,40}") {
            for text in [text, more] {
                let mut checked = read(FileId(0), &text, 0);
                if let Some(yaml) = checked.value.take() {
                    for (_, node) in yaml.root().entries() {
                        let _ = (node.text(), node.date(), node.path());
                    }
                }
            }
        }
    }
}
