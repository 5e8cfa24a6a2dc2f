//! What a process shows, in sentences made from its limits and signals.
//!
//! In: a metric with statistical process control. Out: mean and limits of each group, every signal with its dates while
//! they are few, the latest point, what the target says, gaps, breaks in the series. Not here: any cause.

use crate::model::metric::{Better, Metric, Observation};
use crate::model::spc::{Assurance, Spc, SpcGroup, SpcRule, Variation};
use crate::model::strings::Strings;
use crate::model::wording::amount;

use super::breaks::words;

/// More signals than this are counted, and the latest told.
const MOST: usize = 5;

/// The sentences.
pub fn describe(metric: &Metric, strings: &Strings) -> Vec<String> {
    let Some(spc) = &metric.spc else { return Vec::new() };
    let teller = Teller { metric, spc, strings };
    let mut said = Vec::new();
    for group in spc.groups.iter().filter(|group| group.known > 0) {
        said.extend(teller.group(group));
    }
    said.extend(teller.signals());
    said.extend(teller.latest());
    said.extend(teller.target());
    said.extend(teller.missing());
    said.extend(teller.breaks());
    said
}

/// Points in a row for which one rule holds one way.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Signal {
    rule: SpcRule,
    is_up: bool,
    first: usize,
    last: usize,
    points: usize,
}

#[derive(Clone, Copy)]
struct Teller<'m> {
    metric: &'m Metric,
    spc: &'m Spc,
    strings: &'m Strings,
}

impl Teller<'_> {
    fn label(&self, at: usize) -> &str {
        self.metric.values.get(at).map(|value| value.label.as_str()).unwrap_or_default()
    }

    fn group(&self, group: &SpcGroup) -> Vec<String> {
        let mut said = Vec::new();
        let Some(mean) = &group.mean else { return said };
        let mean = amount(&mean.display, &self.metric.unit, self.strings);
        let places = [("mean", mean.as_str()), ("period", self.label(group.first))];
        let later = match group.first {
            0 if self.spc.groups.len() > 1 => "-first",
            0 => "",
            _ => "-from",
        };
        said.push(self.strings.fill(&format!("spc.words.mean{later}"), &places));
        match (&group.lower, &group.upper) {
            (Some(lower), Some(upper)) => {
                let below = lower.value.is_sign_negative() && self.never_negative();
                let key = if below { "spc.words.limits-below" } else { "spc.words.limits" };
                said.push(self.strings.fill(key, &[("lower", &lower.display), ("upper", &upper.display)]));
            }
            _ if group.is_flat => said.push(self.strings.text("spc.words.flat").to_owned()),
            _ => said.push(self.strings.text("spc.words.no-limits").to_owned()),
        }
        said
    }

    fn never_negative(&self) -> bool {
        let values = self.metric.values.iter().filter_map(|value| value.value.as_ref());
        values.map(|quantity| quantity.value).all(|value| value.is_zero() || value.is_sign_positive())
    }

    fn signals(&self) -> Vec<String> {
        let signals = self.found();
        if signals.is_empty() {
            return vec![self.strings.text("spc.words.none").to_owned()];
        }
        let mut said = Vec::new();
        let skipped = signals.len().saturating_sub(MOST);
        if skipped > 0 {
            said.push(
                self.strings.fill("spc.words.many", &[("n", &signals.len().to_string()), ("told", &MOST.to_string())]),
            );
        }
        said.extend(signals.iter().skip(skipped).map(|signal| self.signal(*signal)));
        said
    }

    fn signal(&self, signal: Signal) -> String {
        let way = if signal.is_up { "up" } else { "down" };
        let rule = match signal.rule {
            SpcRule::BeyondLimits if signal.points > 1 => "beyond-several",
            SpcRule::BeyondLimits => "beyond",
            SpcRule::Trend => "trend",
            SpcRule::TwoOfThree => "two",
            SpcRule::Shift => "shift",
        };
        let value = self.metric.values.get(signal.first).map(|value| value.display.as_str()).unwrap_or_default();
        let (judgement, points) = (self.judgement(signal.is_up), signal.points.to_string());
        let places = [
            ("value", value),
            ("n", points.as_str()),
            ("first", self.label(signal.first)),
            ("last", self.label(signal.last)),
            ("judgement", judgement),
        ];
        self.strings.fill(&format!("spc.signal.{rule}-{way}"), &places)
    }

    fn judgement(&self, is_up: bool) -> &str {
        match (self.metric.better, is_up) {
            (Better::Neither, _) => self.strings.text("spc.judgement.neutral"),
            (Better::Higher, true) | (Better::Lower, false) => self.strings.text("spc.judgement.improvement"),
            (Better::Higher, false) | (Better::Lower, true) => self.strings.text("spc.judgement.concern"),
        }
    }

    /// Every signal in order of its first point.
    fn found(&self) -> Vec<Signal> {
        let mut found: Vec<Signal> = Vec::new();
        for rule in [SpcRule::BeyondLimits, SpcRule::Trend, SpcRule::TwoOfThree, SpcRule::Shift] {
            let mut open: Option<Signal> = None;
            for at in 0..self.spc.points.len() {
                let Some(is_up) = self.way(rule, at) else { continue };
                let apart = if rule == SpcRule::TwoOfThree { 2 } else { 1 };
                let one_group = |from: usize| {
                    let first = |at: usize| self.spc.group_of(at).map(|group| group.first);
                    first(from) == first(at)
                };
                match &mut open {
                    Some(signal) if signal.is_up == is_up && at - signal.last <= apart && one_group(signal.first) => {
                        signal.last = at;
                        signal.points += 1;
                    }
                    _ => found.extend(open.replace(Signal { rule, is_up, first: at, last: at, points: 1 })),
                }
            }
            found.extend(open);
        }
        found.sort_by_key(|signal| (signal.first, signal.rule));
        found
    }

    /// Whether a rule that holds at a point holds upwards.
    fn way(&self, rule: SpcRule, at: usize) -> Option<bool> {
        let point = self.spc.points.get(at).filter(|point| point.rules.contains(&rule))?;
        if point.rules.first() == Some(&rule) {
            return Some(point.is_up);
        }
        let value = |at: usize| self.metric.values.get(at)?.value.as_ref().map(|quantity| quantity.value);
        if rule == SpcRule::Trend {
            let next = value(at + 1).filter(|next| self.holds(rule, at + 1) && Some(*next) != value(at));
            let before = at.checked_sub(1).and_then(value);
            let step = if next.is_some() { value(at).zip(next) } else { before.zip(value(at)) };
            return step.map(|(earlier, later)| later > earlier);
        }
        value(at).zip(self.spc.group_of(at)?.mean.as_ref()).map(|(value, mean)| value > mean.value)
    }

    fn holds(&self, rule: SpcRule, at: usize) -> bool {
        self.spc.points.get(at).is_some_and(|point| point.rules.contains(&rule))
    }

    fn latest(&self) -> Option<String> {
        let latest: &Observation = self.metric.values.iter().rfind(|value| value.value.is_some())?;
        let key = match self.spc.variation {
            Variation::CommonCause => "spc.latest.common",
            Variation::ImprovementHigh | Variation::ImprovementLow => "spc.latest.improvement",
            Variation::ConcernHigh | Variation::ConcernLow => "spc.latest.concern",
            Variation::NeutralHigh => "spc.latest.high",
            Variation::NeutralLow => "spc.latest.low",
        };
        let value = amount(&latest.display, &self.metric.unit, self.strings);
        Some(self.strings.fill(key, &[("value", &value), ("period", &latest.label)]))
    }

    fn target(&self) -> Option<String> {
        let target = self.spc.target.as_ref()?;
        let key = match self.spc.assurance {
            Some(Assurance::Pass) => "spc.words.pass",
            Some(Assurance::Fail) => "spc.words.fail",
            Some(Assurance::HitAndMiss) => "spc.words.hit-and-miss",
            None => "spc.words.target",
        };
        Some(self.strings.fill(key, &[("target", &target.display)]))
    }

    fn breaks(&self) -> Vec<String> {
        let days = || self.metric.values.iter().filter_map(|value| value.period.as_ref()?.days);
        let Some((first, last)) = days().next().zip(days().next_back()) else { return Vec::new() };
        let footing = &self.metric.footing;
        let within = footing.breaks.iter().filter(|found| first.0 < found.date && found.date <= last.1);
        let mut said: Vec<String> = within.map(|found| words(found, self.strings)).collect();
        if !said.is_empty() {
            said.push(self.strings.text("chart.break.not-compared").to_owned());
        }
        said
    }

    fn missing(&self) -> Option<String> {
        let missing: Vec<&Observation> = self.metric.values.iter().filter(|value| value.value.is_none()).collect();
        match missing.as_slice() {
            [] => None,
            [one] => Some(self.strings.fill("chart.line.missing-one", &[("period", &one.label)])),
            many => Some(self.strings.count("chart.line.missing", many.len())),
        }
    }
}
