//! What the traveller chose, with what holds until they do.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::sealed::{Read, SETTING};
use super::trust::{OWNER, Owner};
use super::underway::{Kept, UNDERWAY};
use super::{Library, LibraryError, Trouble};
use crate::geometry::Metres;
use crate::guidance;
use crate::map::Drawing;
use crate::model::named::named;
use crate::model::{Language, Units};

named!(
    /// How bright the app is.
    Theme {
        /// As the phone is set.
        System = "system",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
);

/// What the traveller chose.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Of texts and cues; `None` follows the phone.
    pub language: Option<Language>,
    /// Of lengths.
    pub units: Units,
    /// Whether cues are spoken.
    pub voice: bool,
    /// How bright the app is.
    pub theme: Theme,
    /// How the map is drawn.
    pub map_style: Drawing,
    /// How many days what was discarded stays in the bin.
    pub bin_days: u32,
    /// How far from the route, beyond what the accuracies explain, the alarm comes: 10 to 500 m.
    pub off_route_alarm: Metres,
    /// How far ahead stops are announced, 50 to 2,000 m; `None` leaves it to the pace.
    pub stop_ahead: Option<Metres>,
}

impl Default for Settings {
    fn default() -> Settings {
        let guidance::Settings { units, off_route_alarm, stop_ahead, .. } =
            guidance::Settings::in_language(Language::EN);
        Settings {
            language: None,
            units,
            voice: true,
            theme: Theme::System,
            map_style: Drawing::Full,
            bin_days: 30,
            off_route_alarm,
            stop_ahead,
        }
    }
}

/// How far from the route the alarm may be set.
const OFF_ROUTE_ALARM: std::ops::RangeInclusive<f64> = 10.0..=500.0;
/// How far ahead stops may be announced.
const STOP_AHEAD: std::ops::RangeInclusive<f64> = 50.0..=2_000.0;
/// How long the bin may keep things.
const BIN_DAYS: std::ops::RangeInclusive<u32> = 1..=3_650;

impl Settings {
    /// What guidance needs to know of them; `phone` is the phone's own language.
    #[must_use]
    pub fn of_guidance(&self, phone: Language) -> guidance::Settings {
        guidance::Settings {
            language: self.language.unwrap_or(phone),
            units: self.units,
            off_route_alarm: self.off_route_alarm,
            stop_ahead: self.stop_ahead,
        }
    }

    /// The settings as names and values, as they are kept.
    pub(super) fn named(&self) -> BTreeMap<&'static str, String> {
        [
            ("language", self.language.map_or("phone".into(), |language| language.to_string())),
            ("units", self.units.name().into()),
            ("voice", if self.voice { "on" } else { "off" }.into()),
            ("theme", self.theme.name().into()),
            ("map-style", self.map_style.name().into()),
            ("bin-days", self.bin_days.to_string()),
            ("off-route-alarm-m", self.off_route_alarm.0.to_string()),
            ("stop-ahead-m", self.stop_ahead.map_or("pace".into(), |ahead| ahead.0.to_string())),
        ]
        .into_iter()
        .collect()
    }

    /// Takes in one setting; what is not known or makes no sense changes nothing and gives `false`.
    pub(super) fn set(&mut self, name: &str, value: &str) -> bool {
        fn put<T>(place: &mut T, value: Option<T>) -> bool {
            value.map(|value| *place = value).is_some()
        }
        let metres = |range: std::ops::RangeInclusive<f64>| {
            value.parse().ok().filter(|metres| range.contains(metres)).map(Metres)
        };
        match name {
            "language" if value == "phone" => put(&mut self.language, Some(None)),
            "language" => put(&mut self.language, Language::new(value).ok().map(Some)),
            "units" => put(&mut self.units, Units::from_name(value)),
            "voice" => {
                put(&mut self.voice, [("on", true), ("off", false)].into_iter().find(|v| v.0 == value).map(|v| v.1))
            }
            "theme" => put(&mut self.theme, Theme::from_name(value)),
            "map-style" => put(&mut self.map_style, Drawing::from_name(value)),
            "bin-days" => put(&mut self.bin_days, value.parse().ok().filter(|days| BIN_DAYS.contains(days))),
            "off-route-alarm-m" => put(&mut self.off_route_alarm, metres(OFF_ROUTE_ALARM)),
            "stop-ahead-m" if value == "pace" => put(&mut self.stop_ahead, Some(None)),
            "stop-ahead-m" => put(&mut self.stop_ahead, metres(STOP_AHEAD).map(Some)),
            _ => false,
        }
    }
}

impl Settings {
    /// Keeps what differs from the default.
    pub(super) fn keep(&self, connection: &Connection) -> Result<(), Trouble> {
        let defaults = Settings::default().named();
        for (name, value) in &self.named() {
            if defaults.get(name) == Some(value) {
                SETTING.remove(connection, "name = ?1", [name])?;
                continue;
            }
            let values = [Value::Text((*name).into()), Value::Text(value.clone())];
            SETTING.upsert(connection, "name = ?1", [name], &values)?;
        }
        Ok(())
    }
}

/// Whether a row among the settings is understood: a setting, also of a name that is not known any more; what is under
/// way; or whose a bundle is.
pub(super) fn understands(row: &[Value]) -> bool {
    match row {
        [Value::Text(name), _] if name == UNDERWAY => Kept::read(row).is_some(),
        [Value::Text(name), _] if name.starts_with(OWNER) => Owner::read(row).is_some(),
        row => matches!(row, [Value::Text(_), Value::Text(_)]),
    }
}

impl Library {
    /// What was chosen, by the names of the settings; what is under way and whose bundles are lies beside them and is
    /// none.
    pub(super) fn chosen(&self) -> Result<BTreeMap<String, String>, LibraryError> {
        let read = |_, values: &[Value]| match values {
            [name, value] => Some((name.text()?.to_owned(), value.text()?.to_owned())),
            _ => None,
        };
        Ok(self
            .rows(&SETTING, "WHERE name <> ?1 AND name NOT GLOB ?2", [UNDERWAY, &format!("{OWNER}*")], read)?
            .into_iter()
            .collect())
    }

    /// What the traveller chose; what was never chosen, or is not known any more, is as it is by default.
    ///
    /// # Errors
    /// When the database is damaged.
    pub fn settings(&self) -> Result<Settings, LibraryError> {
        let mut settings = Settings::default();
        for (name, value) in self.chosen()? {
            settings.set(&name, &value);
        }
        Ok(settings)
    }

    /// Keeps what the traveller chose. Only what differs from the default is written down, so that a better default of
    /// a later version reaches those who never chose.
    ///
    /// # Errors
    /// When a number is out of its range, or the disk is full.
    pub fn choose(&mut self, settings: &Settings) -> Result<(), LibraryError> {
        let mut checked = Settings::default();
        if let Some((name, value)) = settings.named().iter().find(|(name, value)| !checked.set(name, value)) {
            let range = match *name {
                "bin-days" => format!("{} to {} days", BIN_DAYS.start(), BIN_DAYS.end()),
                "off-route-alarm-m" => format!("{} to {} metres", OFF_ROUTE_ALARM.start(), OFF_ROUTE_ALARM.end()),
                _ => format!("{} to {} metres", STOP_AHEAD.start(), STOP_AHEAD.end()),
            };
            return Err(LibraryError::Value(format!("`{value}` does not fit the setting `{name}`; choose {range}")));
        }
        self.change(|transaction| settings.keep(transaction))
    }
}
