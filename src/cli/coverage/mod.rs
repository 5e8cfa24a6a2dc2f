//! `candour list duties`: the coverage of duties for programs, for a spreadsheet and for people.
//!
//! In: the assembled site. Out: items of JSON, a CSV with a row for each claim, lines, and a page that stands alone.
//! Gaps come first in all of them. Not here: how a duty is judged.

mod html;

use serde_json::{Value, json};

use crate::diag::{Place, place};
use crate::model::block::{DutiesView, DutyPageView, DutyView, PackView};
use crate::model::view::DateView;
use crate::page::{self, Context};
use crate::pipeline::{self, Loaded};

/// The duties with everything that is known of them.
pub(super) struct Coverage<'a> {
    loaded: &'a Loaded,
    view: DutiesView,
}

/// The coverage of a site.
pub(super) fn coverage(loaded: &Loaded) -> Coverage<'_> {
    let context = Context::of_site(&loaded.site, &loaded.theme, &loaded.metrics);
    let strings = context.strings(&loaded.site.settings.language);
    Coverage { loaded, view: page::duties(&context, None, strings) }
}

/// How a duty may stand, the worst first.
const STANDINGS: [&str; 4] = ["missing", "unproven", "overdue", "met"];

/// The columns of the CSV.
const COLUMNS: &str = "duty pack title audience clause status checked checked_by source standing page page_title \
    page_standing lacks owner last_reviewed reviewed_by review_by file line";

impl Coverage<'_> {
    /// Duties with their packs, the worst first, in the order of the packs.
    fn duties(&self) -> Vec<(&PackView, &DutyView)> {
        let all = self.view.packs.iter().flat_map(|pack| pack.duties.iter().map(move |duty| (pack, duty)));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(_, duty)| STANDINGS.iter().position(|standing| *standing == duty.standing));
        all
    }

    /// The file and the line of a claim.
    fn claimed_at(&self, page: &DutyPageView) -> (String, Option<u32>) {
        let place = Place::Value(page.file, format!("meets.{}", page.at));
        let line = place::printed(&pipeline::found(place, &self.loaded.tree), &self.loaded.tree).line;
        (self.loaded.tree.path(page.file).to_owned(), line)
    }

    /// One item for each duty.
    pub(super) fn items(&self) -> Vec<Value> {
        let item = |(pack, duty): (&PackView, &DutyView)| {
            json!({
                "duty": duty.id, "pack": pack.pack, "title": duty.title, "text": duty.text,
                "audience": duty.audience, "clause": duty.clause, "status": duty.status, "source": duty.source,
                "checked": iso(duty.checked.as_ref()), "checked_by": duty.checked_by, "standing": duty.standing,
                "pages": duty.pages.iter().map(|page| self.page(page)).collect::<Vec<_>>(),
            })
        };
        self.duties().into_iter().map(item).collect()
    }

    fn page(&self, page: &DutyPageView) -> Value {
        let (file, line) = self.claimed_at(page);
        json!({
            "page": page.url, "title": page.title, "owner": page.owner,
            "last_reviewed": iso(page.last_reviewed.as_ref()), "reviewed_by": page.reviewed_by,
            "review_by": iso(page.review_by.as_ref()), "standing": page.standing, "lacks": page.lacks,
            "file": file, "line": line,
        })
    }

    /// A row for each claim, and one for each duty without a page.
    pub(super) fn csv(&self) -> String {
        let mut out = row(&COLUMNS.split(' ').collect::<Vec<_>>());
        for (pack, duty) in self.duties() {
            let clause = duty.clause.as_deref().unwrap_or("number not checked");
            let checked = iso(duty.checked.as_ref()).unwrap_or_default();
            let by = duty.checked_by.as_deref().unwrap_or_default();
            let first = [
                &duty.id,
                &pack.pack,
                &duty.title,
                &duty.audience,
                clause,
                duty.status,
                checked,
                by,
                &duty.source,
                duty.standing,
            ];
            for page in &duty.pages {
                let (file, line) = self.claimed_at(page);
                let line = line.map(|line| line.to_string()).unwrap_or_default();
                let lacks = page.lacks.join(" ");
                let last = [
                    page.url.as_str(),
                    &page.title,
                    page.standing,
                    &lacks,
                    page.owner.as_deref().unwrap_or_default(),
                    iso(page.last_reviewed.as_ref()).unwrap_or_default(),
                    page.reviewed_by.as_deref().unwrap_or_default(),
                    iso(page.review_by.as_ref()).unwrap_or_default(),
                    &file,
                    &line,
                ];
                out.push_str(&row(&[&first[..], &last[..]].concat()));
            }
            if duty.pages.is_empty() {
                out.push_str(&row(&[&first[..], &[""; 10][..]].concat()));
            }
        }
        out
    }

    /// Lines for people: a duty, then its pages.
    pub(super) fn lines(&self) -> String {
        let mut out = String::new();
        for (pack, duty) in self.duties() {
            let clause = duty.clause.as_deref().map_or_else(String::new, |clause| format!(", {clause}"));
            out.push_str(&format!("{:<8}  {}  {} ({}{clause})\n", duty.standing, duty.id, duty.title, pack.pack));
            for page in &duty.pages {
                let (file, line) = self.claimed_at(page);
                let line = line.map(|line| format!(":{line}")).unwrap_or_default();
                let due = page.review_by.as_ref().map_or_else(String::new, |due| format!("  due {}", due.iso));
                let owner = page.owner.as_deref().map_or_else(String::new, |owner| format!("  {owner}"));
                out.push_str(&format!("    {:<8}  {}  {file}{line}{owner}{due}\n", page.standing, page.url));
                out.extend(page.lacks.iter().map(|lack| format!("              {lack}\n")));
            }
        }
        out
    }

    /// A page for leaders and inspectors.
    pub(super) fn html(&self) -> String {
        html::html(self)
    }
}

fn iso(date: Option<&DateView>) -> Option<&str> {
    date.map(|date| date.iso.as_str())
}

/// A row of CSV. What a spreadsheet would take for a formula gets an apostrophe.
fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        let safe = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        let text = format!("{safe}{text}");
        if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn a_cell_that_looks_like_a_formula_is_text() {
        assert_eq!(row(&["=1+1", "a, \"b\"", "plain"]), "'=1+1,\"a, \"\"b\"\"\",plain\n");
    }
}
