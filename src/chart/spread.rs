//! Room for labels: moving those in a row apart, and finding free places around a point.
//!
//! In: where labels want to be and how large they are. Out: places in which none overlaps another.
//! Not here: what the labels say.

use super::canvas::Point;

/// A rectangle that a label or shape takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Area {
    /// Whether two areas share more than an edge.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether an area lies wholly in this one.
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }

    /// Whether the straight line between two points passes through.
    pub fn is_crossed(&self, from: Point, to: Point) -> bool {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides = [
            (from.x - to.x, from.x - self.left),
            (to.x - from.x, self.right - from.x),
            (from.y - to.y, from.y - self.top),
            (to.y - from.y, self.bottom - from.y),
        ];
        for (run, room) in sides {
            if run == 0.0 {
                if room < 0.0 {
                    return false;
                }
                continue;
            }
            let at = room / run;
            if run < 0.0 { enter = enter.max(at) } else { leave = leave.min(at) }
        }
        enter <= leave
    }
}

/// Starts of labels along a line, in order, so that each is as near as can be to where it wants to start.
///
/// Labels that would overlap are moved apart together; all stay between `from` and `to` if there is room for all.
pub fn spread(wanted: &[(f64, f64)], from: f64, to: f64) -> Vec<f64> {
    // With what stands before each label taken away, the starts must only not fall: pool those that do.
    let mut pools: Vec<(f64, usize)> = Vec::new();
    let mut before = 0.0;
    for (start, size) in wanted {
        pools.push((start - before, 1));
        before += size;
        while let [.., (first, many), (second, more)] = pools.as_slice() {
            if first <= second {
                break;
            }
            let all = many + more;
            let mean = (first * share(*many) + second * share(*more)) / share(all);
            pools.truncate(pools.len() - 2);
            pools.push((mean, all));
        }
    }
    let last = (to - before).max(from);
    let mut starts = Vec::with_capacity(wanted.len());
    let mut sizes = wanted.iter().map(|(_, size)| *size);
    let mut offset = 0.0;
    for (start, many) in pools {
        for _ in 0..many {
            starts.push(start.clamp(from, last) + offset);
            offset += sizes.next().unwrap_or_default();
        }
    }
    starts
}

fn share(many: usize) -> f64 {
    super::scale::count(many)
}

#[cfg(test)]
mod tests {
    use super::{Area, Point, spread};

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        assert_eq!(spread(&[(0.0, 10.0), (50.0, 10.0)], 0.0, 100.0), [0.0, 50.0]);
    }

    #[test]
    fn labels_without_room_move_apart_evenly_and_stay_inside() {
        assert_eq!(spread(&[(50.0, 10.0), (50.0, 10.0)], 0.0, 100.0), [45.0, 55.0]);
        assert_eq!(spread(&[(95.0, 10.0), (95.0, 10.0)], 0.0, 100.0), [80.0, 90.0]);
    }

    #[test]
    fn a_line_through_a_label_is_seen() {
        let area = Area { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };
        assert!(area.is_crossed(Point { x: 0.0, y: 0.0 }, Point { x: 30.0, y: 30.0 }));
        assert!(!area.is_crossed(Point { x: 0.0, y: 30.0 }, Point { x: 30.0, y: 30.0 }));
    }
}
