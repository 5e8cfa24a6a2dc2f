//! Inline figures: `{{ metric.member | format }}`.
//!
//! In: the metrics and a figure as typed. Out: its text, or a finding that names the nearest metric, member or format.
//! Members: keys and groups as slugs, `first`, `latest`, `total`, `total.GROUP`, `n`, `share.KEY`, `change.…`; a value's own `.period`, `.n`,
//! `.numerator`, `.denominator`, `.lower`, `.upper`. Of a process `mean`, `upper`, `lower` are those of the last limits, and
//! there is `target`. The size of a change is printed without a sign: the sentence says which way it went.
//! Not here: HTML.

mod askable;

use self::askable::{askable, fault, members, no_metric};
use super::display::{Style, bounded, percent, period, plain};
use crate::diag::{Diagnostic, Place};
use crate::model::document::InlineFigure;
use crate::model::footing::Refusal;
use crate::model::metric::{Change, Direction, Metric, Metrics, Observation};
use crate::model::quantity::{Bound, Decimal, Unit};
use crate::model::slug::{nearest, slug};
use crate::model::strings::Strings;

/// Format words.
const FORMATS: [&str; 4] = ["short", "full", "words", "plain"];
/// Members of `change`.
const CHANGES: [&str; 4] = ["difference", "percent", "points", "direction"];
/// Members of a process.
const OF_PROCESS: [&str; 4] = ["mean", "upper", "lower", "target"];
/// Members of a single value.
const OF_VALUE: [&str; 6] = ["period", "n", "numerator", "denominator", "lower", "upper"];

/// The text of an inline figure.
pub fn lookup(metrics: &Metrics, strings: &Strings, figure: &InlineFigure) -> Result<String, Box<Diagnostic>> {
    let Some(metric) = metrics.get(&figure.metric) else { return Err(no_metric(metrics, figure)) };
    of_metric(metric, strings, figure)
}

/// The text of an inline figure of a metric.
pub(super) fn of_metric(metric: &Metric, strings: &Strings, figure: &InlineFigure) -> Result<String, Box<Diagnostic>> {
    if figure.member.is_empty() {
        let message = format!("`{}` names a metric and none of its figures", metric.id);
        return Err(fault("figure-member-missing", message, figure, askable(metric)));
    }
    if let Some(format) = figure.format.as_deref().filter(|format| !FORMATS.contains(format)) {
        let help = match nearest(format, FORMATS) {
            Some(near) => format!("write `| {near}`"),
            None => format!("use one of: {}", FORMATS.join(", ")),
        };
        return Err(fault("figure-format-unknown", format!("`{format}` is not a format"), figure, help));
    }
    let finder = Finder { metric, strings, figure };
    finder.shown()?.text(finder)
}

/// A value by its key, `first` or `latest`. Dots and hyphens between groups and periods count alike.
pub(super) fn value<'m>(metric: &'m Metric, key: &str) -> Option<&'m Observation> {
    let values = &metric.values;
    let told = |value: &&Observation| value.value.is_some() || value.suppressed;
    let by_key = |key: &str| values.iter().find(|value| value.key == key);
    by_key(key).or_else(|| match key {
        "first" => values.iter().find(told).or(values.first()),
        "latest" => values.iter().rfind(told).or(values.last()),
        _ if key.contains('.') => by_key(&key.replace('.', "-")),
        _ => None,
    })
}

/// The number behind an inline figure.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Unrounded; the size of a change has no sign.
    pub(super) value: Decimal,
    pub(super) unit: Unit,
    pub(super) decimals: u32,
    pub(super) bound: Bound,
    /// As a person sees it.
    pub(super) display: String,
}

/// The number behind an inline figure, where it is one and may be shown.
pub(super) fn number(metrics: &Metrics, strings: &Strings, figure: &InlineFigure) -> Option<Number> {
    let metric = metrics.get(&figure.metric)?;
    match (Finder { metric, strings, figure }).shown().ok()? {
        Shown::Number { value, unit, decimals, bound, display, .. } => {
            Some(Number { value, unit, decimals, bound, display })
        }
        Shown::Words(..) | Shown::Mark(_) => None,
    }
}

#[derive(Clone, Copy)]
struct Finder<'m> {
    metric: &'m Metric,
    strings: &'m Strings,
    figure: &'m InlineFigure,
}

/// What a member stands for.
enum Shown {
    /// A number.
    Number { value: Decimal, unit: Unit, decimals: u32, bound: Bound, words: Option<String>, display: String },
    /// Words, long and short.
    Words(String, String),
    /// Nothing known: `[c]`, `[x]`.
    Mark(String),
}

impl<'m> Finder<'m> {
    fn shown(self) -> Result<Shown, Box<Diagnostic>> {
        let member = self.figure.member.as_str();
        if let Some(value) = self.value(member) {
            return Ok(self.of_value(value));
        }
        match member.rsplit_once('.') {
            Some(("change", part)) => self.change(part),
            Some(("share", key)) => self.share(key),
            Some(("total", group)) if !OF_VALUE.contains(&group) => self.margin(group),
            Some((key, part)) if OF_VALUE.contains(&part) => match self.value(key) {
                Some(value) => self.part(value, part),
                None if key == "total" && part == "period" => self.covers(),
                None => Err(self.unknown()),
            },
            _ if member == "total" => self.total(),
            _ if self.metric.spc.is_some() && OF_PROCESS.contains(&member) => self.of_process(member),
            _ if self.is_of_latest(member) => match self.value("latest") {
                Some(value) => self.part(value, member),
                None => Err(self.unknown()),
            },
            _ if member == "n" => {
                let known = self.metric.values.iter().filter(|value| value.value.is_some()).count();
                Ok(self.count(Decimal::from(known)))
            }
            _ => Err(self.unknown()),
        }
    }

    /// Whether a member of the metric is that of its latest value, because its values carry one.
    fn is_of_latest(self, member: &str) -> bool {
        let carries = |test: fn(&Observation) -> bool| self.metric.values.iter().any(test);
        match member {
            "n" => carries(|value| value.carried.n.is_some()),
            "lower" | "upper" => carries(|value| value.carried.lower.is_some()),
            _ => false,
        }
    }

    fn value(self, key: &str) -> Option<&'m Observation> {
        value(self.metric, key)
    }

    fn of_value(self, value: &Observation) -> Shown {
        match &value.value {
            None => Shown::Mark(value.display.clone()),
            Some(quantity) => Shown::Number {
                value: quantity.value,
                unit: self.metric.unit.clone(),
                decimals: self.metric.decimals,
                bound: quantity.bound,
                words: quantity.words.clone(),
                display: value.display.clone(),
            },
        }
    }

    fn part(self, value: &Observation, part: &str) -> Result<Shown, Box<Diagnostic>> {
        let number = match part {
            "period" => {
                let Some(typed) = &value.period else { return self.covers() };
                let (long, short) = period(typed, self.strings);
                return Ok(Shown::Words(long, short));
            }
            "numerator" => value.numerator,
            "lower" | "upper" => return self.end(value, part),
            "n" => value.carried.n.or(value.denominator),
            _ => value.denominator,
        };
        match number {
            Some(number) => Ok(self.count(number)),
            None if value.suppressed => Ok(Shown::Mark(value.display.clone())),
            None => Err(self.absent("the value is not made from a numerator and a denominator")),
        }
    }

    /// The mean, a limit or the target of a process; the limits are those that hold now.
    fn of_process(self, member: &str) -> Result<Shown, Box<Diagnostic>> {
        let spc = self.metric.spc.as_ref();
        let group = spc.and_then(|spc| spc.groups.last());
        let number = match member {
            "mean" => group.and_then(|group| group.mean.as_ref()),
            "upper" => group.and_then(|group| group.upper.as_ref()),
            "lower" => group.and_then(|group| group.lower.as_ref()),
            _ => spc.and_then(|spc| spc.target.as_ref()),
        };
        let number = number.ok_or_else(|| match member {
            "target" => self.absent("the note names no target"),
            _ => self.absent("its points are too few or too much alike for limits"),
        })?;
        let places = number.display.split_once('.').map_or(0, |(_, rest)| rest.matches(char::is_numeric).count());
        Ok(Shown::Number {
            value: number.value,
            unit: self.metric.unit.clone(),
            decimals: u32::try_from(places).unwrap_or(self.metric.decimals),
            bound: Bound::Exact,
            words: None,
            display: number.display.clone(),
        })
    }

    /// One end of a confidence interval.
    fn end(self, value: &Observation, part: &str) -> Result<Shown, Box<Diagnostic>> {
        let carried = &value.carried;
        let end = if part == "lower" { carried.lower } else { carried.upper };
        let words = carried.bounds_display.as_ref().map(|(lower, upper)| if part == "lower" { lower } else { upper });
        match end.zip(words) {
            Some((value, display)) => Ok(Shown::Number {
                value,
                unit: self.metric.unit.clone(),
                decimals: self.metric.decimals,
                bound: Bound::Exact,
                words: None,
                display: display.clone(),
            }),
            None if value.suppressed => Ok(Shown::Mark(value.display.clone())),
            None => Err(self.absent("the value has no confidence interval")),
        }
    }

    fn covers(self) -> Result<Shown, Box<Diagnostic>> {
        let covers = self.metric.covers.clone().ok_or_else(|| self.absent("the note names no period for it"))?;
        Ok(Shown::Words(covers.clone(), covers))
    }

    fn total(self) -> Result<Shown, Box<Diagnostic>> {
        let total = self.metric.total.as_ref().ok_or_else(|| self.absent("the metric has no total"))?;
        let Some(value) = total.value else { return Ok(Shown::Mark(total.display.clone())) };
        Ok(Shown::Number {
            value,
            unit: self.metric.unit.clone(),
            decimals: self.metric.decimals,
            bound: Bound::Exact,
            words: None,
            display: total.display.clone(),
        })
    }

    /// The total of a group of a table of two dimensions.
    fn margin(self, group: &str) -> Result<Shown, Box<Diagnostic>> {
        let margin = self.metric.margins.iter().find(|margin| slug(&margin.group) == group);
        let margin = margin.ok_or_else(|| self.unknown())?;
        let Some(value) = margin.value else { return Ok(Shown::Mark(margin.display.clone())) };
        Ok(Shown::Number {
            value,
            unit: self.metric.unit.clone(),
            decimals: self.metric.decimals,
            bound: Bound::Exact,
            words: None,
            display: margin.display.clone(),
        })
    }

    fn share(self, key: &str) -> Result<Shown, Box<Diagnostic>> {
        let value = self.value(key).ok_or_else(|| self.unknown())?;
        match (&value.share, &value.share_display) {
            (Some(share), Some(display)) => {
                let bound = value.value.as_ref().map_or(Bound::Exact, |quantity| quantity.bound);
                Ok(Shown::Number {
                    value: *share,
                    unit: Unit::Percent,
                    decimals: 1,
                    bound,
                    words: None,
                    display: display.clone(),
                })
            }
            _ if value.suppressed => Ok(Shown::Mark(value.display.clone())),
            _ => Err(self.absent("there is no total to take a share of")),
        }
    }

    fn change(self, part: &str) -> Result<Shown, Box<Diagnostic>> {
        if !CHANGES.contains(&part) {
            return Err(self.unknown());
        }
        if let Some(refusal) = &self.metric.footing.refusal {
            return Err(self.refused(refusal));
        }
        let Some(change) = &self.metric.change else {
            return match self.metric.values.iter().find(|value| value.suppressed) {
                Some(hidden) => Ok(Shown::Mark(hidden.display.clone())),
                None => Err(self.absent("there are no two values that can be compared")),
            };
        };
        let bound = [change.from, change.to]
            .into_iter()
            .filter_map(|at| self.metric.values.get(at)?.value.as_ref())
            .map(|quantity| quantity.bound)
            .find(|bound| *bound != Bound::Exact)
            .unwrap_or(Bound::Exact);
        match part {
            "direction" => {
                let words = self.strings.text(direction(change)).to_owned();
                Ok(Shown::Words(words.clone(), words))
            }
            "percent" => {
                let size =
                    change.percent.ok_or_else(|| self.absent("a base of 0 or below has no percentage change"))?.abs();
                let display = change.percent_display.clone().unwrap_or_else(|| percent(size));
                Ok(Shown::Number { value: size, unit: Unit::Percent, decimals: 1, bound, words: None, display })
            }
            "points" if change.points.is_none() => Err(self.absent("only percentages change by percentage points")),
            _ => {
                // A difference of percentages is in points, never in percent.
                let unit = if change.points.is_some() { Unit::Ratio } else { self.metric.unit.clone() };
                let display = change.difference_display.clone();
                let value = change.difference.abs();
                Ok(Shown::Number { value, unit, decimals: self.metric.decimals, bound, words: None, display })
            }
        }
    }

    fn refused(self, refusal: &Refusal) -> Box<Diagnostic> {
        let message = format!("`{}.{}` compares what cannot be compared", self.metric.id, self.figure.member);
        let finding = fault("change-refused", message, self.figure, askable(self.metric));
        Box::new(match refusal {
            Refusal::Break(found) => finding
                .label(format!("the series breaks on {}", found.date))
                .also(Place::File(self.metric.file), format!("`breaks:` says: {}", found.reason)),
            Refusal::Populations(a, b) => finding
                .label("the values count different people")
                .also(Place::File(self.metric.file), format!("`{a}`, then `{b}`")),
        })
    }

    fn count(self, value: Decimal) -> Shown {
        let unit = Unit::Ratio;
        let decimals = value.normalize().scale();
        let display = Style { unit: &unit, decimals, strings: self.strings }.number(value);
        Shown::Number { value, unit, decimals, bound: Bound::Exact, words: None, display }
    }

    fn unknown(self) -> Box<Diagnostic> {
        let member = self.figure.member.as_str();
        let known = members(self.metric);
        let help = match nearest(member, known.iter().map(String::as_str)) {
            Some(near) => format!("write `{{{{ {}.{near} }}}}`", self.metric.id),
            None => askable(self.metric),
        };
        let message = format!("`{}` has no figure `{member}`", self.metric.id);
        fault("figure-member-unknown", message, self.figure, help)
    }

    fn absent(self, why: &str) -> Box<Diagnostic> {
        let message = format!("`{}.{}` has no value: {why}", self.metric.id, self.figure.member);
        fault("figure-member-unknown", message, self.figure, askable(self.metric))
    }
}

impl Shown {
    fn text(self, finder: Finder<'_>) -> Result<String, Box<Diagnostic>> {
        let format = finder.figure.format.as_deref();
        let Self::Number { value, unit, decimals, bound, words, display } = self else {
            return match (self, format) {
                (Self::Mark(mark), _) => Ok(mark),
                (Self::Words(_, short), Some("short")) => Ok(short),
                (Self::Words(long, _), None | Some("full" | "words")) => Ok(long),
                _ => Err(finder.unfit("words have no digits to print")),
            };
        };
        let style = Style { unit: &unit, decimals, strings: finder.strings };
        match format {
            Some("short") if unit != Unit::Ratio => Ok(bounded(&style.short(value), bound, finder.strings)),
            Some("plain") => Ok(bounded(&plain(value, decimals), bound, finder.strings)),
            Some("words") => match words {
                Some(words) => Ok(bounded(&words, bound, finder.strings)),
                None => Err(finder.unfit("the note gives no words for it")),
            },
            _ => Ok(display),
        }
    }
}

impl Finder<'_> {
    fn unfit(self, why: &str) -> Box<Diagnostic> {
        let format = self.figure.format.as_deref().unwrap_or_default();
        let message = format!("`{}.{}` cannot be printed as `{format}`: {why}", self.metric.id, self.figure.member);
        let help = format!(
            "write `{{{{ {}.{} }}}}`, or add `words:` to the value in the note",
            self.metric.id, self.figure.member
        );
        fault("figure-format-unfit", message, self.figure, help)
    }
}

fn direction(change: &Change) -> &'static str {
    match change.direction {
        Direction::Improvement => "figure_words.direction.improvement",
        Direction::Concern => "figure_words.direction.concern",
        Direction::High => "figure_words.direction.high",
        Direction::Low => "figure_words.direction.low",
        Direction::Same => "figure_words.direction.same",
    }
}
