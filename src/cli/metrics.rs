//! `candour metrics`: every figure with where it is from.
//!
//! In: the computed metrics. Out: the stable JSON of the design, or a table for people; with `--record` the file of what
//! is published. Hidden values stay hidden.
//! Not here: computing anything.

use std::fs;
use std::process::ExitCode;

use super::arguments::{Common, Format};
use super::{report, surroundings};
use crate::diag::failure::Failure;
use crate::evidence::{listing, record};
use crate::model::metric::Metrics;
use crate::{mend, pipeline};

/// Prints the metrics. Findings at the failing level end with exit code 2 and go to stderr, so that stdout stays whole.
pub(super) fn metrics(common: &Common, records: bool) -> Result<ExitCode, Failure> {
    let options = surroundings::options(common)?;
    let (tree, findings) = pipeline::sources(&common.root)?;
    let loaded = pipeline::load(tree, findings, &options, &pipeline::Unwatched)?;
    if records {
        record(&loaded.metrics, common)?;
    }
    match common.format {
        Format::Json => {
            let text = serde_json::to_string(&listing::listing(&loaded.metrics)).unwrap_or_default();
            report::out(&(text + "\n"));
        }
        _ => {
            report::out(&listing::table(&loaded.metrics));
        }
    }
    let about_figures: Vec<_> =
        loaded.findings.iter().filter(|finding| pipeline::is_about_figures(finding, &loaded.tree)).cloned().collect();
    if !about_figures.is_empty() {
        report::err(&crate::diag::terminal::text(&about_figures, &loaded.tree, false));
    }
    Ok(if report::fails(&about_figures, common) { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// Writes what is published to the file that later releases are compared with.
fn record(metrics: &Metrics, common: &Common) -> Result<(), Failure> {
    let path = "data/published.yaml";
    let file = common.root.join(path);
    let fault =
        |_| Failure::new("the record cannot be written").at(path).help("check that you may write the folder data/");
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(fault)?;
    }
    mend::disk::put(&file, record::text(metrics).as_bytes()).map_err(fault)
}
