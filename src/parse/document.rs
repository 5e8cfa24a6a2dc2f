//! One Markdown file into a [`Document`].
//!
//! In: a file. Out: front matter and body, and findings. A file without readable front matter gives no document.
//! Not here: the fields (`front_matter`), the body's HTML (`markdown`).

use super::{front_matter, markdown, yaml};
use crate::diag::{Checked, Diagnostic, Place};
use crate::model::document::Document;
use crate::model::source::{FileId, SourceFile, Span, offset};

const EXAMPLE: &str = "begin the file with a line `---`, then `title: …` and `summary: …`, then a line `---`";

/// Reads a Markdown file.
pub fn document(file: FileId, source: &SourceFile) -> Checked<Option<Document>> {
    let mut findings = Vec::new();
    let text = &source.text;
    let Some((range, body_start)) = yaml::front_matter(text) else {
        return Checked::new(None, vec![no_front_matter(file, text)]);
    };
    let fields = text.get(range.clone()).unwrap_or_default();
    let Some(yaml) = yaml::read(file, fields, range.start).into(&mut findings) else {
        return Checked::new(None, findings);
    };
    if yaml.is_empty() {
        let place = Place::Span(Span::new(file, 0, 3));
        findings.push(Diagnostic::error("front-matter-missing", "the page has no title", place).help(EXAMPLE));
        return Checked::new(None, findings);
    }
    let Some(root) = yaml.mapping(&mut findings) else { return Checked::new(None, findings) };
    let front = front_matter::front_matter(root, &mut findings);
    let request = markdown::Request {
        file,
        text: text.get(body_start..).unwrap_or_default(),
        start: body_start,
        raw_html: front.allow.iter().any(|allow| allow.code == "html-raw"),
    };
    let body = markdown::body(request).into(&mut findings);
    Checked::new(Some(Document { file, front, body, body_start: offset(body_start) }), findings)
}

fn no_front_matter(file: FileId, text: &str) -> Diagnostic {
    if text.trim().is_empty() {
        return Diagnostic::error("file-empty", "the file is empty", Place::File(file)).help(EXAMPLE);
    }
    let first = text.lines().next().unwrap_or_default();
    let place = Place::Span(Span::new(file, 0, first.len()));
    if first.trim_end() == "---" {
        return Diagnostic::error("front-matter-unclosed", "the front matter begins here and never ends", place)
            .help("add a line `---` after its last field");
    }
    Diagnostic::error("front-matter-missing", "the file does not begin with front matter", place).help(EXAMPLE)
}
