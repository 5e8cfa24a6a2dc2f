//! The type `data`: every file of figures that the site publishes.
//!
//! In: a page, the metrics that are published with their files. Out: its view with a list by title: what each file is, its
//! formats with type and size, period, status. Not here: the files, markup.

use super::figure::{download, subtitle};
use super::figure_table::capitalised;
use super::{Context, PageKind, Prepared, Subject};
use crate::model::figure::DownloadView;
use crate::model::open_data::{OpenDataEntry, OpenDataView};
use crate::model::page_type::PageType;
use crate::model::strings::Strings;
use crate::model::view::ContentsView;
use crate::model::wording::{span, status};

/// The type.
pub(super) const KIND: PageKind = PageKind {
    kind: PageType::Data,
    template: "data.html",
    purpose: "the list of all figures that the site publishes as files",
    complete,
};

/// Lines about all files, by the last part of their keys.
const ABOUT: [&str; 5] = ["formats", "machines", "hidden", "apostrophe", "columns"];

fn complete<'a>(context: &Context<'a>, subject: &Subject<'a>, prepared: &mut Prepared<'a>) {
    let strings = subject.strings;
    let licence = context.site.settings.licence;
    let mut entries: Vec<OpenDataEntry> = context.files.keys().filter_map(|id| entry(context, id, strings)).collect();
    entries.sort_by(|a, b| a.title.cmp(&b.title).then_with(|| a.id.cmp(&b.id)));
    let contents = &mut prepared.view.contents;
    if !contents.is_empty() {
        let text = strings.text("open_data.title").to_owned();
        contents.push(ContentsView { id: "open-data".to_owned(), text });
    }
    prepared.view.open_data = Some(OpenDataView {
        about: ABOUT.iter().map(|key| strings.text(&format!("open_data.{key}")).to_owned()).collect(),
        licence: licence.map(|licence| (licence.title().to_owned(), licence.url().to_owned())),
        package: context.package.map(|file| DownloadView {
            href: file.href.clone(),
            label: file.format.clone(),
            text: strings.fill(
                "open_data.package",
                &[("size", &super::figure::size_words(file.bytes, strings)), ("format", &file.format)],
            ),
        }),
        entries,
    });
}

fn entry(context: &Context<'_>, id: &str, strings: &Strings) -> Option<OpenDataEntry> {
    let (metric, files) = (context.metrics.get(id)?, context.files.get(id)?);
    let source = [("title", metric.source.title.as_str()), ("publisher", metric.source.publisher.as_str())];
    Some(OpenDataEntry {
        id: format!("data-{id}"),
        title: metric.title.clone(),
        example: metric.example.then(|| strings.text("figure.example").to_owned()),
        what: subtitle(metric, strings),
        period: span(metric, strings).map(|words| capitalised(&words)),
        status: capitalised(status(metric.status, strings)),
        source: strings.fill("figure.source-text", &source),
        files: files.iter().map(|file| download(metric, file, strings)).collect(),
    })
}
