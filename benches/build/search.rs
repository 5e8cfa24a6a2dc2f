//! What a search index costs: the same site built without and with search.
//!
//! In: numbers of pages, else 10,000. Out: a table on stdout. Not here: how fast a browser searches.

use std::fs;
use std::io;
use std::path::Path;

use super::measure::{Cost, least};
use super::{build, cold, site, sizes};

/// Measures each number of pages.
pub(crate) fn all(typed: &[&str]) -> io::Result<()> {
    println!("| pages | run | CPU ms | wall ms | peak MB | files of the index | MB of the index |");
    println!("|--:|---|--:|--:|--:|--:|--:|");
    for pages in sizes(typed, &[10_000]) {
        measured(pages)?;
    }
    Ok(())
}

fn measured(pages: usize) -> io::Result<()> {
    let home = tempfile::tempdir()?;
    let root = home.path().join("site");
    site::write(&root, pages, site::USUAL)?;
    row(pages, "cold, without", &cold(&root, 2, &[])?, &root)?;
    let settings = fs::read_to_string(root.join("candour.yaml"))?;
    site::file(&root, "candour.yaml", &format!("{settings}search: true\n"))?;
    row(pages, "cold", &cold(&root, 2, &[])?, &root)?;
    row(pages, "unchanged", &least(3, |_| build(&root, &[]))?, &root)?;
    let settings = least(2, |round| {
        site::file(&root, "candour.yaml", &format!("{settings}search: true\nunits: [unit{round}]\n"))?;
        build(&root, &[])
    })?;
    row(pages, "one setting, no text", &settings, &root)?;
    let edit = least(2, |round| {
        site::edit(&root, pages, round)?;
        build(&root, &[])
    })?;
    row(pages, "one edit", &edit, &root)
}

fn row(pages: usize, name: &str, cost: &Cost, root: &Path) -> io::Result<()> {
    let (files, bytes) = weighed(&root.join("public/search"))?;
    let (cpu, wall, peak) = (cost.cpu.as_millis(), cost.wall.as_millis(), cost.memory / 1_000_000);
    println!("| {pages} | {name} | {cpu} | {wall} | {peak} | {files} | {} |", bytes / 1_000_000);
    Ok(())
}

/// How many files there are below a folder, and their bytes.
fn weighed(folder: &Path) -> io::Result<(u64, u64)> {
    let (mut count, mut bytes) = (0, 0);
    if !folder.exists() {
        return Ok((0, 0));
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (more, size) =
            if entry.file_type()?.is_dir() { weighed(&entry.path())? } else { (1, entry.metadata()?.len()) };
        (count, bytes) = (count + more, bytes + size);
    }
    Ok((count, bytes))
}
