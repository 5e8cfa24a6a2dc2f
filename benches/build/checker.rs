//! How long the checker takes over finished pages, at first and when nothing changed.
//!
//! In: sizes as arguments. Out: a table on stdout. Not here: the pages' own build, which is not measured.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::measure::{Cost, least, run};
use super::{build, gone, site, sizes};

/// Measures every size that was typed; 10,000 pages when none was.
pub(crate) fn all(typed: &[&str]) -> io::Result<()> {
    println!("| pages | KB a page | run | CPU ms | wall ms | CPU µs a page | peak MB |\n|--:|--:|---|--:|--:|--:|--:|");
    for pages in sizes(typed, &[10_000]) {
        let home = tempfile::tempdir()?;
        let root = home.path().join("site");
        site::write(&root, pages, site::LONG)?;
        build(&root, &["--no-audit"])?;
        let (count, bytes) = weighed(&root.join("public"))?;
        let cold = least(3, |_| {
            gone(&root.join(".candour"))?;
            audit(&root)
        })?;
        let same = least(5, |_| audit(&root))?;
        for (name, cost) in [("cold", cold), ("unchanged", same)] {
            let each = cost.cpu.as_micros() / u128::from(count.max(1));
            let kilobytes = bytes / count.max(1) / 1_000;
            let (cpu, wall, peak) = (cost.cpu.as_millis(), cost.wall.as_millis(), cost.memory / 1_000_000);
            println!("| {count} | {kilobytes} | {name} | {cpu} | {wall} | {each} | {peak} |");
        }
    }
    Ok(())
}

fn audit(root: &Path) -> io::Result<Cost> {
    let candour = PathBuf::from(env!("CARGO_BIN_EXE_candour"));
    run(Command::new(candour).args(["audit", "--quiet", "--root"]).arg(root).arg(root.join("public")))
}

/// How many pages there are below a folder, and their bytes.
fn weighed(folder: &Path) -> io::Result<(u64, u64)> {
    let (mut count, mut bytes) = (0, 0);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (more, size) = match entry.path() {
            path if entry.file_type()?.is_dir() => weighed(&path)?,
            path if path.extension().is_some_and(|ext| ext == "html") => (1, entry.metadata()?.len()),
            _ => (0, 0),
        };
        (count, bytes) = (count + more, bytes + size);
    }
    Ok((count, bytes))
}
