//! What keeps the program from running at all: a wrong flag, the settings, the disk.
//!
//! In: the fact and the place. Out: [`Failure`], which ends with exit code 1.
//! Not here: findings about the site's text, which are [`super::Diagnostic`] and never stop a stage.

use std::fmt;
use std::io;

/// Why the program could not run.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Failure {
    /// One fact: lower case, no full stop.
    pub message: String,
    /// File or folder it is about, from the site's root where it is below it.
    pub path: Option<String>,
    /// Line in that file, from 1.
    pub line: Option<u32>,
    /// What to do.
    pub help: Vec<String>,
}

impl Failure {
    /// A failure without a place.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), path: None, line: None, help: Vec::new() }
    }

    /// What an operation on a file met: `the folder cannot be made: the disk is full`.
    pub fn of_disk(what: &str, path: impl Into<String>, error: &io::Error) -> Self {
        let failure = Self::new(format!("{what}: {}", words(error))).at(path);
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                failure.help("free some space, then run it again")
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                failure.help("allow this account to write there, or choose another folder with `--output-dir`")
            }
            _ => failure,
        }
    }

    /// Names the file or folder.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Names the line.
    #[must_use]
    pub fn line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }
}

impl fmt::Display for Failure {
    /// One line: `public: the folder cannot be written: permission denied`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{path}:")?;
            if let Some(line) = self.line {
                write!(f, "{line}:")?;
            }
            f.write_str(" ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// The reason in plain words, where there are some.
fn words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it is not there".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::AlreadyExists => "something of that name is already there".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::QuotaExceeded => "the quota of the disk is used up".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::NotADirectory => "it is a file, not a folder".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
        io::ErrorKind::InvalidFilename => "its name is too long or not allowed on this disk".to_owned(),
        io::ErrorKind::ResourceBusy => "another program is using it".to_owned(),
        io::ErrorKind::CrossesDevices => "it is on another disk".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_lowercase()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;
    use std::io;

    #[test]
    fn a_failure_of_the_disk_reads_as_one_plain_line() {
        let error = io::Error::from(io::ErrorKind::StorageFull);
        let failure = Failure::of_disk("the page cannot be written", "public/a/index.html", &error);
        assert_eq!(failure.to_string(), "public/a/index.html: the page cannot be written: the disk is full");
        assert_eq!(failure.help, ["free some space, then run it again"]);
    }

    #[test]
    fn numbers_of_the_operating_system_are_not_printed() {
        let error = io::Error::from_raw_os_error(40);
        assert!(!Failure::of_disk("the folder cannot be read", "x", &error).to_string().contains("os error"));
    }
}
