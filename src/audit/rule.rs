//! What a rule over pages is, and how it tells what it found.
//!
//! In: a rule's own words. Out: [`Finding`], a finding with its place in the HTML. Not here: any rule; the place in
//! the Markdown, which `pipeline/` finds.

use std::ops::Range;

use super::page::Page;
use super::tree::NodeId;
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::source::{FileId, Span};

/// A rule over one page. It stands in a file named after its code; its page is `explain/CODE.md`.
pub(crate) struct Rule {
    /// The finding's code.
    pub(crate) code: &'static str,
    /// How bad it is unless the site says otherwise.
    pub(crate) severity: Severity,
    /// What demands it (`WCAG 1.1.1`).
    pub(crate) basis: &'static [&'static str],
    /// Looks at a page.
    pub(crate) check: fn(&Page<'_>, &mut Found),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code)
    }
}

/// A finding with its place in the HTML.
#[derive(Clone, Debug)]
pub struct Finding {
    pub(crate) rule: &'static Rule,
    message: String,
    help: Vec<String>,
    place: Range<u32>,
    others: Vec<(Range<u32>, String)>,
}

impl Finding {
    /// A finding at some bytes of the HTML.
    pub(crate) fn new(rule: &'static Rule, place: Range<u32>, message: String) -> Self {
        Self { rule, message, help: Vec::new(), place, others: Vec::new() }
    }

    /// Adds what to do.
    pub(crate) fn help(&mut self, text: impl Into<String>) -> &mut Self {
        self.help.push(text.into());
        self
    }

    /// Adds a second place with a few words.
    pub(crate) fn also(&mut self, page: &Page<'_>, node: NodeId, text: impl Into<String>) -> &mut Self {
        self.others.push((page.place(node), text.into()));
        self
    }

    /// The code of its rule.
    pub fn code(&self) -> &'static str {
        self.rule.code
    }

    /// The bytes of the HTML it is about.
    pub fn place(&self) -> Range<u32> {
        self.place.clone()
    }

    /// The finding with its places put through `to`.
    pub fn diagnostic(&self, to: impl Fn(&Range<u32>) -> Place) -> Diagnostic {
        let mut made = Diagnostic::new(self.rule.severity, self.rule.code, self.message.clone(), to(&self.place));
        made.help.clone_from(&self.help);
        made.basis.extend(self.rule.basis.iter().map(|basis| (*basis).into()));
        self.others.iter().fold(made, |made, (place, text)| made.also(to(place), text.clone()))
    }

    /// The finding in a file of HTML.
    pub fn in_file(&self, file: FileId) -> Diagnostic {
        self.diagnostic(|place| Place::Span(Span { file, start: place.start, end: place.end }))
    }
}

/// What a rule finds beyond this on one page is left out: nobody reads on, and memory is bounded.
const MOST: usize = 1_000;

/// Whether a rule found so much that some of it may have been left out.
pub(super) fn is_full(findings: &[Finding]) -> bool {
    findings.chunk_by(|one, other| one.code() == other.code()).any(|of_rule| of_rule.len() >= MOST)
}

/// The list that rules add to.
#[derive(Debug)]
pub(crate) struct Found {
    rule: &'static Rule,
    pub(crate) list: Vec<Finding>,
}

impl Found {
    /// Runs rules over a page. Findings are in the order of the rules.
    pub(crate) fn by(rules: &[&[&'static Rule]], page: &Page<'_>) -> Vec<Finding> {
        let mut list = Vec::new();
        for rule in rules.iter().copied().flatten().copied() {
            let mut found = Self { rule, list };
            let before = found.list.len();
            (rule.check)(page, &mut found);
            list = found.list;
            list.truncate(before + MOST);
        }
        list
    }

    /// Notes a finding at an element: `found.at(page, node, "the link has no words").help("write …")`.
    pub(crate) fn at(&mut self, page: &Page<'_>, node: NodeId, message: impl Into<String>) -> &mut Finding {
        self.on(page.place(node), message)
    }

    /// Notes a finding at some bytes of the HTML.
    pub(crate) fn on(&mut self, place: Range<u32>, message: impl Into<String>) -> &mut Finding {
        let message = message.into();
        self.list.push(Finding::new(self.rule, place, message));
        let last = self.list.len() - 1;
        &mut self.list[last]
    }
}
