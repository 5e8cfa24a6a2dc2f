//! Forms: fields with their labels, groups, buttons.

use crate::page::Page;

/// A form.
pub(crate) fn form(page: &mut Page) {
    let attributes = page.mostly(
        "",
        &[
            "action=\"/send/\"",
            "role=\"search\"",
            "aria-label=\"Ask us\"",
            "role=\"form\"",
            "role=\"none\"",
            "role=\"main\"",
        ],
    );
    page.around("form", attributes, |page| {
        if page.seed.in_hundred(20) {
            group(page);
        }
        for _ in 0..=page.seed.below(3) {
            field(page);
        }
        button(page);
    });
}

/// A group of choices.
fn group(page: &mut Page) {
    let attributes = page
        .mostly("", &["disabled", "role=\"radiogroup\"", "role=\"none\"", "aria-label=\"Choose\"", "role=\"list\""]);
    page.around("fieldset", attributes, |page| {
        if page.seed.in_hundred(70) {
            let legend = page.mostly("How shall we reach you?", &["", " "]);
            page.element("legend", "", legend);
        }
        let kind = page.seed.pick(&["radio", "checkbox"]);
        for _ in 0..2 + page.seed.below(2) {
            let state = page.mostly(
                "",
                &[
                    "checked",
                    "aria-checked=\"true\"",
                    "checked aria-checked=\"true\"",
                    "role=\"switch\"",
                    "aria-pressed=\"false\"",
                    "aria-checked=\"yes\"",
                    "aria-required=\"true\"",
                ],
            );
            let words = page.name();
            page.around("label", "", |page| {
                page.open("input", &format!("type=\"{kind}\" name=\"how\" {state}"));
                page.text(words);
            });
        }
    });
}

/// One field with its label.
pub(crate) fn field(page: &mut Page) {
    let id = page.id();
    let words = page.name();
    let mut attributes = format!("id=\"{id}\"");
    match page.seed.below(14) {
        0 => {}
        1 => attributes.push_str(" placeholder=\"Your name\""),
        2 => attributes.push_str(" title=\"Your name\""),
        3 => attributes.push_str(" aria-label=\"Your name\""),
        4 => {
            let label = page.id();
            page.element("span", &format!("id=\"{label}\""), words);
            attributes.push_str(&format!(" aria-labelledby=\"{label}\""));
        }
        5 => attributes.push_str(" aria-labelledby=\"nowhere\""),
        6 => page.element("label", "for=\"nowhere\"", words),
        7 => {
            page.element("label", &format!("for=\"{id}\""), words);
            page.element("label", &format!("for=\"{id}\""), "Again");
        }
        8 => page.element("label", &format!("for=\"{id}\""), ""),
        9 => page.element("label", &format!("for=\"{id}\" style=\"display:none\""), words),
        10 => {
            page.around("label", "", |page| {
                page.text(words);
                control(page, "");
            });
            return;
        }
        _ => page.element("label", &format!("for=\"{id}\""), words),
    }
    control(page, &attributes);
}

#[expect(clippy::too_many_lines, reason = "a grammar is one list of what it may write")]
fn control(page: &mut Page, attributes: &str) {
    let more = page.mostly(
        "",
        &[
            "required",
            "aria-required=\"true\"",
            "aria-required=\"yes\"",
            "aria-invalid=\"true\" aria-errormessage=\"nowhere\"",
            "aria-describedby=\"nowhere\"",
            "disabled",
            "readonly",
            "role=\"combobox\"",
            "role=\"searchbox\"",
            "role=\"combobox\" aria-expanded=\"true\"",
            "role=\"button\"",
            "aria-autocomplete=\"list\"",
            "tabindex=\"1\"",
            "aria-checked=\"true\"",
            "aria-hidden=\"true\"",
            "autocomplete=\"NAME\"",
            "aria-placeholder=\"Name\"",
            "accesskey=\"s\"",
            "aria-multiline=\"false\"",
        ],
    );
    let tokens = [
        "name",
        "email",
        "tel",
        "off",
        "on",
        "postal-code",
        "street-address",
        "section-a shipping street-address",
        "home email",
        "work tel",
        "nonsense",
        "username",
        "bday-day",
        "given-name webauthn",
        "home name",
        "shipping",
        "current-password",
        "cc-number",
        "url",
        "email name",
        "none",
        "NAME",
    ];
    let more = more.replace("NAME", page.seed.pick(&tokens));
    let attributes = format!("{attributes} {more}");
    match page.seed.below(12) {
        0 => page.around("select", &attributes, |page| {
            page.element("option", "", "Monday");
            page.element("option", "value=\"2\"", "Tuesday");
        }),
        1 => page.around("select", &format!("{attributes} multiple"), |page| {
            page.around("optgroup", "label=\"Days\"", |page| page.element("option", "", "Monday"));
        }),
        2 | 3 => page.element("textarea", &attributes, ""),
        4 => page.open("input", &format!("type=\"image\" src=\"go.png\" {attributes}")),
        5 => page.open("input", &format!("type=\"hidden\" {attributes}")),
        _ => {
            let kind = page.seed.pick(&[
                "text", "text", "email", "tel", "search", "password", "date", "number", "checkbox", "radio", "range",
                "file", "color", "url", "TEXT", "nonsense",
            ]);
            page.open("input", &format!("type=\"{kind}\" {attributes}"));
        }
    }
}

/// A button.
pub(crate) fn button(page: &mut Page) {
    let more = page.mostly(
        "",
        &[
            "aria-label=\"Send\"",
            "aria-label=\"\"",
            "title=\"Send\"",
            "aria-pressed=\"true\"",
            "aria-pressed=\"on\"",
            "aria-expanded=\"false\" aria-controls=\"nowhere\"",
            "aria-controls=\"nowhere\"",
            "aria-haspopup=\"menu\"",
            "aria-haspopup=\"yes\"",
            "role=\"link\"",
            "role=\"heading\"",
            "role=\"none\"",
            "role=\"tab\"",
            "disabled",
            "aria-hidden=\"true\"",
            "aria-checked=\"true\"",
            "role=\"switch\"",
            "role=\"switch\" aria-checked=\"true\"",
        ],
    );
    match page.seed.below(9) {
        0 => page.open("input", &format!("type=\"submit\" {more}")),
        1 => page.open("input", &format!("type=\"submit\" value=\"\" {more}")),
        2 => page.open("input", &format!("type=\"button\" {more}")),
        3 => page.open("input", &format!("type=\"button\" value=\"Send\" {more}")),
        4 => page.element("button", more, ""),
        5 => page.around("button", more, |page| page.open("img", "src=\"go.png\" alt=\"\"")),
        6 => page.around("button", more, |page| page.open("img", "src=\"go.png\" alt=\"Go\"")),
        7 => page.around("button", more, |page| {
            page.text("Send ");
            page.element("a", "href=\"/costs/\"", "costs");
        }),
        _ => page.element("button", more, "Send"),
    }
}
