//! A viewport that lets people make the text twice as large and not five times.

use super::zoom_blocked::{settings, viewports};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule { code: "zoom-limited", severity: Severity::Warning, basis: &["WCAG 1.4.4"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for (id, content) in viewports(page) {
        let limits = |(key, value): &(&str, &str)| {
            *key == "maximum-scale" && super::number(value).is_some_and(|number| (2.0..5.0).contains(&number))
        };
        if let Some((key, value)) = settings(&content).find(limits) {
            found
                .at(
                    page,
                    id,
                    format!("the page can be made only a little larger: {}", quote(&format!("{key}={value}"))),
                )
                .help("write `<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">`");
        }
    }
}
