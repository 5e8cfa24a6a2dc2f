//! The type `contacts`: every contact record on one page.
//!
//! In: the records. Out: a card for each behind the words of the author, in the order of their names; the site's own first.
//! Not here: markup of a card.

use super::base::{resolved_contact, sections};
use super::{PageKind, Prepared};
use crate::model::block::{BlockView, Filled, Part};
use crate::model::contact::Contact;
use crate::model::escape::escaped;
use crate::model::page_type::PageType;
use crate::model::source::offset;
use crate::model::view::ContentsView;

/// The id of the section.
const ID: &str = "all-contacts";

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Contacts,
    template: "page.html",
    purpose: "every contact record, for people who do not know who to ask",
    complete: |context, subject, prepared| {
        let main = context.site.settings.contact.as_deref();
        let mut contacts: Vec<&Contact> = context.site.contacts.values().collect();
        contacts.sort_by_key(|contact| (main != Some(contact.id.as_str()), contact.name.to_lowercase()));
        let title = subject.strings.text("contact.all");
        add(prepared, Part::Html(format!("<h2 id=\"{ID}\">{}</h2>\n", escaped(title))));
        prepared.view.contents = sections(context, subject);
        for contact in contacts {
            let text = contact.name.clone();
            prepared.view.contents.push(ContentsView { id: format!("contact-{}", contact.id), text });
            add(prepared, Part::Open(Box::new(BlockView::Contact(Box::new(resolved_contact(context, contact))))));
            add(prepared, Part::Close);
        }
    },
};

/// Adds a part behind the body.
fn add(prepared: &mut Prepared<'_>, part: Part) {
    prepared.body.fills.push(Filled { at: offset(prepared.body.html.len()), part });
}
