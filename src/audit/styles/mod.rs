//! What style sheets say of each element, as far as the files alone decide it, on a light screen of 1280 pixels.
//!
//! In: a tree and its sheets. Out: [`Styles`]. Where anything is uncertain, nothing is said.
//! Not here: opinions on the values.

mod cascade;
mod colour;
mod computed;
mod focus;
mod hints;
mod media;
mod mixed;
mod of_page;
mod reader;
mod selector;
mod sheet;
mod traits;
mod value;

pub use cascade::Sheets;
pub(super) use colour::Rgba;
pub(super) use computed::Computed;
pub(super) use focus::{Focus, fixed_line_height, fixed_spacing};
pub(super) use of_page::Styles;
pub use sheet::Sheet;
