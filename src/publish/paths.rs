//! Paths that may be published.
//!
//! In: a path below the output folder. Out: nothing, or why it is refused.
//! Not here: whether two paths go together; that is `ledger.rs`.

use crate::diag::failure::Failure;

/// Refuses a path that could leave the output folder, or that some computers cannot hold.
pub(super) fn check(path: &str) -> Result<(), Failure> {
    let reason = if path.starts_with('/') {
        "begins with a slash"
    } else if path.contains('\\') || path.contains(':') {
        "holds a backslash or a colon, which some computers read as a folder"
    } else if path.chars().any(char::is_control) {
        "holds a character that cannot be seen"
    } else if path.split('/').any(str::is_empty) {
        "has an empty part"
    } else if path.split('/').any(|part| part == ".." || part == ".") {
        "has a part that leads to another folder"
    } else if path.split('/').any(|part| part.len() > 255) {
        "has a name of more than 255 bytes"
    } else {
        return Ok(());
    };
    Err(Failure::new(format!("the path `{}` cannot be published: it {reason}", path.escape_debug()))
        .help("give the file another name, for example `help-at-home.pdf`"))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn paths_that_could_leave_the_folder_are_refused() {
        for path in ["", "/etc/x", "../x", "a/../x", "a//x", "a/", "./a", "a\\..\\x", "c:x", "a\nb"] {
            assert!(check(path).is_err(), "{path:?}");
        }
    }

    #[test]
    fn ordinary_paths_pass() {
        for path in ["index.html", "care/help at home.pdf", "gofal/cymorth-ô/index.html", ".well-known/security.txt"] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
    }
}
