//! Impact reports: what stands beside a number, where each is from, and the parts that a report must have.

use super::support::{Site, page};

const SAVING: &str = "title: Costs avoided\nmeasure: Cost of support that did not arise\nunit: pounds\nbasis: actual\nkind: cost avoidance\n\
    gross_or_net: not stated\nattribution: shared\nassurance: none stated\nbetter: higher\narea: Exampleshire\npopulation: Adults\n\
    source: { title: Report, publisher: Exampleshire Council }\nvalues: { avoided: { value: 700000, about: true, period: 2019 to 2020 } }\n";

/// A page of a small site that holds these lines.
fn shown(body: &str) -> String {
    let site = Site::small()
        .file("data/metrics/costs.yaml", SAVING)
        .file(
            "data/metrics/year.yaml",
            &SAVING
                .replace("Costs avoided", "Smaller increases")
                .replace("basis: actual", "basis: full-year equivalent\nannualised: not stated"),
        )
        .file("content/savings.md", &page("page", "Savings", body))
        .build();
    site.text("savings/index.html")
}

#[test]
fn what_qualifies_a_saving_stands_on_its_card_and_beside_its_chart() {
    for element in ["::: figures {metrics=\"costs\"}\n:::", "::: table {metric=\"costs\"}\nCosts avoided\n:::"] {
        let html = shown(element);
        for words in [
            "Kind of saving: cost avoidance",
            "Basis: actual figures",
            "Before or after costs: not stated",
            "Credited to: this work together with other work",
            "Checked by: no check is stated",
        ] {
            assert!(html.contains(words), "{words} is missing beside {element}");
        }
    }
}

#[test]
fn the_ledger_never_adds_unlike_savings_and_says_why() {
    let html = shown("::: savings {metrics=\"costs, year\"}\n:::");
    assert!(html.contains("<td class=\"numeric\">about £700,000</td>"));
    assert!(html.contains("There is no total here, because:"));
    assert!(html.contains("<li>the amounts came about in different ways</li>"));
    assert!(!html.contains("1,400,000") && !html.contains("<tfoot>"));
}

/// A process of twelve usual weeks and eight later ones.
fn process(site: Site, id: &str, (title, later): (&str, [u32; 2]), target: &str) -> Site {
    let start: candour::model::date::Date = "2024-01-01".parse().unwrap();
    let row = |at: i32| {
        let value = if at < 12 { [10, 11] } else { later }[usize::try_from(at % 2).unwrap()];
        format!("{},{value}\n", start.plus_days(7 * at))
    };
    let rows: String = (0..20).map(row).collect();
    let note = format!(
        "title: {title}\nmeasure: People each week\nunit: people per week\nbasis: actual\nbetter: lower\narea: A\npopulation: Adults\n\
         source: {{ title: S, publisher: P }}\nfile: {id}.csv\nperiod: week\nspc: {{ baseline: 12{target} }}\n"
    );
    site.file(&format!("data/metrics/{id}.yaml"), &note)
        .file(&format!("data/metrics/{id}.csv"), &format!("period,value\n{rows}"))
}

/// A site with a process of each kind, and a page that shows them in one element.
fn processes(element: &str) -> String {
    let body = format!("::: {element} {{metrics=\"steady, chance, better, worse\"}}\n:::");
    let site = Site::small().file("content/savings.md", &page("page", "Savings", &body));
    let site = process(site, "steady", ("Goes on as it should", [10, 11]), ", target: 20");
    let site = process(site, "chance", ("Met by chance", [10, 11]), ", target: 10");
    let site = process(site, "better", ("Gets better", [5, 6]), "");
    process(site, "worse", ("Gets worse", [15, 16]), ", target: 2").build().text("savings/index.html")
}

#[test]
fn what_needs_attention_stands_first_in_the_summary_with_words_beside_every_drawing() {
    let html = processes("metric-summary");
    let rows: Vec<&str> = html.split("<th scope=\"row\">").skip(1).collect();
    let told = [
        ("Gets worse", "Concern, high", "Fail"),
        ("Met by chance", "Common cause", "Hit and miss"),
        ("Gets better", "Improvement, low", "No target"),
        ("Goes on as it should", "Common cause", "Pass"),
    ];
    for (row, (title, variation, assurance)) in rows.iter().zip(told) {
        assert!(row.starts_with(title), "{row}");
        assert!(row.contains(&format!("</svg>\n<span>{variation}")) && row.contains(assurance), "{row}");
        assert!(row.contains("<span class=\"process-detail\">limits 7.8 to 13.2</span>"), "{row}");
    }
    assert_eq!(rows.len(), 4);
    assert!(rows[0].contains("16 people per week") && rows[0].contains("week of 13 May 2024"));
}

#[test]
fn the_grid_names_each_measure_once_in_the_cell_of_its_verdicts() {
    let html = processes("metric-grid");
    let table = html.split("process-grid").nth(1).unwrap();
    for title in ["Gets worse", "Met by chance", "Gets better", "Goes on as it should"] {
        assert_eq!(table.matches(title).count(), 1, "{title}");
    }
    let concern = table.split("<th scope=\"row\">Concern</th>").nth(1).unwrap();
    let cells: Vec<&str> = concern.split("</tr>").next().unwrap().split("<td>").skip(1).collect();
    assert_eq!(cells.len(), 4);
    assert!(cells[2].contains("Gets worse") && cells[2].contains("Concern, high. Assurance: Fail."), "{}", cells[2]);
    assert!([0, 1, 3].iter().all(|at| cells[*at].contains(">No measures<")));
}
