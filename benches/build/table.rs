//! The tables of the benchmark, in Markdown.
//!
//! In: what was measured. Out: text. Not here: measuring.

use std::fmt::Write;
use std::time::Duration;

use super::Row;
use super::measure::Cost;

/// Both tables.
pub(crate) fn tables(rows: &[Row]) -> String {
    let mut out = String::new();
    costs(&mut out, rows);
    for row in rows {
        stages(&mut out, row);
    }
    out
}

fn costs(out: &mut String, rows: &[Row]) {
    line(out, "\n| pages | run | CPU ms | of floor | of cold | wall ms | of cold | CPU µs a page | peak MB |");
    line(out, "|--:|---|--:|--:|--:|--:|--:|--:|--:|");
    for row in rows {
        for (name, cost) in [
            ("floor", &row.floor),
            ("cold, not checked", &row.plain),
            ("cold", &row.cold),
            ("unchanged", &row.same),
            ("one edit", &row.edit),
        ] {
            let each = ratio(cost.cpu, Duration::from_micros(1)) / pages(row);
            let memory = cost.memory.div_ceil(1_000_000);
            line(
                out,
                &format!(
                    "| {} | {name} | {} | {:.2} | {:.2} | {} | {:.2} | {each:.0} | {memory} |",
                    row.pages,
                    milliseconds(cost.cpu),
                    ratio(cost.cpu, row.floor.cpu),
                    ratio(cost.cpu, row.cold.cpu),
                    milliseconds(cost.wall),
                    ratio(cost.wall, row.cold.wall),
                ),
            );
        }
    }
}

fn stages(out: &mut String, row: &Row) {
    line(out, &format!("\n{} pages, by stage, CPU and wall in ms:\n", row.pages));
    line(out, "| stage | cold | | unchanged | | one edit | |\n|---|--:|--:|--:|--:|--:|--:|");
    for stage in &row.cold.stages {
        let cell = |cost: &Cost| match cost.stages.iter().find(|other| other.name == stage.name) {
            Some(found) => format!("{} | {}", milliseconds(found.cpu), milliseconds(found.wall)),
            None => " | ".to_owned(),
        };
        line(out, &format!("| {} | {} | {} | {} |", stage.name, cell(&row.cold), cell(&row.same), cell(&row.edit)));
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(out, "{text}");
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1_000.0)
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64().max(1e-9)
}

fn pages(row: &Row) -> f64 {
    u32::try_from(row.pages).map_or(1.0, f64::from)
}
