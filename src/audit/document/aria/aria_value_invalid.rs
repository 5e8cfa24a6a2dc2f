//! `aria-value-invalid`: a value that the attribute cannot have, such as `aria-expanded="yes"`.
//!
//! An empty value counts as no value. `aria-current` takes any word for true; one that it does not list is a slip all
//! the same, and people hear "current" without being told of what.

use super::{attributes, exposed};
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Value;
use crate::audit::rule::{Found, Rule};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "aria-value-invalid", severity: Severity::Error, basis: &["WCAG 4.1.2", "ACT 6a7281"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    for id in exposed(page) {
        for (aria, typed) in attributes(page, id) {
            if typed.is_empty() || is_valid(aria.value, typed) || aria.may_be_empty && typed.trim().is_empty() {
                continue;
            }
            let finding = found.at(page, id, format!("`aria-{}` cannot be {}", aria.name, quote(typed)));
            let name = aria.name;
            match aria.value {
                Value::Boolean => finding.help(format!("write `aria-{name}=\"true\"` or `aria-{name}=\"false\"`")),
                Value::Token(words) | Value::Tokens(words) => {
                    finding.help(format!("write one of `{}`", words.replace(' ', "`, `")))
                }
                Value::Integer(least) => {
                    finding.help(format!("write a whole number, {least} or more: `aria-{name}=\"2\"`"))
                }
                _ => finding.help(format!("write a number: `aria-{name}=\"50\"`")),
            };
        }
    }
}

fn is_valid(value: Value, typed: &str) -> bool {
    let lists = |words: &str, typed: &str| words.split(' ').any(|word| word.eq_ignore_ascii_case(typed));
    match value {
        Value::Boolean => lists("true false", typed),
        Value::Token(words) => lists(words, typed),
        Value::Tokens(words) => {
            let mut typed = typed.split_ascii_whitespace().peekable();
            typed.peek().is_some() && typed.all(|typed| words.split(' ').any(|word| word == typed))
        }
        Value::Integer(least) => is_digits(typed) && typed.parse().is_ok_and(|number: i64| number >= least),
        Value::Number => {
            let unsigned = typed.strip_prefix(['-', '+']).unwrap_or(typed);
            let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
            let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
            digits(whole) && digits(part) && !(whole.is_empty() && part.is_empty())
        }
        Value::IdRef | Value::IdRefs | Value::Text => true,
    }
}

fn is_digits(typed: &str) -> bool {
    let unsigned = typed.strip_prefix(['-', '+']).unwrap_or(typed);
    !unsigned.is_empty() && unsigned.bytes().all(|byte| byte.is_ascii_digit())
}
