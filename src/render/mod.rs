//! Rendering: views into HTML through the theme's templates.
//!
//! In: views with their bodies, the theme. Out: HTML text. Every text is escaped by the template engine or was before.
//! Not here: the site; a template sees one view and the words of its language.

mod blocks;
mod body;
mod engine;
pub mod figure;
mod page;
pub mod picture;
mod processes;
mod whole;

pub use engine::{Engine, Fault, engine};
pub use page::{Frame, Rendered, breadcrumbs, card, entry, frame, item, page};
