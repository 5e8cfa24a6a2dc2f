//! `dir-missing`: text of a language written from right to left that does not say so.
//!
//! Asked where the language is named, of the page and of passages with words of their own, and only where nothing
//! around says the direction.

use crate::audit::document::language::subtag;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{Kind, NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "dir-missing", severity: Severity::Warning, basis: &["WCAG 1.3.2", "WCAG technique H56"], check };

/// Languages that are always written from right to left.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "ckb", "dv", "fa", "he", "ps", "syr", "ur", "yi"];

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    for id in page.with(&name!("lang")).iter().copied() {
        let Some(language) = tree.attribute(id, &name!("lang")) else { continue };
        let primary = subtag::primary(language).to_ascii_lowercase();
        if !RIGHT_TO_LEFT.contains(&primary.as_str()) || language.to_ascii_lowercase().contains("-latn") {
            continue;
        }
        let says = std::iter::once(id).chain(tree.ancestors(id)).find_map(|at| tree.attribute(at, &name!("dir")));
        // A few words in a line are set right by their letters; blocks are not.
        let is_line = tree.is(id, &name!("a")) || tree.is(id, &name!("span")) || tree.node(id).kind != Kind::Html;
        let below = || tree.descendants(id).any(|at| tree.has(at, &name!("dir")));
        if says.is_none_or(|says| says.eq_ignore_ascii_case("ltr")) && !is_line && !below() && is_read(page, id) {
            found
                .at(
                    page,
                    id,
                    format!("{} is written from right to left, and the text does not say so", quote(language)),
                )
                .help("add `dir=\"rtl\"` beside `lang`");
        }
    }
}

/// Whether letters of such a language stand in it.
fn is_read(page: &Page<'_>, id: NodeId) -> bool {
    let is_letter = |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FEFC}');
    page.tree.descendants(id).any(|at| page.is_seen(at) && page.tree.text(at).contains(is_letter))
}
