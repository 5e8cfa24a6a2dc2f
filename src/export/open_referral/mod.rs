//! The Open Referral UK 3.0 feed as files: the nine endpoints below `open-referral/`, lists in pages of up to 100 items.
//!
//! In: the directory of the site. Out: JSON whose fields are those of the published profile; what it has no field for is in
//! fields of the international standard (`phones`, `application_process`, `eligibility_description`) or in one field of our
//! own, `candour`. Fields without a value are left out. Not here: places of sensitive entries, which the model does not
//! hold; what files cannot answer, which the page about the feed says.

mod fields;
mod schedule;
mod service;

use serde_json::{Map, Value, json};

use self::fields::Fields;
use super::Source;
use crate::model::directory::Need;
use crate::model::output::Output;
use crate::model::uuid::Uuid;

/// Items of one page.
const SIZE: usize = 100;

/// The version of the profile (openreferraluk.org, API 3.0).
const VERSION: &str = "HSDS-3.0-UK";
const PROFILE: &str = "https://openreferraluk.org/specifications/3.0/";
const OPENAPI: &str = "https://openreferraluk.org/specifications/3.0/openapi.json";

/// The lists and the taxonomy; nothing without entries.
pub(super) fn lists(source: Source<'_>) -> Vec<Output> {
    let directory = &source.site.directory;
    if directory.entries.is_empty() {
        return Vec::new();
    }
    let mut outputs = vec![file("", &json!({ "version": VERSION, "profile": PROFILE, "openapi_url": OPENAPI }))];
    let settings = &source.site.settings;
    let services = directory.entries.iter().map(|entry| service::short(entry, settings));
    paged("services", services.collect(), &mut outputs);
    let placed = directory.entries.iter().filter_map(|entry| service::at_location(entry, settings));
    paged("service_at_locations", placed.collect(), &mut outputs);
    let terms: Vec<Value> = directory.needs.iter().map(|need| term(need, source)).collect();
    for (need, value) in directory.needs.iter().zip(&terms) {
        outputs.push(file(&format!("taxonomy_terms/{}/", need.id), value));
    }
    let taxonomy = taxonomy(source);
    let mut whole = taxonomy.clone();
    whole.insert("taxonomy_terms".to_owned(), Value::Array(terms.clone()));
    outputs.push(file(&format!("taxonomies/{}/", taxonomy_id()), &Value::Object(whole)));
    paged("taxonomies", vec![Value::Object(taxonomy)], &mut outputs);
    paged("taxonomy_terms", terms, &mut outputs);
    outputs
}

/// The files of one entry: the service, and the service at its location. Made one by one, because there are thousands.
pub(super) fn service(source: Source<'_>, at: usize) -> Vec<Output> {
    let Some(entry) = source.site.directory.entries.get(at) else { return Vec::new() };
    let settings = &source.site.settings;
    let terms: Vec<Value> = source
        .site
        .directory
        .needs
        .iter()
        .filter(|need| entry.needs.contains(&need.key))
        .map(|need| term(need, source))
        .collect();
    let mut outputs = vec![file(&format!("services/{}/", entry.id), &service::whole(entry, settings, terms))];
    if let Some(placed) = service::at_location(entry, settings)
        && let Some(venue) = &entry.venue
    {
        let id = service::at_location_id(entry, venue);
        outputs.push(file(&format!("service_at_locations/{id}/"), &placed));
    }
    outputs
}

fn taxonomy_id() -> Uuid {
    Uuid::of("taxonomy", &["needs"])
}

fn taxonomy(source: Source<'_>) -> Map<String, Value> {
    let mut fields = Fields::default();
    fields.id("id", taxonomy_id());
    fields.text("name", source.strings.text("directory_feed.taxonomy"));
    fields.text("description", source.strings.text("directory_feed.taxonomy_description"));
    fields.done()
}

fn term(need: &Need, source: Source<'_>) -> Value {
    let mut fields = Fields::default();
    fields.id("id", need.id);
    fields.text("name", &need.name);
    fields.text("description", &need.description);
    fields.text("taxonomy", source.strings.text("directory_feed.taxonomy"));
    fields.id("taxonomy_id", taxonomy_id());
    fields.text("code", &need.key);
    fields.maybe("term_uri", need.uri.as_deref());
    Value::Object(fields.done())
}

/// A list in pages: the first at `index.json`, all of them at `page/1.json` and so on.
fn paged(name: &str, items: Vec<Value>, outputs: &mut Vec<Output>) {
    let all = items.len();
    let pages = all.div_ceil(SIZE).max(1);
    let mut items = items.into_iter();
    for number in 1..=pages {
        let contents: Vec<Value> = items.by_ref().take(SIZE).collect();
        let page = json!({
            "total_items": all,
            "total_pages": pages,
            "page_number": number,
            "size": contents.len(),
            "first_page": number == 1,
            "last_page": number == pages,
            "empty": contents.is_empty(),
            "contents": contents,
        });
        let bytes = bytes(&page);
        if number == 1 {
            outputs.push(Output { path: format!("open-referral/{name}/index.json"), bytes: bytes.clone() });
        }
        // The first page is here too, so that a rule of a web host can lead every `?page=` to its file.
        outputs.push(Output { path: format!("open-referral/{name}/page/{number}.json"), bytes });
    }
}

fn file(folder: &str, value: &Value) -> Output {
    Output { path: format!("open-referral/{folder}index.json"), bytes: bytes(value) }
}

fn bytes(value: &Value) -> Vec<u8> {
    // Maps, lists, texts and numbers always have JSON.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
