//! Abbreviations that need no explanation, and those that a page explains itself.
//!
//! In: an abbreviation. Out: whether a reader can be expected to know it. Not here: the rule that asks.

use super::page::Page;
use super::split::Word;

/// The list of the GOV.UK style guide, names of file types and qualifications, and what is no abbreviation: signs of
/// months and money, Roman numerals.
const KNOWN: [&str; 86] = [
    "AA", "AAA", "A&E", "AM", "BA", "BBC", "BC", "BMP", "BSC", "BTEC", "CCTV", "CD", "CSS", "CSV", "DC", "DIY", "DNA",
    "DOC", "DOCX", "DVD", "DVLA", "EPUB", "EU", "FAQ", "FM", "GB", "GCSE", "GIF", "GOV.UK", "GP", "HIV", "HM", "HTML",
    "ICO", "ID", "II", "III", "IV", "IX", "JPEG", "JPG", "JSON", "KB", "KC", "LA", "MA", "MB", "MBE", "MI5", "MI6",
    "MOT", "MP", "MS", "MSP", "MLA", "NB", "NHS", "OBE", "ODS", "ODT", "OK", "PAYE", "PC", "PDF", "PHD", "PIN", "PM",
    "PNG", "PO", "RSS", "SMS", "SORN", "SVG", "TV", "UK", "URL", "US", "USA", "VAT", "VI", "VII", "VIII", "VPN", "XI",
    "XLS", "XML",
];

/// Whether an abbreviation is well known.
pub(super) fn is_known(short: &str) -> bool {
    KNOWN.contains(&short)
}

impl Page<'_> {
    /// Whether the long form of an abbreviation stands before it or behind it: `British Sign Language (BSL)`,
    /// `BSL (British Sign Language)`.
    pub(super) fn is_explained(&self, word: Word) -> bool {
        let Some(passage) = self.passage_at(word.range().start) else { return false };
        let before = self.slice(passage.text.start..word.range().start);
        let after = self.slice(word.range().end..passage.text.end);
        let opened = before.trim_end_matches(['\'', '"', '\u{2018}', '\u{201C}']).ends_with('(');
        let follows = after.strip_prefix(" (").is_some_and(|inner| inner.starts_with(char::is_alphabetic));
        let known_as = ["known as ", "called ", "known as the ", "stands for ", "short for "];
        opened && before.contains(char::is_alphanumeric)
            || follows
            || known_as.iter().any(|words| before.ends_with(words))
            || after.starts_with(" stands for ")
            || after.starts_with(" is short for ")
    }
}
