//! Plain words to fill pages with, drawn by a seeded generator.
//!
//! In: a seed. Out: titles, sentences and lists, the same on every machine. Not here: files, Markdown of whole pages.

/// Numbers that follow from a seed alone (SplitMix64).
pub(crate) struct Draw(u64);

impl Draw {
    /// A row of numbers of its own for each seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// The next number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from(mixed % limit).unwrap_or(0)
    }

    /// One of a list.
    pub(crate) fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }
}

const SUBJECTS: [&str; 16] = [
    "A social worker",
    "The person you look after",
    "Your care worker",
    "A member of our team",
    "Somebody you trust",
    "An occupational therapist",
    "Your family",
    "The council",
    "A local charity",
    "The care home",
    "Your neighbour",
    "An advocate",
    "The hospital team",
    "A friend",
    "Your GP",
    "The contact team",
];
const ACTIONS: [&str; 16] = [
    "can help you with",
    "will talk to you about",
    "may ask you about",
    "can show you",
    "will write down",
    "should tell you about",
    "can explain",
    "will look at",
    "can arrange",
    "must think about",
    "may be able to offer",
    "will agree with you on",
    "can come along to discuss",
    "will write to you about",
    "should check",
    "can find someone to ask about",
];
const OBJECTS: [&str; 20] = [
    "the things you do on a normal day",
    "washing, dressing and getting to bed",
    "what matters most to you",
    "how you get out and see people",
    "meals and shopping",
    "money and benefits",
    "small changes to your home",
    "equipment such as rails and raised seats",
    "a break from caring",
    "what you can do for yourself",
    "where you would like to live",
    "what happens in an emergency",
    "help to take your medicines",
    "your rights",
    "the support you already have",
    "a plan that you're happy with",
    "how to stay steady on your feet",
    "groups and clubs near you",
    "other languages and formats",
    "how much you might have to pay",
];
const ENDS: [&str; 12] = [
    "",
    " at a time that suits you",
    " before anything is decided",
    ", and nobody will rush you",
    " in the first 2 weeks",
    " if you want them to",
    ", even if you pay for it yourself",
    " without a charge",
    " over the phone or at your home",
    ", and you can bring someone with you",
    " once a year",
    " as soon as they can",
];
const HEADINGS: [&str; 18] = [
    "Who can get it",
    "How to ask",
    "What happens next",
    "What it costs",
    "If you are not happy",
    "Who can help",
    "Before you start",
    "What to bring",
    "How long it takes",
    "If things change",
    "Help for carers",
    "Staying safe",
    "Other ways to get help",
    "What we will ask you",
    "If you live with someone",
    "When you leave hospital",
    "Equipment you can try",
    "Your rights",
];
const THINGS: [&str; 24] = [
    "bathing",
    "meals",
    "memory",
    "falls",
    "hearing loss",
    "sight loss",
    "day centres",
    "home care",
    "care homes",
    "carers",
    "direct payments",
    "equipment",
    "dementia",
    "learning disability",
    "autism",
    "advocacy",
    "transport",
    "housing",
    "benefits",
    "safeguarding",
    "loneliness",
    "hospital stays",
    "end of life",
    "mental health",
];
const APPROACHES: [&str; 10] = [
    "Help with",
    "Getting support for",
    "Planning for",
    "Living with",
    "Paying for",
    "Your rights and",
    "Advice on",
    "Finding out about",
    "Making changes for",
    "Talking about",
];

/// A title; the number makes it the only one of its kind, and has five digits because four may be a year.
pub(crate) fn title(draw: &mut Draw, number: usize) -> String {
    format!("{} {} {number:05}", draw.one(&APPROACHES), draw.one(&THINGS))
}

/// The name of a topic, one of about fifty.
pub(crate) fn topic(number: usize) -> String {
    let thing = THINGS.get(number % THINGS.len()).copied().unwrap_or_default();
    let approach = ["About", "Help for", "Money for"].get(number / THINGS.len()).copied().unwrap_or("More on");
    format!("{approach} {thing}")
}

/// A heading; different for each of a page's sections.
pub(crate) fn heading(first: usize, section: usize) -> &'static str {
    HEADINGS.get((first + section * 5) % HEADINGS.len()).copied().unwrap_or("More")
}

/// A sentence of ten to twenty words.
pub(crate) fn sentence(draw: &mut Draw) -> String {
    format!("{} {} {}{}.", draw.one(&SUBJECTS), draw.one(&ACTIONS), draw.one(&OBJECTS), draw.one(&ENDS))
}

/// A few words, such as an entry of a list.
pub(crate) fn phrase(draw: &mut Draw) -> &'static str {
    draw.one(&OBJECTS)
}
