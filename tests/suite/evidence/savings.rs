//! Which savings are added: only those that are alike in kind, basis, period and costs.

use candour::evidence::savings::groups;
use candour::model::settings::Settings;

use super::{computed, strings};

fn note(more: &str) -> String {
    format!(
        "title: T\nunit: pounds\nbetter: higher\nsource: {{ title: S, publisher: P }}\nattribution: sole\nassurance: none stated\n{more}\n"
    )
}

const LIKE: &str = "basis: actual\nkind: cash releasing\ngross_or_net: net\n";

/// The totals and reasons of savings with these notes, in order.
fn told(notes: &[String]) -> String {
    let paths: Vec<String> = (0..notes.len()).map(|at| format!("data/metrics/s{at}.yaml")).collect();
    let files: Vec<(&str, &str)> = paths.iter().zip(notes).map(|(path, note)| (path.as_str(), note.as_str())).collect();
    let computed = computed(&files, &Settings::default());
    assert!(computed.findings.is_empty(), "{:?}", computed.findings);
    let metrics: Vec<_> = computed.metrics.values().collect();
    let told = groups(&metrics, &strings()).into_iter().map(|group| {
        let totals: Vec<_> =
            group.totals.iter().map(|total| format!("{} = {}", total.metrics.join(" + "), total.display)).collect();
        let reasons: Vec<_> = group.reasons.iter().map(|unlike| unlike.name()).collect();
        format!("{}: {} | {} | {}", group.kind.name(), group.metrics.join(", "), totals.join(", "), reasons.join(", "))
    });
    told.collect::<Vec<_>>().join("\n")
}

fn like(value: &str) -> String {
    note(&format!("{LIKE}values: {{ a: {{ {value}, period: 2025 to 2026 }} }}"))
}

#[test]
fn like_savings_are_added_and_keep_their_bound() {
    let told = told(&[like("value: 1000.50"), like("value: 2000, about: true"), like("value: 500")]);
    assert_eq!(told, "cash releasing: s0, s1, s2 | s0 + s1 + s2 = about £3,500.50 | ");
}

#[test]
fn kinds_are_never_added() {
    let other = like("value: 10").replace("cash releasing", "cost avoidance");
    assert_eq!(told(&[like("value: 1"), other]), "cash releasing: s0 |  | \ncost avoidance: s1 |  | ");
}

#[test]
fn each_difference_is_a_reason_against_a_total() {
    let one = || like("value: 1");
    let with = |from: &str, to: &str| one().replace(from, to);
    let cases = [
        with("basis: actual", "basis: cumulative"),
        with("2025 to 2026", "2024 to 2025"),
        with(", period: 2025 to 2026", ""),
        with("gross_or_net: net", "gross_or_net: gross"),
        with("value: 1", "value: 1, more_than: true"),
    ];
    let found: Vec<String> = cases.into_iter().map(|other| told(&[one(), other])).collect();
    assert_eq!(found[0], "cash releasing: s0, s1 |  | basis");
    assert_eq!(found[1], "cash releasing: s0, s1 |  | period");
    assert_eq!(found[2], "cash releasing: s0, s1 |  | period-not-stated");
    assert_eq!(found[3], "cash releasing: s0, s1 |  | gross-or-net");
    assert_eq!(found[4], "cash releasing: s0, s1 | s0 + s1 = more than £2 | ", "an exact amount joins a bound");
    let less = told(&[like("value: 5, more_than: true"), like("value: 9, less_than: true")]);
    assert_eq!(less, "cash releasing: s0, s1 |  | bound");
}

#[test]
fn a_kind_that_is_not_stated_is_never_added() {
    let unknown = || like("value: 7").replace("cash releasing", "not stated");
    assert_eq!(told(&[unknown(), unknown()]), "not stated: s0, s1 |  | kind-not-stated");
}

#[test]
fn full_year_equivalents_are_added_only_when_made_in_one_stated_way() {
    let made = |how: &str| {
        like("value: 7").replace("basis: actual", &format!("basis: full-year equivalent\nannualised: {how}"))
    };
    assert_eq!(told(&[made("recurring"), made("recurring")]), "cash releasing: s0, s1 | s0 + s1 = £14 | ");
    assert_eq!(told(&[made("recurring"), made("run rate")]), "cash releasing: s0, s1 |  | annualised");
    assert_eq!(told(&[made("not stated"), made("not stated")]), "cash releasing: s0, s1 |  | annualised");
}

#[test]
fn like_ones_among_unlike_ones_have_a_total_of_their_own() {
    let other = like("value: 1").replace("2025 to 2026", "2024 to 2025");
    let told = told(&[like("value: 1"), other, like("value: 2")]);
    assert_eq!(told, "cash releasing: s0, s1, s2 | s0 + s2 = £3 | period");
}
