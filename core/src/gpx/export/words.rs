//! The words an exported file says besides the bundle's own texts, in Lithuanian, English and German.

use crate::geometry::Metres;
use crate::model::{Language, Mode, Origin, Unverified};

/// The words of one language; of others than the three, English.
#[derive(Clone, Copy)]
pub(super) struct Words(Language);

impl Words {
    pub(super) fn of(language: Language) -> Words {
        Words(language)
    }

    fn pick(self, lt: &'static str, en: &'static str, de: &'static str) -> &'static str {
        match self.0 {
            Language::LT => lt,
            Language::DE => de,
            _ => en,
        }
    }

    /// How much of the line is there.
    pub(super) fn detail(self, points: usize, of: usize, tolerance: Metres) -> String {
        if points == of {
            return format!("{} ({of}).", self.pick("Linija: visi taškai", "Line: all points", "Linie: alle Punkte"));
        }
        let metres = self.metres(tolerance);
        match self.0 {
            Language::LT => format!(
                "Linija supaprastinta: nuo tikslesniosios nutolsta ne daugiau kaip {metres}; palikta taškų: {points} iš {of}."
            ),
            Language::DE => format!(
                "Linie vereinfacht: höchstens {metres} neben der genaueren; Punkte behalten: {points} von {of}."
            ),
            _ => format!("Line simplified: at most {metres} from the finer one; points kept: {points} of {of}."),
        }
    }

    /// That a track has no more than so many points.
    pub(super) fn limit(self, points: usize) -> String {
        let label =
            self.pick("Taškų viename take ne daugiau kaip", "Points a track, at most", "Punkte je Track höchstens");
        format!("{label}: {points}.")
    }

    /// That a share of the line, 0 to 1, only joins stops.
    pub(super) fn indicative(self, share: f64) -> Option<String> {
        if share <= 0.0 {
            return None;
        }
        let percent = ((share * 100.0).round() as u8).clamp(1, 100);
        Some(match self.0 {
            Language::LT => format!(
                "Orientacinė linija – {percent} %: ten ji tik jungia stoteles ir tikrojo kelio nerodo; rinkitės kelią vietoje."
            ),
            Language::DE => format!(
                "Nur Anhalt sind {percent} % der Linie: Dort verbindet sie die Halte und zeigt nicht den Weg; suchen Sie ihn vor Ort."
            ),
            _ => format!(
                "Indicative: {percent}% of the line. There it only joins stops and does not show the way; choose it on the ground."
            ),
        })
    }

    /// One leg: how it is travelled, where its line comes from and how exact it is.
    pub(super) fn leg(self, number: usize, mode: Mode, origin: Origin, accuracy: Metres) -> String {
        let mode = match mode {
            Mode::Walk => self.pick("pėsčiomis", "on foot", "zu Fuß"),
            Mode::Bike => self.pick("dviračiu", "by bicycle", "mit dem Rad"),
            Mode::Car => self.pick("automobiliu", "by car", "mit dem Auto"),
            Mode::Boat => self.pick("laivu", "by boat", "mit dem Boot"),
            Mode::Ferry => self.pick("keltu", "by ferry", "mit der Fähre"),
        };
        let origin = match origin {
            Origin::Surveyed => self.pick("linija išmatuota vietoje", "line surveyed", "Linie vermessen"),
            Origin::Digitised => self.pick("linija pagal žemėlapį", "line traced from a map", "Linie nach der Karte"),
            Origin::Indicative => self.pick("linija orientacinė", "line only indicative", "Linie nur Anhalt"),
        };
        format!("{number}. {mode}; {origin}, ±{}", self.metres(accuracy))
    }

    /// What nobody has checked.
    pub(super) fn unverified(self, marks: &[Unverified]) -> Option<String> {
        if marks.is_empty() {
            return None;
        }
        let marks: Vec<String> = marks.iter().map(|mark| self.mark(mark)).collect();
        let label = self.pick("Dar nepatikrinta", "Not yet verified", "Noch nicht geprüft");
        Some(format!("{label}: {}.", marks.join(", ")))
    }

    fn mark(self, mark: &Unverified) -> String {
        match mark {
            Unverified::Position => self.pick("vieta", "position", "Lage").to_owned(),
            Unverified::Name(language) => format!("{} ({language})", self.pick("pavadinimas", "name", "Name")),
            Unverified::FormerName(language) => {
                format!("{} ({language})", self.pick("senasis pavadinimas", "former name", "früherer Name"))
            }
            Unverified::Stages => {
                self.pick("skirstymas į etapus", "split into stages", "Einteilung in Etappen").to_owned()
            }
            Unverified::Modes => self.pick("keliavimo būdai", "modes of travel", "Fortbewegungsarten").to_owned(),
            Unverified::Phone => self.pick("telefono numeris", "telephone number", "Telefonnummer").to_owned(),
            Unverified::Use => self.pick("kas gali naudotis", "who may use it", "wer es nutzen darf").to_owned(),
        }
    }

    /// Metres, with one decimal only where it says something.
    pub(super) fn metres(self, metres: Metres) -> String {
        let text = format!("{:.1}", metres.0);
        let text = text.strip_suffix(".0").unwrap_or(&text);
        let text = if self.pick(",", ".", ",") == "," { text.replace('.', ",") } else { text.to_owned() };
        format!("{text} m")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_what_was_left_out() {
        assert_eq!(Words::of(Language::EN).detail(7, 7, Metres::ZERO), "Line: all points (7).");
        assert_eq!(
            Words::of(Language::DE).detail(3, 7, Metres(2.5)),
            "Linie vereinfacht: höchstens 2,5 m neben der genaueren; Punkte behalten: 3 von 7."
        );
        let polish = Language::new("pl").expect("a code");
        assert!(Words::of(polish).indicative(0.001).expect("some").starts_with("Indicative: 1%"));
        assert_eq!(Words::of(Language::LT).indicative(0.0), None);
    }
}
