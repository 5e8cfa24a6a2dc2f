//! Metadata of a CSV after "CSV on the Web" (W3C Recommendation), in a file beside it.
//!
//! In: a table, the settings. Out: JSON-LD. Not here: what a column is.

use serde_json::{Map, Value, json};

use super::Table;
use super::fields::Field;
use crate::model::settings::Settings;

/// The metadata of a CSV.
pub(super) fn metadata(table: &Table<'_>, settings: &Settings) -> Value {
    let metric = table.metric;
    let file = table.path().rsplit('/').next().unwrap_or_default();
    let mut map = Map::new();
    let mut say = |key: &str, value: Value| drop(map.insert(key.to_owned(), value));
    say("@context", json!(["http://www.w3.org/ns/csvw", { "@language": settings.language }]));
    say("url", json!(file));
    say("dc:title", json!(table.title()));
    say("dc:description", json!(table.description()));
    say("dc:publisher", json!(settings.organisation));
    say("dc:language", json!(settings.language));
    say("dc:source", json!(format!("{}, {}", metric.source.title, metric.source.publisher)));
    if let Some(licence) = settings.licence {
        say("dc:license", json!({ "@id": licence.url() }));
    }
    say(
        "dialect",
        json!({ "encoding": "utf-8", "header": true, "delimiter": ",", "quoteChar": "\"", "doubleQuote": true }),
    );
    say("tableSchema", json!({ "columns": table.fields().iter().map(column).collect::<Vec<Value>>() }));
    Value::Object(map)
}

fn column(field: &Field) -> Value {
    // A name of CSVW has letters, digits and underscores only; the title is the heading as it stands.
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let name: String = field.name.chars().map(letter).collect();
    let datatype = if field.choices.is_empty() {
        json!(field.kind.csvw())
    } else {
        let choices: Vec<String> =
            field.choices.iter().map(|choice| choice.replace('[', "\\[").replace(']', "\\]")).collect();
        json!({ "base": "string", "format": format!("^({})$", choices.join("|")) })
    };
    json!({
        "name": name.trim_start_matches('_'),
        "titles": field.name,
        "dc:description": field.description,
        "datatype": datatype,
        "null": "",
    })
}
