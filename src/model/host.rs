//! Web hosts that Candour can write rules for.
//!
//! In: a name in `hosts:`. Out: the host. Not here: the rules, which are in `export/`.

/// A web host, or a program that serves files.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Host {
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// The server nginx.
    Nginx,
    /// The Apache HTTP server.
    Apache,
    /// Internet Information Services.
    Iis,
    /// Azure Static Web Apps.
    Azure,
}

impl Host {
    /// Every host with its name in `hosts:`.
    pub const ALL: [(&'static str, Self); 6] = [
        ("netlify", Self::Netlify),
        ("cloudflare", Self::Cloudflare),
        ("nginx", Self::Nginx),
        ("apache", Self::Apache),
        ("iis", Self::Iis),
        ("azure", Self::Azure),
    ];
}
