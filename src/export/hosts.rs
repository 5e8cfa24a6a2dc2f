//! Rules for web hosts, so that the Open Referral feed answers as an interface does: paths without `index.json`, `?page=2`,
//! and every other site may read it (CORS). And so that pages that are gone say so to programs.
//!
//! In: the hosts of the settings. Out: files for each host that has something to be told. What no rule can do, the page
//! about the feed says. Not here: headers of pages (`headers.rs`).

use serde_json::{Value, json};

use super::{Source, gone};
use crate::model::host::Host;
use crate::model::output::Output;

/// The lists of the feed.
const LISTS: [&str; 4] = ["services", "taxonomies", "taxonomy_terms", "service_at_locations"];

/// The files.
pub(super) fn rules(source: Source<'_>) -> Vec<Output> {
    let hosts = &source.site.settings.hosts;
    let mut files: Vec<Output> = feed(source);
    if hosts.contains(&Host::Netlify) {
        leading(&mut files, "_redirects", &gone::redirects(source));
    }
    if hosts.contains(&Host::Nginx) {
        files.extend(gone::nginx(source));
    }
    if hosts.contains(&Host::Apache) {
        files.extend(gone::apache(source));
    }
    files
}

/// Puts lines at the beginning of a file: the first rule that fits counts.
fn leading(files: &mut Vec<Output>, path: &str, lines: &str) {
    if lines.is_empty() {
        return;
    }
    match files.iter_mut().find(|file| file.path == path) {
        Some(file) => drop(file.bytes.splice(0..0, lines.bytes())),
        None => files.push(Output { path: path.to_owned(), bytes: lines.as_bytes().to_vec() }),
    }
}

/// The files for the Open Referral feed.
fn feed(source: Source<'_>) -> Vec<Output> {
    if source.site.directory.entries.is_empty() {
        return Vec::new();
    }
    let settings = &source.site.settings;
    let base = settings.base_path.as_str();
    let file = |host: &Host| match host {
        Host::Netlify => Some(("_redirects", redirects(base, true))),
        // It knows no questions behind an address, and one file serves both.
        Host::Cloudflare => (!settings.hosts.contains(&Host::Netlify)).then(|| ("_redirects", redirects(base, false))),
        Host::Nginx => Some(("open-referral/nginx.conf", nginx(base))),
        Host::Apache => Some(("open-referral/.htaccess", APACHE.to_owned())),
        Host::Iis => Some(("open-referral/web.config", IIS.to_owned())),
        Host::Azure => Some(("staticwebapp.config.json", azure(base))),
    };
    let files = settings.hosts.iter().filter_map(file);
    files.map(|(path, text)| Output { path: path.to_owned(), bytes: text.into_bytes() }).collect()
}

/// `_redirects` of Netlify and Cloudflare Pages: answers in place, with status 200.
fn redirects(base: &str, asks: bool) -> String {
    let feed = format!("{base}/open-referral");
    let mut text = format!("{feed} {feed}/index.json 200\n");
    for list in LISTS {
        if asks {
            text.push_str(&format!("{feed}/{list} page=:page {feed}/{list}/page/:page.json 200\n"));
        }
        text.push_str(&format!("{feed}/{list} {feed}/{list}/index.json 200\n"));
        text.push_str(&format!("{feed}/{list}/:id {feed}/{list}/:id/index.json 200\n"));
    }
    text
}

/// For the `server` block of nginx: `include /path/to/public/open-referral/nginx.conf;`.
fn nginx(base: &str) -> String {
    format!(
        "# Inside the server block: include /path/to/public/open-referral/nginx.conf;\n\
         location {base}/open-referral {{\n    index index.json;\n    default_type application/json;\n    \
         add_header Access-Control-Allow-Origin * always;\n    \
         if ($arg_page ~ \"^([0-9]+)$\") {{\n        rewrite ^(.*/open-referral/[a-z_]+)/?$ $1/page/$arg_page.json last;\n    }}\n    \
         try_files $uri $uri/index.json =404;\n}}\n"
    )
}

const APACHE: &str = "DirectoryIndex index.json\nDirectorySlash Off\nAddType application/json .json\n\
<IfModule mod_headers.c>\n  Header set Access-Control-Allow-Origin \"*\"\n</IfModule>\n\
<IfModule mod_rewrite.c>\n  RewriteEngine On\n  RewriteCond %{QUERY_STRING} (?:^|&)page=([0-9]+)(?:&|$)\n  \
RewriteRule ^([a-z_]+)/?$ $1/page/%1.json [L,QSD]\n  RewriteCond %{REQUEST_FILENAME} -d\n  \
RewriteRule ^(.*[^/])/?$ $1/index.json [L]\n</IfModule>\n";

const IIS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration>\n  <system.webServer>\n    \
<defaultDocument enabled=\"true\"><files><clear /><add value=\"index.json\" /></files></defaultDocument>\n    \
<staticContent><remove fileExtension=\".json\" /><mimeMap fileExtension=\".json\" mimeType=\"application/json\" /></staticContent>\n    \
<httpProtocol><customHeaders><add name=\"Access-Control-Allow-Origin\" value=\"*\" /></customHeaders></httpProtocol>\n    \
<rewrite><rules>\n      <rule name=\"Pages of the feed\" stopProcessing=\"true\"><match url=\"^([a-z_]+)/?$\" />\
<conditions><add input=\"{QUERY_STRING}\" pattern=\"(?:^|&amp;)page=([0-9]+)\" /></conditions>\
<action type=\"Rewrite\" url=\"{R:1}/page/{C:1}.json\" appendQueryString=\"false\" /></rule>\n      \
<rule name=\"Objects of the feed\" stopProcessing=\"true\"><match url=\"^(.*[^/])/?$\" />\
<conditions><add input=\"{REQUEST_FILENAME}\" matchType=\"IsDirectory\" /></conditions>\
<action type=\"Rewrite\" url=\"{R:1}/index.json\" /></rule>\n    </rules></rewrite>\n  </system.webServer>\n</configuration>\n";

/// `staticwebapp.config.json` of Azure: it can lead whole addresses, not patterns, so single objects keep their `index.json`.
fn azure(base: &str) -> String {
    let feed = format!("{base}/open-referral");
    let open = json!({ "Access-Control-Allow-Origin": "*" });
    // The first route that fits is the only one that counts, so each says who may read.
    let route = |path: &str| json!({ "route": format!("{feed}{path}"), "rewrite": format!("{feed}{path}/index.json"), "headers": open });
    let mut routes: Vec<Value> = vec![route("")];
    routes.extend(LISTS.map(|list| route(&format!("/{list}"))));
    routes.push(json!({ "route": format!("{feed}/*"), "headers": open }));
    let whole = json!({
        "routes": routes,
        "mimeTypes": { ".json": "application/json" },
        "responseOverrides": { "404": { "rewrite": format!("{base}/404.html") } },
    });
    // Texts and lists always have JSON.
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}
