//! The directory of community support, from `data/directory/` to pages and feed, and back.

use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use serde_json::Value;

use super::support::{Files, Run, SETTINGS, Site, page};

const NEEDS: &str =
    "company:\n  name: Company\n  description: People to talk to.\nfood:\n  name: Food\n  description: Meals.\n";

const ENTRY: &str = "name: Tea and Talk\nsummary: Company every Tuesday.\ndescription: A weekly group.\n\
    provider: Northam Community Association\nlast_checked: 2026-11-01\n";

fn entry(more: &str) -> String {
    format!("{ENTRY}{more}")
}

fn site() -> Site {
    Site::small()
        .file("data/needs.yaml", NEEDS)
        .file("content/directory.md", &page("directory", "Directory of support", "Groups near you."))
}

fn findings(site: &Site) -> Vec<String> {
    let json = site.run(&["check", "--format", "json"]).json();
    let one = |finding: &Value| {
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        format!("{}:{}:{} {}: {}", text("file"), finding["line"], finding["column"], text("code"), text("message"))
    };
    json["findings"].as_array().unwrap().iter().map(one).collect()
}

/// The files of the feed.
fn feed(site: &Site) -> Files {
    site.published().into_iter().filter(|(path, _)| path.starts_with("open-referral/")).collect()
}

#[test]
fn every_field_of_an_entry_is_checked_where_it_is_typed() {
    let wrong = "nmae: x\nsumary: y\nprovider: { name: P, web: p.example, colour: red }\nneeds: [compny]\n\
        place: { town: Northam, postcode: 12345, latitude: 4, access: [step free entrance] }\n\
        cost: [costs £3]\nminimum_age: old\ntimes: [Tuesdays, sometimes]\nclosed: [Christmas]\nphone: none\nemail: x\n\
        status: open\nlast_checked: 2026-02-30\nsensitive: no\ncouncil: yes\noffered: [by post]\nid: 7\n";
    let site = site().file("data/directory/wrong.yaml", wrong);
    insta::assert_snapshot!(findings(&site).join("\n"));
}

#[test]
fn a_table_is_checked_cell_by_cell() {
    let table = "name,summary,description,provider,needs,cost,times,place.town,place.postcode,colour,last_checked\n\
        Tea and Talk,Company.,A group.,Northam,company; fod,£3 a visit,\"Tuesday, 2pm to 4pm; never\",Northam,XX4 5AB,red,2026-11-01\n\
        ,No name.,A group.,Northam,,about £2,,Northam,here,,2026-11-01\n";
    insta::assert_snapshot!(findings(&site().file("data/directory/many.csv", table)).join("\n"));
}

#[test]
fn a_check_is_overdue_after_three_months_at_the_level_of_the_site() {
    let site = site().file("data/directory/tea.yaml", ENTRY);
    let overdue = |day: &str| {
        let run = site.run(&["check", "--format", "json", "--as-of", day]);
        run.codes().iter().any(|code| code == "entry-overdue")
    };
    assert!(!overdue("2027-02-01") && overdue("2027-02-02"));
    let site = site.file("candour.yaml", &format!("{SETTINGS}levels: {{ entry-overdue: error }}\n"));
    site.run(&["build", "--as-of", "2027-02-02"]).exits(2);
    site.run(&["build", "--as-of", "2027-02-01"]).exits(0);
    site.edit("data/directory/tea.yaml", "2026-11-01", "2026-08-01");
    let site = site.file("candour.yaml", &format!("{SETTINGS}levels: {{ entry-overdue: off }}\n"));
    site.run(&["build", "--strict"]).exits(0);
    assert!(site.text("directory/tea/index.html").contains("Check before you go"), "the public is told all the same");
}

#[test]
fn one_service_from_two_councils_is_told_with_both_files() {
    let site = site().file("data/directory/tea.yaml", &entry("phone: 01632 960 123\n"));
    for (name, provider, more, same) in [
        ("The Tea & Talk", "Northam Community Association", "", "provider"),
        ("Tea and talk", "Another", "phone: \"01632960123\"\n", "telephone number"),
    ] {
        let other = entry(more).replace("Tea and Talk", name).replace("Northam Community Association", provider);
        let site = Site::copy(site.path("").as_path()).file("data/directory/zz.yaml", &other);
        let json = site.run(&["check", "--format", "json"]).json();
        let found = json["findings"].as_array().unwrap().iter().find(|one| one["code"] == "entry-duplicate").unwrap();
        let message = found["message"].as_str().unwrap();
        assert!(message.contains("data/directory/tea.yaml") && message.contains("data/directory/zz.yaml"), "{message}");
        let told = site.run(&["check"]).stdout;
        assert!(told.contains(&format!("the same name and the same {same}")), "{told}");
    }
    let site = site.file("data/directory/zz.yaml", &entry("").replace("Northam Community Association", "Another"));
    let json = site.run(&["check", "--format", "json"]).json();
    let told = json["findings"].as_array().unwrap();
    assert!(told.iter().all(|one| one["code"] != "entry-duplicate"), "{told:#?}");
}

#[test]
fn an_entry_can_allow_a_finding_with_a_reason() {
    let allow = "allow: [{ code: entry-overdue, reason: The group meets once a year. }]\n";
    let old = entry(allow).replace("2026-11-01", "2025-11-01");
    site().file("data/directory/tea.yaml", &old).run(&["check", "--strict"]).exits(0);
    let told = findings(&site().file("data/directory/tea.yaml", &entry(allow)));
    assert!(told.iter().any(|finding| finding.contains("allow-unused")), "{told:?}");
}

#[test]
fn every_entry_is_on_the_page_and_in_its_lists_without_a_script() {
    let more = "needs: [company]\nplace: { name: Hall, town: Northam, postcode: XX4 5AB }\ncost: free\n";
    let gone = entry("status: defunct\n").replace("Tea and Talk", "Gone Group");
    let site = site().file("data/directory/tea.yaml", &entry(more)).file("data/directory/gone.yaml", &gone).build();
    let all = site.text("directory/index.html");
    for list in ["need/company/", "place/northam/", "cost/free/"] {
        assert!(all.contains(&format!("href=\"/directory/{list}\"")), "{list}");
        assert!(site.text(&format!("directory/{list}index.html")).contains("href=\"/directory/tea/\""), "{list}");
    }
    assert!(all.contains("href=\"/directory/tea/\"") && !all.contains("Gone Group"));
    assert!(site.text("sitemap.xml").contains("/directory/tea/"));
    let everything: Vec<u8> = site.published().into_values().flatten().collect();
    assert!(!String::from_utf8_lossy(&everything).contains("Gone Group"));
}

#[test]
fn long_lists_are_paged_and_every_entry_is_on_one_page() {
    let mut table = "name,summary,description,provider,last_checked\n".to_owned();
    for number in 0..205 {
        table.push_str(&format!("Group {number:03},Company.,A group.,Provider {number},2026-11-01\n"));
    }
    let site = site().file("data/directory/many.csv", &table);
    site.run(&["build", "--strict", "--no-audit"]).exits(0);
    let pages = ["", "page/2/", "page/3/"].map(|page| site.text(&format!("directory/{page}index.html"))).concat();
    for number in 0..205 {
        assert_eq!(pages.matches(&format!("href=\"/directory/group-{number:03}/\"")).count(), 1, "{number}");
    }
    let page = |path: &str| -> Value { serde_json::from_str(&site.text(path)).unwrap() };
    let (first, last) = (page("open-referral/services/index.json"), page("open-referral/services/page/3.json"));
    assert_eq!(first["total_items"], 205);
    assert_eq!(
        (&first["total_pages"], &first["first_page"], &first["size"]),
        (&Value::from(3), &true.into(), &100.into())
    );
    assert_eq!((&last["last_page"], &last["size"], &last["page_number"]), (&true.into(), &5.into(), &3.into()));
}

fn imported(from: &Site, to: Site, more: &[&str]) -> (Site, Run) {
    let feed = from.path("public/open-referral");
    let run = to.run(&[&["import", "oruk", feed.to_str().unwrap()], more].concat()).exits(0);
    (to, run)
}

#[test]
fn a_feed_that_is_taken_over_and_published_again_is_the_same_bytes() {
    let first = Site::demonstration();
    first.run(&["build", "--no-audit"]).exits(0);
    let (second, run) = imported(&first, Site::small(), &[]);
    assert!(!run.stderr.contains("import-left-out"), "{}", run.stderr);
    second.run(&["build", "--no-audit"]).exits(0);
    let (one, other) = (feed(&first), feed(&second));
    assert!(one.len() > 60, "{}", one.len());
    super::support::assert_same(&one, &other);
    let again = imported(&first, second, &[]).0;
    again.run(&["build", "--no-audit"]).exits(0);
    super::support::assert_same(&one, &feed(&again));
}

#[test]
fn services_of_a_neighbour_are_marked_when_they_are_taken_over() {
    let other = site().file("data/directory/tea.yaml", &entry("council: true\n"));
    other.run(&["build", "--no-audit"]).exits(0);
    let (ours, _) = imported(&other, site(), &["--neighbour", "Sampleshire"]);
    ours.run(&["build", "--strict"]).exits(0);
    let html = ours.text("directory/tea-and-talk/index.html");
    assert!(
        html.contains("in Sampleshire, outside the area of Exampleshire Council")
            && !html.contains("Run by Exampleshire")
    );
}

#[test]
fn what_an_import_cannot_hold_is_told_and_what_is_no_feed_ends_it() {
    let service = r#"{ "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Community Counselling", "status": "active",
        "description": "Talk to someone. It helps.", "email": "no address", "minimum_age": 12,
        "schedules": [ { "id": "x", "freq": "WEEKLY", "interval": 1, "byday": "TH,FR", "opens_at": "10:00:00", "closes_at": "18:00:00" },
                       { "id": "y", "freq": "DAILY", "description": "Now and then." } ],
        "service_at_locations": [ { "id": "z", "location": { "id": "z", "location_type": "physical", "latitude": 100, "longitude": 101,
            "addresses": [ { "address_1": "1 Main Street", "city": "MyCity", "state_province": "MyState", "postal_code": "XX1 1AA" } ] } } ],
        "organization": { "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "Example", "description": "A charity" },
        "cost_options": [ { "id": "c", "amount": 35, "amount_description": "per 1 hour session" } ] }"#;
    let site = site().file("saved/one.json", service).file("saved/broken.json", "{").file("empty/x.json", "{}");
    let run = site.run(&["import", "oruk", site.path("saved").to_str().unwrap()]).exits(0);
    for told in ["`no address`", "its point on the map", "is no JSON"] {
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
    let text = std::fs::read_to_string(site.path("data/directory/community-counselling.yaml")).unwrap();
    insta::assert_snapshot!(text);
    let run = site.run(&["import", "oruk", site.path("empty").to_str().unwrap()]).exits(1);
    assert!(run.stderr.contains("there is no service in the feed"), "{}", run.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_place_of_a_sensitive_entry_is_in_no_byte_that_is_published(
        words in "[A-Z][a-z]{6,12}", number in 100u16..999, inner in "[0-9][A-Z]{2}", alone in any::<bool>(),
    ) {
        let (house, street, town) = (format!("Zq{words}house"), format!("{number} Xv{words} Lane"), format!("Qx{words}ton"));
        let code = format!("QZ7 {inner}");
        let place = format!(
            "place: {{ name: {house}, address: [{street}], town: {town}, county: Wq{words}shire, postcode: {code}, \
             latitude: 52.{number}77, longitude: -1.{number}99, access: [lift], access_note: Behind Yk{words} Tower }}\n"
        );
        let mut site = site().file("data/directory/safe.yaml", &entry(&format!("sensitive: true\n{place}")));
        if !alone {
            site = site.file("data/directory/open.yaml", &ENTRY.replace("Tea and Talk", "Open Group").replace("Northam", "Sutton"));
        }
        site.run(&["build", "--strict"]).exits(0);
        let secrets = [house, street, town, format!("Wq{words}shire"), code, format!("52.{number}77"),
            format!("1.{number}99"), format!("Yk{words}")];
        for (path, bytes) in site.published() {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for secret in &secrets {
                prop_assert!(!text.contains(&secret.to_lowercase()), "{path} holds {secret}");
                let tight: String = secret.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
                prop_assert!(tight.len() < 5 || !path.contains(&tight), "{path} is named {secret}");
            }
        }
    }
}

#[test]
fn a_text_that_tells_the_place_of_a_sensitive_entry_stops_the_build() {
    let place = "sensitive: true\nplace: { address: [12 Hidden Lane], town: Northam, postcode: XX4 5AB }\n";
    let told = entry(&format!("{place}how: Come to xx45ab and ring.\n"));
    let site = site().file("data/directory/safe.yaml", &told);
    site.run(&["build"]).exits(2);
    assert!(findings(&site).iter().any(|finding| finding.contains("sensitive-place-told: `how`")));
    // What is mistyped counts as sensitive: the error stops the build, and nothing of the place is read.
    let site = site.file("data/directory/safe.yaml", &told.replace("sensitive: true", "sensitive: yes"));
    assert!(findings(&site).iter().any(|finding| finding.contains("sensitive-place-told")));
}

#[test]
fn web_hosts_get_rules_for_the_feed_and_unknown_ones_are_told() {
    let hosts = "hosts: [netlify, nginx, apache, iis, azure]\n";
    let site = site().file("candour.yaml", &format!("{SETTINGS}{hosts}")).file("data/directory/tea.yaml", ENTRY);
    site.run(&["build", "--strict", "--no-audit"]).exits(0);
    let rules = ["_headers", "open-referral/nginx.conf", "open-referral/.htaccess", "open-referral/web.config"];
    for path in rules {
        assert!(site.text(path).contains("Access-Control-Allow-Origin"), "{path}");
    }
    let azure: Value = serde_json::from_str(&site.text("staticwebapp.config.json")).unwrap();
    assert!(azure.to_string().contains("Access-Control-Allow-Origin"), "{azure}");
    let redirects = site.text("_redirects");
    for line in redirects.lines() {
        let to = line.split(' ').rev().nth(1).unwrap();
        let known =
            to.contains(":id") || site.path("public").join(to.trim_start_matches('/').replace(":page", "1")).exists();
        assert!(known, "{line}");
    }
    let site = site.file("candour.yaml", &format!("{SETTINGS}hosts: [netlfy]\n"));
    let run = site.run(&["check"]).exits(1);
    assert!(run.stderr.contains("`netlfy`") && run.stderr.contains("netlify"), "{}", run.stderr);
}
