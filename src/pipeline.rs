//! The stages in order. The only file that knows them all.
//!
//! In: a root folder and options. Out: a loaded site with its findings, and its files handed to a [`Sink`].
//! Not here: what any stage does; the clock; writing.

mod audited;
mod book;
mod claimed;
pub mod external;
mod found;
mod judged;
mod render;
mod scope;
mod shown;
mod taken_over;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use crate::assemble::{self, Day};
use crate::diag::failure::Failure;
use crate::diag::{Checked, Diagnostic, Place, Severity, order, place};
use crate::model::cases::Cases;
use crate::model::date::Date;
use crate::model::digest::Digest;
use crate::model::metric::Metrics;
use crate::model::note::MetricNote;
use crate::model::readability::Readability;
use crate::model::settings::Settings;
use crate::model::site::{Page, Site};
use crate::model::source::{FileId, SourceFile, SourceTree};
use crate::model::strings::Strings;
use crate::model::theme::Theme;
use crate::render::{Engine, engine};
use crate::{audit, embedded, evidence, parse, read, theme};
use judged::{Codes, Used};

pub use crate::parse::untouched::untouched;
pub use book::{book, book_of_files};
pub use render::render;
pub use scope::{baseline, may_be_old, scope};
pub use taken_over::take_over;

/// What a run is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// The day the site is built for.
    pub today: Date,
    /// Whether drafts and scheduled pages are part of it.
    pub drafts: bool,
    /// Whether pages are held against the rules of `audit/`.
    pub audit: bool,
    /// Whether the search index is made, on a site that has one. It is nothing that a check looks at.
    pub index: bool,
    /// What tells this program from another one: what it wrote may differ. Decides nothing but whether to build again.
    pub program: String,
    /// Another address than that of the settings.
    pub base_url: Option<String>,
    /// Levels of findings that win over those of the settings: code and `error`, `warning` or `off`.
    pub levels: Vec<(String, String)>,
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
    /// Whether its pages are held against the rules of `audit/`.
    pub audit: bool,
    /// Whether the search index is made.
    pub index: bool,
    /// Findings so far, located, levelled and in order.
    pub findings: Vec<Diagnostic>,
    /// Allowances that were needed so far.
    used: Used,
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
    if !root.is_dir() {
        return Err(Failure::new("there is no such folder")
            .at(root.display().to_string())
            .help("name the folder of the site with `--root`, for example `--root our-site`"));
    }
    let checked = read::read(root, &embedded::files(), parse::workbook::csv);
    if checked.value.find("candour.yaml").is_none() {
        return Err(Failure::new("there is no site here: candour.yaml is missing")
            .at("candour.yaml")
            .help("run `candour init .` to begin one, or name the site's folder with `--root`"));
    }
    Ok((checked.value, checked.findings))
}

/// The digest of everything that a build depends on.
pub fn inputs(tree: &SourceTree, options: &Options) -> Digest {
    let of_asset = |asset| Digest::of(&read::bytes(asset).unwrap_or_default());
    let assets: Vec<Digest> = tree.assets.par_iter().map(of_asset).collect();
    let asked = format!("{} {options:?}", env!("CARGO_PKG_VERSION"));
    let texts: Vec<Digest> = tree.files.par_chunks(64).map(of_texts).collect();
    let mut parts: Vec<&[u8]> = vec![asked.as_bytes()];
    parts.extend(texts.iter().map(|digest| &digest.bytes()[..]));
    for (asset, digest) in tree.assets.iter().zip(&assets) {
        parts.extend([asset.path.as_bytes(), digest.bytes()]);
    }
    Digest::of_parts(parts)
}

/// The digest of some files: small ones laid end to end, because one long text is hashed much faster than many short ones.
fn of_texts(files: &[SourceFile]) -> Digest {
    let mut joined = Vec::new();
    for file in files {
        let text = file.text.as_bytes();
        let whole = if text.len() > 65_536 { Some(Digest::of(text)) } else { None };
        for part in [file.path.as_bytes(), whole.as_ref().map_or(text, |digest| digest.bytes())] {
            joined.extend_from_slice(&part.len().to_le_bytes());
            joined.extend_from_slice(part);
        }
    }
    Digest::of(&joined)
}

/// Parses and assembles what was read. Faults of the settings end the run.
pub fn load(
    tree: SourceTree,
    mut findings: Vec<Diagnostic>,
    options: &Options,
    watch: &dyn Watch,
) -> Result<Loaded, Failure> {
    let settings = settings(&tree, options)?;
    findings.extend(words(&tree).findings);
    let theme = load_theme(&tree, &settings, &mut findings);
    let engine = engine(&theme, &tree).into(&mut findings);
    watch.stage("theme");
    let parts = parts(&tree, settings, &mut findings);
    watch.stage("parse");
    let day = Day { today: options.today, drafts: options.drafts };
    let site = assemble::assemble(parts, &tree, day).into(&mut findings);
    let metrics = metrics(&tree, &site, &theme, &mut findings);
    let mut used = Used::new();
    let findings = settled(judged::allowed(findings, &site, &codes(), &mut used), &tree, &site);
    watch.stage("assemble");
    Ok(Loaded { tree, site, metrics, theme, engine, audit: options.audit, index: options.index, findings, used })
}

/// A place in a YAML text, found.
pub fn found(place: Place, tree: &SourceTree) -> Place {
    let mut finding = [Diagnostic::notice("duty-unproven", "", place)];
    parse::yaml::locate(&mut finding, tree);
    let [finding] = finding;
    finding.place
}

/// How the words of a page read, in figures.
pub fn readability(page: &Page) -> Readability {
    audit::words::readability(&page.document.body.prose, page.document.file)
}

/// Whether a finding points into the files of metrics.
pub fn is_about_figures(finding: &Diagnostic, tree: &SourceTree) -> bool {
    place::printed(&finding.place, tree).file.is_some_and(|file| file.starts_with("data/metrics/"))
}

/// Reads the notes and tables of all metrics and computes their figures.
fn metrics(tree: &SourceTree, site: &Site, theme: &Theme, findings: &mut Vec<Diagnostic>) -> Metrics {
    let in_metrics = || tree.under("data/metrics/");
    let notes = in_metrics().filter(|(_, file)| file.path.ends_with(".yaml"));
    let notes: Vec<_> = notes.filter_map(|(id, file)| parse::metric::read(id, file).into(findings)).collect();
    let (cases, case_files) = cases(&notes, tree, findings);
    // Rows about people have a reader of their own, which keeps nothing of a person.
    let csv = in_metrics().filter(|(id, file)| is_table(&file.path) && !case_files.contains(id));
    let csv: Vec<_> = csv.collect();
    let read: Vec<_> = csv.into_par_iter().map(|(id, file)| (id, parse::table::read(id, &file.text))).collect();
    let mut tables = BTreeMap::new();
    for (id, table) in read {
        if let Some(table) = table.into(findings) {
            tables.insert(id, table);
        }
    }
    let none = Strings::default();
    let strings = theme.strings_for(&site.settings.language).unwrap_or(&none);
    let originals = originals(tree);
    let inputs = evidence::Inputs {
        tables: &tables,
        cases: &cases,
        originals: &originals,
        settings: &site.settings,
        sources: tree,
        strings,
    };
    let metrics = evidence::evidence(&notes, &inputs).into(findings);
    if let Some((file, source)) = tree.find("data/published.yaml").and_then(|id| Some((id, tree.file(id)?)))
        && let Some(record) = parse::metric::record::record(file, source).into(findings)
    {
        findings.extend(evidence::record::compared(&record, &metrics, &site.settings));
    }
    evidence::unquoted::unquote(findings, &evidence::unquoted::protected(&notes, &site.settings, tree));
    metrics
}

fn is_table(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ext| ext.eq_ignore_ascii_case("csv")) || parse::workbook::is_workbook(path)
}

/// The bytes of spreadsheets, of which the tree holds what was read.
fn originals(tree: &SourceTree) -> BTreeMap<FileId, Vec<u8>> {
    let workbooks = tree.assets.iter().filter(|asset| asset.path.starts_with("data/metrics/"));
    workbooks.filter_map(|asset| Some((tree.find(&asset.path)?, read::bytes(asset).ok()?))).collect()
}

/// The cases of every note that measures intervals, and the files they stand in.
fn cases(
    notes: &[MetricNote],
    tree: &SourceTree,
    findings: &mut Vec<Diagnostic>,
) -> (BTreeMap<FileId, Cases>, BTreeSet<FileId>) {
    let wanted = notes.iter().filter_map(|note| {
        let columns = note.derivation.as_ref()?.cases.as_ref()?;
        let file = evidence::values_file(note, tree)?;
        Some((note.file, columns, file, tree.file(file)?))
    });
    let wanted: Vec<_> = wanted.collect();
    let files = wanted.iter().map(|(_, _, file, _)| *file).collect();
    let read: Vec<_> = wanted
        .into_par_iter()
        .map(|(note, columns, file, source)| (note, parse::cases::read(note, columns, file, &source.text)))
        .collect();
    let cases = read.into_iter().filter_map(|(note, cases)| Some((note, cases.into(findings)?))).collect();
    (cases, files)
}

/// The codes of findings, and which of them a site must live with.
fn codes() -> Codes {
    Codes::explained(embedded::explanations())
}

/// Findings with their places found, their levels set, in order, each once.
fn settled(mut findings: Vec<Diagnostic>, tree: &SourceTree, site: &Site) -> Vec<Diagnostic> {
    parse::yaml::locate(&mut findings, tree);
    order::sorted(order::levelled(findings, &site.settings.levels), tree)
}

fn settings(tree: &SourceTree, options: &Options) -> Result<Settings, Failure> {
    let Some((file, source)) = tree.find("candour.yaml").and_then(|id| Some((id, tree.file(id)?))) else {
        return Err(Failure::new("candour.yaml is missing").at("candour.yaml"));
    };
    let mut checked = parse::settings::settings(file, source);
    let codes = codes();
    checked.findings.extend(judged::faults(&checked.value, &codes));
    parse::yaml::locate(&mut checked.findings, tree);
    if let Some(fault) = checked.findings.iter().find(|finding| finding.severity == Severity::Error) {
        let at = place::printed(&fault.place, tree);
        let mut failure = Failure::new(fault.message.clone()).at("candour.yaml");
        failure.line = at.line;
        failure.help.clone_from(&fault.help);
        return Err(failure);
    }
    judged::asked(&options.levels, &codes)?;
    let mut settings = checked.value;
    // The last level of a code counts.
    settings.levels.extend(options.levels.iter().cloned());
    settings.words = words(tree).value;
    if let Some(typed) = &options.base_url {
        let Some((url, path)) = parse::settings::base_url(typed) else {
            return Err(Failure::new(format!("`{typed}` is no address of a site"))
                .help("write the whole address, for example `--base-url https://care.exampleshire.example`"));
        };
        (settings.base_url, settings.base_path) = (url, path);
    }
    Ok(settings)
}

/// The words that a site keeps as right.
fn words(tree: &SourceTree) -> Checked<Vec<String>> {
    let list = tree.find("data/words.txt").and_then(|id| Some((id, tree.file(id)?)));
    list.map_or_else(|| Checked::clean(Vec::new()), |(file, source)| parse::words::words(file, source))
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

/// Formats, documents and how the council keeps to the Accessible Information Standard.
const INFORMATION: &str = "data/accessible-information.yaml";

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
    if let Some((file, source)) = tree.find("data/accessibility.yaml").and_then(|id| Some((id, tree.file(id)?))) {
        parts.accessibility = parse::accessibility::accessibility(file, source).into(findings);
    }
    if let Some((file, source)) = tree.find(INFORMATION).and_then(|id| Some((id, tree.file(id)?))) {
        parts.information = parse::information::information(file, source).into(findings);
    }
    if let Some((file, source)) = tree.find("data/glossary.yaml").and_then(|id| Some((id, tree.file(id)?))) {
        parts.glossary = parse::glossary::glossary(file, source).into(findings);
    }
    directory(tree, &mut parts, findings);
    for (file, source) in tree.under("data/guidance/").filter(|(_, file)| file.path.ends_with(".yaml")) {
        parts.packs.extend(parse::guidance::pack(file, source).into(findings));
    }
    parts
}

/// The entries of the directory, and what people look for in it.
fn directory(tree: &SourceTree, parts: &mut assemble::Parts, findings: &mut Vec<Diagnostic>) {
    let is_entry = |path: &str| [".yaml", ".yml", ".csv"].iter().any(|end| path.ends_with(end));
    let files: Vec<_> = tree.under("data/directory/").filter(|(_, file)| is_entry(&file.path)).collect();
    let site = parts.settings.organisation.as_str();
    let read: Vec<_> = files.into_par_iter().map(|(id, file)| parse::directory::entries(id, file, site)).collect();
    for entries in read {
        parts.entries.extend(entries.into(findings));
    }
    if let Some((file, source)) = tree.find("data/needs.yaml").and_then(|id| Some((id, tree.file(id)?))) {
        parts.needs = parse::directory::needs(file, source).into(findings);
    }
}
