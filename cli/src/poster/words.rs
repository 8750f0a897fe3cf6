//! What the poster itself says, in Lithuanian, English and German; other languages are served in English.

use route_guide_core::geometry::Metres;
use route_guide_core::model::{Language, Mode};

/// Says the poster's own words in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Speech(Language);

impl Speech {
    pub fn new(language: Language) -> Speech {
        Speech(language)
    }

    fn pick(self, lt: &'static str, en: &'static str, de: &'static str) -> &'static str {
        match self.0 {
            Language::LT => lt,
            Language::DE => de,
            _ => en,
        }
    }

    /// `18,4 km`; from 100 km on without a decimal, below 1 km in metres.
    pub fn length(self, length: Metres) -> String {
        let kilometres = length.0 / 1_000.0;
        if kilometres < 0.95 {
            return format!("{:.0}\u{a0}m", length.0);
        }
        let text = if kilometres >= 99.95 { format!("{kilometres:.0}") } else { format!("{kilometres:.1}") };
        let comma = matches!(self.0, Language::LT | Language::DE);
        format!("{}\u{a0}km", if comma { text.replace('.', ",") } else { text })
    }

    /// The same for lengths that are round: `10 km`, `2,5 km`.
    pub fn round_length(self, length: Metres) -> String {
        self.length(length).replace(",0\u{a0}", "\u{a0}").replace(".0\u{a0}", "\u{a0}")
    }

    pub fn stages(self, count: usize) -> &'static str {
        self.counted(count, ["etapas", "etapai", "etapų"], ["stage", "stages"], ["Etappe", "Etappen"])
    }

    pub fn stops(self, count: usize) -> &'static str {
        self.counted(count, ["stotelė", "stotelės", "stotelių"], ["stop", "stops"], ["Halt", "Halte"])
    }

    /// The form of a noun after a number: Lithuanian has three, English and German two.
    fn counted(
        self,
        count: usize,
        lt: [&'static str; 3],
        en: [&'static str; 2],
        de: [&'static str; 2],
    ) -> &'static str {
        let plural = usize::from(count != 1);
        let lithuanian = match (count % 10, count % 100) {
            (_, 11..=19) | (0, _) => 2,
            (1, _) => 0,
            _ => 1,
        };
        self.pick(lt[lithuanian], en[plural], de[plural])
    }

    pub fn by_length(self) -> &'static str {
        self.pick("kelionės linija", "along the line", "entlang der Linie")
    }

    /// The length the route's makers print, which need not be that of the line.
    pub fn official_length(self, length: Metres) -> String {
        let length = self.round_length(length);
        match self.0 {
            Language::LT => format!("Maršruto kūrėjai nurodo {length}."),
            Language::DE => format!("Die Macher der Route geben {length} an."),
            _ => format!("The route’s makers give {length}."),
        }
    }

    pub fn stage(self, number: usize) -> String {
        match self.0 {
            Language::LT => format!("{number} etapas"),
            Language::DE => format!("Etappe {number}"),
            _ => format!("Stage {number}"),
        }
    }

    pub fn mode(self, mode: Mode) -> &'static str {
        match mode {
            Mode::Walk => self.pick("pėsčiomis", "on foot", "zu Fuß"),
            Mode::Bike => self.pick("dviračiu", "by bicycle", "mit dem Rad"),
            Mode::Car => self.pick("automobiliu", "by car", "mit dem Auto"),
            Mode::Boat => self.pick("laivu", "by boat", "mit dem Boot"),
            Mode::Ferry => self.pick("keltu", "by ferry", "mit der Fähre"),
        }
    }

    pub fn drawn_way(self) -> &'static str {
        self.pick("ištisinė: pagal žemėlapį", "solid: as mapped", "durchgezogen: nach der Karte")
    }

    pub fn indicative_way(self) -> &'static str {
        self.pick("brūkšninė: tik kryptis", "dashed: only the direction", "gestrichelt: nur die Richtung")
    }

    pub fn optional_stop(self) -> &'static str {
        self.pick("stotelė, kurią galima praleisti", "stop that may be skipped", "Halt, den man auslassen kann")
    }

    pub fn information_centre(self) -> &'static str {
        self.pick("turizmo informacijos centras", "tourist information", "Tourist-Information")
    }

    pub fn country_border(self) -> &'static str {
        self.pick("valstybės siena", "national border", "Staatsgrenze")
    }

    /// How far the line can be trusted.
    pub fn exactness(self, indicative_share: f64) -> String {
        let percent = (indicative_share * 100.0).round();
        match self.0 {
            _ if percent >= 100.0 => self
                .pick(
                    "Linija tik jungia stoteles: ji rodo kryptį, o ne kelią.",
                    "The line only joins stops: it shows the direction, not the way.",
                    "Die Linie verbindet nur die Halte: Sie zeigt die Richtung, nicht den Weg.",
                )
                .to_owned(),
            _ if indicative_share <= 0.0 => self
                .pick(
                    "Visa linija nubraižyta pagal žemėlapį arba išmatuota vietoje.",
                    "The whole line is traced from a map or measured on the ground.",
                    "Die ganze Linie ist nach einer Karte gezeichnet oder vor Ort gemessen.",
                )
                .to_owned(),
            Language::LT => format!(
                "{percent:.0}\u{a0}% linijos tik jungia stoteles: ji rodo kryptį, o ne kelią. Likusi dalis nubraižyta pagal žemėlapį."
            ),
            Language::DE => format!(
                "{percent:.0}\u{a0}% der Linie verbinden nur die Halte: Sie zeigen die Richtung, nicht den Weg. Der Rest ist nach der Karte gezeichnet."
            ),
            _ => format!(
                "{percent:.0}% of the line only joins stops: it shows the direction, not the way. The rest is traced from the map."
            ),
        }
    }

    /// That nobody has vouched for the name in this language.
    pub fn unverified_name(self) -> &'static str {
        self.pick(
            "Pavadinimas šia kalba nepatvirtintas.",
            "The route’s English name is a translation, not confirmed by its makers.",
            "Der deutsche Name der Route ist eine Übersetzung, von ihren Machern nicht bestätigt.",
        )
    }

    /// Which projection, around which meridian.
    pub fn projection(self, meridian: f64) -> String {
        let degrees = format!("{:.2}°", meridian.abs());
        match self.0 {
            Language::LT => format!(
                "Skersinė Merkatoriaus projekcija, WGS 84, ašinis dienovidinis {} {}",
                degrees.replace('.', ","),
                if meridian < 0.0 { "V" } else { "R" }
            ),
            Language::DE => format!(
                "Transversale Mercator-Projektion, WGS 84, Mittelmeridian {} {}",
                degrees.replace('.', ","),
                if meridian < 0.0 { "W" } else { "O" }
            ),
            _ => format!(
                "Transverse Mercator projection, WGS 84, central meridian {degrees} {}",
                if meridian < 0.0 { "W" } else { "E" }
            ),
        }
    }

    pub fn north(self) -> &'static str {
        self.pick("Š", "N", "N")
    }

    /// What stands where the column is too short for all stops.
    pub fn more_stops(self, count: usize) -> String {
        match self.0 {
            Language::LT => format!("ir dar {count}: žr. žemėlapyje"),
            Language::DE => format!("und {count} weitere: siehe Karte"),
            _ => format!("and {count} more: see the map"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_their_lithuanian_case() {
        let speech = Speech::new(Language::LT);
        for (count, form) in
            [(1, "stotelė"), (2, "stotelės"), (10, "stotelių"), (11, "stotelių"), (21, "stotelė"), (18, "stotelių")]
        {
            assert_eq!(speech.stops(count), form, "{count}");
        }
    }

    #[test]
    fn lengths_are_written_as_the_language_does() {
        assert_eq!(Speech::new(Language::LT).length(Metres(18_449.0)), "18,4\u{a0}km");
        assert_eq!(Speech::new(Language::EN).length(Metres(18_449.0)), "18.4\u{a0}km");
        assert_eq!(Speech::new(Language::DE).length(Metres(165_200.0)), "165\u{a0}km");
        assert_eq!(Speech::new(Language::EN).length(Metres(600.0)), "600\u{a0}m");
    }

    #[test]
    fn a_wholly_indicative_line_says_so() {
        assert!(Speech::new(Language::EN).exactness(1.0).starts_with("The line only joins stops"));
        assert!(Speech::new(Language::EN).exactness(0.63).starts_with("63% of the line"));
        assert!(Speech::new(Language::EN).exactness(0.0).starts_with("The whole line is traced"));
    }
}
