//! Where the time of a build goes, for `build --timings`.
//!
//! In: the names of stages as they end. Out: a line for each on stderr: `timing: NAME CPU WALL` in microseconds.
//! Not here: anything that a page or a finding could depend on.

use std::fs;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::report::err;

/// A clock that is told when a stage ends.
pub(super) struct Clock(Mutex<Lap>);

#[derive(Clone, Copy)]
struct Lap {
    began: Instant,
    cpu: Duration,
}

impl Lap {
    fn now() -> Self {
        Self { began: Instant::now(), cpu: processor_time() }
    }
}

impl Clock {
    /// A clock that starts now.
    pub(super) fn start() -> Self {
        Self(Mutex::new(Lap { began: Instant::now(), cpu: Duration::ZERO }))
    }

    /// Prints what the stage that ends here took.
    pub(super) fn stage(&self, name: &str) {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Lap::now();
        let cpu = now.cpu.saturating_sub(last.cpu).as_micros();
        let wall = now.began.saturating_duration_since(last.began).as_micros();
        err(&format!("timing: {name} {cpu} {wall}\n"));
        *last = now;
    }
}

/// Processor time of all threads so far; nothing where the system does not tell it in this way.
fn processor_time() -> Duration {
    let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let spent = tasks.filter_map(|task| {
        let text = fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(spent.sum())
}
