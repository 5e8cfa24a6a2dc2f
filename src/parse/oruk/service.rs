//! A service of a feed into the fields of an entry.
//!
//! In: the object of a service. Out: its YAML, field by field in the order in which authors type them; what an entry could
//! not hold is told. Not here: its place and its times, which have files of their own.

use serde_json::Value;

use super::feed::Feed;
use super::yaml::Text;
use super::{Known, Object, Told, number, objects, place, text, times};
use crate::model::date::Date;
use crate::model::directory::{Cost, EntryStatus, Offered};
use crate::model::quantity::Decimal;
use crate::model::uuid::Uuid;
use crate::parse::directory::{closed, cost};
use crate::parse::reach;

/// Longest summary.
const SUMMARY: usize = 160;

/// Writes a service. Nothing where it has no name.
pub(super) fn entry(service: &Object, feed: &Feed, known: &Known, out: &mut Text, told: &mut Told<'_>) -> Option<()> {
    let Some(name) = text(service, "name") else {
        told.left_out("a name, and is left out");
        return None;
    };
    let none = Object::new();
    let own = service.get("candour").and_then(Value::as_object).unwrap_or(&none);
    let description = text(service, "description").unwrap_or(name);
    out.line("id", text(service, "id")?);
    out.line("name", name);
    out.line("summary", &summary(text(own, "summary").unwrap_or(description)));
    out.line("description", description);
    provider(service, name, out, told);
    needs(service, known, out);
    let flag = |key: &str| own.get(key) == Some(&Value::Bool(true));
    out.flag("sensitive", flag("sensitive"));
    let placed = objects(service, "service_at_locations").filter_map(|at| at.get("location")?.as_object());
    let mut places: Vec<&Object> = placed.collect();
    if places.is_empty() {
        places.extend(text(service, "id").and_then(|id| feed.places.get(id)));
    }
    place::place(&places, out, told);
    let offered = texts(own, "offered").into_iter().filter(|word| Offered::ALL.iter().any(|(name, _)| name == word));
    out.list("offered", &offered.collect::<Vec<_>>());
    out.list("cost", &costs(service, told));
    ages(service, out, told);
    schedules(service, own, out, told);
    reach(service, out, told);
    out.maybe("area", objects(service, "service_areas").find_map(|area| text(area, "name")));
    out.list("languages", &languages(service));
    out.maybe("who", text(service, "eligibility_description"));
    out.maybe("how", text(service, "application_process"));
    standing(service, out, told);
    out.flag("council", flag("council") && known.neighbour.is_none());
    out.maybe("neighbour", known.neighbour.as_deref().or_else(|| text(own, "neighbour")));
    out.flag("example", flag("example"));
    Some(())
}

/// The first sentence, or as many words as fit.
fn summary(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = line.split_once(". ").map_or(line.clone(), |(first, _)| format!("{first}."));
    let shortest = if sentence.chars().count() < line.chars().count() { sentence } else { line };
    if shortest.chars().count() <= SUMMARY {
        return shortest;
    }
    let cut: String = shortest.chars().take(SUMMARY - 1).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{words}…")
}

fn provider(service: &Object, name: &str, out: &mut Text, told: &mut Told<'_>) {
    let Some(organisation) = service.get("organization").and_then(Value::as_object) else {
        told.left_out("the organisation that runs it, so its own name stands there");
        out.line("provider", name);
        return;
    };
    let called = text(organisation, "name").unwrap_or(name);
    out.open("provider");
    out.line("name", called);
    out.maybe("description", text(organisation, "description").filter(|words| *words != called));
    usable(organisation, ("email", "email"), reach::is_email, out, told);
    usable(organisation, ("website", "web"), reach::is_web, out, told);
    let id = text(organisation, "id").or_else(|| text(service, "organization_id")).and_then(Uuid::parse);
    out.maybe("id", id.map(|id| id.to_string()).as_deref());
    out.close();
}

/// A field that is taken over if people can use it.
fn usable(object: &Object, (from, to): (&str, &str), fits: fn(&str) -> bool, out: &mut Text, told: &mut Told<'_>) {
    match text(object, from) {
        Some(value) if fits(value) => out.line(to, value),
        Some(value) => told.left_out(&format!("its {from} `{value}`, which nobody could use")),
        None => {}
    }
}

fn needs(service: &Object, known: &Known, out: &mut Text) {
    let id = |attribute: &Object| {
        let term = attribute.get("taxonomy_term").and_then(Value::as_object);
        let id = term.and_then(|term| text(term, "id")).or_else(|| text(attribute, "taxonomy_term_id"))?;
        Uuid::parse(id)
    };
    let mut keys: Vec<String> = Vec::new();
    for key in objects(service, "attributes").filter_map(id).filter_map(|id| known.needs.get(&id)) {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    out.list("needs", &keys);
}

fn texts(object: &Object, key: &str) -> Vec<String> {
    let list = object.get(key).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn costs(service: &Object, told: &mut Told<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for option in objects(service, "cost_options") {
        let amount = number(option, "amount").and_then(|typed| typed.parse::<Decimal>().ok());
        let words = text(option, "amount_description").unwrap_or_default().to_owned();
        let made = Cost { option: text(option, "option").map(str::to_owned), amount, words };
        let line = made.typed();
        match cost::cost(&line) {
            Some(_) => lines.push(line),
            None => told.left_out(&format!("the cost `{line}`, which does not begin with its amount")),
        }
    }
    if let Some(fees) = text(service, "fees").filter(|_| lines.is_empty()) {
        match cost::cost(fees) {
            Some(_) => lines.push(fees.to_owned()),
            None => told.left_out(&format!("its fees `{fees}`, which do not begin with an amount")),
        }
    }
    lines
}

fn ages(service: &Object, out: &mut Text, told: &mut Told<'_>) {
    for key in ["minimum_age", "maximum_age"] {
        let Some(typed) = number(service, key) else { continue };
        let whole = typed.strip_suffix(".0").unwrap_or(&typed);
        match whole.parse::<u8>() {
            Ok(age) if age <= 120 => out.line(key, &age.to_string()),
            _ => told.left_out(&format!("its {} `{typed}`", key.replace('_', " "))),
        }
    }
}

fn schedules(service: &Object, own: &Object, out: &mut Text, told: &mut Told<'_>) {
    let (mut lines, mut notes) = (Vec::new(), Vec::new());
    notes.extend(text(own, "times_note").map(str::to_owned));
    for schedule in objects(service, "schedules") {
        let words = text(schedule, "description").or_else(|| text(schedule, "notes"));
        match (times::line(schedule), words) {
            (Some(line), _) => lines.push(line),
            (None, Some(words)) => notes.push(words.to_owned()),
            (None, None) => told.left_out("a time that one line cannot say"),
        }
    }
    out.list("times", &lines);
    out.maybe("times_note", Some(&notes.join(" ")));
    let day = |days: &Object| {
        let (from, to) = (text(days, "from")?, text(days, "to")?);
        let days_only = if from == to { from.to_owned() } else { format!("{from} to {to}") };
        let line = text(days, "reason").map_or(days_only.clone(), |reason| format!("{days_only} ({reason})"));
        closed(&line).map(|closed| closed.typed())
    };
    out.list("closed", &objects(own, "closed").filter_map(day).collect::<Vec<_>>());
}

fn reach(service: &Object, out: &mut Text, told: &mut Told<'_>) {
    out.maybe("contact", objects(service, "contacts").find_map(|one| text(one, "name").or_else(|| text(one, "title"))));
    let of_contacts = objects(service, "contacts").flat_map(|one| objects(one, "phones"));
    let numbers: Vec<&Object> = objects(service, "phones").chain(of_contacts).collect();
    let is_text = |phone: &&&Object| text(phone, "type").is_some_and(|kind| matches!(kind, "text" | "sms"));
    let first = |texts: bool| numbers.iter().find(|phone| is_text(phone) == texts).copied();
    if let Some(phone) = first(false) {
        usable(phone, ("number", "phone"), reach::is_phone, out, told);
    }
    if let Some(phone) = first(true) {
        usable(phone, ("number", "text"), reach::is_phone, out, told);
    }
    usable(service, ("email", "email"), reach::is_email, out, told);
    usable(service, ("url", "web"), reach::is_web, out, told);
}

fn languages(service: &Object) -> Vec<String> {
    let named = objects(service, "languages").filter_map(|one| text(one, "name").or_else(|| text(one, "code")));
    named.map(str::to_owned).collect()
}

/// Whether it runs, and when somebody checked.
fn standing(service: &Object, out: &mut Text, told: &mut Told<'_>) {
    match text(service, "status") {
        Some("active") | None => {}
        Some(status) if EntryStatus::ALL.iter().any(|(name, _)| *name == status) => out.line("status", status),
        Some(status) => told.left_out(&format!("its status `{status}`, which the standard does not have")),
    }
    out.maybe("alert", text(service, "alert"));
    let date = |key: &str| text(service, key).and_then(|typed| typed.get(..10)?.parse::<Date>().ok());
    out.maybe("last_checked", date("assured_date").map(|date| date.to_string()).as_deref());
    usable(service, ("assurer_email", "checked_by"), reach::is_email, out, told);
    out.maybe("updated", date("last_modified").map(|date| date.to_string()).as_deref());
}
