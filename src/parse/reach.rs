//! What a telephone number, an address for email and that of a website look like, for contact records and the directory.
//!
//! In: a text as typed. Out: whether somebody could dial it, write to it or open it, and the finding if not.
//! Not here: which fields there are.

use crate::diag::{Diagnostic, Place};

/// A kind of text by which people reach somebody.
#[derive(Debug)]
pub(super) struct Kind {
    fits: fn(&str) -> bool,
    what: &'static str,
    help: &'static str,
}

pub(super) const PHONE: Kind = Kind {
    fits: is_phone,
    what: "a telephone number",
    help: "write the number in groups, for example `01632 960 123`",
};
pub(super) const EMAIL: Kind = Kind {
    fits: is_email,
    what: "an address for email",
    help: "write one address, for example `hello@tea-and-talk.example`",
};
pub(super) const WEB: Kind = Kind {
    fits: is_web,
    what: "the address of a website",
    help: "write the whole address, for example `https://tea-and-talk.example/`",
};

impl Kind {
    /// The finding for a text that is not of this kind.
    pub(super) fn fault(&self, text: &str, place: Place) -> Option<Diagnostic> {
        let fault = || Diagnostic::error("reach-unclear", format!("`{text}` is not {}", self.what), place);
        (!(self.fits)(text)).then(|| fault().help(self.help))
    }
}

/// Digits with spaces, and perhaps a plus sign and brackets.
pub(super) fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (3..=18).contains(&digits) && text.bytes().all(|byte| byte.is_ascii_digit() || b" +()".contains(&byte))
}

/// Something, an at sign, a host with a full stop.
pub(super) fn is_email(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"<>\"'(),:;[]\\".contains(&byte);
    let host = |host: &str| host.contains('.') && host.split('.').all(|label| !label.is_empty());
    let parts = text.split_once('@').filter(|(name, rest)| !name.is_empty() && !rest.contains('@'));
    parts.is_some_and(|(_, rest)| host(rest)) && text.bytes().all(plain)
}

/// `https://` or `http://` and a host.
pub(super) fn is_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_host = |rest: &str| rest.split(['/', '?', '#']).next().is_some_and(|host| host.contains('.'));
    rest.is_some_and(is_host) && text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"\\".contains(c))
}
