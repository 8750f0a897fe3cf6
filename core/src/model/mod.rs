//! What the guide talks about, as plain types: routes, stages, legs, stops, places, fixes, and the texts on them.
//!
//! A value that exists is valid: constructors are the only place that says no, so no room above checks again (a
//! [`Fix`] is the exception: it is what the phone said, and guidance judges it). Nothing here reads or writes files,
//! and nothing follows anybody.

mod base_map;
pub(crate) mod clocks;
mod collection;
mod fix;
mod id;
pub(crate) mod leg;
pub(crate) mod named;
mod phone_number;
mod picture;
mod place;
mod route;
mod stop;
mod text;
mod units;
mod word;

pub use base_map::{BaseFeature, BaseLayer, BaseLayerKind, Shape};
pub use collection::{Attribution, Collection, Emergency, FORMAT, Manifest, is_web_address};
pub use fix::Fix;
pub use id::{BundleId, IdError, PictureId, PlaceId, RouteId, StageId, StopId, TrackId};
pub use leg::{Leg, Mode, Origin};
pub use phone_number::{PhoneNumber, PhoneNumberError};
pub use picture::{Picture, Rendition, Size};
pub use place::{Place, PlaceKind};
pub use route::{Route, RouteError, RouteParts, Stage};
pub use stop::{Category, Stop};
pub use text::{Fact, Language, LanguageError, Text, Unverified};
pub use units::Units;
