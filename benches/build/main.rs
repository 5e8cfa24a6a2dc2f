//! How long a build takes, beside the least that any program would take for the same files.
//!
//! In: sizes as arguments (`cargo bench --bench build -- 100 1000`), else 100, 1,000 and 10,000 pages. Out: tables on stdout.
//! `-- checker 10000` measures the checker over so many pages of about 22 KB, which are built first.
//! `-- directory 5000` measures a site of 100 pages without and with so many services in its directory.
//! `-- peer 10000` builds the same pages with Hugo too, if it is installed.
//! `-- search 10000` measures a site without and with a search index of so many pages.
//! Nothing fails because it is slow. Further uses, for profiles: `-- generate 1000 DIR`, `-- generate-long 1000 DIR`
//! for long pages, and `-- floor DIR OUT`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench reports to the person who runs it")]

mod checker;
mod directory;
mod floor;
mod measure;
mod peer;
mod search;
mod site;
mod table;
mod words;

use std::env;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use measure::{Cost, least, run};

/// The day of every build, so that nothing depends on today.
const DAY: &str = "2026-11-22";
const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// Everything measured of one size.
pub(crate) struct Row {
    pages: usize,
    floor: Cost,
    cold: Cost,
    /// As `cold`, without the checker.
    plain: Cost,
    same: Cost,
    edit: Cost,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["generate", pages, dir] => generate(dir, pages, site::USUAL),
        ["generate-long", pages, dir] => generate(dir, pages, site::LONG),
        ["checker", sizes @ ..] => checker::all(sizes),
        ["peer", sizes @ ..] => peer::all(sizes),
        ["search", sizes @ ..] => search::all(sizes),
        ["directory", services @ ..] => directory::all(services),
        ["floor", root, out] => floor::run(Path::new(root), Path::new(out)).map(drop),
        sizes => all(sizes),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(dir: &str, pages: &str, words: usize) -> io::Result<()> {
    site::write(Path::new(dir), pages.parse().map_err(io::Error::other)?, words)
}

fn all(typed: &[&str]) -> io::Result<()> {
    let rows: Vec<Row> = sizes(typed, &SIZES).into_iter().map(measured).collect::<io::Result<_>>()?;
    print!("{}", table::tables(&rows));
    Ok(())
}

/// The sizes that were typed; the usual ones when none was.
pub(crate) fn sizes(typed: &[&str], usual: &[usize]) -> Vec<usize> {
    let typed: Vec<usize> = typed.iter().filter_map(|size| size.parse().ok()).collect();
    if typed.is_empty() { usual.to_vec() } else { typed }
}

fn measured(pages: usize) -> io::Result<Row> {
    eprintln!("{pages} pages …");
    let home = tempfile::tempdir()?;
    let root = home.path().join("site");
    site::write(&root, pages, site::USUAL)?;
    let rounds = if pages > 5_000 { 3 } else { 7 };
    let out = home.path().join("floor");
    let floor = least(rounds, |_| {
        gone(&out)?;
        run(Command::new(env::current_exe()?).arg("floor").arg(&root).arg(&out))
    })?;
    gone(&out)?;
    let (plain, cold) = (cold(&root, rounds, &["--no-audit"])?, cold(&root, rounds, &[])?);
    let same = least(rounds, |_| build(&root, &[]))?;
    let edit = least(rounds, |round| {
        site::edit(&root, pages, round)?;
        build(&root, &[])
    })?;
    Ok(Row { pages, floor, cold, plain, same, edit })
}

/// The cheapest of several builds from nothing.
pub(crate) fn cold(root: &Path, rounds: usize, flags: &[&str]) -> io::Result<Cost> {
    least(rounds, |_| {
        gone(&root.join("public"))?;
        gone(&root.join(".candour"))?;
        build(root, flags)
    })
}

pub(crate) fn build(root: &Path, flags: &[&str]) -> io::Result<Cost> {
    let candour = PathBuf::from(env!("CARGO_BIN_EXE_candour"));
    let always = ["build", "--quiet", "--timings", "--as-of", DAY, "--root"];
    run(Command::new(candour).args(always).arg(root).args(flags))
}

pub(crate) fn gone(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
