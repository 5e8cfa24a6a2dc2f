//! Rules that make a web host answer with status 410 where a page was taken down, and show what stands there.
//!
//! In: pages of the type `gone`. Out: lines and files for the hosts that can do it: Netlify, nginx and Apache. Cloudflare
//! Pages, Azure and IIS cannot answer so with a page of the site; there the page is shown with status 200.
//! Not here: which hosts the settings name.

use super::Source;
use crate::model::output::Output;
use crate::model::page_type::PageType;

/// Addresses of the pages, below the site's own path.
fn addresses(source: Source<'_>) -> impl Iterator<Item = &str> {
    let pages = source.site.pages.iter().filter(|page| page.document.front.kind == PageType::Gone);
    pages.map(|page| page.url.as_str())
}

/// Lines of `_redirects` of Netlify. With an exclamation mark they count although the page is there.
pub(super) fn redirects(source: Source<'_>) -> String {
    let base = &source.site.settings.base_path;
    addresses(source).map(|url| format!("{base}{url} {base}{url}index.html 410!\n")).collect()
}

/// For the `server` block of nginx; nothing without such pages.
pub(super) fn nginx(source: Source<'_>) -> Option<Output> {
    let base = &source.site.settings.base_path;
    let location = |url: &str| {
        format!("location = {base}{url} {{\n    error_page 410 {base}{url}index.html;\n    return 410;\n}}\n")
    };
    let locations: String = addresses(source).map(location).collect();
    let text = format!("# Inside the server block: include /path/to/public/nginx-gone.conf;\n{locations}");
    (!locations.is_empty()).then(|| Output { path: "nginx-gone.conf".to_owned(), bytes: text.into_bytes() })
}

/// An `.htaccess` beside each page. The page itself is what the status shows, so it is asked for a second time, inside.
pub(super) fn apache(source: Source<'_>) -> Vec<Output> {
    let base = &source.site.settings.base_path;
    let file = |url: &str| {
        let text = format!(
            "ErrorDocument 410 {base}{url}index.html\n<IfModule mod_rewrite.c>\n  RewriteEngine On\n  \
             RewriteCond %{{ENV:REDIRECT_STATUS}} ^$\n  RewriteRule ^(index\\.html)?$ - [G]\n</IfModule>\n"
        );
        Output { path: format!("{}.htaccess", url.trim_start_matches('/')), bytes: text.into_bytes() }
    };
    addresses(source).map(file).collect()
}
