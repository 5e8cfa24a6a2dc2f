//! Tables as the grid that a browser makes of rows and spans.
//!
//! In: the tree. Out: [`Grid`]: which cell stands in which slot, which cells are headers and of what.
//! Not here: whether a table is good; that is `document/tables/`.

use super::page::Page;
use super::tree::{Name, NodeId, Tree, name};

/// Grids of more slots are not laid out: nothing is said of such a table.
const MOST_SLOTS: usize = 200_000;

/// No table of the page may take more slots together.
const MOST_ROWS: usize = 50_000;

/// A cell of a table.
#[derive(Debug)]
pub(crate) struct Cell {
    /// The `td` or `th`.
    pub(crate) node: NodeId,
    /// The first row it stands in.
    pub(crate) row: usize,
    /// The first column it stands in.
    pub(crate) column: usize,
    /// Columns it spans.
    pub(crate) columns: usize,
    /// Rows it spans, those below the table not counted.
    pub(crate) rows: usize,
    /// What it is the header of.
    pub(crate) scope: Scope,
}

/// What a cell is the header of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Nothing: it holds data.
    Data,
    /// The cells below.
    Column,
    /// The cells beside.
    Row,
    /// Either: a `th` that says nothing, in a row and a column that hold data too.
    Both,
}

impl Scope {
    /// Whether cells below may be its own.
    pub(crate) fn is_column(self) -> bool {
        matches!(self, Self::Column | Self::Both)
    }

    /// Whether cells beside may be its own.
    pub(crate) fn is_row(self) -> bool {
        matches!(self, Self::Row | Self::Both)
    }
}

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Rows and columns mean something.
    Tabular,
    /// It only places things beside each other.
    Layout,
    /// The file alone does not say.
    Unclear,
}

/// A table laid out.
#[derive(Debug)]
pub(crate) struct Grid {
    /// The `table`.
    pub(crate) table: NodeId,
    /// What it is for.
    pub(crate) purpose: Purpose,
    /// Its rows in the order of display.
    pub(crate) rows: Vec<NodeId>,
    /// Its cells, row after row.
    pub(crate) cells: Vec<Cell>,
    /// Row after row, the cell in each slot.
    pub(crate) slots: Vec<Vec<Option<usize>>>,
}

/// All tables of a page that people meet, in document order.
pub(crate) fn grids(page: &Page<'_>) -> Vec<Grid> {
    let tables = page.elements(&name!("table")).iter().copied();
    let mut room = MOST_SLOTS;
    let met = tables.filter(|id| page.tree.is(*id, &name!("table")) && page.is_exposed(*id));
    met.filter_map(|table| Grid::new(page, table, &mut room)).collect()
}

impl Grid {
    /// Lays a table out. None when it, with those before, is larger than any that is read.
    fn new(page: &Page<'_>, table: NodeId, room: &mut usize) -> Option<Self> {
        let tree = page.tree;
        let rows = rows(tree, table);
        if rows.len() > MOST_ROWS {
            return None;
        }
        let mut grid =
            Self { table, purpose: Purpose::Unclear, slots: vec![Vec::new(); rows.len()], rows, cells: Vec::new() };
        for row in 0..grid.rows.len() {
            grid.fill(tree, row, room)?;
        }
        grid.tell_headers(tree);
        grid.purpose = grid.purpose(page);
        Some(grid)
    }

    /// Places the cells of a row. None when there is no room left.
    fn fill(&mut self, tree: &Tree, row: usize, room: &mut usize) -> Option<()> {
        let mut column = 0;
        for node in cells(tree, *self.rows.get(row)?) {
            while self.slots.get(row)?.get(column).copied().flatten().is_some() {
                column += 1;
            }
            let columns = span(tree.attribute(node, &name!("colspan"))).clamp(1, 1000);
            let below = self.rows.len() - row;
            let rows = match span(tree.attribute(node, &name!("rowspan"))) {
                0 => below,
                rows => rows.min(below),
            };
            *room = room.checked_sub(columns * rows)?;
            let cell = self.cells.len();
            for slots in self.slots.iter_mut().skip(row).take(rows) {
                if slots.len() < column + columns {
                    slots.resize(column + columns, None);
                }
                slots
                    .iter_mut()
                    .skip(column)
                    .take(columns)
                    .filter(|slot| slot.is_none())
                    .for_each(|slot| *slot = Some(cell));
            }
            self.cells.push(Cell { node, row, column, columns, rows, scope: Scope::Data });
            column += columns;
        }
        Some(())
    }

    /// The width of the widest row.
    pub(crate) fn width(&self) -> usize {
        self.slots.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Whether any cell is a header.
    pub(crate) fn has_headers(&self) -> bool {
        self.cells.iter().any(|cell| cell.scope != Scope::Data)
    }

    fn tell_headers(&mut self, tree: &Tree) {
        let is_header = |cell: &Cell| tree.is(cell.node, &name!("th"));
        let in_row = |row: &Vec<Option<usize>>| {
            row.iter().all(|slot| slot.and_then(|cell| self.cells.get(cell)).is_some_and(is_header))
        };
        let header_rows: Vec<bool> = self.slots.iter().map(in_row).collect();
        let mut header_columns = vec![true; self.width()];
        for row in &self.slots {
            for (column, is_headers) in header_columns.iter_mut().enumerate() {
                let cell = row.get(column).copied().flatten().and_then(|cell| self.cells.get(cell));
                *is_headers &= cell.is_some_and(is_header);
            }
        }
        for cell in &mut self.cells {
            cell.scope = match tree.attribute(cell.node, &name!("role")).map(str::trim) {
                Some("columnheader") => Scope::Column,
                Some("rowheader") => Scope::Row,
                _ => match tree.attribute(cell.node, &name!("scope")) {
                    Some("col" | "colgroup") => Scope::Column,
                    Some("row" | "rowgroup") => Scope::Row,
                    _ if !tree.is(cell.node, &name!("th")) => Scope::Data,
                    _ if header_rows.get(cell.row) == Some(&true) => Scope::Column,
                    _ if header_columns.get(cell.column) == Some(&true) => Scope::Row,
                    _ => Scope::Both,
                },
            };
        }
    }

    /// What the table is for, as far as the file decides it.
    fn purpose(&self, page: &Page<'_>) -> Purpose {
        let tree = page.tree;
        let role = tree.attribute(self.table, &name!("role")).map(str::trim);
        if matches!(role, Some("presentation" | "none")) && !page.is_focusable(self.table) {
            return Purpose::Layout;
        }
        if matches!(role, Some("grid" | "treegrid" | "table")) || self.is_marked_up(tree) {
            return Purpose::Tabular;
        }
        let says_none = |(name, value): (&Name, &str)| &**name == "datatable" && value == "0";
        if tree.attributes(self.table).any(says_none) || self.nested(tree).is_some() || self.rows.len() < 2 {
            return Purpose::Layout;
        }
        let sample: Vec<_> =
            self.rows.get(self.rows.len().div_ceil(2)).map(|row| cells(tree, *row).collect()).unwrap_or_default();
        match sample.as_slice() {
            [cell] if span(tree.attribute(*cell, &name!("colspan"))) <= 1 => Purpose::Layout,
            [_, _, _, _, _, ..] => Purpose::Tabular,
            _ if self.rows.len() >= 20 => Purpose::Tabular,
            _ => Purpose::Unclear,
        }
    }

    /// Whether it has what only tables of data have.
    fn is_marked_up(&self, tree: &Tree) -> bool {
        let has = |name| tree.attribute(self.table, &name).is_some_and(|value| !value.is_empty());
        let is_part = |at: NodeId| {
            [name!("thead"), name!("tfoot"), name!("caption"), name!("colgroup")].iter().any(|part| tree.is(at, part))
        };
        has(name!("summary"))
            || tree.children(self.table).any(is_part)
            || self.cells.iter().any(|cell| {
                let named = |name| tree.attribute(cell.node, &name).is_some_and(|value| !value.is_empty());
                cell.scope != Scope::Data
                    || tree.is(cell.node, &name!("th"))
                    || named(name!("headers"))
                    || named(name!("abbr"))
                    || named(name!("scope"))
            })
    }

    /// The first table in it.
    pub(crate) fn nested(&self, tree: &Tree) -> Option<NodeId> {
        tree.descendants(self.table).find(|at| tree.is(*at, &name!("table")))
    }
}

/// The rows of a table as browsers show them: heads first, feet last.
fn rows(tree: &Tree, table: NodeId) -> Vec<NodeId> {
    let (mut head, mut body, mut foot) = (Vec::new(), Vec::new(), Vec::new());
    for part in tree.children(table) {
        let rows = tree.children(part).filter(|row| tree.is(*row, &name!("tr")));
        match *tree.name(part) {
            name!("thead") => head.extend(rows),
            name!("tbody") => body.extend(rows),
            name!("tfoot") => foot.extend(rows),
            name!("tr") => body.push(part),
            _ => {}
        }
    }
    head.append(&mut body);
    head.append(&mut foot);
    head
}

/// The cells of a row.
pub(crate) fn cells(tree: &Tree, row: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    tree.children(row).filter(|at| tree.is(*at, &name!("td")) || tree.is(*at, &name!("th")))
}

/// A span as browsers read it: the digits at the start, 1 without any.
fn span(value: Option<&str>) -> usize {
    let digits = value.map(|value| value.trim_start().trim_start_matches('+'));
    let digits = digits.map(|value| value.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default());
    match digits {
        Some(digits) if !digits.is_empty() => digits.parse::<usize>().unwrap_or(usize::MAX).min(65_534),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::styles::Sheets;

    fn shape(html: &str) -> Vec<String> {
        let tree = Tree::parse(html);
        let page = Page::new(&tree, &Sheets::default());
        let grid = grids(&page).remove(0);
        let words = |cell: usize| tree.text_content(grid.cells[cell].node);
        let row = |row: &Vec<Option<usize>>| row.iter().map(|slot| slot.map_or("_".to_owned(), words)).collect();
        grid.slots.iter().map(row).collect()
    }

    #[test]
    fn spans_fill_the_slots_they_cover() {
        let html = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td rowspan=9>e";
        assert_eq!(shape(html), ["abb", "acd", "e"]);
        assert_eq!(shape("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td colspan=x>d"), ["ab", "ac", "ad"]);
    }

    #[test]
    fn heads_come_first_and_feet_last() {
        assert_eq!(shape("<table><tfoot><tr><td>f<tbody><tr><td>b<thead><tr><td>h"), ["h", "b", "f"]);
    }

    #[test]
    fn a_table_beyond_all_measure_is_not_laid_out() {
        let tree = Tree::parse(&format!("<table>{}", "<tr><td colspan=1000 rowspan=65534>a".repeat(5000)));
        assert!(grids(&Page::new(&tree, &Sheets::default())).is_empty());
    }
}
