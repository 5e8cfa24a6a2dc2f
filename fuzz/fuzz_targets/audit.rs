//! Any bytes as a page, and any bytes as a style sheet.
#![no_main]

use candour::audit::{Against, Asked, Sheet, Sheets, audit, parse};
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    // Half of it as a style sheet, so that rules of it may meet elements of the page.
    let (css, html) = text.split_once('\u{0}').unwrap_or(("", &text));
    let sheets = Sheets::new(vec![Arc::new(Sheet::parse(css))]);
    let asked = Asked::of(&[("contrast-enhanced".to_owned(), "notice".to_owned())]);
    let checked = audit(&parse(html), html, Against { sheets: &sheets, address: "/a/", asked: &asked });
    for finding in &checked.findings {
        let place = finding.place();
        assert!(html.get(place.start as usize..place.end as usize).is_some(), "{place:?}");
    }
});
