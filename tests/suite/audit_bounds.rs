//! Pages beyond all measure: any bytes, endless tags, enormous tables. Nothing panics, and the time grows with the page.
//!
//! No time is asserted. A loop within a loop over a page of these sizes would take hours, which nobody would miss.

use candour::audit::{Against, Asked, Audited, Sheets, audit, parse};
use proptest::prelude::*;

fn checked(html: &str) -> Audited {
    let asked = Asked::of(&[("contrast-enhanced".to_owned(), "notice".to_owned())]);
    let against = Against { sheets: &Sheets::default(), address: "/a/", asked: &asked };
    let checked = audit(&parse(html), html, against);
    for finding in &checked.findings {
        let place = finding.place();
        let (start, end) =
            (usize::try_from(place.start).unwrap_or(usize::MAX), usize::try_from(place.end).unwrap_or(usize::MAX));
        assert!(html.get(start..end).is_some(), "{}: {place:?}", finding.code());
    }
    assert_eq!(checked.signatures.len(), checked.findings.len());
    checked
}

/// A whole page with some text so many times in its main part.
fn page(part: &str, times: usize) -> String {
    format!("<!doctype html><html lang=en><title>t</title><body><main><h1>h</h1>{}", part.repeat(times))
}

#[test]
fn a_megabyte_of_open_tags_is_read() {
    for part in [
        "<div>",
        "<b>",
        "<li>",
        "<ul><li>",
        "<table><tr><td>",
        "<a href=#x>",
        "<p><b>x",
        "<svg><g>",
        "<select><option>",
        "<details><summary>",
        "<dl><dt><div>",
        "<section aria-label=a>",
    ] {
        checked(&part.repeat(100_000 / part.len()));
    }
    checked(&"<div>".repeat(200_000));
}

#[test]
fn a_million_attributes_are_read() {
    let attributes: String = (0..1_000_000).map(|at| format!(" a{at}=b")).collect();
    checked(&format!("<p{attributes}>x</p>"));
    checked(&page(
        "<p id=a class=b lang=cy role=note title=c data-d=e style=f dir=ltr aria-label=g tabindex=0>x</p>",
        2_000,
    ));
}

#[test]
fn a_page_of_fifty_megabytes_is_read() {
    let paragraph =
        format!("<p>{}</p>\n", "Ask us for help with the things that you need, and we will talk with you. ".repeat(25));
    checked(&page(&paragraph, 50_000_000 / paragraph.len()));
}

#[test]
fn tables_without_end_are_read() {
    checked(&page("<table><caption>c</caption><tr><th scope=col id=a>h", 300));
    checked(&format!("{}{}", page("<table><tr>", 1), "<td rowspan=0 colspan=1000 headers=a>x".repeat(5_000)));
    checked(&format!("{}{}", page("<table><tr><th>h<th>i<th>j", 1), "<tr><th><td>x<td headers='a b'>y".repeat(3_000)));
    checked(&format!("{}{}", page("<table>", 1), "<tr><th rowspan=65534>x<th>".repeat(3_000)));
    checked(&page("<table><tr><td><b>h</b><td><b>i</b><tr><td>x<td>y<tr><td>z</table>", 1_000));
}

#[test]
fn the_same_thing_thousands_of_times_is_read() {
    let parts = [
        "<p id=a>x</p>",
        "<input id=a><label for=a>x</label>",
        "<a href=#b>Skip it</a>",
        "<a href=/a/>some words</a> <a href=/b/>some words</a>",
        "<a name=c></a><a href=#d>x y</a>",
        "<p><b>A bold line</b></p>",
        "<p>- a</p>",
        "- a<br>1. b<br><br>",
        "<nav>x</nav><header>y</header>",
        "<i>x&nbsp;&nbsp;&nbsp;y</i>",
        "W O R D S ",
        "<h4>x</h4><h1>y</h1>",
        "<li>x",
        "<a href=/x/><img src=a.png alt=b></a><a href=/x/>c</a>",
        "<span lang=xx>x</span>",
        "<p>Mae gan bob gofalwr hawl i ofyn am asesiad gan y cyngor, ac mae yn rhad ac am ddim i chi.</p>",
        "<div aria-labelledby='a b c'>x</div>",
        "<iframe src=a></iframe>",
    ];
    for part in parts {
        checked(&page(part, 60_000 / part.len()));
    }
}

/// Scraps that pages are made of, right and wrong.
const SCRAPS: [&str; 60] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "<th scope=col>",
    "</table>",
    "<a href=#a>",
    "<a href=/b/>",
    "</a>",
    "<h1>",
    "<h4>",
    "</h4>",
    "<b>",
    "</b>",
    "<br>",
    "text ",
    "- item",
    "1. item",
    "<img alt=a>",
    "<img>",
    "<main>",
    "</main>",
    "<nav>",
    "</nav>",
    "<header>",
    "<footer>",
    "<html lang=en>",
    "<title>",
    "</title>",
    "<body>",
    "<select>",
    "<option>",
    "<input id=a>",
    "<label for=a>",
    "<svg>",
    "</svg>",
    "<math>",
    "<mi>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<caption>",
    "<td colspan=3 rowspan=0>",
    "&nbsp;&nbsp;&nbsp;",
    "<!-- x -->",
    "<script>",
    "</script>",
    "<template>",
    "</template>",
    "<p lang=ur>",
    "<span role=button aria-hidden=true>",
    "é…",
    "<",
    "\"'>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn scraps_of_tags_are_read(scraps in prop::collection::vec(prop::sample::select(SCRAPS.to_vec()), 0..80)) {
        checked(&scraps.concat());
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        checked(&text);
    }

    #[test]
    fn the_same_page_gives_the_same_findings(scraps in prop::collection::vec(prop::sample::select(SCRAPS.to_vec()), 0..60)) {
        let html = scraps.concat();
        prop_assert_eq!(format!("{:?}", checked(&html).findings), format!("{:?}", checked(&html).findings));
    }
}
