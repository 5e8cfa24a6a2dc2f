//! Metrics for tests, as `evidence/` would hand them over, in a few words each.

use candour::model::date::Date;
use candour::model::derivation::{Carried, Confidence, Derivation, Method, Window};
use candour::model::footing::Footing;
use candour::model::metric::{Basis, Better, Change, Direction, Metric, Observation, SourceNote, Status, Total};
use candour::model::period::{Grain, Period};
use candour::model::quantity::{Bound, Decimal, Quantity, Unit, rounded};
use candour::model::slug::slug;
use candour::model::source::{FileId, Span};
use candour::model::strings::Strings;

/// The theme's English words.
pub(crate) fn english() -> Strings {
    let tree: serde_yaml::Value = serde_yaml::from_str(include_str!("../../themes/civic/strings/en.yaml")).unwrap();
    let mut strings = Strings { language: "en-GB".to_owned(), ..Strings::default() };
    flatten("", &tree, &mut strings);
    strings
}

fn flatten(path: &str, tree: &serde_yaml::Value, strings: &mut Strings) {
    if let Some(map) = tree.as_mapping() {
        for (key, value) in map {
            let key = key.as_str().map_or_else(|| serde_yaml::to_string(key).unwrap().trim().to_owned(), str::to_owned);
            let path = if path.is_empty() { key } else { format!("{path}.{key}") };
            flatten(&path, value, strings);
        }
    } else if let Some(text) = tree.as_str() {
        strings.texts.insert(path.to_owned(), text.to_owned());
    }
}

/// A metric without values.
pub(crate) fn metric(id: &str, title: &str, unit: &str) -> Metric {
    Metric {
        id: id.to_owned(),
        file: FileId(0),
        values_path: format!("data/metrics/{id}.yaml"),
        sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        title: title.to_owned(),
        measure: None,
        unit: Unit::parse(unit, &[]).unwrap(),
        basis: Basis::Actual,
        annualised: None,
        better: Better::Lower,
        area: Some("Exampleshire".to_owned()),
        population: Some("Adults asking for support".to_owned()),
        covers: None,
        status: Status::Final,
        source: SourceNote {
            title: "Example report".to_owned(),
            publisher: "Exampleshire Council".to_owned(),
            url: Some("https://example.org/report".to_owned()),
            published: None,
        },
        notes: vec!["A person who asks twice is counted twice.".to_owned()],
        kind: None,
        attribution: None,
        gross_or_net: None,
        assurance: None,
        example: true,
        decimals: 0,
        grain: None,
        dimensions: Vec::new(),
        ordered: false,
        derivation: None,
        values: Vec::new(),
        total: None,
        margins: Vec::new(),
        change: None,
        spc: None,
        footing: Footing::default(),
        funnel: Vec::new(),
    }
}

/// A value of a group: number as typed (empty for missing, `c` for hidden).
pub(crate) fn group(metric: &Metric, name: &str, number: &str) -> Observation {
    let mut value = observation(metric, name, number);
    value.group = vec![name.to_owned()];
    value
}

/// A value of a period that is only words.
pub(crate) fn in_words(metric: &Metric, period: &str, number: &str) -> Observation {
    let mut value = observation(metric, period, number);
    value.period = Some(Period { text: period.to_owned(), days: None, grain: None });
    value
}

/// A value of a month, `2020-03`.
pub(crate) fn month(metric: &Metric, text: &str, number: &str) -> Observation {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let first: Date = format!("{text}-01").parse().unwrap();
    let (year, at, _) = first.parts();
    let name = NAMES[usize::try_from(at).unwrap() - 1];
    let mut value = observation(metric, &format!("{name} {year}"), number);
    value.short_label = format!("{} {year}", name.get(..3).unwrap());
    let days = Some((first, first.plus_months(1).plus_days(-1)));
    value.period = Some(Period { text: text.to_owned(), days, grain: Some(Grain::Month) });
    value
}

/// Months in a row from the first one.
pub(crate) fn months(metric: &Metric, first: &str, numbers: &[&str]) -> Vec<Observation> {
    let start: Date = format!("{first}-01").parse().unwrap();
    let text = |at: usize| {
        let (year, month, _) = start.plus_months(i32::try_from(at).unwrap()).parts();
        format!("{year:04}-{month:02}")
    };
    numbers.iter().enumerate().map(|(at, number)| month(metric, &text(at), number)).collect()
}

/// A value with its display text, as the metric's unit and decimals ask for.
fn observation(metric: &Metric, label: &str, number: &str) -> Observation {
    let value = number.parse::<Decimal>().ok();
    let display = value.map_or_else(
        || if number == "c" { "[c]".to_owned() } else { "[x]".to_owned() },
        |value| display(metric, value),
    );
    Observation {
        key: slug(label),
        label: label.to_owned(),
        short_label: label.to_owned(),
        period: None,
        group: Vec::new(),
        value: value.map(|value| Quantity { value, bound: Bound::Exact, words: None }),
        display,
        share: None,
        share_display: None,
        numerator: None,
        denominator: None,
        carried: Carried::default(),
        status: metric.status,
        note: None,
        suppressed: number == "c",
        span: Span::new(FileId(0), 0, 0),
        line: 1,
    }
}

/// A number with commas and the unit's sign.
pub(crate) fn display(metric: &Metric, value: Decimal) -> String {
    let places = usize::try_from(metric.decimals).unwrap();
    let text = format!("{:.places$}", rounded(value.abs(), metric.decimals));
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out = format!("{out}.{part}");
    }
    let sign = if value.is_sign_negative() && !value.is_zero() { "−" } else { "" };
    match metric.unit {
        Unit::Pounds => format!("{sign}£{out}"),
        Unit::Percent => format!("{sign}{out}%"),
        _ => format!("{sign}{out}"),
    }
}

/// Works out the change from the first to the last number.
pub(crate) fn with_change(mut metric: Metric) -> Metric {
    let known: Vec<(usize, Decimal)> =
        metric.values.iter().enumerate().filter_map(|(at, value)| Some((at, value.value.as_ref()?.value))).collect();
    let (Some((from, first)), Some((to, last))) = (known.first(), known.last()) else { return metric };
    let difference = last - first;
    let percent = (*first > Decimal::ZERO).then(|| difference * Decimal::ONE_HUNDRED / first);
    let is_percent = metric.unit == Unit::Percent;
    let size = display(&metric, difference.abs());
    metric.change = Some(Change {
        from: *from,
        to: *to,
        difference,
        difference_display: if is_percent { format!("{} percentage points", size.trim_end_matches('%')) } else { size },
        percent,
        percent_display: percent.map(|percent| format!("{}%", rounded(percent.abs(), 1))),
        points: is_percent.then_some(difference),
        direction: if difference.is_zero() {
            Direction::Same
        } else if difference.is_sign_negative() == (metric.better == Better::Lower) {
            Direction::Improvement
        } else {
            Direction::Concern
        },
    });
    metric
}

/// Works out the total and the shares of the parts.
pub(crate) fn with_total(mut metric: Metric) -> Metric {
    let total: Decimal = metric.values.iter().filter_map(|value| value.value.as_ref()).map(|part| part.value).sum();
    for value in &mut metric.values {
        value.share = value.value.as_ref().map(|part| part.value * Decimal::ONE_HUNDRED / total);
        value.share_display = value.share.map(|share| format!("{}%", rounded(share, 1)));
    }
    let display = display(&metric, total);
    metric.total = Some(Total { value: Some(total), display, stated: true, reconciles: true });
    metric
}

/// Long-term starts in Harrow, before and after.
pub(crate) fn long_term_starts() -> Metric {
    let mut starts = metric("long-term-starts", "New people needing long-term care and support", "people per week");
    starts.measure =
        Some("Average number of new people each week who went on to need long-term care and support".to_owned());
    starts.decimals = 1;
    starts.basis = Basis::Average;
    starts.area = Some("London Borough of Harrow".to_owned());
    starts.example = false;
    starts.values = vec![
        in_words(&starts, "before the new approach", "7.2"),
        in_words(&starts, "first year, from June 2019", "5.5"),
    ];
    with_change(starts)
}

/// Repeat requests in Harrow, before and after.
pub(crate) fn repeat_requests() -> Metric {
    let mut requests = metric("repeat-requests", "Repeat requests for support", "percent");
    requests.decimals = 1;
    requests.values = vec![
        in_words(&requests, "before the new approach", "33.33333333"),
        in_words(&requests, "first year, from June 2019", "25"),
    ];
    with_change(requests)
}

/// Assessments by team in Birmingham.
pub(crate) fn assessments() -> Metric {
    let mut teams = metric("assessments-by-team", "Assessments by team", "assessments");
    teams.better = Better::Neither;
    teams.dimensions = vec!["team".to_owned()];
    teams.covers = Some("May 2019 to April 2020".to_owned());
    let rows = [
        ("Yardley", "1072"),
        ("Ladywood", "1042"),
        ("Edgbaston", "992"),
        ("Northfield", "974"),
        ("Hodge Hill", "939"),
        ("Selly Oak", "913"),
        ("Hall Green", "863"),
        ("Erdington", "839"),
        ("Perry Barr", "812"),
        ("Sutton", "694"),
    ];
    teams.values = rows.iter().map(|(name, number)| group(&teams, name, number)).collect();
    with_total(teams)
}

/// Savings by age band in Birmingham.
pub(crate) fn savings() -> Metric {
    let mut savings = metric("savings-by-age", "Savings by age band", "pounds");
    savings.dimensions = vec!["age_band".to_owned()];
    savings.ordered = true;
    let rows = [("18-24", "3983563"), ("25-64", "7866774"), ("65 to 84", "2558039"), ("Over 85", "5276718")];
    savings.values = rows.iter().map(|(name, number)| group(&savings, name, number)).collect();
    with_total(savings)
}

/// New requests by month over three years, the last one provisional.
pub(crate) fn requests() -> Metric {
    let mut requests = metric("requests", "New requests for support", "people");
    requests.grain = Some(Grain::Month);
    let numbers = [
        "470", "412", "472", "444", "476", "444", "437", "422", "410", "403", "435", "447", "420", "404", "476", "438",
        "463", "428", "439", "416", "408", "397", "432", "437", "448", "424", "473", "457", "439", "417", "392", "376",
        "379", "352", "376", "399",
    ];
    requests.values = months(&requests, "2023-11", &numbers);
    if let Some(last) = requests.values.last_mut() {
        last.status = Status::Provisional;
        last.note = Some("Some requests are not yet recorded".to_owned());
    }
    with_change(requests)
}

/// Twelve months to each point, with a gap where a month was not reported.
pub(crate) fn bed_based() -> Metric {
    let numbers =
        ["29.9", "29.9", "30.4", "30.7", "30.7", "", "30.7", "30.4", "30.5", "30.2", "29.1", "28.2", "27.4", "26.2"];
    let mut beds = metric("bed-based", "New assessments that led to a long-term bed", "percent");
    (beds.grain, beds.decimals, beds.basis) = (Some(Grain::Month), 1, Basis::Rolling12Months);
    beds.derivation = Some(Derivation {
        method: Method::RollingRatio,
        window: Window::parse("12 months"),
        base: None,
        restart: None,
        against: candour::model::derivation::Against::PeriodBefore,
        of: Vec::new(),
        confidence: Confidence::default(),
        cases: None,
    });
    beds.values = months(&beds, "2025-01", &numbers);
    with_change(beds)
}

/// Long-term starts by week, with a missing week and provisional ones.
pub(crate) fn weekly_starts() -> Metric {
    let mut starts = metric("weekly-starts", "People starting long-term support", "people per week");
    starts.grain = Some(Grain::Week);
    let numbers = [
        "13", "13", "12", "16", "12", "13", "13", "16", "17", "15", "12", "15", "18", "12", "12", "25", "9", "6", "18",
        "12", "9", "15", "14", "11", "", "11", "20", "12", "15", "11", "15", "16", "13", "10", "12", "14", "7", "11",
        "11", "18", "18", "11", "9", "12", "12", "17", "13", "11", "10", "11", "13", "8", "14", "7", "12", "12", "12",
        "8", "7", "6",
    ];
    let start: Date = "2025-09-01".parse().unwrap();
    let weeks = numbers.iter().enumerate().map(|(at, number)| {
        let first = start.plus_days(7 * i32::try_from(at).unwrap());
        let (year, month, day) = first.parts();
        let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let name = name[usize::try_from(month).unwrap() - 1];
        let mut value = observation(&starts, &format!("week beginning {day} {name} {year}"), number);
        value.short_label = format!("{day} {name} {year}");
        value.period =
            Some(Period { text: first.to_string(), days: Some((first, first.plus_days(6))), grain: Some(Grain::Week) });
        if at >= 56 {
            value.status = Status::Provisional;
        }
        value
    });
    starts.values = weeks.collect();
    with_change(starts)
}

/// People helped by four teams in two years.
pub(crate) fn helped() -> Metric {
    let mut helped = metric("helped-by-team", "People helped by team", "people");
    helped.better = Better::Higher;
    helped.dimensions = vec!["team".to_owned()];
    helped.grain = Some(Grain::FinancialYear);
    let rows = [
        ("East", ["1284", "1391"]),
        ("North", ["1522", "1585"]),
        ("South", ["1107", "1069"]),
        ("West", ["968", "1043"]),
    ];
    for (name, numbers) in rows {
        for (year, number) in [2024_i16, 2025].iter().zip(numbers) {
            let mut value = group(&helped, name, number);
            let days = Date::new(*year, 4, 1).zip(Date::new(year + 1, 3, 31));
            let text = format!("{year} to {}", year + 1);
            value.period = Some(Period { text, days, grain: Some(Grain::FinancialYear) });
            helped.values.push(value);
        }
    }
    helped
}

/// How requests ended: four parts of a whole.
pub(crate) fn outcomes() -> Metric {
    let mut outcomes = metric("outcomes", "How requests for support ended", "people");
    outcomes.dimensions = vec!["outcome".to_owned()];
    let rows = [
        ("Advice and help from the community", "2209"),
        ("Short-term help to recover", "1201"),
        ("Equipment or changes at home", "866"),
        ("Long-term support", "656"),
    ];
    outcomes.values = rows.iter().map(|(name, number)| group(&outcomes, name, number)).collect();
    with_total(outcomes)
}

/// Small counts, two of them hidden.
pub(crate) fn formats() -> Metric {
    let mut formats = metric("formats", "Requests for another format", "people");
    formats.dimensions = vec!["format".to_owned()];
    let rows = [
        ("Large print", "46"),
        ("Easy Read", "31"),
        ("Audio", "12"),
        ("British Sign Language video", "c"),
        ("Braille", "c"),
    ];
    formats.values = rows.iter().map(|(name, number)| group(&formats, name, number)).collect();
    formats
}

/// A metric whose groups have names and numbers as given.
pub(crate) fn groups(id: &str, unit: &str, rows: &[(&str, &str)]) -> Metric {
    let mut metric = metric(id, "A made-up measure", unit);
    metric.dimensions = vec!["group".to_owned()];
    metric.values = rows.iter().map(|(name, number)| group(&metric, name, number)).collect();
    metric
}

/// A metric with one value a month.
pub(crate) fn series(id: &str, unit: &str, numbers: &[&str]) -> Metric {
    let mut metric = metric(id, "A made-up measure", unit);
    metric.grain = Some(Grain::Month);
    metric.values = months(&metric, "2019-11", numbers);
    with_change(metric)
}
