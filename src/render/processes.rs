//! The small drawings of the summary table and of the grid.
//!
//! In: views from `page/`. Out: the same views with their icons drawn. Not here: words, markup.

use crate::chart::spc_icons::of_sign;
use crate::model::processes::{GridView, IconView, SummaryView};

/// The summary with its drawings.
pub(super) fn summary(view: &SummaryView) -> SummaryView {
    let mut view = view.clone();
    view.rows.iter_mut().flat_map(|row| &mut row.cells).filter_map(|cell| cell.icon.as_mut()).for_each(draw);
    view
}

/// The grid with its drawings.
pub(super) fn grid(view: &GridView) -> GridView {
    let mut view = view.clone();
    let cells = view.rows.iter_mut().flat_map(|row| &mut row.cells);
    cells.flat_map(|cell| &mut cell.measures).flat_map(|measure| &mut measure.icons).for_each(draw);
    view
}

fn draw(icon: &mut IconView) {
    icon.svg = of_sign(icon.sign);
}
