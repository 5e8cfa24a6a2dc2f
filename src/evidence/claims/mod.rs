//! Claims held to the data: words such as "fell", "doubled" or "highest" against the figures they are about.
//!
//! In: a page's words with the figures among them, the metrics. Out: findings at the word. Judged are the headline of a
//! chart or table of one metric, and words that stand right beside a figure in a sentence. Whatever is not certain is
//! passed over: a false alarm is worse than a miss. Not here: numbers typed by hand (`evidence/typed.rs`).

mod beside;
mod course;
mod headline;
mod label;
mod rank;
pub mod sentence;
mod significance;
mod size;
pub(super) mod words;

use crate::diag::Diagnostic;
use crate::model::document::Document;
use crate::model::metric::{Metric, Metrics};
use crate::model::source::Span;
use crate::model::strings::Strings;
use sentence::Sentence;

/// What claims are held against.
#[derive(Clone, Copy)]
pub struct Grounds<'a> {
    /// All figures.
    pub metrics: &'a Metrics,
    /// Words of the page's language.
    pub strings: &'a Strings,
}

/// What the words of a page claim and its figures do not bear out. The words are English.
pub fn claims(document: &Document, grounds: Grounds<'_>) -> Vec<Diagnostic> {
    let body = &document.body;
    let has_headlines = body.directives.iter().any(|directive| is_figure(&directive.name));
    if body.figures.is_empty() && !has_headlines {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for block in body.prose.blocks.iter().filter(|block| !block.quoted) {
        let index = block.directive.and_then(|at| usize::try_from(at).ok());
        let directive = index.and_then(|at| body.directives.get(at)).filter(|directive| is_figure(&directive.name));
        let subject = directive.and_then(|directive| grounds.metrics.get(directive.attribute("metric")?));
        for sentence in sentence::sentences(document, block) {
            let claim = Claim { sentence: &sentence, grounds };
            beside::check(claim, &mut findings);
            label::check(claim, &mut findings);
            let of = subject.filter(|subject| claim.is_about(subject)).or_else(|| claim.only_metric());
            if let Some(metric) = of {
                significance::check(claim, metric, &mut findings);
            }
            if let Some(metric) = subject.filter(|subject| claim.is_about(subject)) {
                headline::check(claim, metric, &mut findings);
            }
        }
    }
    findings
}

fn is_figure(directive: &str) -> bool {
    matches!(directive, "chart" | "table")
}

/// A sentence with what it is held against.
#[derive(Clone, Copy)]
struct Claim<'s> {
    sentence: &'s Sentence<'s>,
    grounds: Grounds<'s>,
}

impl<'s> Claim<'s> {
    /// Whether no figure of another metric stands in the sentence.
    fn is_about(self, metric: &Metric) -> bool {
        self.sentence.figures().all(|(_, figure)| figure.metric == metric.id)
    }

    /// The metric of the figures in the sentence, where there is exactly one.
    fn only_metric(self) -> Option<&'s Metric> {
        let (_, first) = self.sentence.figures().next()?;
        let metric = self.grounds.metrics.get(&first.metric)?;
        self.is_about(metric).then_some(metric)
    }

    /// The place of a word.
    fn span(self, word: words::Word<'_>) -> Span {
        self.sentence.span(word.start..word.end)
    }
}
