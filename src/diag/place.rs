//! From a finding's place to what outputs print: path, line, column.
//!
//! In: a [`Place`] and the sources. Out: [`Printed`]. Places of YAML keys are turned into spans before this.
//! Not here: any format.

use super::Place;
use crate::model::source::{SourceTree, Span, line_column};

/// A place as outputs print it. Lines and columns count from 1; columns count characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Path from the site's root; none for the site as a whole.
    pub file: Option<String>,
    /// Line.
    pub line: Option<u32>,
    /// Column.
    pub column: Option<u32>,
    /// Line of the end.
    pub end_line: Option<u32>,
    /// Column one past the end.
    pub end_column: Option<u32>,
}

/// The place in words and numbers.
pub fn printed(place: &Place, sources: &SourceTree) -> Printed {
    match place {
        Place::Span(span) | Place::Unquoted(span) => of_span(*span, sources),
        Place::File(file) | Place::Key(file, _) | Place::Value(file, _) => {
            Printed { file: Some(sources.path(*file).to_owned()), ..Printed::default() }
        }
        Place::Path(path) => Printed { file: Some(path.clone()), ..Printed::default() },
        Place::Site => Printed::default(),
    }
}

fn of_span(span: Span, sources: &SourceTree) -> Printed {
    let Some(file) = sources.file(span.file) else { return Printed::default() };
    let range = span.range();
    let (line, column) = line_column(&file.text, range.start);
    let (end_line, end_column) = line_column(&file.text, range.end);
    Printed {
        file: Some(file.path.to_string()),
        line: Some(line),
        column: Some(column),
        end_line: Some(end_line),
        end_column: Some(end_column),
    }
}

/// `content/a.md:6:1`, or as much of it as is known.
pub fn in_words(printed: &Printed) -> String {
    match (&printed.file, printed.line, printed.column) {
        (Some(file), Some(line), Some(column)) => format!("{file}:{line}:{column}"),
        (Some(file), _, _) => file.clone(),
        (None, _, _) => "the site".to_owned(),
    }
}

/// Text without characters that steer a terminal.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { '\u{FFFD}' } else { c }).collect()
}
