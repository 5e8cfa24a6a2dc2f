//! All roles: WAI-ARIA 1.2, those of DPUB-ARIA 1.1 and the graphics module, and of WAI-ARIA 1.3 those that browsers know.
//!
//! In: nothing. Out: [`Role`]. `aria-expanded` is taken by most roles, as in WAI-ARIA 1.1, whose pages still stand.
//! Not here: what an element without `role` is.

use super::facts::Sort::{Abstract, Composite, Landmark, Structure, Widget, Window};
use super::facts::{Facts, role};

macro_rules! roles {
    ($($id:ident = $facts:expr,)*) => {
        /// A role.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        #[allow(missing_docs, clippy::enum_variant_names, reason = "each is the role of its name in the standard")]
        pub(crate) enum Role { $($id,)* }

        impl Role {
            /// All roles in order of their names.
            pub(crate) const ALL: &[Role] = &[$(Role::$id,)*];

            /// What the standards say of it.
            pub(crate) fn facts(self) -> &'static Facts {
                match self {
                    $(Role::$id => {
                        static FACTS: Facts = $facts;
                        &FACTS
                    })*
                }
            }
        }
    };
}

impl Role {
    /// The role of that name, in any case.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let letters = |name: &'static str| name.bytes();
        let wanted = || name.bytes().map(|byte| byte.to_ascii_lowercase());
        let at = Self::ALL.binary_search_by(|role| letters(role.name()).cmp(wanted())).ok()?;
        Self::ALL.get(at).copied()
    }

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        self.facts().name
    }

    /// Whether it says that the element means nothing.
    pub(crate) fn is_presentational(self) -> bool {
        matches!(self, Self::None | Self::Presentation)
    }

    /// Whether it is a landmark.
    pub(crate) fn is_landmark(self) -> bool {
        self.facts().sort == Landmark
    }

    /// Whether people act on it.
    pub(crate) fn is_widget(self) -> bool {
        matches!(self.facts().sort, Widget | Composite)
    }

    /// Whether it is another role or a kind of it.
    #[cfg(test)]
    pub(super) fn is_kind_of(self, other: Self) -> bool {
        self == other || self.facts().above.split(' ').filter_map(Self::of).any(|above| above.is_kind_of(other))
    }
}

roles! {
    Alert = role(Structure, "alert", "section").takes("expanded"),
    AlertDialog = role(Window, "alertdialog", "alert dialog").takes("expanded modal").named(),
    Application = role(Landmark, "application", "structure").takes("activedescendant expanded").named(),
    Article = role(Structure, "article", "document").takes("expanded posinset setsize"),
    Banner = role(Landmark, "banner", "landmark").takes("expanded"),
    Blockquote = role(Structure, "blockquote", "section"),
    Button = role(Widget, "button", "command").takes("expanded pressed").named().by_content().flat(),
    Caption = role(Structure, "caption", "section").inside("figure grid table treegrid").unnamed(),
    Cell = role(Structure, "cell", "section").takes(CELL).inside("row").by_content(),
    Checkbox = role(Widget, "checkbox", "input").needs("checked").takes("expanded readonly required").named().by_content().flat(),
    Code = role(Structure, "code", "section").unnamed(),
    ColumnHeader = role(Structure, "columnheader", "cell gridcell sectionhead").takes(HEADER).inside("row").by_content(),
    Combobox = role(Widget, "combobox", "select").needs("controls expanded")
        .takes("activedescendant autocomplete orientation owns readonly required").named(),
    Command = role(Abstract, "command", "widget"),
    Comment = role(Structure, "comment", "article").takes("level posinset setsize"),
    Complementary = role(Landmark, "complementary", "landmark").takes("expanded"),
    Composite = role(Abstract, "composite", "widget"),
    ContentInfo = role(Landmark, "contentinfo", "landmark").takes("expanded"),
    Definition = role(Structure, "definition", "section").takes("expanded"),
    Deletion = role(Structure, "deletion", "section").unnamed(),
    Dialog = role(Window, "dialog", "window").takes("expanded modal").named(),
    Directory = role(Structure, "directory", "list").takes("expanded").old(),
    DocAbstract = role(Structure, "doc-abstract", "section").takes("expanded"),
    DocAcknowledgments = role(Landmark, "doc-acknowledgments", "landmark").takes("expanded"),
    DocAfterword = role(Landmark, "doc-afterword", "landmark").takes("expanded"),
    DocAppendix = role(Landmark, "doc-appendix", "landmark").takes("expanded"),
    DocBacklink = role(Widget, "doc-backlink", "link").takes("expanded").by_content(),
    DocBiblioEntry = role(Structure, "doc-biblioentry", "listitem").takes(ITEM).old(),
    DocBibliography = role(Landmark, "doc-bibliography", "landmark").takes("expanded"),
    DocBiblioRef = role(Widget, "doc-biblioref", "link").takes("expanded").by_content(),
    DocChapter = role(Landmark, "doc-chapter", "landmark").takes("expanded"),
    DocColophon = role(Structure, "doc-colophon", "section").takes("expanded"),
    DocConclusion = role(Landmark, "doc-conclusion", "landmark").takes("expanded"),
    DocCover = role(Structure, "doc-cover", "img").takes("expanded"),
    DocCredit = role(Structure, "doc-credit", "section").takes("expanded"),
    DocCredits = role(Landmark, "doc-credits", "landmark").takes("expanded"),
    DocDedication = role(Structure, "doc-dedication", "section").takes("expanded"),
    DocEndnote = role(Structure, "doc-endnote", "listitem").takes(ITEM).old(),
    DocEndnotes = role(Landmark, "doc-endnotes", "landmark").takes("expanded"),
    DocEpigraph = role(Structure, "doc-epigraph", "section").takes("expanded"),
    DocEpilogue = role(Landmark, "doc-epilogue", "landmark").takes("expanded"),
    DocErrata = role(Landmark, "doc-errata", "landmark").takes("expanded"),
    DocExample = role(Structure, "doc-example", "section").takes("expanded"),
    DocFootnote = role(Structure, "doc-footnote", "section").takes("expanded"),
    DocForeword = role(Landmark, "doc-foreword", "landmark").takes("expanded"),
    DocGlossary = role(Landmark, "doc-glossary", "landmark").takes("expanded"),
    DocGlossRef = role(Widget, "doc-glossref", "link").takes("expanded").by_content(),
    DocIndex = role(Landmark, "doc-index", "navigation").takes("expanded"),
    DocIntroduction = role(Landmark, "doc-introduction", "landmark").takes("expanded"),
    DocNoteRef = role(Widget, "doc-noteref", "link").takes("expanded").by_content(),
    DocNotice = role(Structure, "doc-notice", "note").takes("expanded"),
    DocPageBreak = role(Structure, "doc-pagebreak", "separator").takes("expanded orientation").flat(),
    DocPageFooter = role(Structure, "doc-pagefooter", "section"),
    DocPageHeader = role(Structure, "doc-pageheader", "section"),
    DocPageList = role(Landmark, "doc-pagelist", "navigation").takes("expanded"),
    DocPart = role(Landmark, "doc-part", "landmark").takes("expanded"),
    DocPreface = role(Landmark, "doc-preface", "landmark").takes("expanded"),
    DocPrologue = role(Landmark, "doc-prologue", "landmark").takes("expanded"),
    DocPullquote = role(Structure, "doc-pullquote", "section"),
    DocQna = role(Structure, "doc-qna", "section").takes("expanded"),
    DocSubtitle = role(Structure, "doc-subtitle", "sectionhead").takes("expanded"),
    DocTip = role(Structure, "doc-tip", "note").takes("expanded"),
    DocToc = role(Landmark, "doc-toc", "navigation").takes("expanded"),
    Document = role(Structure, "document", "structure").takes("expanded"),
    Emphasis = role(Structure, "emphasis", "section").unnamed(),
    Feed = role(Structure, "feed", "list").takes("expanded").holds("article"),
    Figure = role(Structure, "figure", "section").takes("expanded"),
    Form = role(Landmark, "form", "landmark").takes("expanded"),
    Generic = role(Structure, "generic", "structure").unnamed(),
    GraphicsDocument = role(Structure, "graphics-document", "document").named(),
    GraphicsObject = role(Structure, "graphics-object", "group"),
    GraphicsSymbol = role(Structure, "graphics-symbol", "img").named().flat(),
    Grid = role(Composite, "grid", "composite table")
        .takes("activedescendant colcount expanded level multiselectable readonly rowcount").holds("rowgroup row"),
    GridCell = role(Widget, "gridcell", "cell widget").takes(CELL).takes("readonly required selected").inside("row").by_content(),
    Group = role(Structure, "group", "section").takes("activedescendant expanded"),
    Heading = role(Structure, "heading", "sectionhead").needs("level").takes("expanded").by_content(),
    Image = role(Structure, "image", "section").takes("expanded").named().flat(),
    Img = role(Structure, "img", "section").takes("expanded").named().flat(),
    Input = role(Abstract, "input", "widget"),
    Insertion = role(Structure, "insertion", "section").unnamed(),
    LandmarkRole = role(Abstract, "landmark", "section"),
    Link = role(Widget, "link", "command").takes("expanded").named().by_content(),
    List = role(Structure, "list", "section").takes("expanded").holds("listitem"),
    Listbox = role(Widget, "listbox", "select")
        .takes("activedescendant expanded multiselectable orientation readonly required").named().holds("group option"),
    ListItem = role(Structure, "listitem", "section").takes(ITEM).inside("list"),
    Log = role(Structure, "log", "section").takes("expanded"),
    Main = role(Landmark, "main", "landmark").takes("expanded"),
    Mark = role(Structure, "mark", "section").unnamed(),
    Marquee = role(Structure, "marquee", "section").takes("expanded"),
    Math = role(Structure, "math", "section").takes("expanded").flat(),
    Menu = role(Composite, "menu", "select").takes("activedescendant expanded orientation").holds(MENU),
    Menubar = role(Composite, "menubar", "menu").takes("activedescendant expanded orientation").holds(MENU),
    MenuItem = role(Widget, "menuitem", "command").takes("expanded posinset setsize").inside("group menu menubar").named().by_content(),
    MenuItemCheckbox = role(Widget, "menuitemcheckbox", "checkbox menuitem").needs("checked")
        .takes("expanded posinset readonly setsize").inside("group menu menubar").named().by_content().flat(),
    MenuItemRadio = role(Widget, "menuitemradio", "menuitemcheckbox radio").needs("checked")
        .takes("expanded posinset readonly setsize").inside("group menu menubar").named().by_content().flat(),
    Meter = role(Structure, "meter", "range").needs("valuenow").takes("valuemax valuemin valuetext").named().flat(),
    Navigation = role(Landmark, "navigation", "landmark").takes("expanded"),
    None = role(Structure, "none", "structure").unnamed(),
    Note = role(Structure, "note", "section").takes("expanded"),
    Option = role(Widget, "option", "input").takes("checked posinset selected setsize").inside("group listbox").named().by_content().flat(),
    Paragraph = role(Structure, "paragraph", "section").unnamed(),
    Presentation = role(Structure, "presentation", "structure").unnamed(),
    Progressbar = role(Widget, "progressbar", "range").takes("expanded valuemax valuemin valuenow valuetext").named().flat(),
    Radio = role(Widget, "radio", "input").needs("checked").takes("posinset required setsize").named().by_content().flat(),
    RadioGroup = role(Composite, "radiogroup", "select").takes("activedescendant expanded orientation readonly required"),
    Range = role(Abstract, "range", "widget"),
    Region = role(Landmark, "region", "landmark").takes("expanded"),
    RoleType = role(Abstract, "roletype", ""),
    Row = role(Structure, "row", "group widget").takes("activedescendant colindex expanded level posinset rowindex rowindextext selected setsize")
        .inside("grid rowgroup table treegrid").holds("cell columnheader gridcell rowheader").by_content(),
    RowGroup = role(Structure, "rowgroup", "structure").inside("grid table treegrid").holds("row"),
    RowHeader = role(Structure, "rowheader", "cell gridcell sectionhead").takes(HEADER).inside("row").by_content(),
    Scrollbar = role(Widget, "scrollbar", "range").needs("valuenow").takes("controls orientation valuemax valuemin valuetext").flat(),
    Search = role(Landmark, "search", "landmark").takes("expanded"),
    Searchbox = role(Widget, "searchbox", "textbox").takes(TEXTBOX).named(),
    Section = role(Abstract, "section", "structure").by_content(),
    SectionFooter = role(Structure, "sectionfooter", "section"),
    SectionHead = role(Abstract, "sectionhead", "structure").by_content(),
    SectionHeader = role(Structure, "sectionheader", "section"),
    Select = role(Abstract, "select", "composite group"),
    Separator = role(Structure, "separator", "structure widget").needs("valuenow").takes("orientation valuemax valuemin valuetext").flat(),
    Slider = role(Widget, "slider", "input range").needs("valuenow")
        .takes("orientation readonly required valuemax valuemin valuetext").named().flat(),
    Spinbutton = role(Widget, "spinbutton", "composite input range")
        .takes("activedescendant readonly required valuemax valuemin valuenow valuetext").named(),
    Status = role(Structure, "status", "section").takes("expanded"),
    Strong = role(Structure, "strong", "section").unnamed(),
    StructureRole = role(Abstract, "structure", "roletype"),
    Subscript = role(Structure, "subscript", "section").unnamed(),
    Suggestion = role(Structure, "suggestion", "section").holds("deletion insertion").unnamed(),
    Superscript = role(Structure, "superscript", "section").unnamed(),
    Switch = role(Widget, "switch", "checkbox").needs("checked").takes("expanded readonly required").named().by_content().flat(),
    Tab = role(Widget, "tab", "sectionhead widget").takes("expanded posinset selected setsize").inside("tablist").by_content().flat(),
    Table = role(Structure, "table", "section").takes("colcount expanded rowcount").holds("row rowgroup"),
    Tablist = role(Composite, "tablist", "composite")
        .takes("activedescendant expanded level multiselectable orientation").holds("tab"),
    Tabpanel = role(Structure, "tabpanel", "section").takes("expanded"),
    Term = role(Structure, "term", "section").takes("expanded"),
    Text = role(Structure, "text", "section").by_content(),
    Textbox = role(Widget, "textbox", "input").takes(TEXTBOX).named(),
    Time = role(Structure, "time", "section"),
    Timer = role(Structure, "timer", "status").takes("expanded"),
    Toolbar = role(Structure, "toolbar", "group").takes("activedescendant expanded orientation").named(),
    Tooltip = role(Structure, "tooltip", "section").takes("expanded").by_content(),
    Tree = role(Composite, "tree", "select").takes("activedescendant expanded multiselectable orientation required").holds("group treeitem"),
    Treegrid = role(Composite, "treegrid", "grid tree")
        .takes("activedescendant colcount expanded level multiselectable orientation readonly required rowcount").holds("row rowgroup"),
    TreeItem = role(Widget, "treeitem", "listitem option").takes("checked expanded level posinset selected setsize")
        .inside("group tree").named().by_content(),
    WidgetRole = role(Abstract, "widget", "roletype"),
    WindowRole = role(Abstract, "window", "roletype"),
}

const CELL: &str = "colindex colindextext colspan expanded rowindex rowindextext rowspan";
const HEADER: &str =
    "colindex colindextext colspan expanded readonly required rowindex rowindextext rowspan selected sort";
const ITEM: &str = "expanded level posinset setsize";
const MENU: &str = "group menu menuitem menuitemcheckbox menuitemradio separator";
const TEXTBOX: &str = "activedescendant autocomplete multiline placeholder readonly required";
