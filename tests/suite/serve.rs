//! The preview as a browser meets it: over a socket of this computer.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use candour::diag::Severity;
use candour::serve::{Built, Finding, Server, Watched};
use tempfile::TempDir;

/// A site whose one page is the text of `content/page.md`, and which has an error while that text is empty.
struct Site {
    root: TempDir,
    address: String,
}

impl Site {
    fn begin() -> Self {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        write(root.path(), "first");
        let server = Server::bind(0).unwrap();
        let address = server.address().trim_start_matches("http://").to_owned();
        let watched = Watched { root: root.path().to_owned(), folders: vec!["content".to_owned()] };
        let page = root.path().join("content/page.md");
        std::thread::spawn(move || server.run(watched, move || built(&page), |_| {}));
        let site = Self { root, address };
        while site.get("/").starts_with("HTTP/1.1 503") {
            std::thread::sleep(Duration::from_millis(10));
        }
        site
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// The whole answer to a request.
    fn ask(&self, method: &str, path: &str, host: &str) -> String {
        let mut stream = self.connect();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "localhost")
    }

    /// The names of the states that are told from now on.
    fn states(&self) -> impl Iterator<Item = String> {
        let mut stream = self.connect();
        write!(stream, "GET /.candour/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let lines = BufReader::new(stream).lines().map(Result::unwrap);
        lines.filter_map(|line| line.strip_prefix("data: ").map(str::to_owned))
    }
}

fn write(root: &Path, text: &str) {
    #[expect(clippy::disallowed_methods, reason = "a test changes its site")]
    fs::write(root.join("content/page.md"), text).unwrap();
}

fn built(page: &Path) -> Built {
    let text = fs::read_to_string(page).unwrap_or_default();
    if text.is_empty() {
        let finding = Finding {
            severity: Severity::Error,
            message: "the page has no text".to_owned(),
            place: "content/page.md:1:1".to_owned(),
            help: vec!["write what people can do".to_owned()],
        };
        return Built { findings: vec![finding], ..Built::default() };
    }
    let page = format!("<html><body><h1>{text}</h1></body></html>").into_bytes();
    let missing = b"<html><body><h1>Page not found</h1></body></html>".to_vec();
    let files = BTreeMap::from([("index.html".to_owned(), page), ("404.html".to_owned(), missing)]);
    Built { files: Some(files), ..Built::default() }
}

#[test]
fn a_change_is_told_and_shown() {
    let site = Site::begin();
    assert!(site.get("/").contains("<h1>first</h1>"));
    let mut states = site.states();
    let before = states.next().unwrap();
    assert!(site.get("/").contains(&format!("data-build=\"{before}\"")));
    write(site.root.path(), "second");
    let after = states.next().unwrap();
    assert_ne!(before, after);
    let page = site.get("/");
    assert!(page.contains("<h1>second</h1>") && page.contains(&format!("data-build=\"{after}\"")));
}

#[test]
fn the_last_good_page_stays_with_the_findings_above_it_until_they_are_mended() {
    let site = Site::begin();
    let mut states = site.states();
    states.next().unwrap();
    write(site.root.path(), "");
    states.next().unwrap();
    let page = site.get("/");
    assert!(page.contains("<h1>first</h1>"));
    assert!(page.contains("content/page.md:1:1") && page.contains("The page has no text."));
    assert!(page.contains("Write what people can do."));
    write(site.root.path(), "mended");
    states.next().unwrap();
    let page = site.get("/");
    assert!(page.contains("<h1>mended</h1>") && !page.contains("content/page.md"));
}

#[test]
fn answers_are_as_strict_as_those_of_the_published_site() {
    let site = Site::begin();
    let page = site.get("/").to_lowercase();
    assert!(page.contains("content-security-policy: default-src 'none'"));
    assert!(page.contains("x-content-type-options: nosniff"));
    assert!(page.contains("cache-control: no-store"));
    assert!(site.get("/.candour/reload.js").contains("EventSource"));
    assert!(site.get("/nowhere/").starts_with("HTTP/1.1 404") && site.get("/nowhere/").contains("Page not found"));
    assert!(site.ask("GET", "/", "drafts.example.org").starts_with("HTTP/1.1 403"));
    assert!(site.ask("GET", "/.candour/events", "drafts.example.org").starts_with("HTTP/1.1 403"));
    assert!(site.ask("POST", "/", "localhost").starts_with("HTTP/1.1 405"));
}

#[test]
fn a_question_for_the_head_gets_the_length_and_no_body() {
    let site = Site::begin();
    let head = site.ask("HEAD", "/", "localhost");
    assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");
    let length = site.get("/").split_once("\r\n\r\n").unwrap().1.len();
    assert!(head.to_lowercase().contains(&format!("content-length: {length}\r\n")), "{head}");
}

#[test]
fn a_port_that_is_taken_gives_way_to_the_next() {
    let first = Server::bind(0).unwrap();
    let port: u16 = first.address().rsplit(':').next().unwrap().parse().unwrap();
    let second = Server::bind(port).unwrap();
    assert_ne!(first.address(), second.address());
    assert!(second.address().starts_with("http://127.0.0.1:"));
}
