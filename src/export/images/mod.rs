//! Pictures: their size, and smaller versions for small screens.
//!
//! In: the bytes of a picture that a page shows, a cache. Out: a [`Picture`] with the files made for it, or findings.
//! Versions are made once and kept under the digest of the original, so a later build only copies them.
//! Not here: copying the original, which is a file of the site like any other; markup.

mod raster;
mod store;
mod svg;

use crate::diag::{Checked, Diagnostic, Place};
use crate::model::cache::Cache;
use crate::model::digest::Digest;
use crate::model::output::{Output, path_of};
use crate::model::picture::{Format, Picture, Variant};

/// A picture as it was read.
#[derive(Clone, Debug)]
pub struct Original<'a> {
    /// Its address below the site's own path.
    pub url: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Where a page shows it, for findings.
    pub place: Place,
}

/// A picture ready to be shown, with the files that were made of it.
#[derive(Clone, Debug, Default)]
pub struct Prepared {
    /// The picture; none when it cannot be read.
    pub picture: Option<Picture>,
    /// Its smaller versions.
    pub outputs: Vec<Output>,
}

/// Size and smaller versions of a picture, whatever it is called.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Studied {
    format: Format,
    width: u32,
    height: u32,
    versions: Vec<Version>,
}

/// A smaller version.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Version {
    format: Format,
    width: u32,
    bytes: Vec<u8>,
}

/// Why a picture cannot be shown.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Fault {
    /// It cannot be read: what is wrong, and what to do.
    Unreadable(String, &'static str),
    /// It would run or fetch something: what was seen.
    Active(String),
}

/// Reads a picture and makes its smaller versions.
pub fn prepare(original: &Original<'_>, cache: &dyn Cache) -> Checked<Prepared> {
    let digest = Digest::of(original.bytes);
    let studied = match studied(original, &digest, cache) {
        Ok(studied) => studied,
        Err(fault) => return Checked::new(Prepared::default(), vec![finding(original, &fault)]),
    };
    let mut findings = Vec::new();
    if Format::of_name(original.url) != Some(studied.format) {
        findings.push(misnamed(original, studied.format));
    }
    Checked::new(prepared(original.url, &digest, studied), findings)
}

fn studied(original: &Original<'_>, digest: &Digest, cache: &dyn Cache) -> Result<Studied, Fault> {
    if let Some(studied) = store::get(cache, digest) {
        return Ok(studied);
    }
    let studied = match raster::kind(original.bytes) {
        Some(format) => raster::study(original.bytes, format)?,
        None if Format::of_name(original.url) == Some(Format::Svg) => svg::study(original.bytes)?,
        None => {
            return Err(Fault::Unreadable(
                "it is not a JPEG, PNG, WebP, GIF or SVG picture".to_owned(),
                "save it again as JPEG (photographs), PNG (screens) or SVG (drawings)",
            ));
        }
    };
    store::put(cache, digest, &studied);
    Ok(studied)
}

/// Names every version after the original, its width and the digest of the original, so that browsers may keep it.
fn prepared(url: &str, digest: &Digest, studied: Studied) -> Prepared {
    let stem = url.rsplit_once('.').map_or(url, |(stem, _)| stem);
    let mut picture = Picture {
        path: url.to_owned(),
        format: studied.format,
        width: studied.width,
        height: studied.height,
        variants: Vec::with_capacity(studied.versions.len()),
    };
    let mut outputs = Vec::with_capacity(studied.versions.len());
    for version in studied.versions {
        let path = format!("{stem}-{}.{}.{}", version.width, digest.short(), version.format.ending());
        outputs.push(Output { path: path_of(&path), bytes: version.bytes });
        picture.variants.push(Variant { path, width: version.width, format: version.format });
    }
    Prepared { picture: Some(picture), outputs }
}

fn finding(original: &Original<'_>, fault: &Fault) -> Diagnostic {
    let name = original.url.trim_start_matches('/');
    match fault {
        Fault::Unreadable(reason, help) => Diagnostic::error(
            "image-unreadable",
            format!("the picture `{name}` cannot be read: {reason}"),
            original.place.clone(),
        )
        .help(*help),
        Fault::Active(seen) => Diagnostic::error(
            "image-active-content",
            format!("the picture `{name}` would run or fetch something: {seen}"),
            original.place.clone(),
        )
        .help("save the drawing again as plain SVG, without scripts, links or linked files"),
    }
}

fn misnamed(original: &Original<'_>, format: Format) -> Diagnostic {
    let name = original.url.trim_start_matches('/');
    Diagnostic::warning(
        "image-misnamed",
        format!("the picture `{name}` is a {} file", format.name()),
        original.place.clone(),
    )
    .help(format!("give it a name that ends in `.{}`", format.ending()))
}

#[cfg(test)]
mod tests {
    use super::{Original, prepare};
    use crate::diag::Place;
    use crate::model::cache::NoCache;
    use crate::model::picture::Format;

    fn original<'a>(url: &'a str, bytes: &'a [u8]) -> Original<'a> {
        Original { url, bytes, place: Place::Site }
    }

    #[test]
    fn a_text_that_calls_itself_a_picture_is_a_finding_with_a_way_out() {
        let checked = prepare(&original("/carers/walk.jpg", b"not a picture"), &NoCache);
        assert!(checked.value.picture.is_none());
        let finding = checked.findings.first().unwrap();
        assert_eq!(finding.code, "image-unreadable");
        assert!(finding.message.starts_with("the picture `carers/walk.jpg` cannot be read"), "{}", finding.message);
    }

    #[test]
    fn a_gif_with_the_name_of_a_photograph_is_shown_and_reported() {
        let gif = b"GIF89a\x20\x00\x10\x00\x00\x00\x00;";
        let checked = prepare(&original("/a.jpg", gif), &NoCache);
        assert_eq!(checked.value.picture.map(|picture| (picture.format, picture.width)), Some((Format::Gif, 32)));
        assert_eq!(checked.findings.first().unwrap().code, "image-misnamed");
    }
}
