//! What editors write: paragraphs, headings, links, lists.

use crate::page::{Page, block};
use crate::words::{ADDRESSES, FOREIGN, VAGUE};

/// A paragraph, mostly with a link.
pub(crate) fn paragraph(page: &mut Page) {
    let attributes = page.mostly(
        "",
        &[
            "class=\"lead\"",
            "class=\"lead\"",
            "class=\"small\"",
            "lang=\"en\"",
            "lang=\"xx-bad\"",
            "style=\"display:none\"",
            "hidden",
            "style=\"visibility:hidden\"",
            "tabindex=\"0\"",
            "tabindex=\"2\"",
            "align=\"center\"",
            "style=\"color:#777\"",
            "style=\"color: #999; background: #fff\"",
            "style=\"color:#fff;background-color:#00703c\"",
            "style=\"letter-spacing:1px !important\"",
            "style=\"opacity:.5\"",
        ],
    );
    page.around("p", attributes, |page| {
        let words = page.sentence();
        page.text(words);
        page.text(" ");
        if page.seed.in_hundred(50) {
            link(page);
            page.text(" ");
        }
        let words = page.sentence();
        match page.seed.below(8) {
            0 => page.element("b", "", words),
            1 => page.element("em", "", words),
            2 => page.element("span", "", words),
            _ => page.text(words),
        }
    });
}

/// A link.
pub(crate) fn link(page: &mut Page) {
    // The draw stays: what follows depends on how many were made.
    let _ = page.seed.pick(ADDRESSES);
    let id = page.known_id();
    let address = page.mostly("", &["#ID", "#nowhere", "NONE"]).replace("ID", &id);
    let given = page.seed.pick(ADDRESSES);
    let address = match address.as_str() {
        "" => format!("href=\"{given}\""),
        "NONE" => String::new(),
        other => format!("href=\"{other}\""),
    };
    let more = page.mostly(
        "",
        &[
            "target=\"_blank\"",
            "class=\"external\"",
            "title=\"More\"",
            "aria-label=\"Help at home\"",
            "aria-label=\"\"",
            "role=\"button\"",
            "accesskey=\"c\"",
            "accesskey=\"S\"",
            "tabindex=\"-1\"",
            "tabindex=\"3\"",
            "aria-expanded=\"false\"",
            "aria-checked=\"true\"",
            "aria-hidden=\"true\"",
            "aria-describedby=\"nowhere\"",
            "role=\"heading\"",
            "role=\"none\"",
            "rel=\"nofollow\"",
        ],
    );
    page.around("a", &format!("{address} {more}"), |page| match page.seed.below(16) {
        0 => {}
        1 => page.text(" "),
        2 => page.open("img", "src=\"a.png\""),
        3 => page.open("img", "src=\"a.png\" alt=\"\""),
        4 => page.open("img", "src=\"a.png\" alt=\"Help at home\""),
        5 => page.text("https://www.example.org/care"),
        6 | 7 => {
            let words = page.seed.pick(VAGUE);
            page.text(words);
        }
        8 => page.element("span", "class=\"icon\" aria-hidden=\"true\"", "→"),
        9 => {
            page.open("img", "src=\"a.png\" alt=\"Costs\"");
            page.text("Costs");
        }
        10 => page.element("span", "style=\"display:none\"", "Help"),
        _ => {
            let words = page.name();
            page.text(words);
        }
    });
}

/// A heading.
pub(crate) fn heading(page: &mut Page) {
    let name = page.seed.pick(&[
        "h2",
        "h2",
        "h2",
        "h3",
        "h3",
        "h4",
        "h1",
        "h5",
        "h6",
        "div role=\"heading\" aria-level=\"2\"",
        "div role=\"heading\"",
        "div role=\"heading\" aria-level=\"8\"",
        "div role=\"heading\" aria-level=\"two\"",
        "h2 role=\"none\"",
        "h2 role=\"tab\"",
        "h3 aria-level=\"2\"",
        "p role=\"heading\" aria-level=\"3\"",
    ]);
    let (name, attributes) = name.split_once(' ').unwrap_or((name, ""));
    page.around(name, attributes, |page| match page.seed.below(12) {
        0 => {}
        1 => page.open("img", "src=\"a.png\" alt=\"\""),
        2 => page.open("img", "src=\"a.png\" alt=\"Costs\""),
        3 => page.element("span", "aria-hidden=\"true\"", "Costs"),
        4 => page.element("a", "href=\"/costs/\"", "Costs"),
        _ => {
            let words = page.name();
            page.text(words);
        }
    });
}

/// Several links, beside each other or in a list.
pub(crate) fn links(page: &mut Page) {
    let name = page.seed.pick(&["ul", "div", "p"]);
    page.around(name, "", |page| {
        for _ in 0..2 + page.seed.below(3) {
            if name == "ul" {
                page.around("li", "", link);
            } else {
                link(page);
                page.text(" ");
            }
        }
    });
}

/// A list, sound or not.
pub(crate) fn list(page: &mut Page) {
    let name = page.seed.pick(&[
        "ul",
        "ul",
        "ol",
        "menu",
        "ul role=\"list\"",
        "ul role=\"group\"",
        "ul role=\"presentation\"",
        "ol role=\"listbox\" aria-label=\"Help\"",
        "ul role=\"tree\"",
        "div role=\"list\"",
        "div",
    ]);
    let (name, attributes) = name.split_once(' ').unwrap_or((name, ""));
    page.around(name, attributes, |page| {
        for _ in 0..=page.seed.below(4) {
            let words = page.name();
            match page.seed.below(16) {
                0 => page.element("p", "", words),
                1 => page.element("div", "role=\"listitem\"", words),
                2 => page.text(words),
                3 => page.element("li", "role=\"option\"", words),
                4 => page.element("li", "role=\"none\"", words),
                5 => page.around("ul", "", |page| page.element("li", "", words)),
                6 => page.element("li", "role=\"button\"", words),
                7 => page.around("li", "", link),
                _ => page.element("li", "", words),
            }
        }
    });
}

/// A list of terms.
pub(crate) fn definitions(page: &mut Page) {
    let attributes = page.mostly("", &["class=\"facts\"", "role=\"list\"", "role=\"presentation\""]);
    let name = page.mostly("dl", &["dl", "dl", "div"]);
    page.around(name, attributes, |page| {
        for _ in 0..=page.seed.below(3) {
            let (term, words) = (page.name(), page.sentence());
            match page.seed.below(9) {
                0 => page.element("dd", "", words),
                1 => page.element("dt", "", term),
                2 => page.element("p", "", words),
                3 => page.around("div", "", |page| {
                    page.element("dt", "", term);
                    page.element("dd", "", words);
                }),
                4 => page.around("div", "class=\"row\"", |page| page.element("p", "", words)),
                5 => page.text(words),
                _ => {
                    page.element("dt", "", term);
                    page.element("dd", "", words);
                }
            }
        }
    });
}

/// Something that opens.
pub(crate) fn disclosure(page: &mut Page, depth: usize) {
    let open = page.seed.pick(&["open", ""]);
    page.around("details", open, |page| {
        let words = page.mostly("Costs", &["", " ", "x"]);
        if page.seed.in_hundred(92) {
            page.around("summary", "", |page| {
                page.text(words);
                match page.seed.below(10) {
                    0 => page.element("a", "href=\"/costs/\"", "more"),
                    1 => page.open("img", "src=\"a.png\" alt=\"Costs\""),
                    2 => page.element("h3", "", "Costs"),
                    _ => {}
                }
            });
        }
        block(page, depth + 1);
    });
}

/// A passage in another language, marked or not.
pub(crate) fn language(page: &mut Page) {
    let (code, words) = page.seed.pick(FOREIGN);
    let marked = format!("lang=\"{code}\"");
    let mark = page
        .mostly(
            "MARK",
            &["", "lang=\"\"", "lang=\"welsh\"", "lang=\"zz-ZZ\"", "lang=\"cy-GB\"", "lang=\"e\"", "lang=\"en_GB\""],
        )
        .replace("MARK", &marked);
    page.element("p", &mark, words);
}

/// Elements of other days, and other oddities.
pub(crate) fn odd(page: &mut Page) {
    let words = page.sentence();
    match page.seed.below(12) {
        0 => page.element("marquee", "", words),
        1 => page.element("blink", "", words),
        2 => page.element("center", "", words),
        3 => page.element("font", "color=\"red\"", words),
        4 => page.element("p", "", ""),
        5 => page.element("p", "", "&nbsp;"),
        6 => page.around("p", "", |page| page.element("b", "", "What it costs")),
        7 => {
            page.open("hr", "");
            page.open("br", "aria-hidden=\"true\"");
            page.open("br", "aria-label=\"x\"");
        }
        8 => page.element("address", "", words),
        9 => page.element("blockquote", "", words),
        10 => page.element("pre", "", words),
        _ => page.element("p", "style=\"text-align:justify; letter-spacing: 2px !important\"", words),
    }
}

/// Tags that do not match.
pub(crate) fn broken(page: &mut Page) {
    let words = page.sentence();
    match page.seed.below(9) {
        0 => {
            page.open("p", "");
            page.text(words);
            page.open("div", "");
            page.text(words);
            page.close("p");
            page.close("div");
        }
        1 => {
            page.open("b", "");
            page.open("i", "");
            page.text(words);
            page.close("b");
            page.text(words);
            page.close("i");
        }
        2 => {
            page.open("a", "href=\"/costs/\"");
            page.text(words);
            page.open("a", "href=\"/care/\"");
            page.text("Care");
            page.close("a");
        }
        3 => page.close("section"),
        4 => {
            page.open("UL", "CLASS=x");
            page.open("LI", "");
            page.text(words);
            page.open("li", "");
            page.text(words);
            page.close("ul");
        }
        5 => {
            page.open("table", "");
            page.open("p", "");
            page.text(words);
            page.open("tr", "");
            page.open("td", "");
            page.text(words);
            page.close("table");
        }
        6 => {
            let id = page.known_id();
            page.element("p", &format!("id={id} id=\"twice\""), words);
        }
        7 => page.text("<p data-n=\"0\" class=\"x>y\">5 < 6 & 7 &gt; 3</p></span>"),
        _ => {
            page.open("button", "type=\"button\"");
            page.text("Help");
            page.open("button", "type=\"button\"");
            page.text("Costs");
            page.close("button");
        }
    }
}
