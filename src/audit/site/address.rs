//! Addresses of pages, and where links of a page lead, as far as names alone tell.
//!
//! In: the address of a page (`/carers/`, `out/carers/index.html`) and what its links say. Out: addresses that can be
//! compared. Not here: whether anything is there.

use std::borrow::Cow;

/// An address as it is compared: without `index.html`, a host, a query, a fragment, `.` and `..`, slashes at the ends.
pub(super) fn plain(address: &str) -> Cow<'_, str> {
    let inner = address.trim_matches('/');
    if is_plain(inner) {
        return Cow::Borrowed(inner);
    }
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let mut parts: Vec<&str> = Vec::new();
    for part in address.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    if parts
        .last()
        .is_some_and(|last| last.eq_ignore_ascii_case("index.html") || last.eq_ignore_ascii_case("index.htm"))
    {
        parts.pop();
    }
    Cow::Owned(parts.join("/"))
}

/// Whether nothing has to be taken out of an address, as of most that a generator writes: `carers/breaks`.
fn is_plain(inner: &str) -> bool {
    let mut before = b'/';
    for byte in inner.bytes() {
        if matches!(byte, b'?' | b'#' | b'\\' | b'.') || (byte == b'/' && before == b'/') {
            return false;
        }
        before = byte;
    }
    true
}

/// Where a link of a page leads on its own site; none for other schemes and for parts of the page itself.
pub(super) fn target<'h>(page: &str, href: &'h str) -> Option<Cow<'h, str>> {
    let href = href.trim();
    let scheme = href.split(['/', '?', '#']).next().unwrap_or_default();
    if href.is_empty() || href.starts_with('#') || href.starts_with("//") || scheme.contains(':') {
        return None;
    }
    if href.starts_with('/') {
        return Some(plain(href));
    }
    let folder = page.rfind(['/', '\\']).and_then(|end| page.get(..=end)).unwrap_or_default();
    Some(Cow::Owned(plain(&format!("{folder}{href}")).into_owned()))
}

/// A number that equal texts share.
pub(super) fn digest(text: &str) -> u64 {
    // FNV-1a: the same on every machine and in every run.
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_addresses_that_compare() {
        assert_eq!(target("/carers/breaks/", "../costs/index.html#a").as_deref(), Some("carers/costs"));
        assert_eq!(target("out/carers/index.html", "breaks.html?x=1").as_deref(), Some("out/carers/breaks.html"));
        assert_eq!(target("/a/", "/").as_deref(), Some(""));
        for none in ["#a", "", "mailto:a@b.c", "https://example.org/", "//example.org/"] {
            assert_eq!(target("/a/", none), None, "{none}");
        }
        assert_eq!(plain("/carers/index.html"), plain("carers/"));
    }
}
