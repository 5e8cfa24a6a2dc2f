//! Contact records: `data/contacts.yaml`.

use serde::Serialize;

/// How to reach one team. Every record should offer two channels of different senses (Accessible Information Standard).
#[derive(Clone, Debug, Default, Serialize)]
pub struct Contact {
    /// Its id in the file.
    pub id: String,
    /// Language of its words.
    pub lang: Option<String>,
    /// Name of the team.
    pub name: String,
    /// Telephone number in readable groups.
    pub phone: Option<String>,
    /// Number to dial through the Relay UK service.
    pub relay: Option<String>,
    /// Number for text messages.
    pub text: Option<String>,
    /// Address for email.
    pub email: Option<String>,
    /// A form or page.
    pub online: Option<ContactLink>,
    /// Address lines.
    pub post: Vec<String>,
    /// How to use British Sign Language.
    pub bsl: Option<String>,
    /// Opening hours, a line for each run of days.
    pub hours: Vec<String>,
    /// What is said of the hours, such as bank holidays.
    pub hours_note: Option<String>,
    /// How long an answer takes.
    pub reply_within: Option<String>,
    /// What a call costs.
    pub charges: Option<String>,
    /// Kinds of communication support on offer.
    pub support: Vec<String>,
}

/// A link of a contact record.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ContactLink {
    /// Words of the link.
    pub label: String,
    /// Address, or a page as typed.
    pub link: String,
}
