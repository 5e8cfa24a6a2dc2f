//! Links, buttons and the like that are called otherwise than they read: people who speak to the browser say what they
//! see. As axe-core, words in brackets and signs count for nothing, and switches and boxes are passed over.

use crate::audit::accname::NameFrom;
use crate::audit::page::Page;
use crate::audit::reading::quote;
use crate::audit::role::Role;
use crate::audit::rule::{Found, Rule};
use crate::audit::tree::{NodeId, name};
use crate::diag::Severity;

pub(super) const RULE: Rule =
    Rule { code: "label-not-in-name", severity: Severity::Error, basis: &["WCAG 2.5.3", "ACT 2ee8b8"], check };

fn check(page: &Page<'_>, found: &mut Found) {
    let native = [name!("a"), name!("button"), name!("summary")];
    let native = native.iter().flat_map(|name| page.exposed(name)).filter(|id| page.explicit_role(*id).is_none());
    for id in native.chain(super::roled(page, |_| true)).filter(|id| is_judged(page, *id)) {
        if is_hidden_by_class(page, id) || is_clipped_away(page, id) {
            continue;
        }
        let Some(seen) = super::shown_text(page, id, |at| page.is_seen(at)) else { continue };
        let called = page.name(id);
        if is_speakable(&seen) && is_speakable(called) && !is_said_in(&words(&seen), &words(called)) {
            found
                .at(page, id, format!("it reads {} and is called {}", quote(&seen), quote(called)))
                .help(format!("begin the name with what is seen, `aria-label=\"{seen} …\"`, or take `aria-label` out"));
        }
    }
}

/// Whether the element is a control that reads as its content and that the author named otherwise.
fn is_judged(page: &Page<'_>, id: NodeId) -> bool {
    let Some(role) = page.role(id) else { return false };
    let is_box =
        matches!(role, Role::Checkbox | Role::Switch | Role::Radio | Role::MenuItemCheckbox | Role::MenuItemRadio);
    role.is_widget()
        && role.facts().named_by_content
        && !is_box
        && matches!(page.name_from(id), NameFrom::AriaLabel | NameFrom::LabelledBy)
}

/// Whether a class says that some of the words cannot be seen, which a style sheet may do in many ways.
fn is_hidden_by_class(page: &Page<'_>, id: NodeId) -> bool {
    let says = |at: NodeId| {
        let classes = page.tree.attribute(at, &name!("class")).unwrap_or_default();
        ["hidden", "sr-only", "screen-reader", "offscreen", "clip"].iter().any(|word| classes.contains(word))
    };
    page.tree.descendants(id).any(says)
}

/// Whether a style sheet leaves nothing of it to be seen, so that nobody says what they see.
fn is_clipped_away(page: &Page<'_>, id: NodeId) -> bool {
    std::iter::once(id).chain(page.tree.ancestors(id)).any(|at| page.styles.of(at).concealed)
}

/// Whether a text is words at all: not one sign, not an icon.
fn is_speakable(text: &str) -> bool {
    let mut letters = text.chars();
    let is_one = letters.next().is_some_and(|first| !first.is_ascii_digit()) && letters.next().is_none();
    !is_one && !matches!(text, "aa" | "abc") && text.chars().any(char::is_alphanumeric)
}

/// Words in small letters, without signs and without what stands in brackets.
fn words(text: &str) -> Vec<String> {
    let mut depth = 0_u32;
    let mut plain = String::with_capacity(text.len());
    let closes = text.matches(')').count();
    for letter in text.chars() {
        match letter {
            '(' if closes > 0 => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            letter if letter.is_alphanumeric() => plain.extend(letter.to_lowercase()),
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().map(str::to_owned).collect()
}

/// Whether what is seen is part of the name, from the beginning of a word to the end of one. Parts that a style sheet sets
/// apart stand in the page without a space, so it does not count where the words of what is seen end.
fn is_said_in(seen: &[String], called: &[String]) -> bool {
    let seen = seen.concat();
    seen.is_empty() || (0..called.len()).any(|from| begins(called.get(from..).unwrap_or_default(), &seen))
}

/// Whether words begin with a text that has no spaces, and a word ends where it ends.
fn begins(words: &[String], text: &str) -> bool {
    let mut rest = text;
    for word in words {
        match rest.strip_prefix(word.as_str()) {
            Some("") => return true,
            Some(more) => rest = more,
            None => return false,
        }
    }
    false
}
