//! The preview: the site in memory, built again at every change, shown to this computer only.
//!
//! In: a function that builds the site, the folders to watch. Out: pages on `127.0.0.1`, reloaded by themselves; while
//! the last build has errors, the pages of the last good one with the findings above them.
//! No page is written anywhere, so there is nothing to clean up when it is stopped.
//! Not here: how a site is built; what is published never holds anything of this.

mod answer;
mod http;
mod media;
mod overlay;
mod preview;
mod watch;

use std::collections::BTreeMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use self::preview::Preview;
use crate::diag::failure::Failure;
use crate::diag::{Diagnostic, Severity, place};
use crate::model::source::SourceTree;

/// How many further ports are tried when one is taken.
const TRIES: u16 = 50;

/// What a build gives to the preview.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Built {
    /// Every file by its path below the output folder; none when the build has errors.
    pub files: Option<BTreeMap<String, Vec<u8>>>,
    /// Path of the site below its host, without a slash at its end.
    pub base_path: String,
    /// Address of the search page below that path, which may run its index.
    pub search: Option<String>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// A finding in plain words.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// One fact.
    pub message: String,
    /// Where: `content/a.md:6:1`.
    pub place: String,
    /// What to do.
    pub help: Vec<String>,
}

impl Finding {
    /// A finding of a build; places of YAML keys must be found before.
    pub fn of(finding: &Diagnostic, sources: &SourceTree) -> Self {
        Self {
            severity: finding.severity,
            message: finding.message.clone(),
            place: place::in_words(&place::printed(&finding.place, sources)),
            help: finding.help.clone(),
        }
    }

    /// Why a build could not run.
    pub fn of_failure(failure: &Failure) -> Self {
        let line = failure.line.map(|line| format!(":{line}")).unwrap_or_default();
        let place = failure.path.as_ref().map_or_else(|| "the site".to_owned(), |path| format!("{path}{line}"));
        Self { severity: Severity::Error, message: failure.message.clone(), place, help: failure.help.clone() }
    }
}

/// What to watch.
#[derive(Clone, Debug)]
pub struct Watched {
    /// The root of the site; files directly in it count.
    pub root: PathBuf,
    /// Folders below it that count with all that is in them, also when they are made later.
    pub folders: Vec<String>,
}

/// A preview with its address.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes a port of this computer, or the next one that is free; 0 takes any.
    pub fn bind(port: u16) -> Result<Self, Failure> {
        let mut last = io::Error::from(io::ErrorKind::AddrInUse);
        for try_port in (0..TRIES).map_while(|step| port.checked_add(step)) {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, try_port)) {
                Ok(listener) => {
                    let address = listener.local_addr().map_err(|error| cannot_listen(port, &error))?;
                    return Ok(Self { listener, address });
                }
                Err(error) => last = error,
            }
        }
        Err(cannot_listen(port, &last))
    }

    /// Where the preview is, such as `http://127.0.0.1:1111`.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Builds, serves and builds again at every change, until the program is stopped.
    ///
    /// `build` runs on a thread of its own, one build at a time; `tell` hears of each build that changed something.
    pub fn run(
        self,
        site: Watched,
        build: impl Fn() -> Built + Send + 'static,
        tell: impl Fn(&Built) + Send + 'static,
    ) -> Result<(), Failure> {
        let preview = Arc::new(Preview::new());
        let mut changes = watch::begin(site)?;
        let shown = Arc::clone(&preview);
        std::thread::spawn(move || {
            loop {
                let next = build();
                if shown.show(&next) {
                    tell(&next);
                }
                if !changes.wait() {
                    return;
                }
            }
        });
        http::serve(self.listener, preview).map_err(|error| cannot_listen(self.address.port(), &error))
    }
}

fn cannot_listen(port: u16, error: &io::Error) -> Failure {
    let failure = Failure::new(format!("the preview cannot use port {port} of this computer: {error}"));
    failure.help("choose another one, for example `--port 8080`")
}
