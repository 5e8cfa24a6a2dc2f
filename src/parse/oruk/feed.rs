//! The objects of a feed, whatever files they were saved in: pages of lists, single objects, or both.
//!
//! In: texts of JSON files. Out: services by id, the fullest form of each; terms in the order of the feed; places of services
//! that say theirs only in a list. An object is known by its fields, not by the name of its file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Object, left_out, objects, text};
use crate::diag::Diagnostic;

/// The objects of a feed.
#[derive(Default)]
pub(super) struct Feed {
    /// Services by id, each with the file it is from.
    pub(super) services: BTreeMap<String, (String, Object)>,
    /// Terms of taxonomies, each once.
    pub(super) terms: Vec<Object>,
    /// Places by the id of their service.
    pub(super) places: BTreeMap<String, Object>,
    known_terms: BTreeSet<String>,
}

impl Feed {
    /// Gathers what the files hold.
    pub(super) fn of(files: &[(String, String)], findings: &mut Vec<Diagnostic>) -> Self {
        let mut feed = Self::default();
        for (path, text) in files {
            match serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')) {
                Ok(value) => feed.take(path, value),
                Err(_) => findings.push(left_out("a file of the feed is no JSON".to_owned(), path)),
            }
        }
        // Terms that no list tells stand in the services that have them.
        let within: Vec<Object> = feed
            .services
            .values()
            .flat_map(|(_, service)| objects(service, "attributes"))
            .filter_map(|attribute| attribute.get("taxonomy_term")?.as_object().cloned())
            .collect();
        for term in within {
            feed.term(term);
        }
        feed
    }

    fn take(&mut self, path: &str, value: Value) {
        match value {
            Value::Array(list) => list.into_iter().for_each(|value| self.take(path, value)),
            Value::Object(mut object) => match object.remove("contents") {
                Some(list) => self.take(path, list),
                None => self.object(path, object),
            },
            _ => {}
        }
    }

    fn object(&mut self, path: &str, object: Object) {
        let has = |key: &str| object.contains_key(key);
        if has("service") && has("location") {
            self.at_location(path, object);
        } else if has("status") && has("name") {
            self.service(path, object);
        } else if has("taxonomy_terms") {
            objects(&object, "taxonomy_terms")
                .cloned()
                .collect::<Vec<_>>()
                .into_iter()
                .for_each(|term| self.term(term));
        } else if has("name")
            && ["taxonomy", "taxonomy_id", "term_uri", "code", "parent_id", "term"].into_iter().any(has)
        {
            self.term(object);
        }
    }

    /// The form with the most fields is the fullest.
    fn service(&mut self, path: &str, object: Object) {
        let id = text(&object, "id").unwrap_or_default().to_owned();
        let is_fuller = self.services.get(&id).is_none_or(|(_, known)| known.len() < object.len());
        if is_fuller {
            self.services.insert(id, (path.to_owned(), object));
        }
    }

    fn at_location(&mut self, path: &str, mut object: Object) {
        let service = object.remove("service");
        let Some(Value::Object(service)) = service else { return };
        if let (Some(id), Some(Value::Object(location))) = (text(&service, "id"), object.remove("location")) {
            self.places.entry(id.to_owned()).or_insert(location);
        }
        self.service(path, service);
    }

    fn term(&mut self, term: Object) {
        let id = text(&term, "id").unwrap_or_default().to_owned();
        if self.known_terms.insert(id) {
            self.terms.push(term);
        }
    }
}
