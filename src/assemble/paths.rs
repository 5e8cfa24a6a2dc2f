//! Paths of files and what they become.
//!
//! In: paths from the site's root, addresses as typed. Out: addresses of pages, paths without `.` and `..`.
//! Not here: whether anything exists there.

use crate::model::slug::slug;

/// What the name of a Markdown file says: the page it is, its language, its form.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Address without the page's own slug: `/carers/`.
    pub(super) folder: String,
    /// The page's name, or none for a folder's own page.
    pub(super) name: Option<String>,
    /// Language in the name (`breaks.cy.md`).
    pub(super) language: Option<String>,
    /// Another form in the name (`breaks.easy-read.md`).
    pub(super) form: Option<String>,
}

/// Reads the path of a Markdown file below `content/`.
pub(super) fn named(path: &str) -> Named {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let (folder, file) = inner.rsplit_once('/').unwrap_or(("", inner));
    let stem = file.strip_suffix(".md").unwrap_or(file);
    let mut parts = stem.split('.');
    let name = parts.next().unwrap_or(stem);
    let mut language = None;
    let mut form = None;
    for part in parts {
        if is_language(part) {
            language = Some(part.to_owned());
        } else {
            form = Some(slug(part));
        }
    }
    Named { folder: address(folder), name: (name != "_index").then(|| slug(name)), language, form }
}

fn is_language(part: &str) -> bool {
    let first = part.split('-').next().unwrap_or(part);
    matches!(first.len(), 2 | 3) && first.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The address of a folder below `content/`: each part a slug.
pub(super) fn address(folder: &str) -> String {
    let mut url = String::from("/");
    for part in folder.split('/').filter(|part| !part.is_empty()) {
        url.push_str(&slug(part));
        url.push('/');
    }
    url
}

/// The address of a file that is copied: its folder's address and its own name.
pub(super) fn asset_address(path: &str) -> String {
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let (folder, file) = inner.rsplit_once('/').unwrap_or(("", inner));
    format!("{}{file}", address(folder))
}

/// The path that a typed path means, seen from a file; none when it leaves the site.
///
/// `../a.md` from `content/b/c.md` gives `content/a.md`; `@/a.md` and `/a.md` begin at `content/`.
pub(super) fn resolved(from: &str, typed: &str) -> Option<String> {
    let typed = typed.replace("%20", " ");
    let (base, rest) = match typed.strip_prefix("@/").or_else(|| typed.strip_prefix('/')) {
        Some(rest) => ("content", rest),
        None => (from.rsplit_once('/').map_or("", |(folder, _)| folder), typed.as_str()),
    };
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.len() > 1 => {
                parts.pop();
            }
            ".." => return None,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{asset_address, named, resolved};

    #[test]
    fn the_name_of_a_file_gives_its_address_language_and_form() {
        let page = named("content/Carers/Breaks for carers.cy.md");
        assert_eq!((page.folder.as_str(), page.name.as_deref()), ("/carers/", Some("breaks-for-carers")));
        assert_eq!(page.language.as_deref(), Some("cy"));
        assert_eq!(named("content/a/b.easy-read.md").form.as_deref(), Some("easy-read"));
        assert_eq!(named("content/_index.md").name, None);
        assert_eq!(asset_address("content/a/Form 1.pdf"), "/a/Form 1.pdf");
    }

    #[test]
    fn a_path_that_leaves_the_site_is_nothing() {
        assert_eq!(resolved("content/b/c.md", "../a.md").as_deref(), Some("content/a.md"));
        assert_eq!(resolved("content/b/c.md", "@/d/e.md").as_deref(), Some("content/d/e.md"));
        assert_eq!(resolved("content/b/c.md", "../../../etc/passwd"), None);
    }
}
