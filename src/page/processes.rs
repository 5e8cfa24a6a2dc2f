//! The directives `metric-summary` and `metric-grid`: many processes at a glance, those that need attention first.
//!
//! In: a directive that names metrics with process control. Out: [`SummaryView`], [`GridView`], and a finding for each
//! metric without it. Every number is the metric's own display text. Not here: HTML, drawing, the rules of the process.

use super::about::{about_link, has_about};
use super::evidence_blocks::{before, figures_of, id, listed, text};
use super::{Context, Subject};
use crate::diag::{Diagnostic, Place};
use crate::model::block::BlockView;
use crate::model::document::Directive;
use crate::model::metric::{Metric, Observation};
use crate::model::processes::{
    GridCell, GridMeasure, GridRow, GridView, IconView, MeasureView, Sign, SummaryCell, SummaryRow, SummaryView,
};
use crate::model::slug::slug;
use crate::model::spc::{Assurance, Spc, SpcNumber, Variation};
use crate::model::strings::Strings;
use crate::model::wording::{amount, period, status};

/// A metric with its process.
type Process<'m> = (&'m Metric, &'m Spc);

/// Columns of the summary behind the measure.
const COLUMNS: [&str; 6] = ["latest", "target", "variation", "assurance", "mean", "signals"];
/// Columns of the grid behind the variation.
const TARGETS: [Option<Assurance>; 4] =
    [Some(Assurance::Pass), Some(Assurance::HitAndMiss), Some(Assurance::Fail), None];

/// What either directive shows; there is at least one process.
struct Shown<'m> {
    processes: Vec<Process<'m>>,
    /// The label of invented figures, where all are.
    example: Option<String>,
}

impl<'m> Shown<'m> {
    fn of(
        context: &Context<'m>,
        subject: &Subject<'_>,
        directive: &Directive,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let processes = processes(context, directive, findings);
        let is_example = processes.iter().all(|(metric, _)| metric.example);
        let example = is_example.then(|| subject.strings.text("figure.example").to_owned());
        (!processes.is_empty()).then_some(Self { processes, example })
    }
}

fn said(key: &str, strings: &Strings) -> String {
    strings.text(&format!("processes.{key}")).to_owned()
}

/// The summary table.
pub(super) fn summary(
    context: &Context<'_>,
    subject: &Subject<'_>,
    directive: &Directive,
    findings: &mut Vec<Diagnostic>,
) -> BlockView {
    let Some(Shown { processes, example }) = Shown::of(context, subject, directive, findings) else {
        return BlockView::Nothing;
    };
    let strings = subject.strings;
    let said = |key: &str| said(key, strings);
    let measure = |metric| measure(subject, metric, example.is_none());
    BlockView::Summary(SummaryView {
        id: numbered(subject, directive),
        caption: caption(context, subject, directive, "processes.summary-caption"),
        before: vec![said("sorted"), said("legend"), said("signals-legend")],
        columns: std::iter::once("measure").chain(COLUMNS).map(|name| said(&format!("column.{name}"))).collect(),
        rows: processes
            .iter()
            .map(|&(metric, spc)| SummaryRow { measure: measure(metric), cells: cells(metric, spc, strings) })
            .collect(),
        example,
    })
}

/// The grid.
pub(super) fn grid(
    context: &Context<'_>,
    subject: &Subject<'_>,
    directive: &Directive,
    findings: &mut Vec<Diagnostic>,
) -> BlockView {
    let Some(Shown { processes, example }) = Shown::of(context, subject, directive, findings) else {
        return BlockView::Nothing;
    };
    let strings = subject.strings;
    let said = |key: &str| said(key, strings);
    let of = |&&(metric, spc): &&Process<'_>| GridMeasure {
        measure: measure(subject, metric, example.is_none()),
        words: verdicts(spc, strings),
        icons: icons(metric, spc),
    };
    let row = |lean: Lean| GridRow {
        heading: said(&format!("lean.{}", lean.name())),
        cells: TARGETS
            .iter()
            .map(|target| GridCell {
                label: assurance_words(*target, strings),
                measures: processes
                    .iter()
                    .filter(|(_, spc)| Lean::of(spc.variation) == lean && spc.assurance == *target)
                    .map(|process| of(&process))
                    .collect(),
            })
            .collect(),
    };
    // A signal that is neither good nor bad is rare: its row stands only where there is one.
    let is_there = |lean: &Lean| {
        *lean != Lean::Neutral || processes.iter().any(|(_, spc)| Lean::of(spc.variation) == Lean::Neutral)
    };
    let rows = Lean::ALL.into_iter().filter(is_there).map(row).collect();
    let headings = TARGETS.iter().map(|target| assurance_words(*target, strings));
    BlockView::Grid(GridView {
        id: numbered(subject, directive),
        caption: caption(context, subject, directive, "processes.grid-caption"),
        before: vec![said("grid"), said("legend")],
        columns: std::iter::once(said("column.variation")).chain(headings).collect(),
        rows,
        none: said("none"),
        example,
    })
}

/// The metrics that a directive names and that are processes, those that need attention first.
fn processes<'a>(context: &Context<'a>, directive: &Directive, findings: &mut Vec<Diagnostic>) -> Vec<Process<'a>> {
    let mut list = Vec::new();
    for metric in listed(context, directive, findings).unwrap_or_default() {
        match &metric.spc {
            Some(spc) => list.push((metric, spc)),
            None => findings.push(no_process(metric, directive)),
        }
    }
    list.sort_by(|(a, first), (b, second)| {
        attention(first).cmp(&attention(second)).then_with(|| a.title.cmp(&b.title)).then_with(|| a.id.cmp(&b.id))
    });
    list
}

fn no_process(metric: &Metric, directive: &Directive) -> Diagnostic {
    let place = directive.attributes.iter().find(|attribute| attribute.key == "metrics");
    let place = place.map_or(directive.span, |attribute| attribute.span);
    let message = format!("`{}` has no process control, so nothing can be said of its variation", metric.id);
    Diagnostic::error("spc-missing", message, Place::Span(place))
        .also(Place::File(metric.file), "its note")
        .help("add `spc:` to the note, for example `spc: { target: 12 }`, or take the metric out of the list")
}

/// What needs a look first: concern with a failing target, concern, a failing target, a target met by chance, a signal
/// that is neither good nor bad, improvement, and last what goes on as it should.
fn attention(spc: &Spc) -> (u8, u8) {
    let target = match spc.assurance {
        Some(Assurance::Fail) => 0,
        Some(Assurance::HitAndMiss) => 1,
        None => 2,
        Some(Assurance::Pass) => 3,
    };
    let rank = match (Lean::of(spc.variation), target) {
        (Lean::Concern, 0) => 0,
        (Lean::Concern, _) => 1,
        (Lean::Common | Lean::Neutral, 0) => 2,
        (Lean::Common | Lean::Neutral, 1) => 3,
        (Lean::Neutral, _) => 4,
        (Lean::Improvement, _) => 5,
        (Lean::Common, _) => 6,
    };
    (rank, target)
}

/// Which way a variation goes, up or down alike.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Lean {
    Concern,
    Common,
    Neutral,
    Improvement,
}

impl Lean {
    const ALL: [Self; 4] = [Self::Concern, Self::Neutral, Self::Common, Self::Improvement];

    fn of(variation: Variation) -> Self {
        match variation {
            Variation::CommonCause => Self::Common,
            Variation::ImprovementHigh | Variation::ImprovementLow => Self::Improvement,
            Variation::ConcernHigh | Variation::ConcernLow => Self::Concern,
            Variation::NeutralHigh | Variation::NeutralLow => Self::Neutral,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Concern => "concern",
            Self::Common => "common-cause",
            Self::Neutral => "neutral",
            Self::Improvement => "improvement",
        }
    }
}

fn cells(metric: &Metric, spc: &Spc, strings: &Strings) -> Vec<SummaryCell> {
    let group = spc.groups.last();
    let shown = |number: Option<&SpcNumber>| {
        number.map_or_else(|| strings.text("processes.no-limits").to_owned(), |number| number.display.clone())
    };
    let limits = group.and_then(|group| group.lower.as_ref().zip(group.upper.as_ref())).map(|(lower, upper)| {
        let key = if group.is_some_and(|group| group.is_trial) { "limits-trial" } else { "limits" };
        let places = [("lower", lower.display.as_str()), ("upper", upper.display.as_str())];
        strings.fill(&format!("processes.{key}"), &places)
    });
    let latest = metric.values.iter().rfind(|value| value.value.is_some()).or(metric.values.last());
    let target = spc.target.as_ref().map(|target| target.display.clone());
    let assurance = spc.assurance.map(|found| IconView::of(Sign::Assurance(found, metric.better)));
    let cell = |name: &str, text: String| SummaryCell {
        label: strings.text(&format!("processes.column.{name}")).to_owned(),
        text,
        detail: None,
        icon: None,
    };
    let number = latest.map(|value| amount(&value.display, &metric.unit, strings)).unwrap_or_default();
    let target = target.unwrap_or_else(|| strings.text("processes.no-target").to_owned());
    vec![
        SummaryCell { detail: latest.map(|value| when(value, strings)), ..cell("latest", number) },
        cell("target", target),
        SummaryCell {
            icon: Some(IconView::of(Sign::Variation(spc.variation))),
            ..cell("variation", variation_words(spc, strings))
        },
        SummaryCell { icon: assurance, ..cell("assurance", spoken_assurance(spc, strings)) },
        SummaryCell { detail: limits, ..cell("mean", shown(group.and_then(|group| group.mean.as_ref()))) },
        cell("signals", spc.signals_last_12.to_string()),
    ]
}

/// The period of a value, with its status where it is not final.
fn when(value: &Observation, strings: &Strings) -> String {
    let words = period(value).unwrap_or(&value.label);
    if value.status == crate::model::metric::Status::Final {
        return words.to_owned();
    }
    strings.fill("processes.period-status", &[("period", words), ("status", status(value.status, strings))])
}

fn icons(metric: &Metric, spc: &Spc) -> Vec<IconView> {
    let mut icons = vec![IconView::of(Sign::Variation(spc.variation))];
    icons.extend(spc.assurance.map(|found| IconView::of(Sign::Assurance(found, metric.better))));
    icons
}

/// Both verdicts in words.
fn verdicts(spc: &Spc, strings: &Strings) -> String {
    let (variation, assurance) = (variation_words(spc, strings), spoken_assurance(spc, strings));
    strings.fill("processes.verdicts", &[("variation", &variation), ("assurance", &assurance)])
}

fn variation_words(spc: &Spc, strings: &Strings) -> String {
    strings.text(&format!("spc.variation.{}", slug(spc.variation.name()))).to_owned()
}

/// The assurance of a process; without limits a target says nothing.
fn spoken_assurance(spc: &Spc, strings: &Strings) -> String {
    match (spc.assurance, &spc.target) {
        (None, Some(_)) => strings.text("processes.not-known").to_owned(),
        (found, _) => assurance_words(found, strings),
    }
}

fn assurance_words(found: Option<Assurance>, strings: &Strings) -> String {
    let key = found
        .map_or_else(|| "processes.no-assurance".to_owned(), |found| format!("spc.assurance.{}", slug(found.name())));
    strings.text(&key).to_owned()
}

/// The name of a measure; it leads to its chart on the page, else to what a report says of it.
fn measure(subject: &Subject<'_>, metric: &Metric, labelled: bool) -> MeasureView {
    let shown = figures_of(subject, &metric.id).next();
    let figure = shown.map(|directive| format!("#{}", id(subject, directive, &metric.id)));
    let about = || has_about(subject).then(|| about_link(metric, subject.strings).href);
    let example = (metric.example && labelled).then(|| subject.strings.text("figure.example").to_owned());
    MeasureView { title: metric.title.clone(), href: figure.or_else(about), example }
}

/// The editor's words, or the usual ones.
fn caption(context: &Context<'_>, subject: &Subject<'_>, directive: &Directive, usual: &str) -> String {
    let typed = text(context, subject, directive);
    if typed.trim().is_empty() { subject.strings.text(usual).to_owned() } else { typed.trim().to_owned() }
}

/// The id of the element: the directive's name, with a number from the second on.
fn numbered(subject: &Subject<'_>, directive: &Directive) -> String {
    let earlier = before(subject, directive).filter(|other| other.name == directive.name).count();
    if earlier == 0 { directive.name.clone() } else { format!("{}-{}", directive.name, earlier + 1) }
}
