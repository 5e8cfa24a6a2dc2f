//! Data files: tables that are ragged, numbers that are written for people, totals that do not add up.

use super::{Wrong, told};

const NOTE: &str = "title: Assessments by team\nmeasure: Number of assessments\nunit: assessments\nbasis: cumulative\n\
    better: neither\narea: Exampleshire\npopulation: Adults assessed\nsource: { title: Monthly report, publisher: Exampleshire Council }\n";

/// What an analyst reads of a table by team.
fn told_of_table(more: &str, csv: &str) -> String {
    let note = format!("{NOTE}file: teams.csv\ndimensions: [team]\n{more}");
    told(&[("data/metrics/teams.yaml", note.as_bytes()), ("data/metrics/teams.csv", csv.as_bytes())])
}

#[test]
fn tables_that_are_not_even_are_told_with_their_line() {
    let wrong = [
        ("a ragged row", "team,value\nNorth,10\nSouth,20,30\nEast\n"),
        ("a thousands comma", "team,value\nNorth,\"1,072\"\nSouth,20\n"),
        ("a thousands comma without quotes", "team,value\nNorth,1,072\nSouth,20\n"),
        ("a pound sign", "team,value\nNorth,£10\nSouth,20\n"),
        ("a word", "team,value\nNorth,many\nSouth,20\n"),
        ("a row twice", "team,value\nNorth,10\nSouth,20\nNorth,11\n"),
        ("a column twice", "team,value,value\nNorth,10,11\n"),
        ("a missing column", "team,count\nNorth,10\n"),
        ("an unnamed column", "team,,value\nNorth,x,10\n"),
        ("semicolons", "team;value\nNorth;10\n"),
        ("an open quote", "team,value\n\"North,10\nSouth,20\n"),
        ("no rows", "team,value\n"),
        ("nothing", ""),
        ("half a person", "team,value\nNorth,10.5\n"),
        ("fewer than none", "team,value\nNorth,-3\n"),
    ];
    for (name, csv) in wrong {
        insta::assert_snapshot!(format!("table with {name}"), told_of_table("", csv));
    }
}

#[test]
fn a_total_that_does_not_add_up_points_at_the_total_and_the_table() {
    insta::assert_snapshot!(told_of_table("total: 9140\n", "team,value\nNorth,10\nSouth,20\n"));
}

#[test]
fn bands_that_leave_a_gap_or_overlap_are_told() {
    let bands = |csv: &str| told_of_table("", csv).replace("team", "age");
    insta::assert_snapshot!("bands with a gap", bands("team,value\n18 to 24,10\n30 to 64,20\n65 and over,5\n"));
    insta::assert_snapshot!("bands that overlap", bands("team,value\n18 to 24,10\n24 to 64,20\n65 and over,5\n"));
}

#[test]
fn a_note_with_an_unknown_unit_basis_or_key_is_told() {
    let note = NOTE.replace("unit: assessments", "unit: assesments").replace("cumulative", "running")
        + "bettter: lower\nvalues: { before: { value: 7, period: 2019 } }\n";
    insta::assert_snapshot!(told(&[("data/metrics/teams.yaml", note.as_bytes())]));
}

#[test]
fn a_table_that_is_not_there_is_told() {
    let note = format!("{NOTE}file: temas.csv\ndimensions: [team]\n");
    let other: Wrong<'_> = ("data/metrics/teams.csv", b"team,value\nNorth,10\n");
    insta::assert_snapshot!(told(&[("data/metrics/teams.yaml", note.as_bytes()), other]));
}
