//! Whole pages: the body, then the template of the page type inside the frame of the site.
//!
//! In: a view with its body, and the parts that pages share. Out: HTML. Not here: writing it anywhere.

use tera::{Context, Value};

use super::body::{Setting, texts};
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

/// Renders a page.
pub fn page(engine: &Engine, frame: &Frame, mut view: PageView, body: &BodyView<'_>) -> (String, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut bodies = texts(body, Setting { engine, language: &frame.language }, &mut faults).into_iter();
    let first = bodies.next().unwrap_or_default();
    for (step, html) in view.steps.iter_mut().zip(bodies) {
        step.body_html = html;
    }
    let mut context = frame.context.clone();
    context.insert("page", &view);
    context.insert_value("body", Value::safe_string(&first));
    match engine.run(view.template, &context) {
        Ok(html) => (html, faults),
        Err(fault) => {
            faults.push(*fault);
            (String::new(), faults)
        }
    }
}
