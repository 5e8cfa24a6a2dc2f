//! Whole pages: the body, then the template of the page type inside the frame of the site.
//!
//! In: a view with its body, and the parts that pages share. Out: HTML. Not here: writing it anywhere.

use tera::{Context, Value};

use super::body::{Setting, Written, texts};
use super::engine::{Engine, Fault};
use crate::model::block::BodyView;
use crate::model::contact::Contact;
use crate::model::view::{LinkView, PageView, SiteView};

/// What all pages of a language and section share, rendered once.
pub struct Frame {
    language: String,
    context: Context,
}

/// Renders the parts that pages share.
pub fn frame(engine: &Engine, site: &SiteView) -> Result<Frame, Box<Fault>> {
    let mut context = engine.context(&site.language);
    context.insert("site", site);
    let header = engine.run("parts/header.html", &context)?;
    let footer = engine.run("parts/footer.html", &context)?;
    context.insert_value("header_html", Value::safe_string(&header));
    context.insert_value("footer_html", Value::safe_string(&footer));
    Ok(Frame { language: site.language.clone(), context })
}

/// Renders a trail of breadcrumbs.
pub fn breadcrumbs(engine: &Engine, language: &str, links: &[LinkView]) -> Result<String, Box<Fault>> {
    let mut context = engine.context(language);
    context.insert("links", links);
    engine.run("parts/breadcrumbs.html", &context)
}

/// Renders the contact card at the end of pages.
pub fn card(engine: &Engine, language: &str, contact: &Contact) -> Result<String, Box<Fault>> {
    let mut context = engine.context(language);
    context.insert("contact", contact);
    context.insert("heading_level", &2);
    context.insert("id_prefix", "page-contact");
    engine.run("parts/contact.html", &context)
}

/// Renders an entry of lists.
pub fn item(engine: &Engine, context: &mut Context, item: &impl serde::Serialize) -> Result<String, Box<Fault>> {
    context.insert("item", item);
    engine.run("parts/list-item.html", context)
}

/// Renders an entry of the directory as lists show it.
pub fn entry(engine: &Engine, context: &mut Context, entry: &impl serde::Serialize) -> Result<String, Box<Fault>> {
    context.insert("entry", entry);
    engine.run("parts/entry-item.html", context)
}

/// A page that was rendered.
#[derive(Debug, Default)]
pub struct Rendered {
    /// The HTML.
    pub html: String,
    /// What went wrong in templates.
    pub faults: Vec<Fault>,
    /// The texts that its body became, in order.
    pub bodies: Vec<Written>,
}

impl Rendered {
    /// The byte in the HTML of the body that a byte of the page came from; nothing for what the templates wrote.
    pub fn in_body(&self, at: usize) -> Option<usize> {
        let mut from = 0;
        for body in self.bodies.iter().filter(|body| !body.html.is_empty()) {
            let start = from + self.html.get(from..)?.find(&body.html)?;
            let end = start + body.html.len();
            if (start..end).contains(&at) {
                return body.in_body(at - start);
            }
            from = end;
        }
        None
    }
}

/// Renders a page; `parts` are the bodies that follow where one page has several.
pub fn page(
    engine: &Engine,
    frame: &Frame,
    mut view: PageView,
    (body, parts): (&BodyView<'_>, &[BodyView<'_>]),
) -> Rendered {
    let mut made = Rendered::default();
    let setting = Setting { engine, language: &frame.language, level: 3 };
    made.bodies = texts(body, setting, &mut made.faults);
    for (part, body) in view.whole.iter_mut().zip(parts) {
        let written = texts(body, setting, &mut made.faults);
        part.body_html = written.iter().map(|text| super::whole::apart(&text.html, &part.id)).collect();
    }
    let (first, rest) = made.bodies.split_first().map_or(("", &[][..]), |(first, rest)| (first.html.as_str(), rest));
    for (step, written) in view.steps.iter_mut().zip(rest) {
        step.body_html.clone_from(&written.html);
    }
    let mut context = frame.context.clone();
    context.insert("page", &view);
    context.insert_value("body", Value::safe_string(first));
    match engine.run(view.template, &context) {
        Ok(html) => made.html = html,
        Err(fault) => made.faults.push(*fault),
    }
    made
}
