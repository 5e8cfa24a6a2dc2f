//! The values of a metric as files: CSV for machines, JSON with everything that belongs to them.
//!
//! In: a computed metric, hidden values already gone. Out: bytes with a stable address for each metric.
//! In CSV a hidden or missing value is an empty cell and `status` says why; text that a spreadsheet would run as a
//! formula begins with an apostrophe. Not here: which metrics a page uses; tables for reading.

use serde_json::{Map, Value, json};

use super::Download;
use crate::model::footing::StatisticalTest;
use crate::model::metric::{Change, Direction, Metric, Observation};
use crate::model::quantity::Decimal;

/// The files of a metric for programs.
pub fn downloads(metric: &Metric) -> Vec<Download> {
    let path = |ending: &str| format!("/downloads/{}{ending}", metric.id);
    let csv = |ending: &str, bytes: Vec<u8>, totals: bool| Download {
        path: path(ending),
        bytes,
        media: "text/csv; charset=utf-8",
        label: "CSV",
        totals,
    };
    let mut files = vec![csv(".csv", csv_bytes(metric), false)];
    files.extend(totals_bytes(metric).map(|bytes| csv("-totals.csv", bytes, true)));
    let (path, bytes) = (path(".json"), json_bytes(metric));
    files.push(Download { path, bytes, media: "application/json", label: "JSON", totals: false });
    files
}

/// The totals of a table in a file of their own, so that nobody adds them to the values: those of its lines, and the total
/// that values with hidden ones among them no longer make up. None where adding the values gives all that is known.
fn totals_bytes(metric: &Metric) -> Option<Vec<u8>> {
    let is_hidden = metric.values.iter().any(|value| value.suppressed);
    let total = metric.total.as_ref().filter(|_| is_hidden || !metric.margins.is_empty());
    if total.is_none() && metric.margins.is_empty() {
        return None;
    }
    let status = |value: Option<Decimal>, display: &str| {
        if value.is_some() { metric.status.name().to_owned() } else { display.to_owned() }
    };
    let number = |value: Option<Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let _ = writer.write_record(["dimension", "group", "value", "status"]);
    for margin in &metric.margins {
        let dimension = metric.dimensions.get(margin.dimension).map(|name| harmless(name)).unwrap_or_default();
        let row = [dimension, harmless(&margin.group), number(margin.value), status(margin.value, &margin.display)];
        let _ = writer.write_record(row);
    }
    if let Some(total) = total {
        let row = ["total".to_owned(), String::new(), number(total.value), status(total.value, &total.display)];
        let _ = writer.write_record(row);
    }
    writer.into_inner().ok()
}

/// One header row, one row a value; totals stand in a file of their own.
fn csv_bytes(metric: &Metric) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let groups = groups(metric);
    let mut header = vec!["period".to_owned()];
    header.extend(groups.iter().map(|name| harmless(name)));
    let carried = carried(metric);
    header.push("value".to_owned());
    header.extend(carried.iter().map(|(name, _)| (*name).to_owned()));
    header.extend(["status", "note"].map(str::to_owned));
    // Writing to memory cannot fail, and every row has the header's length.
    let _ = writer.write_record(&header);
    for value in &metric.values {
        let mut row = vec![harmless(value.period.as_ref().map_or("", |period| &period.text))];
        for at in 0..groups.len() {
            row.push(harmless(group(value, at)));
        }
        row.push(number(value));
        row.extend(carried.iter().map(|(_, part)| part(value).map(|part| part.to_string()).unwrap_or_default()));
        row.push(status(value).to_owned());
        row.push(harmless(value.note.as_deref().unwrap_or_default()));
        let _ = writer.write_record(&row);
    }
    writer.into_inner().unwrap_or_default()
}

/// What a value carries besides itself.
type Part = fn(&Observation) -> Option<Decimal>;

const CARRIED: [(&str, Part); 3] =
    [("n", |value| value.carried.n), ("lower", |value| value.carried.lower), ("upper", |value| value.carried.upper)];

/// The columns of a derived measure that any of its values fills.
fn carried(metric: &Metric) -> Vec<(&'static str, Part)> {
    CARRIED.into_iter().filter(|(_, part)| metric.values.iter().any(|value| part(value).is_some())).collect()
}

/// Names of the group columns; values with labels but no dimensions have one column `group`.
fn groups(metric: &Metric) -> Vec<String> {
    if !metric.dimensions.is_empty() {
        return metric.dimensions.clone();
    }
    let is_grouped = metric.values.iter().any(|value| value.period.is_none() || !value.group.is_empty());
    if is_grouped { vec!["group".to_owned()] } else { Vec::new() }
}

fn group(value: &Observation, at: usize) -> &str {
    let label = if at == 0 && value.group.is_empty() { value.label.as_str() } else { "" };
    value.group.get(at).map_or(label, String::as_str)
}

/// The number as computers read it: no commas, no sign of a unit.
fn number(value: &Observation) -> String {
    value.value.as_ref().map(|quantity| quantity.value.to_string()).unwrap_or_default()
}

/// The status, or the sign for a value that is not there.
fn status(value: &Observation) -> &str {
    if value.value.is_some() { value.status.name() } else { value.display.as_str() }
}

/// Text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// The whole metric: what it is, where it is from, every value, the digest of its file.
fn json_bytes(metric: &Metric) -> Vec<u8> {
    let source = &metric.source;
    let whole = json!({
        "version": 1,
        "id": metric.id,
        "title": metric.title,
        "measure": metric.measure,
        "unit": metric.unit.name(),
        "basis": metric.basis.name(),
        "annualised": metric.annualised,
        "method": metric.derivation.as_ref().map(|derivation| derivation.method.name()),
        "better": metric.better.name(),
        "area": metric.area,
        "population": metric.population,
        "covers": metric.covers,
        "status": metric.status.name(),
        "kind": metric.kind.map(crate::model::metric::SavingKind::name),
        "gross_or_net": metric.gross_or_net,
        "attribution": metric.attribution,
        "assurance": metric.assurance,
        "example": metric.example,
        "breaks": metric.footing.breaks.iter().map(|found| json!({
            "date": found.date.to_string(), "reason": found.reason,
        })).collect::<Vec<Value>>(),
        "test": metric.footing.test.as_ref().map(test_json),
        "source": {
            "title": source.title,
            "publisher": source.publisher,
            "url": source.url,
            "published": source.published.map(|date| date.to_string()),
        },
        "notes": metric.notes,
        "file": metric.values_path,
        "sha256": metric.sha256,
        "dimensions": metric.dimensions,
        "values": metric.values.iter().map(value_json).collect::<Vec<Value>>(),
        "total": metric.total.as_ref().map(|total| json!({
            "value": total.value.map(|value| exact(&value.to_string())),
            "display": total.display,
            "stated": total.stated,
            "reconciles": total.reconciles,
        })),
        "margins": metric.margins.iter().map(|margin| json!({
            "dimension": metric.dimensions.get(margin.dimension),
            "group": margin.group,
            "value": margin.value.map(|value| exact(&value.to_string())),
            "display": margin.display,
        })).collect::<Vec<Value>>(),
        "change": metric.change.as_ref().and_then(|change| change_json(metric, change)),
    });
    // Maps, lists, texts and numbers always have JSON.
    let mut bytes = serde_json::to_vec_pretty(&whole).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn value_json(value: &Observation) -> Value {
    let mut map = Map::new();
    map.insert("key".to_owned(), json!(value.key));
    map.insert("period".to_owned(), json!(value.period.as_ref().map(|period| &period.text)));
    let group = match value.group.as_slice() {
        [] => Value::Null,
        [one] => json!(one),
        several => json!(several),
    };
    map.insert("group".to_owned(), group);
    map.insert("value".to_owned(), value.value.as_ref().map_or(Value::Null, |q| exact(&q.value.to_string())));
    map.insert("display".to_owned(), json!(value.display));
    map.insert("status".to_owned(), json!(value.status.name()));
    map.insert("suppressed".to_owned(), json!(value.suppressed));
    let shown = value.value.is_some();
    let parts = [("share", value.share), ("numerator", value.numerator), ("denominator", value.denominator)];
    let carried = CARRIED.into_iter().map(|(name, part)| (name, part(value)));
    for (name, part) in parts.into_iter().chain(carried) {
        if let Some(part) = part.filter(|_| shown) {
            map.insert(name.to_owned(), exact(&part.to_string()));
        }
    }
    if let Some(note) = &value.note {
        map.insert("note".to_owned(), json!(note));
    }
    Value::Object(map)
}

fn test_json(test: &StatisticalTest) -> Value {
    json!({
        "name": test.name,
        "p": exact(&test.p.to_string()),
        "p_is_below": test.is_below,
        "level": exact(&test.level.to_string()),
    })
}

fn change_json(metric: &Metric, change: &Change) -> Option<Value> {
    let (from, to) = (metric.values.get(change.from)?, metric.values.get(change.to)?);
    let direction = match change.direction {
        Direction::Improvement => "improvement",
        Direction::Concern => "concern",
        Direction::High => "high",
        Direction::Low => "low",
        Direction::Same => "same",
    };
    Some(json!({
        "from": from.key,
        "to": to.key,
        "difference": exact(&change.difference.to_string()),
        "percent": change.percent.map(|percent| exact(&percent.to_string())),
        "display": change.percent_display.as_ref().map(|size| {
            let sign = if change.difference.is_sign_negative() && !change.difference.is_zero() { "-" } else { "" };
            format!("{sign}{size}")
        }),
        "points": change.points.map(|points| exact(&points.to_string())),
        "direction": direction,
    }))
}

/// A decimal as a JSON number; beyond what a number of JSON readers holds, its digits as text.
fn exact(digits: &str) -> Value {
    digits
        .parse::<i64>()
        .map(Value::from)
        .or_else(|_| digits.parse::<f64>().map(Value::from))
        .unwrap_or_else(|_| Value::String(digits.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn text_that_a_spreadsheet_would_run_is_made_harmless() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("-5 to 0"), "'-5 to 0");
        assert_eq!(harmless("\tx"), "'\tx");
        assert_eq!(harmless("East"), "East");
    }
}
