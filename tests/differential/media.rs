//! Pictures, films, frames, drawings.

use crate::page::Page;

/// A picture, alone or in a figure.
#[expect(clippy::too_many_lines, reason = "a grammar is one list of what it may write")]
pub(crate) fn picture(page: &mut Page) {
    let alt = page.mostly(
        "alt=\"A ramp at the library door\"",
        &[
            "",
            "alt=\"\"",
            "alt=\" \"",
            "alt=\"ramp.jpg\"",
            "alt=\"image of a ramp\"",
            "alt=\"Help at home\"",
            "alt=\"\" aria-label=\"Ramp\"",
            "alt=\"\" tabindex=\"0\"",
            "alt=\"\" title=\"Ramp\"",
            "title=\"Ramp\"",
            "aria-label=\"Ramp\"",
            "aria-labelledby=\"nowhere\"",
            "role=\"presentation\"",
            "role=\"none\" alt=\"Ramp\"",
            "role=\"button\" alt=\"Ramp\"",
            "role=\"img\"",
            "alt=\"\" role=\"button\"",
            "alt=\"Ramp\" role=\"heading\"",
            "alt=\"Ramp\" longdesc=\"/ramp/\"",
            "alt=\"Ramp\" ismap",
            "alt",
            "aria-hidden=\"true\"",
        ],
    );
    match page.seed.below(9) {
        0 | 1 => page.around("figure", "", |page| {
            page.open("img", &format!("src=\"ramp.jpg\" {alt}"));
            page.element("figcaption", "", "A ramp at the library door");
        }),
        2 => page.around("a", "href=\"/care/\"", |page| {
            page.open("img", &format!("src=\"ramp.jpg\" {alt}"));
            page.text(" Help at home");
        }),
        3 => page.around("p", "", |page| {
            page.open("img", &format!("src=\"ramp.jpg\" {alt}"));
            let words = page.sentence();
            page.text(words);
        }),
        4 => {
            page.open("img", &format!("src=\"map.png\" usemap=\"#map\" {alt}"));
            page.around("map", "name=\"map\"", |page| {
                for _ in 0..2 {
                    let area = page.mostly(
                        "href=\"/a/\" alt=\"North\"",
                        &[
                            "href=\"/a/\"",
                            "href=\"/a/\" alt=\"\"",
                            "alt=\"North\"",
                            "href=\"/a/\" aria-label=\"North\"",
                            "href=\"/a/\" title=\"North\"",
                            "nohref",
                        ],
                    );
                    page.open("area", &format!("shape=\"rect\" coords=\"0,0,9,9\" {area}"));
                }
            });
        }
        5 => {
            let label = page
                .mostly("aria-label=\"Map\"", &["", "aria-label=\"\"", "title=\"Map\"", "aria-labelledby=\"nowhere\""]);
            let role = page.seed.pick(&["img", "img", "image", "meter", "progressbar"]);
            let value = if role == "meter" { "aria-valuenow=\"4\"" } else { "" };
            page.element("div", &format!("role=\"{role}\" {value} {label}"), "");
        }
        _ => page.open("img", &format!("src=\"ramp.jpg\" {alt}")),
    }
}

/// A frame, a film, a sound, an object.
pub(crate) fn embedded(page: &mut Page) {
    let label = page.mostly(
        "title=\"Map\"",
        &[
            "",
            "title=\"\"",
            "title=\" \"",
            "aria-label=\"Map\"",
            "title=\"Film\"",
            "tabindex=\"-1\" title=\"Map\"",
            "role=\"none\"",
            "role=\"presentation\" title=\"Map\"",
            "aria-hidden=\"true\"",
            "tabindex=\"-1\"",
        ],
    );
    match page.seed.below(9) {
        0..=2 => page.element("iframe", &format!("src=\"/frame/\" {label}"), ""),
        3 => page.around("video", &format!("src=\"/film.mp4\" controls {label}"), |page| {
            if page.seed.in_hundred(50) {
                let kind = page.seed.pick(&["captions", "subtitles", "descriptions", "metadata"]);
                page.open("track", &format!("src=\"/film.vtt\" kind=\"{kind}\""));
            }
        }),
        4 => page.element("video", &format!("src=\"/film.mp4\" autoplay muted {label}"), ""),
        5 => page.element("audio", &format!("src=\"/talk.mp3\" controls {label}"), ""),
        6 => page.element("object", &format!("data=\"/map.pdf\" type=\"application/pdf\" {label}"), ""),
        7 => page.element("canvas", label, ""),
        _ => page.open("embed", &format!("src=\"/map.pdf\" {label}")),
    }
}

/// An SVG in the page.
pub(crate) fn drawing(page: &mut Page) {
    let attributes = page.mostly(
        "aria-hidden=\"true\"",
        &[
            "role=\"img\"",
            "role=\"img\" aria-label=\"Ramp\"",
            "",
            "role=\"graphics-document\"",
            "role=\"graphics-symbol\" aria-label=\"\"",
            "aria-label=\"Ramp\"",
            "role=\"img\" aria-labelledby=\"nowhere\"",
            "role=\"none\"",
            "focusable=\"false\"",
            "role=\"img\" title=\"Ramp\"",
        ],
    );
    let title = page.seed.in_hundred(30);
    page.around("svg", &format!("width=\"20\" height=\"20\" viewBox=\"0 0 20 20\" {attributes}"), |page| {
        if title {
            let words = page.mostly("Ramp", &[""]);
            page.element("title", "", words);
        }
        page.element("path", "d=\"M0 0L20 20\"", "");
        if page.seed.in_hundred(15) {
            page.around("a", "href=\"/care/\"", |page| page.element("text", "", "Care"));
        }
    });
}
