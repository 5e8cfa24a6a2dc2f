//! Where keys and values stand in a YAML text. The only file that names `saphyr_parser`.
//!
//! In: a YAML text. Out: [`Places`]: byte ranges by path (`meets.0`, `source.title`), repeated keys, anchors, tags,
//! further documents. Run only when a finding needs a place or a number's digits are wanted as typed.
//! Not here: values; nothing is ever expanded, so a text of nested aliases costs no more than its length.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser};

/// Places in one text, byte ranges from its start.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// By path; the empty path is the whole.
    pub(super) by_path: BTreeMap<String, Spot>,
    /// Keys that stood in the same mapping before: path, first place, this place.
    pub(super) repeats: Vec<(String, Range<usize>, Range<usize>)>,
    /// Anchors and aliases.
    pub(super) anchors: Vec<Range<usize>>,
    /// Values with a tag.
    pub(super) tags: Vec<Range<usize>>,
    /// Where a second document begins.
    pub(super) second_document: Option<Range<usize>>,
}

/// One entry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Spot {
    /// Its key; none in a list.
    pub(super) key: Option<Range<usize>>,
    /// Its value, without line ends at its end.
    pub(super) value: Range<usize>,
}

struct Frame {
    path: String,
    start: usize,
    end: usize,
    key: Option<Range<usize>>,
    kind: FrameKind,
}

enum FrameKind {
    List(usize),
    Key,
    Value(String, Range<usize>),
    /// A list or mapping used as a key, which the reader refuses.
    Ignored,
}

impl Places {
    /// Finds all places; stops where the text is no YAML.
    pub(super) fn of(text: &str) -> Self {
        let mut finder =
            Finder { text, bytes: Bytes::of(text), places: Self::default(), frames: Vec::new(), documents: 0 };
        let mut parser = Parser::new_from_str(text).keep_tags(true);
        while let Some(Ok((event, span))) = parser.next_event() {
            let range = finder.bytes.at(span.start.index())..finder.bytes.at(span.end.index());
            if finder.take(&event, range) {
                break;
            }
        }
        finder.places
    }

    /// The spot of a path, or of the nearest entry around it.
    pub(super) fn nearest(&self, path: &str) -> Option<&Spot> {
        let mut path = path;
        loop {
            if let Some(spot) = self.by_path.get(path) {
                return Some(spot);
            }
            path = path.rsplit_once('.').map(|(parent, _)| parent).filter(|parent| !parent.is_empty())?;
        }
    }
}

struct Finder<'t> {
    text: &'t str,
    bytes: Bytes,
    places: Places,
    frames: Vec<Frame>,
    documents: usize,
}

impl Finder<'_> {
    /// Takes one event; true when no more are wanted.
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) -> bool {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.places.second_document = Some(self.trimmed(range));
                    return true;
                }
            }
            Event::Alias(_) => {
                self.places.anchors.push(range.clone());
                self.leaf(range, "");
            }
            Event::Scalar(text, _, anchor, tag) => {
                self.mark(*anchor > 0, tag.is_some(), &range);
                self.leaf(range, text);
            }
            Event::SequenceStart(anchor, tag) => {
                self.mark(*anchor > 0, tag.is_some(), &range);
                self.open(range, FrameKind::List(0));
            }
            Event::MappingStart(anchor, tag) => {
                self.mark(*anchor > 0, tag.is_some(), &range);
                self.open(range, FrameKind::Key);
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&range),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        false
    }

    fn mark(&mut self, anchored: bool, tagged: bool, range: &Range<usize>) {
        let line_start = self.text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let before = self.text.get(line_start..range.start).unwrap_or_default();
        if anchored {
            let start = before.rfind('&').map_or(range.start, |at| line_start + at);
            self.places.anchors.push(start..range.end.max(start));
        }
        if tagged {
            let start = before.rfind('!').map_or(range.start, |at| line_start + at);
            self.places.tags.push(start..range.end.max(start));
        }
    }

    fn leaf(&mut self, range: Range<usize>, text: &str) {
        let range = self.trimmed(range);
        if let Some(frame) = self.frames.last_mut()
            && matches!(frame.kind, FrameKind::Key)
        {
            frame.end = frame.end.max(range.end);
            frame.kind = FrameKind::Value(joined(&frame.path, text), range);
            return;
        }
        let (path, key) = self.step();
        self.record(path, key, range);
    }

    fn open(&mut self, range: Range<usize>, kind: FrameKind) {
        let as_key = self.frames.last().is_some_and(|frame| matches!(frame.kind, FrameKind::Key | FrameKind::Ignored));
        let (path, key) = if as_key { (String::new(), None) } else { self.step() };
        let kind = if as_key { FrameKind::Ignored } else { kind };
        self.frames.push(Frame { path, start: range.start, end: range.end, key, kind });
    }

    fn close(&mut self, range: &Range<usize>) {
        let Some(frame) = self.frames.pop() else { return };
        // The end of a block collection is reported where the next thing begins; of a flow one, at its bracket.
        let flow = self.text.get(frame.start..).is_some_and(|rest| rest.starts_with(['[', '{']));
        let end = if flow { frame.end.max(range.end) } else { frame.end };
        if let FrameKind::Ignored = frame.kind {
            return;
        }
        let value = self.trimmed(frame.start..end);
        self.record(frame.path, frame.key, value);
    }

    /// The path and key of the value that comes now.
    fn step(&mut self) -> (String, Option<Range<usize>>) {
        let Some(frame) = self.frames.last_mut() else { return (String::new(), None) };
        match std::mem::replace(&mut frame.kind, FrameKind::Key) {
            FrameKind::List(at) => {
                frame.kind = FrameKind::List(at + 1);
                (joined(&frame.path, &at.to_string()), None)
            }
            FrameKind::Value(path, key) => (path, Some(key)),
            FrameKind::Key => (String::new(), None),
            FrameKind::Ignored => {
                frame.kind = FrameKind::Ignored;
                (String::new(), None)
            }
        }
    }

    fn record(&mut self, path: String, key: Option<Range<usize>>, value: Range<usize>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.end = frame.end.max(value.end);
            if let FrameKind::Ignored = frame.kind {
                return;
            }
        }
        let first = self.places.by_path.get(&path).and_then(|spot| spot.key.clone());
        if let (Some(first), Some(again)) = (first, &key) {
            self.places.repeats.push((path.clone(), first, again.clone()));
        }
        self.places.by_path.insert(path, Spot { key, value });
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        range.start..range.start + text.trim_end().len()
    }
}

fn joined(path: &str, step: &str) -> String {
    if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") }
}

/// The parser counts characters, the rest of Candour counts bytes.
enum Bytes {
    Ascii,
    Starts(Vec<usize>),
}

impl Bytes {
    fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Ascii;
        }
        Self::Starts(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    fn at(&self, character: usize) -> usize {
        match self {
            Self::Ascii => character,
            Self::Starts(starts) => starts.get(character).or(starts.last()).copied().unwrap_or(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    fn at<'t>(text: &'t str, path: &str) -> &'t str {
        let places = Places::of(text);
        text.get(places.by_path[path].value.clone()).unwrap()
    }

    #[test]
    fn a_value_is_found_by_its_path_behind_letters_of_two_bytes() {
        let text = "títle: 'Café'\nmeets:\n  - a\n  - b c # note\nsource: { title: x, price: 1.50 }\nlast: £5\n";
        assert_eq!(at(text, "títle"), "'Café'");
        assert_eq!(at(text, "meets.1"), "b c");
        assert_eq!(at(text, "meets"), "- a\n  - b c");
        assert_eq!(at(text, "source.price"), "1.50");
        assert_eq!(at(text, "source"), "{ title: x, price: 1.50 }");
        assert_eq!(at(text, "last"), "£5");
    }

    #[test]
    fn a_block_text_and_an_empty_value_have_places() {
        let text = "a: |\n  one\n  two\nb:\nc:\n- x: 1\n  y: 2\n- z\n";
        assert_eq!(at(text, "a"), "one\n  two");
        assert_eq!(at(text, "b"), "");
        assert_eq!(at(text, "c.0.y"), "2");
        assert_eq!(at(text, "c.0"), "x: 1\n  y: 2");
        assert_eq!(at(text, "c.1"), "z");
    }

    #[test]
    fn repeated_keys_are_listed_with_both_places() {
        let places = Places::of("a: 1\nb: 2\na: 3\n");
        assert_eq!(places.repeats, [("a".to_owned(), 0..1, 10..11)]);
    }
}
