//! `candour explain CODE`: what a finding means, why it matters and what to do.
//!
//! In: a code, or `--list`. Out: the page of that code as it is written, or every code with one line.
//! The pages are `src/explain/<code>.md`, inside the program. Not here: findings of a site; none is read.

use std::process::ExitCode;

use super::arguments::{Common, Explain};
use super::{reference, report};
use crate::diag::book::ONLY_PEOPLE;
use crate::diag::failure::Failure;
use crate::embedded;
use crate::model::slug::nearest;

/// Explains a code, or all of them.
pub(super) fn explain(common: &Common, flags: &Explain) -> Result<ExitCode, Failure> {
    let pages = embedded::explanations();
    if let Some(folder) = &flags.to {
        let changed = reference::write(&pages, folder)?;
        report::closing(&format!("{changed} files written to {}", folder.display()), common);
        return Ok(ExitCode::SUCCESS);
    }
    let text = match &flags.code {
        Some(typed) => page(&pages, typed)?.to_owned(),
        None if flags.all => reference::document(&pages),
        None if flags.people => ONLY_PEOPLE.iter().map(|item| format!("- {item}\n")).collect(),
        None => list(&pages),
    };
    report::out(&text);
    Ok(ExitCode::SUCCESS)
}

/// Every code with the first sentence of its page, in two columns.
fn list(pages: &[(String, &str)]) -> String {
    let width = pages.iter().map(|(code, _)| code.len()).max().unwrap_or(0);
    pages.iter().map(|(code, text)| format!("{code:width$}  {}\n", embedded::first_sentence(text))).collect()
}

fn page<'p>(pages: &[(String, &'p str)], typed: &str) -> Result<&'p str, Failure> {
    if let Some((_, text)) = pages.iter().find(|(code, _)| code == typed) {
        return Ok(text);
    }
    let failure = Failure::new(format!("there is no finding with the code `{typed}`"));
    Err(match nearest(typed, pages.iter().map(|(code, _)| code.as_str())) {
        Some(near) => failure.help(format!("run `candour explain {near}`")),
        None => failure.help("run `candour explain --list` to see every code"),
    })
}

#[cfg(test)]
mod tests {
    use super::{list, page};

    fn pages() -> Vec<(String, &'static str)> {
        vec![
            ("html-raw".to_owned(), "# html-raw\n\nHTML tags.\n"),
            ("link-broken".to_owned(), "# link-broken\n\nA link.\n"),
        ]
    }

    #[test]
    fn a_slip_in_a_code_is_answered_with_the_nearest_one() {
        let failure = page(&pages(), "link-borken").unwrap_err();
        assert_eq!(failure.help, ["run `candour explain link-broken`"]);
        assert_eq!(page(&pages(), "zzz").unwrap_err().help, ["run `candour explain --list` to see every code"]);
    }

    #[test]
    fn the_list_gives_each_code_one_line() {
        assert_eq!(list(&pages()), "html-raw     HTML tags.\nlink-broken  A link.\n");
    }
}
