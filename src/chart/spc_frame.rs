//! The words around a process: values at the right edge, names above the frame, the key below it.
//!
//! In: a process and its axes. Out: labels that never meet: what has no room beside its line goes into the key.
//! Not here: lines and points.

use std::collections::BTreeSet;

use crate::model::metric::Direction;
use crate::model::spc::SpcNumber;

use super::breaks::letter;
use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::line_axes::Axes;
use super::measure::{LINE, widest, width, wrapped};
use super::scale::{count, number};
use super::spc::{Process, edges};
use super::spc_marks::{Size, draw_mark};
use super::spread::spread;

/// A line with its words.
struct EdgeLabel {
    value: f64,
    ink: Ink,
    text: String,
    lines: Vec<String>,
}

/// The values of the last group's lines and of the target, at the right edge.
pub struct Edge {
    labels: Vec<EdgeLabel>,
    /// Whether they have room there.
    beside: bool,
}

impl Edge {
    /// Chooses the words.
    pub fn new(process: &Process<'_>, format: Format) -> Self {
        let room = if format.is_narrow() { 92.0 } else { 136.0 };
        let group = process.spc.groups.last();
        let mut labels = Vec::new();
        let mut add = |number_of: Option<&SpcNumber>, name: &str, ink: Ink| {
            let Some(line) = number_of else { return };
            let below = process.is_below(line);
            let key = if below { format!("spc.edge.{name}-below") } else { format!("spc.edge.{name}") };
            let text = process.strings.fill(&key, &[("value", &line.display)]);
            let value = if below { process.scale.low } else { number(line.value) };
            labels.push(EdgeLabel { value, ink, lines: wrapped(&text, room, false), text });
        };
        add(group.and_then(|group| group.upper.as_ref()), "upper", Ink::Limit);
        add(group.and_then(|group| group.mean.as_ref()), "mean", Ink::Mean);
        add(group.and_then(|group| group.lower.as_ref()), "lower", Ink::Limit);
        add(process.spc.target.as_ref(), "target", Ink::Target);
        labels.sort_by(|a, b| b.value.total_cmp(&a.value));
        let whole = |text: &str| text.split_whitespace().all(|word| width(word, false) <= room);
        let high: f64 = labels.iter().map(EdgeLabel::height).sum();
        let beside = high <= 240.0 && labels.iter().all(|label| whole(&label.text));
        Self { labels, beside }
    }

    /// Pixels that they need right of the frame.
    pub fn room(&self) -> f64 {
        if !self.beside {
            return 12.0;
        }
        self.labels.iter().map(|label| widest(&label.lines, false)).fold(0.0, f64::max) + 16.0
    }

    /// Draws them, each as near to its line as the others allow, with a leader where it had to move.
    pub fn draw(&self, canvas: &mut Canvas, axes: &Axes) {
        if !self.beside {
            return;
        }
        let y = |label: &EdgeLabel| axes.plane.at(0.0, label.value).y;
        let wanted: Vec<(f64, f64)> =
            self.labels.iter().map(|label| (y(label) - label.height() / 2.0, label.height())).collect();
        let starts = spread(&wanted, axes.frame.top - 12.0, axes.frame.bottom + 6.0);
        for (label, top) in self.labels.iter().zip(starts) {
            let (x, y, middle) = (axes.frame.right, y(label), top + label.height() / 2.0);
            if (middle - y).abs() > 3.0 {
                canvas.line(&[Point { x: x + 1.0, y }, Point { x: x + 11.0, y: middle }], Ink::Axis, 1.0);
            }
            canvas.lines(&label.lines, Point { x: x + 14.0, y: top + 15.0 }, Anchor::Left, Ink::Text);
        }
    }
}

impl EdgeLabel {
    fn height(&self) -> f64 {
        count(self.lines.len()) * LINE
    }
}

/// Names in the row above the frame: `Baseline` over its points, a letter at each break.
pub struct Names {
    /// Text, left end.
    placed: Vec<(String, f64)>,
    /// Edges of the baselines.
    bands: Vec<(f64, f64)>,
    /// Whether every baseline bears its name.
    is_named: bool,
    /// Letters of the breaks that have one.
    letters: Vec<String>,
    top: f64,
}

impl Names {
    /// Places them.
    pub fn new(process: &Process<'_>, axes: &Axes) -> Self {
        let groups = &process.spc.groups;
        let word = process.strings.text("spc.baseline");
        let wide = width(word, false);
        let mut items: Vec<(String, f64, f64)> = Vec::new();
        let (mut bands, mut letters, mut is_named) = (Vec::new(), Vec::new(), true);
        for (order, (first, _)) in process.marks.iter().enumerate() {
            let (left, _) = edges(process, axes, (*first, *first));
            let letter = letter(order);
            items.push((letter.clone(), left + 3.0, width(&letter, true) + 6.0));
            letters.push(letter);
        }
        for group in groups {
            let (left, _) = edges(process, axes, (group.first, group.end));
            let lettered = process.marks.iter().position(|(first, _)| *first == group.first);
            let size = lettered.and_then(|at| letters.get(at)).map_or(0.0, |letter| width(letter, true) + 9.0);
            let from = left + size;
            let Some(rows) = group.baseline else { continue };
            let (_, right) = edges(process, axes, (group.first, (group.first + rows).min(group.end)));
            bands.push((left, right));
            if right - from >= wide + 8.0 {
                items.push((word.to_owned(), f64::midpoint(from, right) - wide / 2.0 - 4.0, wide + 8.0));
            } else {
                is_named = false;
            }
        }
        items.sort_by(|(_, a, _), (_, b, _)| a.total_cmp(b));
        let room: f64 = items.iter().map(|(.., size)| size).sum();
        let (from, to) = (axes.frame.left, axes.frame.right);
        if room > to - from {
            return Self {
                placed: Vec::new(),
                is_named: bands.is_empty(),
                bands,
                letters: Vec::new(),
                top: axes.frame.top,
            };
        }
        let wanted: Vec<(f64, f64)> = items.iter().map(|(_, start, size)| (*start, *size)).collect();
        let starts = spread(&wanted, from, to);
        let placed = items.into_iter().zip(starts).map(|((text, ..), start)| (text, start)).collect();
        Self { placed, bands, is_named, letters, top: axes.frame.top }
    }

    /// Shades the baselines.
    pub fn shade(&self, canvas: &mut Canvas, axes: &Axes) {
        for (left, right) in &self.bands {
            let corners = (Point { x: *left, y: self.top - 26.0 }, Point { x: *right, y: axes.frame.bottom });
            canvas.rect(corners.0, corners.1, Ink::Baseline);
        }
    }

    /// Draws the names.
    pub fn draw(&self, canvas: &mut Canvas) {
        for (text, left) in &self.placed {
            let ink = if self.letters.contains(text) { Ink::TextStrong } else { Ink::TextMuted };
            canvas.text(text, Point { x: left + 2.0, y: self.top - 12.0 }, Anchor::Left, ink);
        }
    }
}

/// What stands before an entry of the key.
enum Sign {
    Point(Option<Direction>, bool),
    Line(Ink),
    Band,
    Letter(String),
}

struct Entry {
    sign: Sign,
    lines: Vec<String>,
    at: Point,
}

/// The key below the frame: shapes that occur, what letters stand for, and lines without room beside them.
pub struct Below {
    entries: Vec<Entry>,
    height: f64,
}

/// From the left end of an entry to its words.
const INDENT: f64 = 26.0;

impl Below {
    /// Lays the key out from a height on.
    pub fn new(process: &Process<'_>, (edge, names): (&Edge, &Names), (format, top): (Format, f64)) -> Self {
        let room = format.width() - INDENT - 4.0;
        let (mut x, mut y, mut height) = (0.0, top + 12.0, top);
        let mut entries = Vec::new();
        for (sign, text) in signs(process, edge, names) {
            let lines = wrapped(&text, room, false);
            let wide = INDENT + widest(&lines, false) + 22.0;
            if x > 0.0 && (x + wide - 22.0 > format.width() || lines.len() > 1) {
                x = 0.0;
                y = height + 6.0;
            }
            height = f64::max(height, y + count(lines.len()) * LINE);
            let many = lines.len() > 1;
            entries.push(Entry { sign, lines, at: Point { x, y } });
            x = if many { format.width() } else { x + wide };
        }
        Self { entries, height: height + 4.0 }
    }

    /// Height of the whole drawing.
    pub fn height(&self) -> f64 {
        self.height
    }

    /// Draws it.
    pub fn draw(&self, canvas: &mut Canvas) {
        for Entry { sign, lines, at } in &self.entries {
            let middle = at.y + 10.0;
            let ends = [Point { x: at.x, y: middle }, Point { x: at.x + 20.0, y: middle }];
            match sign {
                Sign::Point(direction, is_up) => {
                    draw_mark(canvas, (*direction, *is_up), Point { x: at.x + 10.0, y: middle }, Size::KEY);
                }
                Sign::Line(ink) => canvas.line(&ends, *ink, 2.0),
                Sign::Band => {
                    canvas.rect(
                        Point { x: at.x, y: at.y + 3.0 },
                        Point { x: at.x + 20.0, y: at.y + 17.0 },
                        Ink::Baseline,
                    );
                }
                Sign::Letter(letter) => {
                    canvas.text(letter, Point { x: at.x, y: at.y + 15.0 }, Anchor::Left, Ink::TextStrong);
                }
            }
            canvas.lines(lines, Point { x: at.x + INDENT, y: at.y + 15.0 }, Anchor::Left, Ink::Text);
        }
    }
}

fn signs(process: &Process<'_>, edge: &Edge, names: &Names) -> Vec<(Sign, String)> {
    let strings = process.strings;
    let mut signs = Vec::new();
    let known = process.spots.iter().zip(&process.spc.points).filter(|(spot, _)| spot.value.is_some());
    let kinds: BTreeSet<(u8, bool)> = known.map(|(_, point)| (rank(point.direction), point.is_up)).collect();
    let all =
        [None, Some(Direction::Improvement), Some(Direction::Concern), Some(Direction::High), Some(Direction::Low)];
    for direction in all {
        for is_up in [true, false] {
            if kinds.contains(&(rank(direction), is_up)) && (direction.is_some() || !is_up) {
                let name = key_name(direction, is_up);
                signs.push((Sign::Point(direction, is_up), strings.text(name).to_owned()));
            }
        }
    }
    if !edge.beside {
        signs.extend(edge.labels.iter().map(|label| (Sign::Line(label.ink), label.text.clone())));
    }
    if !names.is_named {
        signs.push((Sign::Band, strings.text("spc.baseline").to_owned()));
    }
    let marks = names.letters.iter().zip(&process.marks);
    signs.extend(marks.map(|(letter, (_, text))| (Sign::Letter(letter.clone()), text.clone())));
    signs
}

fn rank(direction: Option<Direction>) -> u8 {
    match direction {
        None | Some(Direction::Same) => 0,
        Some(Direction::Improvement) => 1,
        Some(Direction::Concern) => 2,
        Some(Direction::High) => 3,
        Some(Direction::Low) => 4,
    }
}

fn key_name(direction: Option<Direction>, is_up: bool) -> &'static str {
    match (direction, is_up) {
        (Some(Direction::Improvement), true) => "spc.variation.improvement-high",
        (Some(Direction::Improvement), false) => "spc.variation.improvement-low",
        (Some(Direction::Concern), true) => "spc.variation.concern-high",
        (Some(Direction::Concern), false) => "spc.variation.concern-low",
        (Some(Direction::High), _) => "spc.variation.neutral-high",
        (Some(Direction::Low), _) => "spc.variation.neutral-low",
        (Some(Direction::Same) | None, _) => "spc.variation.common-cause",
    }
}
