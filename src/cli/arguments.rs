//! Arguments of the commands, with their help.
//!
//! In: the command line. Out: plain values. Not here: what they lead to.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Builds accessible information pages and honest impact reports for adult social care.
#[derive(Debug, Parser)]
#[command(name = "candour", version, about, max_term_width = 100, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Flags that every command takes.
#[derive(Args, Debug)]
pub(super) struct Common {
    /// Folder of the site, where candour.yaml is
    #[arg(long, global = true, default_value = ".", value_name = "DIR")]
    pub(super) root: PathBuf,
    /// Address of the site, in place of `base_url` in candour.yaml
    #[arg(long, global = true, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Folder to publish to
    #[arg(long, global = true, default_value = "public", value_name = "DIR")]
    pub(super) output_dir: PathBuf,
    /// Include drafts and pages that are scheduled for later
    #[arg(long, global = true)]
    pub(super) drafts: bool,
    /// Build as if on this day, for example 2026-11-22
    #[arg(long, global = true, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// Let warnings fail too
    #[arg(long, global = true)]
    pub(super) strict: bool,
    /// How to print findings and lists
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Print nothing when all is well
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
}

/// Levels of findings for this run only. They win over those of candour.yaml.
#[derive(Args, Debug, Default)]
pub(super) struct Levels {
    /// Let these findings fail the run; several codes with commas
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(super) deny: Vec<String>,
    /// Let these findings be warnings
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(super) warn: Vec<String>,
    /// Leave these findings out
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(super) allow: Vec<String>,
}

impl Levels {
    /// Codes with the level that each flag stands for.
    pub(super) fn asked(&self) -> Vec<(String, String)> {
        let of = |codes: &[String], level: &str| -> Vec<(String, String)> {
            codes.iter().map(|code| (code.trim().to_owned(), level.to_owned())).collect()
        };
        [of(&self.deny, "error"), of(&self.warn, "warning"), of(&self.allow, "off")].concat()
    }
}

/// Old findings, which do not fail a run.
#[derive(Args, Debug, Default)]
pub(super) struct Old {
    /// Fail on new findings only: those that are not in this file of the site's folder
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "candour-baseline.json")]
    pub(super) baseline: Option<String>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum Format {
    /// For people at a terminal
    Text,
    /// For programs
    Json,
    /// For code hosts that read SARIF 2.1.0
    Sarif,
    /// For CI servers that read JUnit
    Junit,
    /// Annotations of a GitHub pull request
    Github,
    /// A page for people, to keep or to send round
    Html,
    /// For `explain --all`
    Markdown,
    /// For spreadsheets, of `list duties`
    Csv,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site and publish it to public/
    Build(Build),
    /// Find everything that is wrong, and publish nothing
    Check(Check),
    /// Check any HTML files or folders, whoever made them
    Audit(Audit),
    /// Look at the site on this computer while you write
    Serve(Serve),
    /// Begin a new site in a folder
    Init(Init),
    /// Take services of another directory over into data/directory/
    Import(Import),
    /// Print every figure with where it is from
    Metrics(Figures),
    /// List duties and other things a site keeps track of
    List(List),
    /// List every sentence, card and chart whose number changes between two folders of a site
    Diff(Diff),
    /// Explain a finding by its code: why it matters and how to mend it
    Explain(Explain),
}

impl Command {
    /// Whether it lists duties.
    pub(super) fn lists_duties(&self) -> bool {
        matches!(self, Self::List(List { name: Listing::Duties }))
    }
}

/// Flags of `build`.
#[derive(Args, Debug)]
pub(super) struct Build {
    /// Skip the rules about pages; links, references and figures are still checked
    #[arg(long)]
    pub(super) no_audit: bool,
    /// Print what each stage took, for benchmarks
    #[arg(long, hide = true)]
    pub(super) timings: bool,
    #[command(flatten)]
    pub(super) levels: Levels,
    #[command(flatten)]
    pub(super) old: Old,
}

/// Flags of `check`.
#[derive(Args, Debug)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) levels: Levels,
    #[command(flatten)]
    pub(super) old: Old,
    /// Write all findings of today to the baseline
    #[arg(long)]
    pub(super) update_baseline: bool,
    /// Correct what can be corrected safely, in the files themselves
    #[arg(long)]
    pub(super) fix: bool,
    /// Show what `--fix` would correct, and change nothing
    #[arg(long, conflicts_with = "fix")]
    pub(super) diff: bool,
}

/// Flags of `audit`.
#[derive(Args, Debug)]
pub(super) struct Audit {
    /// HTML files, or folders that hold some
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) levels: Levels,
    #[command(flatten)]
    pub(super) old: Old,
}

/// Flags of `serve`.
#[derive(Args, Debug)]
pub(super) struct Serve {
    /// Port of this computer; the next free one is taken
    #[arg(long, default_value_t = 1111, value_name = "PORT")]
    pub(super) port: u16,
}

/// Flags of `init`.
#[derive(Args, Debug)]
pub(super) struct Init {
    /// Folder to begin the site in; `.` is this one
    pub(super) dir: PathBuf,
    /// Ask nothing
    #[arg(long, short)]
    pub(super) yes: bool,
}

/// Flags of `import`.
#[derive(Args, Debug)]
pub(super) struct Import {
    /// What is taken over
    #[arg(value_enum)]
    pub(super) kind: Kind,
    /// A file, or a folder of files
    pub(super) path: PathBuf,
    /// Mark every service as in this neighbouring area
    #[arg(long, value_name = "AREA")]
    pub(super) neighbour: Option<String>,
}

/// What can be imported.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum Kind {
    /// The JSON files of an Open Referral UK 3.0 feed
    Oruk,
}

/// Flags of `metrics`.
#[derive(Args, Debug)]
pub(super) struct Figures {
    /// Write what is published of counts of people to data/published.yaml, for comparison with later releases
    #[arg(long)]
    pub(super) record: bool,
}

/// Flags of `list`.
#[derive(Args, Debug)]
pub(super) struct List {
    /// What to list
    #[arg(value_enum)]
    pub(super) name: Listing,
}

/// Flags of `diff`.
#[derive(Args, Debug)]
pub(super) struct Diff {
    /// Folder of the site as it was
    pub(super) old: PathBuf,
    /// Folder of the site as it is now
    pub(super) new: PathBuf,
}

/// Flags of `explain`.
#[derive(Args, Debug)]
pub(super) struct Explain {
    /// Code of a finding, for example `link-broken`
    #[arg(required_unless_present_any = ["list", "all", "people"])]
    pub(super) code: Option<String>,
    /// Print every code with one line about it
    #[arg(long, conflicts_with_all = ["code", "all", "people"])]
    pub(super) list: bool,
    /// Print the whole reference in Markdown
    #[arg(long, conflicts_with_all = ["code", "people"])]
    pub(super) all: bool,
    /// Write the reference into this folder, a page for each code
    #[arg(long, value_name = "DIR", requires = "all")]
    pub(super) to: Option<PathBuf>,
    /// Print what only people can check
    #[arg(long, conflicts_with = "code")]
    pub(super) people: bool,
}

/// What can be listed.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(super) enum Listing {
    /// Duties and the pages that say they meet them, gaps first
    Duties,
    /// Pages that are not published yet
    Drafts,
    /// Pages with the day by which they are to be checked
    Review,
    /// Translations, Easy Read and other forms that are older than their page
    Outdated,
    /// Pages that are no longer part of the site
    Expired,
    /// Old addresses and where they lead
    Redirects,
    /// How the pages read, those with the most long sentences first
    Readability,
    /// Every figure with where it is from and every line that uses it
    Figures,
}
