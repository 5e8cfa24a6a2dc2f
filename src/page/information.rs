//! The types `documents` and `information-standard`: the accessible documents policy, and how the council meets the
//! Accessible Information Standard.
//!
//! In: a page and `data/accessible-information.yaml`. Out: its view; without the file it is its author's words alone. Both
//! end with the contact that takes requests. Not here: markup, and the sentences, which are in the strings file.

use super::base::{link, sections};
use super::figure::size_words;
use super::{Context, PageKind, Prepared, Subject, date_view};
use crate::model::information::{AccessibleInformation, Attachment, DocumentCheck, Standard, document_kind};
use crate::model::information_view::{
    AttachmentCheckView, AttachmentView, DocumentsView, FormatView, StandardView, StepWordsView,
};
use crate::model::page_type::PageType;
use crate::model::strings::Strings;
use crate::model::view::{ContentsView, LinkView};

/// The accessible documents policy.
pub(super) const DOCUMENTS: PageKind = PageKind {
    kind: PageType::Documents,
    template: "documents.html",
    purpose: "the accessible documents policy: what is no web page, who can use it, and how to ask for another format",
    complete: |context, subject, prepared| {
        let Some(known) = &context.site.information else { return };
        prepared.view.documents = Some(documents(context, subject.strings));
        complete(context, subject, prepared, (known, "documents", &["list", "ask", "formats", "problem"]));
    },
};

/// The page on the Accessible Information Standard.
pub(super) const STANDARD: PageKind = PageKind {
    kind: PageType::InformationStandard,
    template: "information-standard.html",
    purpose: "how the council meets the Accessible Information Standard, step by step",
    complete: |context, subject, prepared| {
        let Some((known, standard)) =
            context.site.information.as_ref().and_then(|known| Some((known, known.standard.as_ref()?)))
        else {
            return;
        };
        prepared.view.standard = Some(view(standard, subject.strings));
        let parts = ["about", "steps", "formats", "who", "assessment", "ask"];
        complete(context, subject, prepared, (known, "standard", &parts));
    },
};

/// What both have: formats, the sections that the program adds, the contact that takes requests.
fn complete<'a>(
    context: &Context<'a>,
    subject: &Subject<'a>,
    prepared: &mut Prepared<'a>,
    (known, group, parts): (&AccessibleInformation, &str, &[&str]),
) {
    let strings = subject.strings;
    let formats = known.formats.iter().map(|format| FormatView {
        name: format.name.clone(),
        what: format.what.clone(),
        within: format.within.clone(),
    });
    prepared.view.formats = formats.collect();
    prepared.view.contents = sections(context, subject);
    let added = parts.iter().map(|part| ContentsView {
        id: format!("{group}-{part}"),
        text: strings.text(&format!("{group}.{part}")).to_owned(),
    });
    prepared.view.contents.extend(added);
    if let Some(contact) = &known.contact {
        prepared.view.contact_html = context.card(&subject.page.language, contact);
    }
}

fn documents(context: &Context<'_>, strings: &Strings) -> DocumentsView {
    let site = context.site;
    let attachments = &site.attachments;
    let data = site.pages.iter().position(|page| page.document.front.kind == PageType::Data && !page.is_variant);
    let statement = |link: &LinkView| {
        site.footer.iter().any(|id| {
            context.address_of(*id) == link.url
                && site.page(*id).is_some_and(|page| page.document.front.kind == PageType::Statement)
        })
    };
    let footer: Vec<LinkView> = site.footer.iter().map(|id| link(context, *id)).collect();
    DocumentsView {
        count: (!attachments.is_empty()).then(|| strings.count("documents.count", attachments.len())),
        documents: attachments.iter().map(|attachment| of(context, attachment, strings)).collect(),
        figures: data.map(|at| link(context, crate::model::site::PageId::at(at))),
        statement: footer.into_iter().find(statement),
    }
}

fn of(context: &Context<'_>, attachment: &Attachment, strings: &Strings) -> AttachmentView {
    let name = attachment.url.rsplit('/').next().unwrap_or(&attachment.url);
    let size = size_words(usize::try_from(attachment.size).unwrap_or(usize::MAX), strings);
    let checked = |check: &DocumentCheck| AttachmentCheckView {
        on: check.on.map(|date| date_view(date, strings)),
        how: check.how.clone(),
    };
    AttachmentView {
        title: attachment.title.clone().unwrap_or_else(|| name.to_owned()),
        url: context.address(&attachment.url).replace(' ', "%20"),
        label: format!("{}, {size}", document_kind(name).unwrap_or_default()),
        page: attachment.page.map(|id| link(context, id)),
        checked: attachment.checked.as_ref().map(checked),
    }
}

/// Months from one self-assessment to the next.
const MONTHS: i32 = 12;

fn view(standard: &Standard, strings: &Strings) -> StandardView {
    let step = |(key, words): &(&'static str, String)| StepWordsView {
        name: strings.text(&format!("standard.step.{key}")).to_owned(),
        words: words.clone(),
    };
    StandardView {
        lead: standard.lead.clone(),
        board: standard.board.clone(),
        assessed: standard.assessed.map(|date| date_view(date, strings)),
        next: standard.assessed.map(|date| date_view(date.plus_months(MONTHS), strings)),
        found: standard.found.clone(),
        steps: standard.steps.iter().map(step).collect(),
    }
}
