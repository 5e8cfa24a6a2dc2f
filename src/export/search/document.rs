//! A page as the indexer reads it: its text, and beside it what it is found by.
//!
//! In: a page that can be found. Out: an HTML document that is published nowhere. Headings count more than text by
//! pagefind's own rule. A page that comes second, such as Easy Read, keeps its title in a field that counts less
//! (`name`), and its text counts half.
//! Not here: the library; text of the theme.

use super::numbers::numbers;
use crate::model::escape::push_escaped;
use crate::model::search::Findable;

/// Elements that stand apart on a page, and that pagefind would join: `Phone01632`.
const APART: [&str; 7] = ["</dt>", "</dd>", "</th>", "</tr>", "</caption>", "</figcaption>", "</summary>"];

/// The document.
pub(super) fn of(page: &Findable) -> String {
    let mut html = String::with_capacity(page.html.len() + 512);
    html.push_str("<html><body><div data-pagefind-ignore>");
    field(&mut html, if page.is_second { "name" } else { "title" }, &page.title);
    field(&mut html, "summary", &page.summary);
    field(&mut html, "also", &also(page).join(" "));
    html.push_str("</div><div");
    if page.is_second {
        html.push_str(" data-pagefind-weight=\"0.5\"");
    }
    html.push_str("><p>");
    push_escaped(&mut html, &page.summary);
    html.push_str("</p>");
    push_apart(&mut html, &page.html);
    html.push_str("</div></body></html>");
    html
}

/// Appends HTML with a space behind everything that stands apart.
fn push_apart(out: &mut String, html: &str) {
    let mut rest = html;
    while let Some(at) = rest.find("</") {
        let (before, tag) = rest.split_at(at);
        let length = APART.iter().find(|end| tag.starts_with(**end)).map(|end| end.len());
        let (end, behind) = tag.split_at(length.unwrap_or(2));
        out.push_str(before);
        out.push_str(end);
        if length.is_some() {
            out.push(' ');
        }
        rest = behind;
    }
    out.push_str(rest);
}

/// A field of a page: it is searched, and it is not part of the text.
fn field(html: &mut String, name: &str, value: &str) {
    if !value.trim().is_empty() {
        html.push_str(&format!("<span data-pagefind-meta=\"{name}\">"));
        push_escaped(html, value);
        html.push_str("</span>");
    }
}

/// Further words, each once, and every telephone number without its gaps: people type it in as many ways as they write it.
fn also(page: &Findable) -> Vec<String> {
    let mut words: Vec<String> = page.also.iter().map(|word| word.trim().to_owned()).collect();
    words.extend(page.also.iter().flat_map(|word| numbers(word)));
    words.extend(numbers(&page.html));
    let mut seen = std::collections::BTreeSet::new();
    words.retain(|word| seen.insert(word.clone()));
    words
}

#[cfg(test)]
mod tests {
    use super::{Findable, of};

    #[test]
    fn what_a_page_is_found_by_is_escaped_and_stands_beside_its_text() {
        let page = Findable {
            title: "Tea & <talk>".to_owned(),
            summary: "Come".to_owned(),
            html: "<p>Call 01632 960 001.</p>".to_owned(),
            also: vec!["elevenses".to_owned(), "elevenses".to_owned()],
            ..Findable::default()
        };
        let document = of(&page);
        let (fields, text) = document.split_once("</div><div").unwrap();
        assert!(fields.contains("<span data-pagefind-meta=\"title\">Tea &amp; &lt;talk&gt;</span>"), "{fields}");
        assert!(fields.contains("\"also\">elevenses 01632960001</span>"), "{fields}");
        assert!(!text.contains("elevenses") && !text.contains("01632960001"), "{text}");
    }

    #[test]
    fn what_stands_apart_is_not_joined() {
        let html = "<dl><dt>Phone</dt><dd>01632 960 001</dd></dl><p>By <b>day</b>.</p>".to_owned();
        let document = of(&Findable { html, ..Findable::default() });
        assert!(document.contains("<dt>Phone</dt> <dd>01632 960 001</dd> </dl><p>By <b>day</b>.</p>"), "{document}");
    }

    #[test]
    fn a_page_that_comes_second_counts_less() {
        let page = Findable { title: "Breaks".to_owned(), is_second: true, ..Findable::default() };
        assert!(of(&page).contains("data-pagefind-meta=\"name\"") && of(&page).contains("weight=\"0.5\""));
        let first = Findable { is_second: false, ..page };
        assert!(!of(&first).contains("weight"));
    }
}
