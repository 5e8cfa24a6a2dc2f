//! Themes: a site's own files over the embedded theme, file by file.
//!
//! In: the source tree and what `parse/` read of the theme's YAML. Out: [`Theme`], and findings about contrast,
//! missing words and missing templates. Not here: running templates.

mod contrast;
mod styles;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Checked, Diagnostic, Place};
use crate::model::digest::Digest;
use crate::model::output::Output;
use crate::model::source::{AssetFile, SourceFile, SourceTree};
use crate::model::strings::Strings;
use crate::model::theme::{Theme, Tokens};

/// Name of the embedded theme, which every other theme is laid over.
pub const EMBEDDED: &str = "civic";

/// Finds a file of a theme: the site's own, else the embedded one's.
pub fn find<'a>(tree: &'a SourceTree, theme: &str, inner: &str) -> Option<&'a SourceFile> {
    let own = tree.find(&format!("themes/{theme}/{inner}"));
    own.or_else(|| tree.find(&format!("themes/{EMBEDDED}/{inner}"))).and_then(|id| tree.file(id))
}

/// The paths below a theme's folder that it has, its own or embedded, in order.
pub fn paths<'a>(tree: &'a SourceTree, theme: &'a str, folder: &'a str) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for name in [theme, EMBEDDED] {
        let base = format!("themes/{name}/");
        let files = tree.files.iter().map(|file| &file.path).chain(tree.assets.iter().map(|asset| &asset.path));
        let inner = files.filter_map(|path| path.strip_prefix(base.as_str())).filter(|path| path.starts_with(folder));
        paths.extend(inner.map(str::to_owned));
    }
    paths.sort();
    paths.dedup();
    paths
}

/// What `parse/` read of a theme.
#[derive(Debug, Default)]
pub struct Parts {
    /// The theme's name.
    pub name: String,
    /// Words by language.
    pub strings: BTreeMap<String, Strings>,
    /// Colours and pairs.
    pub tokens: Tokens,
}

/// Puts a theme together.
pub fn theme(
    parts: Parts,
    tree: &SourceTree,
    bytes: &dyn Fn(&AssetFile) -> std::io::Result<Vec<u8>>,
) -> Checked<Theme> {
    let mut findings = contrast::check(&parts.tokens);
    let mut theme = Theme { name: parts.name, strings: parts.strings, ..Theme::default() };
    known(&theme, tree, &mut findings);
    missing_words(&theme, tree, &mut findings);
    fill_up(&mut theme);
    for path in paths(tree, &theme.name, "templates/") {
        let Some(inner) = path.strip_prefix("templates/") else { continue };
        if let Some(file) = find(tree, &theme.name, &path) {
            theme.templates.push((inner.to_owned(), file.text.clone()));
        }
    }
    let css = styles::style_sheet(&parts.tokens, &theme.name, tree, &mut findings);
    let style =
        Output { path: format!("assets/style-{}.css", Digest::of(css.as_bytes()).short()), bytes: css.into_bytes() };
    theme.style.clone_from(&style.path);
    theme.assets.push(style);
    files(&mut theme, tree, bytes, &mut findings);
    Checked::new(theme, findings)
}

fn known(theme: &Theme, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let folder = format!("themes/{}/", theme.name);
    let is_there = tree.under(&folder).next().is_some() || theme.name == EMBEDDED;
    if !is_there {
        let place = tree.find("candour.yaml").map_or(Place::Site, |file| Place::Value(file, "theme".to_owned()));
        findings.push(
            Diagnostic::error("theme-unknown", format!("there is no theme `{}`", theme.name), place)
                .help(format!("make the folder {folder}, or use the theme inside the program: `theme: {EMBEDDED}`")),
        );
    }
}

/// The group of a key: `page` of `page.related`.
fn group(key: &str) -> &str {
    key.split('.').next().unwrap_or(key)
}

/// What a language lacks is printed in English.
fn fill_up(theme: &mut Theme) {
    let Some(english) = theme.strings.get("en").cloned() else { return };
    for (_, strings) in theme.strings.iter_mut().filter(|(language, _)| *language != "en") {
        for (key, text) in &english.texts {
            strings.texts.entry(key.clone()).or_insert_with(|| text.clone());
        }
    }
}

/// Another language lacks a word where English has one, in a group that it has begun. A language may leave whole groups out:
/// one in which there are only text pages needs no words of charts.
fn missing_words(theme: &Theme, tree: &SourceTree, findings: &mut Vec<Diagnostic>) {
    let Some(english) = theme.strings.get("en") else {
        findings.push(
            Diagnostic::error("strings-missing", "the theme has no English words", Place::Site)
                .help("add the file strings/en.yaml to the theme"),
        );
        return;
    };
    for (language, strings) in theme.strings.iter().filter(|(language, _)| *language != "en") {
        let groups: BTreeSet<&str> = strings.texts.keys().map(|key| group(key)).collect();
        let is_missing = |key: &&String| groups.contains(group(key)) && !strings.texts.contains_key(*key);
        let missing: Vec<&str> = english.texts.keys().filter(is_missing).map(String::as_str).collect();
        let Some(first) = missing.first() else { continue };
        let inner = format!("strings/{language}.yaml");
        let path = find(tree, &theme.name, &inner).map_or(inner.clone(), |file| file.path.to_string());
        let place = tree.find(&path).map_or(Place::Path(path), Place::File);
        findings.push(
            Diagnostic::warning(
                "strings-missing",
                format!("{} words are missing, the first is `{first}`", missing.len()),
                place,
            )
            .help("add each missing key with its words; until then pages print English"),
        );
    }
}

/// The theme's own files, published under a name with a digest of their content.
fn files(
    theme: &mut Theme,
    tree: &SourceTree,
    bytes: &dyn Fn(&AssetFile) -> std::io::Result<Vec<u8>>,
    findings: &mut Vec<Diagnostic>,
) {
    for inner in paths(tree, &theme.name, "assets/") {
        let asset = |name: &str| {
            let path = format!("themes/{name}/{inner}");
            tree.assets.iter().find(|asset| *asset.path == *path)
        };
        let Some(asset) = asset(&theme.name).or_else(|| asset(EMBEDDED)) else { continue };
        let Some(name) = inner.strip_prefix("assets/") else { continue };
        let Ok(content) = bytes(asset) else {
            findings.push(
                Diagnostic::error("file-unreadable", "a file cannot be read", Place::Path(asset.path.to_string()))
                    .help("check that you may read it"),
            );
            continue;
        };
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let path = format!("assets/{stem}-{}.{end}", Digest::of(&content).short());
        theme.published.insert(name.to_owned(), path.clone());
        theme.assets.push(Output { path, bytes: content });
    }
}
