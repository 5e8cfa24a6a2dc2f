//! `title-contraction`: a title has a shortened verb.
//!
//! In: the title. Out: a finding when it has one (you'll, it's, can't). Possessives ("carer's") are left alone.
//! Not here: shortened verbs in the text; see `contraction-negative`.

use super::found::Found;
use super::page::{Page, Part};
use super::rule::{Pack, Rule};
use super::split::Word;
use crate::diag::Severity;

pub(super) const RULE: Rule = Rule {
    code: "title-contraction",
    severity: Severity::Warning,
    basis: &["NHS content guide: punctuation"],
    pack: Pack::Every,
    list: None,
    check,
};

const ENDS: [&str; 4] = ["'ll", "'re", "'ve", "n't"];
const WHOLE: [&str; 12] =
    ["it's", "that's", "there's", "what's", "who's", "here's", "how's", "let's", "where's", "i'm", "he's", "she's"];

fn check(page: &Page<'_>, found: &mut Found<'_>) {
    for passage in page.passages.iter().filter(|passage| passage.part == Part::Title) {
        let is_short = |word: &&Word| page.word(**word).contains(['\'', '\u{2019}']);
        for word in page.words(&passage.words).iter().filter(is_short) {
            let plain = page.word(*word).replace('\u{2019}', "'").to_lowercase();
            if ENDS.iter().any(|end| plain.ends_with(end)) || WHOLE.contains(&plain.as_str()) {
                found
                    .say(passage.text.clone(), format!("the title has a shortened verb, \"{}\"", page.word(*word)))
                    .help("write the words out: \"What happens if you cannot pay\"");
            }
        }
    }
}
