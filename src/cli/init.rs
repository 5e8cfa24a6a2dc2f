//! `candour init DIR`: a small site that builds without a finding.
//!
//! In: a folder. Out: files of a first site; nothing that exists is changed. Never asks: there is nothing to choose.
//! Not here: the theme, which is inside the program.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use super::arguments::{Common, Init};
use super::report;
use crate::diag::failure::Failure;

/// The files of a first site.
const FILES: [(&str, &str); 8] = [
    ("candour.yaml", include_str!("starter/candour.yaml")),
    ("content/_index.md", include_str!("starter/home.md")),
    ("content/getting-support/_index.md", include_str!("starter/getting-support.md")),
    ("content/getting-support/ask-for-support.md", include_str!("starter/ask-for-support.md")),
    ("content/impact/_index.md", include_str!("starter/impact.md")),
    ("content/impact/first-year.md", include_str!("starter/first-year.md")),
    ("data/contacts.yaml", include_str!("starter/contacts.yaml")),
    ("data/metrics/example-long-term-starts.yaml", include_str!("starter/example-long-term-starts.yaml")),
];

/// Begins a site.
pub(super) fn init(common: &Common, flags: &Init) -> Result<ExitCode, Failure> {
    let folder = &flags.dir;
    let shown = folder.display();
    if folder.join("candour.yaml").exists() {
        return Err(Failure::new("there is a site here already")
            .at(folder.join("candour.yaml").display().to_string())
            .help("choose another folder, for example `candour init our-site`"));
    }
    for (path, _) in FILES {
        let target = folder.join(path);
        if target.exists() {
            return Err(Failure::new("a file of that name is there already, and stays as it is")
                .at(target.display().to_string())
                .help("choose an empty folder, for example `candour init our-site`"));
        }
    }
    for (path, text) in FILES {
        write(&folder.join(path), text)?;
    }
    report::closing(
        &format!("made a site in {shown}; look at it with `candour serve --root {shown}`, then change the words"),
        common,
    );
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let fault = |error| Failure::of_disk("the file cannot be made", path.display().to_string(), &error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    let mut file = fs::File::create_new(path).map_err(fault)?;
    file.write_all(text.as_bytes()).map_err(fault)
}
