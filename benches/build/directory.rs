//! What a directory of community support costs: pages, lists, index and feed of many services.
//!
//! In: numbers of services, else 5,000. Out: a table on stdout, with the same site without a directory beside it.
//! Half of the services stand in files of their own, half in one table.

use std::io;
use std::path::Path;
use std::process::Command;

use super::measure::{Cost, least};
use super::words::{Draw, phrase, sentence};
use super::{build, cold, site, sizes};

/// Pages of the site beside the directory.
const PAGES: usize = 100;
const TOWNS: [&str; 8] =
    ["Northam", "Exampleton", "Westby", "Millbrook", "Sutton Vale", "Samplebury", "Oakley", "Riverton"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const NEEDS: usize = 20;

/// Measures each number of services.
pub(crate) fn all(typed: &[&str]) -> io::Result<()> {
    println!("| services | run | CPU ms | wall ms | CPU µs a service | peak MB | files |");
    println!("|--:|---|--:|--:|--:|--:|--:|");
    for services in sizes(typed, &[5_000]) {
        measured(services)?;
    }
    Ok(())
}

fn measured(services: usize) -> io::Result<()> {
    let home = tempfile::tempdir()?;
    let root = home.path().join("site");
    site::write(&root, PAGES, site::USUAL)?;
    let without = cold(&root, 3, &[])?;
    row(0, "cold, without", &without, &without, &root);
    write(&root, services)?;
    row(services, "cold", &cold(&root, 3, &[])?, &without, &root);
    row(services, "unchanged", &least(3, |_| build(&root, &[]))?, &without, &root);
    let edit = least(3, |round| {
        site::file(&root, "data/directory/service-00000.yaml", &yaml(0, &format!("This is change {round}.")))?;
        build(&root, &[])
    })?;
    row(services, "one edit", &edit, &without, &root);
    Ok(())
}

fn row(services: usize, name: &str, cost: &Cost, without: &Cost, root: &Path) {
    let more = cost.cpu.saturating_sub(without.cpu).as_micros();
    let each = u128::try_from(services).ok().filter(|number| *number > 0).map_or(0, |number| more / number);
    let files = Command::new("find").arg(root.join("public")).args(["-type", "f"]).output();
    let files = files.map_or(0, |out| out.stdout.split(|byte| *byte == b'\n').count().saturating_sub(1));
    let (cpu, wall) = (cost.cpu.as_millis(), cost.wall.as_millis());
    println!("| {services} | {name} | {cpu} | {wall} | {each} | {} | {files} |", cost.memory.div_ceil(1_000_000));
}

/// Writes the directory beside the pages.
fn write(root: &Path, services: usize) -> io::Result<()> {
    site::file(root, "content/directory/_index.md", PAGE)?;
    let needs: String = (0..NEEDS)
        .map(|need| format!("need-{need}:\n  name: Kind of support {need}\n  description: Support of kind {need}.\n"))
        .collect();
    site::file(root, "data/needs.yaml", &needs)?;
    let mut table =
        "name,summary,description,provider,needs,place.name,place.address,place.town,place.postcode,place.access,\
        cost,times,phone,email,minimum_age,last_checked\n"
            .to_owned();
    for at in 0..services {
        if at % 2 == 0 {
            site::file(root, &format!("data/directory/service-{at:05}.yaml"), &yaml(at, ""))?;
        } else {
            table.push_str(&cells(at));
        }
    }
    site::file(root, "data/directory/many.csv", &table)
}

/// What differs from service to service.
struct Service {
    name: String,
    text: String,
    town: &'static str,
    code: String,
    day: &'static str,
    needs: [usize; 2],
}

fn service(at: usize) -> Service {
    let mut draw = Draw::new(5_000_000 + u64::try_from(at).unwrap_or(0));
    let name = format!("{} {at}", phrase(&mut draw));
    let text: Vec<String> = (0..5).map(|_| sentence(&mut draw)).collect();
    Service {
        name: name.replace([',', ':'], ""),
        text: text.join(" ").replace([',', '"', ':'], ""),
        town: draw.one(&TOWNS),
        code: format!("XX{} {}AB", 1 + at % 99, at % 10),
        day: draw.one(&DAYS),
        needs: [draw.below(NEEDS), draw.below(NEEDS)],
    }
}

fn yaml(at: usize, more: &str) -> String {
    let Service { name, text, town, code, day, needs: [one, two] } = service(at);
    format!(
        "name: {name}\nsummary: What service {at} is in a sentence.\ndescription: {text} {more}\n\
         provider: {{ name: Provider {}, web: \"https://provider-{}.example\" }}\nneeds: [need-{one}, need-{two}]\n\
         place: {{ name: Hall {}, address: [{at} Long Street], town: {town}, postcode: {code}, access: [step-free entrance, lift] }}\n\
         cost: [£3 a session, \"Carers: free\"]\ntimes: [\"{day}, 10am to midday\", \"first {day} of the month, 2pm to 4pm\"]\n\
         phone: 01632 960 {:03}\nemail: service-{at}@provider.example\nminimum_age: 18\nlast_checked: 2026-11-01\n",
        at % 500,
        at % 500,
        at % 300,
        at % 1_000,
    )
}

fn cells(at: usize) -> String {
    let Service { name, text, town, code, day, needs: [one, two] } = service(at);
    format!(
        "{name},What service {at} is in a sentence.,{text},Provider {},need-{one}; need-{two},Hall {},{at} Long Street,{town},\
         {code},step-free entrance; lift,£3 a session; Carers: free,\"{day}, 10am to midday; first {day} of the month, 2pm to \
         4pm\",01632 960 {:03},service-{at}@provider.example,18,2026-11-01\n",
        at % 500,
        at % 300,
        at % 1_000,
    )
}

const PAGE: &str = "---\ntype: directory\ntitle: Directory of support\nsummary: Groups and services near you.\nowner: Web team\n\
    last_reviewed: 2026-10-01\nreview_by: 2027-10-01\nweight: 90\n---\n\nThese services are invented.\n";
