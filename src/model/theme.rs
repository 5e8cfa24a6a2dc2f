//! A theme after loading: templates, words, one style sheet, files.
//!
//! In: the embedded theme with a site's own files over it. Out: what `render/` needs.
//! Not here: reading, checking contrast, running templates.

use std::collections::BTreeMap;

use super::output::Output;
use super::strings::Strings;

/// A theme.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Templates by their path below `templates/`, in order of their paths.
    pub templates: Vec<(String, String)>,
    /// The words of each language by its tag (`en`, `cy`).
    pub strings: BTreeMap<String, Strings>,
    /// Files to publish: the style sheet and pictures, their names holding a digest of their content.
    pub assets: Vec<Output>,
    /// Address of the style sheet, from the site's root.
    pub style: String,
    /// Published path of each file of `assets/` by its path there, such as `icon.svg`.
    pub published: BTreeMap<String, String>,
}

impl Theme {
    /// The words for a language tag: the tag itself, its first part, or English.
    pub fn strings_for(&self, language: &str) -> Option<&Strings> {
        let first = language.split('-').next().unwrap_or(language);
        self.strings.get(language).or_else(|| self.strings.get(first)).or_else(|| self.strings.get("en"))
    }
}
