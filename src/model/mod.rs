//! Plain types that the stages share.
//!
//! In: nothing but the standard library and the small value crates (decimal, calendar).
//! Out: types without behaviour beyond reading and formatting themselves.
//! Not here: reading files, findings, HTML, anything that knows another stage.

pub mod accessibility;
pub mod alert_view;
pub mod block;
pub mod cache;
pub mod cases;
pub mod contact;
pub mod date;
pub mod derivation;
pub mod digest;
pub mod directory;
pub mod document;
pub mod duty;
pub mod entry_view;
pub mod escape;
pub mod figure;
pub mod footing;
pub mod forms_view;
pub mod glossary;
pub mod headers;
pub mod host;
pub mod information;
pub mod information_view;
pub mod language;
pub mod metric;
pub mod note;
pub mod open_data;
pub mod opening;
pub mod output;
pub mod page_type;
pub mod pairs;
pub mod period;
pub mod period_words;
pub mod picture;
pub mod processes;
pub mod prose;
pub mod quantity;
pub mod readability;
pub mod record;
pub mod saving;
pub mod search;
pub mod search_view;
pub mod settings;
pub mod site;
pub mod slug;
pub mod source;
pub mod spc;
pub mod statement_view;
pub mod strings;
pub mod table;
pub mod theme;
pub mod uuid;
pub mod view;
pub mod ways;
pub mod wording;
pub mod workbook;
