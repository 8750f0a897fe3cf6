//! About which stops the traveller has heard on this journey. Whoever comes by one again, on an out-and-back or in a
//! second round, is told where they are and not once more what there is to know.

/// As many are remembered, those met last, so that what is remembered does not grow with the number of stops.
pub(super) const MOST: usize = 128;

/// The numbers of stops in the course, the one met last at the end.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Heard(Vec<u32>);

impl Heard {
    /// What was remembered: no more than [`MOST`].
    pub(super) fn of(stops: Vec<u32>) -> Heard {
        Heard(stops)
    }

    pub(super) fn stops(&self) -> &[u32] {
        &self.0
    }

    /// Takes note that the traveller hears about a stop; tells whether they had before.
    pub(super) fn note(&mut self, stop: u32) -> bool {
        let before = self.0.iter().position(|known| *known == stop);
        match before {
            Some(place) => drop(self.0.remove(place)),
            None if self.0.len() >= MOST => drop(self.0.remove(0)),
            None => {}
        }
        self.0.push(stop);
        before.is_some()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_stop_is_news_once_while_no_more_are_met_than_are_remembered(met in prop::collection::vec(0_u32..MOST as u32, 0..600)) {
            let mut heard = Heard::default();
            for (at, stop) in met.iter().enumerate() {
                prop_assert_eq!(heard.note(*stop), met[..at].contains(stop));
                prop_assert!(heard.stops().len() <= MOST);
            }
        }

        #[test]
        fn what_was_met_last_is_remembered_however_many_there_are(met in prop::collection::vec(any::<u32>(), 1..600)) {
            let mut heard = Heard::default();
            for stop in &met {
                heard.note(*stop);
            }
            prop_assert!(heard.stops().len() <= MOST);
            prop_assert!(met.iter().rev().take(MOST).all(|stop| heard.stops().contains(stop)));
        }
    }
}
