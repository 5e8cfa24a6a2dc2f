//! The documents say what is so: every code has its page and every example in a page or in the README does what it says.
//!
//! In: `src/explain/`, `README.md`, `schemas/`, the sources. Not here: what a finding looks like on a terminal.

mod codes;
mod explain;
mod readme;
mod schemas;
mod site;
