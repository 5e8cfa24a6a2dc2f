//! A line of rolling figures: each point covers a window of time up to it.
//!
//! In: a metric whose values cover a window. Out: the drawing of a line, never joined over a missing value, and its
//! description, which begins with what each point covers; neighbouring points share most of their time, and it says so.
//! Not here: the window in the subtitle and the numbers behind each point, which are the table's; limits of any process.

use crate::model::metric::{Basis, Metric};
use crate::model::strings::Strings;

use super::{ChartKind, Misfit, line};

/// The entry in the list of kinds.
pub const KIND: ChartKind = ChartKind {
    name: "rolling",
    purpose: "rolling figures, such as 12 months to each point",
    fits,
    draw: line::KIND.draw,
    describe,
};

fn is_rolling(metric: &Metric) -> bool {
    let derived = metric.derivation.as_ref().is_some_and(|derivation| derivation.method.has_window());
    derived || metric.basis == Basis::Rolling12Months
}

fn fits(metric: &Metric) -> Result<(), Misfit> {
    (line::KIND.fits)(metric)?;
    if !is_rolling(metric) {
        return Err(Misfit::new(
            format!("the values of `{}` cover no window of time", metric.id),
            "use `as=\"line\"`, or derive the measure with `method: rolling ratio` or `method: rolling mean`",
        ));
    }
    Ok(())
}

fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    let mut sentences = vec![strings.text("chart.rolling.shared").to_owned()];
    sentences.extend((line::KIND.describe)(metric, strings));
    sentences
}
