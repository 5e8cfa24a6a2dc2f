//! Files whose names come near those that are read: a page or a note would be missing, and nobody would know.
//!
//! In: all files of a site. Out: a finding for each such file. Not here: files that cannot be read.

use crate::diag::{Diagnostic, Place};
use crate::model::source::SourceTree;

/// Ends of names that editors and their programs give to Markdown, the longer before the shorter.
const MARKDOWN: [&str; 6] = [".md.txt", ".markdown", ".mdown", ".mkd", ".mdx", ".md"];
/// And to YAML.
const YAML: [&str; 3] = [".yaml.txt", ".yml", ".yaml"];

/// Looks at all names below `content/` and `data/`.
pub(super) fn unread(tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let files = tree.under("content/").chain(tree.under("data/")).map(|(id, file)| (&*file.path, Place::File(id)));
    let assets = tree.assets.iter().map(|asset| (&*asset.path, Place::Path(asset.path.to_string())));
    for (path, place) in files.chain(assets) {
        let Some((kind, wanted)) = wanted(path) else { continue };
        findings.push(
            Diagnostic::error("file-unread", format!("the file is not read: {kind} ends in another way"), place)
                .help(format!("name it `{wanted}`")),
        );
    }
}

/// What a file seems to be, and the name under which it would be read.
fn wanted(path: &str) -> Option<(&'static str, String)> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (kind, ends, right) = if path.starts_with("content/") {
        ("the name of a page", &MARKDOWN[..], ".md")
    } else if path.starts_with("data/") {
        ("the name of such a file", &YAML[..], ".yaml")
    } else {
        return None;
    };
    let lower = name.to_lowercase();
    let end = ends.iter().find(|end| lower.ends_with(*end)).filter(|_| !name.ends_with(right))?;
    Some((kind, format!("{}{right}", name.get(..name.len() - end.len())?)))
}

#[cfg(test)]
mod tests {
    use super::wanted;

    #[test]
    fn names_that_come_near_are_told_the_right_one() {
        for (path, name) in [
            ("content/breaks.MD", "breaks.md"),
            ("content/carers/breaks.md.txt", "breaks.md"),
            ("content/breaks.markdown", "breaks.md"),
            ("data/metrics/starts.yml", "starts.yaml"),
            ("data/contacts.YAML", "contacts.yaml"),
        ] {
            assert_eq!(wanted(path).map(|(_, name)| name).as_deref(), Some(name), "{path}");
        }
        for path in ["content/breaks.md", "content/notes.txt", "data/contacts.yaml", "data/list.csv", "content/a.yml"] {
            assert_eq!(wanted(path), None, "{path}");
        }
    }
}
