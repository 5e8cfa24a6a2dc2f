//! A bar on a terminal when a build takes longer than a second; nothing anywhere else.
//! The only file that names the progress crate.
//!
//! In: how many of how many pages. Out: the bar. Not here: anything that is published.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::surroundings::is_watched;

/// A bar that shows itself after a second.
pub(super) struct Progress {
    bar: Option<Mutex<ProgressBar>>,
    began: Instant,
}

const PATIENCE: Duration = Duration::from_secs(1);

impl Progress {
    /// A bar, if anybody watches.
    pub(super) fn new(quiet: bool) -> Self {
        let bar = (is_watched() && !quiet).then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
            if let Ok(style) = ProgressStyle::with_template("  {bar:30} {pos} of {len} pages") {
                bar.set_style(style);
            }
            Mutex::new(bar)
        });
        Self { bar, began: Instant::now() }
    }

    /// Notes that `done` of `all` pages are made. Cheap enough to be called for each page.
    pub(super) fn note(&self, done: usize, all: usize) {
        if !done.is_multiple_of(64) || self.began.elapsed() < PATIENCE {
            return;
        }
        let Some(Ok(bar)) = self.bar.as_ref().map(Mutex::lock) else { return };
        if bar.is_hidden() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        if let Some(Ok(bar)) = self.bar.as_ref().map(Mutex::lock) {
            bar.finish_and_clear();
        }
    }
}
