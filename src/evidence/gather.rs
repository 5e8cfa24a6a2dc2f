//! Note and table become rows.
//!
//! In: a note and, where it names one, its table. Out: [`Rows`] with exact numbers, groups and periods.
//! What cannot be read is left out with a finding; the rest goes on. Not here: whether the rows make sense together.

use super::Inputs;
use super::columns::Columns;
use super::dates;
use super::derived;
use super::number::number;
use super::row::{Row, Rows};
use crate::diag::{Diagnostic, Place, Severity};
use crate::model::derivation::{Carried, Method};
use crate::model::metric::Status;
use crate::model::note::{MetricNote, NoteValue, NoteValues, TableNote};
use crate::model::period::{Grain, Period};
use crate::model::quantity::{Bound, Decimal, Unit, rounded};
use crate::model::slug::nearest;
use crate::model::source::{FileId, SourceTree, Span, Spanned, line_column};
use crate::model::table::Table;

/// The rows of a note, and the file they stand in.
pub(super) fn rows(note: &MetricNote, unit: &Unit, inputs: &Inputs<'_>, f: &mut Vec<Diagnostic>) -> (Rows, FileId) {
    match &note.values {
        NoteValues::Inside(values) => (inside(note, values, unit, inputs, f), note.file),
        NoteValues::Table(named) => match table(note, named, inputs, f) {
            Some((file, Some(table))) if derived::reads_changes(note) => {
                (derived::annual_rows(note, named, table, f), file)
            }
            Some((file, Some(table))) => (from_table(note, named, table, unit, f), file),
            Some((file, None)) => (Rows::default(), file),
            None => (Rows::default(), note.file),
        },
        NoteValues::Nowhere => (Rows::default(), note.file),
    }
}

/// The top and bottom of a ratio as one number in the unit: percent, per 1,000, or plain.
pub(super) fn ratio(top: Decimal, bottom: Decimal, unit: &Unit) -> Option<Decimal> {
    top.checked_mul(scale(unit))?.checked_div(bottom)
}

/// What a ratio is multiplied by.
pub(super) fn scale(unit: &Unit) -> Decimal {
    match unit {
        Unit::Percent => Decimal::ONE_HUNDRED,
        Unit::Per(_, per) if per == "1,000" => Decimal::ONE_THOUSAND,
        Unit::Per(_, per) if per == "100,000" => Decimal::from(100_000),
        _ => Decimal::ONE,
    }
}

fn inside(note: &MetricNote, values: &[NoteValue], unit: &Unit, inputs: &Inputs<'_>, f: &mut Vec<Diagnostic>) -> Rows {
    let mut out = Rows { is_whole: true, inside: true, ..Rows::default() };
    let text = inputs.sources.file(note.file).map_or("", |source| source.text.as_str());
    for entry in values {
        let read = |typed: &Option<Spanned<String>>| typed.as_ref().map(|typed| number(&typed.value, typed.span));
        let parts = [read(&entry.value), read(&entry.numerator), read(&entry.denominator)];
        let Some([value, top, bottom]) = sound(parts, f) else {
            out.is_whole = false;
            continue;
        };
        let span =
            [&entry.value, &entry.numerator].into_iter().flatten().map(|typed| typed.span).next().unwrap_or(entry.span);
        let row = Row {
            name: entry.key.clone(),
            groups: Vec::new(),
            period: entry.period.as_deref().map(|typed| Period::read(typed, note.grain)),
            value,
            ratio: top.zip(bottom),
            places: value.map_or(0, |value| value.scale()),
            bound: entry.bound,
            words: entry.words.clone(),
            carried: Carried::default(),
            year: None,
            status: entry.status.unwrap_or(note.status),
            note: entry.note.clone(),
            span,
            name_span: entry.span,
            line: line_column(text, span.range().start).0,
            hidden: false,
        };
        out.list.extend(completed(row, (note, unit), f));
    }
    out
}

/// The numbers of one row, or nothing when one of them is no number.
fn sound(
    parts: [Option<Result<Option<Decimal>, Box<Diagnostic>>>; 3],
    f: &mut Vec<Diagnostic>,
) -> Option<[Option<Decimal>; 3]> {
    let before = f.len();
    let numbers = parts.map(|part| match part {
        Some(Ok(number)) => number,
        Some(Err(fault)) => {
            f.push(*fault);
            None
        }
        None => None,
    });
    (f.len() == before).then_some(numbers)
}

/// Works a ratio out, and holds it against a value that is given beside it.
fn completed(mut row: Row, (note, unit): (&MetricNote, &Unit), f: &mut Vec<Diagnostic>) -> Option<Row> {
    let Some((top, bottom)) = row.ratio else { return Some(row) };
    let is_rolling = note.derivation.as_ref().is_some_and(|found| found.method == Method::RollingRatio);
    if is_rolling && top.is_zero() && bottom.is_zero() {
        // A month without anybody is reported; it adds nothing to either sum.
        return Some(row);
    }
    if let Some(fault) = ratio_fault(top, bottom, unit, row.span) {
        let is_error = fault.severity == Severity::Error;
        f.push(fault);
        row.ratio = None;
        row.value = None;
        return (!is_error).then_some(row);
    }
    let worked_out = ratio(top, bottom, unit)?;
    if let Some(given) = row.value {
        let half = Decimal::new(5, given.scale() + 1);
        if (given - worked_out).abs() > half {
            let shown = rounded(worked_out, given.scale());
            f.push(
                Diagnostic::error(
                    "value-disagrees",
                    format!("the value is {given}, its parts make {shown}"),
                    Place::Span(row.span),
                )
                .help("correct the number that is wrong, or leave out `value` and keep the parts"),
            );
        }
    }
    row.value = Some(worked_out);
    Some(row)
}

fn ratio_fault(top: Decimal, bottom: Decimal, unit: &Unit, span: Span) -> Option<Diagnostic> {
    let place = Place::Span(span);
    if bottom.is_zero() {
        let finding = Diagnostic::warning("denominator-zero", "the denominator is 0, so there is no value", place);
        return Some(finding.help("leave both cells empty when there was nobody to count, and say so in `note`"));
    }
    if bottom.is_sign_negative() || top.is_sign_negative() {
        let finding = Diagnostic::error("ratio-negative", format!("{top} out of {bottom} is no share"), place);
        return Some(finding.help("write a numerator and a denominator that are not negative"));
    }
    if *unit == Unit::Percent && top > bottom {
        let finding = Diagnostic::error(
            "numerator-larger",
            format!("the numerator {top} is larger than the denominator {bottom}"),
            place,
        );
        return Some(
            finding.help("check that the two columns are the right way round; a part cannot be larger than the whole"),
        );
    }
    None
}

/// The table that a note names; the inner nothing stands for one whose own findings say what is wrong.
fn table<'i>(
    note: &MetricNote,
    named: &TableNote,
    inputs: &Inputs<'i>,
    f: &mut Vec<Diagnostic>,
) -> Option<(FileId, Option<&'i Table>)> {
    if let Some(file) = named_file(note, named, inputs.sources) {
        return Some((file, inputs.tables.get(&file)));
    }
    f.push(no_file(note, named, inputs.sources));
    None
}

/// The folder of a note.
fn folder<'s>(note: &MetricNote, sources: &'s SourceTree) -> &'s str {
    sources.path(note.file).rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The file that a note names, if it is there.
pub(super) fn named_file(note: &MetricNote, named: &TableNote, sources: &SourceTree) -> Option<FileId> {
    sources.find(&resolved(folder(note, sources), &named.file)?)
}

/// The finding that it is not there.
pub(super) fn no_file(note: &MetricNote, named: &TableNote, sources: &SourceTree) -> Diagnostic {
    let place = Place::Value(note.file, "file".to_owned());
    let beside = format!("{}/", folder(note, sources));
    let neighbours = sources.under(&beside).filter_map(|(_, file)| file.path.strip_prefix(beside.as_str()));
    let help = match nearest(
        &named.file,
        neighbours.filter(|name| [".csv", ".xlsx", ".ods"].iter().any(|end| name.contains(end))),
    ) {
        Some(near) => format!("write `file: {near}`"),
        None => format!("put the file beside the note, in `{beside}`"),
    };
    Diagnostic::error("values-file-missing", format!("there is no file `{}`", named.file), place).help(help)
}

/// A path from a folder, `..` followed; nothing when it leaves the site.
fn resolved(folder: &str, typed: &str) -> Option<String> {
    let mut parts: Vec<&str> = if typed.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in typed.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn from_table(note: &MetricNote, named: &TableNote, table: &Table, unit: &Unit, f: &mut Vec<Diagnostic>) -> Rows {
    let mut out = Rows { is_whole: table.is_whole, dimensions: named.dimensions.clone(), ..Rows::default() };
    let Some(columns) = Columns::of(note, named, table, f) else {
        out.is_whole = false;
        return out;
    };
    f.extend(columns.period.and_then(|column| dates::fault(table, column)));
    for at in 0..table.rows() {
        let before = f.len();
        let row = row(note, &columns, table, at, f).and_then(|row| completed(row, (note, unit), f));
        let is_sound =
            row.is_some() && f.get(before..).is_none_or(|new| new.iter().all(|f| f.severity < Severity::Error));
        out.is_whole &= is_sound;
        out.list.extend(row);
    }
    out
}

fn row(note: &MetricNote, columns: &Columns, table: &Table, at: usize, f: &mut Vec<Diagnostic>) -> Option<Row> {
    let cell = |column: Option<usize>| column.and_then(|column| table.cell(at, column));
    let read = |column: Option<usize>| cell(column).map(|cell| number(cell.text, cell.span));
    let parts = [read(columns.value), read(columns.numerator), read(columns.denominator)];
    let [value, top, bottom] = sound(parts, f)?;
    let typed = cell(columns.value.or(columns.numerator))?;
    let mut groups = Vec::with_capacity(columns.groups.len());
    for (name, column) in &columns.groups {
        let cell = cell(Some(*column))?;
        if cell.text.is_empty() {
            let finding =
                Diagnostic::error("group-missing", format!("a row has nothing under `{name}`"), Place::Span(cell.span));
            f.push(finding.help("write the group, for example `Not known`"));
            return None;
        }
        groups.push(cell.text.to_owned());
    }
    let period = match cell(columns.period) {
        // One finding tells of all of them.
        Some(cell) if dates::is_other_order(cell.text) => return None,
        Some(cell) => Some(period(cell.text, note.grain, cell.span, f)?),
        None => None,
    };
    let name = cell(columns.groups.first().map(|(_, column)| *column)).or_else(|| cell(columns.period));
    Some(Row {
        name: String::new(),
        groups,
        period,
        value,
        ratio: top.zip(bottom),
        places: value.map_or(0, |value| value.scale()),
        bound: Bound::Exact,
        words: None,
        carried: Carried::default(),
        year: None,
        status: cell(columns.status).and_then(|cell| status(cell.text, cell.span, f)).unwrap_or(note.status),
        note: cell(columns.note).map(|cell| cell.text.to_owned()).filter(|text| !text.is_empty()),
        span: typed.span,
        name_span: name.map_or(typed.span, |cell| cell.span),
        line: typed.line,
        hidden: false,
    })
}

fn period(typed: &str, grain: Option<Grain>, span: Span, f: &mut Vec<Diagnostic>) -> Option<Period> {
    if typed.is_empty() {
        let finding = Diagnostic::error("period-missing", "a row has no period", Place::Span(span));
        f.push(finding.help(format!("write the period, for example {}", example(grain))));
        return None;
    }
    let period = Period::read(typed, grain);
    if let Some(wanted) = grain.filter(|wanted| period.grain != Some(*wanted)) {
        let message = format!("`{typed}` is not a {} that Candour knows", wanted.name());
        let finding = Diagnostic::error("period-invalid", message, Place::Span(span));
        f.push(finding.help(format!("write it as {}", example(grain))));
        return None;
    }
    Some(period)
}

/// How a period of a length is typed.
pub(super) fn example(grain: Option<Grain>) -> &'static str {
    match grain {
        Some(Grain::Day) => "2026-03-09",
        Some(Grain::Week) => "2026-03-09 (its first day) or 2026-W11",
        Some(Grain::Month) | None => "2026-03",
        Some(Grain::Quarter) => "2026-Q1",
        Some(Grain::FinancialYear) => "2025 to 2026",
        Some(Grain::CalendarYear) => "2026",
    }
}

fn status(typed: &str, span: Span, f: &mut Vec<Diagnostic>) -> Option<Status> {
    if typed.is_empty() {
        return None;
    }
    let found = Status::ALL.iter().find(|(word, _)| *word == typed).map(|(_, status)| *status);
    if found.is_none() {
        let words = Status::ALL.map(|(word, _)| word);
        let help = nearest(typed, words)
            .map_or_else(|| format!("use one of: {}", words.join(", ")), |near| format!("write {near}"));
        f.push(
            Diagnostic::error(
                "field-choice",
                format!("`{typed}` is not one of the words for a status"),
                Place::Span(span),
            )
            .help(help),
        );
    }
    found
}
