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
