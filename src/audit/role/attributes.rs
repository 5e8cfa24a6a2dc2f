//! The attributes of ARIA: their values, and sets of them.
//!
//! In: names. Out: [`Aria`], [`Attributes`]. The lists in the table of roles are read when the program is compiled, so a
//! name that does not exist does not compile. Not here: which role takes what.

use crate::audit::tree::Name;

/// What values an attribute takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Value {
    /// `true` or `false`.
    Boolean,
    /// One of these words.
    Token(&'static str),
    /// Some of these words.
    Tokens(&'static str),
    /// The id of an element.
    IdRef,
    /// Ids of elements.
    IdRefs,
    /// A whole number, this at least.
    Integer(i64),
    /// A number.
    Number,
    /// Any words.
    Text,
}

/// An attribute of ARIA.
#[derive(Debug)]
pub(crate) struct Aria {
    /// Its name without `aria-`.
    pub(crate) name: &'static str,
    /// What it takes.
    pub(crate) value: Value,
    /// Whether all elements may have it.
    pub(crate) global: bool,
    /// Whether it may stand empty.
    pub(crate) may_be_empty: bool,
    /// Whether browsers take its words only in lower case.
    pub(crate) needs_lower_case: bool,
}

impl Aria {
    /// Whether the standard advises against it.
    pub(crate) fn is_deprecated(&self) -> bool {
        matches!(self.name, "dropeffect" | "grabbed")
    }

    /// The attribute as a set of one.
    pub(crate) fn set(&self) -> Attributes {
        Attributes::of(self.name)
    }
}

/// A set of attributes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Attributes(u64);

impl Attributes {
    /// No attribute.
    pub(crate) const NONE: Self = Self(0);

    /// The attributes of a list of names without `aria-`, with spaces between.
    ///
    /// # Panics
    ///
    /// On a name that does not exist, which in a table stops the compiler.
    pub(crate) const fn of(names: &str) -> Self {
        let bytes = names.as_bytes();
        let mut set = 0;
        let mut start = 0;
        while start < bytes.len() {
            let mut end = start;
            while end < bytes.len() && bytes[end] != b' ' {
                end += 1;
            }
            set |= bit(bytes, start, end);
            start = end + 1;
        }
        Self(set)
    }

    /// Both sets.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of another set are in it.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Its attributes.
    pub(crate) fn iter(self) -> impl Iterator<Item = &'static Aria> {
        ARIA.iter().enumerate().filter(move |(at, _)| self.0 >> at & 1 == 1).map(|(_, known)| known)
    }
}

const fn bit(bytes: &[u8], start: usize, end: usize) -> u64 {
    let mut at = 0;
    while at < TABLE.len() {
        let name = TABLE[at].name.as_bytes();
        let mut same = 0;
        while same < name.len() && start + same < end && bytes[start + same] == name[same] {
            same += 1;
        }
        if same == name.len() && same == end - start {
            return 1 << at;
        }
        at += 1;
    }
    panic!("no such attribute of ARIA")
}

/// The attribute of that name, if ARIA has it.
pub(crate) fn aria(name: &Name) -> Option<&'static Aria> {
    let name = name.strip_prefix("aria-")?;
    ARIA.binary_search_by(|known| known.name.cmp(name)).ok().and_then(|at| ARIA.get(at))
}

/// All attributes, by name; for the nearest to a name that does not exist.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    ARIA.iter().map(|known| known.name)
}

const fn own(name: &'static str, value: Value) -> Aria {
    Aria { name, value, global: false, may_be_empty: false, needs_lower_case: false }
}

const fn any(name: &'static str, value: Value) -> Aria {
    Aria { global: true, ..own(name, value) }
}

impl Aria {
    const fn or_empty(self) -> Self {
        Self { may_be_empty: true, ..self }
    }

    const fn in_lower_case(self) -> Self {
        Self { needs_lower_case: true, ..self }
    }
}

static ARIA: [Aria; 54] = TABLE;

use Value::{Boolean, IdRef, IdRefs, Integer, Number, Text, Token, Tokens};

/// In order of the names.
const TABLE: [Aria; 54] = [
    any("actions", IdRefs).or_empty(),
    own("activedescendant", IdRef).or_empty(),
    any("atomic", Boolean),
    own("autocomplete", Token("both inline list none")),
    any("braillelabel", Text).or_empty(),
    any("brailleroledescription", Text).or_empty(),
    any("busy", Boolean).in_lower_case(),
    own("checked", Token("false mixed true undefined")).in_lower_case(),
    own("colcount", Integer(-1)),
    own("colindex", Integer(1)),
    own("colindextext", Text).or_empty(),
    own("colspan", Integer(1)),
    any("controls", IdRefs).or_empty(),
    any("current", Token("date false location page step time true")).or_empty().in_lower_case(),
    any("describedby", IdRefs).or_empty(),
    any("description", Text).or_empty(),
    any("details", IdRefs).or_empty(),
    any("disabled", Boolean),
    any("dropeffect", Tokens("copy execute link move none popup")),
    any("errormessage", IdRefs).or_empty(),
    own("expanded", Token("false true undefined")),
    any("flowto", IdRefs).or_empty(),
    any("grabbed", Token("false true undefined")),
    any("haspopup", Token("dialog false grid listbox menu tree true")).or_empty(),
    any("hidden", Token("false true undefined")),
    any("invalid", Token("false grammar spelling true")),
    any("keyshortcuts", Text).or_empty(),
    any("label", Text).or_empty(),
    any("labelledby", IdRefs).or_empty(),
    own("level", Integer(1)),
    any("live", Token("assertive off polite")),
    own("modal", Boolean),
    own("multiline", Boolean).in_lower_case(),
    own("multiselectable", Boolean),
    own("orientation", Token("horizontal undefined vertical")),
    any("owns", IdRefs).or_empty(),
    own("placeholder", Text).or_empty(),
    own("posinset", Integer(1)),
    own("pressed", Token("false mixed true undefined")).in_lower_case(),
    own("readonly", Boolean).in_lower_case(),
    any("relevant", Tokens("additions all removals text")).in_lower_case(),
    own("required", Boolean).in_lower_case(),
    any("roledescription", Text).or_empty(),
    own("rowcount", Integer(-1)),
    own("rowindex", Integer(1)),
    own("rowindextext", Text).or_empty(),
    own("rowspan", Integer(0)),
    own("selected", Token("false true undefined")),
    own("setsize", Integer(-1)),
    own("sort", Token("ascending descending none other")).in_lower_case(),
    own("valuemax", Number),
    own("valuemin", Number),
    own("valuenow", Number),
    own("valuetext", Text).or_empty(),
];
