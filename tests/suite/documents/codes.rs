//! The codes that the sources raise.
//!
//! In: `src/**/*.rs`. Out: every code that a constructor of a finding is given, in the code itself or by a word before it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every code, in order.
pub(super) fn raised() -> BTreeSet<String> {
    let mut files = Vec::new();
    gather(&root().join("src"), &mut files);
    let mut codes = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        // Tests stand at the end of a file and may raise anything.
        let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let found = of_constructors(text);
        assert!(!found.is_empty() || !text.contains("Diagnostic::error("), "{}: no code found", file.display());
        codes.extend(found);
    }
    codes
}

/// The root of this repository.
pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
}

/// A constructor is given a code as a literal, or as the word `code`, whose values are then looked for in the file.
fn of_constructors(text: &str) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for start in ["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::notice(", "Diagnostic::new(", "Self::new("]
    {
        for (at, _) in text.match_indices(start) {
            let rest = text.get(at + start.len()..).unwrap_or_default();
            let mut given = rest.splitn(3, ',').map(str::trim);
            let code = if start.ends_with("new(") { given.nth(1) } else { given.next() };
            match code {
                Some("code") => codes.extend(of_variables(text)),
                Some(literal) => codes.extend(code_of(literal)),
                None => {}
            }
        }
    }
    // A finding made from another: `Diagnostic { code: "image-missing".into(), … }`.
    codes.extend(text.split("code: ").skip(1).filter_map(|rest| code_of(rest.split(".into()").next()?)));
    codes
}

/// Values of a variable `code`: `let (code, …) = …;`, and first arguments of the functions that take `code: &'static str`.
fn of_variables(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for start in ["let (code, ", "let code = "] {
        for statement in text.split(start).skip(1).filter_map(|rest| rest.split(';').next()) {
            found.extend(statement.split('(').filter_map(|part| code_of(part.split(',').next()?)));
        }
    }
    let takes = |part: &str| {
        let (name, arguments) = part.split_once('(')?;
        arguments.split(')').next()?.contains("code: &'static str").then(|| format!("{name}("))
    };
    for call in text.split("fn ").skip(1).filter_map(takes) {
        let given = text.split(call.as_str()).skip(1).filter_map(|rest| rest.split(',').next());
        found.extend(given.filter_map(code_of));
    }
    found
}

/// `"link-broken"` as a code: words of lower case letters and digits, joined by hyphens.
fn code_of(literal: &str) -> Option<String> {
    let code = literal.trim().strip_prefix('"')?.strip_suffix('"')?;
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    (code.contains('-') && code.split('-').all(is_word)).then(|| code.to_owned())
}

#[test]
fn codes_are_found_however_a_constructor_is_given_them() {
    let text = r#"
        fn a(code: &'static str, x: u8) -> D { Diagnostic::error(code, x) }
        fn b() { a("of-function", 1); Diagnostic::new(severity, "of-new", "m") }
        fn c() { let (code, what) = if x { ("of-let", "y") } else { ("of-else", "z") }; }
        fn d() { Diagnostic { code: "of-struct".into(), ..b } }
    "#;
    let found: Vec<String> = of_constructors(text).into_iter().collect();
    assert_eq!(found, ["of-else", "of-function", "of-let", "of-new", "of-struct"]);
}
