//! `candour.yaml` into [`Settings`].
//!
//! In: the file. Out: settings with defaults for what is not said. A fault here ends the run with exit code 1.
//! Not here: whether the contact and theme it names exist.

use super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic, Place};
use crate::model::host::Host;
use crate::model::open_data::Licence;
use crate::model::settings::{Pack, Settings};
use crate::model::slug::nearest;
use crate::model::source::{FileId, SourceFile};

const FIELDS: [&str; 21] = [
    "format",
    "name",
    "organisation",
    "base_url",
    "language",
    "languages",
    "theme",
    "style",
    "packs",
    "guidance",
    "contact",
    "review",
    "levels",
    "baseline",
    "disclosure",
    "units",
    "licence",
    "search",
    "hosts",
    "ignore",
    "extra",
];

/// Reads the settings.
pub fn settings(file: FileId, source: &SourceFile) -> Checked<Settings> {
    let mut findings = Vec::new();
    let mut settings = Settings { file: Some(file), ..Settings::default() };
    let yaml = yaml::read(file, &source.text, 0).into(&mut findings);
    let Some(yaml) = yaml else { return Checked::new(settings, findings) };
    let Some(node) = yaml.mapping(&mut findings) else { return Checked::new(settings, findings) };
    node.known(&FIELDS, &mut findings);
    format(node, &mut findings);
    settings.name = node.needed_text("name", "Exampleshire adult social care", &mut findings).unwrap_or_default();
    settings.organisation = node.needed_text("organisation", "Exampleshire Council", &mut findings).unwrap_or_default();
    base(node, &mut settings, &mut findings);
    let mut text = |key: &str, field: &mut String| {
        if let Some(typed) = node.text_of(key, &mut findings) {
            *field = typed;
        }
    };
    text("language", &mut settings.language);
    text("theme", &mut settings.theme);
    settings.contact = node.text_of("contact", &mut findings);
    settings.baseline = node.text_of("baseline", &mut findings);
    choices(node, &mut settings, &mut findings);
    packs(node, &mut settings, &mut findings);
    settings.guidance = node.texts_of("guidance", &mut findings);
    settings.languages = node.texts_of("languages", &mut findings);
    settings.units = node.texts_of("units", &mut findings);
    let hosts = node.choices_of("hosts", &Host::ALL.map(|(name, _)| name), &mut findings);
    let host = |typed: &String| Host::ALL.into_iter().find(|(name, _)| name == typed).map(|(_, host)| host);
    settings.hosts = hosts.iter().filter_map(host).collect();
    settings.ignore = node.texts_of("ignore", &mut findings);
    if let Some(search) = node.truth_of("search", &mut findings) {
        settings.search = search;
    }
    settings.licence = node.choice_of("licence", &Licence::ALL, &mut findings);
    disclosure(node, &mut settings, &mut findings);
    Checked::new(settings, findings)
}

fn format(node: Node<'_>, findings: &mut Vec<Diagnostic>) {
    let before = findings.len();
    match node.whole_of("format", findings) {
        Some(1) => {}
        Some(other) => {
            let place = node.get("format").map_or_else(|| node.place(), Node::place);
            findings.push(
                Diagnostic::error("format-unknown", format!("this program does not know format {other}"), place)
                    .help("write `format: 1`, or use a newer Candour"),
            );
        }
        None if findings.len() == before => findings.push(node.missing("format", "1")),
        None => {}
    }
}

/// `https://host/path` without a slash at its end.
fn base(node: Node<'_>, settings: &mut Settings, findings: &mut Vec<Diagnostic>) {
    let example = "https://care.exampleshire.example";
    let Some(typed) = node.needed_text("base_url", example, findings) else { return };
    match base_url(&typed) {
        Some((url, path)) => (settings.base_url, settings.base_path) = (url, path),
        None => {
            let place = node.get("base_url").map_or_else(|| node.place(), Node::place);
            findings.push(
                Diagnostic::error("base-url-unclear", format!("`{typed}` is no address of a site"), place)
                    .help(format!("write the whole address, for example `base_url: {example}`")),
            );
        }
    }
}

/// The address without a slash at its end, and its path.
pub fn base_url(typed: &str) -> Option<(String, String)> {
    let url = typed.trim_end_matches('/');
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let (host, path) = rest.split_once('/').map_or((rest, ""), |(host, path)| (host, path));
    let plain = |text: &str, more: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c));
    let parts = path.split('/').all(|part| part != ".." && part != ".");
    if host.is_empty() || !plain(host, ".-:[]") || !plain(path, "/-_.~") || !parts {
        return None;
    }
    let path = if path.is_empty() { String::new() } else { format!("/{path}") };
    Some((url.to_owned(), path))
}

fn choices(node: Node<'_>, settings: &mut Settings, findings: &mut Vec<Diagnostic>) {
    let styles = [("gov-uk", "gov-uk"), ("nhs", "nhs")];
    if let Some(style) = node.choice_of("style", &styles, findings) {
        style.clone_into(&mut settings.style);
    }
    let reviews = [("warn", "warn"), ("fail", "fail")];
    if let Some(review) = node.choice_of("review", &reviews, findings) {
        review.clone_into(&mut settings.review);
    }
    let levels = [("error", "error"), ("warning", "warning"), ("notice", "notice"), ("off", "off")];
    if let Some(list) = node.mapping_of("levels", findings) {
        for (code, _) in list.entries() {
            if let Some(level) = list.choice_of(code, &levels, findings) {
                settings.levels.push((code.to_owned(), level.to_owned()));
            }
        }
    }
}

/// `packs: [social-care, three-conversations]`; an empty list switches all off.
fn packs(node: Node<'_>, settings: &mut Settings, findings: &mut Vec<Diagnostic>) {
    if node.get("packs").is_none_or(Node::is_null) {
        return;
    }
    settings.packs.clear();
    let names = Pack::ALL.map(Pack::name);
    for (at, typed) in node.texts_of("packs", findings).iter().enumerate() {
        match Pack::ALL.into_iter().find(|pack| pack.name() == typed) {
            Some(pack) if settings.packs.contains(&pack) => {}
            Some(pack) => settings.packs.push(pack),
            None => {
                let list = node.get("packs").filter(|list| list.text().is_none());
                let key = if list.is_some() { format!("packs.{at}") } else { "packs".to_owned() };
                let place = settings.file.map_or(Place::Site, |file| Place::Value(file, key));
                let finding = Diagnostic::error("field-choice", format!("there is no pack `{typed}`"), place);
                findings.push(match nearest(typed, names) {
                    Some(near) => finding.help(format!("write `{near}`")),
                    None => finding.help(format!("use one of: {}", names.join(", "))),
                });
            }
        }
    }
}

fn disclosure(node: Node<'_>, settings: &mut Settings, findings: &mut Vec<Diagnostic>) {
    let Some(node) = node.mapping_of("disclosure", findings) else { return };
    node.known(&["threshold", "zeros", "round_to"], findings);
    if let Some(hides) = node.choice_of("zeros", &[("show", false), ("hide", true)], findings) {
        settings.disclosure_hides_zeros = hides;
    }
    for (key, field) in
        [("threshold", &mut settings.disclosure_threshold), ("round_to", &mut settings.disclosure_round_to)]
    {
        let Some(typed) = node.whole_of(key, findings) else { continue };
        match u32::try_from(typed).ok().filter(|number| *number >= 1) {
            Some(number) => *field = number,
            None => {
                let place = node.get(key).map_or_else(|| node.place(), Node::place);
                findings.push(
                    Diagnostic::error("disclosure-number", format!("`{key}` is less than 1"), place)
                        .help(format!("write a whole number from 1, for example `{key}: 5`")),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Checked<Settings> {
        let whole = format!("format: 1\nname: A\norganisation: B\nbase_url: https://a.example\n{text}");
        settings(FileId(0), &SourceFile { path: "candour.yaml".into(), text: whole })
    }

    #[test]
    fn the_social_care_pack_is_on_until_the_site_names_its_packs() {
        assert_eq!(read("").value.packs, [Pack::SocialCare]);
        assert_eq!(read("packs: []").value.packs, []);
        assert_eq!(read("packs: three-conversations").value.packs, [Pack::ThreeConversations]);
        assert_eq!(read("packs: [three-conversations, social-care, social-care]").value.packs.len(), 2);
    }

    #[test]
    fn a_pack_that_is_not_known_is_told_with_the_nearest() {
        let checked = read("packs: [social-care, three-conversation]");
        assert_eq!(checked.value.packs, [Pack::SocialCare]);
        let finding = checked.findings.first().unwrap();
        assert_eq!(finding.place, Place::Value(FileId(0), "packs.1".to_owned()));
        assert_eq!(finding.help, ["write `three-conversations`"]);
    }

    #[test]
    fn the_address_of_a_site_may_have_a_path_and_nothing_else() {
        assert_eq!(base_url("https://a.example/"), Some(("https://a.example".to_owned(), String::new())));
        assert_eq!(base_url("https://a.example/care/").unwrap().1, "/care");
        for wrong in ["a.example", "ftp://a.example", "https://", "https://a.example/?q", "https://a\"b.example"] {
            assert_eq!(base_url(wrong), None, "{wrong}");
        }
    }
}
