//! Evidence: from metric notes and tables to figures that may be shown.
//!
//! In: notes, tables, settings, the words of the site's language. Out: [`Metrics`]: checked, reconciled, masked, derived and
//! formatted, and findings. A fault of one metric never hides another's. Order within a metric: read, check, reconcile,
//! mask, then everything that is derived or printed. Not here: reading YAML or CSV, drawing, pages.

mod allowed;
mod bands;
mod check;
pub mod claims;
mod columns;
mod dates;
mod derive;
mod derived;
mod digest;
mod disclose;
mod display;
mod footing;
mod gather;
pub mod lineage;
pub mod listing;
pub mod member;
mod number;
mod observe;
mod order;
mod published;
mod reconcile;
pub mod record;
pub mod report;
mod row;
pub mod savings;
mod shared;
mod spc;
pub mod typed;
pub mod units;
pub mod unquoted;
pub mod wanted;
mod within;

use std::collections::{BTreeMap, BTreeSet};

use self::derived::Known;
use self::display::Style;
use self::published::published;
use self::row::Rows;
use self::shared::Shared;
use crate::diag::{Checked, Diagnostic, Place};
use crate::model::cases::Cases;
use crate::model::derivation::{Derivation, Method};
use crate::model::metric::{Metric, Metrics, Observation};
use crate::model::note::{MetricNote, NoteValues};
use crate::model::quantity::Unit;
use crate::model::settings::Settings;
use crate::model::source::{FileId, SourceTree, Span, line_column};
use crate::model::strings::Strings;
use crate::model::table::Table;

/// What evidence is made from besides the notes.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'i> {
    /// Every table that could be read, by its file.
    pub tables: &'i BTreeMap<FileId, Table>,
    /// The cases of every note that measures intervals, by the note.
    pub cases: &'i BTreeMap<FileId, Cases>,
    /// The bytes of files that are no text, such as spreadsheets.
    pub originals: &'i BTreeMap<FileId, Vec<u8>>,
    /// The settings of the site.
    pub settings: &'i Settings,
    /// The files, for digests and lines.
    pub sources: &'i SourceTree,
    /// The words of the site's language.
    pub strings: &'i Strings,
}

impl Inputs<'_> {
    /// The digest of a file as it was read.
    fn sha256(&self, file: FileId) -> String {
        match self.originals.get(&file) {
            Some(bytes) => digest::sha256(bytes),
            None => digest::sha256(self.sources.file(file).map_or("", |source| source.text.as_str()).as_bytes()),
        }
    }

    /// Where a field of a note stands, for values that no cell of a table holds.
    fn place_of(&self, note: FileId, key: &str) -> (Span, u32) {
        let text = self.sources.file(note).map_or("", |source| source.text.as_str());
        let at = if text.starts_with(key) { Some(0) } else { text.find(&format!("\n{key}:")).map(|at| at + 1) };
        let at = at.unwrap_or(0);
        (Span::new(note, at, at + key.len().min(text.len() - at)), line_column(text, at).0)
    }
}

/// How a metric is derived; the parts of a sum by their titles, for readers.
fn derivation(note: &MetricNote, metrics: &Metrics) -> Option<Derivation> {
    let mut derivation = note.derivation.clone()?;
    for part in &mut derivation.of {
        if let Some(metric) = metrics.get(part) {
            part.clone_from(&metric.title);
        }
    }
    Some(derivation)
}

/// The table that a note names, if it is there.
pub fn values_file(note: &MetricNote, sources: &SourceTree) -> Option<FileId> {
    if let NoteValues::Table(named) = &note.values { gather::named_file(note, named, sources) } else { None }
}

/// Computes every metric.
pub fn evidence(notes: &[MetricNote], inputs: &Inputs<'_>) -> Checked<Metrics> {
    let mut metrics = Metrics::new();
    let mut findings = Vec::new();
    let ids: BTreeSet<&str> = notes.iter().map(|note| note.id.as_str()).collect();
    let shared = Shared::of(notes, inputs);
    for note in derived::order(notes) {
        if let Some(other) = metrics.get(&note.id) {
            findings.push(same_id(note, other, inputs.sources));
            continue;
        }
        let mut own = Vec::new();
        let metric = metric(note, &Known { metrics: &metrics, ids: &ids, shared: &shared }, inputs, &mut own);
        findings.extend(allowed::kept(note, own));
        metrics.insert(note.id.clone(), metric);
    }
    unquoted::digests(&mut metrics, notes, inputs);
    Checked::new(metrics, findings)
}

fn same_id(note: &MetricNote, other: &Metric, sources: &SourceTree) -> Diagnostic {
    let message = format!("two notes are named `{}`", note.id);
    Diagnostic::error("metric-id-twice", message, Place::File(note.file))
        .also(Place::File(other.file), "the other note")
        .help(format!("rename `{}` or `{}`", sources.path(note.file), sources.path(other.file)))
}

fn metric(note: &MetricNote, known: &Known<'_>, inputs: &Inputs<'_>, f: &mut Vec<Diagnostic>) -> Metric {
    let unit = units::unit(note, inputs.settings, f);
    derived::check(note, &unit, f);
    f.extend(known.shared.differs(note, inputs));
    let (mut rows, values_file) = rows(note, &unit, (known, inputs), f);
    check::check(note, &unit, &rows, f);
    f.extend((0..rows.dimensions.len()).flat_map(|dimension| bands::check(&rows.list, dimension)));
    order::settled(note, &mut rows);
    let total = reconcile::total(note, &unit, &rows, f);
    let decimals = derived::decimals(note, &unit, &rows).unwrap_or_else(|| observe::decimals(note, &unit, &rows));
    let published = published((note, &unit), &mut rows, (total.map(|total| total.value), known), inputs);
    derived::derive(note, &unit, &mut rows, f);
    let style = Style { unit: &unit, decimals, strings: inputs.strings };
    let grain = check::grain(note, &rows);
    let is_series = grain.is_some() && rows.dimensions.is_empty() && !compares_itself(note);
    let mut values = observe::observations(&rows, style);
    spc::put_in_time(note, &mut values);
    derive::shares(&mut values, published.total.filter(|_| !rows.dimensions.is_empty()), style);
    within::within(note, rows.dimensions.len(), &mut values, style);
    let (change, footing) =
        footing::footed(note, derive::change(&values, is_series, note.better, style), &mut values, f);
    let spc = spc::spc(note, spc::Series { values: &values, in_time: is_series, style }, f);
    values.iter_mut().for_each(keep_counts_only);
    let is_quoted = !published.is_masked && method(note) != Some(Method::Interval);
    Metric {
        id: note.id.clone(),
        file: note.file,
        values_path: inputs.sources.path(values_file).to_owned(),
        sha256: if is_quoted { inputs.sha256(values_file) } else { digest::of_published(&values) },
        title: note.title.clone(),
        measure: note.measure.clone(),
        unit: unit.clone(),
        basis: derived::basis(note),
        annualised: note.annualised.clone(),
        better: note.better,
        area: note.area.clone(),
        population: note.population.clone(),
        covers: note.covers.clone(),
        status: note.status,
        source: note.source.clone(),
        notes: note.notes.clone(),
        kind: note.kind,
        attribution: note.attribution.clone(),
        gross_or_net: note.gross_or_net.clone(),
        assurance: note.assurance.clone(),
        example: note.example || derived::has_invented_part(note, known.metrics),
        decimals,
        grain,
        ordered: note.ordered || follow_each_other(&rows),
        derivation: derivation(note, known.metrics),
        dimensions: rows.dimensions,
        values,
        total: total.map(|total| published.shown_total(total, style)),
        margins: published.shown_margins(style),
        change,
        spc,
        footing,
        funnel: rows.funnel,
    }
}

/// Whether the groups are bands, which follow each other: sorting them by size would hide the shape.
fn follow_each_other(rows: &Rows) -> bool {
    rows.dimensions.len() == 1 && bands::are_bands(&rows.list)
}

/// A running total only goes up until it begins again, and a change is itself compared with something: from the first of
/// these values to the last there is nothing to say.
fn compares_itself(note: &MetricNote) -> bool {
    matches!(method(note), Some(Method::Cumulative | Method::Change))
}

/// The method of a note, if it has one.
fn method(note: &MetricNote) -> Option<Method> {
    note.derivation.as_ref().map(|derivation| derivation.method)
}

/// The rows of a note before masking, and the file they stand in.
fn rows(
    note: &MetricNote,
    unit: &Unit,
    (known, inputs): (&Known<'_>, &Inputs<'_>),
    f: &mut Vec<Diagnostic>,
) -> (Rows, FileId) {
    match method(note) {
        Some(Method::Interval) => (derived::interval_rows(note, unit, inputs, f), note.file),
        Some(Method::Sum) => (derived::sum_rows(note, unit, (known, inputs), f), note.file),
        _ => gather::rows(note, unit, inputs, f),
    }
}

/// A share that the source gives in words ("a third") is no count of one among three.
fn keep_counts_only(value: &mut Observation) {
    if value.value.as_ref().is_some_and(|quantity| quantity.words.is_some()) {
        value.numerator = None;
        value.denominator = None;
    }
}
