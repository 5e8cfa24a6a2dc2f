//! The same pages built by Hugo, which checks nothing, beside Candour with its checker and without.
//!
//! In: sizes as arguments; `hugo` on the path (0.168 was tried). Out: a table on stdout. Hugo gets templates that print what
//! the theme civic prints, with the frame of a page and its contact card made once and kept. It does not look whether
//! links lead anywhere. Not here: what is in the pages.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use super::measure::{Cost, least, run};
use super::site::file;
use super::{cold, gone, site, sizes};

/// What Hugo needs beside the pages.
const FILES: [(&str, &str); 11] = [
    ("hugo.yaml", include_str!("hugo/hugo.yaml")),
    ("layouts/all.html", include_str!("hugo/layouts/all.html")),
    ("layouts/baseof.html", include_str!("hugo/layouts/baseof.html")),
    ("layouts/home.html", include_str!("hugo/layouts/home.html")),
    ("layouts/list.html", include_str!("hugo/layouts/list.html")),
    ("layouts/single.html", include_str!("hugo/layouts/single.html")),
    ("layouts/_partials/contact.html", include_str!("hugo/layouts/_partials/contact.html")),
    ("layouts/_partials/footer.html", include_str!("hugo/layouts/_partials/footer.html")),
    ("layouts/_partials/header.html", include_str!("hugo/layouts/_partials/header.html")),
    ("layouts/_partials/title.html", include_str!("hugo/layouts/_partials/title.html")),
    ("content/site-map.md", "---\ntitle: Site map\nsummary: All pages of this site.\nlayout: all\n---\n"),
];
const HOME: &str = "---\ntitle: Adult social care\nsummary: Care and support for adults in Exampleshire.\n---\n";

/// Measures every size that was typed; 10,000 pages when none was.
pub(crate) fn all(typed: &[&str]) -> io::Result<()> {
    println!("| pages | program | CPU ms | wall ms | peak MB |\n|--:|---|--:|--:|--:|");
    for pages in sizes(typed, &[10_000]) {
        let home = tempfile::tempdir()?;
        let (own, other) = (home.path().join("candour"), home.path().join("hugo"));
        site::write(&own, pages, site::USUAL)?;
        for (path, text) in FILES {
            file(&other, path, text)?;
        }
        told(&own.join("content"), &other, "content")?;
        file(&other, "content/_index.md", HOME)?;
        file(&other, "data/contacts.yaml", &fs::read_to_string(own.join("data/contacts.yaml"))?)?;
        row(pages, "Hugo", &least(3, |_| hugo(&other))?);
        for (program, flags) in [("Candour, every rule", &[][..]), ("Candour, no rules", &["--no-audit"])] {
            row(pages, program, &cold(&own, 3, flags)?);
        }
    }
    Ok(())
}

fn row(pages: usize, program: &str, cost: &Cost) {
    let (cpu, wall, peak) = (cost.cpu.as_millis(), cost.wall.as_millis(), cost.memory / 1_000_000);
    println!("| {pages} | {program} | {cpu} | {wall} | {peak} |");
}

fn hugo(root: &Path) -> io::Result<Cost> {
    for made in ["public", "resources", "cache"] {
        gone(&root.join(made))?;
    }
    let mut command = Command::new("hugo");
    command.args(["build", "--quiet", "--source"]).arg(root).arg("--cacheDir").arg(root.join("cache"));
    run(&mut command).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => io::Error::other("`hugo` is not on the path"),
        _ => error,
    })
}

/// Writes the pages of a folder as Hugo reads them.
fn told(from: &Path, root: &Path, to: &str) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let to = format!("{to}/{name}");
        if path.is_dir() {
            told(&path, root, &to)?;
        } else if path.extension().is_some_and(|ext| ext == "md") {
            file(root, &to, &page(&fs::read_to_string(&path)?))?;
        } else {
            file(root, &to, &fs::read_to_string(&path)?)?;
        }
    }
    Ok(())
}

/// A page as Hugo reads it: boxes are quotations, links are addresses.
fn page(typed: &str) -> String {
    let mut page = String::with_capacity(typed.len());
    let mut in_box = false;
    for line in typed.lines() {
        if line.starts_with(":::") {
            in_box = line != ":::";
            continue;
        }
        page.push_str(if in_box { "> " } else { "" });
        page.push_str(&renamed(line));
        page.push('\n');
    }
    page
}

fn renamed(line: &str) -> String {
    let keys = [("type: ", "kind_of_page: "), ("published: ", "date: "), ("updated: ", "lastmod: ")];
    if let Some((key, value)) = keys.iter().find_map(|(own, key)| Some((key, line.strip_prefix(own)?))) {
        return format!("{key}{value}");
    }
    match line {
        "extra:" => String::new(),
        "  sources:" => "sources:".to_owned(),
        _ => {
            let within = line.replace("](@/", "](/").replace("](page-", "](../page-").replace(".md)", "/)");
            within.replace("\"@/", "\"/").replace(".md\"", "\"")
        }
    }
}
