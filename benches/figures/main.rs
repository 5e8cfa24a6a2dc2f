//! How long figures take: a thousand metrics with statistical process control, and intervals over a million cases.
//!
//! In: numbers as arguments (`cargo bench --bench figures -- 1000 1000000`: metrics, cases). Out: seconds and what they may
//! be, on stdout. Nothing fails because it is slow. Reading is part of the time, the disk is not.

#![expect(clippy::print_stdout, reason = "a bench reports to the person who runs it")]

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::time::{Duration, Instant};

use candour::chart::spc;
use candour::evidence::{Inputs, evidence, values_file};
use candour::model::metric::Metrics;
use candour::model::settings::Settings;
use candour::model::source::{FileId, SourceFile, SourceTree};
use candour::model::strings::Strings;
use candour::parse;
use rayon::prelude::*;

/// Points of each metric: ten years of months.
const POINTS: u32 = 120;

const HEAD: &str = "unit: assessments\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\n";

fn main() {
    let typed: Vec<usize> = env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let metrics = typed.first().copied().unwrap_or(1_000);
    let cases = typed.get(1).copied().unwrap_or(1_000_000);
    let computed = timed(&series(metrics));
    report(&format!("{metrics} metrics of {POINTS} points with SPC"), 1.0, &computed);
    let (took, bytes) = drawn(&computed.1);
    println!("{metrics} charts with SPC, wide and narrow: {:.2} s of at most 2 s ({bytes} bytes)", took.as_secs_f64());
    report(&format!("intervals over {cases} cases"), 2.0, &timed(&people(cases)));
    if let Some(peak) = peak() {
        println!("peak memory: {peak}");
    }
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }
}

fn series(count: usize) -> SourceTree {
    let mut dice = Dice(1);
    let mut files = Vec::new();
    for at in 0..count {
        let mut table = "period,value\n".to_owned();
        for point in 0..POINTS {
            let _ = writeln!(table, "{}-{:02},{}", 2010 + point / 12, point % 12 + 1, 40 + dice.roll(21));
        }
        let path = |end: &str| format!("data/metrics/m{at:05}.{end}").into();
        let note = format!(
            "title: Metric {at}\n{HEAD}file: m{at:05}.csv\nperiod: month\nspc: {{ baseline: 24, target: 45 }}\n"
        );
        files.push(SourceFile { path: path("csv"), text: table });
        files.push(SourceFile { path: path("yaml"), text: note });
    }
    SourceTree { files, assets: Vec::new() }
}

fn people(count: usize) -> SourceTree {
    let mut dice = Dice(2);
    let mut table = "person,start,end,outcome\n".to_owned();
    for at in 0..count {
        let (year, month) = (2016 + dice.roll(9), 1 + dice.roll(12));
        let (first, last) = (1 + dice.roll(12), 13 + dice.roll(15));
        let person = dice.roll(u64::try_from(count / 3 + 1).unwrap_or(1));
        let outcome = if at % 3 == 0 { "diverted" } else { "long-term support" };
        let _ = writeln!(table, "P{person:07},{year}-{month:02}-{first:02},{year}-{month:02}-{last:02},{outcome}");
    }
    let note = "title: Length of diversion\nunit: days\nbasis: rolling 12 months\nbetter: higher\nsource: { title: S, publisher: P }\n\
        method: interval\nfile: cases.csv\nperson: person\nstart: start\nend: end\noutcome: outcome\ncounts_when: diverted\n\
        period: month\nwindow: 12 months\n";
    let file = |path: &str, text: String| SourceFile { path: path.into(), text };
    let files = vec![file("data/metrics/cases.csv", table), file("data/metrics/diversion.yaml", note.to_owned())];
    SourceTree { files, assets: Vec::new() }
}

/// Reads and computes as the pipeline does.
fn timed(sources: &SourceTree) -> (Duration, Metrics) {
    let start = Instant::now();
    let mut findings = Vec::new();
    let of = |end: &'static str| sources.under("data/metrics/").filter(move |(_, file)| file.path.ends_with(end));
    let notes: Vec<_> =
        of(".yaml").filter_map(|(id, file)| parse::metric::read(id, file).into(&mut findings)).collect();
    let mut cases = BTreeMap::new();
    let mut of_cases = Vec::new();
    for note in &notes {
        let columns = note.derivation.as_ref().and_then(|derivation| derivation.cases.as_ref());
        let Some((columns, file)) = columns.zip(values_file(note, sources)) else { continue };
        let Some(source) = sources.file(file) else { continue };
        let read = parse::cases::read(note.file, columns, file, &source.text).into(&mut findings);
        cases.extend(read.map(|read| (note.file, read)));
        of_cases.push(file);
    }
    let files: Vec<_> = of(".csv").filter(|(id, _)| !of_cases.contains(id)).collect();
    let read: Vec<_> = files.into_par_iter().map(|(id, file)| (id, parse::table::read(id, &file.text))).collect();
    let tables: BTreeMap<_, _> =
        read.into_iter().filter_map(|(id, table)| Some((id, table.into(&mut findings)?))).collect();
    let (settings, strings, originals) = (Settings::default(), Strings::default(), BTreeMap::new());
    let inputs = Inputs {
        tables: &tables,
        cases: &cases,
        originals: &originals,
        settings: &settings,
        sources,
        strings: &strings,
    };
    let metrics = evidence(&notes, &inputs).into(&mut findings);
    (start.elapsed(), metrics)
}

/// Draws every metric as a chart with its limits, and puts it into words.
fn drawn(metrics: &Metrics) -> (Duration, usize) {
    let strings = english();
    let start = Instant::now();
    let metrics: Vec<_> = metrics.values().collect();
    let bytes = metrics.par_iter().map(|metric| {
        let drawing = (spc::KIND.draw)(metric, &strings);
        let words = (spc::KIND.describe)(metric, &strings);
        drawing.wide.len() + drawing.narrow.len() + words.iter().map(String::len).sum::<usize>()
    });
    let bytes = bytes.sum();
    (start.elapsed(), bytes)
}

/// The words of the theme in English.
fn english() -> Strings {
    let text = include_str!("../../themes/civic/strings/en.yaml").to_owned();
    parse::theme::strings(FileId(0), &SourceFile { path: "en.yaml".into(), text }, "en-GB").into(&mut Vec::new())
}

fn report(what: &str, most: f64, (took, metrics): &(Duration, Metrics)) {
    let values: usize = metrics.values().map(|metric| metric.values.len()).sum();
    println!("{what}: {:.2} s of at most {most:.0} s ({values} values)", took.as_secs_f64());
}

/// The most memory that this program has held, where the system says so.
fn peak() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().to_owned())
}
