//! Candour: a static site generator for public adult social care.
//!
//! From Markdown and data files it builds accessible information pages and impact reports whose every figure can be
//! traced. This library serves the binary of the same name; `src/README.md` is the plan of the house.

pub mod assemble;
pub mod audit;
pub mod chart;
pub mod cli;
pub mod diag;
pub mod embedded;
pub mod evidence;
pub mod export;
pub mod mend;
pub mod model;
pub mod page;
pub mod parse;
pub mod pipeline;
pub mod publish;
pub mod read;
pub mod render;
pub mod serve;
pub mod theme;
