//! The JSON that programs read has the shapes of `schemas/`.
//!
//! In: real outputs and the schemas. The check below knows the keywords that the schemas use and refuses any other, and a
//! field of an output that a schema does not describe is a fault. (A library for all of JSON Schema brings 38 packages.)

use std::fs;

use serde_json::{Map, Value};

use super::codes::root;
use super::site::{candour, laid_out};

struct Schema {
    whole: Value,
}

impl Schema {
    fn of(name: &str) -> Self {
        let text = fs::read_to_string(root().join(format!("schemas/{name}.schema.json"))).unwrap();
        Self { whole: serde_json::from_str(&text).unwrap() }
    }

    /// Every way in which a value is not what the schema says.
    fn faults(&self, value: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        self.check(&self.whole, value, "$", &mut faults);
        faults
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
        for (keyword, wanted) in schema.as_object().unwrap() {
            let holds = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" => true,
                "$ref" => {
                    let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                    self.check(self.whole.pointer(pointer).unwrap(), value, at, faults);
                    true
                }
                "type" => is_of_type(wanted, value),
                "const" => wanted == value,
                "enum" => wanted.as_array().unwrap().contains(value),
                "minItems" => {
                    value.as_array().is_none_or(|list| u64::try_from(list.len()).unwrap() >= wanted.as_u64().unwrap())
                }
                "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().unwrap()),
                "pattern" => value.as_str().is_none_or(|text| matches(wanted.as_str().unwrap(), text)),
                "anyOf" => self.fitting(wanted, value) >= 1,
                "oneOf" => self.fitting(wanted, value) == 1,
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(wanted, item, &format!("{at}[{index}]"), faults);
                    }
                    true
                }
                "required" => {
                    let wanted = wanted.as_array().unwrap().iter().filter_map(Value::as_str);
                    value.as_object().is_none_or(|object| wanted.into_iter().all(|key| object.contains_key(key)))
                }
                "properties" => {
                    let Some(object) = value.as_object() else { continue };
                    self.properties(wanted.as_object().unwrap(), object, at, faults);
                    true
                }
                other => panic!("the check does not know the keyword `{other}`"),
            };
            if !holds {
                faults.push(format!("{at}: {value} is not {keyword} {wanted}"));
            }
        }
    }

    fn properties(&self, wanted: &Map<String, Value>, object: &Map<String, Value>, at: &str, faults: &mut Vec<String>) {
        for (key, inner) in object {
            match wanted.get(key) {
                Some(schema) => self.check(schema, inner, &format!("{at}.{key}"), faults),
                None => faults.push(format!("{at}.{key} is not described")),
            }
        }
    }

    fn fitting(&self, schemas: &Value, value: &Value) -> usize {
        let fits = |schema: &&Value| {
            let mut faults = Vec::new();
            self.check(schema, value, "", &mut faults);
            faults.is_empty()
        };
        schemas.as_array().unwrap().iter().filter(fits).count()
    }
}

fn is_of_type(wanted: &Value, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("there is no type `{other}`"),
    };
    wanted.as_array().map_or_else(|| is(wanted), |names| names.iter().any(is))
}

/// Whether a text has the shape of a mask: `0` is a digit, `x` a lower case hexadecimal digit, all else itself.
fn is_like(text: &str, mask: &str) -> bool {
    let fits = |(c, wanted): (char, char)| match wanted {
        '0' => c.is_ascii_digit(),
        'x' => c.is_ascii_digit() || ('a'..='f').contains(&c),
        wanted => c == wanted,
    };
    text.chars().count() == mask.chars().count() && text.chars().zip(mask.chars()).all(fits)
}

/// A day of an iCalendar rule: `TH`, `2MO`, `-1FR`.
fn is_by_day(text: &str) -> bool {
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    days.iter().any(|day| text.strip_suffix(day).is_some_and(|week| ["", "1", "2", "3", "4", "-1"].contains(&week)))
}

/// The patterns that the schemas use.
fn matches(pattern: &str, text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    match pattern {
        "^[0-9a-f]{64}$" => text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)),
        "^[a-z0-9]+(-[a-z0-9]+)+$" => text.contains('-') && text.split('-').all(word),
        "." => !text.trim().is_empty(),
        "@" => text.contains('@'),
        "^https?://" => text.starts_with("https://") || text.starts_with("http://"),
        "^[A-Z]{2}$" => text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()),
        "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" => is_like(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"),
        "^\\d{4}-\\d{2}-\\d{2}$" => is_like(text, "0000-00-00"),
        "^\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})$" => is_like(text, "00:00Z"),
        "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$" => is_like(text, "0000-00-00T00:00:00.000Z"),
        by_day if by_day.contains("MO|TU") => text.split(',').all(is_by_day),
        other => panic!("the check does not know the pattern `{other}`"),
    }
}

/// The JSON that a command prints.
fn printed(arguments: &[&str]) -> Value {
    serde_json::from_slice(&candour(&[arguments, &["--format", "json"]].concat()).stdout).unwrap()
}

fn demonstration() -> String {
    root().to_str().unwrap().to_owned()
}

fn assert_fits(schema: &str, value: &Value) {
    let faults = Schema::of(schema).faults(value);
    assert!(faults.is_empty(), "{schema}: {faults:#?}");
}

#[test]
fn findings_have_their_shape_with_and_without_places_and_corrections() {
    let page = "---\ntitle: T\nsumary: x\nreview_by: 2020-01-01\n---\n\n![](a.jpg)\n\n[a](b.md)\n";
    let note = "values: { latest: { value: \"1,072\", period: 2025 to 2026 } }\n";
    let files = [("content/a.md", page), ("data/metrics/requests.yaml", note)];
    let site = laid_out(&files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let found = printed(&["check", "--root", site.path().to_str().unwrap()]);
    let findings = found.pointer("/findings").and_then(Value::as_array).unwrap();
    assert!(findings.iter().any(|finding| !finding["fix"].is_null()) && findings.len() > 4, "{found}");
    assert_fits("findings", &found);
    assert_fits("findings", &printed(&["check", "--root", &demonstration()]));
    candour(&["check", "--update-baseline", "--root", site.path().to_str().unwrap()]);
    let baseline = fs::read_to_string(site.path().join("candour-baseline.json")).unwrap();
    assert_fits("baseline", &serde_json::from_str(&baseline).unwrap());
    let found = printed(&["check", "--baseline", "--root", site.path().to_str().unwrap()]);
    assert!(found.pointer("/baseline/old").and_then(Value::as_u64) > Some(0), "{found}");
    assert_fits("findings", &found);
}

#[test]
fn a_run_that_could_not_be_made_has_its_shape() {
    let nowhere = tempfile::tempdir().unwrap();
    assert_fits("failure", &printed(&["check", "--root", nowhere.path().to_str().unwrap()]));
    let site = laid_out(&[("candour.yaml".to_owned(), "format: 2\n".to_owned())]);
    let failure = printed(&["metrics", "--root", site.path().to_str().unwrap()]);
    assert!(failure.pointer("/error/line").is_some_and(Value::is_u64), "{failure}");
    assert_fits("failure", &failure);
}

#[test]
fn every_figure_of_the_demonstration_has_its_shape() {
    let metrics = printed(&["metrics", "--root", &demonstration()]);
    assert!(metrics.pointer("/metrics/0/values/0").is_some());
    assert_fits("metrics", &metrics);
}

#[test]
fn every_list_has_its_shape() {
    let draft = "---\ntitle: T\nsummary: S.\ndraft: true\nowner: Carers team\n---\n";
    let gone = "---\ntitle: T\nsummary: S.\nexpires: 2020-01-01\naliases: [/old/]\n---\n";
    let moved =
        "---\ntitle: T\nsummary: S.\nreview_by: 2020-01-01\naliases: [/older/]\nmeets: [care-act-concerns]\n---\n";
    let files = [("content/a.md", draft), ("content/b.md", gone), ("content/c.md", moved)];
    let site = laid_out(&files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    for name in ["duties", "drafts", "review", "expired", "redirects", "readability", "figures"] {
        let list = printed(&["list", name, "--root", site.path().to_str().unwrap()]);
        assert!(list.pointer("/items/0").is_some(), "{name}: {list}");
        assert_fits("list", &list);
    }
}

#[test]
fn changes_of_figures_have_their_shape() {
    let page = "---\ntype: report\ntitle: T\nsummary: S.\n---\n\nIt was {{ long-term-starts.before }}.\n";
    let old = laid_out(&[("content/a.md".to_owned(), page.to_owned())]);
    let changed = "title: T\nunit: people per week\nbasis: average\nbetter: lower\nsource: { title: S, publisher: P }\n\
        values: { before: { value: 8.1 }, after: { value: 5.5 } }\n";
    let files = [("content/a.md", page), ("data/metrics/long-term-starts.yaml", changed)];
    let new = laid_out(&files.map(|(path, text)| (path.to_owned(), text.to_owned())));
    let list = printed(&["diff", old.path().to_str().unwrap(), new.path().to_str().unwrap()]);
    assert_eq!(list.pointer("/items/0/old").and_then(Value::as_str), Some("It was 7.2."));
    assert_eq!(list.pointer("/items/0/new").and_then(Value::as_str), Some("It was 8.1."));
    assert_fits("diff", &list);
}

#[test]
fn a_field_that_is_missing_or_wrong_or_new_is_seen() {
    let schema = Schema::of("failure");
    let faults = |text: &str| schema.faults(&serde_json::from_str(text).unwrap()).len();
    assert_eq!(faults(r#"{"version":1,"error":{"message":"x","file":null,"line":3}}"#), 0);
    assert_eq!(faults(r#"{"version":2,"error":{"message":"x","file":null,"line":3}}"#), 1);
    assert_eq!(faults(r#"{"version":1,"error":{"message":"x","file":null}}"#), 1);
    assert_eq!(faults(r#"{"version":1,"error":{"message":"x","file":null,"line":0}}"#), 1);
    assert_eq!(faults(r#"{"version":1,"error":{"message":"x","file":null,"line":3,"column":1}}"#), 1);
}

/// The definition of the feed's schema that a file has to fit.
fn definition_of(path: &str) -> String {
    let (list, rest) = path.split_once('/').unwrap_or(("root", path));
    let is_page = rest == "index.json" || rest.starts_with("page/");
    let single = match list {
        "taxonomies" => "taxonomy",
        other => other.trim_end_matches('s'),
    };
    if list == "root" {
        list.to_owned()
    } else if is_page {
        format!("page_of_{list}")
    } else {
        single.to_owned()
    }
}

#[test]
fn every_file_of_the_open_referral_feed_has_its_shape() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("public");
    let to = folder.to_str().unwrap();
    let built =
        candour(&["build", "--no-audit", "--root", &demonstration(), "--output-dir", to, "--as-of", "2026-11-22"]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let schema = Schema::of("open-referral");
    let feed = folder.join("open-referral");
    let mut seen = std::collections::BTreeSet::new();
    let files =
        walkdir::WalkDir::new(&feed).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    for file in files {
        let path = file.path().strip_prefix(&feed).unwrap().to_str().unwrap().replace('\\', "/");
        let name = definition_of(&path);
        let value: Value = serde_json::from_slice(&fs::read(file.path()).unwrap()).unwrap();
        let mut faults = Vec::new();
        schema.check(schema.whole.pointer(&format!("/$defs/{name}")).expect(&name), &value, &path, &mut faults);
        assert!(faults.is_empty(), "{faults:#?}");
        seen.insert(name);
    }
    // The nine endpoints of the standard.
    assert_eq!(seen.len(), 9, "{seen:?}");
}
