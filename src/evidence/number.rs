//! Numbers as people type them, into exact decimals.
//!
//! In: the text of a cell or of a note, with its place. Out: a decimal, or a finding that says what is in the way.
//! Nothing passes through binary floating point. Not here: what the number means.

use crate::diag::{Diagnostic, Fix, Place};
use crate::model::quantity::Decimal;
use crate::model::source::Span;

/// The most digits a decimal holds exactly.
const DIGITS: usize = 28;

/// Reads a number: digits, a point, a sign. An empty text is no number and no fault.
pub(super) fn number(typed: &str, span: Span) -> Result<Option<Decimal>, Box<Diagnostic>> {
    let text = typed.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if is_plain(text) {
        if text.bytes().filter(u8::is_ascii_digit).count() <= DIGITS
            && let Ok(number) = Decimal::from_str_exact(text.trim_start_matches('+'))
        {
            return Ok(Some(number));
        }
        let finding = fault(format!("`{text}` has more digits than can be kept exactly"), span);
        return Err(Box::new(finding.help("round the number to 28 digits or fewer")));
    }
    Err(Box::new(explained(text, span)))
}

/// `-12.50`, never `1.`, `.5`, `1e3` or `1,000`.
fn is_plain(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned.split_once('.') {
        None => digits(unsigned),
        Some((whole, part)) => digits(whole) && digits(part),
    }
}

fn explained(text: &str, span: Span) -> Diagnostic {
    const SIGNS: [(char, &str); 6] = [
        (',', "a comma"),
        ('£', "a pound sign"),
        ('%', "a percent sign"),
        (' ', "a space"),
        ('\u{a0}', "a space"),
        ('−', "a long minus sign"),
    ];
    let bare: String = text
        .chars()
        .filter_map(|sign| match sign {
            ',' | '£' | '%' | ' ' | '\u{a0}' => None,
            '−' => Some('-'),
            _ => Some(sign),
        })
        .collect();
    let signs: Vec<&str> = SIGNS.iter().filter(|(sign, _)| text.contains(*sign)).map(|(_, name)| *name).collect();
    if let Some(sign) = signs.first()
        && is_plain(&bare)
    {
        if !commas_part_thousands(text) {
            return fault(format!("`{text}` holds a comma that parts no thousands"), span)
                .help("write a point for parts of a whole, for example 6.8, and no comma between thousands");
        }
        let mut finding = fault(format!("`{text}` holds {sign}"), span).label("not a plain number");
        finding.fix = Some(Fix { span, replacement: bare.clone() });
        return finding.help(format!("write {bare}; Candour prints commas and signs by itself"));
    }
    fault(format!("`{text}` is not a number"), span)
        .help("write digits only, for example 1072 or 7.2; leave the cell empty when the number is not known")
}

/// Whether three digits stand after each comma: `1,072`, not `6,8`.
fn commas_part_thousands(text: &str) -> bool {
    let whole = text.split('.').next().unwrap_or(text);
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    whole.split(',').skip(1).all(|part| digits(part) == 3) && !text.split('.').skip(1).any(|part| part.contains(','))
}

fn fault(message: String, span: Span) -> Diagnostic {
    Diagnostic::error("number-invalid", message, Place::Span(span))
}

#[cfg(test)]
mod tests {
    use super::number;
    use crate::model::source::{FileId, Span};
    use proptest::prelude::{any, proptest};

    fn read(text: &str) -> Result<Option<String>, String> {
        number(text, Span::new(FileId(0), 0, text.len()))
            .map(|number| number.map(|number| number.to_string()))
            .map_err(|f| format!("{} ({})", f.message, f.help.join("; ")))
    }

    #[test]
    fn a_comma_for_a_point_is_never_taken_out() {
        for typed in ["6,8", "1,07", "1072,50", "1,0722", "-0,5%", "1.072,5"] {
            let found = number(typed, Span::new(FileId(0), 0, typed.len())).unwrap_err();
            assert!(found.fix.is_none(), "{typed}: {}", found.message);
        }
        for (typed, wanted) in [("1,072", "1072"), ("£19,685,094.10", "19685094.10")] {
            let found = number(typed, Span::new(FileId(0), 0, typed.len())).unwrap_err();
            assert_eq!(found.fix.map(|fix| fix.replacement).as_deref(), Some(wanted));
        }
    }

    #[test]
    fn every_digit_is_kept() {
        assert_eq!(read("19685094.10"), Ok(Some("19685094.10".to_owned())));
        assert_eq!(read(" -0.1 "), Ok(Some("-0.1".to_owned())));
        assert_eq!(read(""), Ok(None));
    }

    #[test]
    fn a_number_that_is_written_for_people_is_named_with_its_correction() {
        let told =
            ["1,072", "£3,983,563", "23.6%", "1 072", "−5", "n/a", "[c]", "1e3", ".5", "12345678901234567890123456789"];
        let told: Vec<String> = told.into_iter().filter_map(|text| read(text).err()).collect();
        insta::assert_snapshot!(told.join("\n"));
    }

    proptest! {
        #[test]
        fn any_text_is_a_number_or_a_finding(text in any::<String>(), near in "[-+]?[0-9,.£% e]{0,40}") {
            for text in [&text, &near] {
                if let Ok(Some(number)) = read(text) {
                    assert!(number.bytes().any(|byte| byte.is_ascii_digit()));
                }
            }
        }
    }
}
