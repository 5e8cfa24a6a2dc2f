//! A viewport that keeps people from making the text twice as large.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "zoom-blocked", severity: Severity::Error, basis: &["WCAG 1.4.4", "ACT b4f0c3"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for (id, content) in viewports(page) {
        if let Some((key, value)) = settings(&content).find(|(key, value)| blocks(key, value)) {
            found
                .at(page, id, format!("the page cannot be made larger: {}", quote(&format!("{key}={value}"))))
                .help("write `<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">`");
        }
    }
}

/// The viewports of a page with what they say, in small letters.
pub(super) fn viewports<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (NodeId, String)> + 'p {
    let tree = page.tree;
    page.elements(&name!("meta")).iter().copied().filter_map(|id| {
        let is_viewport = tree.attribute(id, &name!("name"))?.eq_ignore_ascii_case("viewport");
        let content = tree.attribute(id, &name!("content"))?;
        is_viewport.then(|| (id, content.to_ascii_lowercase()))
    })
}

/// What a viewport sets: key and value.
pub(super) fn settings(content: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = content.split([';', ',']).filter_map(|setting| setting.split_once('='));
    let trimmed = pairs.map(|(key, value)| (key.trim(), value.split('=').next().unwrap_or_default().trim()));
    trimmed.filter(|(key, value)| !key.is_empty() && !value.is_empty())
}

fn blocks(key: &str, value: &str) -> bool {
    let number = super::number(value);
    match key {
        "user-scalable" => match number {
            Some(number) => number > -1.0 && number < 1.0,
            None => !matches!(value, "yes" | "device-width" | "device-height"),
        },
        "maximum-scale" => match number {
            Some(number) => (0.0..2.0).contains(&number),
            None => !matches!(value, "device-width" | "device-height"),
        },
        _ => false,
    }
}
