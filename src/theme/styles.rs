//! One style sheet out of tokens and the sheets of a theme, made small.
//!
//! In: tokens and `assets/css/`. Out: CSS without comments and needless spaces, the tokens as custom properties first.
//! Not here: what the rules say.

use std::fmt::Write;

use super::find;
use crate::diag::{Diagnostic, Place};
use crate::model::source::SourceTree;
use crate::model::theme::Tokens;

/// The whole style sheet.
pub(super) fn style_sheet(tokens: &Tokens, theme: &str, tree: &SourceTree, findings: &mut Vec<Diagnostic>) -> String {
    let mut css = properties(tokens);
    for (at, name) in tokens.styles.iter().enumerate() {
        let inner = format!("assets/css/{name}.css");
        match find(tree, theme, &inner) {
            Some(file) => {
                if file.text.contains("</style")
                    || file.text.contains("@import")
                    || file.text.contains("//") && has_remote(&file.text)
                {
                    findings.push(
                        Diagnostic::error(
                            "style-remote",
                            "a style sheet loads something from elsewhere",
                            place(tree, &file.path),
                        )
                        .help("copy the file into the theme's assets"),
                    );
                }
                css.push_str(&minified(&file.text));
            }
            None => {
                let place = tokens.file.map_or(Place::Site, |file| Place::Value(file, format!("styles.{at}")));
                findings.push(
                    Diagnostic::error("style-missing", format!("there is no style sheet `{name}`"), place)
                        .help(format!("add the file {inner} to the theme, or take the name out")),
                );
            }
        }
    }
    css
}

fn place(tree: &SourceTree, path: &str) -> Place {
    tree.find(path).map_or_else(|| Place::Path(path.to_owned()), Place::File)
}

fn has_remote(css: &str) -> bool {
    css.contains("url(http") || css.contains("url(\"http") || css.contains("url('http") || css.contains("url(//")
}

/// The tokens as custom properties: light by default, dark by the reader's setting, print on paper.
fn properties(tokens: &Tokens) -> String {
    let list = |colours: &[(String, String)]| {
        colours.iter().fold(String::new(), |mut out, (name, value)| {
            let _ = write!(out, "--{name}:{value};");
            out
        })
    };
    let mut css = format!(":root{{{}}}", list(&tokens.light));
    if !tokens.dark.is_empty() {
        let _ = write!(css, "@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}", list(&tokens.dark));
    }
    if !tokens.print.is_empty() {
        let _ = write!(css, "@media print{{:root{{{}}}}}", list(&tokens.print));
    }
    css
}

/// CSS without comments, line ends and spaces that mean nothing. Strings and `url()` stay as they are.
fn minified(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space = true;
            continue;
        }
        if c == '"' || c == '\'' {
            let end = string_end(rest, c);
            push_space(&mut out, &mut space, c);
            out.push_str(rest.get(..end).unwrap_or(rest));
            rest = rest.get(end..).unwrap_or_default();
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if c.is_whitespace() {
            space = true;
            continue;
        }
        push_space(&mut out, &mut space, c);
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push(c);
    }
    out
}

/// Writes the one space that separates two words, where it means something. Around `+` and `-` spaces stay (`calc`),
/// before `:` and `(` too (`a :hover`, `and (`).
fn push_space(out: &mut String, space: &mut bool, next: char) {
    if std::mem::take(space) {
        let before = out.chars().next_back();
        let tight_before = before.is_none_or(|c| matches!(c, '{' | '}' | ';' | ',' | ':' | '(' | '>'));
        let tight_after = matches!(next, '{' | '}' | ';' | ',' | ')' | '>');
        if !tight_before && !tight_after {
            out.push(' ');
        }
    }
}

fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minified;

    #[test]
    fn only_what_means_nothing_is_taken_out() {
        let css = "/* a */\na :hover , b > c {\n  margin: calc(1px + 2px) auto;\n  content: \"a  b ; /* \";\n}\n";
        assert_eq!(minified(css), "a :hover,b>c{margin:calc(1px + 2px) auto;content:\"a  b ; /* \"}");
        assert_eq!(
            minified("@media (min-width: 40em) and (hover) { a { b: c; } }"),
            "@media (min-width:40em) and (hover){a{b:c}}"
        );
    }
}
