//! A service with everything that belongs to it, and a service at a location.
//!
//! In: an entry. Out: the objects of Open Referral UK 3.0, each with a UUID that stays the same from build to build.
//! Not here: pages of lists; taxonomy terms.

use serde_json::{Map, Value};

use super::fields::Fields;
use super::schedule::schedule;
use crate::model::directory::{Access, Entry, Offered, Provider, Venue};
use crate::model::settings::Settings;
use crate::model::uuid::Uuid;

/// A service as lists hold it: the fields of which it has one, and who runs it.
pub(super) fn short(entry: &Entry, settings: &Settings) -> Value {
    Value::Object(plain(entry, settings).done())
}

/// A service with everything.
pub(super) fn whole(entry: &Entry, settings: &Settings, terms: Vec<Value>) -> Value {
    let mut fields = plain(entry, settings);
    let numbered = |kind: &str, at: usize| Uuid::of(kind, &[&entry.id.to_string(), &at.to_string()]);
    let times = entry.times.iter().enumerate();
    fields.list("schedules", times.map(|(at, time)| Value::Object(schedule(time, numbered("schedule", at)))).collect());
    let area = entry.area.iter().map(|area| named(numbered("service_area", 0), area));
    fields.list("service_areas", area.collect());
    fields.list("service_at_locations", at_location(entry, settings).map(without_service).into_iter().collect());
    let languages = entry.languages.iter().map(|language| named(Uuid::of("language", &[language]), language));
    fields.list("languages", languages.collect());
    let costs = entry.costs.iter().enumerate().map(|(at, cost)| {
        let mut fields = Fields::default();
        fields.id("id", numbered("cost_option", at));
        fields.maybe("option", cost.option.as_deref());
        fields.number("amount", cost.amount);
        fields.text("amount_description", &cost.words);
        Value::Object(fields.done())
    });
    fields.list("cost_options", costs.collect());
    let contact = entry.reach.contact.iter().map(|name| named(numbered("contact", 0), name));
    fields.list("contacts", contact.collect());
    fields.list("phones", phones(entry, numbered));
    fields.list("attributes", terms.into_iter().map(|term| attribute(entry, term)).collect());
    fields.maybe("eligibility_description", entry.who.as_deref());
    fields.maybe("application_process", entry.how.as_deref());
    fields.object("candour", own(entry));
    Value::Object(fields.done())
}

fn plain(entry: &Entry, settings: &Settings) -> Fields {
    let mut fields = Fields::default();
    let provider = entry.provider.identity(&settings.organisation);
    fields.id("id", entry.id);
    fields.id("organization_id", provider);
    fields.text("name", &entry.name);
    fields.text("description", entry.description.trim());
    fields.maybe("url", entry.reach.web.as_deref());
    fields.maybe("email", entry.reach.email.as_deref());
    fields.text("status", entry.status.name());
    fields.number("minimum_age", entry.minimum_age.map(Into::into));
    fields.number("maximum_age", entry.maximum_age.map(Into::into));
    fields.maybe("assured_date", entry.last_checked.map(|date| date.to_string()).as_deref());
    fields.maybe("assurer_email", entry.checked_by.as_deref());
    fields.maybe("alert", entry.alert.as_deref());
    fields.maybe("last_modified", entry.updated.map(|date| format!("{date}T00:00:00.000Z")).as_deref());
    fields.object("organization", organisation(&entry.provider, provider));
    fields
}

fn organisation(provider: &Provider, id: Uuid) -> Map<String, Value> {
    let mut fields = Fields::default();
    fields.id("id", id);
    fields.text("name", &provider.name);
    // The profile demands a description.
    fields.text("description", provider.description.as_deref().unwrap_or(&provider.name));
    fields.maybe("email", provider.email.as_deref());
    fields.maybe("website", provider.web.as_deref());
    fields.done()
}

fn named(id: Uuid, name: &str) -> Value {
    let mut fields = Fields::default();
    fields.id("id", id);
    fields.text("name", name);
    Value::Object(fields.done())
}

/// Numbers, in the field of the international standard.
fn phones(entry: &Entry, numbered: impl Fn(&str, usize) -> Uuid) -> Vec<Value> {
    let numbers = [(&entry.reach.phone, "voice"), (&entry.reach.text, "text")];
    let numbers = numbers.into_iter().enumerate().filter_map(|(at, (number, kind))| Some((at, number.as_ref()?, kind)));
    let phone = |(at, number, kind): (usize, &String, &str)| {
        let mut fields = Fields::default();
        fields.id("id", numbered("phone", at));
        fields.text("number", number);
        fields.text("type", kind);
        Value::Object(fields.done())
    };
    numbers.map(phone).collect()
}

fn attribute(entry: &Entry, term: Value) -> Value {
    let mut fields = Fields::default();
    let id = term.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    fields.id("id", Uuid::of("attribute", &[&entry.id.to_string(), &id]));
    fields.id("link_id", entry.id);
    fields.text("link_type", "service");
    fields.text("taxonomy_term_id", &id);
    let mut fields = fields.done();
    fields.insert("taxonomy_term".to_owned(), term);
    Value::Object(fields)
}

/// What the standard has no field for.
fn own(entry: &Entry) -> Map<String, Value> {
    let mut fields = Fields::default();
    fields.text("summary", &entry.summary);
    fields.maybe("times_note", entry.times_note.as_deref());
    let closed = entry.closed.iter().map(|days| {
        let mut fields = Fields::default();
        fields.text("from", &days.from.to_string());
        fields.text("to", &days.to.to_string());
        fields.maybe("reason", days.reason.as_deref());
        Value::Object(fields.done())
    });
    fields.list("closed", closed.collect());
    fields.list("offered", entry.offered.iter().map(|one| Offered::name(*one).into()).collect());
    fields.flag("council", entry.council);
    fields.maybe("neighbour", entry.neighbour.as_deref());
    fields.flag("sensitive", entry.sensitive);
    fields.flag("example", entry.example);
    fields.done()
}

/// The name for machines of a service at its location.
pub(super) fn at_location_id(entry: &Entry, venue: &Venue) -> Uuid {
    Uuid::of("service_at_location", &[&entry.id.to_string(), &venue.identity().to_string()])
}

/// A service at its location; nothing for an entry without one.
pub(super) fn at_location(entry: &Entry, settings: &Settings) -> Option<Value> {
    let venue = entry.venue.as_ref()?;
    let mut fields = Fields::default();
    fields.id("id", at_location_id(entry, venue));
    fields.id("service_id", entry.id);
    fields.id("location_id", venue.identity());
    fields.object("location", location(venue));
    fields.object("service", plain(entry, settings).done());
    Some(Value::Object(fields.done()))
}

/// Inside a service the service itself is left out.
fn without_service(mut placed: Value) -> Value {
    if let Some(fields) = placed.as_object_mut() {
        fields.shift_remove("service");
    }
    placed
}

fn location(venue: &Venue) -> Map<String, Value> {
    let id = venue.identity();
    let inner = |kind: &str, at: usize| Uuid::of(kind, &[&id.to_string(), &at.to_string()]);
    let mut fields = Fields::default();
    fields.id("id", id);
    fields.text("location_type", "physical");
    fields.maybe("name", venue.name.as_deref());
    fields.number("latitude", venue.latitude);
    fields.number("longitude", venue.longitude);
    fields.list("addresses", vec![Value::Object(address(venue, inner("address", 0)))]);
    let access = venue.access.iter().map(|one| Access::name(*one)).chain(venue.access_note.as_deref());
    let access = access.enumerate().map(|(at, words)| {
        let mut fields = Fields::default();
        fields.id("id", inner("accessibility", at));
        fields.text("description", words);
        Value::Object(fields.done())
    });
    fields.list("accessibility", access.collect());
    fields.done()
}

/// The profile demands a first line and a county; where there is none, the name or the town stands there.
fn address(venue: &Venue, id: Uuid) -> Map<String, Value> {
    let mut fields = Fields::default();
    let (first, rest) =
        venue.address.split_first().map_or((None, String::new()), |(first, rest)| (Some(first), rest.join(", ")));
    fields.id("id", id);
    fields.text("address_1", first.or(venue.name.as_ref()).unwrap_or(&venue.town));
    fields.text("address_2", &rest);
    fields.text("city", &venue.town);
    fields.text("state_province", venue.county.as_ref().unwrap_or(&venue.town));
    fields.text("postal_code", &venue.postcode);
    fields.text("country", "GB");
    fields.text("address_type", "physical");
    fields.done()
}
