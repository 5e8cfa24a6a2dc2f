//! A feed of another directory, taken over into the files of this one.
//!
//! In: a loaded site and the texts of a feed. Out: files to write, with findings. Not here: reading and writing them.

use super::Loaded;
use crate::diag::Checked;
use crate::model::directory::Entry;
use crate::parse::oruk;

/// What a feed becomes in the directory of a site. `neighbour` names the area that all of it is in.
pub fn take_over(loaded: &Loaded, files: &[(String, String)], neighbour: Option<String>) -> Checked<oruk::Taken> {
    let directory = &loaded.site.directory;
    let stem = |path: &str| {
        let name = path.strip_prefix("data/directory/")?;
        Some(name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned())
    };
    let files_of_site = loaded.tree.under("data/directory/").filter_map(|(_, file)| stem(&file.path));
    let slug = |entry: &Entry| entry.slug.clone();
    let known = oruk::Known {
        ids: directory.entries.iter().map(|entry| entry.id).collect(),
        slugs: directory.entries.iter().map(slug).chain(files_of_site).collect(),
        needs: directory.needs.iter().map(|need| (need.id, need.key.clone())).collect(),
        neighbour,
    };
    oruk::oruk(files, known)
}
