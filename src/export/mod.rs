//! Everything that is published and is no page.

pub mod downloads;
