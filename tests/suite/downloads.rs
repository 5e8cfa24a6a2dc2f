//! Files to download: what a spreadsheet holds is what the page shows, number by number.

use std::io::Cursor;

use calamine::{Data, Ods, Reader, open_workbook_from_rs};
use candour::export::{downloads::downloads, ods};
use candour::model::figure::{RowView, TableView};
use candour::model::metric::Metric;
use candour::page::figure::{FigureRequest, figure};
use candour::page::workbook;

use super::{charts, evidence, metrics, processes};

const COUNCIL: &str = "Exampleshire Council";

fn spreadsheet(metric: &Metric) -> Vec<u8> {
    ods::download(&metric.id, &workbook(metric, COUNCIL, &metrics::english())).bytes
}

fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Ods<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            assert_eq!(range.start(), Some((0, 0)), "{name} begins in A1");
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        })
        .collect()
}

/// What a cell of a page is in a spreadsheet: a number, or the same words.
fn expected(text: &str, is_number: bool) -> Data {
    let digits: String = text.chars().filter(|letter| !matches!(letter, ',' | '£' | '%')).collect();
    match digits.replace('−', "-").parse::<f64>() {
        Ok(number) if is_number => Data::Float(number),
        _ if text.is_empty() => Data::Empty,
        _ => Data::String(text.to_owned()),
    }
}

fn row(row: &RowView) -> Vec<Data> {
    let cells = row.cells.iter().map(|cell| expected(&cell.text, cell.number));
    std::iter::once(expected(&row.heading, false)).chain(cells).collect()
}

/// The rows of the table on the page, folded ones too, under the headings of its columns.
fn on_the_page(metric: &Metric, kind: Option<&str>) -> (TableView, Vec<Vec<Data>>) {
    let request = FigureRequest { id: "f", level: 2, headline: "", chart: kind, about: None, files: &[] };
    let view = figure(metric, &request, &metrics::english());
    let folded = view.more.iter().flat_map(|more| &more.table.rows);
    let table = view.table.clone();
    let rows = view.table.rows.iter().chain(folded).chain(&view.table.margins).map(row).collect();
    (table, rows)
}

#[test]
fn every_number_of_a_table_on_a_page_is_in_its_spreadsheet() {
    for (kind, name, metric) in charts::examples() {
        let (view, rows) = on_the_page(&metric, Some(kind));
        let sheets = sheets(&spreadsheet(&metric));
        let (_, table) = sheets.last().unwrap();
        let text = |data: &Data| data.to_string();
        let header = table.iter().position(|row| text(&row[0]) == view.columns[0].heading).unwrap();
        let headings: Vec<String> = table[header].iter().map(text).collect();
        let at = |heading: &str| headings.iter().position(|known| known == heading).unwrap();
        let columns: Vec<usize> = view.columns.iter().map(|column| at(&column.heading)).collect();
        for (below, cells) in rows.iter().enumerate() {
            let found: Vec<&Data> = columns.iter().map(|column| &table[header + 1 + below][*column]).collect();
            assert_eq!(found, cells.iter().collect::<Vec<_>>(), "{kind} {name}");
        }
        let total = usize::from(view.total.is_some());
        assert_eq!(table.len(), header + 1 + rows.len() + total, "nothing stands below the table of {name}");
    }
}

#[test]
fn a_spreadsheet_has_a_cover_contents_and_notes_and_one_table_a_sheet() {
    let metric = metrics::formats();
    let bytes = spreadsheet(&metric);
    let sheets = sheets(&bytes);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Cover", "Contents", "Notes", "Table 1"]);
    let cell = |sheet: usize, row: usize, column: usize| sheets[sheet].1[row][column].to_string();
    assert_eq!(cell(0, 0, 0), metric.title);
    assert_eq!([cell(1, 3, 0), cell(1, 4, 0)], ["Notes", "Table 1"]);
    let notes = sheets[2].1.iter().map(|row| row[0].to_string()).collect::<Vec<_>>();
    assert!(notes.contains(&"[c]".to_owned()) && notes.contains(&"Source".to_owned()), "{notes:?}");
    let above: Vec<String> = sheets[3].1.iter().map(|row| row[0].to_string()).take(3).collect();
    assert!(above[1].contains("one table") && above[2].contains("Notes"), "{above:?}");
    let text = String::from_utf8_lossy(&bytes);
    for part in [
        &format!("<dc:title>{}</dc:title>", metric.title),
        "<dc:creator>Exampleshire Council</dc:creator>",
        "<dc:language>en",
    ] {
        assert!(text.contains(part), "{part}");
    }
    for part in
        ["number-columns-spanned", "number-rows-spanned", "table:visibility", "background-color", "office:script"]
    {
        assert!(!text.contains(part), "{part}");
    }
}

#[test]
fn a_spreadsheet_begins_with_its_type_and_is_the_same_bytes_each_time() {
    let metric = processes::fallen();
    let bytes = spreadsheet(&metric);
    assert!(bytes.starts_with(b"PK\x03\x04"));
    assert_eq!(&bytes[30..38], b"mimetype");
    assert_eq!(&bytes[8..10], [0, 0], "the first file is stored");
    assert_eq!(&bytes[38..84], b"application/vnd.oasis.opendocument.spreadsheet");
    assert_eq!(bytes, spreadsheet(&metric));
}

#[test]
fn words_that_xml_does_not_allow_do_not_break_a_spreadsheet() {
    let mut metric = metrics::formats();
    metric.title = "Fish & <chips> \u{1}\u{FFFF}\"today\"".to_owned();
    metric.values[0].group = vec!["]]> & 'x' \u{0}".to_owned()];
    let sheets = sheets(&spreadsheet(&metric));
    assert_eq!(sheets[0].1[0][0].to_string(), "Fish & <chips> \"today\"");
    let has = |words: &str| sheets[3].1.iter().any(|row| row[0] == Data::String(words.to_owned()));
    assert!(has("]]> & 'x' "));
}

#[test]
fn values_and_totals_are_machine_readable_and_never_stand_in_one_file() {
    let files = downloads(&metrics::with_total(metrics::formats()));
    let text = |ending: &str| {
        let file = files.iter().find(|file| file.path.ends_with(ending)).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    };
    let values = text("formats.csv");
    let header = values.lines().next().unwrap();
    assert!(header.ends_with("value,status,note"), "{header}");
    assert!(!values.to_lowercase().contains("total"));
    let totals = text("formats-totals.csv");
    assert_eq!(totals.lines().next().unwrap(), "dimension,group,value,status");
    assert!(totals.contains("\ntotal,,"), "{totals}");
    // Where nothing is hidden and no line has a total, adding the values gives all that is known.
    assert!(downloads(&metrics::assessments()).iter().all(|file| !file.totals));
}

/// A table of two dimensions in which a small count hides three more.
fn two_ways() -> Metric {
    let note = "title: T\nunit: people\nbasis: actual\nbetter: lower\nsource: { title: S, publisher: P }\nfile: a.csv\n\
        dimensions: [team, age_band]\n";
    let table =
        "team,age_band,value\nEast,young,3\nEast,old,20\nWest,young,40\nWest,old,50\nNorth,young,70\nNorth,old,80\n";
    let files = [("data/metrics/a.yaml", note), ("data/metrics/a.csv", table)];
    evidence::computed(&files, &candour::model::settings::Settings::default()).metrics.remove("a").unwrap()
}

#[test]
fn totals_of_lines_stand_below_a_table_and_in_their_own_file() {
    let metric = two_ways();
    let (view, _) = on_the_page(&metric, None);
    let margins: Vec<String> = view
        .margins
        .iter()
        .map(|row| {
            let cells = row.cells.iter().map(|cell| cell.text.as_str());
            std::iter::once(row.heading.as_str()).chain(cells).collect::<Vec<_>>().join(" ")
        })
        .collect();
    assert_eq!(margins, ["North All 150", "West All 90", "East All 23", "All old 150", "All young 113"]);
    let files = downloads(&metric);
    let totals = files.iter().find(|file| file.totals).unwrap();
    assert_eq!(
        String::from_utf8(totals.bytes.clone()).unwrap(),
        "dimension,group,value,status\nteam,East,23,final\nteam,North,150,final\nteam,West,90,final\nage_band,old,150,final\n\
         age_band,young,113,final\ntotal,,263,final\n"
    );
}
