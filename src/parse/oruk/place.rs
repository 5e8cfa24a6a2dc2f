//! Where a service of a feed is.
//!
//! In: the locations of a service. Out: its `place:`. Not here: services without a place of their own.

use super::yaml::Text;
use super::{Object, Told, number, objects, text};
use crate::model::directory::{Access, Venue};
use crate::model::quantity::Decimal;
use crate::model::uuid::Uuid;
use crate::parse::directory::venue::tidy;

/// Writes the place of a service.
pub(super) fn place(places: &[&Object], out: &mut Text, told: &mut Told<'_>) {
    let mut there = places.iter().filter(|place| text(place, "location_type").is_none_or(|kind| kind != "virtual"));
    let Some(location) = there.next() else { return };
    if there.next().is_some() {
        told.left_out("its further places: an entry has one; type the others as entries of their own");
    }
    let address = objects(location, "addresses").next();
    let town = address.and_then(|address| text(address, "city"));
    let postcode = address.and_then(|address| text(address, "postal_code")).and_then(tidy);
    let (Some(address), Some(town), Some(postcode)) = (address, town, postcode) else {
        told.left_out("its place, which has no town or no postcode");
        return;
    };
    let name = text(location, "name");
    let first = text(address, "address_1").filter(|line| *line != name.unwrap_or(town));
    let lines: Vec<String> = first.into_iter().chain(text(address, "address_2")).map(str::to_owned).collect();
    let county = text(address, "state_province").filter(|county| *county != town);
    out.open("place");
    out.maybe("name", name);
    out.list("address", &lines);
    out.line("town", town);
    out.maybe("county", county);
    out.line("postcode", &postcode);
    point(location, out, told);
    access(location, out);
    let made =
        Venue { name: name.map(str::to_owned), address: lines, town: town.to_owned(), postcode, ..Venue::default() };
    let id = text(location, "id").and_then(Uuid::parse).filter(|id| *id != made.made());
    out.maybe("id", id.map(|id| id.to_string()).as_deref());
    out.close();
}

fn point(location: &Object, out: &mut Text, told: &mut Told<'_>) {
    let degrees = |key: &str, from: i64, to: i64| {
        let number = number(location, key)?.parse::<Decimal>().ok()?;
        (Decimal::from(from)..=Decimal::from(to)).contains(&number).then(|| number.to_string())
    };
    match (degrees("latitude", 49, 61), degrees("longitude", -9, 2)) {
        (Some(north), Some(east)) => {
            out.line("latitude", &north);
            out.line("longitude", &east);
        }
        _ if location.contains_key("latitude") => {
            told.left_out("its point on the map, which is not in the United Kingdom");
        }
        _ => {}
    }
}

fn access(location: &Object, out: &mut Text) {
    let words: Vec<&str> = objects(location, "accessibility")
        .flat_map(|one| [text(one, "description"), text(one, "details")])
        .flatten()
        .collect();
    let known: Vec<String> =
        words.iter().filter_map(|words| Access::named(words)).map(|one| one.name().to_owned()).collect();
    let others: Vec<&str> = words.into_iter().filter(|words| Access::named(words).is_none()).collect();
    out.list("access", &known);
    out.maybe("access_note", Some(&others.join(" ")));
}
