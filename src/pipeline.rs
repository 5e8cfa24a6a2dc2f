//! The stages in order. The only file that knows them all.
//!
//! In: a root folder and options. Out: a loaded site with its findings, and its files handed to a [`Sink`].
//! Not here: what any stage does; the clock; writing.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use crate::assemble::{self, Day};
use crate::diag::failure::Failure;
use crate::diag::{Diagnostic, Place, Severity, order, place};
use crate::model::date::Date;
use crate::model::digest::Digest;
use crate::model::document::InlineFigure;
use crate::model::metric::Metrics;
use crate::model::output::path_of;
use crate::model::settings::Settings;
use crate::model::site::{PageId, Site};
use crate::model::source::SourceTree;
use crate::model::strings::Strings;
use crate::model::theme::Theme;
use crate::page::{self, Context, Figures, Job, Pictures};
use crate::render::{self, Engine, Frame};
use crate::{embedded, export, parse, read, theme};

/// What a run is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day the site is built for.
    pub today: Date,
    /// Whether drafts and scheduled pages are part of it.
    pub drafts: bool,
    /// Another address than that of the settings.
    pub base_url: Option<String>,
}

/// A site that was read, with everything found on the way.
pub struct Loaded {
    /// What was read.
    pub tree: SourceTree,
    /// The site.
    pub site: Site,
    /// Its figures.
    pub metrics: Metrics,
    /// Its theme.
    pub theme: Theme,
    /// Its templates.
    pub engine: Engine,
    /// Findings so far, located, levelled and in order.
    pub findings: Vec<Diagnostic>,
}

/// Where files of the site go.
pub trait Sink: Sync {
    /// Takes one file.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure>;
}

/// Takes files and keeps nothing: for `check`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _path: &str, _bytes: &[u8]) -> Result<(), Failure> {
        Ok(())
    }
}

/// Is told how far a run is. The pipeline itself has no clock.
pub trait Watch: Sync {
    /// A stage has ended.
    fn stage(&self, _name: &'static str) {}

    /// So many of all pages are made.
    fn page(&self, _done: usize, _all: usize) {}
}

/// Nobody watches.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Watch for Unwatched {}

/// Reads the files of a site.
pub fn sources(root: &Path) -> Result<(SourceTree, Vec<Diagnostic>), Failure> {
    let checked = read::read(root, &embedded::files());
    if checked.value.find("candour.yaml").is_none() {
        return Err(Failure::new("there is no site here: candour.yaml is missing")
            .at("candour.yaml")
            .help("run `candour init .` to begin one, or name the site's folder with `--root`"));
    }
    Ok((checked.value, checked.findings))
}

/// The digest of everything that a build depends on.
pub fn inputs(tree: &SourceTree, options: &Options) -> Digest {
    let assets: Vec<Vec<u8>> = tree.assets.par_iter().map(|asset| read::bytes(asset).unwrap_or_default()).collect();
    let asked = format!("{} {:?}", env!("CARGO_PKG_VERSION"), options);
    let texts: Vec<Digest> = tree.files.par_iter().map(|file| Digest::of(file.text.as_bytes())).collect();
    let mut parts: Vec<&[u8]> = vec![asked.as_bytes()];
    for (file, digest) in tree.files.iter().zip(&texts) {
        parts.extend([file.path.as_bytes(), digest.bytes()]);
    }
    for (asset, bytes) in tree.assets.iter().zip(&assets) {
        parts.extend([asset.path.as_bytes(), bytes]);
    }
    Digest::of_parts(parts)
}

/// Parses and assembles what was read. Faults of the settings end the run.
pub fn load(
    tree: SourceTree,
    mut findings: Vec<Diagnostic>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Loaded, Failure> {
    let settings = settings(&tree, options)?;
    let theme = load_theme(&tree, &settings, &mut findings);
    let engine = render::engine(&theme, &tree).into(&mut findings);
    watch.stage("theme");
    let parts = parts(&tree, settings, &mut findings);
    watch.stage("parse");
    let day = Day { today: options.today, drafts: options.drafts };
    let site = assemble::assemble(parts, &tree, day).into(&mut findings);
    let metrics = Metrics::new();
    let findings = settled(findings, &tree, &site.settings);
    watch.stage("assemble");
    Ok(Loaded { tree, site, metrics, theme, engine, findings })
}

/// Findings with their places found, their levels set, in order, each once.
fn settled(mut findings: Vec<Diagnostic>, tree: &SourceTree, settings: &Settings) -> Vec<Diagnostic> {
    parse::yaml::locate(&mut findings, tree);
    order::sorted(order::levelled(findings, &settings.levels), tree)
}

fn settings(tree: &SourceTree, options: &Options) -> Result<Settings, Failure> {
    let Some((file, source)) = tree.find("candour.yaml").and_then(|id| Some((id, tree.file(id)?))) else {
        return Err(Failure::new("candour.yaml is missing").at("candour.yaml"));
    };
    let mut checked = parse::settings::settings(file, source);
    parse::yaml::locate(&mut checked.findings, tree);
    if let Some(fault) = checked.findings.iter().find(|finding| finding.severity == Severity::Error) {
        let at = place::printed(&fault.place, tree);
        let mut failure = Failure::new(fault.message.clone()).at("candour.yaml");
        failure.line = at.line;
        failure.help.clone_from(&fault.help);
        return Err(failure);
    }
    let mut settings = checked.value;
    if let Some(typed) = &options.base_url {
        let Some((url, path)) = parse::settings::base_url(typed) else {
            return Err(Failure::new(format!("`{typed}` is no address of a site"))
                .help("write the whole address, for example `--base-url https://care.exampleshire.example`"));
        };
        (settings.base_url, settings.base_path) = (url, path);
    }
    Ok(settings)
}

fn load_theme(tree: &SourceTree, settings: &Settings, findings: &mut Vec<Diagnostic>) -> Theme {
    let mut parts = theme::Parts { name: settings.theme.clone(), ..theme::Parts::default() };
    for inner in theme::paths(tree, &settings.theme, "strings/") {
        let language = inner.trim_start_matches("strings/").trim_end_matches(".yaml").to_owned();
        let Some(source) = theme::find(tree, &settings.theme, &inner) else { continue };
        let Some(file) = tree.find(&source.path) else { continue };
        let strings = parse::theme::strings(file, source, &language).into(findings);
        parts.strings.insert(language, strings);
    }
    if let Some(source) = theme::find(tree, &settings.theme, "theme.yaml")
        && let Some(file) = tree.find(&source.path)
    {
        parts.tokens = parse::theme::tokens(file, source).into(findings);
    }
    theme::theme(parts, tree, &read::bytes).into(findings)
}

fn parts(tree: &SourceTree, settings: Settings, findings: &mut Vec<Diagnostic>) -> assemble::Parts {
    let mut parts = assemble::Parts { settings, ..assemble::Parts::default() };
    let pages: Vec<_> = tree.under("content/").filter(|(_, file)| file.path.ends_with(".md")).collect();
    let documents: Vec<_> = pages.into_par_iter().map(|(id, file)| parse::document::document(id, file)).collect();
    for document in documents {
        parts.documents.extend(document.into(findings));
    }
    if let Some((file, source)) = tree.find("data/contacts.yaml").and_then(|id| Some((id, tree.file(id)?))) {
        parts.contacts = parse::contacts::contacts(file, source).into(findings);
    }
    for (file, source) in tree.under("data/guidance/").filter(|(_, file)| file.path.ends_with(".yaml")) {
        parts.packs.extend(parse::guidance::pack(file, source).into(findings));
    }
    parts
}

/// Renders every page and export into a sink. Returns what was found on the way.
pub fn render(loaded: &Loaded, sink: &dyn Sink, watch: &dyn Watch) -> Result<Vec<Diagnostic>, Failure> {
    let pictures = PlainPictures { loaded };
    let figures = NoFigures;
    let (items, trails) = (Vec::new(), BTreeMap::new());
    let bare = context(loaded, &items, &trails, (&pictures, &figures));
    let mut faults = Vec::new();
    let (items, trails) = shared_parts(loaded, &bare, &mut faults);
    let frames = frames(loaded, &bare, &mut faults);
    let context = context(loaded, &items, &trails, (&pictures, &figures));
    let jobs = page::jobs(&loaded.site);
    watch.stage("shared parts");
    let finished = std::sync::atomic::AtomicUsize::new(0);
    let results: Vec<Result<(Vec<Diagnostic>, Option<export::Listed>), Failure>> = jobs
        .par_iter()
        .map(|job| {
            let made = one(loaded, &context, &frames, job, sink);
            watch.page(finished.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, jobs.len());
            made
        })
        .collect();
    watch.stage("pages");
    let mut findings: Vec<Diagnostic> = faults.iter().map(|fault| fault.finding(&loaded.theme, &loaded.tree)).collect();
    let mut listed = Vec::new();
    for result in results {
        let (found, page) = result?;
        findings.extend(found);
        listed.extend(page);
    }
    listed.sort_by(|a, b| a.url.cmp(&b.url));
    let strings = context.strings(&loaded.site.settings.language);
    for output in export::outputs(export::Source { site: &loaded.site, strings, listed: &listed }) {
        sink.put(&output.path, &output.bytes)?;
    }
    files(loaded, sink)?;
    watch.stage("other files");
    Ok(settled(findings, &loaded.tree, &loaded.site.settings))
}

fn context<'a>(
    loaded: &'a Loaded,
    items: &'a [String],
    trails: &'a BTreeMap<PageId, String>,
    (pictures, figures): (&'a dyn Pictures, &'a dyn Figures),
) -> Context<'a> {
    Context { site: &loaded.site, metrics: &loaded.metrics, theme: &loaded.theme, items, trails, pictures, figures }
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

/// The frame of the site for each language and main section.
type Frames = BTreeMap<(String, Option<PageId>), Frame>;

fn frames(loaded: &Loaded, bare: &Context<'_>, faults: &mut Vec<render::Fault>) -> Frames {
    let site = &loaded.site;
    let mut languages: Vec<&str> = site.pages.iter().map(|page| page.language.as_str()).collect();
    languages.push(&site.settings.language);
    languages.sort_unstable();
    languages.dedup();
    let mut frames = Frames::new();
    for language in languages {
        for section in site.sections.iter().copied().map(Some).chain([None]) {
            match render::frame(&loaded.engine, &page::site_view(bare, language, section)) {
                Ok(frame) => drop(frames.insert((language.to_owned(), section), frame)),
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

fn one(
    loaded: &Loaded,
    context: &Context<'_>,
    frames: &Frames,
    job: &Job,
    sink: &dyn Sink,
) -> Result<(Vec<Diagnostic>, Option<export::Listed>), Failure> {
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
fn files(loaded: &Loaded, sink: &dyn Sink) -> Result<(), Failure> {
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

struct PlainPictures<'a> {
    loaded: &'a Loaded,
}

impl Pictures for PlainPictures<'_> {
    fn markup(&self, asset: usize, alt: &str, _number: usize) -> String {
        let asset = self.loaded.tree.assets.get(asset);
        let url = asset.and_then(|asset| {
            self.loaded
                .site
                .assets
                .iter()
                .find(|(_, at)| self.loaded.tree.assets.get(**at).is_some_and(|other| other.path == asset.path))
        });
        let url = url.map(|(url, _)| url.as_str()).unwrap_or_default();
        format!("<img src=\"{}\" alt=\"{}\">", crate::model::escape::escaped(url), crate::model::escape::escaped(alt))
    }
}

struct NoFigures;

impl Figures for NoFigures {
    fn value(&self, figure: &InlineFigure, _strings: &Strings) -> Result<String, Diagnostic> {
        Err(Diagnostic::error(
            "metric-unknown",
            format!("there is no metric `{}`", figure.metric),
            Place::Span(figure.span),
        ))
    }
}
