//! Tables, for data and for looks.

use crate::page::Page;

/// A table.
pub(crate) fn table(page: &mut Page) {
    let attributes = page.mostly(
        "",
        &[
            "class=\"data\"",
            "role=\"grid\"",
            "role=\"presentation\"",
            "role=\"table\"",
            "role=\"none\" tabindex=\"0\"",
            "border=\"1\"",
            "summary=\"What it costs\"",
            "role=\"treegrid\"",
            "aria-label=\"Costs\"",
        ],
    );
    let (columns, rows) = (1 + page.seed.below(4), 1 + page.seed.below(4));
    let headers = page.seed.below(10);
    page.around("table", attributes, |page| {
        match page.seed.below(5) {
            0 | 1 => {
                let caption = page.mostly("What a break costs", &["", "What it costs"]);
                page.element("caption", "", caption);
            }
            _ => {}
        }
        if headers < 7 {
            let outer = page.seed.pick(&["thead", "thead", "tbody"]);
            page.around(outer, "", |page| row(page, columns, headers != 6, false));
        }
        for at in 0..rows {
            let columns = if page.seed.in_hundred(6) { columns + 1 } else { columns };
            if page.seed.in_hundred(4) {
                page.around("tr", "", |page| page.element("td", &format!("colspan=\"{columns}\""), "Care at home"));
            }
            row(page, columns, headers == 7 && at == 0, headers == 8 || headers < 3);
        }
    });
}

fn row(page: &mut Page, columns: usize, is_head: bool, has_lead: bool) {
    let attributes = page.mostly("", &["role=\"row\"", "aria-expanded=\"true\"", "class=\"odd\"", "role=\"none\""]);
    page.around("tr", attributes, |page| {
        for column in 0..columns {
            if is_head || has_lead && column == 0 {
                header(page);
            } else {
                cell(page);
            }
        }
    });
}

fn header(page: &mut Page) {
    let attributes = page.mostly(
        "",
        &[
            "scope=\"col\"",
            "scope=\"row\"",
            "scope=\"column\"",
            "scope=\"colgroup\"",
            "role=\"columnheader\"",
            "role=\"rowheader\"",
            "abbr=\"Cost\"",
            "role=\"button\"",
            "aria-sort=\"ascending\"",
            "aria-sort=\"up\"",
            "scope=\"\"",
        ],
    );
    let attributes =
        if page.seed.in_hundred(15) { format!("{attributes} id=\"{}\"", page.id()) } else { attributes.to_owned() };
    let words = if page.seed.in_hundred(10) { "" } else { page.name() };
    if words.is_empty() && page.seed.in_hundred(30) {
        page.around("th", &attributes, |page| page.open("img", "src=\"a.png\" alt=\"Cost\""));
    } else {
        page.element("th", &attributes, words);
    }
}

fn cell(page: &mut Page) {
    let id = page.known_id();
    let attributes = page
        .mostly(
            "",
            &[
                "headers=\"ID\"",
                "headers=\"nowhere\"",
                "headers=\"\"",
                "scope=\"row\"",
                "colspan=\"2\"",
                "rowspan=\"2\"",
                "role=\"gridcell\"",
                "role=\"cell\"",
                "aria-label=\"Cost\"",
                "class=\"n\"",
            ],
        )
        .replace("ID", &id);
    match page.seed.below(14) {
        0 => page.element("td", &attributes, ""),
        1 => page.around("td", &attributes, crate::blocks::link),
        2 => page.around("td", &attributes, crate::fields::field),
        _ => page.element("td", &attributes, "£12.50"),
    }
}
