//! What only shows on Unix: identity of files, links, rights, a full disk.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use super::{assert_nothing_is_left_beside, build, listing, site, summary, text, write};
use candour::publish::Publisher;

fn identity(path: &Path) -> (u64, i64, i64) {
    let metadata = fs::metadata(path).unwrap();
    (metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
}

#[test]
fn files_that_are_kept_stay_the_very_same_files() {
    let site = site();
    build(site.path(), &[("index.html", "1"), ("care/index.html", "care")]).unwrap();
    write(site.path(), "public/theirs.txt", "theirs");
    let kept = ["public/care/index.html", "public/theirs.txt"].map(|path| site.path().join(path));
    let before = kept.clone().map(|path| identity(&path));
    build(site.path(), &[("index.html", "2"), ("care/index.html", "care")]).unwrap();
    assert_eq!(kept.map(|path| identity(&path)), before);
}

#[test]
fn links_and_rights_of_others_stay() {
    let site = site();
    build(site.path(), &[("index.html", "1")]).unwrap();
    let public = site.path().join("public");
    symlink("index.html", public.join("to-home")).unwrap();
    symlink("/nowhere/at/all", public.join("to-nothing")).unwrap();
    fs::create_dir(public.join("private")).unwrap();
    write(site.path(), "public/private/list", "theirs");
    fs::set_permissions(public.join("private"), Permissions::from_mode(0o711)).unwrap();
    fs::set_permissions(&public, Permissions::from_mode(0o2755)).unwrap();
    build(site.path(), &[("index.html", "2")]).unwrap();
    assert_eq!(fs::read_link(public.join("to-home")).unwrap(), Path::new("index.html"));
    assert_eq!(fs::read_link(public.join("to-nothing")).unwrap(), Path::new("/nowhere/at/all"));
    assert_eq!(fs::metadata(public.join("private")).unwrap().mode() & 0o7777, 0o711);
    assert_eq!(fs::metadata(&public).unwrap().mode() & 0o7777, 0o2755);
}

#[test]
fn an_output_folder_that_is_a_link_is_followed() {
    let site = site();
    fs::create_dir_all(site.path().join("web/site")).unwrap();
    symlink("web/site", site.path().join("public")).unwrap();
    build(site.path(), &[("index.html", "1")]).unwrap();
    build(site.path(), &[("index.html", "2")]).unwrap();
    assert_eq!(text(site.path(), "web/site/index.html"), "2");
    assert!(site.path().join("public").is_symlink());
    assert_eq!(listing(&site.path().join("web")).len(), 2, "nothing is left beside the real folder");
}

#[test]
fn a_link_that_leads_nowhere_is_named() {
    let site = site();
    symlink("missing", site.path().join("public")).unwrap();
    let failure = Publisher::begin(site.path(), Path::new("public")).unwrap_err();
    assert_eq!(failure.to_string(), "public: the output folder is a link that leads nowhere");
}

#[test]
fn a_published_file_that_became_a_link_is_restored_and_the_target_left_alone() {
    let site = site();
    build(site.path(), &[("index.html", "home")]).unwrap();
    write(site.path(), "secret", "home");
    fs::rename(site.path().join("public/index.html"), site.path().join("moved")).unwrap();
    symlink("../secret", site.path().join("public/index.html")).unwrap();
    assert_eq!(build(site.path(), &[("index.html", "home")]).unwrap(), summary(1, 0, 0));
    assert!(!site.path().join("public/index.html").is_symlink());
    assert_eq!(text(site.path(), "secret"), "home");
}

#[test]
fn an_output_folder_that_cannot_be_written_is_told_before_any_work() {
    let site = site();
    build(site.path(), &[("index.html", "1")]).unwrap();
    let public = site.path().join("public");
    fs::set_permissions(&public, Permissions::from_mode(0o555)).unwrap();
    let failure = Publisher::begin(site.path(), Path::new("public")).unwrap_err();
    assert_eq!(failure.to_string(), "public: the output folder cannot be written: permission denied");
    fs::set_permissions(&public, Permissions::from_mode(0o755)).unwrap();
    assert_eq!(text(site.path(), "public/index.html"), "1");
}

#[test]
fn a_parent_that_cannot_be_written_is_told_before_any_work() {
    let site = site();
    fs::create_dir_all(site.path().join("web/site")).unwrap();
    fs::set_permissions(site.path().join("web"), Permissions::from_mode(0o555)).unwrap();
    let failure = Publisher::begin(site.path(), Path::new("web/site")).unwrap_err();
    assert!(failure.message.starts_with("the folder around the output folder cannot be written"));
    fs::set_permissions(site.path().join("web"), Permissions::from_mode(0o755)).unwrap();
}

/// A small disk that is gone when the value is.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    /// Mounted at a folder; none where this account may not mount.
    fn at(folder: &'a Path) -> Option<Self> {
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=256k", "candour-test"]).arg(folder).output();
        mounted.is_ok_and(|output| output.status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_leaves_everything_as_it_was() {
    let site = site();
    let Some(_disk) = SmallDisk::at(site.path()) else {
        eprintln!("skipped: this account may not mount a small disk");
        return;
    };
    build(site.path(), &[("index.html", "old")]).unwrap();
    let large = "x".repeat(200 * 1024);
    let failure = build(site.path(), &[("index.html", "new"), ("a", &large), ("b", &large)]).unwrap_err();
    assert!(failure.message.ends_with("the disk is full"), "{failure}");
    assert_eq!(listing(&site.path().join("public")), [("index.html".to_owned(), "old".to_owned())]);
    assert_nothing_is_left_beside(site.path());
    assert_eq!(build(site.path(), &[("index.html", "new")]).unwrap(), summary(1, 0, 0));
}

#[test]
fn a_disk_of_its_own_as_output_folder_is_refused_with_a_way_out() {
    let site = site();
    let public = site.path().join("public");
    fs::create_dir(&public).unwrap();
    let Some(_disk) = SmallDisk::at(&public) else {
        eprintln!("skipped: this account may not mount a small disk");
        return;
    };
    let failure = build(site.path(), &[("index.html", "new")]).unwrap_err();
    assert!(failure.help.iter().any(|help| help.contains("--output-dir public/site")), "{failure:?}");
    assert!(listing(&public).is_empty());
}
