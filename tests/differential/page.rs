//! A whole page: head, header, content, footer, in the many ways that themes lay them out.

use crate::seed::Seed;
use crate::words::{ADDRESSES, NAMES, SENTENCES};
use crate::{blocks, cases, fields, media, roles, sheets, tables};

/// A page while it is written.
pub(crate) struct Page {
    /// Where its choices come from.
    pub(crate) seed: Seed,
    html: String,
    elements: u32,
    ids: Vec<String>,
}

/// Writes a page.
pub(crate) fn page(seed: Seed) -> String {
    let mut page = Page { seed, html: String::new(), elements: 0, ids: Vec::new() };
    if !page.seed.in_hundred(3) {
        page.html.push_str("<!DOCTYPE html>\n");
    }
    let language = page.seed.pick(&[
        "lang=\"en-GB\"",
        "lang=\"en\"",
        "lang=en",
        "lang=\"en-GB\"",
        "lang=\"en-GB\"",
        "",
        "lang=\"\"",
        "lang=\"english\"",
        "lang=\"xx\"",
        "lang=\"en\" xml:lang=\"en\"",
        "lang=\"en\" xml:lang=\"fr\"",
        "xml:lang=\"en\"",
        "lang=\"en\" dir=\"ltr\"",
        "lang=\"cy\"",
    ]);
    page.open("html", language);
    head(&mut page);
    body(&mut page);
    page.close("html");
    page.html
}

impl Page {
    /// A start tag with its number.
    pub(crate) fn open(&mut self, name: &str, attributes: &str) {
        self.elements += 1;
        let space = if attributes.is_empty() { "" } else { " " };
        self.html.push_str(&format!("<{name} data-n=\"{}\"{space}{attributes}>", self.elements));
    }

    /// An end tag.
    pub(crate) fn close(&mut self, name: &str) {
        self.html.push_str(&format!("</{name}>"));
    }

    /// An element with words in it.
    pub(crate) fn element(&mut self, name: &str, attributes: &str, words: &str) {
        self.around(name, attributes, |page| page.text(words));
    }

    /// An element with others in it.
    pub(crate) fn around(&mut self, name: &str, attributes: &str, within: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        within(self);
        self.close(name);
        if self.seed.in_hundred(30) {
            self.html.push('\n');
        }
    }

    /// Elements as they stand, each given its number.
    pub(crate) fn raw(&mut self, html: &str) {
        let mut rest = html;
        while let Some((before, tag)) = rest.split_once('<') {
            self.html.push_str(before);
            self.html.push('<');
            let name = tag.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(tag.len());
            let (name, more) = tag.split_at(name);
            self.html.push_str(name);
            if !name.is_empty() {
                self.elements += 1;
                self.html.push_str(&format!(" data-n=\"{}\"", self.elements));
            }
            rest = more;
        }
        self.html.push_str(rest);
        self.html.push('\n');
    }

    /// Words as they stand.
    pub(crate) fn text(&mut self, words: &str) {
        self.html.push_str(words);
    }

    /// A new id, now and then one that is taken.
    pub(crate) fn id(&mut self) -> String {
        if !self.ids.is_empty() && self.seed.in_hundred(3) {
            return self.known_id();
        }
        let id = format!("i{}", self.ids.len() + 1);
        self.ids.push(id.clone());
        id
    }

    /// An id that was given out before; one that nothing has if there is none.
    pub(crate) fn known_id(&mut self) -> String {
        let at = self.seed.below(self.ids.len());
        self.ids.get(at).cloned().unwrap_or_else(|| "nowhere".to_owned())
    }

    /// A name of something.
    pub(crate) fn name(&mut self) -> &'static str {
        self.seed.pick(NAMES)
    }

    /// A sentence.
    pub(crate) fn sentence(&mut self) -> &'static str {
        self.seed.pick(SENTENCES)
    }

    /// One of several, one in a while the first and mostly the second: broken and sound.
    pub(crate) fn mostly(&mut self, sound: &'static str, broken: &[&'static str]) -> &'static str {
        if self.seed.in_hundred(70) { sound } else { self.seed.pick(broken) }
    }
}

fn head(page: &mut Page) {
    page.around("head", "", |page| {
        page.open("meta", "charset=\"utf-8\"");
        match page.seed.below(14) {
            0 => {}
            1 => page.element("title", "", ""),
            2 => page.element("title", "", "   "),
            3 => page.element("title", "", "Untitled"),
            _ => {
                let name = page.name();
                page.element("title", "", &format!("{name} - Exampleshire Council"));
            }
        }
        let viewport = page.mostly(
            "width=device-width, initial-scale=1",
            &[
                "width=device-width, user-scalable=no",
                "width=device-width, maximum-scale=1",
                "width=device-width,maximum-scale=2.0",
                "maximum-scale=5",
                "user-scalable=yes",
                "width=device-width; user-scalable=0",
                "maximum-scale=10",
                "maximum-scale=yes",
                "",
            ],
        );
        page.open("meta", &format!("name=\"viewport\" content=\"{viewport}\""));
        if page.seed.in_hundred(6) {
            let refresh = page.seed.pick(&["300", "30; url=/new/", "0", "72001", "3000;URL='/new/'", "nonsense"]);
            page.open("meta", &format!("http-equiv=\"refresh\" content=\"{refresh}\""));
        }
        sheets::sheet(page);
    });
}

fn body(page: &mut Page) {
    let hidden =
        page.mostly("", &["", "", "", "", "class=\"home\"", "class=\"home\"", "aria-hidden=\"true\"", "id=\"top\""]);
    page.open("body", hidden);
    if page.seed.in_hundred(60) {
        let target = page.mostly("#main", &["#content", "#nowhere", "#"]);
        let class = page.seed.pick(&["", "class=\"vh\"", "class=\"skip\"", "class=\"far\""]);
        page.element("a", &format!("href=\"{target}\" {class}"), "Skip to main content");
    }
    banner(page);
    main(page);
    if page.seed.in_hundred(25) {
        aside(page);
    }
    if page.seed.in_hundred(75) {
        let attributes = page.mostly("", &["role=\"contentinfo\"", "class=\"foot\"", "role=\"none\""]);
        page.around("footer", attributes, |page| {
            blocks::paragraph(page);
            blocks::links(page);
        });
    }
    if page.seed.in_hundred(6) {
        page.element("div", "role=\"contentinfo\"", "© Exampleshire Council");
    }
    if page.seed.in_hundred(90) {
        page.close("body");
    }
}

fn banner(page: &mut Page) {
    let outer = page.mostly("header", &["div", "header role=\"banner\"", "div role=\"banner\"", "section"]);
    let (name, attributes) = outer.split_once(' ').unwrap_or((outer, ""));
    page.around(name, attributes, |page| {
        page.around("a", "href=\"/\"", |page| {
            let logo = page.mostly("alt=\"Exampleshire Council\"", &["", "alt=\"\"", "alt=\"logo.png\"", "alt=\" \""]);
            page.open("img", &format!("src=\"logo.png\" {logo}"));
        });
        navigation(page);
    });
    if page.seed.in_hundred(20) {
        navigation(page);
    }
}

fn navigation(page: &mut Page) {
    let outer = page.mostly(
        "nav aria-label=\"Main\"",
        &["nav", "div role=\"navigation\"", "nav role=\"navigation\"", "nav aria-label=\"\"", "div"],
    );
    let (name, attributes) = outer.split_once(' ').unwrap_or((outer, ""));
    page.around(name, attributes, |page| {
        let list = page.mostly("", &["role=\"list\"", "role=\"menubar\"", "role=\"none\"", "class=\"nav\""]);
        page.around("ul", list, |page| {
            for _ in 0..2 + page.seed.below(3) {
                let role = if list.contains("menubar") {
                    page.mostly("role=\"none\"", &["role=\"menuitem\"", ""])
                } else {
                    ""
                };
                page.around("li", role, |page| {
                    let item = if role.contains("none") { "role=\"menuitem\"" } else { "" };
                    let current = page.mostly(
                        "",
                        &["aria-current=\"page\"", "aria-current=\"true\"", "aria-selected=\"true\"", "class=\"on\""],
                    );
                    let address = page.seed.pick(ADDRESSES);
                    let words = page.name();
                    page.element("a", &format!("href=\"{address}\" {item} {current}"), words);
                });
            }
        });
    });
}

fn main(page: &mut Page) {
    let outer = page.mostly(
        "main id=\"main\"",
        &[
            "main",
            "div id=\"main\" role=\"main\"",
            "div id=\"content\"",
            "section id=\"main\"",
            "main id=\"main\" role=\"main\"",
        ],
    );
    let (name, attributes) = outer.split_once(' ').unwrap_or((outer, ""));
    page.around(name, attributes, |page| {
        if page.seed.in_hundred(85) {
            let name = page.name();
            page.element("h1", "", name);
        }
        for _ in 0..4 + page.seed.below(7) {
            block(page, 0);
        }
        for _ in 0..page.seed.below(6) {
            cases::case(page);
        }
    });
    if page.seed.in_hundred(4) {
        page.around("main", "", blocks::paragraph);
    }
}

fn aside(page: &mut Page) {
    let attributes =
        page.mostly("", &["aria-label=\"Related\"", "role=\"complementary\"", "role=\"note\"", "role=\"region\""]);
    page.around("aside", attributes, |page| {
        blocks::heading(page);
        blocks::links(page);
    });
}

/// Any block of content.
pub(crate) fn block(page: &mut Page, depth: usize) {
    match page.seed.below(if depth > 2 { 25 } else { 31 }) {
        0..=2 => blocks::paragraph(page),
        3 | 4 => blocks::heading(page),
        5 | 6 => blocks::links(page),
        7 | 8 => blocks::list(page),
        9 => blocks::definitions(page),
        10 | 11 => tables::table(page),
        12 | 13 => fields::form(page),
        14 | 15 => media::picture(page),
        16 => media::embedded(page),
        17 | 18 => roles::widget(page),
        19..=22 => roles::decorated(page),
        23 => blocks::odd(page),
        24 => blocks::language(page),
        25 => roles::hidden(page),
        26 => blocks::disclosure(page, depth),
        27 | 28 => section(page, depth),
        29 => media::drawing(page),
        _ => blocks::broken(page),
    }
}

fn section(page: &mut Page, depth: usize) {
    let outer = page.mostly(
        "section",
        &[
            "article",
            "div",
            "section aria-label=\"Costs\"",
            "section aria-label=\"Help\"",
            "aside",
            "div role=\"region\"",
            "div role=\"region\" aria-label=\"Costs\"",
            "article role=\"none\"",
            "div class=\"card\"",
            "form role=\"search\"",
            "div role=\"presentation\"",
            "main",
            "search",
        ],
    );
    let (name, attributes) = outer.split_once(' ').unwrap_or((outer, ""));
    page.around(name, attributes, |page| {
        if page.seed.in_hundred(15) {
            let name = page.seed.pick(&["header", "footer"]);
            page.around(name, "", blocks::paragraph);
        }
        for _ in 0..=page.seed.below(3) {
            block(page, depth + 1);
        }
    });
}
