//! Selectors: read from text, matched against a tree.
//!
//! In: the text before `{`. Out: [`Selector`], and whether it matches an element. A selector that a state of the page
//! decides (`:hover`, `:focus`), or that styles no element (`::before`), keeps that with it.
//! Not here: what is declared.

use super::super::tree::{Kind, Name, NodeId, Tree};
use super::media::Applies;

/// A selector, from its subject back to its first part.
#[derive(Debug)]
pub(crate) struct Selector {
    /// The subject first; each with how it stands to the part before it.
    parts: Vec<(Compound, Combinator)>,
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
enum Combinator {
    /// It is the first.
    None,
    Descendant,
    Child,
    Next,
    Later,
}

/// A test of one element.
#[derive(Debug, Default)]
struct Compound {
    name: Option<Name>,
    id: Option<Box<str>>,
    classes: Vec<Box<str>>,
    attributes: Vec<AttributeTest>,
    tests: Vec<Test>,
}

#[derive(Debug)]
struct AttributeTest {
    name: Name,
    /// The operator with its value; nothing where the attribute need only be there.
    value: Option<(char, Box<str>)>,
    any_case: bool,
}

#[derive(Debug)]
enum Test {
    Is(Vec<Selector>),
    Not(Vec<Selector>),
    Root,
    First,
    Last,
    Only,
    FirstOfType,
    LastOfType,
    Link,
    /// What the files alone do not decide, or we do not.
    Unknown,
}

/// Reads a list of selectors; those that cannot be read are left out.
pub(super) fn list(text: &str) -> Vec<Selector> {
    split(text, ',').into_iter().filter_map(selector).collect()
}

/// Parts of a text between signs that stand outside brackets and quotes.
fn split(text: &str, sign: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut quote, mut start) = (0_i32, None, 0);
    for (at, found) in text.char_indices() {
        match found {
            _ if quote == Some(found) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' => quote = Some(found),
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if found == sign && depth == 0 => {
                parts.push(text.get(start..at).unwrap_or_default());
                start = at + found.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

fn selector(text: &str) -> Option<Selector> {
    let mut reader = Reader { rest: text.trim(), specificity: (0, 0, 0), state: State::Always };
    if reader.rest.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    let mut combinator = Combinator::None;
    loop {
        parts.push((reader.compound()?, combinator));
        combinator = match reader.combinator() {
            Combinator::None if reader.rest.is_empty() => break,
            Combinator::None => return None,
            found => found,
        };
    }
    parts.reverse();
    Some(Selector { parts, specificity: reader.specificity, state: reader.state })
}

struct Reader<'a> {
    rest: &'a str,
    specificity: (u16, u16, u16),
    state: State,
}

impl<'a> Reader<'a> {
    fn take(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// A name; escapes are not read, so such a selector is left out.
    fn ident(&mut self) -> Option<&'a str> {
        let is_part = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_') || !sign.is_ascii();
        let end = self.rest.find(|sign| !is_part(sign)).unwrap_or(self.rest.len());
        let (ident, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        (!ident.is_empty()).then_some(ident)
    }

    /// What stands in brackets from here on.
    fn bracketed(&mut self, close: char) -> Option<&'a str> {
        let open = if close == ')' { '(' } else { '[' };
        let (mut depth, mut quote) = (0, None);
        for (at, found) in self.rest.char_indices() {
            match found {
                _ if quote == Some(found) => quote = None,
                _ if quote.is_some() => {}
                '"' | '\'' => quote = Some(found),
                _ if found == open => depth += 1,
                _ if found == close && depth == 0 => {
                    let inside = self.rest.get(..at)?;
                    self.rest = self.rest.get(at + 1..)?;
                    return Some(inside);
                }
                _ if found == close => depth -= 1,
                _ => {}
            }
        }
        None
    }

    fn combinator(&mut self) -> Combinator {
        let trimmed = self.rest.trim_start();
        let spaced = trimmed.len() < self.rest.len();
        self.rest = trimmed;
        let found = [('>', Combinator::Child), ('+', Combinator::Next), ('~', Combinator::Later)];
        for (sign, combinator) in found {
            if self.take(sign) {
                self.rest = self.rest.trim_start();
                return combinator;
            }
        }
        if spaced && !trimmed.is_empty() { Combinator::Descendant } else { Combinator::None }
    }

    fn compound(&mut self) -> Option<Compound> {
        let mut compound = Compound::default();
        let before = self.rest.len();
        if !self.take('*')
            && let Some(name) = self.ident()
        {
            compound.name = Some(Name::from(name.to_ascii_lowercase()));
            self.specificity.2 += 1;
        }
        loop {
            if self.take('#') {
                compound.id = Some(self.ident()?.into());
                self.specificity.0 += 1;
            } else if self.take('.') {
                compound.classes.push(self.ident()?.into());
                self.specificity.1 += 1;
            } else if self.take('[') {
                let inside = self.bracketed(']')?;
                compound.attributes.push(attribute(inside)?);
                self.specificity.1 += 1;
            } else if self.rest.starts_with("::") {
                self.rest = self.rest.get(2..)?;
                self.ident()?;
                if self.take('(') {
                    self.bracketed(')')?;
                }
                self.state = State::Pseudo;
            } else if self.take(':') {
                self.pseudo(&mut compound)?;
            } else {
                return (self.rest.len() < before).then_some(compound);
            }
        }
    }

    fn pseudo(&mut self, compound: &mut Compound) -> Option<()> {
        let name = self.ident()?.to_ascii_lowercase();
        let inside = if self.take('(') { Some(self.bracketed(')')?) } else { None };
        self.specificity.1 += 1;
        match (name.as_str(), inside) {
            ("is" | "where" | "matches" | "-webkit-any" | "not", Some(inside)) => {
                let inner = list(inside);
                self.specificity.1 -= 1;
                if name != "where" {
                    let most = inner.iter().map(|found| found.specificity).max().unwrap_or_default();
                    self.specificity.0 += most.0;
                    self.specificity.1 += most.1;
                    self.specificity.2 += most.2;
                }
                let states = inner.iter().any(|found| found.state != State::Always);
                let whole = inner.len() == split(inside, ',').len();
                compound.tests.push(match name.as_str() {
                    _ if states || (name == "not" && !whole) => Test::Unknown,
                    "not" => Test::Not(inner),
                    _ => Test::Is(inner),
                });
            }
            ("root", None) => compound.tests.push(Test::Root),
            ("first-child", None) => compound.tests.push(Test::First),
            ("last-child", None) => compound.tests.push(Test::Last),
            ("only-child", None) => compound.tests.push(Test::Only),
            ("first-of-type", None) => compound.tests.push(Test::FirstOfType),
            ("last-of-type", None) => compound.tests.push(Test::LastOfType),
            ("link" | "any-link", None) => compound.tests.push(Test::Link),
            ("focus" | "focus-visible", None) => self.state = State::Focus,
            ("before" | "after" | "first-line" | "first-letter", None) => self.state = State::Pseudo,
            ("hover" | "active" | "visited" | "target" | "focus-within" | "checked" | "disabled" | "invalid", None) => {
                self.state = if self.state == State::Always { State::Other } else { self.state };
            }
            _ => compound.tests.push(Test::Unknown),
        }
        Some(())
    }
}

fn attribute(text: &str) -> Option<AttributeTest> {
    let text = text.trim();
    let Some(at) = text.find('=') else {
        return Some(AttributeTest { name: Name::from(text.to_ascii_lowercase()), value: None, any_case: false });
    };
    let (left, right) = (text.get(..at)?, text.get(at + 1..)?.trim());
    let operator = left.chars().next_back().filter(|sign| "~|^$*".contains(*sign));
    let name = left.trim_end_matches(['~', '|', '^', '$', '*']).trim();
    let quoted = right.starts_with(['"', '\'']);
    let (value, flag) = if quoted {
        let quote = right.chars().next()?;
        let (value, flag) = right.get(1..)?.split_once(quote)?;
        (value, flag.trim())
    } else {
        right.split_once(' ').unwrap_or((right, ""))
    };
    Some(AttributeTest {
        name: Name::from(name.to_ascii_lowercase()),
        value: Some((operator.unwrap_or('='), value.into())),
        any_case: flag.eq_ignore_ascii_case("i"),
    })
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
            for test in &compound.tests {
                match test {
                    Test::Is(inner) | Test::Not(inner) => inner.iter().for_each(|found| found.interests(interests)),
                    Test::First | Test::Last | Test::Only | Test::FirstOfType | Test::LastOfType => {
                        interests.siblings = true;
                    }
                    Test::Root | Test::Link | Test::Unknown => {}
                }
            }
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
            Combinator::Next => self.any(tree, before(tree, id).into_iter().rev().take(1), part + 1),
            Combinator::Later => self.any(tree, before(tree, id).into_iter(), part + 1),
        };
        here.and(left)
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

/// The elements before an element in its parent.
fn before(tree: &Tree, id: NodeId) -> Vec<NodeId> {
    let Some(parent) = tree.parent(id) else { return Vec::new() };
    tree.children(parent).take_while(|at| *at < id).filter(|at| tree.is_element(*at)).collect()
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
        use super::super::tree::name;
        if self.name.as_ref().is_some_and(|name| tree.name(id) != name) {
            return Applies::No;
        }
        if self.id.as_ref().is_some_and(|wanted| tree.attribute(id, &name!("id")) != Some(wanted)) {
            return Applies::No;
        }
        if !self.classes.is_empty() {
            let found = tree.attribute(id, &name!("class")).unwrap_or_default();
            let has = |class: &str| found.split_ascii_whitespace().any(|found| found == class);
            if !self.classes.iter().all(|class| has(class)) {
                return Applies::No;
            }
        }
        if !self.attributes.iter().all(|test| test.holds(tree, id)) {
            return Applies::No;
        }
        self.tests.iter().map(|test| test.holds(tree, id)).fold(Applies::Yes, Applies::and)
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
        let siblings = |same: bool| {
            let parent = tree.parent(id);
            let children = parent.into_iter().flat_map(|parent| tree.children(parent));
            let named = children.filter(|at| tree.is_element(*at) && (!same || tree.name(*at) == tree.name(id)));
            named.collect::<Vec<_>>()
        };
        match self {
            Self::Is(list) => any(list),
            Self::Not(list) => match any(list) {
                Applies::Yes => Applies::No,
                Applies::No => Applies::Yes,
                Applies::Maybe => Applies::Maybe,
            },
            Self::Root => of(tree.parent(id) == Some(NodeId::DOCUMENT)),
            Self::First => of(siblings(false).first() == Some(&id)),
            Self::Last => of(siblings(false).last() == Some(&id)),
            Self::Only => of(siblings(false).len() == 1),
            Self::FirstOfType => of(siblings(true).first() == Some(&id)),
            Self::LastOfType => of(siblings(true).last() == Some(&id)),
            Self::Link => of(matches!(*tree.name(id), name!("a") | name!("area"))
                && tree.node(id).kind == Kind::Html
                && tree.has(id, &name!("href"))),
            Self::Unknown => Applies::Maybe,
        }
    }
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
        assert_eq!(list("p:nth-child(2n)")[0].matches(&tree, p), Applies::Maybe);
        assert_eq!(list("div:has(a)")[0].matches(&tree, p), Applies::No);
    }
}
