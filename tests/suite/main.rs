//! All tests over the whole library, in one binary.

mod chart_properties;
mod charts;
mod metrics;
