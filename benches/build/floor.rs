//! The floor: the least that any program has to do with the same files, without checks, templates or lists.
//!
//! In: a site's root and an output folder. Out: every page read, its front matter and Markdown parsed, headings with ids,
//! links to pages turned into addresses, put into a layout by formatting text, written to its folder; on all cores.
//! Not here: anything of Candour's own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};
use rayon::prelude::*;
use serde::Deserialize;
use walkdir::WalkDir;

/// The fields that the layout prints.
#[derive(Deserialize)]
struct Front {
    #[serde(rename = "type", default)]
    kind: String,
    title: String,
    summary: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    updated: String,
    #[serde(default)]
    review_by: String,
    #[serde(default)]
    topics: Vec<String>,
    #[serde(default)]
    related: Vec<String>,
}

/// Builds the pages. The answer is how many.
pub(crate) fn run(root: &Path, out: &Path) -> io::Result<usize> {
    let content = root.join("content");
    let files: Vec<PathBuf> = WalkDir::new(&content)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "md"))
        .map(walkdir::DirEntry::into_path)
        .collect();
    files.par_iter().try_for_each(|file| page(&content, file, out))?;
    Ok(files.len())
}

fn page(content: &Path, file: &Path, out: &Path) -> io::Result<()> {
    let text = fs::read_to_string(file)?;
    let inner = file.strip_prefix(content).unwrap_or(file).to_string_lossy().into_owned();
    let mut parts = text.splitn(3, "---\n");
    let (_, yaml, body) = (parts.next(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let front: Front = serde_yaml::from_str(yaml).map_err(io::Error::other)?;
    let folder = inner.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (body, contents) = markdown(body, folder);
    let html = layout(&front, &address(&inner), &body, &contents);
    let folder = out.join(address(&inner).trim_start_matches('/'));
    fs::create_dir_all(&folder)?;
    write(&folder.join("index.html"), &html)
}

#[expect(clippy::disallowed_methods, reason = "the floor writes its pages")]
fn write(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}

/// `section/page.md` is `/section/page/`.
fn address(path: &str) -> String {
    let path = path.trim_start_matches("@/").trim_end_matches(".md").trim_end_matches("_index").trim_end_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

/// The body as HTML, and its contents list.
fn markdown(body: &str, folder: &str) -> (String, String) {
    let mut events: Vec<Event<'_>> = Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_GFM).collect();
    let mut contents = String::new();
    let mut open = None;
    let mut words = String::new();
    let mut ids: Vec<(usize, String)> = Vec::new();
    for (at, event) in events.iter_mut().enumerate() {
        match event {
            Event::Start(Tag::Heading { .. }) => open = Some(at),
            Event::End(TagEnd::Heading(_)) => {
                let id: String =
                    words.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
                contents.push_str(&format!("<li><a href=\"#{id}\">{words}</a></li>\n"));
                ids.extend(open.take().map(|at| (at, id)));
                words.clear();
            }
            Event::Text(text) if open.is_some() => words.push_str(text),
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.ends_with(".md") => {
                let to = if dest_url.starts_with("@/") { dest_url.to_string() } else { format!("{folder}/{dest_url}") };
                *dest_url = CowStr::from(address(&to));
            }
            _ => {}
        }
    }
    for (at, id) in ids {
        if let Some(Event::Start(Tag::Heading { id: slot, .. })) = events.get_mut(at) {
            *slot = Some(CowStr::from(id));
        }
    }
    let mut out = String::with_capacity(body.len() * 2);
    html::push_html(&mut out, events.into_iter());
    (out, contents)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn layout(front: &Front, url: &str, body: &str, contents: &str) -> String {
    let (title, summary) = (escaped(&front.title), escaped(&front.summary));
    let trail: String = url
        .match_indices('/')
        .filter_map(|(at, _)| url.get(..=at))
        .map(|url| format!("<li><a href=\"{url}\">{}</a></li>\n", url.trim_matches('/')))
        .collect();
    let topics: String = front
        .topics
        .iter()
        .map(|topic| {
            let slug = topic.to_lowercase().replace(' ', "-");
            format!("<li><a href=\"/topics/{slug}/\">{topic}</a></li>\n")
        })
        .collect();
    let related: String =
        front.related.iter().map(|path| format!("<li><a href=\"{}\">{path}</a></li>\n", address(path))).collect();
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"description\" content=\"{summary}\">\n<link rel=\"canonical\" href=\"https://care.exampleshire.example{url}\">\n\
         <link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body class=\"kind-{}\">\n{HEADER}<ol>\n{trail}</ol>\n\
         <main id=\"main\">\n<h1>{title}</h1>\n<p class=\"lead\">{summary}</p>\n<nav><ul>\n{contents}</ul></nav>\n{body}\n\
         <ul>\n{related}</ul>\n<ul>\n{topics}</ul>\n{CONTACT}<p>{}</p>\n<dl><dt>Updated</dt><dd>{}</dd><dt>Review by</dt><dd>{}</dd>\
         <dt>Team</dt><dd>{}</dd></dl>\n</main>\n{FOOTER}</body>\n</html>\n",
        front.kind, front.contact, front.updated, front.review_by, front.owner,
    )
}

const HEADER: &str = "<header class=\"site-header\"><div class=\"wrap\"><a class=\"site-name\" href=\"/\">Exampleshire adult \
    social care</a><nav class=\"menu\" aria-label=\"Sections\"><details><summary>All sections</summary><ul>\
    <li><a href=\"/section-0/\">Getting support for falls: a section</a></li><li><a href=\"/section-1/\">Planning for meals: a \
    section</a></li><li><a href=\"/section-2/\">Living with autism: a section</a></li><li><a href=\"/section-3/\">Paying for \
    care homes: a section</a></li><li><a href=\"/section-4/\">Advice on benefits: a section</a></li></ul></details></nav>\
    </div></header>\n";
const CONTACT: &str = "<div class=\"contact-card\"><h2 id=\"contact\">The team for adult social care</h2><dl>\
    <div><dt>Phone</dt><dd><a href=\"tel:01632960100\">01632 960 100</a></dd></div><div><dt>Relay UK</dt><dd>\
    <a href=\"tel:1800101632960100\">18001 01632 960 100</a></dd></div><div><dt>Text message</dt><dd>\
    <a href=\"sms:07700900100\">07700 900 100</a></dd></div><div><dt>Email</dt><dd>\
    <a href=\"mailto:care@exampleshire.example\">care@exampleshire.example</a></dd></div><div><dt>Post</dt><dd><address>Adult \
    Social Care<br>1 Market Square<br>Exampleton</address></dd></div></dl><dl><div><dt>Opening hours</dt><dd>Monday to Friday, \
    8am to 6pm</dd><dd>Saturday, 9am to midday</dd></div><div><dt>Reply time</dt><dd>We reply within 1 working day</dd></div>\
    </dl></div>\n";
const FOOTER: &str = "<footer class=\"site-footer\"><ul><li><a href=\"/accessibility/\">Accessibility statement</a></li><li>\
    <a href=\"/site-map/\">All pages of this site</a></li></ul><p>Published by Exampleshire Council</p><p>Exampleshire is \
    invented to measure how fast a site is built.</p></footer>\n";
