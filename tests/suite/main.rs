//! The one test binary: each subject is a module.

#[cfg(test)]
mod architecture;
mod audit_bounds;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod chart_properties;
#[cfg(test)]
mod charts;
#[cfg(test)]
mod claims;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod control;
#[cfg(test)]
mod directory;
#[cfg(test)]
mod documents;
#[cfg(test)]
mod downloads;
mod duties;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod formats;
mod glossary;
#[cfg(test)]
mod information;
#[cfg(test)]
mod kind_properties;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod mending;
#[cfg(test)]
mod metrics;
#[cfg(test)]
mod mistakes;
#[cfg(test)]
mod open_data;
#[cfg(test)]
mod page_types;
#[cfg(test)]
mod processes;
#[cfg(test)]
mod publish;
#[cfg(test)]
mod reports;
mod risk;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod same_bytes;
#[cfg(test)]
mod search;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod serve;
#[cfg(test)]
mod sites;
#[cfg(test)]
mod statement;
#[cfg(test)]
mod support;
#[cfg(test)]
mod variants;
#[cfg(test)]
mod whole_site;
