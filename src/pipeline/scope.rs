//! What a run looks at, and which of its findings may wait.
//!
//! In: a loaded site. Out: the numbers that every report tells. Not here: the findings themselves.

use super::{Loaded, codes};
use crate::diag::report::Scope;
use crate::model::source::SourceTree;
use crate::{audit, parse};

/// What a run over this site looks at.
pub fn scope(loaded: &Loaded) -> Scope {
    let settings = &loaded.site.settings;
    let off =
        |code: &str| settings.levels.iter().rev().find(|(c, _)| c == code).is_some_and(|(_, level)| level == "off");
    Scope {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        pages: loaded.site.pages.len(),
        rules: codes().names().filter(|code| !off(code) && !skipped(loaded, code)).count(),
        packs: std::iter::once(settings.style.as_str())
            .chain(settings.packs.iter().map(|pack| pack.name()))
            .map(str::to_owned)
            .collect(),
    }
}

/// Whether the rule of a code is not run.
pub(super) fn skipped(loaded: &Loaded, code: &str) -> bool {
    let is_audited = || {
        audit::codes().contains(&code)
            || audit::site::codes().contains(&code)
            || audit::words::codes().any(|known| known == code)
    };
    audit::Asked::of(&loaded.site.settings.levels).leaves_out(code) || !loaded.audit && is_audited()
}

/// Whether a baseline may hold a finding of this code: none that means that something is missing in silence.
pub fn may_be_old(code: &str) -> bool {
    codes().may_be_old(code)
}

/// The baseline that the settings name.
pub fn baseline(tree: &SourceTree) -> Option<String> {
    let file = tree.find("candour.yaml")?;
    parse::settings::settings(file, tree.file(file)?).value.baseline
}
