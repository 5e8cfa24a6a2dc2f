//! What the Markdown writer makes of each construct: one snapshot a construct, findings beneath.

use super::{Request, body};
use crate::model::document::{Body, Fill};
use crate::model::source::FileId;

/// The HTML with each hole marked, then the findings.
fn written(text: &str) -> String {
    let checked = body(Request { file: FileId(0), text, start: 0, raw_html: false });
    let mut out = marked(&checked.value);
    for finding in checked.findings {
        out.push_str(&format!("{}: {} {:?}\n", finding.code, finding.message, finding.place));
    }
    out
}

fn marked(body: &Body) -> String {
    let mut out = String::new();
    let mut from = 0;
    for hole in &body.holes {
        let at = usize::try_from(hole.at).unwrap();
        out.push_str(body.html.get(from..at).unwrap());
        from = at;
        let index = |n: u32| usize::try_from(n).unwrap();
        match hole.fill {
            Fill::Link(n) => out.push_str(&format!("⟨{}⟩", body.links[index(n)].target)),
            Fill::Image(n) => {
                let image = &body.images[index(n)];
                out.push_str(&format!("⟨{}|{}⟩", image.target, image.alt));
            }
            Fill::Figure(n) => {
                let figure = &body.figures[index(n)];
                out.push_str(&format!("⟨{}.{} {:?}⟩", figure.metric, figure.member, figure.format));
            }
            Fill::Open(n) => {
                let directive = &body.directives[index(n)];
                out.push_str(&format!("⟨{} {:?}⟩", directive.name, directive.text));
            }
            Fill::Close(n) => out.push_str(&format!("⟨/{}⟩", body.directives[index(n)].name)),
        }
    }
    out.push_str(body.html.get(from..).unwrap());
    out
}

#[test]
fn headings_have_ids_that_are_unique_on_the_page() {
    insta::assert_snapshot!(written("## What it costs\n\n## What it costs\n\n### *A* & B {#own}\n"));
}

#[test]
fn a_figure_in_a_heading_leaves_the_id_alone() {
    insta::assert_snapshot!(written("## Savings of {{ savings.total | short }} in a year\n"));
}

#[test]
fn links_keep_what_leads_elsewhere_and_leave_holes_for_pages() {
    insta::assert_snapshot!(written(
        "[A](a.md#b) [B](https://x.example/?a=1&b) <c@d.example> [D](javascript:alert(1))\n"
    ));
}

#[test]
fn pictures_need_words_or_say_that_they_decorate() {
    insta::assert_snapshot!(written("![A ramp](a.png) ![decorative](b.png) ![](c.png)\n"));
}

#[test]
fn a_table_has_a_caption_scopes_and_a_region_that_scrolls() {
    insta::assert_snapshot!(written(
        "Table: What *care* costs\n\n|  | Week |\n|---|---:|\n| Home | £20 |\n| Away | {{ a.b \\| short }} |\n"
    ));
}

#[test]
fn a_table_without_a_caption_is_labelled_by_the_heading_above() {
    insta::assert_snapshot!(written("## Costs\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"));
}

#[test]
fn directives_nest_with_more_colons_and_gather_their_words() {
    insta::assert_snapshot!(written(
        ":::: information {title=\"Know\"}\nBefore\n\n::: chart {metric=\"a\"}\nFell to {{ a.after }}\n:::\n\nAfter\n::::\n"
    ));
}

#[test]
fn directives_that_are_wrong_say_what_is_wrong_and_where() {
    insta::assert_snapshot!(written(
        "::: chrat {metric=\"a\"}\n:::\n\n::: chart {metrc=\"a\"}\n:::\n\n::: details summary\n:::\n\n:::\n\n::: warning\nText\n"
    ));
}

#[test]
fn a_directive_inside_a_list_stays_inside() {
    insta::assert_snapshot!(written(
        "- one\n\n  ::: warning\n  two\n  :::\n\n- three\n\n::: information\n- four\n:::\n"
    ));
}

#[test]
fn callouts_of_github_are_directives_too() {
    insta::assert_snapshot!(written("> [!NOTE]\n> Bring your glasses.\n\n> Just a quote\n"));
}

#[test]
fn nothing_is_replaced_inside_code() {
    insta::assert_snapshot!(written("`{{ a.b }}` \\{{ a.b }}\n\n```\n::: chart\n{{ a.b }}\n```\n"));
}

#[test]
fn html_is_text_unless_the_page_allows_it() {
    insta::assert_snapshot!(written("a <b onclick=\"x\">c</b> <!-- not shown -->\n\n<script>alert(1)</script>\n"));
    let allowed = body(Request { file: FileId(0), text: "<b>c</b>", start: 0, raw_html: true });
    assert!(allowed.findings.is_empty());
    assert!(allowed.value.html.contains("<b>c</b>"));
}

#[test]
fn text_is_escaped_wherever_it_comes_from() {
    insta::assert_snapshot!(written("A & B < C \"D\" &lt;script&gt; \\<i> `<b>`\n\n\u{E000} own mark\n"));
}

proptest::proptest! {
    #[test]
    fn any_text_is_written_without_a_panic_and_no_tag_of_the_author_gets_through(
        text in "[a-z{}:|#*`\\[\\]()<>!\"=\n \\\\é\u{E000}-]{0,200}"
    ) {
        let checked = body(Request { file: FileId(0), text: &text, start: 0, raw_html: false });
        let html = &checked.value.html;
        proptest::prop_assert!(!html.contains("<script") && !html.contains("javascript:"));
        let mut last = 0;
        for hole in &checked.value.holes {
            proptest::prop_assert!(hole.at >= last);
            last = hole.at;
            proptest::prop_assert!(html.is_char_boundary(usize::try_from(hole.at).unwrap()));
        }
        let opens = checked.value.holes.iter().filter(|hole| matches!(hole.fill, Fill::Open(_))).count();
        let closes = checked.value.holes.iter().filter(|hole| matches!(hole.fill, Fill::Close(_))).count();
        proptest::prop_assert_eq!(opens, closes);
    }
}
