//! Slugs: the ids of headings, addresses of pages and keys of groups.
//!
//! In: any text. Out: lower case letters, digits and single hyphens, the same on every machine.
//! Not here: uniqueness within a page or a site.

/// Lower case, words joined by hyphens, punctuation dropped: `Who can get it` gives `who-can-get-it`.
///
/// Letters of any script are kept, so a Welsh or Urdu heading has an id of its own. `&` and `'` vanish.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’' | '&') {
            gap = true;
        }
    }
    out
}

/// The known word nearest to `typed`, if it is near enough to be meant.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (typed.chars().count() / 3).max(1) + 1;
    known
        .into_iter()
        .map(|word| (distance(typed, word), word))
        .filter(|(steps, _)| *steps <= limit)
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, word)| word)
}

/// Edit distance: insertions, deletions, replacements and swaps of neighbours count one each.
pub fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().flat_map(char::to_lowercase).collect();
    let b: Vec<char> = b.chars().flat_map(char::to_lowercase).collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (rows[i][j] + usize::from(x != y)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(rows[i - 1][j - 1] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::{nearest, slug};

    #[test]
    fn a_heading_becomes_words_joined_by_hyphens() {
        assert_eq!(slug("Who can get it"), "who-can-get-it");
        assert_eq!(slug("A&E: what's next?"), "ae-whats-next");
        assert_eq!(slug("Gofal a chymorth"), "gofal-a-chymorth");
    }

    #[test]
    fn the_nearest_known_word_is_offered_only_when_it_is_near() {
        assert_eq!(nearest("sumary", ["summary", "title"]), Some("summary"));
        assert_eq!(nearest("ownre", ["owner", "contact"]), Some("owner"));
        assert_eq!(nearest("colour", ["summary", "title"]), None);
    }
}
