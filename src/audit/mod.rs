//! Rules over pages: what a reader would stumble over, found before it is published.
//!
//! In: documents and finished pages. Out: findings. Each rule is a file named after its code.
//! Not here: levels and allowances; those are the pipeline's.

pub mod words;
