//! The site's open data: the licence, and the data page as its template sees it.
//!
//! In: `licence:` of `candour.yaml`, the published metrics. Out: plain types, every word ready to print.
//! Not here: the files.

use serde::Serialize;

use super::figure::DownloadView;

/// A licence under which data can be published.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Licence {
    /// Open Government Licence v3.0.
    OpenGovernment,
    /// Creative Commons Attribution 4.0.
    Attribution,
    /// Creative Commons Zero 1.0.
    Zero,
}

impl Licence {
    /// Every licence with the name that the Open Definition gives it, as typed in `candour.yaml`.
    pub const ALL: [(&'static str, Self); 3] =
        [("OGL-UK-3.0", Self::OpenGovernment), ("CC-BY-4.0", Self::Attribution), ("CC0-1.0", Self::Zero)];

    /// Its name as typed.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, licence)| *licence == self).map_or("OGL-UK-3.0", |(name, _)| name)
    }

    /// Its title.
    pub fn title(self) -> &'static str {
        match self {
            Self::OpenGovernment => "Open Government Licence v3.0",
            Self::Attribution => "Creative Commons Attribution 4.0 International",
            Self::Zero => "CC0 1.0 Universal",
        }
    }

    /// Where it can be read.
    pub fn url(self) -> &'static str {
        match self {
            Self::OpenGovernment => "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            Self::Attribution => "https://creativecommons.org/licenses/by/4.0/",
            Self::Zero => "https://creativecommons.org/publicdomain/zero/1.0/",
        }
    }
}

/// What the data page lists.
#[derive(Clone, Debug, Default, Serialize)]
pub struct OpenDataView {
    /// How the files are made and what signs in them mean.
    pub about: Vec<String>,
    /// The licence: its title and address.
    pub licence: Option<(String, String)>,
    /// The description of all files for programs.
    pub package: Option<DownloadView>,
    /// Every published metric by title.
    pub entries: Vec<OpenDataEntry>,
}

/// A published metric.
#[derive(Clone, Debug, Default, Serialize)]
pub struct OpenDataEntry {
    /// Id of its heading.
    pub id: String,
    /// Title.
    pub title: String,
    /// The label of invented figures.
    pub example: Option<String>,
    /// What it is: measure, population, area, period, unit.
    pub what: String,
    /// What time it covers.
    pub period: Option<String>,
    /// How settled it is.
    pub status: String,
    /// Where it is from.
    pub source: String,
    /// Its files with type and size.
    pub files: Vec<DownloadView>,
}
