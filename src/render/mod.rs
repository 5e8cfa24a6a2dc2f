//! Views into HTML.

pub mod figure;
