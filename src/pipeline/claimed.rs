//! What pages claim, held to the figures.
//!
//! In: the loaded site. Out: findings about words beside figures, each with the page it is on.
//! Not here: how a claim is judged; that is `evidence/claims/`.

use rayon::prelude::*;

use super::Loaded;
use crate::diag::Diagnostic;
use crate::evidence::claims::{Grounds, claims};
use crate::evidence::report::report;
use crate::evidence::typed::typed;
use crate::model::page_type::PageType;
use crate::model::site::Page;
use crate::model::strings::Strings;

/// Holds every page to the figures. The words that are read are English.
pub(super) fn claimed(loaded: &Loaded) -> Vec<Diagnostic> {
    let none = Strings::default();
    let of_page = |page: &Page| {
        let strings = loaded.theme.strings_for(&page.language).unwrap_or(&none);
        let grounds = Grounds { metrics: &loaded.metrics, strings };
        let mut found = claims(&page.document, grounds);
        if page.document.front.kind == PageType::Report {
            let has_contact = page.document.front.contact.is_some() || loaded.site.settings.contact.is_some();
            found.extend(report(&page.document, has_contact));
            found.extend(typed(&page.document, &loaded.metrics, strings));
        }
        found.into_iter().map(|finding| finding.on_page(page.url.clone())).collect::<Vec<_>>()
    };
    let english = loaded.site.pages.par_iter().filter(|page| page.language.starts_with("en"));
    english.flat_map_iter(of_page).collect()
}
