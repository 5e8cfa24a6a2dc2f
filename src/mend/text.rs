//! Corrections put into one text.
//!
//! In: a text, changes in any order, passages that are never touched. Out: the new text and how many changes are in it.
//! A change that overlaps another waits: the next round finds it again if it is still wrong. Pure.
//! Not here: which file the text is; whether what comes out is sound, which is checked anew.

use std::ops::Range;

/// A change of a text.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Change {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    /// What stands there afterwards.
    pub(super) replacement: String,
}

/// A text after changes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Changed {
    /// The text.
    pub(super) text: String,
    /// Which of the changes, by their positions in the list, are in it.
    pub(super) done: Vec<usize>,
}

/// Puts changes into a text, the first of those that overlap.
pub(super) fn changed(text: &str, changes: &[Change], guarded: &[Range<usize>]) -> Changed {
    let mut order: Vec<usize> = (0..changes.len()).collect();
    order.sort_by_key(|at| changes.get(*at));
    let ends = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut made = Changed { text: String::with_capacity(text.len()), done: Vec::new() };
    let mut last: Option<&Change> = None;
    let mut copied = 0;
    for at in order {
        let Some(change) = changes.get(at) else { continue };
        if last == Some(change) {
            // Two findings with the same correction are corrected at once.
            made.done.push(at);
            continue;
        }
        let replacement = in_lines(&change.replacement, ends);
        let (Some(kept), Some(old)) = (text.get(copied..change.start), text.get(change.start..change.end)) else {
            continue;
        };
        if old == replacement || last.is_some_and(|last| touch(last, change)) || is_guarded(change, guarded) {
            continue;
        }
        made.text.push_str(kept);
        made.text.push_str(&replacement);
        made.done.push(at);
        copied = change.end;
        last = Some(change);
    }
    made.text.push_str(text.get(copied..).unwrap_or_default());
    made.done.sort_unstable();
    made
}

/// Whether the second change begins inside the first, or both put something at one place.
fn touch(first: &Change, second: &Change) -> bool {
    second.start < first.end || (second.start == first.end && (second.start == second.end || first.start == first.end))
}

fn is_guarded(change: &Change, guarded: &[Range<usize>]) -> bool {
    guarded
        .iter()
        .any(|range| change.start < range.end.max(range.start + 1) && range.start < change.end.max(change.start + 1))
}

/// A replacement with the line ends of the text around it.
fn in_lines(replacement: &str, ends: &str) -> String {
    if ends == "\n" || !replacement.contains('\n') {
        return replacement.to_owned();
    }
    replacement.replace("\r\n", "\n").replace('\n', ends)
}

#[cfg(test)]
mod tests {
    use super::{Change, changed};
    use proptest::collection::vec;
    use proptest::prelude::{Just, Strategy, any, proptest};
    use proptest::sample::select;

    fn change(start: usize, end: usize, replacement: &str) -> Change {
        Change { start, end, replacement: replacement.to_owned() }
    }

    fn mended(text: &str, changes: &[Change]) -> String {
        changed(text, changes, &[]).text
    }

    #[test]
    fn changes_are_put_in_wherever_they_stand() {
        let changes = [change(9, 14, "help"), change(0, 2, "You"), change(15, 15, " now")];
        assert_eq!(mended("We offer aides.", &changes), "You offer help. now");
    }

    #[test]
    fn of_two_that_overlap_the_first_is_made_and_the_other_waits() {
        let both = changed("utilise it", &[change(3, 9, "x"), change(0, 7, "use")], &[]);
        assert_eq!((both.text.as_str(), both.done), ("use it", vec![1]));
        let inserted = changed("ab", &[change(1, 1, "x"), change(1, 1, "y")], &[]);
        assert_eq!(inserted.text, "axb");
        assert_eq!(mended("ab", &[change(0, 1, "x"), change(1, 2, "y")]), "xy", "neighbours do not overlap");
    }

    #[test]
    fn two_findings_with_one_correction_are_both_done() {
        let twice = changed("utilise", &[change(0, 7, "use"), change(0, 7, "use")], &[]);
        assert_eq!((twice.text.as_str(), twice.done), ("use", vec![0, 1]));
    }

    #[test]
    fn what_is_guarded_what_is_no_place_and_what_changes_nothing_is_left_alone() {
        let text = "café `code` x";
        for left in [change(7, 9, "y"), change(6, 6, "y"), change(4, 5, "e"), change(9, 99, "y"), change(5, 2, "y")] {
            assert_eq!(
                changed(text, std::slice::from_ref(&left), std::slice::from_ref(&(6..12))).done,
                [0; 0],
                "{left:?}"
            );
        }
        assert_eq!(changed("use", &[change(0, 3, "use")], &[]).done, [0; 0]);
    }

    #[test]
    fn lines_end_as_they_did() {
        assert_eq!(mended("a\r\nb\r\n", &[change(0, 1, "x\ny")]), "x\r\ny\r\nb\r\n");
        assert_eq!(mended("a\nb\n", &[change(0, 1, "x\ny")]), "x\ny\nb\n");
    }

    /// A text and changes of it, sound and unsound.
    fn changes() -> impl Strategy<Value = (String, Vec<Change>)> {
        let text = vec(select(vec!["a", "é", " ", "\n", "\r\n", "utilise"]), 0..30).prop_map(|parts| parts.concat());
        text.prop_flat_map(|text| {
            let end = text.len() + 3;
            let one = (0..end, 0..end, select(vec!["", "x", "two words", "a\nb"]))
                .prop_map(|(a, b, replacement)| change(a.min(b), a.max(b), replacement));
            (Just(text), vec(one, 0..12))
        })
    }

    proptest! {
        #[test]
        fn the_order_of_corrections_changes_nothing((text, changes) in changes(), seed in any::<u64>()) {
            let mut shuffled = changes.clone();
            let mut state = seed;
            for at in (1..shuffled.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                shuffled.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
            }
            assert_eq!(mended(&text, &shuffled), mended(&text, &changes));
        }

        #[test]
        fn nothing_but_what_was_corrected_is_changed((text, changes) in changes()) {
            let made = changed(&text, &changes, &[]);
            let mut spans: Vec<&Change> = made.done.iter().map(|at| &changes[*at]).collect();
            spans.sort_unstable();
            spans.dedup();
            let mut rest = made.text.as_str();
            let mut from = 0;
            for span in spans {
                rest = rest.strip_prefix(text.get(from..span.start).unwrap()).unwrap();
                let replacement = super::in_lines(&span.replacement, if text.contains("\r\n") { "\r\n" } else { "\n" });
                rest = rest.strip_prefix(replacement.as_str()).unwrap();
                from = span.end;
            }
            assert_eq!(rest, text.get(from..).unwrap());
        }

        #[test]
        fn a_guarded_passage_keeps_its_bytes((text, changes) in changes(), cut in any::<(u8, u8)>()) {
            let at = |byte: u8| usize::from(byte) * text.len() / 256;
            let (start, end) = (at(cut.0).min(at(cut.1)), at(cut.0).max(at(cut.1)));
            if let Some(passage) = text.get(start..end).filter(|passage| !passage.is_empty()) {
                let made = changed(&text, &changes, std::slice::from_ref(&(start..end)));
                assert!(made.text.contains(passage));
            }
        }
    }
}
