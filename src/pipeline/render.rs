//! The second half of the pipeline: views, templates, exports, files.
//!
//! In: a loaded site and a [`Sink`]. Out: every file of the site handed to the sink, and findings.
//! Not here: reading and assembling.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::claimed::claimed;
use super::shown::{Kinds, Members, downloads, pictures, wanted};
use super::{Loaded, Sink, Watch, settled};
use crate::diag::Diagnostic;
use crate::diag::failure::Failure;
use crate::model::cache::Cache;
use crate::model::output::path_of;
use crate::model::site::{PageId, Site};
use crate::page::{self, Context, Job};
use crate::render::{self, Frame};
use crate::{export, read};

/// Renders every page and export into a sink. Returns what was found on the way.
pub fn render(
    loaded: &Loaded,
    sink: &dyn Sink,
    cache: &dyn Cache,
    watch: &dyn Watch,
) -> Result<Vec<Diagnostic>, Failure> {
    let mut findings = wanted(loaded);
    findings.extend(claimed(loaded));
    let (pictures, mut outputs) = pictures(loaded, cache, &mut findings);
    let (files, copies) = downloads(loaded);
    outputs.extend(copies);
    let bare = Context::of_site(&loaded.site, &loaded.theme, &loaded.metrics);
    let mut faults = Vec::new();
    let languages = languages(&loaded.site);
    let (items, trails) = shared_parts(loaded, &bare, &mut faults);
    let cards = cards(loaded, &bare, &languages, &mut faults);
    let frames = frames(loaded, &bare, &languages, &mut faults);
    let members = Members(&loaded.metrics);
    let context = Context {
        items: &items,
        trails: &trails,
        cards: &cards,
        pictures: &pictures,
        figures: &members,
        files: &files,
        charts: &Kinds,
        ..bare
    };
    let jobs = page::jobs(&loaded.site);
    watch.stage("shared parts");
    let finished = AtomicUsize::new(0);
    let results: Vec<Result<Made, Failure>> = jobs
        .par_iter()
        .map(|job| {
            let made = one(loaded, &context, &frames, job, sink);
            watch.page(finished.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
            made
        })
        .collect();
    watch.stage("pages");
    findings.extend(faults.iter().map(|fault| fault.finding(&loaded.theme, &loaded.tree)));
    let mut listed = Vec::new();
    for result in results {
        let (found, page) = result?;
        findings.extend(found);
        listed.extend(page);
    }
    listed.sort_by(|a, b| a.url.cmp(&b.url));
    let strings = context.strings(&loaded.site.settings.language);
    outputs.extend(export::outputs(export::Source { site: &loaded.site, strings, listed: &listed }));
    for output in outputs {
        sink.put(&output.path, &output.bytes)?;
    }
    copies_of_files(loaded, sink)?;
    watch.stage("other files");
    Ok(settled(findings, &loaded.tree, &loaded.site))
}

fn shared_parts(
    loaded: &Loaded,
    bare: &Context<'_>,
    faults: &mut Vec<render::Fault>,
) -> (Vec<String>, BTreeMap<PageId, String>) {
    let language = &loaded.site.settings.language;
    let mut keep = |made: Result<String, Box<render::Fault>>| {
        made.unwrap_or_else(|fault| {
            faults.push(*fault);
            String::new()
        })
    };
    let items: Vec<_> = page::items(bare)
        .par_chunks(256)
        .map(|chunk| {
            let mut context = loaded.engine.context(language);
            chunk.iter().map(|item| render::item(&loaded.engine, &mut context, item)).collect::<Vec<_>>()
        })
        .collect();
    let items = items.into_iter().flatten().map(&mut keep).collect();
    let trails = page::breadcrumb_trails(bare);
    let trails =
        trails.into_iter().map(|(id, links)| (id, keep(render::breadcrumbs(&loaded.engine, language, &links))));
    (items, trails.collect())
}

/// The languages that pages are written in.
fn languages(site: &Site) -> Vec<&str> {
    let mut languages: Vec<&str> = site.pages.iter().map(|page| page.language.as_str()).collect();
    languages.push(&site.settings.language);
    languages.sort_unstable();
    languages.dedup();
    languages
}

/// The contact card of every record for each language.
fn cards(
    loaded: &Loaded,
    bare: &Context<'_>,
    languages: &[&str],
    faults: &mut Vec<render::Fault>,
) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut cards: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for contact in page::contacts(bare) {
        for language in languages {
            match render::card(&loaded.engine, language, &contact) {
                Ok(card) => drop(cards.entry((*language).to_owned()).or_default().insert(contact.id.clone(), card)),
                Err(fault) => faults.push(*fault),
            }
        }
    }
    cards
}

/// The frame of the site for each language and main section.
type Frames = BTreeMap<(String, Option<PageId>), Frame>;

fn frames(loaded: &Loaded, bare: &Context<'_>, languages: &[&str], faults: &mut Vec<render::Fault>) -> Frames {
    let site = &loaded.site;
    let mut frames = Frames::new();
    for language in languages {
        for section in site.sections.iter().copied().map(Some).chain([None]) {
            match render::frame(&loaded.engine, &page::site_view(bare, language, section)) {
                Ok(frame) => drop(frames.insert(((*language).to_owned(), section), frame)),
                Err(fault) => faults.push(*fault),
            }
        }
    }
    frames
}

/// The main section that a page is in.
fn section_of(site: &Site, job: &Job) -> Option<PageId> {
    let Job::Page(id, _) = job else { return None };
    let mut at = Some(*id);
    while let Some(id) = at {
        if site.sections.contains(&id) {
            return Some(id);
        }
        at = site.page(id).and_then(|page| page.parent);
    }
    None
}

/// What became of one page: findings, and its entry for search engines.
type Made = (Vec<Diagnostic>, Option<export::Listed>);

fn one(loaded: &Loaded, context: &Context<'_>, frames: &Frames, job: &Job, sink: &dyn Sink) -> Result<Made, Failure> {
    let mut findings = Vec::new();
    let prepared = page::prepare(context, job).into(&mut findings);
    let key = (prepared.view.lang.clone(), section_of(&loaded.site, job));
    let Some(frame) = frames.get(&key) else { return Ok((findings, None)) };
    let listed = (!prepared.view.noindex).then(|| export::Listed {
        url: prepared.view.canonical.clone(),
        changed: prepared
            .view
            .dates
            .updated
            .as_ref()
            .or(prepared.view.dates.published.as_ref())
            .map(|date| date.iso.clone()),
    });
    let path = match job {
        Job::Redirect(at) => loaded.site.redirects.get(*at).map(|redirect| path_of(&redirect.from)).unwrap_or_default(),
        _ => path_of(prepared.view.url.strip_prefix(&loaded.site.settings.base_path).unwrap_or(&prepared.view.url)),
    };
    let (html, faults) = render::page(&loaded.engine, frame, prepared.view, &prepared.body);
    findings.extend(faults.iter().map(|fault| fault.finding(&loaded.theme, &loaded.tree)));
    sink.put(&path, html.as_bytes())?;
    Ok((findings, listed))
}

/// Files of the theme and files beside pages.
fn copies_of_files(loaded: &Loaded, sink: &dyn Sink) -> Result<(), Failure> {
    for asset in &loaded.theme.assets {
        sink.put(&asset.path, &asset.bytes)?;
    }
    let copies: Vec<(&String, usize)> = loaded.site.assets.iter().map(|(url, at)| (url, *at)).collect();
    copies.into_par_iter().try_for_each(|(url, at)| {
        let Some(asset) = loaded.tree.assets.get(at) else { return Ok(()) };
        let bytes = read::bytes(asset)
            .map_err(|error| Failure::of_disk("the file cannot be read", asset.path.to_string(), &error))?;
        sink.put(url.trim_start_matches('/'), &bytes)
    })
}
