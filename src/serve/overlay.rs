//! What the preview adds to a page: the script that reloads it, and the findings of a failed build above it.
//!
//! In: a page, the state of the preview. Out: the page with both. Styles and scripts are files of their own, so the
//! headers are as strict as for the published site. It stands in the flow of the page and can be folded.
//! Not here: anything that is published.

use super::Finding;
use super::preview::Shown;
use crate::model::escape::{escaped, push_escaped};

/// The script, and where it is.
pub(super) const SCRIPT: (&str, &str) = ("/.candour/reload.js", include_str!("reload.js"));

/// The style sheet, and where it is.
pub(super) const STYLE: (&str, &str) = ("/.candour/overlay.css", include_str!("overlay.css"));

/// Where the events are.
pub(super) const EVENTS: &str = "/.candour/events";

/// Adds the script, and the findings if there are any.
pub(super) fn with_overlay(html: &[u8], shown: &Shown) -> Vec<u8> {
    let script = format!("<script src=\"{}\" data-build=\"{}\"></script>", SCRIPT.0, escaped(&shown.name));
    let mut page = html.to_vec();
    let end = find_last(&page, b"</body>").unwrap_or(page.len());
    page.splice(end..end, script.into_bytes());
    if !shown.faults.is_empty() {
        let start = body_start(&page).unwrap_or(0);
        page.splice(start..start, findings(&shown.faults).into_bytes());
    }
    page
}

/// The page that stands in for all others until the first good build.
pub(super) fn instead(shown: &Shown) -> Vec<u8> {
    let (title, text) = if shown.faults.is_empty() {
        ("The preview is being made", "This page loads again when it is ready.")
    } else {
        ("Nothing to show yet", "The pages appear here as soon as the site has no errors.")
    };
    let page = format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width\"></head><body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    );
    with_overlay(page.as_bytes(), shown)
}

fn findings(faults: &[Finding]) -> String {
    let number = faults.len();
    let things = if number == 1 { "1 thing needs mending".to_owned() } else { format!("{number} things need mending") };
    let mut out = format!(
        "<link rel=\"stylesheet\" href=\"{}\"><section class=\"candour-findings\" role=\"alert\" aria-label=\"Preview\" \
         lang=\"en-GB\" dir=\"ltr\"><details open><summary>This page does not show your last change yet: {things}</summary><ol>",
        STYLE.0
    );
    for fault in faults {
        out.push_str("<li><p><code>");
        push_escaped(&mut out, &fault.place);
        out.push_str("</code></p><p>");
        push_escaped(&mut out, &sentence(&fault.message));
        out.push_str("</p>");
        for help in &fault.help {
            out.push_str("<p>");
            push_escaped(&mut out, &sentence(help));
            out.push_str("</p>");
        }
        out.push_str("</li>");
    }
    out.push_str("</ol></details></section>");
    out
}

/// Findings begin small and have no full stop; on a page they are sentences.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

/// The byte after the opening tag of the body.
fn body_start(page: &[u8]) -> Option<usize> {
    let tag = page.windows(5).position(|window| window.eq_ignore_ascii_case(b"<body"))?;
    let end = page.get(tag..)?.iter().position(|byte| *byte == b'>')?;
    Some(tag + end + 1)
}

fn find_last(page: &[u8], tag: &[u8]) -> Option<usize> {
    page.windows(tag.len()).rposition(|window| window.eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::{Shown, instead, with_overlay};
    use crate::diag::Severity;
    use crate::serve::Finding;

    fn shown(faults: Vec<Finding>) -> Shown {
        Shown { faults, name: "1-2".to_owned(), ..Shown::default() }
    }

    fn fault() -> Finding {
        Finding {
            severity: Severity::Error,
            message: "`<b>` leads nowhere".to_owned(),
            place: "content/a.md:6:1".to_owned(),
            help: vec!["name a page, for example `@/carers/breaks.md`".to_owned()],
        }
    }

    #[test]
    fn a_good_page_gets_only_the_script_before_its_end() {
        let page = with_overlay(b"<html><body class=x><p>a</p></body></html>", &shown(Vec::new()));
        assert_eq!(
            String::from_utf8(page).unwrap(),
            "<html><body class=x><p>a</p><script src=\"/.candour/reload.js\" data-build=\"1-2\"></script></body></html>"
        );
    }

    #[test]
    fn findings_stand_first_in_the_body_in_sentences_and_escaped() {
        let page = with_overlay(b"<html><BODY class=\"x\"><p>a</p></body></html>", &shown(vec![fault()]));
        let page = String::from_utf8(page).unwrap();
        assert!(page.contains("<BODY class=\"x\"><link rel=\"stylesheet\""));
        assert!(page.contains("1 thing needs mending"));
        assert!(page.contains("`&lt;b&gt;` leads nowhere.</p><p>Name a page, for example"));
        assert!(!page.contains("style="), "strict headers allow no style inside the page");
    }

    #[test]
    fn before_the_first_good_build_the_findings_have_a_page_of_their_own() {
        let page = String::from_utf8(instead(&shown(vec![fault()]))).unwrap();
        assert!(page.contains("<h1>Nothing to show yet</h1>") && page.contains("content/a.md:6:1"));
    }
}
