//! Pages: front matter, addresses, links, pictures, directives.

use super::{told, told_of_page, told_of_words};
use crate::support::{Site, page};

#[test]
fn front_matter_that_is_not_closed_is_told() {
    insta::assert_snapshot!(told_of_page("---\ntitle: Breaks\nsummary: What this page is for.\n\nHelp for carers.\n"));
}

#[test]
fn a_page_without_front_matter_is_told() {
    insta::assert_snapshot!(told_of_page("# Breaks\n\nHelp for carers.\n"));
}

#[test]
fn aliases_that_would_explode_are_refused() {
    let bomb = "---\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n\
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\ntitle: Breaks\nsummary: What this page is for.\n---\n";
    insta::assert_snapshot!(told_of_page(bomb));
}

#[test]
fn nesting_without_end_is_refused() {
    let deep = format!("---\ntitle: Breaks\nsummary: x\nextra: {}\n---\n", "[".repeat(5_000));
    insta::assert_snapshot!(told_of_page(&deep));
}

#[test]
fn tabs_in_yaml_are_told() {
    insta::assert_snapshot!(told_of_page("---\ntitle: Breaks\nextra:\n\tone: 1\n---\n"));
}

#[test]
fn a_key_that_is_given_twice_is_told() {
    insta::assert_snapshot!(told_of_page("---\ntitle: Breaks\nsummary: One.\ntitle: Rests\n---\n"));
}

#[test]
fn keys_and_values_that_are_wrong_are_told_at_their_place() {
    let front = "---\ntype: pag\nsumary: What this page is for.\npublished: 2026-02-30\nreview_in: soon\ndraft: perhaps\n\
                 topics: { a: b }\nweight: heavy\n---\n";
    insta::assert_snapshot!(told_of_page(front));
}

#[test]
fn words_that_yaml_would_change_stay_words() {
    let words = ["no", "on", "1:30", "0123", "1e3", "null and void", "2026-11-22"];
    for word in words {
        let site = Site::small().file("content/page.md", &page("page", word, "Help.")).build();
        assert!(site.text("page/index.html").contains(&format!("<h1>{word}</h1>")), "{word}");
    }
}

#[test]
fn two_pages_for_one_address_name_both_files() {
    let text = page("page", "Breaks", "Help.");
    let moved = text.replace("type: page", "type: page\nslug: breaks");
    insta::assert_snapshot!(told(&[
        ("content/breaks.md", text.as_bytes()),
        ("content/other.md", moved.as_bytes()),
        ("content/Breaks/_index.md", text.as_bytes()),
    ]));
}

#[test]
fn an_alias_that_is_a_page_is_told() {
    let text = page("page", "Breaks", "Help.").replace("type: page", "type: page\naliases: [/carers/]");
    insta::assert_snapshot!(told_of_page(&text));
}

#[test]
fn a_slug_that_would_leave_its_folder_is_refused() {
    for slug in ["../../etc/passwd", "a/b", "..", "a b", "/"] {
        let text = page("page", "Breaks", "Help.").replace("type: page", &format!("type: page\nslug: \"{slug}\""));
        insta::assert_snapshot!(format!("slug {slug:?}"), told_of_page(&text));
    }
}

#[test]
fn an_alias_that_would_leave_the_site_is_refused() {
    for alias in ["../../x/", "https://other.example/", "/a/../../x/", "no-slash"] {
        let text =
            page("page", "Breaks", "Help.").replace("type: page", &format!("type: page\naliases: [\"{alias}\"]"));
        insta::assert_snapshot!(format!("alias {alias:?}"), told_of_page(&text));
    }
}

#[test]
fn links_that_lead_nowhere_are_told_with_the_nearest_page() {
    insta::assert_snapshot!(told_of_words(
        "See [carers](carrers/_index.md), [breaks](carers/_index.md#braeks), [home](@/index.md) and [files](/etc/passwd)."
    ));
}

#[test]
fn links_with_a_scheme_that_runs_code_are_refused() {
    insta::assert_snapshot!(told_of_words("See [a](javascript:alert(1)) and [b](data:text/html,x)."));
}

#[test]
fn html_in_a_page_is_told() {
    insta::assert_snapshot!(told_of_words("Type <b>bold</b>.\n\n<script>alert(1)</script>"));
}

#[test]
fn a_picture_without_words_is_told() {
    insta::assert_snapshot!(told_of_words("![](carers/ramp.svg)"));
}

#[test]
fn a_picture_that_is_not_there_is_told() {
    insta::assert_snapshot!(told_of_words("![A ramp at a front door](ramp.jpg)"));
}

#[test]
fn directives_that_are_wrong_are_told() {
    insta::assert_snapshot!(told_of_words(
        "::: chrat {metric=\"starts\"}\nWords\n:::\n\n::: contact {idd=\"team\"}\n:::\n\n::: contact {id=\"team\"}\n:::\n\n\
         ::: warning\nNo end"
    ));
}

#[test]
fn figures_that_are_not_known_are_told() {
    insta::assert_snapshot!(told_of_words("People fell to {{ starts.after }} from {{ starts }} and {{ starts.after"));
}

#[test]
fn duties_and_contacts_that_are_not_known_are_told() {
    let text =
        page("page", "Breaks", "Help.").replace("type: page", "type: page\nmeets: [care-act-9]\ncontact: nobody");
    insta::assert_snapshot!(told_of_page(&text));
}

#[test]
fn a_link_to_a_page_that_is_not_published_says_so() {
    let draft = page("page", "Days out", "Soon.").replace("type: page", "type: page\ndraft: true");
    let link = page("page", "Breaks", "See [days out](days-out.md).");
    insta::assert_snapshot!(told(&[("content/days-out.md", draft.as_bytes()), ("content/page.md", link.as_bytes())]));
}
