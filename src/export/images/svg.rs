//! Drawings. The only file that names the XML library.
//!
//! In: bytes. Out: the size from `width` and `height` or from `viewBox`, or what the drawing would run or fetch.
//! A drawing that is shown as a picture runs nothing, but everybody can open its address as a page of the site.
//! Not here: any change to the drawing.

use roxmltree::{Document, Node, ParsingOptions};

use super::{Fault, Studied};
use crate::model::picture::Format;

/// Elements that run something or bring in something that does.
const ACTIVE: [&str; 9] =
    ["script", "foreignObject", "iframe", "embed", "object", "audio", "video", "handler", "listener"];

/// Pixels of other units of length, as CSS has them.
const UNITS: [(&str, f64); 6] =
    [("px", 1.0), ("pt", 4.0 / 3.0), ("pc", 16.0), ("mm", 96.0 / 25.4), ("cm", 96.0 / 2.54), ("in", 96.0)];

/// Measures a drawing and looks for what would run.
pub(super) fn study(bytes: &[u8]) -> Result<Studied, Fault> {
    let unreadable = |reason: String| Fault::Unreadable(reason, "save the drawing again as plain SVG");
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable("its text is not UTF-8".to_owned()))?;
    let options = ParsingOptions { allow_dtd: true, nodes_limit: 500_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text.trim_start_matches('\u{feff}'), options)
        .map_err(|error| unreadable(format!("line {} is not well-formed", error.pos().row)))?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(unreadable("it is not a drawing".to_owned()));
    }
    if let Some(seen) = document.root().descendants().find_map(active) {
        return Err(Fault::Active(seen));
    }
    let Some((width, height)) = size(root) else {
        return Err(Fault::Unreadable(
            "it does not say its size".to_owned(),
            "give the `svg` element a size, for example `viewBox=\"0 0 400 300\"`",
        ));
    };
    Ok(Studied { format: Format::Svg, width, height, versions: Vec::new() })
}

fn active(node: Node<'_, '_>) -> Option<String> {
    if let Some(instruction) = node.pi() {
        return Some(format!("<?{}?>", instruction.target));
    }
    if !node.is_element() {
        return None;
    }
    let name = node.tag_name().name();
    if ACTIVE.iter().any(|active| active.eq_ignore_ascii_case(name)) {
        return Some(format!("<{name}>"));
    }
    if name == "style" && node.descendants().any(|inner| inner.text().is_some_and(fetches)) {
        return Some("a style that fetches a file".to_owned());
    }
    node.attributes().find_map(|attribute| {
        let (key, value) = (attribute.name(), attribute.value());
        let handler = key.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"));
        let outside = key == "href" && !is_inside(value);
        (handler || outside || animates(key, value) || fetches(value))
            .then(|| format!("{key}=\"{}\"", shortened(value)))
    })
}

/// An animation that changes where a link leads or what an event does.
fn animates(key: &str, value: &str) -> bool {
    let value = value.trim().to_ascii_lowercase();
    key == "attributeName" && (value.ends_with("href") || value.starts_with("on"))
}

/// A part of the same drawing, or a picture within it.
fn is_inside(address: &str) -> bool {
    let address = address.trim().to_ascii_lowercase();
    let pictures = ["png", "jpeg", "gif", "webp"];
    address.is_empty()
        || address.starts_with('#')
        || pictures.iter().any(|kind| address.starts_with(&format!("data:image/{kind};")))
}

/// Whether a style names anything outside. A backslash could hide a name, so it counts as one.
fn fetches(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let outside = |tail: &str| {
        let address = tail.trim_start().trim_start_matches(['"', '\'']);
        !is_inside(address.split(')').next().unwrap_or_default())
    };
    style.contains("@import")
        || style.contains("javascript:")
        || style.split("url(").skip(1).any(outside)
        || (style.contains('\\') && style.contains('('))
}

fn shortened(value: &str) -> String {
    value.chars().filter(|letter| !letter.is_control()).take(60).collect()
}

fn size(root: Node<'_, '_>) -> Option<(u32, u32)> {
    let length = |key: &str| root.attribute(key).and_then(pixels);
    let shape = root.attribute("viewBox").and_then(shape);
    let (width, height) = match (length("width"), length("height"), shape) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some(shape)) => shape,
        _ => return None,
    };
    Some((whole(width)?, whole(height)?))
}

/// The width and height of a `viewBox`.
fn shape(text: &str) -> Option<(f64, f64)> {
    let mut numbers = text.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty()).skip(2);
    let mut side = || numbers.next()?.parse::<f64>().ok().filter(|side| side.is_finite() && *side > 0.0);
    Some((side()?, side()?))
}

/// A length in pixels; a share of the space there is says nothing.
fn pixels(text: &str) -> Option<f64> {
    let text = text.trim();
    let unit = UNITS.iter().find_map(|(name, factor)| Some((text.strip_suffix(name)?, *factor)));
    let (number, factor) = unit.unwrap_or((text, 1.0));
    number.trim_end().parse::<f64>().ok().map(|number| number * factor).filter(|side| side.is_finite() && *side > 0.0)
}

/// The nearest whole number of pixels, at least one.
fn whole(side: f64) -> Option<u32> {
    format!("{:.0}", side.max(1.0)).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Fault, study};

    fn size(attributes: &str) -> Option<(u32, u32)> {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>");
        study(text.as_bytes()).ok().map(|studied| (studied.width, studied.height))
    }

    #[test]
    fn the_size_is_given_or_follows_from_the_shape() {
        assert_eq!(size("width=\"200\" height=\"100px\""), Some((200, 100)));
        assert_eq!(size("viewBox=\"0 0 400.4 300\""), Some((400, 300)));
        assert_eq!(size("width=\"100%\" height=\"100%\" viewBox=\"0,0,48,24\""), Some((48, 24)));
        assert_eq!(size("width=\"1in\" viewBox=\"0 0 2 1\""), Some((96, 48)));
        assert_eq!(size("width=\"100\""), None);
        assert_eq!(size("viewBox=\"0 0 0 10\""), None);
    }

    #[test]
    fn whatever_would_run_or_fetch_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<g onclick=\"x()\"/>",
            "<foreignObject/>",
            "<image href=\"https://example.org/x.png\"/>",
            "<use xlink:href=\"other.svg#a\"/>",
            "<a href=\"javascript:x()\"/>",
            "<rect style=\"fill:url( 'https://example.org/x')\"/>",
            "<style>@import 'x.css';</style>",
            "<style><![CDATA[ @font-face { src: url(//example.org/f) } ]]></style>",
            "<style>a{fill:\\75rl(https://example.org)}</style>",
            "<a href=\"#b\"><set attributeName=\"href\" to=\"javascript:x()\"/></a>",
            "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
            "<?xml-stylesheet href=\"x.css\"?>",
        ] {
            let text = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 1 1\">{inside}</svg>"
            );
            assert!(matches!(study(text.as_bytes()), Err(Fault::Active(_))), "{inside}");
        }
    }

    #[test]
    fn an_ordinary_drawing_passes() {
        let text = "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\
            <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><defs><linearGradient id=\"a\"/></defs>\
            <style>.b{fill:url(#a)}</style><rect class=\"b\" fill=\"url('#a')\"/><use href=\"#a\"/><image href=\"data:image/png;base64,AAAA\"/></svg>";
        assert!(study(text.as_bytes()).is_ok());
    }

    #[test]
    fn entities_that_grow_without_end_are_refused() {
        let mut text = String::from("<!DOCTYPE svg [<!ENTITY a0 \"aaaaaaaaaa\">");
        for number in 1..12 {
            let inner = format!("&a{};", number - 1).repeat(10);
            text += "<!ENTITY a";
            text += &number.to_string();
            text += &[" \"", &inner, "\">"].concat();
        }
        text.push_str("]><svg viewBox=\"0 0 1 1\"><text>&a11;</text></svg>");
        assert!(study(text.as_bytes()).is_err());
    }
}
