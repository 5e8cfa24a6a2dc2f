//! The disk: links out of the site, loops, folders that may not be written, two builds at once.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use super::sound;
use crate::support::{Run, Site, TODAY, candour, page};

/// What an editor reads of a site with a link, and that nothing was published.
fn told_of_link(target: &str, path: &str) -> String {
    let site = sound();
    let before = site.published();
    symlink(target, site.path(path)).unwrap();
    let run = site.run(&["build"]).exits(2);
    assert_eq!(site.published(), before);
    let json = site.run(&["build", "--format", "json"]).exits(2).json();
    assert_eq!(json["findings"][0]["file"], path);
    run.stdout
}

#[test]
fn a_link_out_of_the_site_is_refused() {
    insta::assert_snapshot!("link to a file outside", told_of_link("/etc/passwd", "content/page.md"));
    insta::assert_snapshot!("link to a folder outside", told_of_link("/etc", "content/etc"));
}

#[test]
fn a_link_that_goes_round_is_refused() {
    insta::assert_snapshot!("link to the folder above", told_of_link("..", "content/carers/again"));
    insta::assert_snapshot!("link to itself", told_of_link("self.md", "content/self.md"));
}

#[test]
fn a_link_inside_the_site_is_followed() {
    let site = Site::small().file("content/carers.md", &page("page", "Carers", "Help."));
    symlink("carers.md", site.path("content/breaks.md")).unwrap();
    // Two pages of one title are told, which is not what is looked at here.
    site.run(&["build", "--no-audit"]).exits(0);
    assert!(site.text("breaks/index.html").contains("Help."));
}

/// The program as a user whom rights hold: root may write everywhere, so it becomes another there.
fn as_another_user(site: &Site) -> Option<Command> {
    let program = candour();
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n");
    if !is_root {
        return Some(program);
    }
    // Everyone may come to the site and to a copy of the program.
    let copy = site.path("program");
    fs::copy(program.get_program(), &copy).unwrap();
    for path in ["", "program"] {
        fs::set_permissions(site.path(path), Permissions::from_mode(0o755)).unwrap();
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&copy);
    let works = Command::new("setpriv").args(["--reuid=65534", "--regid=65534", "--clear-groups", "true"]).status();
    works.is_ok_and(|status| status.success()).then_some(command)
}

#[test]
fn a_folder_that_may_not_be_written_stops_the_build_with_one() {
    let site = sound();
    let before = site.published();
    site.write("content/page.md", page("page", "Breaks", "Help.").as_bytes());
    let Some(mut command) = as_another_user(&site) else {
        eprintln!("skipped: root cannot become another user here");
        return;
    };
    fs::set_permissions(site.path("public"), Permissions::from_mode(0o555)).unwrap();
    let run = Run::of(command.current_dir(site.path("")).args(["build", "--as-of", TODAY])).exits(1);
    fs::set_permissions(site.path("public"), Permissions::from_mode(0o755)).unwrap();
    assert_eq!(site.published(), before);
    insta::assert_snapshot!(run.stdout + &run.stderr);
}

#[test]
fn a_page_that_may_not_be_read_is_told() {
    let site = sound();
    let before = site.published();
    site.write("content/page.md", page("page", "Breaks", "Help.").as_bytes());
    let Some(mut command) = as_another_user(&site) else {
        eprintln!("skipped: root cannot become another user here");
        return;
    };
    fs::set_permissions(site.path("content/page.md"), Permissions::from_mode(0o000)).unwrap();
    let run = Run::of(command.current_dir(site.path("")).args(["check", "--as-of", TODAY])).exits(2);
    assert_eq!(site.published(), before);
    // What was looked at, and with which version, changes with each rule.
    let told: Vec<&str> = run.stdout.lines().filter(|line| !line.starts_with("checked ")).collect();
    insta::assert_snapshot!(told.join("\n") + &run.stderr);
}

#[test]
fn two_builds_at_once_never_mix() {
    let site = Site::demonstration();
    let start = || candour().current_dir(site.path("")).args(["build", "--as-of", TODAY]).output().unwrap();
    let outputs: Vec<_> =
        std::thread::scope(|scope| [0, 1, 2].map(|_| scope.spawn(start)).map(|run| run.join().unwrap()).into());
    let codes: Vec<_> = outputs.iter().map(|output| output.status.code().unwrap()).collect();
    assert!(codes.contains(&0), "{outputs:?}");
    for output in outputs.iter().filter(|output| output.status.code() != Some(0)) {
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(words.contains("another build"), "{words}");
    }
    let alone = Site::demonstration().build();
    crate::support::assert_same(&site.published(), &alone.published());
}
