//! The names that well-formed pages are read with, and what an element of each name does.
//!
//! In: a name as typed. Out: the name as the tree keeps it. A name that is not here is left to the whole standard.

use super::super::{Name, name};
use super::places::{Places, find, places};

/// What putting an element of a name into a page takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Html,
    Head,
    Body,
    Title,
    /// Without content, also in the head.
    HeadVoid,
    /// All up to its end tag is text.
    Raw,
    /// `textarea`: text with references.
    Area,
    /// Without content.
    Void,
    /// `hr`: without content, and it closes a paragraph.
    Rule,
    /// It closes a paragraph.
    Block,
    /// A block that items of another list do not look beyond.
    List,
    Heading,
    Paragraph,
    Pre,
    Form,
    Item,
    Term,
    Button,
    Link,
    Inline,
    Table,
    Caption,
    Columns,
    Column,
    Section,
    Row,
    Cell,
    /// An element of SVG.
    Foreign,
    /// An element of SVG with text in it.
    Point,
}

/// Elements of HTML.
static HTML: [(&str, Name, Role); 108] = [
    ("a", name!("a"), Role::Link),
    ("abbr", name!("abbr"), Role::Inline),
    ("address", name!("address"), Role::Block),
    ("area", name!("area"), Role::Void),
    ("article", name!("article"), Role::Block),
    ("aside", name!("aside"), Role::Block),
    ("audio", name!("audio"), Role::Inline),
    ("b", name!("b"), Role::Inline),
    ("base", name!("base"), Role::HeadVoid),
    ("bdi", name!("bdi"), Role::Inline),
    ("bdo", name!("bdo"), Role::Inline),
    ("big", name!("big"), Role::Inline),
    ("blockquote", name!("blockquote"), Role::Block),
    ("body", name!("body"), Role::Body),
    ("br", name!("br"), Role::Void),
    ("button", name!("button"), Role::Button),
    ("canvas", name!("canvas"), Role::Inline),
    ("caption", name!("caption"), Role::Caption),
    ("center", name!("center"), Role::Block),
    ("cite", name!("cite"), Role::Inline),
    ("code", name!("code"), Role::Inline),
    ("col", name!("col"), Role::Column),
    ("colgroup", name!("colgroup"), Role::Columns),
    ("data", name!("data"), Role::Inline),
    ("dd", name!("dd"), Role::Term),
    ("del", name!("del"), Role::Inline),
    ("details", name!("details"), Role::Block),
    ("dfn", name!("dfn"), Role::Inline),
    ("dialog", name!("dialog"), Role::Block),
    ("div", name!("div"), Role::Block),
    ("dl", name!("dl"), Role::List),
    ("dt", name!("dt"), Role::Term),
    ("em", name!("em"), Role::Inline),
    ("embed", name!("embed"), Role::Void),
    ("fieldset", name!("fieldset"), Role::Block),
    ("figcaption", name!("figcaption"), Role::Block),
    ("figure", name!("figure"), Role::Block),
    ("footer", name!("footer"), Role::Block),
    ("form", name!("form"), Role::Form),
    ("h1", name!("h1"), Role::Heading),
    ("h2", name!("h2"), Role::Heading),
    ("h3", name!("h3"), Role::Heading),
    ("h4", name!("h4"), Role::Heading),
    ("h5", name!("h5"), Role::Heading),
    ("h6", name!("h6"), Role::Heading),
    ("head", name!("head"), Role::Head),
    ("header", name!("header"), Role::Block),
    ("hgroup", name!("hgroup"), Role::Block),
    ("hr", name!("hr"), Role::Rule),
    ("html", name!("html"), Role::Html),
    ("i", name!("i"), Role::Inline),
    ("img", name!("img"), Role::Void),
    ("input", name!("input"), Role::Void),
    ("ins", name!("ins"), Role::Inline),
    ("kbd", name!("kbd"), Role::Inline),
    ("label", name!("label"), Role::Inline),
    ("legend", name!("legend"), Role::Inline),
    ("li", name!("li"), Role::Item),
    ("link", name!("link"), Role::HeadVoid),
    ("main", name!("main"), Role::Block),
    ("map", name!("map"), Role::Inline),
    ("mark", name!("mark"), Role::Inline),
    ("menu", name!("menu"), Role::Block),
    ("meta", name!("meta"), Role::HeadVoid),
    ("meter", name!("meter"), Role::Inline),
    ("nav", name!("nav"), Role::Block),
    ("noscript", name!("noscript"), Role::Raw),
    ("ol", name!("ol"), Role::List),
    ("output", name!("output"), Role::Inline),
    ("p", name!("p"), Role::Paragraph),
    ("param", name!("param"), Role::Void),
    ("picture", name!("picture"), Role::Inline),
    ("pre", name!("pre"), Role::Pre),
    ("progress", name!("progress"), Role::Inline),
    ("q", name!("q"), Role::Inline),
    ("s", name!("s"), Role::Inline),
    ("samp", name!("samp"), Role::Inline),
    ("script", name!("script"), Role::Raw),
    ("search", name!("search"), Role::Block),
    ("section", name!("section"), Role::Block),
    ("slot", name!("slot"), Role::Inline),
    ("small", name!("small"), Role::Inline),
    ("source", name!("source"), Role::Void),
    ("span", name!("span"), Role::Inline),
    ("strike", name!("strike"), Role::Inline),
    ("strong", name!("strong"), Role::Inline),
    ("style", name!("style"), Role::Raw),
    ("sub", name!("sub"), Role::Inline),
    ("summary", name!("summary"), Role::Block),
    ("sup", name!("sup"), Role::Inline),
    ("svg", name!("svg"), Role::Foreign),
    ("table", name!("table"), Role::Table),
    ("tbody", name!("tbody"), Role::Section),
    ("td", name!("td"), Role::Cell),
    ("textarea", name!("textarea"), Role::Area),
    ("tfoot", name!("tfoot"), Role::Section),
    ("th", name!("th"), Role::Cell),
    ("thead", name!("thead"), Role::Section),
    ("time", name!("time"), Role::Inline),
    ("title", name!("title"), Role::Title),
    ("tr", name!("tr"), Role::Row),
    ("track", name!("track"), Role::Void),
    ("tt", name!("tt"), Role::Inline),
    ("u", name!("u"), Role::Inline),
    ("ul", name!("ul"), Role::List),
    ("var", name!("var"), Role::Inline),
    ("video", name!("video"), Role::Inline),
    ("wbr", name!("wbr"), Role::Void),
];

/// Elements inside SVG.
static SVG: [(&str, Name, Role); 21] = [
    ("a", name!("a"), Role::Foreign),
    ("circle", name!("circle"), Role::Foreign),
    ("defs", name!("defs"), Role::Foreign),
    ("desc", name!("desc"), Role::Point),
    ("ellipse", name!("ellipse"), Role::Foreign),
    ("g", name!("g"), Role::Foreign),
    ("line", name!("line"), Role::Foreign),
    ("marker", name!("marker"), Role::Foreign),
    ("mask", name!("mask"), Role::Foreign),
    ("path", name!("path"), Role::Foreign),
    ("pattern", name!("pattern"), Role::Foreign),
    ("polygon", name!("polygon"), Role::Foreign),
    ("polyline", name!("polyline"), Role::Foreign),
    ("rect", name!("rect"), Role::Foreign),
    ("stop", name!("stop"), Role::Foreign),
    ("svg", name!("svg"), Role::Foreign),
    ("symbol", name!("symbol"), Role::Foreign),
    ("text", name!("text"), Role::Foreign),
    ("title", name!("title"), Role::Point),
    ("tspan", name!("tspan"), Role::Foreign),
    ("use", name!("use"), Role::Foreign),
];

/// Attributes that most pages have; any other is looked for among all names.
static ATTRIBUTES: [(&str, Name, ()); 41] = [
    ("alt", name!("alt"), ()),
    ("aria-controls", name!("aria-controls"), ()),
    ("aria-current", name!("aria-current"), ()),
    ("aria-describedby", name!("aria-describedby"), ()),
    ("aria-expanded", name!("aria-expanded"), ()),
    ("aria-hidden", name!("aria-hidden"), ()),
    ("aria-label", name!("aria-label"), ()),
    ("aria-labelledby", name!("aria-labelledby"), ()),
    ("class", name!("class"), ()),
    ("colspan", name!("colspan"), ()),
    ("content", name!("content"), ()),
    ("datetime", name!("datetime"), ()),
    ("dir", name!("dir"), ()),
    ("download", name!("download"), ()),
    ("for", name!("for"), ()),
    ("headers", name!("headers"), ()),
    ("height", name!("height"), ()),
    ("href", name!("href"), ()),
    ("hreflang", name!("hreflang"), ()),
    ("id", name!("id"), ()),
    ("lang", name!("lang"), ()),
    ("loading", name!("loading"), ()),
    ("media", name!("media"), ()),
    ("method", name!("method"), ()),
    ("name", name!("name"), ()),
    ("open", name!("open"), ()),
    ("property", name!("property"), ()),
    ("rel", name!("rel"), ()),
    ("role", name!("role"), ()),
    ("rowspan", name!("rowspan"), ()),
    ("scope", name!("scope"), ()),
    ("sizes", name!("sizes"), ()),
    ("src", name!("src"), ()),
    ("srcset", name!("srcset"), ()),
    ("style", name!("style"), ()),
    ("tabindex", name!("tabindex"), ()),
    ("target", name!("target"), ()),
    ("title", name!("title"), ()),
    ("type", name!("type"), ()),
    ("value", name!("value"), ()),
    ("width", name!("width"), ()),
];

/// Attributes of SVG that keep the name they are typed with.
static SVG_ATTRIBUTES: [(&str, Name, ()); 34] = [
    ("class", name!("class"), ()),
    ("cx", name!("cx"), ()),
    ("cy", name!("cy"), ()),
    ("d", name!("d"), ()),
    ("dx", name!("dx"), ()),
    ("dy", name!("dy"), ()),
    ("fill", name!("fill"), ()),
    ("height", name!("height"), ()),
    ("href", name!("href"), ()),
    ("id", name!("id"), ()),
    ("lang", name!("lang"), ()),
    ("offset", name!("offset"), ()),
    ("opacity", name!("opacity"), ()),
    ("points", name!("points"), ()),
    ("r", name!("r"), ()),
    ("role", name!("role"), ()),
    ("rotate", name!("rotate"), ()),
    ("rx", name!("rx"), ()),
    ("ry", name!("ry"), ()),
    ("stroke", name!("stroke"), ()),
    ("style", name!("style"), ()),
    ("tabindex", name!("tabindex"), ()),
    ("title", name!("title"), ()),
    ("transform", name!("transform"), ()),
    ("version", name!("version"), ()),
    ("viewBox", name!("viewBox"), ()),
    ("width", name!("width"), ()),
    ("x", name!("x"), ()),
    ("x1", name!("x1"), ()),
    ("x2", name!("x2"), ()),
    ("xmlns", name!("xmlns"), ()),
    ("y", name!("y"), ()),
    ("y1", name!("y1"), ()),
    ("y2", name!("y2"), ()),
];

/// Where in each list a name is, by its number.
static HTML_PLACES: Places = places(&HTML);
static SVG_PLACES: Places = places(&SVG);
static ATTRIBUTE_PLACES: Places = places(&ATTRIBUTES);
static SVG_ATTRIBUTE_PLACES: Places = places(&SVG_ATTRIBUTES);

/// An element of HTML.
pub(super) fn html(typed: &str) -> Option<(Name, Role)> {
    find(&HTML, &HTML_PLACES, typed).map(|(_, name, role)| (name.clone(), *role))
}

/// An element inside SVG.
pub(super) fn svg(typed: &str) -> Option<(Name, Role)> {
    find(&SVG, &SVG_PLACES, typed).map(|(_, name, role)| (name.clone(), *role))
}

/// An attribute in HTML.
pub(super) fn attribute(typed: &str) -> Option<Name> {
    let known = find(&ATTRIBUTES, &ATTRIBUTE_PLACES, typed).map(|(_, name, ())| name.clone());
    known.or_else(|| typed.bytes().all(|byte| !byte.is_ascii_uppercase()).then(|| Name::from(typed)))
}

/// An attribute of an element of SVG; many have names with capitals, however they are typed.
pub(super) fn svg_attribute(typed: &str) -> Option<Name> {
    let is_plain = typed == "focusable" || typed.contains('-');
    let known = find(&SVG_ATTRIBUTES, &SVG_ATTRIBUTE_PLACES, typed).map(|(_, name, ())| name.clone());
    known.or_else(|| if is_plain { attribute(typed) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_and_no_other() {
        for (typed, name, role) in &HTML {
            assert_eq!(html(typed), Some((name.clone(), *role)));
            assert_eq!(html(&format!("{typed}-x")), None);
        }
        assert!(SVG.iter().all(|(typed, name, role)| svg(typed) == Some((name.clone(), *role))));
        assert!(ATTRIBUTES.iter().all(|(typed, name, ())| attribute(typed).as_ref() == Some(name)));
        assert!(SVG_ATTRIBUTES.iter().all(|(typed, name, ())| svg_attribute(typed).as_ref() == Some(name)));
        assert_eq!((html(""), svg("a-b"), svg_attribute("viewbox")), (None, None, None));
    }
}
