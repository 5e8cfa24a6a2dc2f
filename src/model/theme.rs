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

/// The colours of a theme and what must be told apart.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// `theme.yaml`.
    pub file: Option<super::source::FileId>,
    /// Role and colour on light ground.
    pub light: Vec<(String, String)>,
    /// Role and colour on dark ground.
    pub dark: Vec<(String, String)>,
    /// Role and colour on paper.
    pub print: Vec<(String, String)>,
    /// Pairs of roles that are checked for contrast.
    pub pairs: Vec<Pair>,
    /// Style sheets of `assets/css/` in order.
    pub styles: Vec<String>,
}

/// Two roles that meet on a page.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Role of the text or mark.
    pub colour: String,
    /// Role of what is behind it.
    pub on: String,
    /// What it is.
    pub kind: PairKind,
    /// Where it stands in `theme.yaml`.
    pub path: String,
}

/// What a colour is used for, which decides its contrast.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PairKind {
    /// Text: at least 4.5 to 1 (WCAG 1.4.3), 7 to 1 aimed at (WCAG 1.4.6).
    Text,
    /// Large text: at least 3 to 1 (WCAG 1.4.3).
    Large,
    /// Marks, borders and icons: at least 3 to 1 (WCAG 1.4.11).
    Mark,
}
