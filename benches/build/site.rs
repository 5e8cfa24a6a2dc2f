//! Writes a site of any size, the same for the same size: sections, folders, topics, links, lists, tables, news, pictures.
//!
//! In: a number of pages and a folder. Out: files as an editor would have written them, without a finding in them.
//! Not here: building it.

use std::fs;
use std::io;
use std::path::Path;

use super::words::{Draw, heading, phrase, sentence, title, topic};

/// Main sections.
const SECTIONS: usize = 8;
/// The least words of a page as most are.
pub(crate) const USUAL: usize = 270;
/// The least words of a long page; it has about 22 KB of HTML.
pub(crate) const LONG: usize = 900;
/// Topics that pages choose from.
const TOPICS: usize = 50;
/// Pages of one folder, about.
const FOLDER: usize = 40;
const TEAMS: [&str; 4] = ["adult-social-care", "carers-support", "safeguarding", "money-advice"];

/// What is where: the paths of all ordinary pages below `content/`, by number.
pub(crate) struct Plan {
    folders: Vec<String>,
    pages: usize,
    news: usize,
}

impl Plan {
    /// Divides a number of pages into folders, news and ordinary pages.
    pub(crate) fn of(total: usize) -> Self {
        let mut folders: Vec<String> = (0..SECTIONS).map(|section| format!("section-{section}")).collect();
        folders.extend((0..total / FOLDER).map(|at| format!("section-{}/part-{at:03}", at % SECTIONS)));
        let news = (total / 50).max(2);
        // The first page, the index of news, the pages on formats, feedback and the statement stand beside them.
        let pages = total.saturating_sub(folders.len() + news + 5).max(1);
        Self { folders, pages, news }
    }

    fn folder(&self, page: usize) -> &str {
        self.folders.get(page % self.folders.len()).map_or("section-0", String::as_str)
    }

    /// Path of an ordinary page below `content/`.
    pub(crate) fn path(&self, page: usize) -> String {
        format!("{}/page-{page:05}.md", self.folder(page))
    }

    fn link(&self, from: usize, to: usize) -> String {
        if self.folder(from) == self.folder(to) { format!("page-{to:05}.md") } else { format!("@/{}", self.path(to)) }
    }
}

/// Writes the site.
pub(crate) fn write(root: &Path, total: usize, words: usize) -> io::Result<()> {
    let plan = Plan::of(total);
    file(root, "candour.yaml", SETTINGS)?;
    file(root, "data/contacts.yaml", &contacts())?;
    file(root, "content/_index.md", HOME)?;
    for (name, text) in [("formats", FORMATS), ("feedback", FEEDBACK), ("accessibility", STATEMENT)] {
        file(root, &format!("content/{name}.md"), text)?;
    }
    for (at, folder) in plan.folders.iter().enumerate() {
        file(root, &format!("content/{folder}/_index.md"), &landing(at, folder))?;
        file(root, &format!("content/{folder}/picture.svg"), PICTURE)?;
    }
    for page in 0..plan.pages {
        file(root, &format!("content/{}", plan.path(page)), &ordinary(&plan, page, words))?;
    }
    file(root, "content/news/_index.md", NEWS)?;
    for at in 0..plan.news {
        file(root, &format!("content/news/item-{at:04}.md"), &news(at))?;
    }
    Ok(())
}

/// Changes a sentence of one page in the middle of the site, another one for each `round`.
pub(crate) fn edit(root: &Path, total: usize, round: usize) -> io::Result<()> {
    let plan = Plan::of(total);
    let path = root.join("content").join(plan.path(plan.pages / 2));
    let mut text = fs::read_to_string(&path)?;
    text.push_str(&format!("\nThis is change number {round} to the page.\n"));
    write_file(&path, &text)
}

/// Writes one file of the site.
pub(crate) fn file(root: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = root.join(path);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_file(&path, text)
}

#[expect(clippy::disallowed_methods, reason = "a benchmark writes the site that it builds")]
fn write_file(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)
}

fn landing(at: usize, folder: &str) -> String {
    let mut draw = Draw::new(1_000_000 + u64::try_from(at).unwrap_or(0));
    let name = title(&mut draw, at);
    let kind = if folder.contains('/') { "part" } else { "section" };
    format!(
        "---\ntype: landing\ntitle: \"{name}: a {kind}\"\nsummary: What this {kind} of the site is about and who it is for.\n\
         owner: Web team\nlast_reviewed: 2026-10-01\nreview_by: 2027-10-01\nweight: {at}\n---\n\n{}\n",
        sentence(&mut draw)
    )
}

fn news(at: usize) -> String {
    let mut draw = Draw::new(2_000_000 + u64::try_from(at).unwrap_or(0));
    let (month, day) = (1 + at % 10, 1 + at % 28);
    let name = title(&mut draw, at);
    let mut text = format!(
        "---\ntype: news\ntitle: \"News: {name}\"\nsummary: A short notice of something that has changed.\nowner: Web team\n\
         published: 2026-{month:02}-{day:02}\n---\n"
    );
    body(&mut text, &mut draw, 120, &mut |_, _| {});
    text
}

fn ordinary(plan: &Plan, page: usize, words: usize) -> String {
    let mut draw = Draw::new(u64::try_from(page).unwrap_or(0));
    let kind = if page % 6 == 5 { "service" } else { "page" };
    let name = title(&mut draw, page);
    let first = draw.below(TOPICS);
    let topics: Vec<String> =
        (0..2 + draw.below(3)).map(|at| format!("\"{}\"", topic((first + at * 7) % TOPICS))).collect();
    let other = |draw: &mut Draw| draw.below(plan.pages);
    let related = [other(&mut draw), other(&mut draw)].map(|to| format!("  - \"@/{}\"\n", plan.path(to))).concat();
    let mut text = format!(
        "---\ntype: {kind}\ntitle: {name}\nsummary: {}\nowner: {} team\ncontact: {}\npublished: 2026-0{}-12\n\
         updated: 2026-10-0{}\nlast_reviewed: 2026-10-12\nreview_by: 2027-0{}-12\ntopics: [{}]\nrelated:\n{related}extra:\n  \
         sources:\n    - title: \"Care Act 2014, section {}\"\n      url: https://www.legislation.gov.uk/ukpga/2014/23/section/{}\n      \
         checked: 2026-10-01\n---\n",
        sentence(&mut draw),
        phrase(&mut draw).split(' ').next().unwrap_or("Web"),
        draw.one(&TEAMS),
        1 + draw.below(9),
        1 + draw.below(9),
        1 + draw.below(9),
        topics.join(", "),
        page % 80,
        page % 80,
    );
    // The last section goes past the goal by up to a hundred words: usual pages have 300 to 700.
    let words = words + draw.below(340);
    let mut links = 0;
    body(&mut text, &mut draw, words, &mut |text, draw| {
        let to = draw.below(plan.pages);
        links += 1;
        let address = if links == 3 { "https://www.nhs.uk/".to_owned() } else { plan.link(page, to) };
        let what = phrase(draw);
        text.push_str(&format!(" Read more about [{what}, page {links}]({address}) before you decide."));
    });
    if page % 10 == 3 {
        text.push_str("\n![A hand on a door handle](picture.svg)\n");
    }
    if page % 10 == 7 {
        text.push_str(&format!("\n::: contact {{id=\"{}\"}}\n:::\n", draw.one(&TEAMS)));
    }
    text
}

/// Sections of headings, paragraphs, lists and tables until there are enough words.
fn body(text: &mut String, draw: &mut Draw, words: usize, link: &mut dyn FnMut(&mut String, &mut Draw)) {
    let start = text.len();
    let first = draw.below(18);
    let mut section = 0;
    paragraph(text, draw, link);
    // English words of this vocabulary take about six bytes with their space.
    while text.len() - start < words * 6 && section < 18 {
        text.push_str(&format!("\n## {}\n", heading(first, section)));
        paragraph(text, draw, link);
        match section % 4 {
            0 => list(text, draw, "- "),
            1 => table(text, draw, section / 4 + 1),
            2 => {
                text.push_str(&format!("\n### {} in detail\n", heading(first, section)));
                list(text, draw, "1. ");
            }
            _ => text.push_str(&format!("\n::: information\n{}\n:::\n", sentence(draw))),
        }
        section += 1;
    }
}

fn paragraph(text: &mut String, draw: &mut Draw, link: &mut dyn FnMut(&mut String, &mut Draw)) {
    text.push('\n');
    for at in 0..2 + draw.below(2) {
        text.push_str(if at > 0 { " " } else { "" });
        text.push_str(&sentence(draw));
    }
    link(text, draw);
    text.push_str(&format!(" Think of **{}** first.\n", phrase(draw)));
}

fn list(text: &mut String, draw: &mut Draw, mark: &str) {
    text.push_str("\nYou can ask about:\n\n");
    for _ in 0..3 + draw.below(3) {
        text.push_str(mark);
        text.push_str(phrase(draw));
        text.push('\n');
    }
}

fn table(text: &mut String, draw: &mut Draw, number: usize) {
    text.push_str(&format!(
        "\nTable: What it costs in a week, part {number}\n\n| Kind of help | Hours | Cost |\n|---|--:|--:|\n"
    ));
    for row in 0..3 + draw.below(3) {
        text.push_str(&format!("| {} | {} | £{} |\n", phrase(draw), row + 1, 12 + draw.below(300)));
    }
}

fn contacts() -> String {
    let record = |id: &&str| {
        format!(
            "{id}:\n  name: The team for {id}\n  phone: 01632 960 100\n  relay: 18001 01632 960 100\n  text: 07700 900 100\n  \
             email: {id}@exampleshire.example\n  online:\n    label: Tell us what you need\n    link: \"@/feedback.md\"\n  \
             post:\n    - Adult Social Care\n    - 1 Market Square\n    - Exampleton\n  bsl: Use a video interpreter.\n  \
             hours:\n    - Monday to Friday, 8am to 6pm\n    - Saturday, 9am to midday\n  reply_within: 1 working day\n  \
             charges: Calls cost the same as a call to any 01 number.\n  support: [advocacy, interpreter, large print, braille]\n"
        )
    };
    TEAMS.iter().map(record).collect()
}

const SETTINGS: &str = "format: 1\nname: Exampleshire adult social care\norganisation: Exampleshire Council\n\
    base_url: https://care.exampleshire.example\nlanguage: en-GB\ntheme: civic\ncontact: adult-social-care\n";
const HOME: &str = "---\ntype: home\ntitle: Adult social care\nsummary: Care and support for adults in Exampleshire.\n\
    owner: Web team\nextra:\n  formats: \"@/formats.md\"\n  feedback: \"@/feedback.md\"\n  \
    notice: Exampleshire is invented to measure how fast a site is built.\n  tasks:\n    - text: Ask for support\n      \
    link: \"@/section-0/_index.md\"\n---\n\nWe help adults who need care and support, and the people who look after them.\n";
const FORMATS: &str = "---\ntitle: Ask for another format\nsummary: Large print, Easy Read, braille and other languages.\n\
    owner: Web team\n---\n\nTell us which format you need.\n";
const FEEDBACK: &str = "---\ntitle: Tell us what you think\nsummary: How to say that something is not clear.\n\
    owner: Web team\n---\n\nTell us what you were looking for.\n";
const STATEMENT: &str = "---\ntype: statement\ntitle: Accessibility statement\nsummary: How accessible this site is.\n\
    owner: Web team\n---\n\nWe want as many people as possible to be able to use this site.\n";
const NEWS: &str =
    "---\ntype: landing\ntitle: News\nsummary: What has changed.\nowner: Web team\n---\n\nThe newest comes first.\n";
const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 40\"><title>A door</title>\
    <path fill=\"#356\" d=\"M10 4h40v36H10z\"/></svg>\n";
