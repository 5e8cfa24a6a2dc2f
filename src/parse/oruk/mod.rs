//! An Open Referral UK 3.0 feed, saved as JSON files, into files of `data/directory/`.
//!
//! In: the texts of the files, and what the directory has already. Out: one YAML text for each service, the needs that are
//! new, and findings for what has no place here. Ids are kept, so that a service is the same in both directories.
//! Not here: reading and writing files; whether two services are one, which `check` says.

mod feed;
mod place;
mod service;
mod times;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use self::yaml::Text;
use crate::diag::{Checked, Diagnostic, Place};
use crate::model::slug::slug;
use crate::model::uuid::Uuid;

/// An object of the feed.
type Object = Map<String, Value>;

/// What the directory has already.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Ids of services.
    pub ids: BTreeSet<Uuid>,
    /// Last parts of addresses and names of files.
    pub slugs: BTreeSet<String>,
    /// Keys of needs by their ids.
    pub needs: BTreeMap<Uuid, String>,
    /// The neighbouring area that all services of the feed are in.
    pub neighbour: Option<String>,
}

/// What the feed becomes.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// Files below `data/directory/`: name and text.
    pub entries: Vec<(String, String)>,
    /// Text to add to `data/needs.yaml`.
    pub needs: String,
    /// How many services were there already.
    pub known: usize,
}

/// Takes a feed over.
pub fn oruk(files: &[(String, String)], mut known: Known) -> Checked<Taken> {
    let mut findings = Vec::new();
    let feed = feed::Feed::of(files, &mut findings);
    let mut taken = Taken { needs: needs(&feed, &mut known), ..Taken::default() };
    for (file, service) in feed.services.values() {
        let mut told = Told { file, service: text(service, "name").unwrap_or("a service"), findings: &mut findings };
        let Some(id) = text(service, "id").and_then(Uuid::parse) else {
            told.left_out("its id, which is not a UUID, and all of it");
            continue;
        };
        if known.ids.contains(&id) {
            taken.known += 1;
            continue;
        }
        let mut out = Text::default();
        if service::entry(service, &feed, &known, &mut out, &mut told).is_some() {
            taken.entries.push((name(service, &mut known.slugs), out.done()));
        }
    }
    Checked::new(taken, findings)
}

/// The name of a service's file, which no other one has.
fn name(service: &Object, slugs: &mut BTreeSet<String>) -> String {
    let made = slug(text(service, "name").unwrap_or_default());
    let made = if made.is_empty() { "service".to_owned() } else { made };
    let mut name = made.clone();
    let mut number = 2;
    while slugs.contains(&name) {
        name = format!("{made}-{number}");
        number += 1;
    }
    slugs.insert(name.clone());
    format!("{name}.yaml")
}

/// The needs that are new, as YAML; from here on they are known.
fn needs(feed: &feed::Feed, known: &mut Known) -> String {
    let mut out = String::new();
    for term in &feed.terms {
        let Some(id) = text(term, "id").and_then(Uuid::parse) else { continue };
        let Some(name) = text(term, "name").filter(|_| !known.needs.contains_key(&id)) else { continue };
        let code = text(term, "code").filter(|code| slug(code) == *code && !code.is_empty());
        let key = code.map_or_else(|| slug(name), str::to_owned);
        if key.is_empty() {
            continue;
        }
        let is_there = known.needs.values().any(|other| *other == key);
        if !is_there {
            let mut text_of = Text::default();
            text_of.open(&key);
            text_of.line("name", name);
            text_of.line("description", text(term, "description").unwrap_or(name));
            text_of.maybe("uri", text(term, "term_uri"));
            if id != Uuid::of("need", &[&key]) {
                text_of.line("id", &id.to_string());
            }
            text_of.close();
            out.push_str(&text_of.done());
        }
        known.needs.insert(id, key);
    }
    out
}

/// Where findings about a service go.
struct Told<'t> {
    file: &'t str,
    service: &'t str,
    findings: &'t mut Vec<Diagnostic>,
}

impl Told<'_> {
    /// Something of the service has no place here.
    fn left_out(&mut self, what: &str) {
        let message = format!("`{}` comes without {what}", self.service);
        self.findings.push(left_out(message, self.file));
    }
}

fn left_out(message: String, file: &str) -> Diagnostic {
    Diagnostic::warning("import-left-out", message, Place::Path(file.to_owned()))
        .help("look at the service in the other directory, and add by hand what people need")
}

/// A text of an object without spaces around it; nothing where it is empty.
fn text<'o>(object: &'o Object, key: &str) -> Option<&'o str> {
    object.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

/// The objects of a list.
fn objects<'o>(object: &'o Object, key: &str) -> impl Iterator<Item = &'o Object> + use<'o> {
    object.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

/// A number as it is written, whether the feed has it as a number or as a text.
fn number(object: &Object, key: &str) -> Option<String> {
    match object.get(key)? {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    }
}
