//! A cursor over what was read.
//!
//! In: a [`Yaml`]. Out: entries, texts, truth values, dates, and the path of a value when a finding wants it.
//! Nothing here raises a finding; `fields.rs` does.

use std::borrow::Cow;

use super::Yaml;
use super::value::Value;
use crate::diag::Place;
use crate::model::date::Date;
use crate::model::source::{Span, Spanned};

/// One value of a text. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Node<'y> {
    pub(super) yaml: &'y Yaml<'y>,
    pub(super) value: &'y Value<'y>,
}

impl<'y> Node<'y> {
    pub(super) fn new(yaml: &'y Yaml<'y>, value: &'y Value<'y>) -> Self {
        Self { yaml, value }
    }

    /// The value behind a key of a mapping.
    pub fn get(self, key: &str) -> Option<Self> {
        let Value::Map(entries) = self.value else { return None };
        entries.iter().find(|(name, _)| name == key).map(|(_, value)| Self::new(self.yaml, value))
    }

    /// Keys and values of a mapping as typed; nothing for another shape.
    pub fn entries(self) -> impl Iterator<Item = (&'y str, Self)> {
        let entries = if let Value::Map(entries) = self.value { entries.as_slice() } else { &[] };
        entries.iter().map(move |(key, value)| (key.as_ref(), Self::new(self.yaml, value)))
    }

    /// Entries of a list; nothing for another shape.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let values = if let Value::List(values) = self.value { values.as_slice() } else { &[] };
        values.iter().map(move |value| Self::new(self.yaml, value))
    }

    /// Whether it is a mapping.
    pub fn is_mapping(self) -> bool {
        matches!(self.value, Value::Map(_))
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        matches!(self.value, Value::List(_))
    }

    /// Whether nothing stands there.
    pub fn is_null(self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// A single value as a text. A number or truth value comes as it is typed: `+44`, `7.20`, `True`.
    pub fn text(self) -> Option<Cow<'y, str>> {
        match self.value {
            Value::Text(text) => Some(Cow::Borrowed(text)),
            Value::Bool(_) | Value::Integer(_) | Value::Float(_) => Some(self.as_typed()),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// A number as it is typed, so that no digit passes through binary floating point.
    pub fn number(self) -> Option<Cow<'y, str>> {
        matches!(self.value, Value::Integer(_) | Value::Float(_)).then(|| self.as_typed())
    }

    /// A whole number.
    pub fn whole(self) -> Option<i64> {
        if let Value::Integer(number) = self.value { i64::try_from(*number).ok() } else { None }
    }

    /// A truth value: `true` or `false`, nothing else.
    pub fn as_bool(self) -> Option<bool> {
        if let Value::Bool(truth) = self.value { Some(*truth) } else { None }
    }

    /// A calendar date, `YYYY-MM-DD`.
    pub fn date(self) -> Option<Date> {
        self.text()?.trim().parse().ok()
    }

    /// Its path from the root: `meets.0`, `source.title`; empty for the root.
    pub fn path(self) -> String {
        let mut path = String::new();
        path_to(&self.yaml.root, self.value, &mut path);
        path
    }

    /// A place for a finding about the key; for an entry of a list, the entry.
    pub fn key_place(self) -> Place {
        Place::Key(self.yaml.file, self.path())
    }

    /// A place for a finding about the value.
    pub fn place(self) -> Place {
        Place::Value(self.yaml.file, self.path())
    }

    /// Where the value stands, for figures that always carry their place.
    pub fn span(self) -> Span {
        let range = self.yaml.places().nearest(&self.path()).map_or(0..0, |spot| spot.value.clone());
        Span::new(self.yaml.file, self.yaml.offset + range.start, self.yaml.offset + range.end)
    }

    /// A single value as typed, with its place.
    pub fn spanned_text(self) -> Option<Spanned<String>> {
        let text = self.text()?.trim().to_owned();
        Some(Spanned { value: text, span: self.span() })
    }

    fn as_typed(self) -> Cow<'y, str> {
        let range = self.yaml.places().by_path.get(&self.path()).map(|spot| spot.value.clone());
        if let Some(typed) = range.and_then(|range| self.yaml.text.get(range)) {
            return Cow::Borrowed(typed);
        }
        match self.value {
            Value::Integer(number) => Cow::Owned(number.to_string()),
            Value::Float(number) => Cow::Owned(number.to_string()),
            Value::Bool(truth) => Cow::Owned(truth.to_string()),
            _ => Cow::Borrowed(""),
        }
    }
}

/// Finds a value by its address in memory, which costs nothing until a finding wants to know.
fn path_to(from: &Value<'_>, to: &Value<'_>, path: &mut String) -> bool {
    if std::ptr::eq(std::ptr::from_ref(from).cast::<u8>(), std::ptr::from_ref(to).cast::<u8>()) {
        return true;
    }
    let length = path.len();
    let mut enter = |step: &str, value: &Value<'_>| {
        if length > 0 {
            path.push('.');
        }
        path.push_str(step);
        let found = path_to(value, to, path);
        if !found {
            path.truncate(length);
        }
        found
    };
    match from {
        Value::List(values) => values.iter().enumerate().any(|(at, value)| enter(&at.to_string(), value)),
        Value::Map(entries) => entries.iter().any(|(key, value)| enter(key, value)),
        _ => false,
    }
}
