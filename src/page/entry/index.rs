//! Entries as lists show them, and as the filter's script reads them.
//!
//! In: the directory of the site. Out: plain views in the order of the entries. Not here: the file that holds the index.

use super::words;
use crate::model::directory::{Entry, EntryStatus};
use crate::model::entry_view::{EntryIndexView, EntryItemView};
use crate::model::opening::When;
use crate::model::slug::slug;
use crate::model::strings::Strings;
use crate::page::Context;

/// The entry of every list.
pub fn items(context: &Context<'_>) -> Vec<EntryItemView> {
    let strings = context.strings(&context.site.settings.language);
    context.site.directory.entries.iter().map(|entry| item(context, entry, strings)).collect()
}

/// What the filter's script reads; nothing without a page that filters.
pub fn index(context: &Context<'_>) -> Vec<EntryIndexView> {
    if context.site.directory.page.is_none() {
        return Vec::new();
    }
    let strings = context.strings(&context.site.settings.language);
    let needs = &context.site.directory.needs;
    let one = |entry: &Entry| {
        let mut words = vec![entry.provider.name.as_str()];
        words.extend(needs.iter().filter(|need| entry.needs.contains(&need.key)).map(|need| need.name.as_str()));
        words.extend(entry.area.as_deref());
        words.extend(entry.venue.iter().flat_map(|venue| [venue.town.as_str(), venue.postcode.as_str()]));
        EntryIndexView {
            item: item(context, entry, strings),
            needs: entry.needs.clone(),
            place: entry.venue.as_ref().map(|venue| slug(&venue.town)).unwrap_or_default(),
            cost: entry.cost_kind().key(),
            days: days(entry),
            words: words.join(" "),
            checked: entry.last_checked.map(|date| date.to_string()).unwrap_or_default(),
        }
    };
    context.site.directory.entries.iter().map(one).collect()
}

fn item(context: &Context<'_>, entry: &Entry, strings: &Strings) -> EntryItemView {
    let town = entry.venue.as_ref().map(|venue| venue.town.clone());
    let offered = entry.offered.first().map(|one| words::offered(*one, strings));
    let marks = [town.or(offered), words::cost_mark(entry, strings), words::times_mark(entry, strings)];
    let paused = (entry.status == EntryStatus::Paused).then(|| strings.text("directory.paused").to_owned());
    let near = entry.neighbour.as_ref().map(|area| strings.fill("directory.in_neighbour", &[("area", area)]));
    EntryItemView {
        name: entry.name.clone(),
        url: context.address(&entry.url),
        summary: entry.summary.clone(),
        marks: marks.into_iter().flatten().collect(),
        flags: near.into_iter().chain(paused).collect(),
    }
}

/// The days of the week on which something may be on.
fn days(entry: &Entry) -> Vec<u8> {
    let mut days: Vec<u8> = Vec::new();
    for time in &entry.times {
        match &time.when {
            When::Weekly { days: on, .. } => days.extend(on),
            When::Monthly { day, .. } => days.push(*day),
            When::DayOfMonth(_) => {}
        }
    }
    days.sort_unstable();
    days.dedup();
    days
}
