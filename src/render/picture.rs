//! The markup of pictures.
//!
//! In: a [`Picture`], its words, its position on the page. Out: an `img`, in a `picture` where there is a smaller format.
//! Width and height are always said, so nothing jumps while a page loads.
//! Not here: captions and credits; making versions.

use std::fmt::Write;

use crate::model::escape::push_escaped;
use crate::model::picture::{Format, Picture};

/// How wide pictures are shown: the measure of the text, or the whole of a small screen.
const SIZES: &str = "(min-width: 36rem) 34rem, 100vw";

/// The widest file that is named for browsers that cannot choose.
const WIDEST: u32 = 1920;

/// A picture at a place of a page.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Path of the site below its host, without a slash at its end.
    pub base: &'a str,
    /// Words for people who do not see it; empty when it only decorates.
    pub alt: &'a str,
    /// Position among the pictures of the page, from 0.
    pub number: usize,
}

/// The markup of a picture. The first of a page is fetched at once, later ones when they are near.
pub fn markup(picture: &Picture, shown: Shown<'_>) -> String {
    let mut out = String::with_capacity(256 + picture.variants.len() * 64);
    let modern = files(picture, Format::WebP);
    let nested = picture.format != Format::WebP && !modern.is_empty();
    if nested {
        out.push_str("<picture><source type=\"");
        out.push_str(Format::WebP.media_type());
        out.push('"');
        push_choice(&mut out, &modern, shown.base);
        out.push('>');
    }
    push_img(&mut out, picture, shown);
    if nested {
        out.push_str("</picture>");
    }
    out
}

fn push_img(out: &mut String, picture: &Picture, shown: Shown<'_>) {
    let mut own = files(picture, picture.format);
    let fallback = own.iter().rfind(|(_, width)| *width <= WIDEST).map_or(picture.path.as_str(), |(path, _)| path);
    out.push_str("<img src=\"");
    push_escaped(out, shown.base);
    push_escaped(out, if picture.width <= WIDEST { &picture.path } else { fallback });
    out.push('"');
    if !own.is_empty() {
        if picture.width <= WIDEST {
            own.push((&picture.path, picture.width));
        }
        push_choice(out, &own, shown.base);
    }
    out.push_str(" alt=\"");
    push_escaped(out, shown.alt);
    let _ = write!(out, "\" width=\"{}\" height=\"{}\"", picture.width, picture.height);
    out.push_str(if shown.number == 0 { " fetchpriority=\"high\"" } else { " loading=\"lazy\"" });
    out.push_str(" decoding=\"async\">");
}

/// The versions of one format, small first.
fn files(picture: &Picture, format: Format) -> Vec<(&str, u32)> {
    let of_format = picture.variants.iter().filter(|variant| variant.format == format);
    let mut files: Vec<(&str, u32)> = of_format.map(|variant| (variant.path.as_str(), variant.width)).collect();
    files.sort_by_key(|(_, width)| *width);
    files
}

fn push_choice(out: &mut String, files: &[(&str, u32)], base: &str) {
    out.push_str(" srcset=\"");
    for (at, (path, width)) in files.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        for part in [base, path] {
            push_address(out, part);
        }
        let _ = write!(out, " {width}w");
    }
    out.push_str("\" sizes=\"");
    out.push_str(SIZES);
    out.push('"');
}

/// A blank or a comma would end an address in a list of choices.
fn push_address(out: &mut String, address: &str) {
    push_escaped(out, &address.replace(' ', "%20").replace(',', "%2C"));
}

#[cfg(test)]
mod tests {
    use super::{Shown, markup};
    use crate::model::picture::{Format, Picture, Variant};

    fn variant(path: &str, width: u32, format: Format) -> Variant {
        Variant { path: path.to_owned(), width, format }
    }

    fn picture(path: &str, format: Format, width: u32) -> Picture {
        Picture { path: path.to_owned(), format, width, height: 300, variants: Vec::new() }
    }

    #[test]
    fn a_drawing_is_one_element_and_says_its_size() {
        let html = markup(
            &picture("/a/map.svg", Format::Svg, 400),
            Shown { base: "/care", alt: "The \"old\" town", number: 0 },
        );
        assert_eq!(
            html,
            "<img src=\"/care/a/map.svg\" alt=\"The &quot;old&quot; town\" width=\"400\" height=\"300\" \
             fetchpriority=\"high\" decoding=\"async\">"
        );
    }

    #[test]
    fn later_pictures_wait_until_they_are_near() {
        let html = markup(&picture("/a.gif", Format::Gif, 400), Shown { base: "", alt: "", number: 3 });
        assert!(html.contains("alt=\"\"") && html.contains("loading=\"lazy\"") && !html.contains("fetchpriority"));
    }

    #[test]
    fn a_screen_offers_webp_first_and_its_own_format_to_all_others() {
        let mut screen = picture("/s, 1.png", Format::Png, 700);
        screen.variants = vec![
            variant("/s, 1-320.x.png", 320, Format::Png),
            variant("/s, 1-320.x.webp", 320, Format::WebP),
            variant("/s, 1-700.x.webp", 700, Format::WebP),
        ];
        let html = markup(&screen, Shown { base: "", alt: "", number: 1 });
        assert!(html.starts_with(
            "<picture><source type=\"image/webp\" srcset=\"/s%2C%201-320.x.webp 320w, /s%2C%201-700.x.webp 700w\""
        ));
        assert!(html.contains("srcset=\"/s%2C%201-320.x.png 320w, /s%2C%201.png 700w\""));
        assert!(html.ends_with("></picture>"));
    }

    #[test]
    fn a_very_large_photograph_is_never_sent_whole() {
        let mut photograph = picture("/p.jpg", Format::Jpeg, 6000);
        photograph.variants =
            vec![variant("/p-640.x.jpg", 640, Format::Jpeg), variant("/p-1920.x.jpg", 1920, Format::Jpeg)];
        let html = markup(&photograph, Shown { base: "", alt: "", number: 0 });
        assert!(html.starts_with("<img src=\"/p-1920.x.jpg\" srcset=\"/p-640.x.jpg 640w, /p-1920.x.jpg 1920w\""));
        assert!(html.contains("width=\"6000\""));
    }
}
