//! The archive of an OpenDocument file. The only file that names the zip library.
//!
//! In: the content and the properties of a document. Out: bytes. `mimetype` stands first, nothing is compressed and no time
//! is written, so that the same figures give the same bytes on any machine. Not here: what the sheets hold.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::content::text;
use crate::model::workbook::WorkbookView;

const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// The whole file.
pub(super) fn bytes(book: &WorkbookView, content: &str) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let (meta, styles) = (meta(book), styles(&book.language));
    let files = [
        ("mimetype", MIME),
        ("META-INF/manifest.xml", MANIFEST),
        ("meta.xml", meta.as_str()),
        ("styles.xml", styles.as_str()),
        ("content.xml", content),
    ];
    for (name, body) in files {
        // Writing to memory cannot fail, and the names are short and differ.
        let _ = archive.start_file(name, options);
        let _ = archive.write_all(body.as_bytes());
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// The properties of the document: title, author, language, subject.
fn meta(book: &WorkbookView) -> String {
    let mut out = String::from(META);
    let fields = [
        ("dc:title", &book.title),
        ("dc:subject", &book.subject),
        ("dc:creator", &book.author),
        ("meta:initial-creator", &book.author),
        ("dc:language", &book.language),
    ];
    for (name, words) in fields {
        out.push_str(&format!("<{name}>"));
        text(&mut out, words);
        out.push_str(&format!("</{name}>\n"));
    }
    out.push_str("</office:meta>\n</office:document-meta>\n");
    out
}

/// One font without serifs at 11 points or more, words wrapped, no fills.
fn styles(language: &str) -> String {
    let (language, country) = language.split_once('-').unwrap_or((language, "none"));
    let mut words = String::new();
    text(&mut words, language);
    let language = std::mem::take(&mut words);
    text(&mut words, country);
    STYLES.replace("{language}", &language).replace("{country}", &words)
}

const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"#;

const META: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">
<office:meta>
<meta:generator>Candour</meta:generator>
"#;

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2">
<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="table-cell"><style:paragraph-properties style:writing-mode="page"/><style:text-properties style:font-name="Arial" fo:font-size="11pt" fo:language="{language}" fo:country="{country}"/></style:default-style>
<style:style style:name="Default" style:family="table-cell"/>
<style:style style:name="text" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
<style:style style:name="line" style:family="table-cell" style:parent-style-name="Default"/>
<style:style style:name="title" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="heading" style:family="table-cell" style:parent-style-name="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>
</office:document-styles>
"#;
