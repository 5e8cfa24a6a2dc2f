//! From what demands a finding (`WCAG 2.4.4`) to where it can be read.
//!
//! In: a basis as findings name it. Out: its address; nothing where there is none that is certain.
//! Not here: which finding rests on what.

/// Address of what a basis names.
pub fn address(basis: &str) -> Option<String> {
    if let Some(rest) = basis.strip_prefix("WCAG ") {
        return wcag(rest);
    }
    if let Some(id) = basis.strip_prefix("ACT ") {
        let is_id = id.len() == 6 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        return is_id.then(|| format!("https://act-rules.github.io/rules/{id}"));
    }
    let known = STARTS.iter().find(|(start, _)| basis.starts_with(start));
    known.map(|(_, address)| (*address).to_owned())
}

fn wcag(rest: &str) -> Option<String> {
    if let Some(name) = rest.strip_prefix("technique ").or_else(|| rest.strip_prefix("failure ")) {
        return technique(name.split_whitespace().next()?);
    }
    let number = rest.split_whitespace().next()?;
    let (_, name) = CRITERIA.iter().find(|(known, _)| *known == number)?;
    Some(format!("https://www.w3.org/WAI/WCAG22/Understanding/{name}"))
}

/// `H39`, `G18`, `ARIA11`: the letters say in which folder it is.
fn technique(name: &str) -> Option<String> {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let folder = match letters {
        "H" => "html",
        "G" => "general",
        "C" => "css",
        "F" => "failures",
        "ARIA" => "aria",
        _ => return None,
    };
    (letters.len() < name.len()).then(|| format!("https://www.w3.org/WAI/WCAG22/Techniques/{folder}/{name}"))
}

/// How a basis begins, the longer before the shorter, and where to read it.
const STARTS: [(&str, &str); 30] = [
    ("WAI-ARIA 1.2", "https://www.w3.org/TR/wai-aria-1.2/"),
    ("ARIA in HTML", "https://www.w3.org/TR/html-aria/"),
    ("Accessible Name and Description", "https://www.w3.org/TR/accname-1.2/"),
    ("HTML: the id attribute", "https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute"),
    ("HTML", "https://html.spec.whatwg.org/multipage/"),
    (
        "GOV.UK style guide: summaries",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/writing-guidelines/summaries/",
    ),
    (
        "GOV.UK publishing guidance: summaries",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/writing-guidelines/summaries/",
    ),
    (
        "GOV.UK content guidance: clear titles",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/writing-guidelines/clear-titles/",
    ),
    (
        "GOV.UK content guidance: clear structure",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/writing-guidelines/clear-structure/",
    ),
    (
        "GOV.UK content guidance: clear language",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/writing-guidelines/clear-language/",
    ),
    (
        "GOV.UK content guidance: right tone",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/writing-guidelines/right-tone/",
    ),
    (
        "GOV.UK content guidance: add links",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/writing-guidelines/add-links/",
    ),
    (
        "GOV.UK content guidance: change notes",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/writing-guidelines/change-notes/",
    ),
    (
        "GOV.UK content guidance: tables",
        "https://guidance.publishing.service.gov.uk/formatting-content/text-formatting/tables/",
    ),
    (
        "GOV.UK content guidance: headings",
        "https://guidance.publishing.service.gov.uk/formatting-content/text-formatting/headings/",
    ),
    ("GOV.UK Design System: links", "https://design-system.service.gov.uk/styles/links/"),
    (
        "GOV.UK style guide",
        "https://guidance.publishing.service.gov.uk/writing-to-gov-uk-standards/style-guides/a-to-z-style-guide/",
    ),
    ("NHS content guide: formatting", "https://service-manual.nhs.uk/content/formatting"),
    ("NHS content guide: punctuation", "https://service-manual.nhs.uk/content/punctuation"),
    ("NHS content guide: numbers", "https://service-manual.nhs.uk/content/numbers-measurements-dates-time"),
    ("NHS content guide: how we write", "https://service-manual.nhs.uk/content/how-we-write"),
    ("NHS content guide: voice and tone", "https://service-manual.nhs.uk/content/voice-and-tone"),
    ("NHS content guide: age", "https://service-manual.nhs.uk/content/inclusive-content/age"),
    (
        "NHS content guide: disabilities and conditions",
        "https://service-manual.nhs.uk/content/inclusive-content/disabilities-and-conditions",
    ),
    ("NHS content guide", "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing"),
    ("NHS service manual: accessibility", "https://service-manual.nhs.uk/accessibility"),
    ("Dimensions: the words we use", "https://www.dimensions-uk.org/resource/the-words-we-use"),
    (
        "Accessible Information Standard",
        "https://www.england.nhs.uk/long-read/accessible-information-standard-requirements-dapb1605",
    ),
    ("Care Act 2014", "https://www.legislation.gov.uk/ukpga/2014/23/contents"),
    (
        "Code of Practice for Statistics",
        "https://code.statisticsauthority.gov.uk/what-is-the-code-of-practice-and-who-is-it-for",
    ),
];

/// Success criteria of WCAG 2.2 by number, with the name of the page that explains each.
const CRITERIA: [(&str, &str); 86] = [
    ("1.1.1", "non-text-content"),
    ("1.2.1", "audio-only-and-video-only-prerecorded"),
    ("1.2.2", "captions-prerecorded"),
    ("1.2.3", "audio-description-or-media-alternative-prerecorded"),
    ("1.2.4", "captions-live"),
    ("1.2.5", "audio-description-prerecorded"),
    ("1.2.6", "sign-language-prerecorded"),
    ("1.2.7", "extended-audio-description-prerecorded"),
    ("1.2.8", "media-alternative-prerecorded"),
    ("1.2.9", "audio-only-live"),
    ("1.3.1", "info-and-relationships"),
    ("1.3.2", "meaningful-sequence"),
    ("1.3.3", "sensory-characteristics"),
    ("1.3.4", "orientation"),
    ("1.3.5", "identify-input-purpose"),
    ("1.3.6", "identify-purpose"),
    ("1.4.1", "use-of-color"),
    ("1.4.2", "audio-control"),
    ("1.4.3", "contrast-minimum"),
    ("1.4.4", "resize-text"),
    ("1.4.5", "images-of-text"),
    ("1.4.6", "contrast-enhanced"),
    ("1.4.7", "low-or-no-background-audio"),
    ("1.4.8", "visual-presentation"),
    ("1.4.9", "images-of-text-no-exception"),
    ("1.4.10", "reflow"),
    ("1.4.11", "non-text-contrast"),
    ("1.4.12", "text-spacing"),
    ("1.4.13", "content-on-hover-or-focus"),
    ("2.1.1", "keyboard"),
    ("2.1.2", "no-keyboard-trap"),
    ("2.1.3", "keyboard-no-exception"),
    ("2.1.4", "character-key-shortcuts"),
    ("2.2.1", "timing-adjustable"),
    ("2.2.2", "pause-stop-hide"),
    ("2.2.3", "no-timing"),
    ("2.2.4", "interruptions"),
    ("2.2.5", "re-authenticating"),
    ("2.2.6", "timeouts"),
    ("2.3.1", "three-flashes-or-below-threshold"),
    ("2.3.2", "three-flashes"),
    ("2.3.3", "animation-from-interactions"),
    ("2.4.1", "bypass-blocks"),
    ("2.4.2", "page-titled"),
    ("2.4.3", "focus-order"),
    ("2.4.4", "link-purpose-in-context"),
    ("2.4.5", "multiple-ways"),
    ("2.4.6", "headings-and-labels"),
    ("2.4.7", "focus-visible"),
    ("2.4.8", "location"),
    ("2.4.9", "link-purpose-link-only"),
    ("2.4.10", "section-headings"),
    ("2.4.11", "focus-not-obscured-minimum"),
    ("2.4.12", "focus-not-obscured-enhanced"),
    ("2.4.13", "focus-appearance"),
    ("2.5.1", "pointer-gestures"),
    ("2.5.2", "pointer-cancellation"),
    ("2.5.3", "label-in-name"),
    ("2.5.4", "motion-actuation"),
    ("2.5.5", "target-size-enhanced"),
    ("2.5.6", "concurrent-input-mechanisms"),
    ("2.5.7", "dragging-movements"),
    ("2.5.8", "target-size-minimum"),
    ("3.1.1", "language-of-page"),
    ("3.1.2", "language-of-parts"),
    ("3.1.3", "unusual-words"),
    ("3.1.4", "abbreviations"),
    ("3.1.5", "reading-level"),
    ("3.1.6", "pronunciation"),
    ("3.2.1", "on-focus"),
    ("3.2.2", "on-input"),
    ("3.2.3", "consistent-navigation"),
    ("3.2.4", "consistent-identification"),
    ("3.2.5", "change-on-request"),
    ("3.2.6", "consistent-help"),
    ("3.3.1", "error-identification"),
    ("3.3.2", "labels-or-instructions"),
    ("3.3.3", "error-suggestion"),
    ("3.3.4", "error-prevention-legal-financial-data"),
    ("3.3.5", "help"),
    ("3.3.6", "error-prevention-all"),
    ("3.3.7", "redundant-entry"),
    ("3.3.8", "accessible-authentication-minimum"),
    ("3.3.9", "accessible-authentication-enhanced"),
    ("4.1.2", "name-role-value"),
    ("4.1.3", "status-messages"),
];

#[cfg(test)]
mod tests {
    use super::{CRITERIA, address};

    #[test]
    fn what_a_finding_rests_on_leads_to_where_it_is_written() {
        let told = |basis| address(basis).unwrap_or_default();
        assert_eq!(told("WCAG 2.4.4"), "https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context");
        assert_eq!(told("WCAG technique H39"), "https://www.w3.org/WAI/WCAG22/Techniques/html/H39");
        assert_eq!(told("WCAG failure F46"), "https://www.w3.org/WAI/WCAG22/Techniques/failures/F46");
        assert_eq!(told("ACT c487ae"), "https://act-rules.github.io/rules/c487ae");
        assert!(told("NHS content guide: carer").ends_with("a-to-z-of-nhs-health-writing"));
        assert!(told("GOV.UK style guide: dates").ends_with("a-to-z-style-guide/"));
    }

    #[test]
    fn what_is_not_certain_leads_nowhere() {
        for basis in ["WCAG 9.9.9", "WCAG", "WCAG technique X1", "ACT <script>", "House rule", ""] {
            assert_eq!(address(basis), None, "{basis}");
        }
    }

    #[test]
    fn the_criteria_are_those_of_wcag_2_2_in_order() {
        let number = |text: &str| text.split('.').map(|part| part.parse::<u32>().unwrap()).collect::<Vec<_>>();
        assert!(CRITERIA.is_sorted_by_key(|(text, _)| number(text)));
    }
}
