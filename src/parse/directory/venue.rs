//! Where a service is.
//!
//! In: texts by field. Out: [`Venue`], and findings for a postcode or a point that cannot be in the United Kingdom.
//! Not here: whether the address exists; sensitive entries, which have no place.

use super::entry::identity;
use super::record::Record;
use crate::diag::Diagnostic;
use crate::model::directory::{Access, Venue};
use crate::model::quantity::Decimal;

/// Reads a place, if the entry has one.
pub(super) fn venue(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> Option<Venue> {
    if !record.has("place") {
        return None;
    }
    let known: Vec<(&str, Access)> = Access::ALL.into_iter().zip((0..).map(Access)).collect();
    let (latitude, longitude) = point(record, findings);
    let venue = Venue {
        id: identity(record, "place.id", findings),
        name: record.text("place.name"),
        address: record.texts("place.address"),
        town: record.needed("place.town", "Northam", findings).unwrap_or_default(),
        county: record.text("place.county"),
        postcode: postcode(record, findings).unwrap_or_default(),
        latitude,
        longitude,
        access: record.choice("place.access", &known, findings),
        access_note: record.text("place.access_note"),
    };
    (!venue.town.is_empty() && !venue.postcode.is_empty()).then_some(venue)
}

fn postcode(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> Option<String> {
    record.needed("place.postcode", "XX4 5AB", findings)?;
    let part = record.part("place.postcode")?;
    let code = tidy(&part.text);
    if code.is_none() {
        let message = format!("`{}` does not have the form of a postcode", part.text);
        findings.push(
            Diagnostic::error("place-unclear", message, part.place())
                .help("write it in two parts, for example `XX4 5AB`"),
        );
    }
    code
}

/// A postcode in capitals with its space: one or two letters, a digit, perhaps another sign; a digit and two letters.
pub fn tidy(typed: &str) -> Option<String> {
    let code: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    if !code.is_ascii() || !(5..=7).contains(&code.len()) {
        return None;
    }
    let (outer, inner) = code.split_at(code.len() - 3);
    let letters = outer.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest: Vec<u8> = outer.bytes().skip(letters).collect();
    let outer_fits = match rest.as_slice() {
        [digit] => digit.is_ascii_digit(),
        [digit, sign] => digit.is_ascii_digit() && sign.is_ascii_alphanumeric(),
        _ => false,
    };
    let inner_fits = match inner.as_bytes() {
        [digit, first, second] => digit.is_ascii_digit() && first.is_ascii_uppercase() && second.is_ascii_uppercase(),
        _ => false,
    };
    (matches!(letters, 1 | 2) && outer_fits && inner_fits).then(|| format!("{outer} {inner}"))
}

/// Latitude and longitude: both or none, both in or near the United Kingdom.
fn point(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> (Option<Decimal>, Option<Decimal>) {
    let mut degrees = |name: &str, from: i64, to: i64| {
        let part = record.part(name)?;
        let number = part.text.parse::<Decimal>().ok();
        let number = number.filter(|number| (Decimal::from(from)..=Decimal::from(to)).contains(number));
        if number.is_none() {
            let message = format!("`{}` is not a {name} of the United Kingdom", part.text, name = last(name));
            let help = "write degrees as a decimal number, for example `latitude: 52.48` and `longitude: -1.9`";
            findings.push(Diagnostic::error("place-unclear", message, part.place()).help(help));
        }
        number.map(|number| number.normalize())
    };
    let (north, east) = (degrees("place.latitude", 49, 61), degrees("place.longitude", -9, 2));
    let typed = record.part("place.latitude").or_else(|| record.part("place.longitude"));
    let is_half = record.part("place.latitude").is_some() != record.part("place.longitude").is_some();
    if let Some(part) = typed.filter(|_| is_half) {
        let message = "a point has one of latitude and longitude only".to_owned();
        findings.push(Diagnostic::error("place-unclear", message, part.place()).help("write both, or neither"));
    }
    if north.is_some() && east.is_some() { (north, east) } else { (None, None) }
}

fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn postcodes_are_written_in_capitals_with_their_space() {
        for (typed, tidied) in [("xx45ab", "XX4 5AB"), ("X1 1AA", "X1 1AA"), ("XX1A 1AA", "XX1A 1AA")] {
            assert_eq!(tidy(typed).as_deref(), Some(tidied));
        }
        for typed in ["", "ABC 1234", "XX", "1XX 1AA", "XX4 5A", "éé4 5AB"] {
            assert_eq!(tidy(typed), None, "{typed}");
        }
    }
}
