//! What search knows of a page, and which pages it does not know.
//!
//! In: a page as its template sees it. Out: a [`Findable`] without the rendered body, or nothing. Pages for people at risk
//! are in no index: a shared computer would offer them, and whoever watches would read them. Nor is anything that search
//! engines are asked to leave out: withdrawn pages, entries that keep their place to themselves, the later pages of a list.
//! Not here: the index; the search page.

use super::{Context, Job};
use crate::model::entry_view::EntryView;
use crate::model::escape::push_escaped;
use crate::model::language::primary;
use crate::model::search::Findable;
use crate::model::site::Page;
use crate::model::view::{PageView, WordView};

/// What search knows of a page.
pub fn findable(context: &Context<'_>, job: &Job, view: &PageView) -> Option<Findable> {
    if !context.site.settings.search || view.sensitive || view.noindex {
        return None;
    }
    let page = match *job {
        Job::Page(id, 1) => context.site.page(id),
        Job::Entry(_) => None,
        _ => return None,
    };
    if page.is_some_and(|page| is_withheld(context, page)) {
        return None;
    }
    let mut found = Findable {
        url: view.url.clone(),
        language: primary(&view.lang).to_owned(),
        title: view.title.clone(),
        summary: view.summary.clone(),
        html: text(view),
        also: view.words.iter().flat_map(other_words).collect(),
        is_second: page.is_some_and(|page| page.form.is_some()),
    };
    if let Some(page) = page {
        found.also.extend(own_contact(context, page));
    }
    Some(found)
}

/// Whether a page is in no index: itself, or the page that it says in another language or form.
pub(super) fn is_withheld(context: &Context<'_>, page: &Page) -> bool {
    let original = page.original.and_then(|id| context.site.page(id));
    std::iter::once(page).chain(original).any(|page| {
        let front = &page.document.front;
        front.sensitive || front.withdrawn.is_some()
    })
}

/// A word of the glossary and what else people call it: they search for the short form that a page spells out.
fn other_words(word: &WordView) -> Vec<String> {
    let all = std::iter::once(&word.term).chain(&word.abbreviation).chain(&word.also);
    all.cloned().collect()
}

/// The team of a page that names one. The site's own contact is at the end of every page and tells none apart.
fn own_contact(context: &Context<'_>, page: &Page) -> Vec<String> {
    let contact = page.document.front.contact.as_ref().and_then(|id| context.site.contacts.get(id));
    let own = contact.filter(|contact| context.site.settings.contact.as_ref() != Some(&contact.id));
    let words =
        own.map(|contact| [Some(&contact.name), contact.phone.as_ref(), contact.text.as_ref(), contact.email.as_ref()]);
    words.into_iter().flatten().flatten().cloned().collect()
}

/// The text of a page that is not its body.
fn text(view: &PageView) -> String {
    let mut html = String::new();
    for step in &view.steps {
        push(&mut html, "h2", &step.title);
    }
    for word in view.letters.iter().flat_map(|letter| &letter.words) {
        push(&mut html, "p", &other_words(word).join(", "));
        push(&mut html, "p", &word.meaning);
    }
    if let Some(entry) = &view.entry {
        entry_text(&mut html, entry);
    }
    html
}

fn entry_text(html: &mut String, entry: &EntryView) {
    let one = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
    let texts = [
        entry.paragraphs.clone(),
        vec![entry.provider.clone()],
        one(&entry.contact),
        one(&entry.phone),
        one(&entry.text),
        one(&entry.email),
        entry.times.clone(),
        entry.address.clone(),
        entry.access.clone(),
        entry.offered.clone(),
        entry.costs.clone(),
        one(&entry.ages),
        one(&entry.who),
        one(&entry.how),
        entry.languages.clone(),
        one(&entry.area),
        entry.lists.iter().map(|list| list.title.clone()).collect(),
    ];
    for text in texts.iter().flatten() {
        push(html, "p", text);
    }
}

fn push(html: &mut String, tag: &str, text: &str) {
    html.push_str(&format!("<{tag}>"));
    push_escaped(html, text);
    html.push_str(&format!("</{tag}>"));
}
