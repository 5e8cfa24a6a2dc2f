//! The search index of one language: small files that the search page asks for as it needs them.
//!
//! In: the pages of one language, in the order of the site. Out: its files below `/search/<language>/`, in order of their
//! names, the same bytes for the same pages: pagefind numbers pages as they are added and names files by their content.
//! The only file that names pagefind, and the one place of `tokio` in a build, because pagefind answers in futures.
//! Not here: which pages are found; keeping an index for the next build; the script of the search page.

mod document;
mod numbers;

use std::thread;

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;

use crate::diag::failure::Failure;
use crate::model::output::Output;
use crate::model::search::{Findable, index_folder};

/// What decides the bytes of an index besides its pages. Count it up when the index of the same pages changes.
pub const FORM: &str = "pagefind 1.6, form 1";

/// What pagefind makes and the search page never asks for: faces of its own, and a worker, whose policy no page decides.
const NEEDLESS: [&str; 8] = [
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
    "pagefind-worker.js",
];

/// Words that only screen readers are told, such as "meaning" behind a word of the glossary: nobody looks for them.
const UNSEEN: &str = ".visually-hidden";

/// WebAssembly for languages whose words are not led back to their stems.
const PLAIN: &str = "wasm.unknown.pagefind";

/// The files of the index of some pages of one language.
pub fn files(language: &str, pages: &[Findable]) -> Result<Vec<Output>, Failure> {
    // On a thread of its own: whatever goes wrong in the library must not take the build with it.
    let made = thread::scope(|scope| scope.spawn(|| indexed(language, pages)).join());
    let made = made.unwrap_or_else(|_| Err("the indexer stopped".to_owned()));
    let mut files = made.map_err(|reason| {
        Failure::new(format!("the search index of `{language}` cannot be made: {reason}"))
            .help("build without it: write `search: false` in candour.yaml")
    })?;
    let has_stems = files.iter().any(|(name, _)| name.starts_with("wasm.") && name != PLAIN);
    let is_needless = |name: &str| NEEDLESS.contains(&name) || (has_stems && name == PLAIN);
    files.retain(|(name, _)| !is_needless(name));
    files.sort();
    let folder = index_folder(language);
    let output = |(name, bytes)| Output { path: format!("{}{name}", folder.trim_start_matches('/')), bytes };
    Ok(files.into_iter().map(output).collect())
}

fn indexed(language: &str, pages: &[Findable]) -> Result<Vec<(String, Vec<u8>)>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let options = PagefindServiceConfig::builder()
            .keep_index_url(true)
            .force_language(language.to_owned())
            .exclude_selectors(vec![UNSEEN.to_owned()]);
        let mut index = PagefindIndex::new(Some(options.build())).map_err(|error| error.to_string())?;
        for page in pages {
            let added = index.add_html_file(None, Some(page.url.clone()), document::of(page)).await;
            added.map_err(|error| format!("{}: {error}", page.url))?;
        }
        let files = index.get_files().await.map_err(|error| error.to_string())?;
        Ok(files.into_iter().filter_map(named).collect())
    })
}

fn named(file: SyntheticFile) -> Option<(String, Vec<u8>)> {
    Some((file.filename.to_str()?.replace('\\', "/"), file.contents))
}
