//! What a build writes, before it is written.
//!
//! In: bytes from `render/` and `export/`. Out: paths below `public/` with their content.
//! Not here: writing; that is `publish/` alone.

/// One file to publish.
#[derive(Clone, Debug)]
pub struct Output {
    /// Path below `public/`, with `/`, such as `carers/index.html`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Path of the file that a web host serves for an address: `/carers/` gives `carers/index.html`, `/404.html` gives `404.html`.
pub fn path_of(url: &str) -> String {
    let path = url.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}
