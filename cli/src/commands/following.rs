//! Following a ride from fix to fix, counting what happened.

use std::collections::BTreeSet;
use std::mem::discriminant;
use std::time::{Duration, Instant};

use route_guide_core::geometry::Metres;
use route_guide_core::guidance::{Event, Guide, Refused, Step};
use route_guide_core::model::Fix;

use crate::output;

/// What came of a ride.
#[derive(Debug, Default)]
pub struct Summary {
    /// Fixes that were believed.
    pub used: usize,
    /// Fixes that were not, by the kind of reason: the first of each kind and how many there were.
    pub refused: Vec<(Refused, usize)>,
    /// How far along the route the ride went.
    pub travelled: Metres,
    /// Stops that were announced on arrival or abeam, by their number.
    pub stops: BTreeSet<usize>,
    /// Stops passed without being reached.
    pub skipped: usize,
    /// How long the traveller was off the route.
    pub off_route: Duration,
    /// How long guidance took for all fixes together.
    pub cost: Duration,
}

impl Summary {
    /// How long guidance took for a fix.
    pub fn cost_per_fix(&self) -> Duration {
        let fixes = self.used + self.refused_fixes();
        self.cost / u32::try_from(fixes.max(1)).unwrap_or(u32::MAX)
    }

    fn refused_fixes(&self) -> usize {
        self.refused.iter().map(|(_, count)| count).sum()
    }

    /// The summary for people.
    pub fn lines(&self, stops: usize) -> Vec<String> {
        let refused = self.refused_fixes();
        let mut lines = vec![
            format!("fixes          {} used, {refused} refused", self.used),
            format!("reached        {} along the route", output::length(self.travelled)),
            format!("stops          {} of {stops} announced, {} skipped", self.stops.len(), self.skipped),
            format!("off the route  {}", minutes(self.off_route)),
            format!("cost           {:.1} µs a fix", self.cost_per_fix().as_secs_f64() * 1e6),
        ];
        lines.extend(
            self.refused.iter().map(|(first, count)| format!("refused        {count}, the first: {}", first.text)),
        );
        lines
    }
}

fn minutes(time: Duration) -> String {
    format!("{} min {:02} s", time.as_secs() / 60, time.as_secs() % 60)
}

/// Steps through the fixes and shows each step to `each`.
///
/// # Errors
/// Whatever `each` gives.
pub fn follow<E>(
    guide: &Guide,
    fixes: &[Fix],
    mut each: impl FnMut(&Fix, &Step) -> Result<(), E>,
) -> Result<Summary, E> {
    let mut summary = Summary::default();
    let mut state = guide.start();
    let mut last: Option<(i64, bool)> = None;
    for fix in fixes {
        let began = Instant::now();
        let step = guide.step(state, fix);
        summary.cost += began.elapsed();
        summary.take(fix, &step, &mut last);
        each(fix, &step)?;
        state = step.state;
    }
    Ok(summary)
}

impl Summary {
    fn take(&mut self, fix: &Fix, step: &Step, last: &mut Option<(i64, bool)>) {
        let update = match &step.outcome {
            Err(refused) => {
                let kind = discriminant(&refused.reason);
                match self.refused.iter_mut().find(|(first, _)| discriminant(&first.reason) == kind) {
                    Some((_, count)) => *count += 1,
                    None => self.refused.push((refused.clone(), 1)),
                }
                return;
            }
            Ok(update) => update,
        };
        self.used += 1;
        // A fix that is alone shows where the traveller may be; nothing counts on the strength of it.
        if !update.confirmed {
            return;
        }
        self.travelled = self.travelled.max(update.progress.travelled);
        let off = update.off_route.is_some();
        if let Some((before, true)) = *last {
            self.off_route += Duration::from_millis(u64::try_from(fix.time_ms - before).unwrap_or(0));
        }
        *last = Some((fix.time_ms, off));
        for cue in &update.cues {
            match cue.event {
                Event::Arrived { stop, .. } | Event::InView { stop, .. } => {
                    self.stops.insert(stop);
                }
                Event::Skipped { .. } => self.skipped += 1,
                _ => {}
            }
        }
    }
}
