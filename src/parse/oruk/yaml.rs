//! YAML as an author would have written it: one field a line, quotes only where they are needed.
//!
//! In: fields and texts. Out: a text that reads back as the same texts. Not here: which fields there are.

/// A text while it is written.
#[derive(Default)]
pub(super) struct Text {
    out: String,
    depth: usize,
}

impl Text {
    /// Opens fields below a key.
    pub(super) fn open(&mut self, key: &str) {
        self.indent();
        self.out.push_str(key);
        self.out.push_str(":\n");
        self.depth += 1;
    }

    /// Ends the fields below a key.
    pub(super) fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// A field with a text.
    pub(super) fn line(&mut self, key: &str, text: &str) {
        self.indent();
        self.out.push_str(key);
        self.out.push_str(": ");
        if is_block(text) {
            self.block(text);
        } else {
            self.out.push_str(&scalar(text));
            self.out.push('\n');
        }
    }

    /// A field that may be missing.
    pub(super) fn maybe(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.line(key, text);
        }
    }

    /// A field that is true.
    pub(super) fn flag(&mut self, key: &str, truth: bool) {
        if truth {
            self.indent();
            self.out.push_str(&format!("{key}: true\n"));
        }
    }

    /// A list of texts, unless it is empty.
    pub(super) fn list(&mut self, key: &str, texts: &[String]) {
        if texts.is_empty() {
            return;
        }
        self.open(key);
        for text in texts {
            self.indent();
            self.out.push_str(&format!("- {}\n", scalar(text)));
        }
        self.close();
    }

    /// The text.
    pub(super) fn done(self) -> String {
        self.out
    }

    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn block(&mut self, text: &str) {
        self.out.push_str("|-\n");
        self.depth += 1;
        for line in text.split('\n') {
            if !line.is_empty() {
                self.indent();
                self.out.push_str(line);
            }
            self.out.push('\n');
        }
        self.depth -= 1;
    }
}

/// Whether a text has lines that a block keeps as they are.
fn is_block(text: &str) -> bool {
    let plain = |line: &str| line.trim() == line && line.chars().all(is_printed);
    text.contains('\n') && text.trim() == text && text.split('\n').all(plain)
}

/// Characters that YAML takes as they are.
fn is_printed(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// A text on one line.
fn scalar(text: &str) -> String {
    let is_word =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '\'' | '(' | ')' | '-' | '/' | '£' | '@');
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    let reserved =
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str());
    if begins && !reserved && !text.ends_with(' ') && text.chars().all(is_word) {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if is_printed(c) => quoted.push(c),
            c => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::Text;
    use crate::model::source::FileId;
    use crate::parse::yaml::read;
    use proptest::prelude::{any, proptest};

    fn round(text: &str) -> Option<String> {
        let mut out = Text::default();
        out.line("a", text);
        out.list("b", &[text.to_owned()]);
        let out = out.done();
        let yaml = read(FileId(0), &out, 0).value?;
        let root = yaml.root();
        let first = root.get("a")?.text()?.into_owned();
        let second = root.get("b")?.items().next()?.text()?.into_owned();
        (first == second).then_some(first)
    }

    #[test]
    fn every_text_reads_back_as_it_was() {
        for text in [
            "Tea",
            "12",
            "true",
            "a: b",
            "# a",
            "- a",
            "\"q\"",
            "a\nb",
            "a\n\n b ",
            "é—£3 (x)",
            "a\\b",
            " a",
            "*a",
            "007",
        ] {
            assert_eq!(round(text).as_deref(), Some(text), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_reads_back_as_it_was(text in "\\PC{1,40}", more in any::<String>()) {
            assert_eq!(round(&text), Some(text));
            let _ = round(&more);
        }
    }
}
