//! The second half of the pipeline: views, templates, exports, files.
//!
//! In: a loaded site and a [`Sink`]. Out: every file of the site handed to the sink, and findings.
//! Not here: reading and assembling.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::audited::{self, Audited, Auditor};
use super::claimed::claimed;
use super::found;
use super::scope::{scope, skipped};
use super::shown::{Kinds, Members, downloads, pictures, wanted};
use super::{Loaded, Sink, Watch, codes, judged, settled};
use crate::diag::failure::Failure;
use crate::diag::{Diagnostic, Severity};
use crate::model::cache::Cache;
use crate::model::output::{Output, path_of};
use crate::model::search::Findable;
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
    let (items, trails) = shared_parts(loaded, &bare, &languages, &mut faults);
    let entries = entries(loaded, &bare, &mut faults);
    let cards = cards(loaded, &bare, &languages, &mut faults);
    let frames = frames(loaded, &bare, &languages, &mut faults);
    let members = Members(&loaded.metrics);
    let looked_at = loaded.audit.then(|| scope(loaded));
    let context = Context {
        items: &items,
        entries: &entries,
        trails: &trails,
        cards: &cards,
        pictures: &pictures,
        figures: &members,
        files: &files.files,
        package: files.package.as_ref(),
        charts: &Kinds,
        checked: looked_at.as_ref(),
        ..bare
    };
    let jobs = page::jobs(&loaded.site);
    let auditor = loaded.audit.then(|| Auditor::new(loaded, &findings));
    watch.stage("shared parts");
    let with = Making { loaded, context: &context, frames: &frames, auditor: auditor.as_ref() };
    let results = made(with, &jobs, sink, watch);
    watch.stage("pages");
    findings.extend(faults.iter().map(|fault| fault.finding(&loaded.theme, &loaded.tree)));
    let has_errors = loaded.findings.iter().any(|finding| finding.severity == Severity::Error);
    let Gathered { mut listed, audited, found } = gathered(results, &mut findings)?;
    findings.extend(audited::joined(audited, has_errors));
    listed.sort_by(|a, b| a.url.cmp(&b.url));
    let strings = context.strings(&loaded.site.settings.language);
    let index = page::entry_index(&context);
    outputs.extend(exports(export::Source { site: &loaded.site, strings, listed: &listed, index: &index }, sink)?);
    for output in outputs {
        sink.put(&output.path, &output.bytes)?;
    }
    copies_of_files(loaded, sink)?;
    watch.stage("other files");
    if loaded.index {
        found::index(found, sink, cache)?;
        watch.stage("search");
    }
    Ok(settled(allowed(loaded, findings), &loaded.tree, &loaded.site))
}

/// What all pages tell search engines, the rules over the whole site, and the search index, in the order of the pages.
#[derive(Default)]
struct Gathered {
    listed: Vec<export::Listed>,
    audited: Vec<Audited>,
    found: Vec<Findable>,
}

fn gathered(results: Vec<Result<Made, Failure>>, findings: &mut Vec<Diagnostic>) -> Result<Gathered, Failure> {
    let mut all = Gathered::default();
    for result in results {
        let made = result?;
        findings.extend(made.findings);
        all.listed.extend(made.listed);
        all.audited.push(made.audited);
        all.found.extend(made.found);
    }
    Ok(all)
}

/// Makes all pages.
fn made(with: Making<'_>, jobs: &[Job], sink: &dyn Sink, watch: &dyn Watch) -> Vec<Result<Made, Failure>> {
    let finished = AtomicUsize::new(0);
    jobs.par_iter()
        .map(|job| {
            let made = one(with, job, sink);
            watch.page(finished.fetch_add(1, Ordering::Relaxed) + 1, jobs.len());
            made
        })
        .collect()
}

/// Everything that is no page. The services of the feed are thousands of small files: each is gone before the next is made.
fn exports(source: export::Source<'_>, sink: &dyn Sink) -> Result<Vec<Output>, Failure> {
    (0..source.site.directory.entries.len())
        .into_par_iter()
        .try_for_each(|at| export::service(source, at).iter().try_for_each(|file| sink.put(&file.path, &file.bytes)))?;
    Ok(export::outputs(source))
}

/// Findings that no page allows, and one for each allowance that nothing in the whole run needed.
fn allowed(loaded: &Loaded, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let codes = codes();
    let mut used = loaded.used.clone();
    let mut kept = judged::allowed(findings, &loaded.site, &codes, &mut used);
    let ran = judged::Ran { used: &used, findings: [&loaded.findings, &kept], skipped: &|code| skipped(loaded, code) };
    let needless = judged::unused(&loaded.site, &codes, ran);
    kept.extend(needless);
    kept
}

fn shared_parts(
    loaded: &Loaded,
    bare: &Context<'_>,
    languages: &[&str],
    faults: &mut Vec<render::Fault>,
) -> (Vec<String>, BTreeMap<String, BTreeMap<PageId, String>>) {
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
    let mut trails = BTreeMap::new();
    for language in languages {
        let links = page::breadcrumb_trails(bare, language).into_iter();
        let made = links.map(|(id, links)| (id, keep(render::breadcrumbs(&loaded.engine, language, &links))));
        trails.insert((*language).to_owned(), made.collect());
    }
    (items, trails)
}

/// The entries of the directory as lists show them.
fn entries(loaded: &Loaded, bare: &Context<'_>, faults: &mut Vec<render::Fault>) -> Vec<String> {
    let language = &loaded.site.settings.language;
    let made: Vec<_> = page::entry_items(bare)
        .par_chunks(256)
        .map(|chunk| {
            let mut context = loaded.engine.context(language);
            chunk.iter().map(|item| render::entry(&loaded.engine, &mut context, item)).collect::<Vec<_>>()
        })
        .collect();
    let keep = |made: Result<String, Box<render::Fault>>| {
        made.unwrap_or_else(|fault| {
            faults.push(*fault);
            String::new()
        })
    };
    made.into_iter().flatten().map(keep).collect()
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
    let mut at = match job {
        Job::Page(id, _) | Job::Whole(id) => Some(*id),
        Job::Entry(_) | Job::EntryList(..) => site.directory.page,
        _ => None,
    };
    while let Some(id) = at {
        if site.sections.contains(&id) {
            return Some(id);
        }
        at = site.page(id).and_then(|page| page.parent);
    }
    None
}

/// What became of one page.
#[derive(Default)]
struct Made {
    findings: Vec<Diagnostic>,
    /// Its entry for search engines.
    listed: Option<export::Listed>,
    audited: Audited,
    /// What the search index is told of it.
    found: Option<Findable>,
}

/// What all pages are made with.
#[derive(Clone, Copy)]
struct Making<'a> {
    loaded: &'a Loaded,
    context: &'a Context<'a>,
    frames: &'a Frames,
    auditor: Option<&'a Auditor<'a>>,
}

fn one(with: Making<'_>, job: &Job, sink: &dyn Sink) -> Result<Made, Failure> {
    let loaded = with.loaded;
    let mut made = Made::default();
    let prepared = page::prepare(with.context, job).into(&mut made.findings);
    let key = (prepared.view.lang.clone(), section_of(&loaded.site, job));
    let Some(frame) = with.frames.get(&key) else { return Ok(made) };
    let dates = &prepared.view.dates;
    let changed = dates.updated.as_ref().or(dates.published.as_ref()).map(|date| date.iso.clone());
    made.listed = (!prepared.view.noindex).then(|| export::Listed { url: prepared.view.canonical.clone(), changed });
    let address = prepared.view.url.clone();
    let path = match job {
        Job::Redirect(at) => loaded.site.redirects.get(*at).map(|redirect| path_of(&redirect.from)).unwrap_or_default(),
        _ => path_of(address.strip_prefix(&loaded.site.settings.base_path).unwrap_or(&address)),
    };
    made.found = page::findable(with.context, job, &prepared.view).filter(|_| loaded.index);
    let rendered = render::page(&loaded.engine, frame, prepared.view, (&prepared.body, &prepared.parts));
    made.findings.extend(rendered.faults.iter().map(|fault| fault.finding(&loaded.theme, &loaded.tree)));
    sink.put(&path, rendered.html.as_bytes())?;
    if let Some(found) = &mut made.found {
        let body: String = rendered.bodies.iter().map(|body| body.html.as_str()).collect();
        found.html.insert_str(0, &body);
    }
    // The parts of a guide are looked at one by one.
    if let Some(auditor) = with.auditor.filter(|_| !matches!(job, Job::Whole(_))) {
        let page = if let Job::Page(id, _) = job { loaded.site.page(*id) } else { None };
        made.audited = auditor.page(&address, &rendered, page.map(|page| &page.document));
        // The pages of a long list share their words.
        if let (Some(page), Job::Page(_, 1)) = (page, job) {
            made.findings.extend(auditor.words(page, loaded.tree.path(page.document.file)));
        }
        made.audited.leave_out(&made.findings);
    }
    Ok(made)
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
