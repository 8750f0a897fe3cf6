//! A guide that keeps nothing but its place: for trying a route at home.

use std::sync::Arc;

use route_guide_core::errors::Complaint;
use route_guide_core::guidance::{self, Course, GuideState};
use route_guide_core::model;

use crate::border::{Answer, Held};
use crate::phone::Phone;
use crate::records::{Fix, Step};

/// Follows a traveller along a route and remembers where they are, until it is closed. A [`Journey`](crate::Journey)
/// does the same and keeps all of it in the library.
#[derive(uniffi::Object)]
pub struct Guide {
    under_way: Held<UnderWay>,
    phone: Arc<Phone>,
}

struct UnderWay {
    guide: guidance::Guide,
    state: GuideState,
}

impl Guide {
    pub(crate) fn new(course: Course, settings: guidance::Settings, phone: Arc<Phone>) -> Arc<Guide> {
        let guide = guidance::Guide::new(course, settings);
        let state = guide.start();
        Arc::new(Guide { under_way: Held::new("guide", UnderWay { guide, state }), phone })
    }
}

#[uniffi::export]
impl Guide {
    /// Takes the next fix and tells what changed. A refused fix leaves the traveller where they were; the state remembers it,
    /// and believes it when others agree with it.
    pub fn step(&self, fix: Fix) -> Answer<Step> {
        self.under_way.change(self.phone.language(), |under_way| {
            let fix = model::Fix::from(fix);
            let guidance::Step { state, outcome, next_fix } = under_way.guide.step(under_way.state.clone(), &fix);
            under_way.state = state;
            Ok(Step::of(outcome, next_fix, under_way.guide.course()))
        })
    }

    /// Where guidance is, as at most 4,096 bytes.
    pub fn state(&self) -> Answer<Vec<u8>> {
        self.under_way.ask(self.phone.language(), |under_way| Ok(under_way.state.to_bytes()))
    }

    /// Goes on exactly from such bytes.
    pub fn restore(&self, state: Vec<u8>) -> Answer<()> {
        let language = self.phone.language();
        self.under_way.change(language, |under_way| {
            let wrong = |wrong: guidance::StateError| Complaint::of_argument("state", &wrong.to_string(), language);
            under_way.state = under_way.guide.restore(&state).map_err(wrong)?;
            Ok(())
        })
    }

    /// Ends it. From then on every call says so.
    pub fn close(&self) -> Answer<()> {
        self.under_way.close(self.phone.language())
    }
}
