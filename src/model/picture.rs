//! A picture of a page with its size and the smaller versions that were made of it.
//!
//! In: made by `export/` from the file. Out: what `render/` needs for the markup.
//! Not here: pixels; words for people who do not see it, which belong to the page.

use serde::{Deserialize, Serialize};

/// A picture beside a page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Picture {
    /// Address of the file below the site's own path, such as `/carers/walk.jpg`.
    pub path: String,
    /// Kind of file.
    pub format: Format,
    /// Width in CSS pixels, as it is shown.
    pub width: u32,
    /// Height in CSS pixels, as it is shown.
    pub height: u32,
    /// Smaller versions, small first within each format.
    pub variants: Vec<Variant>,
}

/// A smaller version of a picture.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Variant {
    /// Its address below the site's own path.
    pub path: String,
    /// Width in pixels.
    pub width: u32,
    /// Kind of file.
    pub format: Format,
}

/// Kinds of pictures that pages can show.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A photograph.
    Jpeg,
    /// A drawing or a screen.
    Png,
    /// Either, in fewer bytes.
    WebP,
    /// An old drawing, perhaps moving.
    Gif,
    /// Lines and shapes.
    Svg,
}

impl Format {
    /// The kind that a file name says, by its ending.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "png" => Some(Self::Png),
            "webp" => Some(Self::WebP),
            "gif" => Some(Self::Gif),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }

    /// The name people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Svg => "SVG",
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Gif => "gif",
            Self::Svg => "svg",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Svg => "image/svg+xml",
        }
    }
}
