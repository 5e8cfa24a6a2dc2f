//! What a funnel shows, in sentences made from its limits.
//!
//! In: a metric with the limits of a funnel. Out: how many groups, all of them together, how many lie within the limits, each
//! group outside by name with its value and the limit it passes, hidden groups. Not here: any judgement, cause or ranking.

use crate::model::derivation::Standing;
use crate::model::metric::Metric;
use crate::model::strings::Strings;
use crate::model::wording::amount;

use super::funnel::{Group, groups};

/// The sentences.
pub fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    let groups = groups(metric);
    let Some(first) = groups.first() else { return Vec::new() };
    let words = |display: &str| amount(display, &metric.unit, strings);
    let mut said = vec![strings.count("chart.funnel.count", groups.len())];
    said.push(strings.fill("chart.funnel.together", &[("value", &words(&first.shown.pooled))]));
    let within = groups.iter().filter(|group| group.standing == Standing::Within).count();
    said.push(if within == groups.len() {
        strings.text("chart.funnel.all-within").to_owned()
    } else {
        strings.count("chart.funnel.within", within)
    });
    let outside = |wanted: [Standing; 2]| groups.iter().filter(move |group| wanted.contains(&group.standing));
    let beyond = outside([Standing::Below998, Standing::Above998]);
    for group in beyond.chain(outside([Standing::Below95, Standing::Above95])) {
        let places = [("name", &*group.name), ("value", &*words(&group.value.display)), ("limit", limit(group))];
        said.push(strings.fill(&format!("chart.funnel.outside.{}", group.standing.name()), &places));
    }
    said.push(strings.text("chart.funnel.no-judgement").to_owned());
    let hidden = metric.values.iter().filter(|value| value.suppressed).count();
    if hidden > 0 {
        said.push(strings.count("chart.funnel.hidden", hidden));
    }
    said
}

/// The limit that a group passes.
fn limit<'g>(group: &'g Group<'_>) -> &'g str {
    let shown = group.shown;
    match group.standing {
        Standing::Within | Standing::Above95 => &shown.upper_95,
        Standing::Below95 => &shown.lower_95,
        Standing::Below998 => &shown.lower_998,
        Standing::Above998 => &shown.upper_998,
    }
}
