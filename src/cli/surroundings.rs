//! What a run takes from its surroundings: the day, the terminal, the wish for no colour.
//!
//! In: clock, environment, flags. Out: plain values. Nothing else in the program reads them.

use std::io::IsTerminal;
use std::time::{SystemTime, UNIX_EPOCH};

use super::arguments::Common;
use crate::diag::failure::Failure;
use crate::model::date::Date;
use crate::pipeline::Options;

/// The options of a run.
pub(super) fn options(common: &Common) -> Result<Options, Failure> {
    let today = match &common.as_of {
        None => today(),
        Some(typed) => typed.parse().map_err(|()| {
            Failure::new(format!("`{typed}` is not a calendar date"))
                .help("write the date as YYYY-MM-DD, for example `--as-of 2026-11-22`")
        })?,
    };
    Ok(Options {
        program: program(),
        today,
        drafts: common.drafts,
        base_url: common.base_url.clone(),
        levels: Vec::new(),
        audit: true,
        index: false,
    })
}

/// Size and time of the running program: a program that was built anew may write other pages from the same files.
fn program() -> String {
    let file = std::env::current_exe().and_then(std::fs::metadata);
    let since = |time: SystemTime| time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    file.map(|file| format!("{} {}", file.len(), file.modified().map_or(0, since))).unwrap_or_default()
}

/// The time. It may decide whether work is left out, never what is found or shown.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub(super) fn now() -> SystemTime {
    SystemTime::now()
}

/// Today's date in UTC.
fn today() -> Date {
    let seconds = now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i32::try_from(seconds / 86_400).unwrap_or(0);
    Date::EPOCH.plus_days(days)
}

/// Whether a person watches the error stream.
pub(super) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// Whether findings may be coloured: a terminal, and no `NO_COLOR`.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
pub(super) fn is_coloured() -> bool {
    std::io::stdout().is_terminal() && std::env::var("NO_COLOR").map_or(true, |value| value.is_empty())
}
