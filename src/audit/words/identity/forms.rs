//! The forms of numbers and addresses that belong to one person.
//!
//! In: a text that begins with a candidate. Out: how many bytes of it are such a number, or nothing. Each form is read
//! as strictly as its issuer defines it. Not here: pages, findings.

/// Areas of British postcodes, in order.
const AREAS: [&str; 124] = [
    "AB", "AL", "B", "BA", "BB", "BD", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM", "CO", "CR",
    "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E", "EC", "EH", "EN", "EX", "FK", "FY",
    "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT",
    "KW", "KY", "L", "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP",
    "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL",
    "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W",
    "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];
/// Months, by the letters that begin them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Figures with single spaces or hyphens between them.
struct Figures {
    digits: Vec<u8>,
    groups: Vec<usize>,
    bytes: usize,
}

/// Reads figures from the beginning of a text; nothing when a letter follows at once.
fn figures(text: &str) -> Option<Figures> {
    let mut read = Figures { digits: Vec::new(), groups: Vec::new(), bytes: 0 };
    let mut in_group = false;
    for (at, letter) in text.char_indices() {
        if let Some(digit) = letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
            read.digits.push(digit);
            match read.groups.last_mut().filter(|_| in_group) {
                Some(group) => *group += 1,
                None => read.groups.push(1),
            }
            in_group = true;
            read.bytes = at + 1;
        } else if in_group && matches!(letter, ' ' | '-' | '\u{a0}') {
            in_group = false;
        } else {
            return (!letter.is_alphanumeric() || !in_group).then_some(read);
        }
    }
    Some(read)
}

/// A number that may be an NHS number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NhsNumber {
    /// Its bytes.
    pub(super) bytes: usize,
    /// Whether it is grouped as NHS numbers are: three, three and four figures.
    pub(super) is_grouped: bool,
}

/// An NHS number: ten figures of which the last checks the others. Test numbers begin with 9 and are nobody's.
pub(super) fn nhs_number(text: &str) -> Option<NhsNumber> {
    let read = figures(text)?;
    let is_grouped = read.groups == [3, 3, 4];
    if !is_grouped && read.groups != [10] {
        return None;
    }
    let (check, others) = read.digits.split_last()?;
    let first = *others.first()?;
    let sum: u32 = others.iter().zip((2..=10).rev()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    let is_right = (11 - sum % 11) % 11 == u32::from(*check);
    let is_one_figure = others.iter().all(|digit| *digit == first);
    // Grouped figures that begin with 0 are a telephone number.
    let is_other = first == 9 || is_one_figure || is_grouped && first == 0;
    (is_right && !is_other).then_some(NhsNumber { bytes: read.bytes, is_grouped })
}

/// A National Insurance number: two letters that are in use, six figures, one of the letters A to D.
pub(super) fn national_insurance_number(text: &str) -> Option<usize> {
    let mut letters = text.char_indices().filter(|(_, letter)| *letter != ' ').map(|(_, letter)| letter);
    let (first, second) = (letters.next()?, letters.next()?);
    let in_use = |letter: char, but: &str| letter.is_ascii_uppercase() && !but.contains(letter);
    let prefix: String = [first, second].iter().collect();
    let never = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];
    if !in_use(first, "DFIQUV") || !in_use(second, "DFIOQUV") || never.contains(&prefix.as_str()) {
        return None;
    }
    let typed = text.get(2..)?;
    let mut count = 0;
    for (at, letter) in typed.char_indices() {
        match letter {
            ' ' if count % 2 == 0 && !typed.get(at + 1..)?.starts_with(' ') => {}
            '0'..='9' if count < 6 => count += 1,
            'A'..='D' if count == 6 => {
                let is_whole = !typed.get(at + 1..)?.starts_with(char::is_alphanumeric);
                return is_whole.then_some(2 + at + 1);
            }
            _ => return None,
        }
    }
    None
}

/// A whole postcode, with its space.
pub(super) fn postcode(text: &str) -> Option<usize> {
    let (outward, rest) = text.split_once(' ')?;
    let area: String = outward.chars().take_while(char::is_ascii_uppercase).collect();
    let district = outward.get(area.len()..)?;
    let is_district = match district.as_bytes() {
        [one] => one.is_ascii_digit(),
        [one, two] => one.is_ascii_digit() && (two.is_ascii_digit() || two.is_ascii_uppercase()),
        _ => false,
    };
    if AREAS.binary_search(&area.as_str()).is_err() || !is_district {
        return None;
    }
    let inward = rest.get(..3)?;
    let (figure, unit) = inward.split_at_checked(1)?;
    let is_unit = unit.chars().all(|letter| letter.is_ascii_uppercase() && !"CIKMOV".contains(letter));
    let is_whole = !rest.get(3..)?.starts_with(char::is_alphanumeric);
    (figure.starts_with(|letter: char| letter.is_ascii_digit()) && is_unit && is_whole).then_some(outward.len() + 4)
}

/// The telephone number of a home or a mobile telephone. Helplines (03, 08, 111) are nobody's own.
pub(super) fn telephone(text: &str) -> Option<usize> {
    let inner = text.strip_prefix("+44 ").or_else(|| text.strip_prefix("+44"));
    let read = figures(inner.unwrap_or(text))?;
    let mut digits = read.digits.iter();
    let is_own = |digit: Option<&u8>| matches!(digit, Some(1 | 2 | 7));
    let is_number = match inner {
        Some(_) => read.digits.len() == 10 && is_own(digits.next()),
        None => matches!(read.digits.len(), 10 | 11) && digits.next() == Some(&0) && is_own(digits.next()),
    };
    is_number.then(|| text.len() - inner.unwrap_or(text).len() + read.bytes)
}

/// A day with its month and year: `3 March 1956`, `03/03/56`.
pub(super) fn date(text: &str) -> Option<usize> {
    let (day, rest) = number(text)?;
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|end| rest.strip_prefix(end)).unwrap_or(rest);
    let sign = rest.chars().next().filter(|sign| matches!(sign, ' ' | '/' | '.' | '-'))?;
    let rest = rest.strip_prefix(sign)?.trim_start_matches("of ");
    let rest = match number(rest) {
        Some((month, rest)) => (1..=12).contains(&month).then_some(rest)?.strip_prefix(sign)?,
        None => {
            let name: String = rest.chars().take_while(|letter| letter.is_alphabetic()).collect();
            let is_month = name.to_lowercase().get(..3).is_some_and(|start| MONTHS.contains(&start));
            is_month.then(|| rest.get(name.len()..))??.trim_start_matches([' ', ',', '-', '.'])
        }
    };
    let (year, after) = number(rest)?;
    let figures = rest.len() - after.len();
    let is_year = figures == 2 || figures == 4 && (1900..2100).contains(&year);
    ((1..=31).contains(&day) && is_year).then(|| text.len() - after.len())
}

/// A number of up to four figures and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    let (figures, rest) = text.split_at_checked(count).filter(|_| (1..=4).contains(&count))?;
    Some((figures.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_nhs_number_is_known_by_its_last_figure() {
        assert_eq!(nhs_number("500 000 0005."), Some(NhsNumber { bytes: 12, is_grouped: true }));
        assert_eq!(nhs_number("500-000-0005"), Some(NhsNumber { bytes: 12, is_grouped: true }));
        assert_eq!(nhs_number("5000000005 is"), Some(NhsNumber { bytes: 10, is_grouped: false }));
        for other in ["500 000 0006", "943 476 5919", "500 000 00051", "5000 000 005", "444 444 4444", "0", "", "500"] {
            assert_eq!(nhs_number(other), None, "{other}");
        }
        // A check figure of 10 is never given out: 100 000 001 leaves one.
        assert!((0..10).all(|last| nhs_number(&format!("100 000 001{last}")).is_none()));
    }

    #[test]
    fn a_national_insurance_number_has_letters_that_are_in_use() {
        assert_eq!(national_insurance_number("AB 12 34 56 C."), Some(13));
        assert_eq!(national_insurance_number("AB123456C"), Some(9));
        for other in ["QQ 12 34 56 C", "AB 12 34 56 E", "AB 12 34 5 C", "AB123456CD", "GB 12 34 56 A", "ab123456c", "A"]
        {
            assert_eq!(national_insurance_number(other), None, "{other}");
        }
    }

    #[test]
    fn a_postcode_is_whole_and_of_a_real_area() {
        assert_eq!(postcode("CV1 2WT, where"), Some(7));
        assert_eq!(postcode("SW1A 1AA"), Some(8));
        for other in ["CV1", "CV1 2", "QX1 2WT", "CV1 2CT", "CV123 2WT", "CV1 2WTA", "M25 motorway", "B1é 2WT"] {
            assert_eq!(postcode(other), None, "{other}");
        }
    }

    #[test]
    fn a_telephone_number_is_that_of_a_person_not_of_a_helpline() {
        assert_eq!(telephone("01632 960 001 or"), Some(13));
        assert_eq!(telephone("+44 7700 900123"), Some(15));
        for other in ["0300 123 1234", "0800 123 456", "111", "01632", "2024-25", "+441632"] {
            assert_eq!(telephone(other), None, "{other}");
        }
    }

    #[test]
    fn a_date_has_day_month_and_year() {
        assert_eq!(date("3 March 1956."), Some(12));
        assert_eq!(date("03/03/56"), Some(8));
        assert_eq!(date("3rd of March, 1956"), Some(18));
        for other in ["3 March", "March 1956", "33/03/56", "3/13/1956", "3 apples 1956", "1956"] {
            assert_eq!(date(other), None, "{other}");
        }
    }

    #[test]
    fn the_areas_are_in_order() {
        assert!(AREAS.is_sorted());
    }
}
