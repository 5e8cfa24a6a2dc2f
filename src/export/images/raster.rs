//! Pictures made of pixels. The only file that names the `image` library.
//!
//! In: bytes. Out: the size as shown (turned as the camera says), and smaller versions in the same format and, for
//! drawings and screens, in lossless WebP, each only where it saves bytes.
//! Moving pictures and GIFs are measured and left alone. Nothing of what a camera notes goes into a version.
//! Not here: lossy WebP, for which there is no encoder in Rust that we found to be sound.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as RowFilter, PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, ImageResult, Limits, RgbaImage};

use super::{Fault, Studied, Version};
use crate::model::picture::Format;

/// Widths of versions in pixels: a small phone up to a large screen that shows two pixels for one.
const WIDTHS: [u32; 5] = [320, 640, 960, 1280, 1920];

/// Quality of photographs, 1 to 100: the usual choice of news sites, where the loss is hard to see.
const QUALITY: u8 = 80;

/// More than any camera makes; a file that claims more is meant to fill the memory.
const MOST_PIXELS: u64 = 120_000_000;
const MOST_BYTES: u64 = 1024 * 1024 * 1024;

/// The kind of picture that bytes say they are; none for SVG and what is no picture.
pub(super) fn kind(bytes: &[u8]) -> Option<Format> {
    match image::guess_format(bytes).ok()? {
        ImageFormat::Jpeg => Some(Format::Jpeg),
        ImageFormat::Png => Some(Format::Png),
        ImageFormat::WebP => Some(Format::WebP),
        ImageFormat::Gif => Some(Format::Gif),
        _ => None,
    }
}

/// Measures a picture and makes its versions.
pub(super) fn study(bytes: &[u8], format: Format) -> Result<Studied, Fault> {
    if format == Format::Gif {
        return gif(bytes);
    }
    let (picture, profile) = decode(bytes, format)?;
    let (width, height) = (picture.width(), picture.height());
    let versions =
        if moves(bytes, format) { Vec::new() } else { versions(&picture, profile.as_deref(), (format, bytes.len())) };
    Ok(Studied { format, width, height, versions })
}

/// The size stands in the first bytes; whether it moves does not matter because it is left alone.
fn gif(bytes: &[u8]) -> Result<Studied, Fault> {
    let side = |at: usize| Some(u32::from(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?])));
    match (side(6), side(8)) {
        (Some(width), Some(height)) if width > 0 && height > 0 => {
            Ok(Studied { format: Format::Gif, width, height, versions: Vec::new() })
        }
        _ => Err(broken("the file is cut short")),
    }
}

fn decode(bytes: &[u8], format: Format) -> Result<(DynamicImage, Option<Vec<u8>>), Fault> {
    let named = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::WebP => ImageFormat::WebP,
        Format::Png | Format::Gif | Format::Svg => ImageFormat::Png,
    };
    let reader = ImageReader::with_format(Cursor::new(bytes), named);
    let mut decoder = reader.into_decoder().map_err(|_| broken("the file is damaged or cut short"))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_BYTES {
        let size = format!("it is {width} by {height} pixels, which is more than a page can show");
        return Err(Fault::Unreadable(size, "make it smaller, for example 2,000 pixels wide"));
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    let profile = decoder.icc_profile().unwrap_or_default();
    let turned = decoder.orientation();
    let pixels = decoder.set_limits(limits).and_then(|()| DynamicImage::from_decoder(decoder));
    let mut picture = pixels.map_err(|_| broken("the file is damaged or cut short"))?;
    if let Ok(turned) = turned {
        picture.apply_orientation(turned);
    }
    Ok((picture, profile))
}

fn broken(reason: &str) -> Fault {
    Fault::Unreadable(reason.to_owned(), "open it in a program for pictures and save it again")
}

/// Whether it is a moving picture, of which a version would show only the first moment.
fn moves(bytes: &[u8], format: Format) -> bool {
    match format {
        Format::Png => PngDecoder::new(Cursor::new(bytes)).and_then(|decoder| decoder.is_apng()).unwrap_or(false),
        Format::WebP => WebPDecoder::new(Cursor::new(bytes)).is_ok_and(|decoder| decoder.has_animation()),
        _ => false,
    }
}

fn versions(picture: &DynamicImage, profile: Option<&[u8]>, (format, size): (Format, usize)) -> Vec<Version> {
    let plain = plain(picture);
    let mut found = Vec::new();
    for width in WIDTHS.into_iter().filter(|width| *width < plain.width()) {
        let small = resized(&plain, width);
        let same = encoded(&small, format, profile).filter(|bytes| bytes.len() < size);
        let most = same.as_ref().map_or(size, Vec::len);
        found.extend(same.map(|bytes| Version { format, width, bytes }));
        found.extend(modern(&small, format, profile, most));
    }
    found.extend(modern(&plain, format, profile, size));
    found.sort_by_key(|version| (version.format, version.width));
    found
}

/// The same in WebP, if that takes fewer bytes.
fn modern(picture: &DynamicImage, format: Format, profile: Option<&[u8]>, most: usize) -> Option<Version> {
    if format != Format::Png {
        return None;
    }
    let bytes = encoded(picture, Format::WebP, profile).filter(|bytes| bytes.len() < most)?;
    Some(Version { format: Format::WebP, width: picture.width(), bytes })
}

/// Eight bits a channel, in the fewest channels.
fn plain(picture: &DynamicImage) -> DynamicImage {
    let colour = picture.color();
    match (colour.has_color(), colour.has_alpha()) {
        (false, false) => picture.to_luma8().into(),
        (true, false) => picture.to_rgb8().into(),
        (_, true) => picture.to_rgba8().into(),
    }
}

/// The filter is made of plain multiplications, so every machine gets the same pixels.
fn resized(picture: &DynamicImage, width: u32) -> DynamicImage {
    let exact = u64::from(picture.height()) * u64::from(width) * 2 / u64::from(picture.width().max(1));
    let height = u32::try_from(exact.div_ceil(2)).unwrap_or(u32::MAX).max(1);
    let DynamicImage::ImageRgba8(clear) = picture else {
        return picture.resize_exact(width, height, FilterType::CatmullRom);
    };
    let mut weighted = clear.clone();
    weigh(&mut weighted, |channel, alpha| channel * alpha / 255);
    let mut small = image::imageops::resize(&weighted, width, height, FilterType::CatmullRom);
    weigh(&mut small, |channel, alpha| (channel * 255).checked_div(alpha).unwrap_or(0));
    small.into()
}

/// Colours count as much as they can be seen while pixels are mixed; otherwise edges get a dark rim.
fn weigh(picture: &mut RgbaImage, weight: fn(u32, u32) -> u32) {
    for pixel in picture.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let weighed = |channel| u8::try_from(weight(u32::from(channel), u32::from(alpha))).unwrap_or(u8::MAX);
        pixel.0 = [weighed(red), weighed(green), weighed(blue), alpha];
    }
}

fn encoded(picture: &DynamicImage, format: Format, profile: Option<&[u8]>) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    match format {
        Format::Jpeg => written(JpegEncoder::new_with_quality(&mut bytes, QUALITY), picture, profile),
        Format::Png => {
            let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, RowFilter::Adaptive);
            written(encoder, picture, profile)
        }
        Format::WebP => written(WebPEncoder::new_lossless(&mut bytes), picture, profile),
        Format::Gif | Format::Svg => return None,
    }
    .ok()?;
    Some(bytes)
}

fn written(mut encoder: impl ImageEncoder, picture: &DynamicImage, profile: Option<&[u8]>) -> ImageResult<()> {
    if let Some(profile) = profile {
        // Without its profile the colours are a shade off, which is better than no version.
        let _ = encoder.set_icc_profile(profile.to_vec());
    }
    picture.write_with_encoder(encoder)
}

#[cfg(test)]
mod tests {
    use super::{Format, encoded, kind, study};
    use image::{DynamicImage, GrayImage, Luma, Rgb, RgbImage, Rgba, RgbaImage};

    /// Soft shades with some grain, as a photograph has.
    fn shades(width: u32, height: u32) -> DynamicImage {
        let shade = |x: u32, y: u32| {
            let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(2_246_822_519)) >> 29;
            Rgb([x / 8 + grain, y / 4 + grain, (x + y) / 10 + grain].map(|value| u8::try_from(value % 256).unwrap()))
        };
        RgbImage::from_fn(width, height, shade).into()
    }

    /// Flat boxes, as a screen has.
    fn boxes(width: u32, height: u32) -> DynamicImage {
        let colour = |x: u32, y: u32| {
            if (x / 90 + y / 40).is_multiple_of(3) { Rgb([11, 83, 148]) } else { Rgb([250, 250, 245]) }
        };
        RgbImage::from_fn(width, height, colour).into()
    }

    #[test]
    fn a_screen_gets_versions_below_its_width_and_webp_where_it_saves_bytes() {
        let png = encoded(&boxes(700, 350), Format::Png, None).unwrap();
        let studied = study(&png, Format::Png).unwrap();
        assert_eq!((studied.width, studied.height), (700, 350));
        assert!(studied.versions.iter().any(|version| version.format == Format::WebP && version.width == 700));
        for version in &studied.versions {
            assert!([320, 640, 700].contains(&version.width));
            assert_eq!(kind(&version.bytes), Some(version.format));
            assert!(version.bytes.len() < png.len());
        }
    }

    #[test]
    fn the_same_photograph_gives_the_same_bytes() {
        let jpeg = encoded(&shades(700, 351), Format::Jpeg, None).unwrap();
        let studied = study(&jpeg, Format::Jpeg).unwrap();
        assert_eq!(studied, study(&jpeg, Format::Jpeg).unwrap());
        let widths: Vec<u32> = studied.versions.iter().map(|version| version.width).collect();
        assert_eq!(widths, [320, 640]);
        assert!(studied.versions.iter().all(|version| version.format == Format::Jpeg));
    }

    #[test]
    fn a_picture_that_claims_to_be_enormous_is_refused_before_it_is_opened() {
        let mut png = encoded(&GrayImage::from_pixel(1, 1, Luma([0])).into(), Format::Png, None).unwrap();
        png[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        let crc = crc(&png[12..29]);
        png[29..33].copy_from_slice(&crc.to_be_bytes());
        let fault = study(&png, Format::Png).unwrap_err();
        assert!(matches!(&fault, super::Fault::Unreadable(text, _) if text.contains("65535 by 65535")), "{fault:?}");
    }

    /// The check sum of a PNG chunk.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
        })
    }

    #[test]
    fn every_cut_of_a_picture_is_a_fault_and_never_a_panic() {
        for format in [Format::Png, Format::Jpeg, Format::WebP] {
            let bytes = encoded(&shades(40, 30), format, None).unwrap();
            for end in (0..bytes.len() / 2).step_by(7) {
                assert!(study(&bytes[..end], format).is_err(), "{format:?} cut at {end}");
            }
        }
    }

    #[test]
    fn clear_pixels_do_not_darken_edges() {
        let half = RgbaImage::from_fn(640, 8, |x, _| if x < 321 { Rgba([255, 255, 255, 255]) } else { Rgba([0; 4]) });
        let small = super::resized(&half.into(), 320).to_rgba8();
        for pixel in small.pixels().filter(|pixel| pixel.0[3] > 8) {
            assert!(pixel.0[0] > 240, "{pixel:?}");
        }
    }
}
