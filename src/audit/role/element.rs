//! What an author may say of an element, by ARIA in HTML.
//!
//! In: [`Page`]. Out: roles that it may be given, whether it takes attributes of ARIA, whether it may be named.
//! Elements that the standard does not know may say anything. Not here: what follows from breaking it.

use super::{Facts, Role, has_author_name};
use crate::audit::page::Page;
use crate::audit::tree::{Kind, NodeId, name};

/// Roles that an element may be given.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Roles {
    All,
    Only(&'static str),
}

const NOTHING: Roles = Roles::Only("");
const NONE: Roles = Roles::Only("none presentation");
const LINKS: &str = "doc-backlink doc-biblioref doc-glossref doc-noteref";

/// Whether an element may be given a role.
pub(crate) fn permitted(page: &Page<'_>, id: NodeId, role: Role) -> bool {
    if page.tree.node(id).kind == Kind::Svg || page.implicit_role(id) == Some(role) {
        return true;
    }
    // Roles that say what links and list items of a book are for.
    let needs = match role {
        Role::DocCover => Some(Role::Img),
        Role::DocBiblioEntry | Role::DocEndnote => Some(Role::ListItem),
        role if LINKS.split(' ').any(|link| link == role.name()) => Some(Role::Link),
        _ => None,
    };
    if needs.is_some() && needs != page.implicit_role(id) {
        return false;
    }
    match roles(page, id) {
        Roles::All => true,
        Roles::Only(list) => Facts::lists(list, role.name()) || role == own_landmark(page, id),
    }
}

/// The landmark that a header or footer would be at the top of the page.
fn own_landmark(page: &Page<'_>, id: NodeId) -> Role {
    match *page.tree.name(id) {
        name!("header") => Role::Banner,
        name!("footer") => Role::ContentInfo,
        // Any role that is listed in any case.
        _ => Role::RoleType,
    }
}

/// Roles that a `section` may take.
const OF_SECTION: &str = "alert alertdialog application banner complementary contentinfo dialog document feed group log main marquee \
     navigation none note presentation search status tabpanel doc-abstract doc-acknowledgments doc-afterword \
     doc-appendix doc-bibliography doc-chapter doc-colophon doc-conclusion doc-credit doc-credits doc-dedication \
     doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-foreword doc-glossary doc-index \
     doc-introduction doc-notice doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-toc";

fn roles(page: &Page<'_>, id: NodeId) -> Roles {
    let tree = page.tree;
    if tree.node(id).kind == Kind::MathMl {
        return if *tree.name(id) == name!("math") { NOTHING } else { Roles::All };
    }
    Roles::Only(match *tree.name(id) {
        name!("a") if tree.has(id, &name!("href")) => {
            "button checkbox menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem \
             doc-backlink doc-biblioref doc-glossref doc-noteref"
        }
        name!("area") if !tree.has(id, &name!("href")) => "button link",
        name!("article") => "application document feed main none presentation region",
        name!("aside") => {
            "feed none note presentation region search doc-dedication doc-example doc-footnote doc-glossary \
             doc-pullquote doc-tip"
        }
        name!("audio") | name!("video") => "application",
        name!("button") => {
            "checkbox combobox gridcell link menuitem menuitemcheckbox menuitemradio option radio separator slider \
             switch tab treeitem"
        }
        name!("dialog") => "alertdialog",
        name!("dl") => "group list none presentation",
        name!("dt") => "listitem",
        name!("embed") | name!("iframe") => "application document image img none presentation",
        name!("fieldset") => "none presentation radiogroup",
        name!("figcaption") => "group none presentation",
        name!("figure") => {
            let has_caption = tree.children(id).any(|at| tree.is(at, &name!("figcaption")));
            return if has_caption { Roles::Only("doc-example") } else { Roles::All };
        }
        name!("footer") | name!("header") => "group none presentation doc-footnote",
        name!("form") => "form none presentation search",
        name!("h1") | name!("h2") | name!("h3") | name!("h4") | name!("h5") | name!("h6") => {
            "none presentation tab doc-subtitle"
        }
        name!("hr") => "none presentation doc-pagebreak",
        name!("img") => return img(page, id),
        name!("input") => return input(page, id),
        name!("li") => {
            "listitem menuitem menuitemcheckbox menuitemradio none option presentation radio separator tab treeitem \
             doc-biblioentry doc-endnote"
        }
        name!("menu") | name!("ol") | name!("ul") => {
            "directory group listbox menu menubar none presentation radiogroup tablist toolbar tree"
        }
        name!("nav") => "menu menubar none presentation tablist doc-index doc-pagelist doc-toc",
        name!("object") => "application document image img",
        name!("search") => "form group none presentation region search",
        name!("section") => OF_SECTION,
        name!("select") if page.implicit_role(id) == Some(Role::Combobox) => "menu",
        name!("summary") => return if page.is_summary(id) { NOTHING } else { Roles::All },
        name!("br") | name!("wbr") => return NONE,
        _ if has_no_choice(page, id) => return NOTHING,
        _ => return Roles::All,
    })
}

/// Elements that are what they are.
fn has_no_choice(page: &Page<'_>, id: NodeId) -> bool {
    matches!(
        *page.tree.name(id),
        name!("area")
            | name!("body")
            | name!("caption")
            | name!("datalist")
            | name!("dd")
            | name!("details")
            | name!("html")
            | name!("label")
            | name!("legend")
            | name!("main")
            | name!("meter")
            | name!("optgroup")
            | name!("option")
            | name!("picture")
            | name!("progress")
            | name!("select")
            | name!("textarea")
    ) || aria_allowed(page, id) == AriaAllowed::Nothing
}

fn img(page: &Page<'_>, id: NodeId) -> Roles {
    let has_alt = page.tree.attribute(id, &name!("alt")).is_some_and(|alt| !alt.is_empty());
    if !has_alt && !has_author_name(page, id) {
        return NONE;
    }
    Roles::Only(
        "button checkbox image link math menuitem menuitemcheckbox menuitemradio meter option progressbar radio scrollbar \
         separator slider switch tab treeitem doc-cover",
    )
}

fn input(page: &Page<'_>, id: NodeId) -> Roles {
    let kind = page.tree.attribute(id, &name!("type")).unwrap_or_default().to_ascii_lowercase();
    Roles::Only(match kind.as_str() {
        "button" => "checkbox combobox link menuitem menuitemcheckbox menuitemradio option radio switch tab",
        "checkbox" if page.tree.has(id, &name!("aria-pressed")) => "button menuitemcheckbox option switch",
        "checkbox" => "menuitemcheckbox option switch",
        "image" => "link menuitem menuitemcheckbox menuitemradio radio switch",
        "radio" => "menuitemradio",
        "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "number" | "password" | "range"
        | "reset" | "submit" | "time" | "week" => "",
        // One with a list of suggestions is a combobox and nothing else.
        "" | "text" if page.tree.has(id, &name!("list")) => "",
        _ => "combobox searchbox spinbutton",
    })
}

/// What attributes of ARIA an element takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum AriaAllowed {
    /// What its role takes.
    ByRole,
    /// `aria-hidden` alone.
    Hidden,
    /// None.
    Nothing,
}

/// What attributes of ARIA an element takes.
pub(crate) fn aria_allowed(page: &Page<'_>, id: NodeId) -> AriaAllowed {
    if page.tree.node(id).kind != Kind::Html {
        return AriaAllowed::ByRole;
    }
    match *page.tree.name(id) {
        name!("br") | name!("picture") | name!("wbr") => AriaAllowed::Hidden,
        name!("base")
        | name!("col")
        | name!("colgroup")
        | name!("datalist")
        | name!("head")
        | name!("html")
        | name!("link")
        | name!("map")
        | name!("meta")
        | name!("noscript")
        | name!("param")
        | name!("script")
        | name!("slot")
        | name!("source")
        | name!("style")
        | name!("template")
        | name!("title")
        | name!("track") => AriaAllowed::Nothing,
        name!("input") => {
            let kind = page.tree.attribute(id, &name!("type")).unwrap_or_default();
            if kind.eq_ignore_ascii_case("hidden") { AriaAllowed::Nothing } else { AriaAllowed::ByRole }
        }
        _ => AriaAllowed::ByRole,
    }
}

/// Whether nobody may name the element as long as it has no role of its author's.
pub(crate) fn is_naming_prohibited(page: &Page<'_>, id: NodeId) -> bool {
    let tree = page.tree;
    if tree.node(id).kind != Kind::Html {
        return false;
    }
    match *tree.name(id) {
        name!("a") | name!("area") => !tree.has(id, &name!("href")),
        name!("abbr")
        | name!("b")
        | name!("bdi")
        | name!("bdo")
        | name!("body")
        | name!("caption")
        | name!("cite")
        | name!("code")
        | name!("data")
        | name!("dd")
        | name!("del")
        | name!("div")
        | name!("em")
        | name!("figcaption")
        | name!("i")
        | name!("ins")
        | name!("kbd")
        | name!("label")
        | name!("legend")
        | name!("mark")
        | name!("p")
        | name!("pre")
        | name!("q")
        | name!("rp")
        | name!("rt")
        | name!("s")
        | name!("samp")
        | name!("small")
        | name!("span")
        | name!("strong")
        | name!("sub")
        | name!("sup")
        | name!("time")
        | name!("u")
        | name!("var") => true,
        _ => false,
    }
}
