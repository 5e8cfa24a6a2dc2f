//! The commands. The only code that reads the clock, the environment and the terminal.
//!
//! In: arguments. Out: an exit code: 0 clean, 1 could not run, 2 findings at the failing level and nothing published.
//! A command is one file. Not here: what a build does.

mod arguments;
mod audit;
mod baseline;
mod build;
mod check;
mod clock;
mod coverage;
mod diff;
mod explain;
mod import;
mod init;
mod list;
mod mending;
mod metrics;
mod progress;
mod reading;
mod reference;
mod report;
mod serve;
mod surroundings;

use std::process::ExitCode;

use clap::Parser;

use crate::diag::failure::Failure;
use arguments::{Arguments, Command, Format};

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no faults; everything else is a wrong flag.
            let code = if error.use_stderr() { ExitCode::from(1) } else { ExitCode::SUCCESS };
            let _ = error.print();
            return code;
        }
    };
    let common = arguments.common;
    if common.format == Format::Markdown && !matches!(arguments.command, Command::Explain(_)) {
        let failure = Failure::new("`--format markdown` is for `candour explain --all`");
        return report::failure(&failure.help("use `--format html` for a report to read"), common.format);
    }
    if common.format == Format::Csv && !arguments.command.lists_duties() {
        let failure = Failure::new("`--format csv` is for `candour list duties`");
        return report::failure(&failure.help("use `--format json` for programs"), common.format);
    }
    let outcome = match arguments.command {
        Command::Build(flags) => build::build(&common, &flags),
        Command::Check(flags) => check::check(&common, &flags),
        Command::Audit(flags) => audit::audit(&common, &flags),
        Command::Init(flags) => init::init(&common, &flags),
        Command::Import(flags) => import::import(&common, &flags),
        Command::Serve(flags) => serve::serve(&common, &flags),
        Command::Metrics(figures) => metrics::metrics(&common, figures.record),
        Command::List(flags) => list::list(&common, &flags),
        Command::Explain(flags) => explain::explain(&common, &flags),
        Command::Diff(flags) => diff::diff(&common, &flags),
    };
    match outcome.and_then(report::whole) {
        Ok(code) => code,
        Err(failure) => report::failure(&failure, common.format),
    }
}
