//! Bands such as `18-24`, `25 to 64`, `Over 85`, `65+`: they must touch, without gap or overlap.
//!
//! In: the groups of a table. Out: findings `band-gap` and `band-overlap`. A site allows one with a reason.
//! Not here: what the numbers count; a band is two whole numbers, both inside it.

use super::row::Row;
use crate::diag::{Diagnostic, Place};
use crate::model::source::Span;

/// A band of whole numbers; the open ends are at the ends of the range of the type.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Band {
    from: i64,
    to: i64,
}

/// Reads a band.
pub(super) fn band(label: &str) -> Option<Band> {
    let text = label.trim().to_lowercase();
    let text = text.strip_prefix("aged ").or_else(|| text.strip_prefix("ages ")).unwrap_or(&text);
    let text = text.strip_suffix(" years old").or_else(|| text.strip_suffix(" years")).unwrap_or(text);
    let after = |words: &[&str]| words.iter().find_map(|word| whole(text.strip_prefix(*word)?));
    let before = |words: &[&str]| {
        words.iter().find_map(|word| {
            let start = text.strip_suffix(*word)?;
            whole(start.strip_suffix(" years").unwrap_or(start))
        })
    };
    if let Some(last) = after(&["over ", "more than ", ">"]) {
        return Some(Band { from: last.checked_add(1)?, to: i64::MAX });
    }
    if let Some(first) = before(&[
        " and over",
        " or over",
        " and above",
        " or above",
        " or older",
        " and older",
        " or more",
        "+",
        " plus",
    ]) {
        return Some(Band { from: first, to: i64::MAX });
    }
    if let Some(first) = after(&["under ", "less than ", "below ", "<"]) {
        return Some(Band { from: i64::MIN, to: first.checked_sub(1)? });
    }
    if let Some(last) = after(&["up to "]).or_else(|| before(&[" and under", " or under", " or younger", " or less"])) {
        return Some(Band { from: i64::MIN, to: last });
    }
    let (from, to) = [" to ", "-", "–", "—"].iter().find_map(|sign| text.split_once(sign))?;
    let (from, to) = (whole(from)?, whole(to)?);
    (from <= to).then_some(Band { from, to })
}

/// Whether every group of a table is a band.
pub(super) fn are_bands(rows: &[Row]) -> bool {
    rows.len() > 1 && rows.iter().all(|row| row.groups.first().is_some_and(|group| band(group).is_some()))
}

fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// Holds the bands of one dimension against each other. Fewer than two bands among the groups are no bands.
pub(super) fn check(rows: &[Row], dimension: usize) -> Vec<Diagnostic> {
    let mut bands: Vec<(Band, &str, Span)> = Vec::new();
    for row in rows {
        let Some(label) = row.groups.get(dimension) else { continue };
        if bands.iter().any(|(_, known, _)| known == label) {
            continue;
        }
        bands.extend(band(label).map(|band| (band, label.as_str(), row.name_span)));
    }
    if bands.len() < 2 {
        return Vec::new();
    }
    bands.sort_by_key(|(band, _, _)| (band.from, band.to));
    bands.windows(2).filter_map(fault).collect()
}

fn fault(pair: &[(Band, &str, Span)]) -> Option<Diagnostic> {
    let [(low, low_label, low_span), (high, high_label, high_span)] = pair else { return None };
    if low.to >= high.from {
        let message = format!("`{low_label}` and `{high_label}` both hold {}", high.from.max(0));
        return Some(
            Diagnostic::error("band-overlap", message, Place::Span(*high_span))
                .also(Place::Span(*low_span), "the other band")
                .help("begin each band one above the end of the band before, for example `25 to 64` and `65 to 84`, or allow `band-overlap` with a reason"),
        );
    }
    let (first, last) = (low.to + 1, high.from - 1);
    if first > last {
        return None;
    }
    let missing = if first == last { first.to_string() } else { format!("{first} to {last}") };
    Some(
        Diagnostic::error("band-gap", format!("no band holds {missing}"), Place::Span(*high_span))
            .also(Place::Span(*low_span), "the band before it")
            .help("correct the bands; if the source words them so, add `allow: [{ code: band-gap, reason: … }]` to the note"),
    )
}

#[cfg(test)]
mod tests {
    use super::band;

    #[test]
    fn bands_are_read_in_the_styles_that_councils_mix() {
        let read = |text: &str| band(text).map(|band| (band.from, band.to));
        for (text, from, to) in [("18-24", 18, 24), ("18–24", 18, 24), ("25 to 64", 25, 64), ("Aged 65 to 84", 65, 84)]
        {
            assert_eq!(read(text), Some((from, to)), "{text}");
        }
        for (text, from) in
            [("Over 85", 86), ("85 and over", 85), ("65+", 65), ("85 years and over", 85), ("90 or older", 90)]
        {
            assert_eq!(read(text), Some((from, i64::MAX)), "{text}");
        }
        assert_eq!(read("Under 18"), Some((i64::MIN, 17)));
        for text in ["Hall Green", "Team 1-2", "64 to 25", "2019-2020-2021", "Not known", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
