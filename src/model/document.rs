//! One Markdown file after parsing: its front matter and its body.
//!
//! In: what `parse/` read. Out: [`Document`]. The body is HTML that our own writer made, with holes where
//! only the whole site knows the words: addresses of pages, pictures, figures, directives.
//! Not here: routes, figures, templates.

use super::date::Date;
use super::metric::Status;
use super::page_type::PageType;
use super::prose::Prose;
use super::source::{FileId, Span};

/// A parsed Markdown file.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file it came from.
    pub file: FileId,
    /// What stands between the `---` lines.
    pub front: FrontMatter,
    /// What stands below them.
    pub body: Body,
    /// Byte offset of the body in the file.
    pub body_start: u32,
}

/// The fields of a page's front matter. A place for a finding is `Place::field(file, "review_by")`.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// What kind of page it is; `page` unless said.
    pub kind: PageType,
    /// The page's title, at most 65 characters wanted.
    pub title: String,
    /// One sentence, at most 160 characters.
    pub summary: String,
    /// The team that answers for the page.
    pub owner: Option<String>,
    /// Id of a contact record.
    pub contact: Option<String>,
    /// First day on which the page is part of the site.
    pub published: Option<Date>,
    /// Day of the last change of substance.
    pub updated: Option<Date>,
    /// Day on which a person last checked the page.
    pub last_reviewed: Option<Date>,
    /// Who checked it, where it is not the team.
    pub reviewed_by: Option<String>,
    /// Day by which it must be checked again (given, or `last_reviewed` plus `review_in`).
    pub review_by: Option<Date>,
    /// First day on which the page is no longer part of the site.
    pub expires: Option<Date>,
    /// Not part of the site unless drafts are asked for.
    pub draft: bool,
    /// Another last part of the address.
    pub slug: Option<String>,
    /// Order within its folder, small first; pages without one follow by title.
    pub weight: Option<i64>,
    /// Old addresses that lead here, each beginning with `/`.
    pub aliases: Vec<String>,
    /// Subjects that gather pages across folders.
    pub topics: Vec<String>,
    /// Ids of duties that the page says it meets.
    pub meets: Vec<String>,
    /// Pages to read next, as typed (`@/carers/breaks.md`).
    pub related: Vec<String>,
    /// The same content in forms that are no pages: recordings, files, pages elsewhere.
    pub alternatives: Vec<Alternative>,
    /// For another form of a page: the digest of the text it was made from, as typed.
    pub made_from: Option<String>,
    /// No reader of the form has checked the page, and the page says so.
    pub unchecked: bool,
    /// The page may be read by somebody at risk.
    pub sensitive: bool,
    /// What changed and when, newest first as typed.
    pub changes: Vec<Change>,
    /// The page is kept for the record only; the text says why.
    pub withdrawn: Option<String>,
    /// How grave an alert is.
    pub level: AlertLevel,
    /// What a report says of its release.
    pub report: Release,
    /// Rules this page may break, each with a reason.
    pub allow: Vec<Allow>,
    /// Free fields.
    pub extra: Extra,
}

impl FrontMatter {
    /// The last day on which the page became different for its readers.
    pub fn changed(&self) -> Option<Date> {
        self.changes.iter().map(|change| change.date).chain(self.updated).max()
    }
}

/// The same content in a form that is no page of the site.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// Which form.
    pub form: Form,
    /// Where it is: an address elsewhere, or a file as typed.
    pub link: String,
    /// Its language, where that is not the page's.
    pub language: Option<String>,
    /// The digest of the text it was made from, as typed.
    pub made_from: Option<String>,
}

/// Another form of a page (Accessible Information Standard; NICE NG86 1.1.5).
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Form {
    /// Short sentences, each idea with a picture.
    EasyRead,
    /// Large print, 16 point or more.
    LargePrint,
    /// A recording of the words.
    Audio,
    /// A film in British Sign Language.
    Bsl,
}

impl Form {
    /// The words of file names and front matter.
    pub const ALL: [(&'static str, Self); 4] =
        [("easy-read", Self::EasyRead), ("large-print", Self::LargePrint), ("audio", Self::Audio), ("bsl", Self::Bsl)];

    /// The form of a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(name, _)| *name == word).map(|(_, form)| form)
    }

    /// Its word.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, form)| *form == self).map_or("", |(name, _)| name)
    }
}

/// What a report says of its release.
#[derive(Clone, Debug, Default)]
pub struct Release {
    /// How settled it is.
    pub status: Option<Status>,
    /// When it is brought up to date.
    pub next_update: Option<NextUpdate>,
    /// What was wrong and has been corrected, as typed.
    pub corrections: Vec<Correction>,
}

/// When a report is brought up to date: a day, or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextUpdate {
    /// As typed.
    pub text: String,
    /// The day, where the text is one.
    pub date: Option<Date>,
}

/// Something that was wrong in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When it was mended.
    pub date: Date,
    /// Where it was.
    pub place: String,
    /// What was wrong.
    pub note: String,
}

/// How grave an alert is, the least first.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub enum AlertLevel {
    /// News that people may like to know.
    #[default]
    Announcement,
    /// A service works otherwise than usual.
    Minor,
    /// Something that people must know now.
    Major,
}

impl AlertLevel {
    /// Every level with the word for it.
    pub const ALL: [(&'static str, Self); 3] =
        [("announcement", Self::Announcement), ("minor", Self::Minor), ("major", Self::Major)];

    /// The word for it.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, level)| *level == self).map_or("announcement", |(name, _)| name)
    }
}

/// A change note.
#[derive(Clone, Debug)]
pub struct Change {
    /// When.
    pub date: Date,
    /// What a reader now finds different.
    pub note: String,
}

/// A rule that is switched off in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// Code of the finding.
    pub code: String,
    /// Why it is right here.
    pub reason: String,
    /// Its position in the list as typed.
    pub at: usize,
}

/// The parts of `extra:` that Candour itself prints. Everything else in it is the site's own.
#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// Common tasks on home and landing pages.
    pub tasks: Vec<Task>,
    /// Where the facts of the page are from.
    pub sources: Vec<Source>,
    /// Whether the footer of every page links to it.
    pub footer: bool,
    /// Whether a main section is left out of the navigation.
    pub unlisted: bool,
    /// A decorative picture for the top of a home or landing page, as typed.
    pub picture: Option<String>,
    /// On the first page: the page on other formats, as typed, linked from every page.
    pub formats: Option<String>,
    /// On the first page: where to say that something is not clear, as typed.
    pub feedback: Option<String>,
    /// On the first page: what the footer of every page says of the site, such as that it is invented.
    pub notice: Option<String>,
}

/// A common task.
#[derive(Clone, Debug)]
pub struct Task {
    /// Words of the link.
    pub text: String,
    /// Page it leads to, as typed.
    pub link: String,
}

/// A published source of a page's facts.
#[derive(Clone, Debug)]
pub struct Source {
    /// Title of the page or document.
    pub title: String,
    /// Its address.
    pub url: String,
    /// When it was last read.
    pub checked: Option<Date>,
}

/// The written page: HTML with holes, and what was met on the way.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// HTML as far as one file can know it.
    pub html: String,
    /// Places in `html` to fill, in ascending order.
    pub holes: Vec<Hole>,
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Links in order.
    pub links: Vec<Link>,
    /// Pictures in order.
    pub images: Vec<Image>,
    /// Inline figures in order.
    pub figures: Vec<InlineFigure>,
    /// Directives in the order in which they open.
    pub directives: Vec<Directive>,
    /// Ids of elements other than headings that a `#` link may name.
    pub anchors: Vec<String>,
    /// The words a reader meets, with the way back to the file.
    pub prose: Prose,
    /// What was typed where, by the place in `html` where it was written, in ascending order.
    pub typed: Vec<Typed>,
}

/// From a place in [`Body::html`] on stands what was typed here, until the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Byte offset in the HTML.
    pub html: u32,
    /// Where the whole element is typed.
    pub span: Span,
}

impl Body {
    /// Where the element that is written at a byte of the HTML was typed.
    pub fn typed_at(&self, html: u32) -> Option<Span> {
        let after = self.typed.partition_point(|typed| typed.html <= html);
        after.checked_sub(1).and_then(|at| self.typed.get(at)).map(|typed| typed.span)
    }
}

/// A place in [`Body::html`] to fill. Holes at one offset are filled in list order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hole {
    /// Byte offset in the HTML.
    pub at: u32,
    /// What goes there.
    pub fill: Fill,
}

/// What fills a hole; the number is a position in the list of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The address inside `href=""`.
    Link(u32),
    /// A whole picture.
    Image(u32),
    /// The text of an inline figure.
    Figure(u32),
    /// Here the content of a directive begins.
    Open(u32),
    /// Here it ends.
    Close(u32),
}

/// A heading of the body.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id, unique on the page.
    pub id: String,
    /// Its words without markup; inline figures as typed.
    pub text: String,
    /// Where it is typed.
    pub span: Span,
    /// Byte range of its element in [`Body::html`].
    pub html: std::ops::Range<u32>,
    /// Its holes: positions in [`Body::holes`].
    pub holes: std::ops::Range<usize>,
}

/// A link of the body, as typed.
#[derive(Clone, Debug)]
pub struct Link {
    /// Address as typed.
    pub target: String,
    /// Where the whole link is typed.
    pub span: Span,
}

/// A picture of the body.
#[derive(Clone, Debug)]
pub struct Image {
    /// Path as typed.
    pub target: String,
    /// Words for people who do not see it; empty means decorative.
    pub alt: String,
    /// Where the whole picture is typed.
    pub span: Span,
}

/// `{{ metric.member | format }}`.
#[derive(Clone, Debug)]
pub struct InlineFigure {
    /// Id of the metric.
    pub metric: String,
    /// The member as typed, parts joined by dots; empty when only the metric is named.
    pub member: String,
    /// The format word.
    pub format: Option<String>,
    /// Where the whole expression is typed, braces included.
    pub span: Span,
}

/// `::: name {key="value"}` with its content.
#[derive(Clone, Debug)]
pub struct Directive {
    /// Its name.
    pub name: String,
    /// Attributes in the order typed.
    pub attributes: Vec<Attribute>,
    /// The opening line.
    pub span: Span,
    /// The content as typed.
    pub content: Span,
    /// The content's words without markup, trimmed; inline figures as typed.
    pub text: String,
}

impl Directive {
    /// The value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| attribute.key == key).map(|attribute| attribute.value.as_str())
    }
}

/// One attribute of a directive.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its name.
    pub key: String,
    /// Its value without quotes.
    pub value: String,
    /// Where it is typed, name and value.
    pub span: Span,
}
