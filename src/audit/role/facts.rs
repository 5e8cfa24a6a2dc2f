//! What WAI-ARIA says of a role.
//!
//! In: nothing. Out: [`Facts`], put together in `table.rs` when the program is compiled. Not here: which roles there are.

use super::attributes::Attributes;

/// What sort of role it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sort {
    /// For the standard itself; nobody may write it.
    Abstract,
    /// Holds or shows content.
    Structure,
    /// A region of the page.
    Landmark,
    /// People act on it.
    Widget,
    /// A widget that holds others.
    Composite,
    /// A window in the page.
    Window,
}

/// What the standards say of a role.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a column of the standard's table")]
pub(crate) struct Facts {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its sort.
    pub(crate) sort: Sort,
    /// Roles it is a kind of, with spaces between; for the test that holds the table to itself.
    #[cfg_attr(not(test), expect(dead_code, reason = "the table is held to itself by tests"))]
    pub(crate) above: &'static str,
    /// Attributes it takes, the required ones too, beyond those that all take.
    pub(crate) supported: Attributes,
    /// Attributes it must have.
    pub(crate) required: Attributes,
    /// Whether its name may come from what is in it.
    pub(crate) named_by_content: bool,
    /// Whether it must have a name.
    pub(crate) needs_name: bool,
    /// Whether authors may not name it.
    pub(crate) naming_prohibited: bool,
    /// Roles it must stand in, with spaces between.
    pub(crate) context: &'static str,
    /// Roles of which it must hold one, and besides which it holds no others.
    pub(crate) owned: &'static str,
    /// Whether what is in it is shown as plain text.
    pub(crate) is_flat: bool,
    /// Whether the standard advises against it.
    pub(crate) deprecated: bool,
}

/// A role with nothing special.
pub(super) const fn role(sort: Sort, name: &'static str, above: &'static str) -> Facts {
    Facts {
        name,
        sort,
        above,
        supported: Attributes::NONE,
        required: Attributes::NONE,
        named_by_content: false,
        needs_name: false,
        naming_prohibited: false,
        context: "",
        owned: "",
        is_flat: false,
        deprecated: false,
    }
}

impl Facts {
    /// Attributes it takes.
    pub(super) const fn takes(self, names: &str) -> Self {
        Self { supported: self.supported.and(Attributes::of(names)), ..self }
    }

    /// Attributes it must have.
    pub(super) const fn needs(self, names: &str) -> Self {
        Self { required: Attributes::of(names), ..self }.takes(names)
    }

    /// Its name may come from its content.
    pub(super) const fn by_content(self) -> Self {
        Self { named_by_content: true, ..self }
    }

    /// It must have a name.
    pub(super) const fn named(self) -> Self {
        Self { needs_name: true, ..self }
    }

    /// Nobody may name it.
    pub(super) const fn unnamed(self) -> Self {
        Self { naming_prohibited: true, ..self }
    }

    /// Roles it must stand in.
    pub(super) const fn inside(self, context: &'static str) -> Self {
        Self { context, ..self }
    }

    /// Roles it holds.
    pub(super) const fn holds(self, owned: &'static str) -> Self {
        Self { owned, ..self }
    }

    /// What is in it is shown as plain text.
    pub(super) const fn flat(self) -> Self {
        Self { is_flat: true, ..self }
    }

    /// Not for new pages.
    pub(super) const fn old(self) -> Self {
        Self { deprecated: true, ..self }
    }

    /// Whether a list of roles such as `owned` has a role.
    pub(crate) fn lists(list: &str, role: &str) -> bool {
        list.split(' ').any(|listed| listed == role)
    }
}
