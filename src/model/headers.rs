//! The headers that pages are sent with, by the preview server and by the rules written for web hosts.
//!
//! In: whether a page searches. Out: names and values. What a page may load is said here and nowhere else.
//! Not here: headers that only make sense over HTTPS, which the web host adds.

/// What every page may load: its own site and nothing else, no script or style inside the page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The search page also runs the search index, which is WebAssembly.
const SEARCH_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// The headers of a page or file.
pub fn headers(searches: bool) -> [(&'static str, &'static str); 6] {
    [
        ("Content-Security-Policy", if searches { SEARCH_POLICY } else { POLICY }),
        ("X-Content-Type-Options", "nosniff"),
        // No other site learns which page of ours somebody came from.
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
    ]
}
