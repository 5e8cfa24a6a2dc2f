//! Which declarations each element gets, and what comes of them.
//!
//! In: a tree, the browser's own sheet, the sheets of the page. Out: [`Styles`].
//! Most elements of a site share their way down from the root, so what was computed for one way is kept for all pages.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use super::super::tree::{NodeId, Tree, name};
use super::computed::Computed;
use super::focus::Focus;
use super::hints;
use super::media::Applies;
use super::mixed::Mixed;
use super::of_page::{Grounds, Styles};
use super::selector::{Handle, Interests, Selector, State};
use super::sheet::{Sheet, StyleRule};
use super::traits::Traits;
use super::value;

/// What browsers show without any other sheet.
static BROWSER: LazyLock<Arc<Sheet>> = LazyLock::new(|| Arc::new(Sheet::parse(include_str!("browser.css"))));

/// The sheets that pages share, laid out for looking up.
#[derive(Debug)]
pub struct Sheets {
    list: Vec<Arc<Sheet>>,
    candidates: Vec<Candidate>,
    by_handle: BTreeMap<Handle, Vec<usize>>,
    traits: Traits,
    focus: Arc<Focus>,
    /// Whether every sheet that the page names is here.
    whole: bool,
    /// What was computed before; one for each thread that asks at a time.
    kept: Mutex<Vec<Kept>>,
    grounds: Arc<Mutex<Vec<Grounds>>>,
}

/// A selector that may give an element something.
#[derive(Debug)]
struct Candidate {
    /// Sheet, rule, selector by their positions.
    at: (usize, usize, usize),
    /// Its weight: browser or page, specificity, order.
    weight: (bool, (u16, u16, u16), usize),
    /// Whether it looks at siblings.
    siblings: bool,
}

/// What was computed, by the way down from the root.
#[derive(Debug, Default)]
struct Kept {
    ways: BTreeMap<u64, Way>,
    styles: BTreeMap<u64, Arc<Computed>>,
    /// Ways that decide the style alone, each where its number leads; the last that came there.
    recent: Vec<Option<Recent>>,
    /// How many pages were looked at.
    pages: u64,
}

/// A style that was asked for not long ago.
#[derive(Clone, Debug)]
struct Recent {
    way: u64,
    style: Arc<Computed>,
    /// The last page that has it, and where it stands among the styles of that page.
    page: u64,
    place: u32,
}

/// So many ways are found at once.
const RECENT: u64 = 4_096;

impl Kept {
    /// The place among the recent ways.
    fn place(&mut self, way: u64) -> Option<&mut Option<Recent>> {
        if self.recent.is_empty() {
            self.recent = vec![None; usize::try_from(RECENT).unwrap_or(0)];
        }
        self.recent.get_mut(usize::try_from(way % RECENT).unwrap_or(0))
    }
}

/// The candidates of all elements that came one way.
#[derive(Debug, Clone, Default)]
struct Way {
    fixed: Vec<(usize, Applies)>,
    /// Those that only the siblings decide.
    open: Vec<usize>,
}

impl Default for Sheets {
    /// No sheets but the browser's own.
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl Sheets {
    /// Lays out sheets in the order in which the page names them.
    pub fn new(sheets: Vec<Arc<Sheet>>) -> Self {
        let sheets: Vec<Arc<Sheet>> = std::iter::once(Arc::clone(&BROWSER)).chain(sheets).collect();
        let mut interests = Interests::default();
        let mut made = Self {
            list: Vec::new(),
            candidates: Vec::new(),
            by_handle: BTreeMap::new(),
            traits: Traits::default(),
            whole: true,
            focus: Arc::new(Focus::of(sheets.get(1..).unwrap_or_default())),
            kept: Mutex::default(),
            grounds: Arc::default(),
        };
        for (number, sheet) in sheets.iter().enumerate() {
            for (index, rule) in sheet.rules.iter().enumerate() {
                if rule.declarations.iter().any(|declared| value::is_asked_for(&declared.property, &declared.value)) {
                    made.add(rule, (number, index), &mut interests);
                }
            }
        }
        made.traits = Traits::of(&interests);
        made.list = sheets;
        made
    }

    /// These sheets with more behind them, for a page that has its own.
    pub(crate) fn with(&self, more: impl IntoIterator<Item = Sheet>) -> Self {
        let own = self.list.iter().skip(1).cloned();
        let mut made = Self::new(own.chain(more.into_iter().map(Arc::new)).collect());
        made.whole = self.whole;
        made
    }

    fn add(&mut self, rule: &StyleRule, (sheet, index): (usize, usize), interests: &mut Interests) {
        let always = rule.selectors.iter().enumerate().filter(|(_, selector)| selector.state == State::Always);
        for (at, selector) in always {
            let mut own = Interests::default();
            selector.interests(&mut own);
            self.candidates.push(Candidate {
                at: (sheet, index, at),
                weight: (sheet > 0, selector.specificity, self.candidates.len()),
                siblings: own.siblings,
            });
            self.by_handle.entry(selector.handle()).or_default().push(self.candidates.len() - 1);
            interests.classes.extend(own.classes);
            interests.ids.extend(own.ids);
            interests.attributes.extend(own.attributes);
        }
    }

    fn rule(&self, candidate: &Candidate) -> Option<&StyleRule> {
        self.list.get(candidate.at.0)?.rules.get(candidate.at.1)
    }

    fn selector(&self, candidate: usize) -> Option<&Selector> {
        let candidate = self.candidates.get(candidate)?;
        self.rule(candidate)?.selectors.get(candidate.at.2)
    }

    /// Notes that a sheet which the page names is not here, so nothing that it might change is certain.
    pub fn miss(&mut self) {
        self.whole = false;
    }

    /// Whether every sheet that the page names is here.
    pub(crate) fn are_whole(&self) -> bool {
        self.whole
    }

    /// Whether the page turns itself against the way the screen is held.
    pub(crate) fn turns(&self) -> bool {
        self.list.iter().any(|sheet| sheet.turns)
    }

    /// The rules for elements that have the focus.
    pub(crate) fn focus(&self) -> Arc<Focus> {
        Arc::clone(&self.focus)
    }

    /// The styles of a page.
    pub(crate) fn resolve(&self, tree: &Tree) -> Styles {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        kept.pages += 1;
        let mut styles = Styles::new(tree.len(), Arc::clone(&self.grounds));
        for id in tree.all() {
            let (mut place, mut way) = tree.parent(id).map_or((0, 0), |at| (styles.place(at), styles.way(at)));
            if tree.is_element(id) {
                (place, way) = self.element(tree, id, (place, way), (&mut kept, &mut styles));
            }
            styles.push(place, way);
        }
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).push(kept);
        styles
    }

    /// Where the style of an element stands, and the way down to it.
    fn element(
        &self,
        tree: &Tree,
        id: NodeId,
        (above, way): (u32, u64),
        (kept, styles): (&mut Kept, &mut Styles),
    ) -> (u32, u64) {
        let way = self.traits.way(tree, id, way);
        let page = kept.pages;
        if let Some(Some(recent)) = kept.place(way).filter(|place| place.as_ref().is_some_and(|it| it.way == way)) {
            if recent.page != page {
                (recent.page, recent.place) = (page, styles.add(Arc::clone(&recent.style)));
            }
            return (recent.place, way);
        }
        let (style, way, is_closed) = self.cascaded(tree, id, (styles.at(above), way), kept);
        let place = styles.add(Arc::clone(&style));
        if let Some(recent) = kept.place(way).filter(|_| is_closed) {
            *recent = Some(Recent { way, style, page, place });
        }
        (place, way)
    }

    /// The style of an element, the way down to it, and whether that way alone decides the style.
    fn cascaded(
        &self,
        tree: &Tree,
        id: NodeId,
        (above, mut way): (&Computed, u64),
        kept: &mut Kept,
    ) -> (Arc<Computed>, u64, bool) {
        let found = kept.ways.entry(way).or_insert_with(|| self.candidates_of(tree, id));
        let mut fixed = &found.fixed;
        let joined;
        let is_closed = found.open.is_empty();
        if !is_closed {
            let decided = found.open.iter().map(|at| (*at, self.matches(*at, tree, id)));
            let decided: Vec<_> = decided.filter(|(_, applies)| *applies != Applies::No).collect();
            if !decided.is_empty() {
                let mut hasher = Mixed::default();
                way.hash(&mut hasher);
                for (at, applies) in &decided {
                    (at, *applies == Applies::Yes).hash(&mut hasher);
                }
                way = hasher.finish();
                let mut all = found.fixed.clone();
                all.extend(decided);
                joined = all;
                fixed = &joined;
            }
        }
        let style = kept.styles.entry(way).or_insert_with(|| Arc::new(self.computed(tree, id, above, fixed)));
        (Arc::clone(style), way, is_closed)
    }

    fn candidates_of(&self, tree: &Tree, id: NodeId) -> Way {
        let mut way = Way::default();
        let classes = tree.attribute(id, &name!("class")).unwrap_or_default();
        let by_id = tree.attribute(id, &name!("id")).map(|id| Handle::Id(id.into()));
        let by_class = classes.split_ascii_whitespace().map(|class| Handle::Class(class.into()));
        let handles = [Handle::Any, Handle::Name(tree.name(id).clone())];
        for handle in handles.into_iter().chain(by_id).chain(by_class) {
            for at in self.by_handle.get(&handle).into_iter().flatten().copied() {
                if self.candidates.get(at).is_some_and(|candidate| candidate.siblings) {
                    if self.selector(at).is_some_and(|selector| selector.could_match(tree, id)) {
                        way.open.push(at);
                    }
                } else {
                    let applies = self.matches(at, tree, id);
                    if applies != Applies::No {
                        way.fixed.push((at, applies));
                    }
                }
            }
        }
        way
    }

    fn matches(&self, candidate: usize, tree: &Tree, id: NodeId) -> Applies {
        let Some(selector) = self.selector(candidate) else { return Applies::No };
        let rule = self.candidates.get(candidate).and_then(|candidate| self.rule(candidate));
        rule.map_or(Applies::No, |rule| rule.applies).and(selector.matches(tree, id))
    }

    fn computed(&self, tree: &Tree, id: NodeId, above: &Computed, found: &[(usize, Applies)]) -> Computed {
        let mut matched: Vec<(&Candidate, Applies)> =
            found.iter().filter_map(|(at, applies)| Some((self.candidates.get(*at)?, *applies))).collect();
        matched.sort_by_key(|(candidate, _)| candidate.weight);
        matched.dedup_by_key(|(candidate, _)| candidate.at);
        let inline = tree.attribute(id, &name!("style")).map(Sheet::inline).unwrap_or_default();
        // Colours of attributes weigh less than any sheet of the page, and more than the browser's own.
        let hinted = hints::hints(tree, id);
        let browser = matched.partition_point(|(candidate, _)| !candidate.weight.0);
        let (mut plain, mut important) = (Vec::new(), Vec::new());
        for (at, (candidate, applies)) in matched.iter().enumerate() {
            if at == browser {
                plain.extend(hinted.iter().map(|(property, value)| (*property, value.as_str(), Applies::Yes)));
            }
            for declaration in self.rule(candidate).into_iter().flat_map(|rule| &rule.declarations) {
                let entry = (&*declaration.property, &*declaration.value, *applies);
                if declaration.important { important.push(entry) } else { plain.push(entry) }
            }
        }
        if browser == matched.len() {
            plain.extend(hinted.iter().map(|(property, value)| (*property, value.as_str(), Applies::Yes)));
        }
        for declaration in &inline {
            let entry = (&*declaration.property, &*declaration.value, Applies::Yes);
            if declaration.important { important.push(entry) } else { plain.push(entry) }
        }
        plain.extend(important);
        above.child(&plain)
    }
}

#[cfg(test)]
mod tests {
    use super::super::colour::Rgba;
    use super::*;

    fn styles(css: &str, html: &str, id: &str) -> Computed {
        let sheets = Sheets::new(vec![Arc::new(Sheet::parse(css))]);
        let tree = Tree::parse(html);
        let at = tree.all().find(|at| tree.attribute(*at, &name!("id")) == Some(id)).expect("it is there");
        sheets.resolve(&tree).of(at).clone()
    }

    fn colour(css: &str, html: &str) -> Option<String> {
        styles(css, html, "x").colour.map(Rgba::hex)
    }

    #[test]
    fn the_weightier_declaration_wins() {
        for (css, expected) in [
            ("p{color:red} .a{color:#00f}", "#0000ff"),
            (".a{color:#00f} p{color:red}", "#0000ff"),
            ("p{color:red!important} .a{color:#00f}", "#ff0000"),
            ("p{color:red} p{color:green}", "#008000"),
            (":root{--c:#123456} p{color:var(--c)}", "#123456"),
            ("p{color:var(--none, teal)}", "#008080"),
            ("div{color:red}", "#ff0000"),
            ("h1 + p{color:red}", "#ff0000"),
            ("@media print{p{color:red}}", "#000000"),
            ("p:nth-child(even){color:red}", "#ff0000"),
            ("p:nth-child(2n+1){color:red}", "#000000"),
            ("p:nth-last-child(1){color:red}", "#ff0000"),
            ("p:nth-of-type(-n+1){color:red}", "#ff0000"),
            ("p:nth-child(3){color:red}", "#000000"),
        ] {
            let html = "<div><h1>a</h1><p class=a id=x>b</div>";
            assert_eq!(colour(css, html).as_deref(), Some(expected), "{css}");
        }
    }

    #[test]
    fn what_is_not_certain_is_not_known() {
        for css in
            ["p{color:var(--none)}", "p:has(a){color:red}", "p:nth-child(2 of p){color:red}", "p{color:oklch(1 0 0)}"]
        {
            assert_eq!(colour(css, "<p id=x>b"), None, "{css}");
        }
    }

    #[test]
    fn pages_that_share_sheets_get_their_own_styles() {
        let sheets = Sheets::new(vec![Arc::new(Sheet::parse("p+p{color:red} .a p{font-weight:bold}"))]);
        for _ in 0..2 {
            let tree = Tree::parse("<p>1<p>2<div class=a><p>3</div>");
            let styles = sheets.resolve(&tree);
            let found: Vec<_> = tree
                .all()
                .filter(|id| tree.is(*id, &name!("p")))
                .map(|id| (styles.of(id).colour.map(Rgba::hex), styles.of(id).bold))
                .collect();
            let (black, red) = (Some("#000000".to_owned()), Some("#ff0000".to_owned()));
            assert_eq!(found, [(black.clone(), Some(false)), (red, Some(false)), (black, Some(true))]);
        }
    }

    #[test]
    fn an_anchor_without_an_address_lends_its_looks_to_no_link() {
        let found = styles("nav{color:#fff}", "<nav><a>b</a><a href=/c/ id=x>d</a></nav>", "x");
        assert_eq!(found.colour.map(Rgba::hex).as_deref(), Some("#0000ee"));
    }

    #[test]
    fn sizes_follow_the_text_around() {
        let found = styles("div{font-size:2em} p{font-size:1.5em;line-height:30px}", "<div><p id=x>b</div>", "x");
        assert_eq!((found.font_size, found.line_height), (Some(48.0), Some(0.625)));
        assert_eq!(styles("", "<h1 id=x>b", "x").bold, Some(true));
    }
}
