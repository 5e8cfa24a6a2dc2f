//! Runs a program and says what it cost.
//!
//! In: a command. Out: [`Cost`]: processor time, time on the clock, peak memory, and the stages that it reported.
//! Not here: what is run, how it is printed.

use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What a run cost.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cost {
    /// Processor time of all threads, user and system.
    pub(crate) cpu: Duration,
    /// Time on the clock.
    pub(crate) wall: Duration,
    /// Peak resident memory in bytes.
    pub(crate) memory: u64,
    /// What `--timings` printed: a stage with its processor time and its time on the clock.
    pub(crate) stages: Vec<Stage>,
}

/// A stage of a build.
#[derive(Clone, Debug)]
pub(crate) struct Stage {
    /// Its name.
    pub(crate) name: String,
    /// Processor time.
    pub(crate) cpu: Duration,
    /// Time on the clock.
    pub(crate) wall: Duration,
}

/// Runs a command to its end; anything but success is an error with its output.
pub(crate) fn run(command: &mut Command) -> io::Result<Cost> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let began = Instant::now();
    let mut child = command.spawn()?;
    let (mut out, mut err) = (String::new(), String::new());
    if let (Some(mut stdout), Some(mut stderr)) = (child.stdout.take(), child.stderr.take()) {
        stdout.read_to_string(&mut out)?;
        stderr.read_to_string(&mut err)?;
    }
    let done = child.wait4()?;
    let wall = began.elapsed();
    if !done.status.success() {
        return Err(io::Error::other(format!("{command:?} ended with {}\n{out}{err}", done.status)));
    }
    let cpu = done.rusage.utime + done.rusage.stime;
    Ok(Cost { cpu, wall, memory: done.rusage.maxrss, stages: err.lines().filter_map(stage).collect() })
}

/// `timing: parse 12345 6789`: microseconds of processor time and on the clock.
fn stage(line: &str) -> Option<Stage> {
    let mut words = line.strip_prefix("timing: ")?.rsplitn(3, ' ');
    let wall = words.next()?.parse().ok().map(Duration::from_micros)?;
    let cpu = words.next()?.parse().ok().map(Duration::from_micros)?;
    Some(Stage { name: words.next()?.to_owned(), cpu, wall })
}

/// The cheapest of several runs: what others did on the machine meanwhile only ever adds.
pub(crate) fn least(rounds: usize, mut once: impl FnMut(usize) -> io::Result<Cost>) -> io::Result<Cost> {
    let mut best = once(0)?;
    for round in 1..rounds {
        let next = once(round)?;
        let (wall, memory) = (best.wall.min(next.wall), best.memory.max(next.memory));
        if next.cpu < best.cpu {
            best = next;
        }
        (best.wall, best.memory) = (wall, memory);
    }
    Ok(best)
}
