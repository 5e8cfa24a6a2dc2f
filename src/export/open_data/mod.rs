//! The site's open data described for programs: one Frictionless Data Package, and CSVW metadata beside every CSV.
//!
//! In: the published metrics with their files, the settings. Out: `datapackage.json` at the root of the site and
//! `downloads/*.csv-metadata.json`. What a column is stands in `fields.rs`, once for both. Not here: the values.

mod csvw;
mod fields;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use self::fields::{Field, fields};
use super::Download;
use crate::model::metric::Metric;
use crate::model::output::Output;
use crate::model::settings::Settings;
use crate::model::slug::slug;

/// Address of the package below the site.
pub const PACKAGE: &str = "/datapackage.json";

/// A metric and its files.
pub type Published<'p> = (&'p Metric, &'p [Download]);

/// The descriptions of all CSV files; nothing where nothing is published.
pub fn outputs(published: &[Published<'_>], settings: &Settings) -> Vec<Output> {
    let tables: Vec<Table<'_>> = published
        .iter()
        .flat_map(|(metric, files)| files.iter().filter(|file| file.label == "CSV").map(|file| Table { metric, file }))
        .collect();
    if tables.is_empty() {
        return Vec::new();
    }
    let mut outputs: Vec<Output> = tables
        .iter()
        .map(|table| Output {
            path: format!("{}-metadata.json", table.path()),
            bytes: pretty(&csvw::metadata(table, settings)),
        })
        .collect();
    outputs
        .push(Output { path: PACKAGE.trim_start_matches('/').to_owned(), bytes: pretty(&package(&tables, settings)) });
    outputs
}

/// A CSV file of a metric.
struct Table<'t> {
    metric: &'t Metric,
    file: &'t Download,
}

impl Table<'_> {
    /// Its path from the root of the site.
    fn path(&self) -> &str {
        self.file.path.trim_start_matches('/')
    }

    fn fields(&self) -> Vec<Field> {
        fields(self.metric, self.file.totals)
    }

    /// The metric's title; totals say that they are.
    fn title(&self) -> String {
        if self.file.totals { format!("{} (totals)", self.metric.title) } else { self.metric.title.clone() }
    }

    /// What it is, in the words of the note.
    fn description(&self) -> String {
        let metric = self.metric;
        let mut parts: Vec<String> = metric.example.then(|| "Invented example data".to_owned()).into_iter().collect();
        parts.extend([metric.measure.clone().unwrap_or_else(|| metric.title.clone())]);
        parts.extend(metric.population.clone());
        parts.extend(metric.area.clone());
        parts.extend(metric.covers.clone());
        let mut text: String = parts.iter().map(|part| format!("{}. ", part.trim_end_matches('.'))).collect();
        metric.notes.iter().for_each(|note| text.push_str(&format!("{} ", note.trim())));
        text.trim_end().to_owned()
    }
}

fn pretty(value: &Value) -> Vec<u8> {
    // Maps, lists, texts and numbers always have JSON.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn package(tables: &[Table<'_>], settings: &Settings) -> Value {
    let mut package = json!({
        "name": slug(&settings.name),
        "title": settings.name,
        "homepage": format!("{}/", settings.base_url),
        "profile": "tabular-data-package",
        "contributors": [{ "title": settings.organisation, "role": "publisher" }],
    });
    if let (Some(licence), Some(map)) = (settings.licence, package.as_object_mut()) {
        let licence = json!([{ "name": licence.name(), "title": licence.title(), "path": licence.url() }]);
        map.insert("licenses".to_owned(), licence);
    }
    if let Some(map) = package.as_object_mut() {
        map.insert("resources".to_owned(), tables.iter().map(resource).collect());
    }
    package
}

fn resource(table: &Table<'_>) -> Value {
    let metric = table.metric;
    let field = |field: &Field| {
        let mut value = json!({
            "name": field.name,
            "type": field.kind.frictionless(),
            "title": field.title,
            "description": field.description,
        });
        if let (false, Some(map)) = (field.choices.is_empty(), value.as_object_mut()) {
            map.insert("constraints".to_owned(), json!({ "enum": field.choices }));
        }
        value
    };
    let mut source = json!({ "title": format!("{}, {}", metric.source.title, metric.source.publisher) });
    if let (Some(url), Some(map)) = (&metric.source.url, source.as_object_mut()) {
        map.insert("path".to_owned(), json!(url));
    }
    let name = table.path().trim_start_matches("downloads/").trim_end_matches(".csv");
    json!({
        "name": name,
        "path": table.path(),
        "profile": "tabular-data-resource",
        "title": table.title(),
        "description": table.description(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": table.file.bytes.len(),
        "hash": format!("sha256:{}", sha256(&table.file.bytes)),
        "dialect": { "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "sources": [source],
        "schema": { "fields": table.fields().iter().map(field).collect::<Vec<Value>>(), "missingValues": [""] },
    })
}

/// The digest of a published file, 64 hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
