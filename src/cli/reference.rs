//! `candour explain --all`: the reference, a page for each code and a list of them.
//!
//! In: the pages inside the program. Out: one Markdown document, or a folder with a file for each page. What a rule
//! rests on is linked to where it is written. Not here: the words of a page, which are `src/explain/<code>.md`.

use std::fs;
use std::path::Path;

use crate::diag::basis;
use crate::diag::failure::Failure;
use crate::embedded;
use crate::mend::disk;

/// A code and its page.
type Entry<'p> = (String, &'p str);

/// The whole reference as one document: a list, then a part for each code.
pub(super) fn document(pages: &[Entry<'_>]) -> String {
    let mut out = format!("{}\n", heading(pages.len()));
    out.push_str(&list(pages, |code| format!("#{code}")));
    for (_, text) in pages {
        out.push('\n');
        out.push_str(&deeper(&linked(text)));
    }
    out
}

/// Writes the list and every page into a folder. Returns how many files have changed.
pub(super) fn write(pages: &[Entry<'_>], folder: &Path) -> Result<usize, Failure> {
    let fault = |error| Failure::of_disk("the reference cannot be written", folder.display().to_string(), &error);
    fs::create_dir_all(folder).map_err(fault)?;
    let index = format!("{}\n{}", heading(pages.len()), list(pages, |code| format!("{code}.md")));
    let files = pages.iter().map(|(code, text)| (format!("{code}.md"), linked(text)));
    let mut changed = 0;
    for (name, text) in files.chain([("README.md".to_owned(), index)]) {
        let path = folder.join(name);
        if fs::read_to_string(&path).is_ok_and(|known| known == text) {
            continue;
        }
        disk::put(&path, text.as_bytes()).map_err(fault)?;
        changed += 1;
    }
    Ok(changed)
}

fn heading(number: usize) -> String {
    format!(
        "# What Candour finds\n\nThe {number} kinds of finding of Candour {}: why each matters, what it rests on, and how to mend or allow it.\n",
        env!("CARGO_PKG_VERSION")
    )
}

fn list(pages: &[Entry<'_>], address: impl Fn(&str) -> String) -> String {
    let row = |(code, text): &Entry<'_>| {
        format!("| [{code}]({}) | {} |\n", address(code), embedded::first_sentence(text).replace('|', "\\|"))
    };
    format!("| Code | What it is |\n| --- | --- |\n{}", pages.iter().map(row).collect::<String>())
}

/// A page with its basis linked where no author has linked it.
fn linked(text: &str) -> String {
    let mut in_basis = false;
    let mut out = String::with_capacity(text.len() + 100);
    for line in text.split_inclusive('\n') {
        in_basis = if line.starts_with("## ") { line.trim_end() == "## Basis" } else { in_basis };
        if in_basis && !line.contains("](") { out.push_str(&with_links(line)) } else { out.push_str(line) }
    }
    out
}

/// A line of a basis: `WCAG 2.1.4` and `ACT c487ae` as links, or all of it when it is the name of a guide.
fn with_links(line: &str) -> String {
    let name = line.trim_end().trim_end_matches('.');
    if !name.starts_with("WCAG ") && !name.starts_with("ACT ") {
        return match basis::address(name) {
            Some(address) => line.replacen(name, &format!("[{name}]({address})"), 1),
            None => line.to_owned(),
        };
    }
    let mut out = String::new();
    let mut words = line.split_inclusive(' ').peekable();
    while let Some(word) = words.next() {
        let next = words.peek().map(|next| next.trim_end().trim_end_matches(['.', ',', ';', ':']));
        let address = next
            .filter(|_| matches!(word, "WCAG " | "ACT "))
            .and_then(|number| Some((number.to_owned(), basis::address(&format!("{word}{number}"))?)));
        match (address, words.peek()) {
            (Some((number, address)), Some(next)) => {
                let rest = next.strip_prefix(number.as_str()).unwrap_or_default();
                out.push_str(&format!("[{word}{number}]({address}){rest}"));
                words.next();
            }
            _ => out.push_str(word),
        }
    }
    out
}

/// A page as a part of a document: headings one level down, but for those in examples.
fn deeper(text: &str) -> String {
    let mut in_example = false;
    let mut out = String::with_capacity(text.len() + 20);
    for line in text.split_inclusive('\n') {
        in_example ^= line.starts_with("```");
        if line.starts_with('#') && !in_example {
            out.push('#');
        }
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{deeper, document, linked};

    #[test]
    fn a_basis_is_linked_once_and_only_there() {
        let page = "# a-b\n\nWCAG 1.1.1 here.\n\n## Basis\n\nWCAG 2.1.4 Character Key Shortcuts, ACT c487ae.\n\nSee [x](y) WCAG 1.1.1.\n\nHouse rule.\n";
        let made = linked(page);
        assert!(made.contains(
            "\n[WCAG 2.1.4](https://www.w3.org/WAI/WCAG22/Understanding/character-key-shortcuts) Character Key Shortcuts, \
             [ACT c487ae](https://act-rules.github.io/rules/c487ae).\n"
        ), "{made}");
        assert!(made.contains("\nWCAG 1.1.1 here.\n") && made.contains("\nSee [x](y) WCAG 1.1.1.\n\nHouse rule.\n"));
        let guide = linked("# a-b\n\nX.\n\n## Basis\n\nGOV.UK style guide: dates.\n");
        assert!(guide.contains("[GOV.UK style guide: dates](https://guidance.") && guide.ends_with(").\n"), "{guide}");
    }

    #[test]
    fn headings_go_one_level_down_and_examples_stay() {
        assert_eq!(deeper("# a\n```md\n# b\n```\n## c\n"), "## a\n```md\n# b\n```\n### c\n");
        let pages = [("a-b".to_owned(), "# a-b\n\nA thing.\n"), ("c-d".to_owned(), "# c-d\n\nB.\n")];
        let text = document(&pages);
        assert!(text.contains("| [a-b](#a-b) | A thing. |\n") && text.contains("\n## c-d\n\nB.\n"), "{text}");
    }
}
