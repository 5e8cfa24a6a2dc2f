//! Sites for tests, and the program run over them.
//!
//! In: files as text, or a folder of `tests/sites/`. Out: what the program printed, how it ended, what it published.
//! Not here: what a test expects.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The day on which every test is run, unless it says another.
pub(super) const TODAY: &str = "2026-11-22";

/// Settings that a site needs.
pub(super) const SETTINGS: &str = "format: 1\nname: Exampleshire adult social care\norganisation: Exampleshire Council\n\
    base_url: https://care.exampleshire.example\nlanguage: en-GB\n";

/// Files by path, from the folder they are in.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// A site in a folder of its own, which goes when the value goes.
pub(super) struct Site {
    folder: TempDir,
}

impl Site {
    /// A folder with nothing in it.
    pub(super) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Settings and a home page: the smallest site that builds.
    pub(super) fn small() -> Self {
        Self::empty().file("candour.yaml", SETTINGS).file("content/_index.md", &page("home", "Adult social care", ""))
    }

    /// A copy of a folder of `tests/sites/`.
    pub(super) fn fixture(name: &str) -> Self {
        Self::copy(&repository().join("tests/sites").join(name))
    }

    /// A copy of the demonstration site.
    pub(super) fn demonstration() -> Self {
        let files: Files = ["content", "data"]
            .iter()
            .flat_map(|folder| {
                let below = files(&repository().join(folder)).into_iter();
                below.map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
            })
            .collect();
        let settings = fs::read(repository().join("candour.yaml")).unwrap();
        Self::empty().files(&files).bytes("candour.yaml", &settings)
    }

    /// A copy of a folder, but for what a build leaves there and what is expected of it.
    pub(super) fn copy(from: &Path) -> Self {
        let mut files = files(from);
        files.retain(|path, _| !["public/", ".candour/", "expected/"].iter().any(|folder| path.starts_with(folder)));
        Self::empty().files(&files)
    }

    /// Adds or replaces a file.
    pub(super) fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// Adds or replaces a file that need not be text.
    pub(super) fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        self.write(path, bytes);
        self
    }

    /// Adds files, in the order of the map.
    pub(super) fn files(self, files: &Files) -> Self {
        for (path, bytes) in files {
            self.write(path, bytes);
        }
        self
    }

    /// Writes a file of a site that is in use already.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        #[expect(clippy::disallowed_methods, reason = "a test lays out its site")]
        fs::write(path, bytes).unwrap();
    }

    /// Replaces words in a file; they have to be there.
    pub(super) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{path} does not say {from:?}");
        self.write(path, text.replace(from, to).as_bytes());
    }

    /// Takes a file away.
    pub(super) fn remove(&self, path: &str) {
        #[expect(clippy::disallowed_methods, reason = "a test changes its site")]
        fs::remove_file(self.path(path)).unwrap();
    }

    /// The place of a file of the site.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Everything that is published, nothing if the folder is not there.
    pub(super) fn published(&self) -> Files {
        files(&self.path("public"))
    }

    /// A published file as text.
    pub(super) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path("public").join(path)).unwrap_or_else(|error| panic!("public/{path}: {error}"))
    }

    /// Runs the program over the site on the day of the tests.
    pub(super) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[])
    }

    /// Runs the program with variables of the environment.
    pub(super) fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
        let mut command = candour();
        command.current_dir(self.folder.path()).args(arguments).envs(environment.iter().copied());
        if !arguments.contains(&"--as-of") {
            command.args(["--as-of", TODAY]);
        }
        Run::of(&mut command)
    }

    /// Builds the site, which has to have no findings.
    pub(super) fn build(self) -> Self {
        self.run(&["build", "--strict"]).exits(0);
        self
    }
}

/// How a run of the program ended.
#[derive(Debug)]
pub(super) struct Run {
    /// The exit code.
    pub(super) code: Option<i32>,
    /// What it printed.
    pub(super) stdout: String,
    /// What it complained about.
    pub(super) stderr: String,
}

impl Run {
    /// Runs a command to its end.
    pub(super) fn of(command: &mut Command) -> Self {
        let output = command.stdin(Stdio::null()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// The exit code has to be this one.
    #[track_caller]
    pub(super) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "\n{}\n{}", self.stdout, self.stderr);
        self
    }

    /// What was printed has to be one JSON value.
    #[track_caller]
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.stdout, self.stderr))
    }

    /// The codes of the findings of `--format json`, in their order.
    #[track_caller]
    pub(super) fn codes(&self) -> Vec<String> {
        let findings = self.json()["findings"].as_array().unwrap().clone();
        findings.iter().map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
    }
}

/// The program, without what the terminal of the person who tests would change.
pub(super) fn candour() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candour"));
    command.env_remove("NO_COLOR").env_remove("CI");
    command
}

/// A page with the front matter it needs.
pub(super) fn page(kind: &str, title: &str, body: &str) -> String {
    format!("---\ntype: {kind}\ntitle: {title}\nsummary: What this page is for.\n---\n\n{body}\n")
}

/// The folder of this repository.
pub(super) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What stands behind the last dot of a path.
pub(super) fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, end)| end)
}

/// Every file below a folder with its bytes.
pub(super) fn files(folder: &Path) -> Files {
    if !folder.exists() {
        return Files::new();
    }
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let only = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
    only.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

/// Two sets of files have to be the same bytes; otherwise the names of those that differ are told.
#[track_caller]
pub(super) fn assert_same(one: &Files, other: &Files) {
    assert_eq!(differing(one, other), Vec::<String>::new());
}

/// The names of files that are not the same in both.
pub(super) fn differing(one: &Files, other: &Files) -> Vec<String> {
    let mut names: Vec<&String> = one.keys().chain(other.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}
