//! Noticing changes of a site's files. The only file that names notify.
//!
//! In: what to watch. Out: a [`Changes`] to wait on. Programs save a file in several steps, so a change counts once
//! nothing has happened for a moment. Folders may come and go.
//! Not here: what changed; a build looks at everything.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::Watched;
use crate::diag::failure::Failure;

/// How long nothing must happen.
const QUIET: Duration = Duration::from_millis(60);

/// How long a program that never stops writing can hold a build back.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often disks that tell nothing are looked at.
const ROUND: Duration = Duration::from_millis(700);

/// The changes of a site.
pub(super) struct Changes {
    site: Watched,
    watcher: Box<dyn Watcher + Send>,
    events: Receiver<Event>,
}

/// Begins to watch.
pub(super) fn begin(site: Watched) -> Result<Changes, Failure> {
    let (sender, events) = channel();
    let tell = move |event: notify::Result<Event>| {
        if let Some(event) = event.ok().filter(|event| changes(event.kind)) {
            // Nobody listens any more when the preview ends.
            let _ = sender.send(event);
        }
    };
    let site = Watched { root: site.root.canonicalize().unwrap_or(site.root), ..site };
    let watcher = match told(tell.clone(), &site) {
        Ok(watcher) => watcher,
        Err(_) => looking(tell, &site).map_err(|error| cannot_watch(&error))?,
    };
    Ok(Changes { site, watcher, events })
}

/// For ordinary disks: the system tells of every change.
fn told(tell: impl notify::EventHandler, site: &Watched) -> notify::Result<Box<dyn Watcher + Send>> {
    let mut watcher = RecommendedWatcher::new(tell, Config::default())?;
    follow(&mut watcher, site)?;
    Ok(Box::new(watcher))
}

/// For disks of other computers and systems that cannot watch more files: looks again and again.
fn looking(tell: impl notify::EventHandler, site: &Watched) -> notify::Result<Box<dyn Watcher + Send>> {
    let mut watcher = PollWatcher::new(tell, Config::default().with_poll_interval(ROUND))?;
    follow(&mut watcher, site)?;
    Ok(Box::new(watcher))
}

fn follow(watcher: &mut dyn Watcher, site: &Watched) -> notify::Result<()> {
    watcher.watch(&site.root, RecursiveMode::NonRecursive)?;
    for folder in folders(site).filter(|folder| folder.is_dir()) {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    Ok(())
}

fn folders(site: &Watched) -> impl Iterator<Item = PathBuf> {
    site.folders.iter().map(|folder| site.root.join(folder))
}

fn cannot_watch(error: &notify::Error) -> Failure {
    Failure::new(format!("the files of the site cannot be watched: {error}"))
}

impl Changes {
    /// Waits until something changed and then nothing more for a moment. False when no change can come any more.
    pub(super) fn wait(&mut self) -> bool {
        loop {
            let Ok(first) = self.events.recv() else { return false };
            if self.counts(&first) {
                break;
            }
        }
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => drop(self.counts(&event)),
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        true
    }

    /// Whether an event is a change of the site. A folder that appears in the root is watched from then on.
    fn counts(&mut self, event: &Event) -> bool {
        let root = &self.site.root;
        let folders: Vec<PathBuf> = folders(&self.site).collect();
        if matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_))) {
            for folder in event.paths.iter().filter(|path| folders.contains(path) && path.is_dir()) {
                // A folder that is gone again is none to watch.
                let _ = self.watcher.watch(folder, RecursiveMode::Recursive);
            }
        }
        let of_site = |path: &PathBuf| {
            folders.iter().any(|folder| path.starts_with(folder)) || (path.parent() == Some(root) && !path.is_dir())
        };
        event.paths.iter().any(|path| of_site(path) && !is_passing(path))
    }
}

/// Reading is no change, or each build would lead to the next.
fn changes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(what)) => what != MetadataKind::AccessTime,
        _ => true,
    }
}

/// Files that editors keep beside the real one while they work.
fn is_passing(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return true };
    name.starts_with('.') || name.starts_with('#') || name.ends_with('~') || name.ends_with(".tmp") || name == "4913"
}

#[cfg(test)]
mod tests {
    use super::{Watched, begin, is_passing};
    use std::fs::{self, File};
    use std::io::Write;
    use std::path::Path;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Duration;

    const SOON: Duration = Duration::from_secs(10);

    fn write(path: &Path, text: &str) {
        File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    /// Hears a word for every change of a site.
    fn heard(root: &Path) -> Receiver<()> {
        let mut changes = begin(Watched { root: root.to_owned(), folders: vec!["content".to_owned()] }).unwrap();
        let (sender, receiver) = channel();
        std::thread::spawn(move || while changes.wait() && sender.send(()).is_ok() {});
        receiver
    }

    #[test]
    fn a_file_saved_in_several_steps_is_one_change() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir(site.path().join("content")).unwrap();
        let heard = heard(site.path());
        let path = site.path().join("content/a.md");
        write(&site.path().join("content/.a.md.swp"), "x");
        for text in ["", "half", "whole"] {
            write(&path, text);
        }
        fs::rename(&path, site.path().join("content/b.md")).unwrap();
        assert!(heard.recv_timeout(SOON).is_ok());
        assert!(heard.recv_timeout(Duration::from_millis(400)).is_err());
    }

    #[test]
    fn folders_that_come_later_are_watched_too() {
        let site = tempfile::tempdir().unwrap();
        let heard = heard(site.path());
        fs::create_dir_all(site.path().join("content/carers")).unwrap();
        assert!(heard.recv_timeout(SOON).is_ok());
        write(&site.path().join("content/carers/breaks.md"), "text");
        assert!(heard.recv_timeout(SOON).is_ok());
        fs::remove_dir_all(site.path().join("content")).unwrap();
        assert!(heard.recv_timeout(SOON).is_ok());
        while heard.recv_timeout(Duration::from_millis(400)).is_ok() {}
        fs::create_dir_all(site.path().join("content/new")).unwrap();
        assert!(heard.recv_timeout(SOON).is_ok());
        write(&site.path().join("content/new/a.md"), "text");
        assert!(heard.recv_timeout(SOON).is_ok());
    }

    #[test]
    fn what_a_build_writes_or_reads_is_no_change() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("content")).unwrap();
        write(&site.path().join("content/a.md"), "text");
        let heard = heard(site.path());
        fs::create_dir_all(site.path().join("public/a")).unwrap();
        write(&site.path().join("public/a/index.html"), "text");
        fs::read(site.path().join("content/a.md")).unwrap();
        assert!(heard.recv_timeout(Duration::from_millis(400)).is_err());
    }

    #[test]
    fn reading_the_site_is_not_even_an_event() {
        let site = tempfile::tempdir().unwrap();
        fs::create_dir_all(site.path().join("content")).unwrap();
        let changes = begin(Watched { root: site.path().to_owned(), folders: vec!["content".to_owned()] }).unwrap();
        assert_eq!(fs::read_dir(site.path().join("content")).unwrap().count(), 0);
        assert!(changes.events.recv_timeout(Duration::from_millis(300)).is_err());
    }

    #[test]
    fn working_files_of_editors_do_not_count() {
        for name in ["a/.#page.md", "a/page.md~", "a/4913", "a/.page.md.swp", "a/#page.md#"] {
            assert!(is_passing(Path::new(name)), "{name}");
        }
        assert!(!is_passing(Path::new("a/page.md")));
    }
}
