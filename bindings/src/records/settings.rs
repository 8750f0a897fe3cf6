//! What the traveller chose.

use route_guide_core::errors::Complaint;
use route_guide_core::geometry::Metres;
use route_guide_core::library;
use route_guide_core::model::{Language, LanguageError};

use super::{MapDrawing, Theme, Units};
use crate::border::Answer;

/// What the traveller chose.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct TravellerSettings {
    /// Of texts and cues, as a code such as `lt`; without one the phone's.
    pub language: Option<String>,
    /// Of lengths.
    pub units: Units,
    /// Whether cues are spoken.
    pub voice: bool,
    /// How bright the app is.
    pub theme: Theme,
    /// How the map is drawn.
    pub map_style: MapDrawing,
    /// How many days what was discarded stays in the bin.
    pub bin_days: u32,
    /// How far from the route, beyond what the accuracies explain, the alarm comes: 10 to 500 m.
    pub off_route_alarm_m: f64,
    /// How far ahead stops are announced, 50 to 2,000 m; without it, by the pace.
    pub stop_ahead_m: Option<f64>,
}

impl From<library::Settings> for TravellerSettings {
    fn from(settings: library::Settings) -> TravellerSettings {
        let library::Settings { language, units, voice, theme, map_style, bin_days, off_route_alarm, stop_ahead } =
            settings;
        TravellerSettings {
            language: language.map(|language| language.to_string()),
            units,
            voice,
            theme,
            map_style,
            bin_days,
            off_route_alarm_m: off_route_alarm.0,
            stop_ahead_m: stop_ahead.map(|ahead| ahead.0),
        }
    }
}

impl TravellerSettings {
    /// The same for core.
    pub(crate) fn chosen(self, told_in: Language) -> Answer<library::Settings> {
        let wrong = |wrong: LanguageError| Complaint::of_argument("language", &wrong.to_string(), told_in);
        let language = self.language.map(|code| Language::new(&code)).transpose().map_err(wrong)?;
        Ok(library::Settings {
            language,
            units: self.units,
            voice: self.voice,
            theme: self.theme,
            map_style: self.map_style,
            bin_days: self.bin_days,
            off_route_alarm: Metres(self.off_route_alarm_m),
            stop_ahead: self.stop_ahead_m.map(Metres),
        })
    }
}
