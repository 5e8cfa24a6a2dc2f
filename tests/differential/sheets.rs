//! The style sheet of a page: what themes do with colours, links and what is kept from sight.

use crate::page::Page;

/// A style sheet, now and then none.
pub(crate) fn sheet(page: &mut Page) {
    page.around("style", "", |page| {
        page.text(ALWAYS);
        for looks in LOOKS {
            if page.seed.in_hundred(35) {
                let look = page.seed.pick(looks);
                page.text(look);
            }
        }
    });
}

/// Classes that pieces of `cases.rs` count on.
const ALWAYS: &str = "
.gone { display: none }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); white-space: nowrap }
.skip { position: absolute; top: -1000px } .skip:focus { top: 0 }
.far { position: absolute; left: -9999px }
.pale { color: #aaa } .strong { color: #1a1a1a } .big { font-size: 32px }
:root { --ink: #9a9a9a } .var { color: var(--ink) }
.grad { background: linear-gradient(#fff, #000); color: #777 }
.bare a { color: #1d1d1d; text-decoration: none }
";

/// One of each list, or none.
const LOOKS: &[&[&str]] = &[
    &[
        "body { color: #0b0c0c; background: #fff }",
        "body { color: #fff; background: #1d2b36 }",
        "body { color: #555 }",
        "body { background: #eee }",
    ],
    &[
        "a { color: #1d70b8 }",
        "a { color: #5694ca }",
        "a:link { color: #003078 }",
        "a:hover { color: #eee }",
        "a { color: inherit }",
    ],
    &[
        "p a { text-decoration: none }",
        "main a { text-decoration: none; color: #00703c }",
        "nav a { text-decoration: none }",
        "a { text-decoration: none }",
    ],
    &[
        "header { background: #0b0c0c; color: #fff } header a { color: #fff }",
        "header { background: #f3f2f1 }",
        "footer { background: #f3f2f1; color: #505a5f }",
        "footer { background: #1d70b8; color: #fff }",
    ],
    &[
        ".lead { color: #505a5f; font-size: 1.25em }",
        ".small { font-size: .75em; color: #757575 }",
        ".lead { color: #b1b4b6 }",
        "p.small { color: rgb(120 120 120) }",
    ],
    &[
        ".card { background: #f3f2f1; color: #767676 }",
        ".card { background: #00703c; color: #fff }",
        ".dark { background: #1d2b36; color: #fff }",
        ".dark { background: #222 url(a.png) }",
        ".card > p { color: #949494 }",
    ],
    &[
        "th { background: #1d70b8; color: #fff }",
        "td { color: #6f777b }",
        "tr:nth-child(even) { background: #eee }",
        "table { color: #333; border-collapse: collapse }",
        "caption { font-weight: bold; font-size: 24px; color: #888 }",
    ],
    &[
        "@media print { p { color: #ccc } }",
        "@media (min-width: 600px) { p { color: #888 } }",
        "@media (max-width: 400px) { p { color: #ccc } }",
        "@media (prefers-color-scheme: dark) { body { background: #000 } }",
        "@supports (display: grid) { .lead { color: #999 } }",
    ],
    &[
        "h2 { color: #777; font-size: 28px }",
        "h1, h2, h3 { color: #1d70b8 }",
        "b, strong { color: #777 }",
        "em { color: #888 !important }",
        "label { color: #888 }",
        "button { background: #00703c; color: #fff }",
        "input, button { background: #ddd; color: #999 }",
    ],
];
