//! Telephone numbers of the United Kingdom in a text, without their gaps.
//!
//! In: text, or HTML, whose tags are skipped. Out: numbers from 0, `01632960001` of `+44 (0)1632 960 001`.
//! Not here: whether a number is in use.

/// The digits of a whole number with its leading 0.
const LENGTHS: std::ops::RangeInclusive<usize> = 10..=11;

/// Every number of a text, in order.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let (mut found, mut groups, mut is_tag) = (Vec::new(), Groups::default(), false);
    for sign in text.chars() {
        match sign {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if is_tag => continue,
            _ if groups.takes(sign) => continue,
            _ => {}
        }
        found.extend(groups.numbers());
    }
    found.extend(groups.numbers());
    found
}

/// Groups of digits with nothing between them but what stands between the groups of one number.
#[derive(Default)]
struct Groups {
    whole: Vec<String>,
    is_open: bool,
}

impl Groups {
    /// Takes a sign that may be part of a number.
    fn takes(&mut self, sign: char) -> bool {
        match sign {
            '0'..='9' | '+' => {
                if !self.is_open || sign == '+' {
                    self.whole.push(String::new());
                }
                self.is_open = true;
                if let Some(group) = self.whole.last_mut() {
                    group.push(sign);
                }
                true
            }
            ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2011}' | '(' | ')' => {
                self.is_open = false;
                true
            }
            _ => false,
        }
    }

    /// The numbers of the groups so far, which are gone then.
    fn numbers(&mut self) -> Vec<String> {
        self.is_open = false;
        let groups = std::mem::take(&mut self.whole);
        let mut found = Vec::new();
        let mut rest = groups.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            let taken = number(first, behind);
            rest = behind;
            if let Some((number, length)) = taken {
                found.push(number);
                rest = behind.get(length..).unwrap_or_default();
            }
        }
        found
    }
}

/// The number that begins with a group, and how many of the groups behind are part of it.
fn number(first: &str, behind: &[String]) -> Option<(String, usize)> {
    let mut digits = match first.strip_prefix("+44") {
        Some(rest) => format!("0{rest}"),
        None if first.starts_with('0') => first.to_owned(),
        None => return None,
    };
    let mut length = 0;
    for group in behind {
        // The 0 of +44 (0)20 is there already.
        let group = if digits == "0" && first.starts_with('+') { group.trim_start_matches('0') } else { group };
        if digits.len() + group.len() > *LENGTHS.end() {
            break;
        }
        digits.push_str(group);
        length += 1;
    }
    LENGTHS.contains(&digits.len()).then_some((digits, length))
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn a_number_is_found_however_it_is_written() {
        for text in [
            "01632 960 001",
            "01632 960001",
            "(01632) 960-001",
            "+44 1632 960001",
            "+44 (0)1632 960 001",
            "01632\u{a0}960\u{a0}001",
        ] {
            assert_eq!(numbers(text), ["01632960001"], "{text}");
        }
    }

    #[test]
    fn what_stands_beside_a_number_is_no_part_of_it() {
        assert_eq!(numbers("Call 0300 123 4567 8am to 6pm"), ["03001234567"]);
        assert_eq!(numbers("<a href=\"tel:01632960001\">01632 960 002</a>"), ["01632960002"]);
        assert_eq!(numbers("18001 01632 960 001, or 01632 960 002"), ["01632960001", "01632960002"]);
        assert_eq!(numbers("01632 960 001 01632 960 002"), ["01632960001", "01632960002"]);
    }

    #[test]
    fn other_figures_are_no_numbers() {
        for text in ["999", "2026-11-22", "£1,250 a week", "07 12", "00000000000000", "+", "0", ""] {
            assert_eq!(numbers(text), Vec::<String>::new(), "{text}");
        }
    }
}
