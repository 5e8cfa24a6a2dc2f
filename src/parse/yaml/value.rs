//! YAML texts into plain values. The only file that names `serde_yaml`.
//!
//! In: a text without anchors (the caller has looked). Out: [`Value`], borrowing from the text where it can, with what the
//! text broke on the way. Numbers keep their kind only: whoever needs the digits as typed asks the finder for them.
//! Not here: places, findings, meaning.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};

/// How deep lists and mappings may stand in one another.
const DEPTH_LIMIT: usize = 64;
/// What the reader says when the limit is passed; recognised below.
const TOO_DEEP: &str = "candour: nested too deep";
/// What the reader says when a key is a list or a mapping; recognised below.
const KEY_NOT_TEXT: &str = "candour: key is not a text";

/// A value as YAML resolves it. `yes`, `no`, `on`, `off` and `1:30` are texts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'t> {
    /// Nothing stands there, or `null`, or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, by its value; `+44` and `0x2c` are told apart only by the text.
    Integer(i128),
    /// Another number, by an approximation.
    Float(f64),
    /// A text.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Value<'t>>),
    /// A mapping in the order typed; a repeated key stands in it twice.
    Map(Vec<(Cow<'t, str>, Value<'t>)>),
}

/// What a whole text holds.
pub(super) struct Reading<'t> {
    /// The first document.
    pub(super) value: Value<'t>,
    /// A mapping has a key twice.
    pub(super) repeated: bool,
    /// A value has a tag, such as `!secret`.
    pub(super) tagged: bool,
    /// More than one document.
    pub(super) several: bool,
}

/// Why a text is no YAML.
pub(super) struct Fault {
    /// What is wrong.
    pub(super) kind: FaultKind,
    /// Line and column from 1, the column in characters, where the library knows them.
    pub(super) at: Option<(usize, usize)>,
}

/// Kinds of [`Fault`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum FaultKind {
    /// The library's own words for a fault of syntax.
    Syntax(String),
    /// An alias without its anchor.
    Alias,
    /// Lists and mappings nested too deep.
    Depth,
    /// A key that is a list or a mapping.
    Key,
}

/// Reads a text.
pub(super) fn value(text: &str) -> Result<Reading<'_>, Fault> {
    let marks = Marks::default();
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let value = match documents.next() {
        Some(document) => Seed { depth: 0, marks: &marks }.deserialize(document).map_err(|error| fault(&error))?,
        None => Value::Null,
    };
    let several = documents.next().is_some();
    Ok(Reading { value, repeated: marks.repeated.get(), tagged: marks.tagged.get(), several })
}

fn fault(error: &serde_yaml::Error) -> Fault {
    let words = error.to_string();
    let kind = if words.contains(TOO_DEEP) {
        FaultKind::Depth
    } else if words.contains(KEY_NOT_TEXT) {
        FaultKind::Key
    } else if words.contains("unknown anchor") {
        FaultKind::Alias
    } else {
        FaultKind::Syntax(words)
    };
    Fault { kind, at: error.location().map(|at| (at.line(), at.column())) }
}

#[derive(Default)]
struct Marks {
    repeated: Cell<bool>,
    tagged: Cell<bool>,
}

#[derive(Clone, Copy)]
struct Seed<'m> {
    depth: usize,
    marks: &'m Marks,
}

impl Seed<'_> {
    fn inner<E: Error>(self) -> Result<Self, E> {
        if self.depth >= DEPTH_LIMIT {
            return Err(E::custom(TOO_DEEP));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'t> DeserializeSeed<'t> for Seed<'_> {
    type Value = Value<'t>;

    fn deserialize<D: Deserializer<'t>>(self, reader: D) -> Result<Value<'t>, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Seed<'_> {
    type Value = Value<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value<'t>, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value<'t>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value<'t>, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'t>, E> {
        Ok(Value::Integer(i128::from(number)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'t>, E> {
        Ok(Value::Integer(i128::from(number)))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Value<'t>, E> {
        Ok(Value::Integer(number))
    }

    fn visit_u128<E>(self, _number: u128) -> Result<Value<'t>, E> {
        Ok(Value::Float(f64::INFINITY))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'t>, E> {
        Ok(Value::Float(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'t>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'t str) -> Result<Value<'t>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<Value<'t>, A::Error> {
        let seed = self.inner()?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(seed)? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Value<'t>, A::Error> {
        let seed = self.inner()?;
        let mut entries: Vec<(Cow<'t, str>, Value<'t>)> = Vec::new();
        while let Some(key) = map.next_key_seed(seed)? {
            let key = key_text(key).ok_or_else(|| A::Error::custom(KEY_NOT_TEXT))?;
            entries.push((key, map.next_value_seed(seed)?));
        }
        if has_repeats(&entries) {
            self.marks.repeated.set(true);
        }
        Ok(Value::Map(entries))
    }

    fn visit_enum<A: EnumAccess<'t>>(self, tagged: A) -> Result<Value<'t>, A::Error> {
        self.marks.tagged.set(true);
        let seed = self.inner()?;
        let (_, content) = tagged.variant::<String>()?;
        content.newtype_variant_seed(seed)
    }
}

fn key_text(key: Value<'_>) -> Option<Cow<'_, str>> {
    match key {
        Value::Null => Some(Cow::Borrowed("null")),
        Value::Bool(truth) => Some(Cow::Borrowed(if truth { "true" } else { "false" })),
        Value::Integer(number) => Some(Cow::Owned(number.to_string())),
        Value::Float(number) => Some(Cow::Owned(number.to_string())),
        Value::Text(text) => Some(text),
        Value::List(_) | Value::Map(_) => None,
    }
}

/// Small mappings are compared pair by pair; large ones are sorted first.
fn has_repeats(entries: &[(Cow<'_, str>, Value<'_>)]) -> bool {
    if entries.len() <= 24 {
        return entries.iter().enumerate().any(|(at, (key, _))| entries.iter().take(at).any(|(other, _)| other == key));
    }
    let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_ref()).collect();
    keys.sort_unstable();
    keys.windows(2).any(|pair| pair.first() == pair.last())
}
