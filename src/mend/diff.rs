//! What would change, as a unified diff. The only file that names `similar`.
//!
//! In: paths with their text before and after. Out: text that `patch` and `git apply` read. Not here: changing anything.

use similar::TextDiff;

/// The difference of one file.
pub fn unified(path: &str, before: &str, after: &str) -> String {
    let difference = TextDiff::from_lines(before, after);
    difference.unified_diff().context_radius(3).header(&format!("a/{path}"), &format!("b/{path}")).to_string()
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn a_difference_names_its_file_and_its_lines() {
        let told = unified("content/a.md", "one\ntwo\nthree", "one\n2\nthree");
        let said = "--- a/content/a.md\n+++ b/content/a.md\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n\\ No newline at end of file\n";
        assert_eq!(told, said);
    }
}
