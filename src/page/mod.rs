//! What each page shows, as plain views.

pub mod figure;
