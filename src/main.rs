//! The command `candour`.

use std::process::ExitCode;

fn main() -> ExitCode {
    candour::cli::run()
}
