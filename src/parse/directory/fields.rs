//! The fields of an entry: their names, in YAML and as columns of a table.
//!
//! A name with a dot is a field in a mapping (`place: { town: … }`), and a column of that very name. Not here: what a
//! field means.

/// Whether a field holds one text or several.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Shape {
    /// One.
    One,
    /// Several: a list in YAML, parts between semicolons in a table.
    Many,
}

use Shape::{Many, One};

/// Every field with its shape.
pub(super) const FIELDS: [(&str, Shape); 47] = [
    ("id", One),
    ("slug", One),
    ("name", One),
    ("summary", One),
    ("description", One),
    ("provider.name", One),
    ("provider.description", One),
    ("provider.email", One),
    ("provider.web", One),
    ("provider.id", One),
    ("needs", Many),
    ("place.name", One),
    ("place.address", Many),
    ("place.town", One),
    ("place.county", One),
    ("place.postcode", One),
    ("place.latitude", One),
    ("place.longitude", One),
    ("place.access", Many),
    ("place.access_note", One),
    ("place.id", One),
    ("offered", Many),
    ("cost", Many),
    ("minimum_age", One),
    ("maximum_age", One),
    ("times", Many),
    ("times_note", One),
    ("closed", Many),
    ("contact", One),
    ("phone", One),
    ("text", One),
    ("email", One),
    ("web", One),
    ("area", One),
    ("languages", Many),
    ("who", One),
    ("how", One),
    ("status", One),
    ("alert", One),
    ("last_checked", One),
    ("checked_by", One),
    ("updated", One),
    ("sensitive", One),
    ("council", One),
    ("neighbour", One),
    ("example", One),
    ("allow", Many),
];

/// Fields that hold fields. A text in their place is their name.
pub(super) const GROUPS: [&str; 2] = ["provider", "place"];

/// The field behind a name, or behind the name of a group.
pub(super) fn named(name: &str) -> Option<(&'static str, Shape)> {
    let is_it = |field: &str| {
        field == name || field.strip_suffix(".name").is_some_and(|group| group == name && GROUPS.contains(&group))
    };
    FIELDS.into_iter().find(|(field, _)| is_it(field))
}

/// The names that may stand at the top of an entry.
pub(super) fn outer() -> Vec<&'static str> {
    let plain = FIELDS.into_iter().map(|(name, _)| name).filter(|name| !name.contains('.'));
    plain.chain(GROUPS).collect()
}

/// The names that may stand in a group.
pub(super) fn inner(group: &str) -> Vec<&'static str> {
    let of = |name: &'static str| name.strip_prefix(group)?.strip_prefix('.');
    FIELDS.into_iter().filter_map(|(name, _)| of(name)).collect()
}
