//! Files with one row for each case of a person. They are read row by row and nothing of a person is kept.
//!
//! In: the text of a file, the columns its note names. Out: [`Cases`]: people as numbers, days, whether the outcome counts,
//! in the order in which a person's cases follow each other; findings that name line and column and quote no row.
//! Not here: how long anything took.

use super::table::{Row, Rows, header_faults};
use crate::diag::{Checked, Diagnostic, Place};
use crate::model::cases::{Case, Cases};
use crate::model::date::Date;
use crate::model::derivation::CaseColumns;
use crate::model::slug::nearest;
use crate::model::source::{FileId, Span};

/// Findings of one kind that are told one by one; of the rest only the number is told.
const MOST: usize = 20;

/// Reads the cases of `file` for the note `note`. Nothing comes back when a column is missing.
pub fn read(note: FileId, columns: &CaseColumns, file: FileId, text: &str) -> Checked<Option<Cases>> {
    let mut findings = Vec::new();
    let mut rows = Rows::new(file, text);
    let mut row = Row::room(file);
    if !rows.next(&mut row, &mut findings) {
        findings.push(
            Diagnostic::error("table-empty", "the table is empty", Place::File(file))
                .help("write the names of the columns in the first row, for example `person,start,end,outcome`"),
        );
        return Checked::new(None, findings);
    }
    findings.extend(header_faults(&row));
    let Some(found) = Found::of(note, columns, &row, &mut findings) else { return Checked::new(None, findings) };
    let mut reader = Reader { columns: found, wanted: row.cells.len(), list: Vec::new(), faults: Faults::default() };
    let mut outcomes = Outcomes { wanted: &columns.counts_when, is_there: false, near: Vec::new() };
    let mut of_shape = Vec::new();
    while rows.next(&mut row, &mut of_shape) {
        if row.cells.iter().any(|(text, _)| !text.is_empty()) {
            reader.take(&row, &mut outcomes);
        }
    }
    findings.extend(of_shape.into_iter().map(unquoted));
    findings.extend(outcomes.fault(note));
    let Reader { mut list, mut faults, .. } = reader;
    list.sort_unstable_by(|a, b| a.order(b, text));
    twice(&list, (text, file), &mut faults);
    findings.extend(faults.told());
    Checked::new(Some(Cases { list: numbered(&list, text) }), findings)
}

/// A finding on a row, told without the row.
fn unquoted(mut finding: Diagnostic) -> Diagnostic {
    if let Place::Span(span) = finding.place {
        finding.place = Place::Unquoted(span);
    }
    finding
}

/// Column numbers.
struct Found {
    person: usize,
    start: usize,
    end: usize,
    outcome: usize,
}

impl Found {
    fn of(note: FileId, columns: &CaseColumns, header: &Row, findings: &mut Vec<Diagnostic>) -> Option<Self> {
        let names = || header.cells.iter().map(|(name, _)| name.as_str());
        let mut find = |role: &str, name: &str| {
            // A field that is not there has its own finding.
            let at = names().position(|known| known == name).filter(|_| !name.is_empty());
            if at.is_none() && !name.is_empty() {
                let help = match nearest(name, names()) {
                    Some(near) => format!("write `{role}: {near}`"),
                    None => format!("name one of the columns: {}", names().collect::<Vec<_>>().join(", ")),
                };
                findings.push(
                    Diagnostic::error(
                        "column-missing",
                        format!("the table has no column `{name}`"),
                        Place::Value(note, role.to_owned()),
                    )
                    .also(Place::Span(header.span), "its columns")
                    .help(help),
                );
            }
            at
        };
        let person = find("person", &columns.person);
        let (start, end) = (find("start", &columns.start), find("end", &columns.end));
        let outcome = find("outcome", &columns.outcome);
        Some(Self { person: person?, start: start?, end: end?, outcome: outcome? })
    }
}

/// A case with the place of its person's name, until people have numbers.
#[derive(Clone, Copy)]
struct Named {
    /// The first eight bytes of the name as a number, which settles most comparisons.
    first: u64,
    at: u32,
    until: u32,
    start: Date,
    end: Option<Date>,
    counts: bool,
}

impl Named {
    fn name<'t>(&self, text: &'t str) -> &'t str {
        let place = Span { file: FileId(0), start: self.at, end: self.until };
        text.get(place.range()).unwrap_or_default().trim()
    }

    fn is_same_person(&self, other: &Self, text: &str) -> bool {
        self.first == other.first && self.name(text) == other.name(text)
    }

    fn order(&self, other: &Self, text: &str) -> std::cmp::Ordering {
        let by_name = self.first.cmp(&other.first).then_with(|| self.name(text).cmp(other.name(text)));
        let end = |case: &Self| (case.end.is_none(), case.end, case.start, case.counts);
        by_name.then_with(|| end(self).cmp(&end(other))).then_with(|| self.at.cmp(&other.at))
    }
}

struct Reader {
    columns: Found,
    wanted: usize,
    list: Vec<Named>,
    faults: Faults,
}

impl Reader {
    fn take(&mut self, row: &Row, outcomes: &mut Outcomes<'_>) {
        if row.cells.len() != self.wanted {
            let message = format!("a row has {} cells where the header has {}", row.cells.len(), self.wanted);
            let help = "give every row one cell for each column; a text with a comma inside needs quotes around it";
            return self.faults.add("table-ragged", message, row.span, help);
        }
        let cell = |column: usize| row.cells.get(column).map_or(("", row.span), |(text, span)| (text.as_str(), *span));
        let (person, named) = cell(self.columns.person);
        if person.is_empty() {
            let help = "write what tells this person from others, or delete the row";
            return self.faults.add("group-missing", "a row names no person".to_owned(), row.span, help);
        }
        let (start, end) = (cell(self.columns.start), cell(self.columns.end));
        let Some(first_day) = self.day(start, "start") else { return };
        let last_day = if end.0.is_empty() { None } else { self.day(end, "end") };
        if last_day.is_none() && !end.0.is_empty() {
            return;
        }
        if last_day.is_some_and(|last| last < first_day) {
            let help = "correct one of the two days; leave the end empty while the case is open";
            return self.faults.add("interval-backwards", "a case ends before it starts".to_owned(), end.1, help);
        }
        let (outcome, _) = cell(self.columns.outcome);
        let counts = outcomes.see(outcome);
        let mut bytes = person.bytes();
        let first = (0..8).fold(0, |sum: u64, _| sum << 8 | u64::from(bytes.next().unwrap_or(0)));
        self.list.push(Named { first, at: named.start, until: named.end, start: first_day, end: last_day, counts });
    }

    fn day(&mut self, (typed, span): (&str, Span), what: &str) -> Option<Date> {
        let day = day(typed);
        if day.is_none() {
            let is_other_order = typed.contains('/') || typed.get(2..3).is_some_and(|sign| "-.".contains(sign));
            let (code, message) = if is_other_order {
                ("date-order", format!("the {what} of a case is a date in another order"))
            } else {
                ("date-invalid", format!("the {what} of a case is no day of the calendar"))
            };
            self.faults.add(code, message, span, "write every date as YYYY-MM-DD, for example 2026-03-09");
        }
        day
    }
}

/// A day as `YYYY-MM-DD`, without the work of a general reader: there are millions of them.
fn day(typed: &str) -> Option<Date> {
    let bytes = typed.as_bytes();
    let (year, month, day) = (bytes.get(..4)?, bytes.get(5..7)?, bytes.get(8..10)?);
    if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let number = |digits: &[u8]| {
        let add = |sum: i16, byte: &u8| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0'));
        digits.iter().try_fold(0, add)
    };
    let small = |digits: &[u8]| i8::try_from(number(digits)?).ok();
    Date::new(number(year)?, small(month)?, small(day)?)
}

/// Whether the outcome that counts is ever there, and what else is.
struct Outcomes<'w> {
    wanted: &'w str,
    is_there: bool,
    /// A few others, for the nearest.
    near: Vec<String>,
}

impl Outcomes<'_> {
    fn see(&mut self, outcome: &str) -> bool {
        let counts = outcome == self.wanted;
        self.is_there |= counts;
        if !self.is_there && self.near.len() < MOST && !outcome.is_empty() && !self.near.iter().any(|o| o == outcome) {
            self.near.push(outcome.to_owned());
        }
        counts
    }

    fn fault(&self, note: FileId) -> Option<Diagnostic> {
        if self.is_there || self.wanted.is_empty() {
            return None;
        }
        let message = format!("no case has the outcome `{}`", self.wanted);
        let finding = Diagnostic::error("interval-outcome", message, Place::Value(note, "counts_when".to_owned()));
        Some(match nearest(self.wanted, self.near.iter().map(String::as_str)) {
            Some(near) => finding.help(format!("write `counts_when: {near}`")),
            None => finding.help("name an outcome as the file writes it"),
        })
    }
}

/// The same person twice on one day: nobody can say which case came first.
fn twice(list: &[Named], (text, file): (&str, FileId), faults: &mut Faults) {
    for cases in list.chunk_by(|a, b| a.is_same_person(b, text)).filter(|cases| cases.len() > 1) {
        let mut by_start: Vec<&Named> = cases.iter().collect();
        by_start.sort_by_key(|case| (case.start, case.at));
        let by_end: Vec<&Named> = cases.iter().filter(|case| case.end.is_some()).collect();
        let same_start =
            by_start.windows(2).filter(|pair| pair.first().map(|c| c.start) == pair.last().map(|c| c.start));
        let same_end = by_end.windows(2).filter(|pair| pair.first().map(|c| c.end) == pair.last().map(|c| c.end));
        let mut places: Vec<(u32, u32)> =
            same_start.chain(same_end).filter_map(|pair| pair.iter().map(|case| (case.at, case.until)).max()).collect();
        places.sort_unstable();
        places.dedup();
        for (start, end) in places {
            let help = "keep one of the two rows, or correct the day of one";
            let message = "the same person has two cases that start or end on one day";
            faults.add("interval-twice", message.to_owned(), Span { file, start, end }, help);
        }
    }
}

/// People as numbers in the order of their names, which are not kept.
fn numbered(list: &[Named], text: &str) -> Vec<Case> {
    let mut person = 0;
    let mut out: Vec<Case> = Vec::with_capacity(list.len());
    let mut before: Option<&Named> = None;
    for case in list {
        person += u64::from(before.is_some_and(|before| !before.is_same_person(case, text)));
        out.push(Case { person, start: case.start, end: case.end, counts: case.counts });
        before = Some(case);
    }
    out
}

/// Findings on rows: the first of each code, and how many more there are.
#[derive(Default)]
struct Faults {
    told: Vec<Diagnostic>,
    more: Vec<(&'static str, usize)>,
}

impl Faults {
    fn add(&mut self, code: &'static str, message: String, span: Span, help: &str) {
        let at = self.more.iter().position(|(known, _)| *known == code).unwrap_or_else(|| {
            self.more.push((code, 0));
            self.more.len() - 1
        });
        let Some((_, count)) = self.more.get_mut(at) else { return };
        *count += 1;
        if *count <= MOST {
            self.told.push(Diagnostic::error(code, message, Place::Unquoted(span)).help(help));
        }
    }

    fn told(mut self) -> Vec<Diagnostic> {
        for (code, count) in self.more.iter().filter(|(_, count)| *count > MOST) {
            if let Some(last) = self.told.iter_mut().rfind(|finding| finding.code == *code) {
                last.help.push(format!("{} more rows have the same fault", count - MOST));
            }
        }
        self.told
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diag::Place;
    use crate::model::derivation::CaseColumns;
    use crate::model::source::{FileId, line_column};
    use proptest::prelude::{any, proptest};

    fn columns() -> CaseColumns {
        let [person, start, end, outcome] = ["person", "start", "end", "outcome"].map(str::to_owned);
        CaseColumns { person, start, end, outcome, counts_when: "diverted".to_owned() }
    }

    fn told(text: &str) -> Vec<String> {
        let findings = read(FileId(0), &columns(), FileId(1), text).findings;
        let place = |place: &Place| match place {
            Place::Unquoted(span) => format!("{:?}", line_column(text, span.range().start)),
            other => format!("{other:?}"),
        };
        findings
            .iter()
            .map(|f| format!("{} {}: {} | {}", place(&f.place), f.code, f.message, f.help.join("; ")))
            .collect()
    }

    #[test]
    fn cases_follow_each_other_by_person_end_and_start() {
        let text = "person,start,end,outcome\nB,2020-01-05,2020-02-01,x\nA,2020-03-01,,\nA,2020-01-02,2020-01-09,diverted\nB,2020-01-04,2020-01-20,diverted\n";
        let checked = read(FileId(0), &columns(), FileId(1), text);
        assert!(checked.findings.is_empty());
        insta::assert_debug_snapshot!(
            checked
                .value
                .unwrap()
                .list
                .iter()
                .map(|case| format!(
                    "{} {} {:?} {}",
                    case.person,
                    case.start,
                    case.end.map(|day| day.to_string()),
                    case.counts
                ))
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn faults_of_rows_name_line_and_column_and_no_person() {
        let rows = [
            "Alex,2020-02-01,2020-01-09,diverted",
            "Alex,2020-03-01,2020-03-09,diverted",
            "Alex,2020-03-02,2020-03-09,settled",
            "Sam,03/04/2020,2020-04-09,settled",
            "Sam,2020-02-30,2020-04-09,settled",
            ",2020-02-01,2020-04-09,settled",
            "Sam,2020-02-01",
        ];
        let told = [
            told(&format!("person,start,end,outcome\n{}\n", rows.join("\n"))),
            told("person,start,end,outcome\nA,2020-01-01,2020-01-02,divertd\n"),
            told("persn,start,end,outcome\n"),
            told(""),
        ]
        .concat()
        .join("\n");
        assert!(!told.contains("Alex") && !told.contains("Sam"));
        insta::assert_snapshot!(told);
    }

    #[test]
    fn a_fault_of_every_row_is_told_twenty_times_and_counted() {
        let row = "A,2020-02-01,2020-01-01,diverted\n".repeat(50);
        let told = told(&format!("person,start,end,outcome\n{row}"));
        assert_eq!(told.iter().filter(|line| line.contains("interval-backwards")).count(), 20);
        assert!(told.iter().any(|line| line.ends_with("30 more rows have the same fault")));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in any::<String>(), rows in "([ABé]{0,10},2020-0[12]-[0-3][0-9],(2020-0[23]-1[0-9])?,(diverted)?\n){0,9}") {
            for text in [text, format!("person,start,end,outcome\n{rows}")] {
                let _ = read(FileId(0), &columns(), FileId(1), &text);
            }
        }
    }
}
