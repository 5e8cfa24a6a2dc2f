//! Links without words: `a` with an address, and elements with that role. Of the links of the page these are the ones
//! that people meet, whether the keyboard reaches them or not.

use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "link-name-missing",
    severity: Severity::Error,
    basis: &["WCAG 2.4.4", "WCAG 4.1.2", "ACT c487ae"],
    check,
};

fn check(page: &Page<'_>, found: &mut Found) {
    let tree = page.tree;
    let links = page.exposed(&name!("a")).filter(|id| tree.has(*id, &name!("href")));
    let others = super::roled(page, |role| role == Role::Link);
    let is_other =
        |id: &NodeId| !matches!(*tree.name(*id), name!("a") | name!("button") | name!("input") | name!("img"));
    for id in links.chain(others.filter(is_other)).filter(|id| page.is_nameless(*id)) {
        let to = tree.attribute(id, &name!("href")).unwrap_or_default();
        let what = if to.is_empty() { "the link".to_owned() } else { format!("the link to {}", quote(to)) };
        let has_picture = tree.descendants(id).any(|at| tree.is(at, &name!("img")));
        let help = if has_picture {
            "say where the link leads in the words of the picture: `[![Ask for support](ask.jpg)](/ask/)`"
        } else {
            "say where the link leads: `[Ask for support](/ask/)`"
        };
        found.at(page, id, format!("{what} has no words")).help(help);
    }
}
