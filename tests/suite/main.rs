//! The one test binary: each subject is a module.

#[cfg(test)]
mod metrics;
#[cfg(test)]
mod publish;
