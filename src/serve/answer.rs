//! What the preview answers to a request, without any network.
//!
//! In: method, host, path; the state. Out: status, headers, body. Files come from memory by their exact path, so no
//! request can reach the disk. Only names of this computer are answered, so that no web site can make a browser read
//! drafts through a name of its own (DNS rebinding).
//! Not here: events.

use super::media::media_type;
use super::overlay::{SCRIPT, STYLE, instead, with_overlay};
use super::preview::Shown;
use crate::model::headers::headers;

/// A request.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Asked<'a> {
    pub(super) method: &'a str,
    pub(super) host: Option<&'a str>,
    /// As sent, with percent signs.
    pub(super) path: &'a str,
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
}

/// Why a request gets no answer at all, if so.
pub(super) fn refusal(asked: Asked<'_>) -> Option<Answer> {
    if !asked.host.is_some_and(is_local) {
        return Some(plain(403, "The preview answers only to the names of this computer."));
    }
    if !matches!(asked.method, "GET" | "HEAD") {
        let mut answer = plain(405, "The preview only shows pages.");
        answer.headers.push(("Allow", "GET, HEAD".to_owned()));
        return Some(answer);
    }
    None
}

/// Answers a request.
pub(super) fn answer(asked: Asked<'_>, shown: &Shown) -> Answer {
    if let Some(refusal) = refusal(asked) {
        return refusal;
    }
    for (path, text) in [SCRIPT, STYLE] {
        if asked.path == path {
            return of_bytes(200, media_type(path), text.into(), false);
        }
    }
    let Some(files) = &shown.files else {
        return of_bytes(503, media_type("a.html"), instead(shown), false);
    };
    let Some(path) = decoded(asked.path).and_then(|path| below(&path, &shown.base)) else {
        let away = decoded(asked.path).is_some_and(|path| path == "/" || path == shown.base);
        return if away { moved(&format!("{}/", encoded(&shown.base))) } else { missing(shown) };
    };
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
    match files.get(&file) {
        Some(bytes) => {
            let searches = shown.search.as_ref().is_some_and(|search| search.trim_start_matches('/') == path);
            page(200, &file, bytes, (shown, searches))
        }
        None if files.contains_key(&format!("{path}/index.html")) => moved(&format!("{}/", asked.path)),
        None => missing(shown),
    }
}

/// The site's own page for what is not there.
fn missing(shown: &Shown) -> Answer {
    match shown.files.as_ref().and_then(|files| files.get("404.html")) {
        Some(bytes) => page(404, "404.html", bytes, (shown, false)),
        None => plain(404, "There is no page here."),
    }
}

fn page(status: u16, file: &str, bytes: &[u8], (shown, searches): (&Shown, bool)) -> Answer {
    let kind = media_type(file);
    let body = if kind.starts_with("text/html") { with_overlay(bytes, shown) } else { bytes.to_vec() };
    of_bytes(status, kind, body, searches)
}

fn plain(status: u16, text: &str) -> Answer {
    of_bytes(status, media_type("a.txt"), format!("{text}\n").into_bytes(), false)
}

fn moved(to: &str) -> Answer {
    let mut answer = plain(308, "The page is here:");
    answer.headers.push(("Location", to.to_owned()));
    answer
}

fn of_bytes(status: u16, kind: &str, body: Vec<u8>, searches: bool) -> Answer {
    let mut all: Vec<(&'static str, String)> =
        headers(searches).into_iter().map(|(name, value)| (name, value.to_owned())).collect();
    all.push(("Content-Type", kind.to_owned()));
    all.push(("Cache-Control", "no-store".to_owned()));
    // Nor may another site show a picture of a draft.
    all.push(("Cross-Origin-Resource-Policy", "same-origin".to_owned()));
    Answer { status, headers: all, body }
}

/// Whether a `Host` is a name of this computer, with or without a port.
fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "localhost" | "127.0.0.1" | "[::1]") || name.ends_with(".localhost")
}

/// The path of a file below the site's own path.
fn below(path: &str, base: &str) -> Option<String> {
    path.strip_prefix(base)?.strip_prefix('/').map(str::to_owned)
}

/// A path with its percent signs resolved; nothing when that gives no text, or names another folder.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    let honest = !text.split('/').any(|part| part == "..") && !text.contains(['\\', '\0']);
    honest.then_some(text)
}

/// A path of the settings as a header may hold it.
fn encoded(path: &str) -> String {
    path.chars().filter(char::is_ascii_graphic).collect()
}

#[cfg(test)]
mod tests {
    use super::{Answer, Asked, answer, is_local};
    use crate::serve::preview::Shown;
    use std::collections::BTreeMap;
    use std::sync::Arc;

    fn shown(base: &str) -> Shown {
        let names = ["index.html", "care/index.html", "404.html", "a b.pdf", "gofal/ô.svg", "search/index.html"];
        let files: BTreeMap<String, Vec<u8>> =
            names.iter().map(|name| ((*name).to_owned(), name.as_bytes().to_vec())).collect();
        let search = Some("/search/".to_owned());
        Shown { files: Some(Arc::new(files)), base: base.to_owned(), search, ..Shown::default() }
    }

    fn ask(path: &str, base: &str) -> Answer {
        answer(Asked { method: "GET", host: Some("localhost:1111"), path }, &shown(base))
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
        answer.headers.iter().find(|(other, _)| *other == name).map_or("", |(_, value)| value)
    }

    #[test]
    fn addresses_lead_to_files() {
        for (path, status, kind) in [
            ("/", 200, "text/html; charset=utf-8"),
            ("/care/", 200, "text/html; charset=utf-8"),
            ("/a%20b.pdf", 200, "application/pdf"),
            ("/gofal/%C3%B4.svg", 200, "image/svg+xml"),
            ("/nowhere/", 404, "text/html; charset=utf-8"),
            ("/../Cargo.toml", 404, "text/html; charset=utf-8"),
            ("/%2e%2e/Cargo.toml", 404, "text/html; charset=utf-8"),
            ("/%zz", 404, "text/html; charset=utf-8"),
            ("/%ff", 404, "text/html; charset=utf-8"),
        ] {
            let answer = ask(path, "");
            assert_eq!((answer.status, header(&answer, "Content-Type")), (status, kind), "{path}");
        }
        assert!(ask("/nowhere/", "").body.starts_with(b"404.html"));
    }

    #[test]
    fn a_folder_without_its_slash_is_sent_to_its_page() {
        let answer = ask("/care", "");
        assert_eq!((answer.status, header(&answer, "Location")), (308, "/care/"));
    }

    #[test]
    fn a_site_below_a_path_is_shown_below_it() {
        assert_eq!(ask("/council/care/", "/council").status, 200);
        assert_eq!(ask("/care/", "/council").status, 404);
        for path in ["/", "/council"] {
            let answer = ask(path, "/council");
            assert_eq!((answer.status, header(&answer, "Location")), (308, "/council/"), "{path}");
        }
    }

    #[test]
    fn only_names_of_this_computer_are_answered() {
        for host in ["localhost", "LOCALHOST:80", "127.0.0.1:1111", "[::1]:1111", "care.localhost:1"] {
            assert!(is_local(host), "{host}");
        }
        for host in ["", "example.org", "localhost.example.org", "127.0.0.1.example.org:1111", "127.0.0.2"] {
            assert!(!is_local(host), "{host}");
        }
        let asked = Asked { method: "GET", host: Some("drafts.example.org"), path: "/" };
        assert_eq!(answer(asked, &shown("")).status, 403);
        assert_eq!(answer(Asked { host: None, ..asked }, &shown("")).status, 403);
    }

    #[test]
    fn pages_are_only_read() {
        let asked = Asked { method: "POST", host: Some("localhost"), path: "/" };
        let answer = answer(asked, &shown(""));
        assert_eq!((answer.status, header(&answer, "Allow")), (405, "GET, HEAD"));
    }

    #[test]
    fn only_the_search_page_may_run_its_index() {
        assert!(header(&ask("/search/", ""), "Content-Security-Policy").contains("wasm-unsafe-eval"));
        assert!(!header(&ask("/", ""), "Content-Security-Policy").contains("unsafe"));
    }
}
