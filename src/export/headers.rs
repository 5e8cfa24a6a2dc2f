//! `_headers`: the headers of every page, for the web hosts that read this file (Netlify, Cloudflare Pages).
//!
//! In: the hosts of the settings. Out: one file, or nothing. What the headers say is in `model/headers.rs`.
//! Not here: headers of one page.

use super::Source;
use crate::model::headers::headers;
use crate::model::host::Host;
use crate::model::output::Output;

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
    if !source.site.directory.entries.is_empty() {
        // Programs of other sites read the feed; nothing else here is for them.
        let feed = format!("{}/open-referral", settings.base_path);
        text.push_str(&format!("{feed}/*\n  Access-Control-Allow-Origin: *\n  Content-Type: application/json\n"));
    }
    Some(Output { path: "_headers".to_owned(), bytes: text.into_bytes() })
}
