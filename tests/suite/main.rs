//! The one test binary: each subject is a module.

#[cfg(test)]
mod chart_properties;
#[cfg(test)]
mod charts;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod metrics;
#[cfg(test)]
mod processes;
#[cfg(test)]
mod publish;

#[cfg(test)]
mod serve;
