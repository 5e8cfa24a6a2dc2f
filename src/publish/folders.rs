//! Where a build writes: the output folder, the folders beside it, the state folder.
//!
//! In: the site's root and the output folder as asked for. Out: [`Folders`], links resolved, or why it cannot be.
//! Checked here before any work: that both can be written and that the site's own files are out of reach.
//! Not here: making or changing anything.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::system;
use crate::diag::failure::Failure;
use crate::model::digest::Digest;

/// Folders of a site that a build must never write into.
const SOURCES: [&str; 5] = ["content", "data", "themes", ".candour", ".git"];

/// The folders of one build.
#[derive(Clone, Debug)]
pub(super) struct Folders {
    /// The real output folder, which may not exist yet.
    pub(super) output: PathBuf,
    /// Where the next state is laid out, beside `output` so that both can change places.
    pub(super) staging: PathBuf,
    /// Where the old state stands for a moment when two folders cannot change places in one step.
    pub(super) aside: PathBuf,
    /// Where changed files stand for a moment while a few are put in place one by one.
    pub(super) undo: PathBuf,
    /// `.candour` of the site.
    pub(super) state: PathBuf,
    /// The manifest of this output folder.
    pub(super) manifest: PathBuf,
    /// The output folder as asked for, for messages.
    pub(super) shown: String,
}

impl Folders {
    /// Finds the folders of a build, without making any.
    pub(super) fn of(root: &Path, output_dir: &Path) -> Result<Self, Failure> {
        let shown = output_dir.to_string_lossy().replace('\\', "/");
        let root = root.canonicalize().map_err(|error| {
            Failure::of_disk("the folder of the site cannot be opened", root.to_string_lossy(), &error)
        })?;
        let output = real(&root.join(output_dir), &shown)?;
        if overlaps(&root, &output) {
            return Err(Failure::new("the output folder holds files of the site itself, which a build would replace")
                .at(shown)
                .help("choose a folder of its own, for example `--output-dir public`"));
        }
        let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
            return Err(Failure::new("the output folder has no name")
                .at(shown)
                .help("choose a folder such as `public`"));
        };
        let name = name.to_string_lossy();
        let state = root.join(".candour");
        Ok(Self {
            staging: parent.join(format!(".{name}.candour-new")),
            aside: parent.join(format!(".{name}.candour-old")),
            undo: parent.join(format!(".{name}.candour-undo")),
            manifest: state.join(manifest_name(&root, &output)),
            state,
            shown,
            output,
        })
    }

    /// A published path as messages show it.
    pub(super) fn show(&self, path: &str) -> String {
        format!("{}/{path}", self.shown.trim_end_matches('/'))
    }

    /// Checks that the output folder and the folder it is in can be written.
    pub(super) fn check_writable(&self) -> Result<(), Failure> {
        let parent = self.output.ancestors().skip(1).find(|folder| folder.exists());
        for folder in [Some(self.output.as_path()).filter(|output| output.exists()), parent].into_iter().flatten() {
            if let Err(error) = system::check_writable(folder) {
                let what = if folder == self.output {
                    "the output folder cannot be written"
                } else {
                    "the folder around the output folder cannot be written"
                };
                return Err(Failure::of_disk(what, &self.shown, &error));
            }
        }
        Ok(())
    }
}

/// The real path, links followed, of a folder that may not exist yet.
fn real(asked: &Path, shown: &str) -> Result<PathBuf, Failure> {
    if let Ok(real) = asked.canonicalize() {
        if real.is_dir() {
            return Ok(real);
        }
        return Err(Failure::new("the output folder is a file")
            .at(shown)
            .help("move the file away, or choose another folder"));
    }
    if asked.symlink_metadata().is_ok() {
        return Err(Failure::new("the output folder is a link that leads nowhere")
            .at(shown)
            .help("make the folder that the link names, or remove the link"));
    }
    let plain = asked.components().all(|part| part != Component::ParentDir);
    let found = asked.ancestors().skip(1).find_map(|folder| Some((folder, folder.canonicalize().ok()?)));
    match found {
        Some((folder, real)) if plain => Ok(real.join(asked.strip_prefix(folder).unwrap_or(asked))),
        _ => Err(Failure::new("the output folder cannot be found")
            .at(shown)
            .help("make the folder it is to be in first")),
    }
}

fn overlaps(root: &Path, output: &Path) -> bool {
    root.starts_with(output) || SOURCES.iter().any(|source| output.starts_with(root.join(source)))
}

/// `manifest.json` for `public`; for another folder a name that is the same at every build and tells no path.
fn manifest_name(root: &Path, output: &Path) -> String {
    let below = output.strip_prefix(root).unwrap_or(output);
    if below == Path::new("public") {
        return "manifest.json".to_owned();
    }
    format!("manifest-{}.json", Digest::of(below.to_string_lossy().as_bytes()).short())
}

/// Makes a folder and those around it.
pub(super) fn make(folder: &Path, shown: &str) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::of_disk("the folder cannot be made", shown, &error))
}
