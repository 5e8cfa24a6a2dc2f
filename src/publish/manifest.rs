//! What the last build published: each path with its digest and size, and a digest of all that went in.
//!
//! In and out: `.candour/manifest.json`. It holds no time and no absolute path; the time it was written, which tells
//! whether a published file was touched since, is that of the file itself.
//! Not here: comparing bytes, changing `public/`.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{sweep, system};
use crate::model::digest::Digest;

const VERSION: u32 = 1;

/// Digest and size of one file.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub(super) struct Print(Hex, u64);

impl Print {
    /// The print of bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Hex(Digest::of(bytes)), u64::try_from(bytes.len()).unwrap_or(u64::MAX))
    }

    /// Size in bytes.
    pub(super) fn size(self) -> u64 {
        self.1
    }
}

/// What a build published.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Manifest {
    version: u32,
    /// Digest of everything the build read, as the pipeline made it.
    pub(super) inputs: String,
    /// The findings of that build, as the pipeline wrote them.
    pub(super) findings: String,
    /// Files by path below the output folder.
    pub(super) files: BTreeMap<String, Print>,
    /// When the file was written; nothing is trusted without.
    #[serde(skip)]
    pub(super) written: Option<SystemTime>,
}

impl Manifest {
    /// A manifest to write.
    pub(super) fn new(inputs: &str, findings: &str, files: BTreeMap<String, Print>) -> Self {
        Self { version: VERSION, inputs: inputs.to_owned(), findings: findings.to_owned(), files, written: None }
    }

    /// Reads a manifest. Nothing when there is none that can be read: every file is compared then.
    ///
    /// A build that was killed while it switched folders leaves the manifest it was about to write: both are ours,
    /// and nothing is trusted.
    pub(super) fn read(path: &Path) -> Option<Self> {
        let pending = read_one(&pending(path));
        let current = read_one(path);
        match (current, pending) {
            (current, None) => current,
            (current, Some(mut pending)) => {
                for (name, print) in current.map(|current| current.files).unwrap_or_default() {
                    pending.files.entry(name).or_insert(print);
                }
                pending.inputs.clear();
                pending.written = None;
                Some(pending)
            }
        }
    }

    /// Writes it beside its place, to be found if the program is killed before [`Manifest::settle`].
    pub(super) fn announce(&self, path: &Path) -> io::Result<()> {
        let mut file = File::create(pending(path))?;
        file.write_all(&serde_json::to_vec(self)?)?;
        file.sync_all()
    }

    /// What a killed build announced.
    pub(super) fn announced(path: &Path) -> Option<Self> {
        read_one(&pending(path))
    }

    /// Writes it in its place. It must be younger than every file it names, so this comes last.
    pub(super) fn settle(&self, path: &Path) -> io::Result<()> {
        let fresh = path.with_extension("fresh");
        let mut file = File::create(&fresh)?;
        file.write_all(&serde_json::to_vec(self)?)?;
        drop(file);
        fs::rename(&fresh, path)?;
        sweep::remove_file(&pending(path))
    }

    /// Whether it says the same as another.
    pub(super) fn records_as(&self, other: &Self) -> bool {
        self.written.is_some()
            && self.inputs == other.inputs
            && self.findings == other.findings
            && self.files == other.files
    }

    /// Takes back what was announced.
    pub(super) fn withdraw(path: &Path) -> io::Result<()> {
        sweep::remove_file(&pending(path))
    }

    /// Whether a file below a folder (`a/`) is in it.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        has_below(&self.files, folder)
    }

    /// Whether nothing can have changed the file since the manifest was written. A file of the very same moment may
    /// have been, so it is not trusted.
    pub(super) fn trusts(&self, metadata: &fs::Metadata) -> bool {
        match (self.written, system::changed(metadata)) {
            (Some(written), Some(changed)) => changed < written,
            _ => false,
        }
    }
}

/// Whether a list of paths has one below a folder.
pub(super) fn has_below<T>(files: &BTreeMap<String, T>, folder: &str) -> bool {
    let folder = if folder.ends_with('/') { folder.to_owned() } else { format!("{folder}/") };
    files.range(folder.clone()..).next().is_some_and(|(path, _)| path.starts_with(&folder))
}

fn read_one(path: &Path) -> Option<Manifest> {
    let bytes = fs::read(path).ok()?;
    let mut manifest: Manifest = serde_json::from_slice(&bytes).ok()?;
    manifest.written = fs::metadata(path).ok()?.modified().ok();
    (manifest.version == VERSION).then_some(manifest)
}

fn pending(path: &Path) -> PathBuf {
    path.with_extension("next")
}

/// A digest as 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Hex(Digest);

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(HexVisitor)
    }
}

struct HexVisitor;

impl Visitor<'_> for HexVisitor {
    type Value = Hex;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("64 hexadecimal digits")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Hex, E> {
        Digest::from_hex(text).map(Hex).ok_or_else(|| E::custom("not a digest"))
    }
}
