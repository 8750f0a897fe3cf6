//! Places that can be searched and lie on no route.

use super::named::named;
use super::{PlaceId, Text, Unverified};
use crate::geometry::{Metres, Point};

named!(
    /// What kind of place it is.
    PlaceKind {
        /// Where ferries and passenger boats land.
        FerryPier = "ferry-pier",
        /// A tourist information centre.
        InformationCentre = "information-centre",
        /// A city.
        City = "city",
        /// A town.
        Town = "town",
        /// A town of the lower status, in Lithuania a *miestelis*.
        SmallTown = "small-town",
        /// A village.
        Village = "village",
        /// A part of a city or resort.
        District = "district",
    }
);

/// A named settlement, ferry pier or information centre.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Unique in its bundle.
    pub id: PlaceId,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Where it is.
    pub position: Point,
    /// The real place lies within this distance of the position.
    pub accuracy: Metres,
    /// Where the position comes from.
    pub position_source: String,
    /// What nobody has checked yet.
    pub unverified: Vec<Unverified>,
    /// Its name.
    pub name: Text,
    /// What it used to be called, where travellers may still look for that.
    pub former_name: Text,
    /// Who may use it, for a ferry pier.
    pub usage: Text,
    /// Street and town.
    pub address: Option<String>,
    /// A telephone number with its country code.
    pub phone: Option<String>,
    /// A mobile number with its country code.
    pub mobile: Option<String>,
    /// Where this was learnt.
    pub source: Option<String>,
}
