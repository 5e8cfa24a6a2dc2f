//! The one test binary: each subject is a module.

#[cfg(test)]
mod publish;
