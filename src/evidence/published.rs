//! Raw numbers become publishable ones.
//!
//! In: the rows and the total of a note. Out: the same rows masked and rounded where they count people, and the totals that
//! may be shown. Nothing after this sees a raw number. Not here: how it is decided what to hide (`disclose/`).

use std::collections::BTreeMap;

use super::derived::{self, Known};
use super::disclose::{self, RawMargin};
use super::display::Style;
use super::reconcile::RawTotal;
use super::row::{Row, Rows};
use super::{Inputs, check, method};
use crate::model::derivation::Method;
use crate::model::metric::{Margin, Total};
use crate::model::note::MetricNote;
use crate::model::quantity::{Decimal, Unit};

/// What may be shown of a metric's numbers besides its rows.
pub(super) struct Published {
    /// The total, if it may be shown.
    pub(super) total: Option<Decimal>,
    /// The totals of lines.
    margins: Vec<RawMargin>,
    /// Whether anything was hidden or rounded.
    pub(super) is_masked: bool,
}

impl Published {
    /// The total as it may be seen.
    pub(super) fn shown_total(&self, total: RawTotal, style: Style<'_>) -> Total {
        Total {
            value: self.total,
            display: shown(self.total, style),
            stated: total.stated,
            reconciles: total.reconciles,
        }
    }

    /// The totals of lines as they may be seen.
    pub(super) fn shown_margins(&self, style: Style<'_>) -> Vec<Margin> {
        let shown = |margin: &RawMargin| Margin {
            dimension: margin.dimension,
            group: margin.group.clone(),
            value: margin.value,
            display: shown(margin.value, style),
        };
        self.margins.iter().map(shown).collect()
    }
}

fn shown(value: Option<Decimal>, style: Style<'_>) -> String {
    value.map_or_else(|| style.strings.text("figure_words.hidden").to_owned(), |value| style.number(value))
}

/// Puts the rows of a dated table in order, so that of equal counts the earliest is hidden, however the file is sorted.
fn in_time(rows: &mut Rows) {
    let days = |row: &Row| row.period.as_ref().and_then(|period| period.days);
    if !rows.inside && rows.list.iter().all(|row| days(row).is_some()) {
        rows.list.sort_by_key(days);
    }
}

/// Whether the totals of lines stand beside a table: for counts, and where the note asks for them.
fn shows_margins(note: &MetricNote, unit: &Unit) -> bool {
    let wanted = note.totals == Some(true) || (note.totals.is_none() && unit.is_count());
    wanted && check::is_additive(note, unit)
}

/// Masks and rounds where the counts of a note are of people. Shares are made here, of parts and totals that were masked
/// together.
pub(super) fn published(
    (note, unit): (&MetricNote, &Unit),
    rows: &mut Rows,
    (total, known): (Option<Decimal>, &Known<'_>),
    inputs: &Inputs<'_>,
) -> Published {
    let is_share = method(note) == Some(Method::Share);
    let totals = if is_share { derived::share_totals(rows) } else { BTreeMap::new() };
    let whole = total.or_else(|| totals.get("").copied().flatten());
    let protects = disclose::protects(note, unit) || known.shared.protects(note, inputs.sources);
    let Some(policy) = disclose::policy(inputs.settings).filter(|_| protects) else {
        let margins = if shows_margins(note, unit) { disclose::margins(rows) } else { Vec::new() };
        if is_share {
            derived::share(rows, &totals);
        }
        return Published { total, margins, is_masked: false };
    };
    in_time(rows);
    // A sum that is not published here may stand somewhere else.
    let is_summed = is_share || note.totals != Some(false) && check::is_additive(note, unit);
    let mut masked = disclose::mask(rows, whole, is_summed, policy);
    let base = inputs.settings.disclosure_round_to;
    let is_masked = base > 1 || masked.total.is_none() && whole.is_some() || rows.list.iter().any(|row| row.hidden);
    if base > 1 {
        masked = disclose::round(rows, masked, base);
    }
    if is_share {
        derived::share(rows, &derived::totals_left(totals, &masked));
        return Published { total: None, margins: Vec::new(), is_masked };
    }
    masked.margins.retain(|_| rows.dimensions.len() == 2 && shows_margins(note, unit));
    Published { total: masked.total, margins: masked.margins, is_masked }
}
