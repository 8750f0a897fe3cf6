//! How exact a line is, for those who must know whether it can be followed.

use super::{Measures, NOTHING};
use crate::model::Origin;

/// A line of which less than this only joins the stops follows the map: how nearly the way, a share does not tell.
const HARDLY: f64 = 0.01;
/// One of which less than this does, mostly follows it.
const MOSTLY: f64 = 0.25;

impl Measures {
    /// How exact the line of a route is, by the share of it that only joins the stops.
    #[must_use]
    pub fn exactness(&self, indicative_share: f64) -> String {
        let line = match indicative_share {
            share if !share.is_finite() => return NOTHING.to_owned(),
            share if share < HARDLY => "follows",
            share if share < MOSTLY => "mostly",
            share if share <= 1.0 - HARDLY => "partly",
            _ => "joins",
        };
        self.say("exactness", [("line", line.into())])
    }

    /// Where the line of a leg comes from, in a sentence.
    #[must_use]
    pub fn origin(&self, origin: Origin) -> String {
        self.say("origin", [("origin", origin.name().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, Units};

    #[test]
    fn a_line_is_never_called_more_exact_than_it_is() {
        let told = |share| Measures::new(Language::EN, Units::Metric).exactness(share);
        assert_eq!([-1.0, 0.0, 0.009].map(told), ["The line follows the map"; 3]);
        assert_eq!([0.01, 0.2].map(told), ["The line mostly follows the map"; 2]);
        assert_eq!([0.25, 0.5, 0.99].map(told), ["The line partly only joins the stops"; 3]);
        assert_eq!([0.995, 1.0, 7.0].map(told), ["The line only joins the stops"; 3]);
        assert_eq!(told(f64::NAN), "–");
    }
}
