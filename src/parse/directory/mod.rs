//! `data/directory/` into entries, and `data/needs.yaml` into needs.
//!
//! In: a YAML file with one entry, or a CSV table with many. Out: [`Entry`]s, and findings with their places.
//! A sensitive entry loses its place here, so that no later stage can print it.
//! Not here: whether two entries are one, whether a need exists, whether a check is overdue.

pub mod contact;
pub mod cost;
mod entry;
mod fields;
mod needs;
mod record;
mod secret;
mod times;
pub mod venue;

pub use needs::needs;
pub use times::{closed, opening};

use self::record::Record;
use super::{table, yaml};
use crate::diag::Checked;
use crate::model::directory::{Entry, Origin};
use crate::model::slug::slug;
use crate::model::source::{FileId, SourceFile};

/// Reads a file of the directory; `site` tells this directory from others.
pub fn entries(file: FileId, source: &SourceFile, site: &str) -> Checked<Vec<Entry>> {
    if source.path.ends_with(".csv") {
        return of_table(file, source, site);
    }
    let mut findings = Vec::new();
    let Some(yaml) = yaml::read(file, &source.text, 0).into(&mut findings) else {
        return Checked::new(Vec::new(), findings);
    };
    let Some(root) = yaml.mapping(&mut findings) else { return Checked::new(Vec::new(), findings) };
    let stem = source.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".yaml").trim_end_matches(".yml");
    let record = Record::of_mapping(file, root, &mut findings);
    let allow = root.allow_of("allow", &mut findings);
    let known = entry::Known { site, slug: slug(stem), origin: Origin::File(file) };
    let entry = entry::entry(&record, &known, &mut findings);
    Checked::new(entry.map(|entry| Entry { allow, ..entry }).into_iter().collect(), findings)
}

fn of_table(file: FileId, source: &SourceFile, site: &str) -> Checked<Vec<Entry>> {
    let mut findings = Vec::new();
    let mut entries = Vec::new();
    if let Some(table) = table::read(file, &source.text).into(&mut findings) {
        let columns = record::columns(&table, &mut findings);
        for row in 0..table.rows() {
            let (record, span) = Record::of_row(&table, &columns, row);
            let known = entry::Known { site, slug: String::new(), origin: Origin::Row(span) };
            entries.extend(entry::entry(&record, &known, &mut findings));
        }
    }
    Checked::new(entries, findings)
}
