//! How wide text is, without a font: advance widths of a typical sans serif, chosen on the wide side.
//!
//! In: a text and a size in pixels. Out: its width, its lines within a width, whether it reads from right to left.
//! The same on every machine, because no font of the host is asked. Not here: where the text goes.

/// Size of all text in charts, in pixels at a drawing's natural size.
pub const SIZE: f64 = 16.0;
/// From one line of text to the next.
pub const LINE: f64 = 20.0;

/// Advance widths of `' '` to `'~'` in thousandths of the size: the wider of two common faces for each letter.
#[rustfmt::skip]
const LATIN: [u16; 95] = [
    285, 300, 400, 650, 590, 900, 740, 230, 340, 340, 560, 600, 285, 345, 285, 370,
    600, 600, 600, 600, 600, 600, 600, 600, 600, 600, 285, 285, 600, 600, 600, 560,
    1015, 690, 690, 725, 750, 670, 611, 785, 765, 330, 500, 680, 570, 920, 765, 800, 670,
    800, 725, 670, 630, 755, 680, 950, 670, 670, 640, 345, 370, 345, 600, 556, 400,
    585, 625, 540, 625, 600, 365, 620, 632, 280, 285, 560, 280, 945, 632, 618, 625,
    625, 415, 520, 380, 632, 535, 800, 540, 530, 510, 390, 345, 390, 600,
];

/// Width of a text on one line, in pixels. Bold text is a tenth wider.
pub fn width(text: &str, strong: bool) -> f64 {
    let thousandths: u32 = text.chars().map(|c| u32::from(advance(c))).sum();
    let plain = f64::from(thousandths) * SIZE / 1000.0;
    if strong { plain * 1.08 } else { plain }
}

/// Advance of one character in thousandths of the size.
fn advance(c: char) -> u16 {
    let code = u32::from(c);
    if let Some(known) = code.checked_sub(32).and_then(|at| usize::try_from(at).ok()).and_then(|at| LATIN.get(at)) {
        return *known;
    }
    match code {
        _ if joins(c) => 0,
        0x00..=0x1F | 0x7F..=0x9F => 0,
        0xC6 | 0x152 | 0x2014 | 0x2026 => 1000,
        0xC0..=0xDE => 800,
        0xA0 => 285,
        0xA1..=0xBF | 0x2010..=0x2027 | 0x2212 => 600,
        0xDF..=0x24F => 640,
        0x250..=0x52F => 780,
        0x590..=0x6FF | 0x750..=0x77F => 700,
        // Wide scripts, symbols and pictographs fill the em and more.
        _ => 1100,
    }
}

/// Whether a character joins the one before it and has no width of its own.
fn joins(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF | 0x5C1..=0x5C2 | 0x5C4..=0x5C5 | 0x5C7
        | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2069
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0x1F3FB..=0x1F3FF)
}

/// The text in lines that are no wider than `room` pixels. Words are kept whole unless one alone is too wide.
///
/// Every text has at least one line, so that a label without words still takes its place.
pub fn wrapped(text: &str, room: f64, strong: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in text.split_whitespace().flat_map(|word| pieces(word, room, strong)) {
        let longer = if line.is_empty() { piece.clone() } else { format!("{line} {piece}") };
        if line.is_empty() || width(&longer, strong) <= room {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, piece));
        }
    }
    lines.push(line);
    lines
}

/// A word as it is, or cut where it must be because no line is wide enough for it.
fn pieces(word: &str, room: f64, strong: bool) -> Vec<String> {
    if width(word, strong) <= room {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for c in word.chars() {
        let longer = format!("{piece}{c}");
        if !piece.is_empty() && !joins(c) && width(&longer, strong) > room {
            pieces.push(std::mem::replace(&mut piece, c.to_string()));
        } else {
            piece = longer;
        }
    }
    pieces.push(piece);
    pieces
}

/// Width of the widest line.
pub fn widest(lines: &[String], strong: bool) -> f64 {
    lines.iter().map(|line| width(line, strong)).fold(0.0, f64::max)
}

/// Whether a text reads from right to left: its first letter is Hebrew, Arabic, Syriac or Thaana.
pub fn from_right(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
    })
}

#[cfg(test)]
mod tests {
    use super::{from_right, widest, width, wrapped};

    #[test]
    fn lines_keep_to_the_room_and_words_stay_whole() {
        let lines = wrapped("Adults making a new request for support", 120.0, false);
        assert!(lines.len() > 1);
        assert!(widest(&lines, false) <= 120.0);
        assert_eq!(lines.join(" "), "Adults making a new request for support");
    }

    #[test]
    fn a_word_without_spaces_is_cut_and_nothing_is_lost() {
        let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
        let lines = wrapped(word, 100.0, false);
        assert!(widest(&lines, false) <= 100.0);
        assert_eq!(lines.concat(), word);
    }

    #[test]
    fn wide_scripts_take_more_room_and_accents_none() {
        assert!(width("数据", false) > width("da", false));
        assert!((width("e\u{301}", false) - width("e", false)).abs() < 0.001);
    }

    #[test]
    fn the_first_letter_decides_the_direction() {
        assert!(from_right("12 خدمات"));
        assert!(!from_right("Services خدمات"));
    }
}
