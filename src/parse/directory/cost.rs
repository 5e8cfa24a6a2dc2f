//! What an entry costs, as people type it: `free`, `£3 a session`, `Members: £2 a session`, `by donation`.
//!
//! In: texts by field. Out: [`Cost`]s, and findings. Not here: how a list sorts by cost.

use super::record::Record;
use crate::diag::Diagnostic;
use crate::model::directory::Cost;
use crate::model::quantity::Decimal;

/// Reads the costs.
pub(super) fn costs(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Cost> {
    let read = |part: &super::record::Part<'_>| {
        let cost = cost(&part.text);
        if cost.is_none() {
            let message = format!("`{}` does not begin with its amount", part.text);
            let help = "begin with the amount, for example `£3 a session`, or with who pays it, for example \
                        `Members: £2 a session`; write `free` where there is nothing to pay";
            findings.push(Diagnostic::error("cost-unclear", message, part.place()).help(help));
        }
        cost
    };
    record.list("cost").filter_map(read).collect()
}

/// Reads one line.
pub fn cost(typed: &str) -> Option<Cost> {
    let typed = typed.trim();
    if let Some(cost) = amount(typed) {
        return Some(cost);
    }
    if let Some((option, rest)) = typed.split_once(": ")
        && let Some(cost) = amount(rest.trim())
    {
        return Some(Cost { option: Some(option.trim().to_owned()), ..cost });
    }
    // An amount in the middle of a sentence could be a price, a saving or a limit.
    (!typed.contains('£')).then(|| Cost { option: None, amount: None, words: typed.to_owned() })
}

/// A line that begins with its amount.
fn amount(typed: &str) -> Option<Cost> {
    let free = typed.get(..4).filter(|word| word.eq_ignore_ascii_case("free"));
    if let Some(words) = free.and_then(|_| typed.get(4..)).filter(|rest| rest.is_empty() || rest.starts_with(' ')) {
        return Some(Cost { option: None, amount: Some(Decimal::ZERO), words: words.trim().to_owned() });
    }
    let rest = typed.strip_prefix('£')?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
    let (digits, words) = (rest.get(..end)?, rest.get(end..)?);
    let amount = digits.replace(',', "").parse::<Decimal>().ok()?;
    let has_pence = digits.split_once('.').is_none_or(|(_, pence)| pence.len() == 2);
    let is_apart = words.is_empty() || words.starts_with(' ');
    (has_pence && is_apart).then(|| Cost {
        option: None,
        amount: Some(amount.normalize()),
        words: words.trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::cost;

    #[test]
    fn a_cost_begins_with_its_amount_or_has_none() {
        let read = |typed: &str| {
            cost(typed).map(|cost| format!("{:?} {:?} {}", cost.option, cost.amount.map(|a| a.to_string()), cost.words))
        };
        let told: Vec<_> = [
            "free",
            "Free for carers",
            "£3",
            "£3.50 a session",
            "£1,200 a year",
            "Members: £2 a session",
            "Under 25s: free",
            "by donation",
            "freely given",
            "about £3",
            "£3.5",
            "£3a",
            "£",
        ]
        .map(|typed| format!("{typed}: {}", read(typed).unwrap_or_else(|| "-".to_owned())))
        .into();
        insta::assert_snapshot!(told.join("\n"));
    }
}
