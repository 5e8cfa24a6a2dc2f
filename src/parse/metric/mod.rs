//! Metric notes: `data/metrics/*.yaml`.
//!
//! In: the text of a note. Out: [`MetricNote`], its numbers still as typed, and findings on its fields.
//! A field that is missing or wrong takes a plain default beside its finding, so that one fault does not hide the next.
//! Not here: tables, units of `candour.yaml`, any calculation; that is `evidence/`.

mod fields;
mod footing;
mod method;
pub mod record;
mod spc;
mod values;

use self::fields::{KNOWN, NOT_YET};
use super::yaml::{self, Node};
use crate::diag::{Checked, Diagnostic};
use crate::model::metric::{Basis, Better, SavingKind, SourceNote, Status};
use crate::model::note::MetricNote;
use crate::model::period::Grain;
use crate::model::source::{FileId, SourceFile};

/// Reads a note. Nothing comes back when the text is no mapping.
pub fn read(file: FileId, source: &SourceFile) -> Checked<Option<MetricNote>> {
    let mut findings = Vec::new();
    let read = yaml::read(file, &source.text, 0).into(&mut findings);
    let note =
        read.and_then(|yaml| yaml.mapping(&mut findings).map(|root| note(file, &source.path, root, &mut findings)));
    Checked::new(note, findings)
}

fn note(file: FileId, path: &str, root: Node<'_>, f: &mut Vec<Diagnostic>) -> MetricNote {
    root.known(&KNOWN, f);
    not_built(root, f);
    let allow = root.allow_of("allow", f);
    let basis = needed_choice(root, "basis", &Basis::ALL, f).unwrap_or(Basis::Actual);
    MetricNote {
        file,
        id: id(path),
        title: root.needed_text("title", "Assessments by team", f).unwrap_or_default(),
        measure: root.text_of("measure", f),
        unit: root.needed_text("unit", "people", f),
        basis,
        annualised: fields::annualised(root, basis, f),
        better: needed_choice(root, "better", &Better::ALL, f).unwrap_or(Better::Neither),
        area: root.text_of("area", f),
        population: root.text_of("population", f),
        covers: root.text_of("covers", f),
        status: root.choice_of("status", &Status::ALL, f).unwrap_or(Status::Final),
        source: source(root, f),
        notes: root.texts_of("notes", f),
        kind: root.choice_of("kind", &SavingKind::ALL, f),
        attribution: root.text_of("attribution", f),
        gross_or_net: fields::word(root, "gross_or_net", &["gross", "net", "not stated"], f),
        assurance: root.text_of("assurance", f),
        example: root.truth_of("example", f).unwrap_or(false),
        decimals: fields::decimals(root, f),
        ordered: root.truth_of("ordered", f).unwrap_or(false),
        grain: root.choice_of("period", &Grain::ALL, f),
        derivation: method::derivation(root, f),
        values: values::values(root, f),
        total: root.get("total").filter(|total| !total.is_null()).and_then(|total| fields::number(total, f)),
        totals: root.truth_of("totals", f),
        disclosure: fields::disclosure(root, &allow, f),
        spc: spc::spc(root, f),
        footing: footing::footing(root, f),
        allow,
    }
}

/// The file's name without its ending.
fn id(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

fn needed_choice<T: Copy>(root: Node<'_>, key: &str, choices: &[(&str, T)], f: &mut Vec<Diagnostic>) -> Option<T> {
    if root.get(key).is_none_or(Node::is_null) {
        let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
        let example = words.first().copied().unwrap_or_default();
        f.push(root.missing(key, example).help(format!("the words for it are: {}", words.join(", "))));
        return None;
    }
    root.choice_of(key, choices, f)
}

fn source(root: Node<'_>, f: &mut Vec<Diagnostic>) -> SourceNote {
    let Some(node) = root.mapping_of("source", f) else {
        if root.get("source").is_none_or(Node::is_null) {
            f.push(
                root.missing("source", "{ title: Adult social care monthly report, publisher: Exampleshire Council }"),
            );
        }
        return SourceNote::default();
    };
    node.known(&["title", "publisher", "url", "published"], f);
    SourceNote {
        title: node.needed_text("title", "Adult social care monthly report", f).unwrap_or_default(),
        publisher: node.needed_text("publisher", "Exampleshire Council", f).unwrap_or_default(),
        url: node.text_of("url", f),
        published: node.date_of("published", f),
    }
}

/// Fields that are part of the format and that this version cannot honour are refused, never passed over.
fn not_built(root: Node<'_>, f: &mut Vec<Diagnostic>) {
    for (key, node) in root.entries().filter(|(key, _)| NOT_YET.contains(key)) {
        let named = node.text().map_or_else(|| format!("`{key}`"), |word| format!("`{key}: {word}`"));
        f.push(
            Diagnostic::error("method-unknown", format!("this version does not know {named}"), node.key_place())
                .help("remove the line, or work the values out before and give them in the table"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::source::{FileId, SourceFile};

    const GOOD: &str = "title: T\nunit: people\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\n";

    fn faults(text: &str) -> Vec<String> {
        let source = SourceFile { path: "data/metrics/starts.yaml".into(), text: text.to_owned() };
        let findings = read(FileId(0), &source).findings;
        findings.iter().map(|f| format!("{}: {} | {:?} | {}", f.code, f.message, f.place, f.help.join("; "))).collect()
    }

    #[test]
    fn a_note_says_what_is_missing_or_wrong() {
        let with = |more: &str| faults(&format!("{GOOD}{more}"));
        let one = "values: { a: { value: 1 } }\n";
        let told = [
            faults("title: T\n"),
            with(""),
            with("values: [1]\n"),
            with("values: { a: 1 }\n"),
            with("values: { a: { valeu: 1 } }\n"),
            with("values: { a: { value: 1, about: true, more_than: true } }\n"),
            with("values: { a: { numerator: 1 } }\n"),
            with("values: { a: { value: [1] } }\n"),
            with(&format!("file: a.csv\n{one}")),
            with("file: a.csv\ncolumns: { perod: month }\n"),
            with("file: a.csv\ncolumns: { opened: month }\n"),
            with(&format!("dimensions: [team]\n{one}")),
            with(&format!("period: weekly\n{one}")),
            with(&format!("method: average\n{one}")),
            with(&format!("decimals: 12\n{one}")),
            with(&format!("total: [1]\n{one}")),
            with(&format!("gross_or_net: both\n{one}")),
            with(&format!("disclosure: none\n{one}")),
            with(&format!("disclosure: {{ none: The source has them. }}\n{one}")),
            with(&format!("annualised: run rate\n{one}")),
            faults(&format!("{}{one}", GOOD.replace("actual", "full-year equivalent"))),
            faults(&format!(
                "{}{one}",
                GOOD.replace("{ title: S, publisher: P }", "{ title: S, publised: 2020-02-30 }")
            )),
        ];
        insta::assert_snapshot!(told.map(|lines| lines.join("\n")).join("\n\n"));
    }
}
