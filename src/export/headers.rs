//! `_headers`: the headers of every page, for the web hosts that read this file (Netlify, Cloudflare Pages).
//!
//! In: the hosts of the settings. Out: one file, or nothing. What the headers say is in `model/headers.rs`.
//! Of all pages only the search page has a policy of its own: it runs the search index.
//! Not here: the servers that are told their headers by hand.

use super::Source;
use crate::model::headers::headers;
use crate::model::host::Host;
use crate::model::output::Output;
use crate::model::settings::Settings;

/// The header that says what a page may load.
const POLICY: &str = "Content-Security-Policy";

/// The file.
pub(super) fn rules(source: Source<'_>) -> Option<Output> {
    let settings = &source.site.settings;
    if !settings.hosts.iter().any(|host| matches!(host, Host::Netlify | Host::Cloudflare)) {
        return None;
    }
    let mut text = "/*\n".to_owned();
    for (name, value) in headers(false) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    if settings.search {
        text.push_str(&search(settings));
    }
    if !source.site.directory.entries.is_empty() {
        // Programs of other sites read the feed; nothing else here is for them.
        let feed = format!("{}/open-referral", settings.base_path);
        text.push_str(&format!("{feed}/*\n  Access-Control-Allow-Origin: *\n  Content-Type: application/json\n"));
    }
    Some(Output { path: "_headers".to_owned(), bytes: text.into_bytes() })
}

/// The rule of the search page. Netlify takes the last value of a name. Cloudflare would join it to that of every page,
/// which would forbid again what this one allows, so the first has to go; Netlify does not know that line.
fn search(settings: &Settings) -> String {
    let policy = headers(true).into_iter().find(|(name, _)| *name == POLICY);
    let value = policy.map_or("", |(_, value)| value);
    let gone = if settings.hosts.contains(&Host::Netlify) { String::new() } else { format!("  ! {POLICY}\n") };
    format!("{}/search/\n{gone}  {POLICY}: {value}\n", settings.base_path)
}
