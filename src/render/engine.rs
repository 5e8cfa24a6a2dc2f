//! The template engine with a theme's templates and words. With its neighbours in `render/` the only code that names tera.
//!
//! In: a theme. Out: [`Engine`], ready to run. Faults in templates are findings with the template's line.
//! Not here: what is put into a template.

use std::collections::BTreeMap;

use tera::{Context, Kwargs, State, Tera, Value};

use crate::diag::{Checked, Diagnostic, Place};
use crate::model::source::{SourceTree, Span};
use crate::model::strings::{Strings, filled};
use crate::model::theme::Theme;

/// A theme's templates, parsed, and its words as templates see them.
pub struct Engine {
    pub(super) tera: Tera,
    words: BTreeMap<String, Value>,
    strings: BTreeMap<String, Strings>,
}

impl Engine {
    /// Runs a template; a fault names the template.
    pub fn run(&self, template: &str, context: &Context) -> Result<String, Box<Fault>> {
        self.tera.render(template, context).map_err(|error| Box::new(fault(template, &error)))
    }

    /// A context with the words of a language as `t`.
    pub fn context(&self, language: &str) -> Context {
        let first = language.split('-').next().unwrap_or(language);
        let words = self.words.get(language).or_else(|| self.words.get(first)).or_else(|| self.words.get("en"));
        let mut context = Context::new();
        context.insert_value("t", words.cloned().unwrap_or_else(Value::none));
        context.insert("language", language);
        context
    }

    /// The words of a language, for parts that are put together in code.
    pub(super) fn strings(&self, language: &str) -> &Strings {
        static NONE: Strings = Strings { language: String::new(), texts: BTreeMap::new() };
        let first = language.split('-').next().unwrap_or(language);
        let own = self.strings.get(language).or_else(|| self.strings.get(first));
        own.or_else(|| self.strings.get("en")).unwrap_or(&NONE)
    }

    /// The engine itself, for the parts of figures.
    pub fn tera(&self) -> &Tera {
        &self.tera
    }
}

/// A template that could not be run.
#[derive(Debug)]
pub struct Fault {
    /// What is wrong, in the engine's words.
    pub message: String,
    /// Template below `templates/`.
    pub template: String,
    /// Bytes in the template.
    pub span: Option<std::ops::Range<usize>>,
}

impl Fault {
    /// The fault as a finding at the template's file.
    pub fn finding(&self, theme: &Theme, tree: &SourceTree) -> Diagnostic {
        let inner = format!("templates/{}", self.template);
        let own = tree.find(&format!("themes/{}/{inner}", theme.name));
        let file = own.or_else(|| tree.find(&format!("themes/civic/{inner}")));
        let place = match (file, &self.span) {
            (Some(file), Some(span)) => Place::Span(Span::new(file, span.start, span.end)),
            (Some(file), None) => Place::File(file),
            (None, _) => Place::Path(inner),
        };
        Diagnostic::error("template-fault", format!("a template cannot be used: {}", self.message), place)
            .help("mend the template, or delete it from the site's theme to use the one inside the program")
    }
}

pub(super) fn fault(template: &str, error: &tera::Error) -> Fault {
    let (tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report)) = error.kind() else {
        let text = error.to_string();
        let message = text.lines().next().unwrap_or_default().to_lowercase();
        return Fault { message, template: template.to_owned(), span: None };
    };
    let range = report.span().range.clone();
    Fault { message: report.message().to_lowercase(), template: report.filename().to_owned(), span: Some(range) }
}

/// Parses a theme's templates.
pub fn engine(theme: &Theme, tree: &SourceTree) -> Checked<Engine> {
    let mut tera = Tera::new();
    tera.register_filter("fill", fill);
    let words = theme.strings.iter().map(|(language, strings)| (language.clone(), nested(&strings.texts))).collect();
    let mut findings = Vec::new();
    let templates = theme.templates.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    if let Err(error) = tera.add_raw_templates(templates) {
        findings.push(fault("", &error).finding(theme, tree));
    }
    Checked::new(Engine { tera, words, strings: theme.strings.clone() }, findings)
}

/// `{{ t.page.of | fill(n=2) }}`: fills the `{n}` places of a text.
#[expect(clippy::needless_pass_by_value, reason = "the engine asks for this form")]
fn fill(text: &str, places: Kwargs, _: &State<'_>) -> String {
    let values: Vec<(String, String)> =
        places.iter().map(|(name, value)| (name.as_str().unwrap_or_default().to_owned(), value.to_string())).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    filled(text, &values)
}

/// Dotted keys as nested maps, so that templates write `t.page.related`.
fn nested(texts: &BTreeMap<String, String>) -> Value {
    let mut root = serde_json::Map::new();
    for (key, text) in texts {
        let mut map = &mut root;
        let mut parts = key.split('.').peekable();
        while let Some(part) = parts.next() {
            if parts.peek().is_none() {
                map.insert(part.to_owned(), serde_json::Value::String(text.clone()));
                break;
            }
            let inner = map.entry(part.to_owned()).or_insert_with(|| serde_json::Value::Object(serde_json::Map::new()));
            let serde_json::Value::Object(inner) = inner else { break };
            map = inner;
        }
    }
    Value::from_serializable(&root)
}
