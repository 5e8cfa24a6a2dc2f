//! Selectors: read from text, matched against a tree.
//!
//! In: the text before `{`. Out: [`Selector`], and whether it matches an element. A selector that a state of the page
//! decides (`:hover`, `:focus`), or that styles no element (`::before`), keeps that with it.
//! Not here: what is declared.

use super::super::tree::{Kind, Name, NodeId, Tree};
use super::media::Applies;
pub(super) use super::reader::list;

/// A selector, from its subject back to its first part.
#[derive(Debug)]
pub(crate) struct Selector {
    /// The subject first; each with how it stands to the part before it.
    pub(super) parts: Vec<(Compound, Combinator)>,
    /// Counts of ids, of classes, of names.
    pub(super) specificity: (u16, u16, u16),
    /// What else must hold.
    pub(super) state: State,
}

/// When a selector applies.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum State {
    /// Always.
    Always,
    /// While the element has the focus.
    Focus,
    /// In some other state: under the mouse, while it is checked.
    Other,
    /// It styles a part that is no element.
    Pseudo,
}

/// How a compound stands to the one on its left.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Combinator {
    /// It is the first.
    None,
    Descendant,
    Child,
    Next,
    Later,
}

/// A test of one element.
#[derive(Debug, Default)]
pub(super) struct Compound {
    pub(super) name: Option<Name>,
    pub(super) id: Option<Box<str>>,
    pub(super) classes: Vec<Box<str>>,
    pub(super) attributes: Vec<AttributeTest>,
    pub(super) tests: Vec<Test>,
}

#[derive(Debug)]
pub(super) struct AttributeTest {
    pub(super) name: Name,
    /// The operator with its value; nothing where the attribute need only be there.
    pub(super) value: Option<(char, Box<str>)>,
    pub(super) any_case: bool,
}

#[derive(Debug)]
pub(super) enum Test {
    Is(Vec<Selector>),
    Not(Vec<Selector>),
    Root,
    First,
    Last,
    Only,
    FirstOfType,
    LastOfType,
    /// `:nth-child()` and its like: every `step`th from the `first`; counted from the end, of one name only.
    Nth {
        step: i32,
        first: i32,
        from_end: bool,
        of_type: bool,
    },
    Link,
    /// What the files alone do not decide, or we do not.
    Unknown,
}

/// What an element must have to be the subject of a selector: the rarest thing that can be looked up.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Handle {
    Id(Box<str>),
    Class(Box<str>),
    Name(Name),
    Any,
}

impl Selector {
    /// By what the selector is found.
    pub(super) fn handle(&self) -> Handle {
        let Some((subject, _)) = self.parts.first() else { return Handle::Any };
        if let Some(id) = &subject.id {
            return Handle::Id(id.clone());
        }
        if let Some(class) = subject.classes.first() {
            return Handle::Class(class.clone());
        }
        subject.name.clone().map_or(Handle::Any, Handle::Name)
    }

    /// Tells of every name of a class, id or attribute in it, and whether it looks at siblings.
    pub(super) fn interests(&self, interests: &mut Interests) {
        for (compound, combinator) in &self.parts {
            interests.siblings |= matches!(combinator, Combinator::Next | Combinator::Later);
            interests.classes.extend(compound.classes.iter().cloned());
            interests.ids.extend(compound.id.iter().cloned());
            interests.attributes.extend(compound.attributes.iter().map(|test| test.name.clone()));
            compound.tests.iter().for_each(|test| test.interests(interests));
        }
    }

    /// Whether an element is the subject. States are taken to hold.
    pub(super) fn matches(&self, tree: &Tree, id: NodeId) -> Applies {
        self.matches_from(tree, id, 0)
    }

    fn matches_from(&self, tree: &Tree, id: NodeId, part: usize) -> Applies {
        let Some((compound, combinator)) = self.parts.get(part) else { return Applies::Yes };
        let here = compound.matches(tree, id);
        if here == Applies::No {
            return Applies::No;
        }
        let elements = |at: &NodeId| tree.is_element(*at);
        let left = match combinator {
            Combinator::None => Applies::Yes,
            Combinator::Child => {
                tree.parent(id).filter(elements).map_or(Applies::No, |parent| self.matches_from(tree, parent, part + 1))
            }
            Combinator::Descendant => self.any(tree, tree.ancestors(id).filter(elements), part + 1),
            Combinator::Next => self.any(tree, before(tree, id).take(1), part + 1),
            Combinator::Later => self.any(tree, before(tree, id), part + 1),
        };
        here.and(left)
    }

    /// Whether an element could be the subject if its siblings were others. What is above it and its own names decide.
    pub(super) fn could_match(&self, tree: &Tree, id: NodeId) -> bool {
        self.could_match_from(tree, id, 0)
    }

    fn could_match_from(&self, tree: &Tree, id: NodeId, part: usize) -> bool {
        self.parts.get(part).is_none_or(|(compound, _)| compound.could_match(tree, id))
            && self.could_stand(tree, id, part)
    }

    /// Whether what is above an element, or above a sibling of it, could be what the parts from here on ask.
    fn could_stand(&self, tree: &Tree, id: NodeId, part: usize) -> bool {
        let mut above = tree.ancestors(id).take_while(|at| tree.is_element(*at));
        match self.parts.get(part).map(|(_, combinator)| combinator) {
            None | Some(Combinator::None) => true,
            Some(Combinator::Child) => above.next().is_some_and(|at| self.could_match_from(tree, at, part + 1)),
            Some(Combinator::Descendant) => above.any(|at| self.could_match_from(tree, at, part + 1)),
            Some(Combinator::Next | Combinator::Later) => self.could_stand(tree, id, part + 1),
        }
    }

    fn any(&self, tree: &Tree, nodes: impl Iterator<Item = NodeId>, part: usize) -> Applies {
        let mut best = Applies::No;
        for node in nodes {
            match self.matches_from(tree, node, part) {
                Applies::Yes => return Applies::Yes,
                Applies::Maybe => best = Applies::Maybe,
                Applies::No => {}
            }
        }
        best
    }
}

/// The elements before an element in its parent, the nearest first.
fn before(tree: &Tree, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    let parent = tree.parent(id);
    // What stands right before a node ends its sibling, or is its parent.
    let sibling = move |at: NodeId| {
        let ended = at.0.checked_sub(1).map(NodeId).filter(|ended| Some(*ended) != parent)?;
        std::iter::once(ended).chain(tree.ancestors(ended)).find(|found| tree.parent(*found) == parent)
    };
    std::iter::successors(sibling(id), move |at| sibling(*at)).filter(|at| tree.is_element(*at))
}

/// What of an element decides which selectors match it.
#[derive(Debug, Default)]
pub(super) struct Interests {
    pub(super) classes: Vec<Box<str>>,
    pub(super) ids: Vec<Box<str>>,
    pub(super) attributes: Vec<Name>,
    pub(super) siblings: bool,
}

impl Compound {
    fn matches(&self, tree: &Tree, id: NodeId) -> Applies {
        if !self.is_called(tree, id) {
            return Applies::No;
        }
        self.tests.iter().map(|test| test.holds(tree, id)).fold(Applies::Yes, Applies::and)
    }

    fn could_match(&self, tree: &Tree, id: NodeId) -> bool {
        let mut alone = self.tests.iter().filter(|test| !test.asks_siblings());
        self.is_called(tree, id) && alone.all(|test| test.holds(tree, id) != Applies::No)
    }

    /// Whether an element has the name, the id, the classes and the attributes.
    fn is_called(&self, tree: &Tree, id: NodeId) -> bool {
        use super::super::tree::name;
        if self.name.as_ref().is_some_and(|name| tree.name(id) != name) {
            return false;
        }
        if self.id.as_ref().is_some_and(|wanted| tree.attribute(id, &name!("id")) != Some(wanted)) {
            return false;
        }
        if !self.classes.is_empty() {
            let found = tree.attribute(id, &name!("class")).unwrap_or_default();
            let has = |class: &str| found.split_ascii_whitespace().any(|found| found == class);
            if !self.classes.iter().all(|class| has(class)) {
                return false;
            }
        }
        self.attributes.iter().all(|test| test.holds(tree, id))
    }
}

impl AttributeTest {
    fn holds(&self, tree: &Tree, id: NodeId) -> bool {
        let Some(found) = tree.attribute(id, &self.name) else { return false };
        let Some((operator, wanted)) = &self.value else { return true };
        let (found, wanted) = if self.any_case {
            (found.to_ascii_lowercase(), wanted.to_ascii_lowercase())
        } else {
            (found.to_owned(), wanted.to_string())
        };
        match operator {
            '~' => found.split_ascii_whitespace().any(|part| part == wanted),
            '|' => found == wanted || found.strip_prefix(&wanted).is_some_and(|rest| rest.starts_with('-')),
            '^' => !wanted.is_empty() && found.starts_with(&wanted),
            '$' => !wanted.is_empty() && found.ends_with(&wanted),
            '*' => !wanted.is_empty() && found.contains(&wanted),
            _ => found == wanted,
        }
    }
}

impl Test {
    fn interests(&self, interests: &mut Interests) {
        match self {
            Self::Is(inner) | Self::Not(inner) => inner.iter().for_each(|found| found.interests(interests)),
            Self::First | Self::Last | Self::Only | Self::FirstOfType | Self::LastOfType | Self::Nth { .. } => {
                interests.siblings = true;
            }
            Self::Root | Self::Link | Self::Unknown => {}
        }
    }

    fn asks_siblings(&self) -> bool {
        let mut interests = Interests::default();
        self.interests(&mut interests);
        interests.siblings
    }

    fn holds(&self, tree: &Tree, id: NodeId) -> Applies {
        use super::super::tree::name;
        let of = |holds: bool| if holds { Applies::Yes } else { Applies::No };
        let any = |list: &[Selector]| {
            let mut best = Applies::No;
            for selector in list {
                match selector.matches(tree, id) {
                    Applies::Yes => return Applies::Yes,
                    Applies::Maybe => best = Applies::Maybe,
                    Applies::No => {}
                }
            }
            best
        };
        let counts = |at: &NodeId, same: bool| tree.is_element(*at) && (!same || tree.name(*at) == tree.name(id));
        let before = |same: bool| {
            let children = tree.parent(id).into_iter().flat_map(|parent| tree.children(parent));
            children.take_while(|at| *at != id).filter(move |at| counts(at, same))
        };
        let after = |same: bool| {
            let later = std::iter::successors(tree.next_sibling(id), |at| tree.next_sibling(*at));
            later.filter(move |at| counts(at, same))
        };
        match self {
            Self::Is(list) => any(list),
            Self::Not(list) => match any(list) {
                Applies::Yes => Applies::No,
                Applies::No => Applies::Yes,
                Applies::Maybe => Applies::Maybe,
            },
            Self::Root => of(tree.parent(id) == Some(NodeId::DOCUMENT)),
            Self::First => of(before(false).next().is_none()),
            Self::Last => of(after(false).next().is_none()),
            Self::Only => of(before(false).next().is_none() && after(false).next().is_none()),
            Self::FirstOfType => of(before(true).next().is_none()),
            Self::LastOfType => of(after(true).next().is_none()),
            Self::Nth { step, first, from_end, of_type } => {
                let at = if *from_end {
                    after(*of_type).take(FARTHEST).count()
                } else {
                    before(*of_type).take(FARTHEST).count()
                };
                if at == FARTHEST {
                    return Applies::Maybe;
                }
                of(is_nth(i32::try_from(at).unwrap_or(i32::MAX) + 1, *step, *first))
            }
            Self::Link => of(matches!(*tree.name(id), name!("a") | name!("area"))
                && tree.node(id).kind == Kind::Html
                && tree.has(id, &name!("href"))),
            Self::Unknown => Applies::Maybe,
        }
    }
}

/// Siblings are counted as far as this: beyond, a page takes longer than anybody waits.
const FARTHEST: usize = 2_000;

/// Whether `at`, counted from 1, is `first`, or some number of steps behind it.
fn is_nth(at: i32, step: i32, first: i32) -> bool {
    let behind = at.saturating_sub(first);
    if step == 0 { behind == 0 } else { behind % step == 0 && behind / step >= 0 }
}

#[cfg(test)]
mod tests {
    use super::super::super::tree::name;
    use super::*;

    fn matched(html: &str, selectors: &str) -> Vec<String> {
        let tree = Tree::parse(html);
        let list = list(selectors);
        let found = tree
            .all()
            .filter(|id| tree.is_element(*id) && list.iter().any(|it| it.matches(&tree, *id) == Applies::Yes));
        found
            .map(|id| tree.attribute(id, &name!("id")).map_or_else(|| tree.name(id).to_string(), str::to_owned))
            .collect()
    }

    const PAGE: &str = "<body><div id=a class='x y'><p id=b>1<a id=c href=/ lang=en-GB>2</a><p id=d>3</div><p id=e>4";

    #[test]
    fn selectors_match_as_in_browsers() {
        for (selectors, expected) in [
            ("p", "b d e"),
            (".x.y > p", "b d"),
            ("#a p a, #e", "c e"),
            ("p + p", "d"),
            ("div ~ p", "e"),
            ("[lang|=en]", "c"),
            ("a[href^='/']", "c"),
            ("p:not(.x p)", "e"),
            (":is(div, body) > :first-child", "a b"),
            ("p:last-child", "d e"),
            (":root", "html"),
            ("a:hover", "c"),
            ("a\\:b, p > > a", ""),
        ] {
            assert_eq!(matched(PAGE, selectors).join(" "), expected, "{selectors}");
        }
    }

    #[test]
    fn states_and_parts_are_told() {
        let state = |text: &str| list(text).first().map(|found| found.state);
        assert_eq!(state("a:focus-visible"), Some(State::Focus));
        assert_eq!(state("a:hover"), Some(State::Other));
        assert_eq!(state("a::before"), Some(State::Pseudo));
        assert_eq!(state("a"), Some(State::Always));
    }

    #[test]
    fn what_cannot_be_decided_is_maybe() {
        let tree = Tree::parse("<p>");
        let p = tree.all().find(|id| tree.is(*id, &name!("p"))).expect("there is one");
        assert_eq!(list("p:has(a)")[0].matches(&tree, p), Applies::Maybe);
        assert_eq!(list("p:nth-child(2n)")[0].matches(&tree, p), Applies::No);
        assert_eq!(list("div:has(a)")[0].matches(&tree, p), Applies::No);
    }
}
