//! Fields of a JSON object, those without a value left out (Open Referral UK: never null, never empty).

use serde_json::{Map, Value};

use crate::model::quantity::Decimal;
use crate::model::uuid::Uuid;

/// An object while it is made.
#[derive(Default)]
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    /// A UUID.
    pub(super) fn id(&mut self, key: &str, id: Uuid) {
        self.0.insert(key.to_owned(), Value::String(id.to_string()));
    }

    /// A text, unless it is empty.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.0.insert(key.to_owned(), Value::String(text.to_owned()));
        }
    }

    /// A text that may be missing.
    pub(super) fn maybe(&mut self, key: &str, text: Option<&str>) {
        self.text(key, text.unwrap_or_default());
    }

    /// A number that may be missing.
    pub(super) fn number(&mut self, key: &str, number: Option<Decimal>) {
        let digits = number.map(|number| number.normalize().to_string());
        let number = digits.and_then(|digits| {
            let whole = digits.parse::<i64>().map(Value::from);
            whole.or_else(|_| digits.parse::<f64>().map(Value::from)).ok()
        });
        if let Some(number) = number {
            self.0.insert(key.to_owned(), number);
        }
    }

    /// A truth value, where it is true.
    pub(super) fn flag(&mut self, key: &str, truth: bool) {
        if truth {
            self.0.insert(key.to_owned(), Value::Bool(true));
        }
    }

    /// An object.
    pub(super) fn object(&mut self, key: &str, object: Map<String, Value>) {
        if !object.is_empty() {
            self.0.insert(key.to_owned(), Value::Object(object));
        }
    }

    /// A list, unless it is empty.
    pub(super) fn list(&mut self, key: &str, list: Vec<Value>) {
        if !list.is_empty() {
            self.0.insert(key.to_owned(), Value::Array(list));
        }
    }

    /// The object.
    pub(super) fn done(self) -> Map<String, Value> {
        self.0
    }
}
