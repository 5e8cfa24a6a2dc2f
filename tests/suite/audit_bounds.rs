//! Pages beyond all measure: any bytes, endless tags, enormous tables. Nothing panics, and the time grows with the page.
//!
//! No time is asserted. A loop within a loop over a page of these sizes would take hours, which nobody would miss.

use candour::audit::{Against, Asked, Audited, Sheets, audit, parse};
use proptest::prelude::*;
use rayon::prelude::{IntoParallelIterator as _, ParallelIterator as _};
use std::fs;

use super::support::repository;

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
        "<div style=opacity:.9;background:#0001>x",
        "<font color=red>x",
    ] {
        checked(&part.repeat(100_000 / part.len()));
    }
    checked(&"<div>".repeat(200_000));
}

#[test]
fn what_was_not_looked_at_to_its_end_says_so() {
    assert!(checked(&page("<p>x</p>", 2_000)).is_whole);
    assert!(!checked(&page("<div>", 600)).is_whole);
    assert!(!checked(&page("<img src=a>", 1_000)).is_whole);
    assert!(checked(&page("<img src=a>", 999)).is_whole);
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
        "<a href=/a/ style=text-decoration:none>some words</a> ",
        "<style>p:nth-child(odd){color:red}</style><p>x</p>",
    ];
    for part in parts {
        checked(&page(part, 60_000 / part.len()));
    }
}

/// The pages of `tests/rules/`: small ones of every kind that a rule looks at.
fn examples() -> Vec<String> {
    let files = fs::read_dir(repository().join("tests/rules"))
        .expect("the examples")
        .map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    let texts = files.iter().map(|path| fs::read_to_string(path).expect("an example"));
    let html = |text: String| -> Vec<String> {
        let blocks = text.split("```html\n").skip(1).filter_map(|block| block.split("\n```").next());
        blocks.map(|block| block.replace(['⟦', '⟧'], "")).collect()
    };
    texts.flat_map(html).collect()
}

/// The next number of a row that looks like chance and is the same each time (SplitMix64).
fn next(row: &mut u64, below: usize) -> usize {
    *row = row.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*row ^ (*row >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(below.max(1)).unwrap_or(1)).unwrap_or(0)
}

/// A page with bytes taken out, doubled, changed, and with scraps and parts of another page put in.
fn broken(page: &str, other: &str, row: &mut u64) -> String {
    let mut bytes = page.as_bytes().to_vec();
    for _ in 0..=next(row, 5) {
        let (from, to) = (next(row, bytes.len() + 1), next(row, bytes.len() + 1));
        let part = from.min(to)..from.max(to).min(from.min(to) + 40);
        let put: Vec<u8> = match next(row, 5) {
            0 => Vec::new(),
            1 => bytes[part.clone()].repeat(2 + next(row, 3)),
            2 => SCRAPS[next(row, SCRAPS.len())].as_bytes().to_vec(),
            3 => other.as_bytes()[next(row, other.len() + 1)..].to_vec(),
            _ => b"\0\"'<>&=/ \xff"[next(row, 10)..].to_vec(),
        };
        bytes.splice(part, put);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn thousands_of_pages_broken_by_chance_are_read() {
    let examples = examples();
    assert!(examples.len() > 400, "the examples are read: {}", examples.len());
    let pages = examples.iter().enumerate().flat_map(|(at, page)| (0..8).map(move |turn| (at, turn, page)));
    pages.collect::<Vec<_>>().into_par_iter().for_each(|(at, turn, page)| {
        let mut row = u64::try_from(at * 8 + turn).unwrap();
        let other = &examples[next(&mut row, examples.len())];
        checked(&broken(page, other, &mut row));
    });
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
