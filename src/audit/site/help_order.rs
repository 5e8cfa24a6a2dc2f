//! `help-order`: ways to get help that stand in another order than on the other pages.
//!
//! Compared among pages with the same ways to get help; told when nine in ten of them agree.

use std::collections::BTreeMap;

use super::{About, Facts, Told, quote};
use crate::audit::rule::Rule;
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "help-order", severity: Severity::Warning, basis: &["WCAG 3.2.6"], check: |_, _| () };

/// So many pages make a custom.
const FEWEST: usize = 10;

/// Orders of the same kinds of help: on how many pages, and the first of them.
type Orders = BTreeMap<Vec<u8>, (usize, usize)>;

pub(super) fn check(pages: &[(&str, &Facts)]) -> Vec<Told> {
    // By the kinds of help: how many pages have them in each order, and the first of these.
    let mut orders: BTreeMap<Vec<u8>, Orders> = BTreeMap::new();
    for (at, (_, facts)) in pages.iter().enumerate() {
        let order = order(facts);
        if let Some(kinds) = kinds(&order) {
            orders.entry(kinds).or_default().entry(order).or_insert((0, at)).0 += 1;
        }
    }
    let mut told = Vec::new();
    for (at, (_, facts)) in pages.iter().enumerate() {
        let order = order(facts);
        let Some(known) = kinds(&order).and_then(|kinds| orders.get(&kinds)) else { continue };
        let all: usize = known.values().map(|(count, _)| count).sum();
        let most = known.iter().max_by_key(|(_, (count, _))| *count);
        let Some((usual, (_, first))) = most.filter(|(_, (count, _))| all >= FEWEST && count * 10 >= all * 9) else {
            continue;
        };
        if *usual == order {
            continue;
        }
        let Some(place) = facts.help.first().map(|help| help.place.clone()) else { continue };
        let other = pages.get(*first).map_or("", |(address, _)| address);
        let message = format!("the ways to get help stand in another order than on {}", quote(other));
        let help = "keep contact details, contact page, chat and questions in one order on every page";
        told.push(Told::new(&RULE, at, About::Element(place), message, facts).help(help));
    }
    told
}

/// The kinds of help in order, each once.
fn order(facts: &Facts) -> Vec<u8> {
    let mut order = Vec::new();
    for help in &facts.help {
        if !order.contains(&help.kind) {
            order.push(help.kind);
        }
    }
    order
}

/// The kinds of help, wherever they stand; none when there are too few to have an order.
fn kinds(order: &[u8]) -> Option<Vec<u8>> {
    let mut kinds: Vec<u8> = order.iter().map(|kind| kind % 8).collect();
    kinds.sort_unstable();
    kinds.dedup();
    (kinds.len() > 1).then_some(kinds)
}
