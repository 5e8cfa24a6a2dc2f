//! The forms and languages of a page, and what a form owes its reader.
//!
//! In: a page with its other forms. Out: links to all others, each language named in the language of the page and in itself;
//! notices for a form that is older than its page, or that no reader of it has checked. Links to pages in the language of the
//! page that bears them. Not here: which page is a form of which; that is `assemble/`.

use super::base::target;
use super::{Context, Subject, date_view};
use crate::model::document::Form;
use crate::model::forms_view::{FormView, FormsView, OutdatedView, WordsView};
use crate::model::language::{direction, own_name, primary};
use crate::model::site::{Page, PageId};
use crate::model::strings::Strings;
use crate::model::view::LinkView;

/// The forms of a page; nothing where it has one alone and nothing to say of it.
pub(super) fn forms(context: &Context<'_>, subject: &Subject<'_>) -> Option<FormsView> {
    let page = subject.page;
    let standard = page.original.unwrap_or(subject.id);
    let original = context.site.page(standard)?;
    let view = FormsView {
        others: others(context, subject, (standard, original)),
        outdated: page.is_outdated.then(|| outdated(context, subject, (standard, original))),
        unchecked: unchecked(context, subject),
        languages: languages(context, (standard, original)),
    };
    let is_nothing = view.others.is_empty() && view.outdated.is_none() && view.unchecked.is_empty();
    (!is_nothing).then_some(view)
}

fn others(context: &Context<'_>, subject: &Subject<'_>, (standard, original): (PageId, &Page)) -> Vec<FormView> {
    let pages = [standard].into_iter().chain(original.variants.iter().copied()).filter(|id| *id != subject.id);
    let mut all: Vec<FormView> = pages
        .filter_map(|id| {
            let page = context.site.page(id)?;
            Some(view(subject, context.address(&page.url), (&page.language, page.form)))
        })
        .collect();
    let files = original.document.front.alternatives.iter().zip(&original.alternatives);
    all.extend(files.map(|(file, to)| {
        let language = file.language.as_ref().unwrap_or(&original.language);
        view(subject, target(context, to), (language, Some(file.form)))
    }));
    all
}

fn view(subject: &Subject<'_>, url: String, (language, form): (&str, Option<Form>)) -> FormView {
    let is_same = primary(language) == primary(&subject.page.language);
    let name = |key: &str| subject.strings.text(&format!("forms.{key}")).to_owned();
    let form = match form {
        Some(form) => Some(name(form.name())),
        None if is_same => Some(name("standard")),
        None => None,
    };
    FormView {
        url,
        language: (!is_same).then(|| language_name(language, subject.strings)),
        own_name: own_name(language).filter(|_| !is_same),
        lang: language.to_owned(),
        dir: direction(language),
        form,
    }
}

/// A language in the words of another.
fn language_name(tag: &str, strings: &Strings) -> String {
    let key = format!("languages.{}", primary(tag));
    strings.texts.get(&key).cloned().unwrap_or_else(|| tag.to_owned())
}

fn outdated(context: &Context<'_>, subject: &Subject<'_>, (standard, original): (PageId, &Page)) -> OutdatedView {
    let changed = original.document.front.changed();
    let text = match changed.map(|date| date_view(date, subject.strings)) {
        Some(date) => subject.strings.fill("forms.outdated-on", &[("date", &date.words)]),
        None => subject.strings.text("forms.outdated").to_owned(),
    };
    // The form is out of date: only the page that it was made from says what holds now.
    let is_same = primary(&original.language) == primary(&subject.page.language);
    let lang = (!is_same).then(|| original.language.clone());
    let link = LinkView { lang, ..super::base::link(context, standard) };
    OutdatedView { text, original: link }
}

fn unchecked(context: &Context<'_>, subject: &Subject<'_>) -> Vec<WordsView> {
    if !subject.page.document.front.unchecked {
        return Vec::new();
    }
    let key = if subject.page.form == Some(Form::EasyRead) { "forms.unchecked-easy-read" } else { "forms.unchecked" };
    let own = WordsView { text: subject.strings.text(key).to_owned(), lang: None };
    let site = &context.site.settings.language;
    let theirs = context.strings(site).text(key);
    let is_same = theirs == own.text;
    let other = WordsView { text: theirs.to_owned(), lang: Some(site.clone()) };
    [own].into_iter().chain((!is_same).then_some(other)).collect()
}

/// The page in each language, for search engines and browsers; nothing where there is one language.
fn languages(context: &Context<'_>, (standard, original): (PageId, &Page)) -> Vec<(String, String)> {
    let base = &context.site.settings.base_url;
    let pages = [standard].into_iter().chain(original.variants.iter().copied());
    let list: Vec<(String, String)> = pages
        .filter_map(|id| context.site.page(id))
        .filter(|page| page.form.is_none())
        .map(|page| (page.language.clone(), format!("{base}{}", page.url)))
        .collect();
    if list.len() > 1 { list } else { Vec::new() }
}

/// A link to a page in a language; where there is no such page it leads to the page itself, and says in which language.
pub(super) fn link_in(context: &Context<'_>, language: &str, id: PageId) -> LinkView {
    let is_it = |id: &PageId| {
        let page = context.site.page(*id);
        page.is_some_and(|page| page.form.is_none() && primary(&page.language) == primary(language))
    };
    let variants = context.site.page(id).map(|page| page.variants.as_slice()).unwrap_or_default();
    let found = if is_it(&id) { None } else { variants.iter().copied().find(is_it) };
    let id = found.unwrap_or(id);
    let other = context.site.page(id).map(|page| &page.language).filter(|_| !is_it(&id));
    LinkView { lang: other.cloned(), ..super::base::link(context, id) }
}

/// Links to pages in a language.
pub(super) fn links_in(context: &Context<'_>, language: &str, ids: &[PageId]) -> Vec<LinkView> {
    ids.iter().map(|id| link_in(context, language, *id)).collect()
}
