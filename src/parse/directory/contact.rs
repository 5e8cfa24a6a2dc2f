//! How to reach a service: telephone, text message, email, website.
//!
//! In: texts by field. Out: [`Reach`], and findings for what nobody could dial, write to or open. Not here: the contacts of
//! the council itself, which are in `data/contacts.yaml`.

use super::record::Record;
use crate::diag::Diagnostic;
use crate::model::directory::Reach;

/// Reads the ways to reach a service.
pub(super) fn reach(record: &Record<'_>, findings: &mut Vec<Diagnostic>) -> Reach {
    Reach {
        contact: record.text("contact"),
        phone: phone(record, "phone", findings),
        text: phone(record, "text", findings),
        email: email(record, "email", findings),
        web: web(record, "web", findings),
    }
}

fn phone(record: &Record<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let help = "write the number in groups, for example `01632 960 123`";
    checked(record, name, is_phone, ("a telephone number", help), findings)
}

/// An address for email.
pub(super) fn email(record: &Record<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let help = "write one address, for example `hello@tea-and-talk.example`";
    checked(record, name, is_email, ("an address for email", help), findings)
}

/// A website.
pub(super) fn web(record: &Record<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let help = "write the whole address, for example `https://tea-and-talk.example/`";
    checked(record, name, is_web, ("the address of a website", help), findings)
}

fn checked(
    record: &Record<'_>,
    name: &str,
    fits: fn(&str) -> bool,
    (what, help): (&str, &str),
    findings: &mut Vec<Diagnostic>,
) -> Option<String> {
    let part = record.part(name)?;
    if fits(&part.text) {
        return Some(part.text.to_string());
    }
    findings
        .push(Diagnostic::error("reach-unclear", format!("`{}` is not {what}", part.text), part.place()).help(help));
    None
}

/// Digits with spaces, and perhaps a plus sign and brackets.
pub fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (3..=18).contains(&digits) && text.bytes().all(|byte| byte.is_ascii_digit() || b" +()".contains(&byte))
}

/// Something, an at sign, a host with a full stop.
pub fn is_email(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"<>\"'(),:;[]\\".contains(&byte);
    let host = |host: &str| host.contains('.') && host.split('.').all(|label| !label.is_empty());
    let parts = text.split_once('@').filter(|(name, rest)| !name.is_empty() && !rest.contains('@'));
    parts.is_some_and(|(_, rest)| host(rest)) && text.bytes().all(plain)
}

/// `https://` or `http://` and a host.
pub fn is_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_host = |rest: &str| rest.split(['/', '?', '#']).next().is_some_and(|host| host.contains('.'));
    rest.is_some_and(is_host) && text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"\\".contains(c))
}
