//! What pages of a council say.

/// Sentences.
pub(crate) const SENTENCES: &[&str] = &[
    "You can ask us for help at home.",
    "We will look at what you need and what you want.",
    "Carers can take a break for a few hours or for some days.",
    "Most people pay something towards the cost.",
    "A social worker will call you within two weeks.",
    "The library has a ramp and a lift.",
    "Tell us if anything changes.",
    "You do not have to pay for advice",
    "Our offices are open from 9am to 5pm, Monday to Friday.",
];

/// Names of things, as in headings and links.
pub(crate) const NAMES: &[&str] = &[
    "Help at home",
    "Breaks for carers",
    "What it costs",
    "Contact us",
    "Direct payments",
    "Care homes",
    "Equipment",
    "Report a concern",
    "Assessments",
    "Day centres",
];

/// Words that links should not have.
pub(crate) const VAGUE: &[&str] = &["click here", "read more", "here", "more", "this page", "Download"];

/// Addresses.
pub(crate) const ADDRESSES: &[&str] = &[
    "/care/",
    "/carers/breaks/",
    "/costs/",
    "/contact/",
    "/files/form.pdf",
    "https://www.example.org/",
    "#",
    "",
    "mailto:care@example.org",
    "tel:01234567890",
    "/media/film.mp4",
    "javascript:void(0)",
];

/// Sentences in other languages, with their codes.
pub(crate) const FOREIGN: &[(&str, &str)] = &[
    ("cy", "Gallwch ofyn i ni am help gartref, a byddwn yn edrych ar yr hyn sydd ei angen arnoch chi."),
    ("fr", "Vous pouvez nous demander de l'aide à domicile, et nous regarderons ce dont vous avez besoin."),
    ("pl", "Możesz poprosić nas o pomoc w domu, a my sprawdzimy, czego potrzebujesz."),
];
