//! ARIA: widgets made by hand, attributes of all kinds in all places, things hidden.

use crate::page::Page;

/// A widget: a whole with its parts, sound or not.
pub(crate) fn widget(page: &mut Page) {
    match page.seed.below(12) {
        0 | 1 => whole(page, "tablist", "tab", &["button", "heading", "none"]),
        2 => whole(page, "menu", "menuitem", &["separator", "menuitemcheckbox", "link", "group"]),
        3 => whole(page, "listbox", "option", &["button", "group", "listitem"]),
        4 => whole(page, "tree", "treeitem", &["group", "listitem"]),
        5 => whole(page, "list", "listitem", &["button", "group", "link"]),
        6 => whole(page, "radiogroup", "radio", &["checkbox", "button"]),
        7 => grid(page),
        8 => dialog(page),
        9 | 10 => single(page),
        _ => loose(page),
    }
}

fn whole(page: &mut Page, role: &str, part: &'static str, others: &[&'static str]) {
    let more = page.mostly(
        "aria-label=\"Choose\"",
        &[
            "",
            "aria-busy=\"true\"",
            "aria-orientation=\"vertical\"",
            "aria-orientation=\"up\"",
            "aria-multiselectable=\"true\"",
            "aria-activedescendant=\"nowhere\"",
            "aria-level=\"1\"",
            "aria-owns=\"nowhere\"",
            "aria-required=\"true\"",
            "aria-readonly=\"true\"",
        ],
    );
    page.around("div", &format!("role=\"{role}\" {more}"), |page| {
        for _ in 0..page.seed.below(4) {
            let given = if page.seed.in_hundred(78) { part } else { page.seed.pick(others) };
            let state = page.mostly(
                "",
                &[
                    "aria-selected=\"true\"",
                    "aria-selected=\"yes\"",
                    "aria-checked=\"true\"",
                    "aria-checked=\"mixed\"",
                    "tabindex=\"0\"",
                    "tabindex=\"-1\"",
                    "aria-posinset=\"1\" aria-setsize=\"3\"",
                    "aria-posinset=\"0\"",
                    "aria-expanded=\"true\"",
                    "aria-disabled=\"true\"",
                    "aria-level=\"2\"",
                    "aria-hidden=\"true\"",
                    "aria-controls=\"nowhere\"",
                ],
            );
            let words = if page.seed.in_hundred(8) { "" } else { page.name() };
            let name = page.seed.pick(&["div", "div", "span", "button", "li", "a"]);
            match page.seed.below(8) {
                0 => page.around("div", "", |page| page.element(name, &format!("role=\"{given}\" {state}"), words)),
                1 => page.around("div", "role=\"group\"", |page| {
                    page.element(name, &format!("role=\"{given}\" {state}"), words);
                }),
                2 => page.element("p", "", words),
                3 if part == "treeitem" => page.around("div", &format!("role=\"{given}\" {state}"), |page| {
                    page.text(words);
                    page.around("div", "role=\"group\"", |page| page.element("div", "role=\"treeitem\"", "Costs"));
                }),
                4 => page.element("div", "aria-live=\"polite\"", words),
                _ => page.element(name, &format!("role=\"{given}\" {state}"), words),
            }
        }
        if page.seed.in_hundred(8) {
            page.text("Choose");
        }
    });
}

fn grid(page: &mut Page) {
    let role = page.seed.pick(&["grid", "table", "treegrid"]);
    page.around("div", &format!("role=\"{role}\" aria-label=\"Costs\""), |page| {
        let grouped = page.seed.in_hundred(40);
        if grouped {
            page.open("div", "role=\"rowgroup\"");
        }
        for _ in 0..page.seed.below(3) {
            let row = page.mostly(
                "role=\"row\"",
                &[
                    "role=\"row\" aria-expanded=\"true\"",
                    "role=\"row\" aria-level=\"1\"",
                    "",
                    "role=\"listitem\"",
                    "role=\"row\" aria-rowindex=\"1\"",
                    "role=\"row\" aria-rowindex=\"0\"",
                ],
            );
            page.around("div", row, |page| {
                for _ in 0..page.seed.below(3) {
                    let cell = page.mostly(
                        "role=\"cell\"",
                        &[
                            "role=\"gridcell\"",
                            "role=\"columnheader\"",
                            "role=\"rowheader\" aria-sort=\"none\"",
                            "",
                            "role=\"button\"",
                            "role=\"cell\" aria-selected=\"true\"",
                            "role=\"cell\" aria-colspan=\"0\"",
                        ],
                    );
                    page.element("div", cell, "£5");
                }
            });
        }
        if grouped {
            page.close("div");
        }
    });
}

fn dialog(page: &mut Page) {
    let attributes = page.mostly(
        "role=\"dialog\" aria-label=\"Ask us\" hidden",
        &[
            "role=\"dialog\" aria-modal=\"true\"",
            "role=\"alertdialog\"",
            "role=\"dialog\" aria-labelledby=\"nowhere\"",
            "role=\"dialog\" title=\"Ask\"",
            "role=\"alert\"",
            "role=\"tooltip\"",
            "role=\"tooltip\" aria-label=\"Help\"",
            "role=\"status\"",
            "role=\"dialog\" aria-modal=\"maybe\"",
        ],
    );
    let name = page.mostly("div", &["dialog open", "dialog", "section"]);
    let (name, more) = name.split_once(' ').unwrap_or((name, ""));
    page.around(name, &format!("{attributes} {more}"), |page| {
        if page.seed.in_hundred(50) {
            page.element("h2", "", "Ask us");
        }
        crate::fields::button(page);
    });
}

/// A widget of one element.
fn single(page: &mut Page) {
    let attributes = page.seed.pick(&[
        "role=\"checkbox\" aria-checked=\"false\" tabindex=\"0\"",
        "role=\"checkbox\" tabindex=\"0\"",
        "role=\"switch\" aria-checked=\"true\" tabindex=\"0\"",
        "role=\"switch\"",
        "role=\"slider\" aria-valuenow=\"4\" tabindex=\"0\" aria-label=\"Hours\"",
        "role=\"slider\" tabindex=\"0\"",
        "role=\"slider\" aria-valuetext=\"four\" aria-label=\"Hours\"",
        "role=\"slider\" aria-valuenow=\"four\"",
        "role=\"spinbutton\" aria-label=\"Hours\"",
        "role=\"spinbutton\" aria-valuenow=\"\"",
        "role=\"progressbar\" aria-valuenow=\"40\" aria-label=\"Done\"",
        "role=\"progressbar\" aria-valuenow=\"40%\"",
        "role=\"progressbar\"",
        "role=\"meter\" aria-valuenow=\"4\"",
        "role=\"meter\" aria-label=\"Cost\"",
        "role=\"scrollbar\"",
        "role=\"scrollbar\" aria-valuenow=\"3\" aria-controls=\"nowhere\"",
        "role=\"separator\"",
        "role=\"separator\" tabindex=\"0\"",
        "role=\"separator\" tabindex=\"0\" aria-valuenow=\"1\"",
        "role=\"textbox\" tabindex=\"0\"",
        "role=\"textbox\" aria-label=\"Name\" contenteditable",
        "role=\"searchbox\" aria-label=\"Search\"",
        "role=\"combobox\" aria-expanded=\"false\" aria-label=\"Town\"",
        "role=\"combobox\" aria-expanded=\"true\" aria-label=\"Town\"",
        "role=\"combobox\"",
        "role=\"button\" tabindex=\"0\"",
        "role=\"button\"",
        "role=\"link\" tabindex=\"0\"",
        "role=\"link\" aria-label=\"Help\"",
        "role=\"img\"",
        "role=\"radio\" aria-checked=\"true\"",
        "role=\"heading\" aria-level=\"3\"",
        "role=\"text\"",
        "role=\"math\" aria-label=\"x\"",
        "role=\"toolbar\"",
        "role=\"tooltip\"",
    ]);
    let name = page.seed.pick(&["div", "span", "div", "p"]);
    page.around(name, attributes, |page| match page.seed.below(6) {
        0 => {}
        1 => page.element("a", "href=\"/care/\"", "Care"),
        2 => page.element("span", "tabindex=\"0\"", "Care"),
        3 => page.open("input", "aria-label=\"Name\""),
        _ => page.text("Care"),
    });
}

/// A part without its whole, and roles that do not exist.
fn loose(page: &mut Page) {
    let role = page.seed.pick(&[
        "tab",
        "option",
        "menuitem",
        "row",
        "cell",
        "treeitem",
        "gridcell",
        "listitem",
        "rowgroup",
        "banner main",
        "foo",
        "widget",
        "foo button",
        "landmark",
        "directory",
        "doc-chapter",
        "doc-endnote",
        "doc-noteref",
        "Button",
        "none",
        "presentation",
        "none presentation",
        "generic",
        "text",
        "feed",
        "log",
        "note",
        "definition",
        "term",
        "article",
        "application",
        "document",
        "group",
        "math",
        "marquee",
        "timer",
        "suggestion",
        "caption",
        "code",
        "strong",
        "mark",
        "paragraph",
        "blockquote",
        "time",
        "doc-toc",
        "graphics-object",
        "img foo",
    ]);
    let name = page.seed.pick(&["div", "span", "p", "section", "li", "a", "button", "h2", "td"]);
    let words = page.sentence();
    page.element(name, &format!("role=\"{role}\""), words);
}

/// Any element with any attribute of ARIA.
#[expect(clippy::too_many_lines, reason = "a grammar is one list of what it may write")]
pub(crate) fn decorated(page: &mut Page) {
    let name = page.seed.pick(&[
        "div",
        "span",
        "p",
        "h2",
        "ul",
        "section",
        "a href=\"/care/\"",
        "button",
        "nav",
        "em",
        "label",
        "figure",
        "address",
        "article",
        "details",
        "blockquote",
        "time",
        "abbr",
        "div role=\"group\"",
        "div role=\"note\"",
        "main",
        "td",
        "dd",
        "form",
        "input",
        "img alt=\"Ramp\"",
        "hr",
        "x-card",
        "strong",
        "legend",
        "progress",
        "meter",
        "output",
        "search",
    ]);
    let (name, attributes) = name.split_once(' ').unwrap_or((name, ""));
    let id = page.known_id();
    let aria = page
        .seed
        .pick(&[
            "aria-label=\"Help\"",
            "aria-label=\"\"",
            "aria-labelledby=\"ID\"",
            "aria-labelledby=\"nowhere\"",
            "aria-describedby=\"ID\"",
            "aria-describedby=\"nowhere\"",
            "aria-labeledby=\"ID\"",
            "aria-hidden=\"false\"",
            "aria-hidden=\"yes\"",
            "aria-hidden",
            "aria-live=\"polite\"",
            "aria-live=\"loud\"",
            "aria-atomic=\"TRUE\"",
            "aria-atomic=\"1\"",
            "aria-busy=\"true\"",
            "aria-busy=\"True\"",
            "aria-checked=\"true\"",
            "aria-colcount=\"3\"",
            "aria-controls=\"ID\"",
            "aria-controls=\"nowhere\"",
            "aria-current=\"page\"",
            "aria-current=\"here\"",
            "aria-details=\"nowhere\"",
            "aria-details=\"ID\"",
            "aria-disabled=\"true\"",
            "aria-disabled=\"disabled\"",
            "aria-dropeffect=\"copy\"",
            "aria-errormessage=\"ID\" aria-invalid=\"true\"",
            "aria-expanded=\"true\"",
            "aria-flowto=\"nowhere\"",
            "aria-grabbed=\"true\"",
            "aria-haspopup=\"true\"",
            "aria-haspopup=\"popup\"",
            "aria-invalid=\"wrong\"",
            "aria-keyshortcuts=\"Alt+S\"",
            "aria-level=\"2\"",
            "aria-level=\"0\"",
            "aria-modal=\"true\"",
            "aria-multiline=\"true\"",
            "aria-orientation=\"horizontal\"",
            "aria-owns=\"nowhere\"",
            "aria-placeholder=\"x\"",
            "aria-posinset=\"1\"",
            "aria-pressed=\"true\"",
            "aria-readonly=\"true\"",
            "aria-relevant=\"all\"",
            "aria-relevant=\"everything\"",
            "aria-required=\"true\"",
            "aria-required=\"false\"",
            "aria-roledescription=\"card\"",
            "aria-selected=\"true\"",
            "aria-sort=\"none\"",
            "aria-valuenow=\"1\"",
            "aria-valuetext=\"one\"",
            "aria-foo=\"1\"",
            "aria-brailleroledescription=\"c\"",
            "aria-braillelabel=\"c\"",
            "aria-description=\"More\"",
            "aria-rowcount=\"-1\"",
            "aria-rowcount=\"-2\"",
            "aria-setsize=\"3\"",
        ])
        .replace("ID", &id);
    let words = if page.seed.in_hundred(30) { "" } else { page.sentence() };
    let attributes = format!("{attributes} {aria}");
    if matches!(name, "input" | "img" | "hr") {
        page.open(name, &attributes);
    } else {
        page.element(name, &attributes, words);
    }
}

/// Something hidden, with what may be reached in it.
pub(crate) fn hidden(page: &mut Page) {
    let attributes = page.seed.pick(&[
        "aria-hidden=\"true\"",
        "aria-hidden=\"true\"",
        "hidden",
        "inert",
        "style=\"display:none\"",
        "style=\"visibility:hidden\"",
        "aria-hidden=\"TRUE\"",
        "aria-hidden=\"true\" hidden",
        "aria-hidden=\"false\"",
        "role=\"none\" aria-hidden=\"true\"",
        "inert aria-hidden=\"true\"",
    ]);
    page.around("div", attributes, |page| match page.seed.below(9) {
        0 | 1 => crate::blocks::link(page),
        2 => crate::fields::field(page),
        3 => page.element("button", "type=\"button\" tabindex=\"-1\"", "Help"),
        4 => page.element("span", "tabindex=\"0\"", "Help"),
        5 => page.element("button", "type=\"button\" disabled", "Help"),
        6 => page.around("fieldset", "disabled", |page| page.open("input", "aria-label=\"Name\"")),
        7 => page.element("div", "contenteditable", "Help"),
        _ => {
            let words = page.sentence();
            page.text(words);
        }
    });
}
