//! The words of an element as people read them, and how a message quotes them.
//!
//! In: a page and an element. Out: text with white space collapsed, quotes for messages. Not here: accessible names,
//! which follow rules of their own; opinions on the words.

use super::page::Page;
use super::tree::{Kind, Name, NodeId, Tree, name};

/// The most characters a message quotes.
const QUOTED: usize = 60;

/// The words of an element that are rendered, white space collapsed, blocks apart.
pub(crate) fn text(page: &Page<'_>, id: NodeId) -> String {
    let mut words = String::new();
    let mut gap = false;
    for at in page.tree.descendants(id) {
        match page.tree.node(at).kind {
            Kind::Text if page.is_rendered(at) => push(&mut words, &mut gap, page.tree.text(at)),
            Kind::Text | Kind::Comment | Kind::Document => {}
            _ => gap |= breaks(page.tree.name(at)),
        }
    }
    words
}

/// Adds text, each run of white space as one space, none at the ends.
fn push(words: &mut String, gap: &mut bool, text: &str) {
    *gap |= text.starts_with(char::is_whitespace);
    for word in text.split_whitespace() {
        if *gap && !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
        *gap = true;
    }
    *gap = text.ends_with(char::is_whitespace) || (*gap && text.trim().is_empty());
}

/// A text for a message: white space collapsed, cut after 60 characters, in backticks.
pub(crate) fn quote(text: &str) -> String {
    let mut words = String::with_capacity(text.len().min(QUOTED * 4) + 2);
    let mut left = QUOTED;
    words.push('`');
    for (at, word) in text.split_whitespace().enumerate() {
        let long = word.chars().count() + usize::from(at > 0);
        if long > left {
            words.extend(word.chars().take(if at == 0 { QUOTED - 1 } else { 0 }));
            words.push('…');
            break;
        }
        if at > 0 {
            words.push(' ');
        }
        words.push_str(word);
        left -= long;
    }
    words.push('`');
    words
}

/// Whether an element of that name begins a line of its own.
pub(crate) fn breaks(name: &Name) -> bool {
    is_block(name) || matches!(*name, name!("br") | name!("td") | name!("th") | name!("img") | name!("option"))
}

/// Whether an element of that name is a block by nature.
pub(crate) fn is_block(name: &Name) -> bool {
    matches!(
        *name,
        name!("address")
            | name!("article")
            | name!("aside")
            | name!("blockquote")
            | name!("body")
            | name!("caption")
            | name!("center")
            | name!("dd")
            | name!("details")
            | name!("dialog")
            | name!("div")
            | name!("dl")
            | name!("dt")
            | name!("fieldset")
            | name!("figcaption")
            | name!("figure")
            | name!("footer")
            | name!("form")
            | name!("h1")
            | name!("h2")
            | name!("h3")
            | name!("h4")
            | name!("h5")
            | name!("h6")
            | name!("header")
            | name!("hr")
            | name!("legend")
            | name!("li")
            | name!("main")
            | name!("menu")
            | name!("nav")
            | name!("ol")
            | name!("p")
            | name!("pre")
            | name!("search")
            | name!("section")
            | name!("summary")
            | name!("table")
            | name!("tbody")
            | name!("tfoot")
            | name!("thead")
            | name!("tr")
            | name!("ul")
    )
}

/// The nearest block or cell that a node stands in.
pub(crate) fn block_of(tree: &Tree, id: NodeId) -> Option<NodeId> {
    tree.ancestors(id).find(|at| {
        let name = tree.name(*at);
        is_block(name) || matches!(*name, name!("td") | name!("th") | name!("option") | name!("button"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::styles::Sheets;

    fn read(html: &str) -> String {
        let tree = Tree::parse(html);
        text(&Page::new(&tree, &Sheets::default()), NodeId::DOCUMENT)
    }

    #[test]
    fn white_space_is_collapsed_across_elements() {
        assert_eq!(read("<p> One <b>two</b>three <i> four</i>\n</p><p>five"), "One twothree four five");
        assert_eq!(read("<p>a<b> </b>b<br>c<span hidden>d</span>"), "a b c");
    }

    #[test]
    fn quotes_are_short() {
        assert_eq!(quote(" a \n b "), "`a b`");
        assert_eq!(quote(&"word ".repeat(40)).chars().count(), 62);
        assert_eq!(quote(&"x".repeat(90)).chars().count(), 62);
    }
}
