//! What pages ask of other stages: pictures, values, kinds of chart, files to download.
//!
//! In: the loaded site. Out: the traits of `page/` answered, and the files that belong to the answers.
//! Not here: the stages' own work.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Loaded;
use crate::diag::{Diagnostic, Place};
use crate::model::cache::Cache;
use crate::model::document::InlineFigure;
use crate::model::metric::{Metric, Metrics};
use crate::model::output::Output;
use crate::model::page_type::PageType;
use crate::model::picture::Picture;
use crate::model::saving::SavingsGroup;
use crate::model::strings::Strings;
use crate::page::figure::FileSize;
use crate::page::{Charts, Figures, Pictures};
use crate::{chart, evidence, export, page, read, render};

/// The pictures that pages show, by their place in the tree, with the base path of the site.
pub(super) struct Shown {
    base: String,
    pictures: BTreeMap<usize, Picture>,
}

/// Reads every picture that a page shows, once, and makes its smaller versions.
pub(super) fn pictures(loaded: &Loaded, cache: &dyn Cache, findings: &mut Vec<Diagnostic>) -> (Shown, Vec<Output>) {
    let mut wanted: BTreeMap<usize, Place> = BTreeMap::new();
    for page in &loaded.site.pages {
        for (asset, image) in page.pictures.iter().zip(&page.document.body.images) {
            if let Some(asset) = asset {
                wanted.entry(*asset).or_insert(Place::Span(image.span));
            }
        }
    }
    for page in &loaded.site.pages {
        if let Some(asset) = page.picture {
            wanted.entry(asset).or_insert(Place::Value(page.document.file, "extra.picture".to_owned()));
        }
    }
    let urls: BTreeMap<usize, &String> = loaded.site.assets.iter().map(|(url, at)| (*at, url)).collect();
    let wanted: Vec<(usize, Place)> = wanted.into_iter().collect();
    let made: Vec<_> = wanted
        .into_par_iter()
        .filter_map(|(at, place)| {
            let bytes = read::bytes(loaded.tree.assets.get(at)?).ok()?;
            let url = urls.get(&at)?;
            Some((at, export::images::prepare(&export::images::Original { url, bytes: &bytes, place }, cache)))
        })
        .collect();
    let mut shown = Shown { base: loaded.site.settings.base_path.clone(), pictures: BTreeMap::new() };
    let mut outputs = Vec::new();
    for (at, prepared) in made {
        let prepared = prepared.into(findings);
        outputs.extend(prepared.outputs);
        shown.pictures.extend(prepared.picture.map(|picture| (at, picture)));
    }
    (shown, outputs)
}

impl Pictures for Shown {
    fn markup(&self, asset: usize, alt: &str, number: usize) -> String {
        let shown = render::picture::Shown { base: &self.base, alt, number };
        self.pictures.get(&asset).map(|picture| render::picture::markup(picture, shown)).unwrap_or_default()
    }
}

/// Values of inline figures.
pub(super) struct Members<'a>(pub(super) &'a Metrics);

impl Figures for Members<'_> {
    fn value(&self, figure: &InlineFigure, strings: &Strings) -> Result<String, Box<Diagnostic>> {
        evidence::member::lookup(self.0, strings, figure)
    }

    fn savings(&self, metrics: &[&Metric], strings: &Strings) -> Vec<SavingsGroup> {
        evidence::savings::groups(metrics, strings)
    }
}

/// The kinds of chart.
pub(super) struct Kinds;

impl Charts for Kinds {
    fn names(&self) -> Vec<&'static str> {
        chart::KINDS.iter().map(|kind| kind.name).collect()
    }

    fn misfit(&self, kind: &str, metric: &Metric) -> Option<(String, String)> {
        let misfit = (chart::kind(kind)?.fits)(metric).err()?;
        Some((misfit.message, misfit.help))
    }
}

/// The files of every metric that a page shows as a figure, and their sizes for the links.
pub(super) fn downloads(loaded: &Loaded) -> (BTreeMap<String, Vec<FileSize>>, Vec<Output>) {
    let settings = &loaded.site.settings;
    let none = Strings::default();
    let strings = loaded.theme.strings_for(&settings.language).unwrap_or(&none);
    let made: Vec<_> = shown_metrics(loaded)
        .into_par_iter()
        .map(|metric| {
            let mut files = export::downloads::downloads(metric);
            let book = page::workbook(metric, &settings.organisation, strings);
            // Files for people stand before the one that only programs read.
            files.insert(files.len().saturating_sub(1), export::ods::download(&metric.id, &book));
            (metric.id.clone(), files)
        })
        .collect();
    let mut sizes = BTreeMap::new();
    let mut outputs = Vec::new();
    for (id, files) in made {
        let size = |file: &export::Download| FileSize {
            href: format!("{}{}", settings.base_path, file.path),
            format: file.label.to_owned(),
            bytes: file.bytes.len(),
            totals: file.totals,
        };
        sizes.insert(id, files.iter().map(size).collect());
        outputs.extend(
            files
                .into_iter()
                .map(|file| Output { path: file.path.trim_start_matches('/').to_owned(), bytes: file.bytes }),
        );
    }
    (sizes, outputs)
}

/// Directives that show the values of metrics, which are then published as files.
const SHOWING: [&str; 5] = ["chart", "table", "savings", "metric-summary", "metric-grid"];

/// Metrics that a page shows as a chart or in a table, each once, in order of their ids.
fn shown_metrics(loaded: &Loaded) -> Vec<&Metric> {
    let directives = loaded.site.pages.iter().flat_map(|page| &page.document.body.directives);
    let shown = directives.filter(|directive| SHOWING.contains(&directive.name.as_str()));
    let lists = shown.flat_map(|directive| [directive.attribute("metric"), directive.attribute("metrics")]);
    let mut ids: Vec<&str> = lists.flatten().flat_map(|list| list.split(',')).map(str::trim).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().filter_map(|id| loaded.metrics.get(id)).collect()
}

/// What reports ask of the metrics they show.
pub(super) fn wanted(loaded: &Loaded) -> Vec<Diagnostic> {
    let reports = loaded.site.pages.iter().filter(|page| page.document.front.kind == PageType::Report);
    let mut ids: Vec<&str> = Vec::new();
    for page in reports {
        let body = &page.document.body;
        ids.extend(body.figures.iter().map(|figure| figure.metric.as_str()));
        ids.extend(body.directives.iter().filter_map(|directive| directive.attribute("metric")));
        let lists = body.directives.iter().filter_map(|directive| directive.attribute("metrics"));
        ids.extend(lists.flat_map(|list| list.split(',').map(str::trim)));
    }
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().filter_map(|id| loaded.metrics.get(id)).flat_map(evidence::wanted::wanted).collect()
}
