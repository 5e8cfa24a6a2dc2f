//! Findings about allowances that do nothing: `allow:` in a page or in the note of a metric.
//!
//! In: an allowance and why it does nothing. Out: the finding, at the code as it is typed.
//! Not here: which findings an allowance silences.

use super::{Diagnostic, Place};
use crate::model::document::Allow;
use crate::model::source::FileId;

/// Where the code of an allowance is typed.
pub fn place(file: FileId, allow: &Allow) -> Place {
    Place::Value(file, format!("allow.{}.code", allow.at))
}

/// Nothing has this finding any more.
pub fn unused(place: Place, code: &str, what: &str) -> Diagnostic {
    Diagnostic::warning("allow-unused", format!("nothing {what} has the finding `{code}`"), place)
        .help("take this entry out of `allow:`; if it is left, it hides the next fault of this kind")
}

/// No finding has this code.
pub fn unknown(place: Place, code: &str, near: Option<&str>) -> Diagnostic {
    let finding = Diagnostic::warning("allow-unused", format!("no finding has the code `{code}`"), place);
    match near {
        Some(near) => finding.help(format!("write `{near}`, or take the entry out")),
        None => finding.help("take the entry out; `candour explain --list` lists the codes"),
    }
}

/// This finding cannot be allowed here.
pub fn binding(place: Place, code: &str) -> Diagnostic {
    Diagnostic::warning("allow-unused", format!("`{code}` cannot be allowed here"), place)
        .help(format!("take the entry out; `candour explain {code}` says what to do in its place"))
}
