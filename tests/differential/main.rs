//! Writes pages as authors and themes write them, sound and broken, and what the rules find in each.
//!
//! In: a folder, how many pages, and from which seed. Out: `0001.html` and `0001.json`, a list of codes with the number
//! of the element they are about. Every element has its number in `data-n`. The same seed gives the same bytes.
//! Not here: what another checker says; that is `compare.mjs`.

mod blocks;
mod cases;
mod fields;
mod media;
mod page;
mod roles;
mod seed;
mod sheets;
mod tables;
mod words;

use std::fs;
use std::path::Path;

use candour::audit::{self, Sheets};
use candour::model::source::FileId;
use seed::Seed;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "target/differential".to_owned());
    let mut number = |otherwise| arguments.next().map_or(otherwise, |typed| typed.parse().expect("a number"));
    let (count, seed) = (number(100), number(1));
    fs::create_dir_all(&folder).expect("the folder can be made");
    empty(&folder);
    for page in 1..=count {
        let html = page::page(Seed::new(seed * 1_000_000 + page));
        let found = findings(&html);
        let path = Path::new(&folder).join(format!("{page:04}"));
        put(&path.with_extension("html"), &html);
        put(&path.with_extension("json"), &serde_json::to_string(&found).expect("plain values"));
    }
}

/// Takes out what was written before. What axe-core said stays: it holds for a page as long as the page is the same.
#[expect(clippy::disallowed_methods, reason = "pages for a comparison, not a site")]
fn empty(folder: &str) {
    let old = fs::read_dir(folder).expect("the folder can be read").flatten().map(|entry| entry.path());
    for page in old.filter(|path| path.extension().is_none_or(|end| end != "axe")) {
        fs::remove_file(&page).expect("what was written before can be removed");
    }
}

#[expect(clippy::disallowed_methods, reason = "pages for a comparison, not a site")]
fn put(path: &Path, text: &str) {
    fs::write(path, text).expect("the file can be written");
}

/// Codes with the number of the element that each is about.
fn findings(html: &str) -> Vec<(String, Option<u32>, String)> {
    let number = |at: usize| {
        let tag = html.get(at..)?.split_once("data-n=\"")?.1;
        tag.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
    };
    let found = audit::page(html, &Sheets::default());
    found
        .iter()
        .map(|found| {
            let told = found.in_file(FileId(0));
            (told.code.to_string(), number(usize::try_from(found.place().start).unwrap_or(usize::MAX)), told.message)
        })
        .collect()
}
