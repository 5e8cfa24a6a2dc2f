//! How to reach a service: telephone, text message, email, website.
//!
//! In: texts by field. Out: [`Reach`], and findings for what nobody could dial, write to or open. Not here: what
//! a number or an address looks like; that is `parse/reach.rs`.

use super::record::Record;
use crate::diag::Diagnostic;
use crate::model::directory::Reach;
use crate::parse::reach::{EMAIL, Kind, PHONE, WEB};

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
    checked(record, name, &PHONE, findings)
}

/// An address for email.
pub(super) fn email(record: &Record<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
    checked(record, name, &EMAIL, findings)
}

/// A website.
pub(super) fn web(record: &Record<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Option<String> {
    checked(record, name, &WEB, findings)
}

fn checked(record: &Record<'_>, name: &str, kind: &Kind, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let part = record.part(name)?;
    let fault = kind.fault(&part.text, part.place());
    let fits = fault.is_none();
    findings.extend(fault);
    fits.then(|| part.text.to_string())
}
