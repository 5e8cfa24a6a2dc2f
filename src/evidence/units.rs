//! What may be set side by side or added: like units, like bases, like kinds of saving.
//!
//! In: a unit as typed, or two metrics. Out: the unit, or the reason why two metrics never meet.
//! Not here: adding.

use crate::diag::{Diagnostic, Place};
use crate::model::metric::{Basis, Metric, SavingKind};
use crate::model::note::MetricNote;
use crate::model::quantity::Unit;
use crate::model::settings::Settings;
use crate::model::slug::nearest;

/// The unit of a note. An unknown one is a finding and counts as a ratio, which promises nothing.
pub(super) fn unit(note: &MetricNote, settings: &Settings, findings: &mut Vec<Diagnostic>) -> Unit {
    let Some(typed) = note.unit.as_deref() else { return Unit::Ratio };
    if let Some(unit) = Unit::parse(typed, &settings.units) {
        return unit;
    }
    let message = format!("`{typed}` is not a unit that Candour knows");
    findings.push(
        Diagnostic::error("unit-unknown", message, Place::Value(note.file, "unit".to_owned()))
            .help(help(typed, settings)),
    );
    Unit::Ratio
}

fn help(typed: &str, settings: &Settings) -> String {
    let add =
        |count: &str| format!("if you count something else, name it in `candour.yaml`, for example `units: [{count}]`");
    let counts = || Unit::COUNTS.into_iter().chain(settings.units.iter().map(String::as_str));
    if let Some((of, per)) = typed.split_once(" per ") {
        let per = per.trim();
        if !Unit::PER.contains(&per) {
            let near = nearest(per, Unit::PER).map_or_else(|| Unit::PER.join(", "), str::to_owned);
            return format!("write `{of} per …` with one of: {near}");
        }
        let of = of.trim();
        return nearest(of, counts()).map_or_else(|| add(of), |near| format!("write `{near} per {per}`"));
    }
    let others = ["pounds", "percent", "index", "ratio"];
    match nearest(typed, counts().chain(others).chain(Unit::TIMES)) {
        Some(near) => format!("write `unit: {near}`; {}", add(typed)),
        None if ["%", "£"].contains(&typed) => {
            format!("write `unit: {}`", if typed == "%" { "percent" } else { "pounds" })
        }
        None => format!("use people, pounds, percent or another unit of the handbook; {}", add(typed)),
    }
}

/// Whether two metrics may be added or compared; when not, why.
///
/// Kinds of saving follow HM Treasury's Government Efficiency Framework: unlike kinds are never added, nor is an amount
/// whose kind its source does not state.
pub fn comparable(a: &Metric, b: &Metric) -> Result<(), String> {
    let differ = |what_a: &str, what_b: &str| Err(format!("`{}` is {what_a} and `{}` is {what_b}", a.id, b.id));
    if a.unit != b.unit {
        return differ(&format!("in {}", a.unit.name()), &format!("in {}", b.unit.name()));
    }
    if a.basis != b.basis {
        return differ(&article(a.basis.name()), &article(b.basis.name()));
    }
    if a.basis == Basis::FullYearEquivalent {
        let made = |metric: &Metric| metric.annualised.clone().unwrap_or_else(|| "not stated".to_owned());
        let (made_a, made_b) = (made(a), made(b));
        if made_a != made_b || made_a == "not stated" {
            return differ(&format!("a full-year equivalent made as `{made_a}`"), &format!("one made as `{made_b}`"));
        }
    }
    if a.kind != b.kind {
        return differ(&kind(a.kind), &kind(b.kind));
    }
    if a.kind == Some(SavingKind::NotStated) {
        return differ("a saving of a kind that is not stated", "too");
    }
    if a.kind.is_some() && a.gross_or_net != b.gross_or_net {
        let word = |metric: &Metric| metric.gross_or_net.clone().unwrap_or_else(|| "not stated".to_owned());
        return differ(&format!("gross or net: {}", word(a)), &word(b));
    }
    Ok(())
}

fn article(basis: &str) -> String {
    format!("on the basis `{basis}`")
}

fn kind(kind: Option<SavingKind>) -> String {
    match kind {
        None => "no saving".to_owned(),
        Some(SavingKind::NotStated) => "a saving of a kind that is not stated".to_owned(),
        Some(kind) => format!("a saving of the kind `{}`", kind.name()),
    }
}
