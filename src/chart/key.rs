//! A key below or above a drawing: signs with words, side by side while they have room.
//!
//! In: entries in reading order and the width they may use. Out: places, and the height that all of them take.
//! Not here: what any sign looks like; each entry draws its own.

use super::canvas::{Anchor, Canvas, Ink, Point};
use super::format::Format;
use super::measure::{LINE, widest, width, wrapped};
use super::scale::count;

/// Draws a sign around a point.
type Draw<'s> = Box<dyn Fn(&mut Canvas, Point) + 's>;

/// What stands before the words of an entry.
pub enum Sign<'s> {
    /// Drawn around the middle of a place 20 pixels wide.
    Drawn(Draw<'s>),
    /// A number or letter.
    Word(String),
}

impl Sign<'_> {
    /// A piece of a line.
    pub fn line(ink: Ink, thick: f64) -> Self {
        Self::Drawn(Box::new(move |canvas, at| {
            canvas.line(&[Point { x: at.x - 10.0, y: at.y }, Point { x: at.x + 10.0, y: at.y }], ink, thick);
        }))
    }
}

struct Placed<'s> {
    sign: Sign<'s>,
    lines: Vec<String>,
    at: Point,
}

/// The entries with their places.
pub struct Key<'s> {
    entries: Vec<Placed<'s>>,
    indent: f64,
    end: f64,
}

impl<'s> Key<'s> {
    /// Lays entries out below a height.
    pub fn new(entries: Vec<(Sign<'s>, String)>, (format, top): (Format, f64)) -> Self {
        let words = entries.iter().map(|(sign, _)| match sign {
            Sign::Drawn(_) => 20.0,
            Sign::Word(word) => width(word, true),
        });
        let indent = words.fold(20.0, f64::max).min(format.width() / 4.0) + 6.0;
        let room = format.width() - indent - 4.0;
        let (mut x, mut y, mut end) = (0.0, top, top);
        let mut placed = Vec::with_capacity(entries.len());
        let mut after_sign = false;
        for (sign, text) in entries {
            let is_word = matches!(sign, Sign::Word(_));
            if after_sign && is_word && x > 0.0 {
                // Numbers begin a line of their own.
                x = 0.0;
                y = end + 4.0;
            }
            after_sign = !is_word;
            let lines = wrapped(&text, room, false);
            let wide = indent + widest(&lines, false);
            if x > 0.0 && (x + wide > format.width() || lines.len() > 1) {
                x = 0.0;
                y = end + 4.0;
            }
            end = f64::max(end, y + count(lines.len()) * LINE);
            let next = if lines.len() > 1 { format.width() } else { x + wide + 20.0 };
            placed.push(Placed { sign, lines, at: Point { x, y } });
            x = next;
        }
        Self { entries: placed, indent, end }
    }

    /// Where the last line ends.
    pub fn end(&self) -> f64 {
        self.end
    }

    /// Draws it.
    pub fn draw(&self, canvas: &mut Canvas) {
        canvas.group("key", |canvas| {
            for Placed { sign, lines, at } in &self.entries {
                match sign {
                    Sign::Drawn(draw) => draw(canvas, Point { x: at.x + 10.0, y: at.y + 10.0 }),
                    Sign::Word(word) => {
                        canvas.text(word, Point { x: at.x, y: at.y + 15.0 }, Anchor::Left, Ink::TextStrong);
                    }
                }
                let words = Point { x: at.x + self.indent, y: at.y + 15.0 };
                canvas.lines(lines, words, Anchor::Left, Ink::Text);
            }
        });
    }
}
