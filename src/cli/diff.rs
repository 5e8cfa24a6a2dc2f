//! `candour diff OLD NEW`: every sentence, card and chart whose number changes between two folders of a site.
//!
//! In: two folders. Out: lines for people, or `{"version":1,"items":[…]}`. Exit code 0, also where something changes.
//! Not here: whether a change is right.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};

use super::arguments::{Common, Diff, Format};
use super::{report, surroundings};
use crate::diag::failure::Failure;
use crate::evidence::lineage::{Statement, statements};
use crate::model::strings::Strings;
use crate::pipeline::{self, Loaded};

/// Prints what changes.
pub(super) fn diff(common: &Common, flags: &Diff) -> Result<ExitCode, Failure> {
    let (old, new) = (stated(common, &flags.old)?, stated(common, &flags.new)?);
    let items = changes(&old, &new);
    let text = match common.format {
        Format::Json => format!("{}\n", json!({ "version": 1, "items": items })),
        _ => lines(&items),
    };
    report::out(&text);
    Ok(ExitCode::SUCCESS)
}

/// What a site says with figures, by what it is about.
type Stated = BTreeMap<(String, String, u32), (Statement, String)>;

fn stated(common: &Common, root: &Path) -> Result<Stated, Failure> {
    let options = surroundings::options(common)?;
    let (tree, findings) = pipeline::sources(root)?;
    let loaded = pipeline::load(tree, findings, &options, &pipeline::Unwatched)?;
    let none = Strings::default();
    let strings = loaded.theme.strings_for(&loaded.site.settings.language).unwrap_or(&none);
    let mut all = Stated::new();
    for statement in statements(&loaded.site, &loaded.metrics, strings) {
        let place = place(&loaded, &statement);
        // The same words may stand twice on a page.
        let mut key = (statement.page.clone(), statement.key.clone(), 0);
        while all.contains_key(&key) {
            key.2 += 1;
        }
        all.insert(key, (statement, place));
    }
    Ok(all)
}

fn place(loaded: &Loaded, statement: &Statement) -> String {
    let text = loaded.tree.file(statement.span.file).map_or("", |file| file.text.as_str());
    let (line, column) = crate::model::source::line_column(text, statement.span.range().start);
    format!("{}:{line}:{column}", loaded.tree.path(statement.span.file))
}

/// Statements whose text changes, and those that only one of the sites makes.
fn changes(old: &Stated, new: &Stated) -> Vec<Value> {
    let mut keys: Vec<_> = old.keys().chain(new.keys()).collect();
    keys.sort();
    keys.dedup();
    let mut items = Vec::new();
    for key in keys {
        let (before, after) = (old.get(key), new.get(key));
        let text = |side: Option<&(Statement, String)>| side.map(|(statement, _)| statement.text.clone());
        let Some((shown, place)) = after.or(before) else { continue };
        if text(before) != text(after) {
            items.push(json!({
                "page": shown.page, "kind": shown.kind, "figures": shown.figures, "place": place,
                "old": text(before), "new": text(after),
            }));
        }
    }
    items
}

fn lines(items: &[Value]) -> String {
    if items.is_empty() {
        return "no figure changes\n".to_owned();
    }
    let mut out = String::new();
    for item in items {
        let word = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default();
        out.push_str(&format!("{} {} ({})\n", word("place"), word("kind"), word("page")));
        for (sign, key) in [("-", "old"), ("+", "new")] {
            if !word(key).is_empty() {
                out.push_str(&format!("  {sign} {}\n", word(key)));
            }
        }
    }
    out
}
