//! The files of a site as they were read, and places in them.
//!
//! In: bytes from `read.rs`. Out: [`SourceTree`], [`Span`] and line and column numbers.
//! Not here: any reading, any opinion on what a file means.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A text file of the site, by its position in [`SourceTree::files`].
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct FileId(pub u32);

impl FileId {
    /// The position as an index.
    pub fn index(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

/// A run of bytes in one file: `start` inclusive, `end` exclusive.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Span {
    /// The file the bytes are in.
    pub file: FileId,
    /// First byte, from 0.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets beyond 4 GiB are cut, which no readable file reaches.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start: offset(start), end: offset(end) }
    }

    /// The bytes as a range.
    pub fn range(self) -> std::ops::Range<usize> {
        usize::try_from(self.start).unwrap_or(usize::MAX)..usize::try_from(self.end).unwrap_or(usize::MAX)
    }
}

/// A byte offset as it is stored.
pub fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// A value and where its author typed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    /// What was typed.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// One text file, without its byte-order mark.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path from the site's root, with `/`.
    pub path: Arc<str>,
    /// The text.
    pub text: String,
}

/// A file that is copied, never read as text: a picture, a document.
#[derive(Clone, Debug)]
pub struct AssetFile {
    /// Path from the site's root, with `/`.
    pub path: Arc<str>,
    /// Where to open it; empty for a file inside the program.
    pub disk: PathBuf,
    /// Its bytes, for a file inside the program.
    pub held: Option<&'static [u8]>,
    /// Size in bytes.
    pub size: u64,
}

/// Everything that was read, both lists sorted by path.
#[derive(Clone, Debug, Default)]
pub struct SourceTree {
    /// Markdown, YAML and CSV.
    pub files: Vec<SourceFile>,
    /// All other files below `content/`.
    pub assets: Vec<AssetFile>,
}

impl SourceTree {
    /// The file behind an id.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.index())
    }

    /// Path of a file, or an empty text for an id of another tree.
    pub fn path(&self, id: FileId) -> &str {
        self.file(id).map_or("", |file| &file.path)
    }

    /// Finds a text file by its path from the root.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let at = self.files.binary_search_by(|file| (*file.path).cmp(path)).ok()?;
        Some(FileId(offset(at)))
    }

    /// The file ids with their files whose path begins with `folder` (for example `data/metrics/`).
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (FileId, &'a SourceFile)> + 'a {
        self.files
            .iter()
            .enumerate()
            .filter(move |(_, file)| file.path.starts_with(folder))
            .map(|(at, file)| (FileId(offset(at)), file))
    }
}

/// Line and column of a byte, both from 1; the column counts characters.
pub fn line_column(text: &str, byte: usize) -> (u32, u32) {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = text.get(..at).unwrap_or_default();
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |n| n + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (offset(line), offset(column))
}
