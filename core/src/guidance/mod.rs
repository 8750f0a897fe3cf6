//! Follows a traveller along a route and tells what they must know.
//!
//! What lives here: the [`Course`] (a route or a bare line made ready), the [`Guide`] that steps from state to state
//! with each fix, and what it says in Lithuanian, English and German. What must not: a database, a file, a clock,
//! randomness, a thread. The same fixes give the same output on every platform, to the byte.
//!
//! The way of a fix: [`admission`](self) says whether it can be a position, the [`Judge`] whether it is believed; the follower finds its place on the line; travel knows
//! the direction; off_route, stops and stretches say what is to be told; words says it; next_fix spares the battery.

mod admission;
mod course;
mod event;
mod follower;
mod gaps;
mod guide;
mod heard;
mod hypothesis;
mod judge;
mod movement;
mod naming;
mod next_fix;
mod off_route;
mod pace;
pub mod simulation;
mod state;
mod stops;
mod stretches;
mod travel;
mod turns;
mod update;
mod words;

pub(crate) use admission::ACCURACY_LIMIT;
pub use admission::{Refusal, refusal};
pub use course::{Course, CourseLeg, CourseStage, CourseStop, Waypoint};
pub use event::{Cue, Event};
pub use guide::{FoundAgain, Guide, Settings};
pub use judge::{Judge, Link, Standing, Verdict, judge_ride};
pub use next_fix::NextFix;
pub use off_route::OffRoute;
pub use state::{GuideState, StateError};
pub use travel::{Direction, Progress, StageProgress};
pub use update::{Match, NextStop, Refused, Step, StopAhead, Update};
