//! Settings: a fault there ends the run with exit code 1, and has its line.

use super::sound;
use crate::support::SETTINGS;

/// What an editor reads when `candour.yaml` is this.
fn stopped(settings: &str) -> String {
    let site = sound();
    let before = site.published();
    site.write("candour.yaml", settings.as_bytes());
    let json = site.run(&["build", "--format", "json"]).exits(1).json();
    assert_eq!(json["error"]["file"], "candour.yaml");
    assert!(json["error"]["line"].is_u64(), "{json}");
    assert_eq!(site.published(), before);
    let run = site.run(&["build"]).exits(1);
    assert_eq!(run.stdout, "");
    run.stderr
}

#[test]
fn faults_of_settings_are_told_with_their_line() {
    let wrong = [
        ("an unknown key", format!("{SETTINGS}them: civic\n")),
        ("another format", SETTINGS.replace("format: 1", "format: 2")),
        ("no name", SETTINGS.replace("name: Exampleshire adult social care\n", "")),
        ("an address without a scheme", SETTINGS.replace("https://", "")),
        ("an unknown style", format!("{SETTINGS}style: bbc\n")),
        ("an unknown level", format!("{SETTINGS}levels: {{ link-broken: fatal }}\n")),
        ("a threshold of nothing", format!("{SETTINGS}disclosure: {{ threshold: 0 }}\n")),
        ("a tab", format!("{SETTINGS}disclosure:\n\tthreshold: 5\n")),
        ("an alias", format!("{SETTINGS}style: &s nhs\nlanguages: [*s]\n")),
        ("nothing", String::new()),
    ];
    for (name, settings) in wrong {
        insta::assert_snapshot!(format!("settings with {name}"), stopped(&settings));
    }
}

#[test]
fn a_theme_that_is_not_there_is_told() {
    let site = sound();
    let before = site.published();
    site.write("candour.yaml", format!("{SETTINGS}theme: civc\n").as_bytes());
    let run = site.run(&["build"]);
    assert_ne!(run.code, Some(0));
    assert_eq!(site.published(), before);
    insta::assert_snapshot!(run.stdout + &run.stderr);
}
