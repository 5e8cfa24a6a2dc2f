//! Fields of a mapping, each with the finding that its fault deserves.
//!
//! In: a [`Node`] and a list for findings. Out: typed values; what cannot be read is left out and reported.
//! Codes raised: `field-unknown`, `field-missing`, `field-type`, `field-choice`, `date-invalid`.

use super::node::Node;
use super::value::Value;
use crate::diag::{Diagnostic, Place};
use crate::model::date::Date;
use crate::model::document::Allow;
use crate::model::slug::nearest;

/// What a field takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wanted {
    /// A text on one line or several.
    Text,
    /// `true` or `false`.
    Truth,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A list.
    List,
    /// Fields of its own.
    Mapping,
}

impl<'y> Node<'y> {
    /// Reports every key that is not in `known`.
    pub fn known(self, known: &[&str], findings: &mut Vec<Diagnostic>) {
        for (key, node) in self.entries() {
            if known.contains(&key) {
                continue;
            }
            let help = match nearest(key, known.iter().copied()) {
                Some(near) => format!("write `{near}`"),
                None if known.len() <= 12 => format!("use one of: {}", known.join(", ")),
                None => "remove the line, or see the list of fields in the handbook".to_owned(),
            };
            let message = format!("`{key}` is not a field that Candour knows here");
            findings.push(Diagnostic::error("field-unknown", message, node.key_place()).help(help));
        }
    }

    /// A text that may be left out.
    pub fn text_of(self, key: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
        let node = self.filled(key)?;
        let text = node.text();
        if text.is_none() {
            findings.push(node.wrong_type(Wanted::Text));
        }
        text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// A text that must be there; `example` is shown when it is not.
    pub fn needed_text(self, key: &str, example: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
        let before = findings.len();
        let text = self.text_of(key, findings);
        if text.is_none() && findings.len() == before {
            findings.push(self.missing(key, example));
        }
        text
    }

    /// A truth value that may be left out.
    pub fn truth_of(self, key: &str, findings: &mut Vec<Diagnostic>) -> Option<bool> {
        let node = self.filled(key)?;
        let truth = node.as_bool();
        if truth.is_none() {
            findings.push(node.wrong_type(Wanted::Truth));
        }
        truth
    }

    /// A whole number that may be left out.
    pub fn whole_of(self, key: &str, findings: &mut Vec<Diagnostic>) -> Option<i64> {
        let node = self.filled(key)?;
        let whole = node.whole();
        if whole.is_none() {
            findings.push(node.wrong_type(Wanted::Whole));
        }
        whole
    }

    /// A date that may be left out.
    pub fn date_of(self, key: &str, findings: &mut Vec<Diagnostic>) -> Option<Date> {
        let node = self.filled(key)?;
        let date = node.date();
        if date.is_none() {
            findings.push(date_fault(key, node));
        }
        date
    }

    /// A list of texts that may be left out. A single text counts as a list of one.
    pub fn texts_of(self, key: &str, findings: &mut Vec<Diagnostic>) -> Vec<String> {
        let Some(node) = self.filled(key) else { return Vec::new() };
        let nodes: Vec<Node<'y>> = match node.value {
            Value::List(_) => node.items().collect(),
            Value::Map(_) => {
                findings.push(node.wrong_type(Wanted::List));
                Vec::new()
            }
            _ => vec![node],
        };
        let mut texts = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node.text() {
                Some(text) => texts.push(text.trim().to_owned()),
                None => findings.push(node.wrong_type(Wanted::Text)),
            }
        }
        texts
    }

    /// A word out of a few, such as a status; may be left out.
    pub fn choice_of<T: Copy>(self, key: &str, choices: &[(&str, T)], findings: &mut Vec<Diagnostic>) -> Option<T> {
        let node = self.filled(key)?;
        let Some(text) = node.text() else {
            findings.push(node.wrong_type(Wanted::Text));
            return None;
        };
        let found = choices.iter().find(|(name, _)| *name == text.trim()).map(|(_, value)| *value);
        if found.is_none() {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            findings.push(choice_fault(key, &text, &names, node.place()));
        }
        found
    }

    /// Words out of a few, in a list that may be left out.
    pub fn choices_of(self, key: &str, choices: &[&str], findings: &mut Vec<Diagnostic>) -> Vec<String> {
        let typed = self.texts_of(key, findings);
        let is_known = |word: &String| choices.contains(&word.as_str());
        for (at, word) in typed.iter().enumerate().filter(|(_, word)| !is_known(word)) {
            let place = self.get(key).and_then(|list| list.items().nth(at).or(Some(list)));
            findings.push(choice_fault(key, word, choices, place.map_or_else(|| self.place(), Node::place)));
        }
        typed.into_iter().filter(is_known).collect()
    }

    /// The entries of a list that may be left out.
    pub fn list_of(self, key: &str, findings: &mut Vec<Diagnostic>) -> Vec<Node<'y>> {
        let Some(node) = self.filled(key) else { return Vec::new() };
        if !node.is_list() {
            findings.push(node.wrong_type(Wanted::List));
        }
        node.items().collect()
    }

    /// A mapping that may be left out.
    pub fn mapping_of(self, key: &str, findings: &mut Vec<Diagnostic>) -> Option<Node<'y>> {
        let node = self.filled(key)?;
        if node.is_mapping() {
            return Some(node);
        }
        findings.push(node.wrong_type(Wanted::Mapping));
        None
    }

    /// Rules that are switched off with a reason: `allow: [{ code: …, reason: … }]`.
    pub fn allow_of(self, key: &str, findings: &mut Vec<Diagnostic>) -> Vec<Allow> {
        let mut allowed = Vec::new();
        for (at, node) in self.list_of(key, findings).into_iter().enumerate() {
            if !node.is_mapping() {
                findings.push(node.wrong_type(Wanted::Mapping));
                continue;
            }
            node.known(&["code", "reason"], findings);
            let code = node.needed_text("code", "band-gap", findings);
            let reason = node.needed_text("reason", "The source words its bands so.", findings);
            if let (Some(code), Some(reason)) = (code, reason) {
                allowed.push(Allow { code, reason, at });
            }
        }
        allowed
    }

    /// The finding that `key` is not there, or has nothing after it.
    pub fn missing(self, key: &str, example: &str) -> Diagnostic {
        let (message, place) = match self.get(key) {
            Some(empty) => (format!("`{key}` has nothing after it"), empty.key_place()),
            None => (format!("`{key}` is missing"), self.key_place()),
        };
        Diagnostic::error("field-missing", message, place).help(format!("add a line such as `{key}: {example}`"))
    }

    /// The finding that this value has another shape than its field takes.
    pub fn wrong_type(self, wanted: Wanted) -> Diagnostic {
        let path = self.path();
        let subject = match path.rsplit('.').next().filter(|name| !name.is_empty()) {
            None => "the text".to_owned(),
            Some(name) if name.bytes().all(|byte| byte.is_ascii_digit()) => {
                format!("this entry of `{}`", list_name(&path))
            }
            Some(name) => format!("`{name}`"),
        };
        let shape = match self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "a truth value",
            Value::Integer(_) | Value::Float(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        };
        let (want, help) = match wanted {
            Wanted::Text => ("a text", "write one text after the colon; a text with a colon inside needs quotes"),
            Wanted::Truth => ("`true` or `false`", "write `true` or `false`"),
            Wanted::Whole => ("a whole number", "write a whole number without quotes, for example 10"),
            Wanted::Number => ("a number", "write the number alone, for example 7.2"),
            Wanted::List => ("a list", "write one entry a line, each with `- ` before it"),
            Wanted::Mapping => ("fields of its own", "write one field a line, for example `title: Help at home`"),
        };
        Diagnostic::error("field-type", format!("{subject} is {shape}, not {want}"), self.place()).help(help)
    }

    /// A field that says something.
    pub fn filled(self, key: &str) -> Option<Self> {
        self.get(key).filter(|node| !node.is_null())
    }
}

/// The finding that a word is none of those a field takes.
pub fn choice_fault(key: &str, typed: &str, known: &[&str], place: Place) -> Diagnostic {
    let message = format!("`{}` is not one of the words for `{key}`", typed.trim());
    let help = match nearest(typed, known.iter().copied()) {
        Some(near) => format!("write `{key}: {near}`"),
        None => format!("use one of: {}", known.join(", ")),
    };
    Diagnostic::error("field-choice", message, place).help(help)
}

fn list_name(path: &str) -> &str {
    path.rsplit('.').find(|step| !step.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(path)
}

fn date_fault(key: &str, node: Node<'_>) -> Diagnostic {
    let typed = node.text().unwrap_or_default();
    let finding = Diagnostic::error("date-invalid", format!("`{key}` is not a calendar date"), node.place());
    let help = |example: &str| format!("write the date as YYYY-MM-DD, for example {example}");
    let Some((year, month)) = year_month(typed.trim()) else { return finding.help(help("2026-11-22")) };
    let Some(first) = Date::new(year, month, 1) else {
        return finding.label(format!("a year has no month {month}")).help(help("2026-11-22"));
    };
    let last = first.plus_months(1).plus_days(-1);
    let label = format!("{} {year} has {} days", month_name(month), last.parts().2);
    finding.label(label).help(help(&last.to_string()))
}

/// The first parts of a text in the shape of a date.
fn year_month(typed: &str) -> Option<(i16, i8)> {
    let mut parts = typed.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.next().is_none();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if shaped && digits(year) && digits(month) && digits(day) {
        return Some((year.parse().ok()?, month.parse().ok()?));
    }
    None
}

fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or("the month")
}

#[cfg(test)]
mod tests {
    use crate::diag::Diagnostic;
    use crate::model::source::FileId;
    use crate::parse::yaml::{Node, read};

    fn faults(text: &str, look: impl Fn(Node<'_>, &mut Vec<Diagnostic>)) -> Vec<String> {
        let yaml = read(FileId(0), text, 0).value.unwrap();
        let mut findings = Vec::new();
        look(yaml.root(), &mut findings);
        findings.iter().map(|f| format!("{}: {} | {} | {}", f.code, f.message, f.label, f.help.join("; "))).collect()
    }

    #[test]
    fn each_fault_of_a_field_says_what_to_write() {
        let told = [
            faults("sumary: x\nzzz: y\n", |node, f| node.known(&["title", "summary"], f)),
            faults("title:\n", |node, f| {
                node.needed_text("title", "Help at home", f);
            }),
            faults("a: 1\n", |node, f| {
                node.needed_text("title", "Help at home", f);
            }),
            faults("title: [a]\n", |node, f| {
                node.text_of("title", f);
            }),
            faults("draft: yes\n", |node, f| {
                node.truth_of("draft", f);
            }),
            faults("weight: heavy\n", |node, f| {
                node.whole_of("weight", f);
            }),
            faults("review_by: 2026-02-30\n", |node, f| {
                node.date_of("review_by", f);
            }),
            faults("review_by: 2026-13-01\n", |node, f| {
                node.date_of("review_by", f);
            }),
            faults("review_by: 22/11/2026\n", |node, f| {
                node.date_of("review_by", f);
            }),
            faults("topics: { a: b }\n", |node, f| {
                node.texts_of("topics", f);
            }),
            faults("topics: [[a]]\n", |node, f| {
                node.texts_of("topics", f);
            }),
            faults("status: finale\n", |node, f| {
                node.choice_of("status", &[("final", 1), ("revised", 2)], f);
            }),
            faults("allow: [{ code: x }]\n", |node, f| {
                node.allow_of("allow", f);
            }),
        ];
        insta::assert_snapshot!(told.concat().join("\n"));
    }

    #[test]
    fn numbers_and_words_come_as_they_are_typed() {
        let yaml = read(FileId(0), "a: +441234567890\nb: 7.20\nc: 'yes'\nd: on\ne: 1:30\nf: True\ng: 2020\n", 0)
            .value
            .unwrap();
        let texts: Vec<_> = yaml.root().entries().map(|(_, node)| node.text().unwrap().into_owned()).collect();
        assert_eq!(texts, ["+441234567890", "7.20", "yes", "on", "1:30", "True", "2020"]);
    }
}
