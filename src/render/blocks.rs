//! Blocks: each through the template part of its name.
//!
//! In: a [`BlockView`] and its content, already HTML. Out: HTML. Not here: charts.

use tera::{Context, Value};

use super::body::Setting;
use super::engine::{Fault, fault};
use crate::model::block::BlockView;

/// The HTML of a block.
pub(super) fn block(view: &BlockView, content: &str, setting: Setting<'_>) -> Result<String, Box<Fault>> {
    let mut context = setting.engine.context(setting.language);
    let strings = setting.engine.strings(setting.language);
    context.insert_value("content_html", Value::safe_string(content.trim()));
    let template = match view {
        BlockView::Nothing => return Ok(String::new()),
        BlockView::Action => "parts/action.html",
        BlockView::PictureRow => "parts/picture-row.html",
        BlockView::Steps => "parts/steps.html",
        BlockView::Callout { kind, title } => {
            context.insert("kind", kind);
            context.insert("title", title);
            "parts/callout.html"
        }
        BlockView::Details { summary } => {
            context.insert("summary", summary);
            "parts/details.html"
        }
        BlockView::Quote { by, consent } => {
            context.insert("by", by);
            context.insert("consent", consent);
            "parts/quote.html"
        }
        BlockView::Contact(contact) => {
            context.insert("contact", contact);
            context.insert("heading_level", &setting.level);
            context.insert("id_prefix", &format!("contact-{}", contact.id));
            "parts/contact.html"
        }
        BlockView::Figure(view) => return drawn(super::figure::figure(view, setting.engine.tera(), strings)),
        BlockView::Cards(views) => return drawn(super::figure::cards(views, setting.engine.tera())),
        BlockView::Timeline(view) => return drawn(super::figure::timeline(view, setting.engine.tera())),
        BlockView::Savings(ledger) => {
            context.insert("ledger", ledger);
            "parts/savings.html"
        }
        BlockView::Summary(summary) => {
            context.insert("summary", &super::processes::summary(summary));
            "parts/metric-summary.html"
        }
        BlockView::Grid(grid) => {
            context.insert("grid", &super::processes::grid(grid));
            "parts/metric-grid.html"
        }
        BlockView::Duties(duties) => {
            context.insert("packs", &duties.packs);
            context.insert("gaps", &duties.gaps);
            "parts/duties.html"
        }
    };
    run(setting, template, &context)
}

fn drawn(made: Result<String, tera::Error>) -> Result<String, Box<Fault>> {
    made.map_err(|error| Box::new(fault("parts/figure.html", &error)))
}

fn run(setting: Setting<'_>, template: &str, context: &Context) -> Result<String, Box<Fault>> {
    setting.engine.run(template, context)
}
