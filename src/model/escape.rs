//! Escaping of text for HTML and XML.
//!
//! In: any text. Out: text that is safe between tags and inside quoted attributes.
//! Not here: markup of any kind.

/// Appends `text` with `&`, `<`, `>`, `"` and `'` escaped.
pub fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = first_special(rest.as_bytes()) {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let mut tail = tail.chars();
        out.push_str(match tail.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "&#39;",
        });
        rest = tail.as_str();
    }
    out.push_str(rest);
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
}

/// Position of the first byte to escape. Most texts have none, and whole runs without one are passed over at once: a fold
/// without a way out is what the compiler turns into wide instructions.
fn first_special(bytes: &[u8]) -> Option<usize> {
    let (runs, _) = bytes.as_chunks::<16>();
    let plain = runs.iter().take_while(|run| !run.iter().fold(false, |found, byte| found | is_special(*byte))).count();
    let start = plain * 16;
    bytes.get(start..)?.iter().position(|byte| is_special(*byte)).map(|at| start + at)
}

/// The text with everything escaped that has a meaning in HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    push_escaped(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_in_text_stays_text() {
        assert_eq!(escaped("<b class=\"x\">A&E's</b>"), "&lt;b class=&quot;x&quot;&gt;A&amp;E&#39;s&lt;/b&gt;");
        assert_eq!(escaped("gofal £5"), "gofal £5");
        let long = "a".repeat(40);
        assert_eq!(escaped(&format!("{long}&{long}'")), format!("{long}&amp;{long}&#39;"));
    }
}
