//! The opening line of a directive: `::: name {key="value" other="value"}`.
//!
//! In: one line and where it stands. Out: name and attributes with places, and findings for what is not known.
//! The table of directives here is the whole grammar. Not here: what a directive prints.

use crate::diag::{Diagnostic, Place};
use crate::model::document::Attribute;
use crate::model::slug::nearest;
use crate::model::source::{FileId, Span};

/// A directive that editors can write.
pub struct Known {
    /// Its name.
    pub name: &'static str,
    /// Attributes it cannot do without.
    pub needed: &'static [&'static str],
    /// Attributes it also takes.
    pub optional: &'static [&'static str],
    /// A working example for help texts.
    pub example: &'static str,
}

/// Every directive.
pub const DIRECTIVES: [Known; 16] = [
    Known { name: "action", needed: &[], optional: &[], example: "::: action" },
    Known {
        name: "chart",
        needed: &["metric"],
        optional: &["as"],
        example: "::: chart {metric=\"long-term-starts\" as=\"before-after\"}",
    },
    Known { name: "contact", needed: &["id"], optional: &[], example: "::: contact {id=\"adult-social-care\"}" },
    Known {
        name: "details",
        needed: &["summary"],
        optional: &[],
        example: "::: details {summary=\"If you are deaf\"}",
    },
    Known { name: "duties", needed: &[], optional: &["pack"], example: "::: duties" },
    Known {
        name: "figures",
        needed: &["metrics"],
        optional: &[],
        example: "::: figures {metrics=\"long-term-starts, cost-avoidance\"}",
    },
    Known { name: "information", needed: &[], optional: &["title"], example: "::: information" },
    Known {
        name: "metric-grid",
        needed: &["metrics"],
        optional: &[],
        example: "::: metric-grid {metrics=\"weekly-starts, waiting-time\"}",
    },
    Known {
        name: "metric-summary",
        needed: &["metrics"],
        optional: &[],
        example: "::: metric-summary {metrics=\"weekly-starts, waiting-time\"}",
    },
    Known {
        name: "picture",
        needed: &["by", "licence"],
        optional: &[],
        example: "::: picture {by=\"Photosymbols\" licence=\"used under licence\"}",
    },
    Known {
        name: "quote",
        needed: &["by", "consent"],
        optional: &[],
        example: "::: quote {by=\"A carer\" consent=\"written, 3 March 2026\"}",
    },
    Known {
        name: "savings",
        needed: &["metrics"],
        optional: &[],
        example: "::: savings {metrics=\"cost-avoidance, full-year-saving\"}",
    },
    Known { name: "steps", needed: &[], optional: &[], example: "::: steps" },
    Known { name: "table", needed: &["metric"], optional: &[], example: "::: table {metric=\"assessments-by-team\"}" },
    Known { name: "timeline", needed: &[], optional: &["picture"], example: "::: timeline {picture=\"true\"}" },
    Known { name: "warning", needed: &[], optional: &["title"], example: "::: warning" },
];

/// The opening line after reading.
#[derive(Debug, Default)]
pub(super) struct Opening {
    pub(super) name: String,
    pub(super) attributes: Vec<Attribute>,
}

/// Reads the line behind its colons; `start` is the byte offset of `line` in the file.
pub(super) fn opening(line: &str, file: FileId, start: usize, findings: &mut Vec<Diagnostic>) -> Opening {
    let inner = line.trim_start_matches(':');
    let name_at = start + line.len() - inner.trim_start().len();
    let inner = inner.trim();
    let name: String = inner.chars().take_while(|c| !c.is_whitespace() && *c != '{').collect();
    let rest = inner.get(name.len()..).unwrap_or_default();
    let mut reader = Attributes { file, at: name_at + name.len(), rest, findings };
    let attributes = reader.all();
    let opening = Opening { name, attributes };
    check(&opening, Span::new(file, name_at, name_at + opening.name.len()), findings);
    opening
}

struct Attributes<'a> {
    file: FileId,
    at: usize,
    rest: &'a str,
    findings: &'a mut Vec<Diagnostic>,
}

impl<'a> Attributes<'a> {
    fn take(&mut self, bytes: usize) -> &'a str {
        let (head, tail) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.at += head.len();
        self.rest = tail;
        head
    }

    fn skip_spaces(&mut self) {
        let spaces = self.rest.len() - self.rest.trim_start().len();
        self.take(spaces);
    }

    fn all(&mut self) -> Vec<Attribute> {
        let mut list = Vec::new();
        self.skip_spaces();
        if self.rest.is_empty() {
            return list;
        }
        if !self.rest.starts_with('{') || !self.rest.trim_end().ends_with('}') {
            self.misread("attributes stand in braces after the name");
            return list;
        }
        self.take(1);
        self.skip_spaces();
        while !self.rest.starts_with('}') {
            let Some(attribute) = self.one() else { return list };
            list.push(attribute);
            self.skip_spaces();
        }
        list
    }

    fn one(&mut self) -> Option<Attribute> {
        let start = self.at;
        let key_length = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(0);
        let key = self.take(key_length).to_owned();
        if key.is_empty() || !self.rest.starts_with("=\"") {
            self.misread("an attribute is a name, an equals sign and a value in double quotes");
            return None;
        }
        self.take(2);
        let Some(value_length) = self.rest.find('"') else {
            self.misread("a value has no closing quote");
            return None;
        };
        let value = self.take(value_length).to_owned();
        self.take(1);
        Some(Attribute { key, value, span: Span::new(self.file, start, self.at) })
    }

    fn misread(&mut self, message: &str) {
        let span = Span::new(self.file, self.at, self.at + self.rest.len());
        self.findings.push(
            Diagnostic::error("directive-attributes", message, Place::Span(span))
                .help("write for example `::: chart {metric=\"long-term-starts\" as=\"bar\"}`"),
        );
    }
}

fn check(opening: &Opening, span: Span, findings: &mut Vec<Diagnostic>) {
    let Some(known) = DIRECTIVES.iter().find(|known| known.name == opening.name) else {
        findings.push(unknown_name(&opening.name, span));
        return;
    };
    let allowed = || known.needed.iter().chain(known.optional).copied();
    for attribute in &opening.attributes {
        if !allowed().any(|key| key == attribute.key) {
            let message = format!("`{}` has no attribute `{}`", known.name, attribute.key);
            let finding = Diagnostic::error("attribute-unknown", message, Place::Span(attribute.span));
            findings.push(match nearest(&attribute.key, allowed()) {
                Some(near) => finding.help(format!("write `{near}`: `{}`", known.example)),
                None => finding.help(format!("write for example `{}`", known.example)),
            });
        }
    }
    for needed in known.needed {
        if !opening.attributes.iter().any(|attribute| attribute.key == *needed) {
            let message = format!("`{}` is without its `{needed}`", known.name);
            findings.push(
                Diagnostic::error("attribute-missing", message, Place::Span(span))
                    .help(format!("write for example `{}`", known.example)),
            );
        }
    }
}

fn unknown_name(name: &str, span: Span) -> Diagnostic {
    let finding = Diagnostic::error("directive-unknown", format!("there is no directive `{name}`"), Place::Span(span));
    match nearest(name, DIRECTIVES.iter().map(|known| known.name)) {
        Some(near) => finding.help(format!("write `::: {near}`")),
        None => {
            let names: Vec<&str> = DIRECTIVES.iter().map(|known| known.name).collect();
            finding.help(format!("use one of {}", names.join(", ")))
        }
    }
}
