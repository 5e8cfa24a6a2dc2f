//! A name while it grows.
//!
//! In: pieces of text. Out: one line, white space run together. Not here: which pieces.

/// Pieces that become a name.
#[derive(Debug, Default)]
pub(super) struct Words {
    line: String,
    is_space_due: bool,
}

impl Words {
    /// Adds text as it stands.
    pub(super) fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if is_line(text) {
            self.push_piece(text);
            return;
        }
        let mut pieces = text.split(char::is_whitespace);
        self.push_piece(pieces.next().unwrap_or_default());
        for piece in pieces {
            self.space();
            self.push_piece(piece);
        }
    }

    fn push_piece(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        if self.is_space_due && !self.line.is_empty() {
            self.line.push(' ');
        }
        self.is_space_due = false;
        self.line.push_str(piece);
    }

    /// Ends a word.
    pub(super) fn space(&mut self) {
        self.is_space_due = true;
    }

    /// How much there is.
    pub(super) fn len(&self) -> usize {
        self.line.len()
    }

    /// The whole.
    pub(super) fn done(self) -> String {
        self.line
    }
}

/// Whether text is one line already: most is, and need not be taken apart.
fn is_line(text: &str) -> bool {
    let mut is_space_before = true;
    for byte in text.bytes() {
        let is_space = byte == b' ';
        if is_space && is_space_before || !is_space && !byte.is_ascii_graphic() {
            return false;
        }
        is_space_before = is_space;
    }
    !is_space_before
}
