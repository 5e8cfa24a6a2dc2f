//! The examples of a rule, read from its file.
//!
//! In: `tests/rules/CODE.md`. Out: each fenced example with its settings, its text without marks, and what was marked.
//! Not here: running a rule.

use std::ops::Range;

/// One fenced example.
pub(super) struct Example {
    /// What the rule must say to it.
    pub(super) kind: Kind,
    /// Line of its fence.
    pub(super) line: usize,
    /// Language of the fence.
    pub(super) language: String,
    /// `key=value` behind the language, without marks.
    pub(super) settings: Vec<(String, String)>,
    /// The text without marks.
    pub(super) text: String,
    /// What was marked in the text.
    pub(super) spans: Vec<Range<usize>>,
    /// Settings that were marked: a finding points at that key.
    pub(super) keys: Vec<String>,
}

/// What the rule must say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It finds what is marked.
    Failing,
    /// It finds nothing.
    Passing,
    /// It finds nothing, because it has no say here.
    NotApplicable,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Failing, Self::Passing, Self::NotApplicable];

    /// The heading that its examples stand under.
    pub(super) fn heading(self) -> &'static str {
        match self {
            Self::Failing => "## Failing",
            Self::Passing => "## Passing",
            Self::NotApplicable => "## Not applicable",
        }
    }
}

impl Example {
    /// The value of a setting.
    pub(super) fn setting(&self, key: &str) -> Option<&str> {
        self.settings.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

/// Reads the examples of a file.
pub(super) fn examples(code: &str, text: &str) -> Vec<Example> {
    let mut lines = text.lines().enumerate();
    assert_eq!(lines.next().map(|(_, line)| line), Some(format!("# {code}").as_str()), "tests/rules/{code}.md");
    let mut examples = Vec::new();
    let mut kind = None;
    while let Some((number, line)) = lines.next() {
        if line.starts_with("## ") {
            let found = Kind::ALL.into_iter().find(|kind| kind.heading() == line);
            kind = Some(found.unwrap_or_else(|| panic!("tests/rules/{code}.md:{}: {line}", number + 1)));
        }
        let fence: String = line.chars().take_while(|letter| *letter == '`').collect();
        if fence.len() < 3 {
            continue;
        }
        let body: Vec<&str> = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != fence).collect();
        let kind = kind.unwrap_or_else(|| panic!("tests/rules/{code}.md:{}: under no heading", number + 1));
        let example = example(kind, number + 1, line.trim_start_matches('`'), &body.join("\n"));
        let is_marked = !example.spans.is_empty() || !example.keys.is_empty();
        assert_eq!(is_marked, kind == Kind::Failing, "tests/rules/{code}.md:{}: marks", number + 1);
        examples.push(example);
    }
    examples
}

fn example(kind: Kind, line: usize, information: &str, body: &str) -> Example {
    let (language, rest) = information.split_once(' ').unwrap_or((information, ""));
    let (mut settings, mut keys) = (Vec::new(), Vec::new());
    for (key, value) in pairs(rest) {
        let (plain, marked) = unmarked(&value);
        if !marked.is_empty() {
            keys.push(key.clone());
        }
        settings.push((key, plain));
    }
    let (text, spans) = unmarked(&format!("{body}\n"));
    Example { kind, line, language: language.to_owned(), settings, text, spans, keys }
}

/// `key=value key="some words"`.
fn pairs(mut rest: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    while let Some((key, after)) = rest.trim_start().split_once('=') {
        let (value, next) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').expect("a closing quote"),
            None => after.split_once(' ').unwrap_or((after, "")),
        };
        pairs.push((key.to_owned(), value.to_owned()));
        rest = next;
    }
    pairs
}

/// A text without its marks, and what they stood around.
fn unmarked(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut plain, mut open, mut spans) = (String::new(), Vec::new(), Vec::new());
    for letter in text.chars() {
        match letter {
            '⟦' => open.push(plain.len()),
            '⟧' => spans.push(open.pop().expect("`⟦` before `⟧`")..plain.len()),
            _ => plain.push(letter),
        }
    }
    assert!(open.is_empty(), "`⟦` without `⟧` in {text}");
    (plain, spans)
}

#[test]
fn marks_are_taken_out_and_remembered() {
    let text = "# a-rule\n\n## Failing\n\n```markdown style=nhs title=\"⟦Who?⟧\"\nA ⟦b ⟦c⟧⟧.\n```\n";
    let read = examples("a-rule", text).remove(0);
    assert_eq!((read.text.as_str(), read.spans), ("A b c.\n", vec![4..5, 2..5]));
    assert_eq!(read.settings, [("style".to_owned(), "nhs".to_owned()), ("title".to_owned(), "Who?".to_owned())]);
    assert_eq!((read.keys, read.line, read.kind), (vec!["title".to_owned()], 5, Kind::Failing));
}
