//! Languages by number, as rows of the indexes name them.

use rusqlite::{Connection, params};

use super::number::LAST_LANGUAGE;
use crate::model::Language;

/// The languages that bundles have used so far.
pub(super) struct Languages(Vec<(u8, Language)>);

impl Languages {
    pub fn read(connection: &Connection) -> rusqlite::Result<Languages> {
        let mut select = connection.prepare_cached("SELECT number, code FROM search_language ORDER BY number")?;
        let mut rows = select.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            // A code that is none is never asked for.
            if let Ok(language) = Language::new(row.get_ref(1)?.as_str()?) {
                all.push((row.get(0)?, language));
            }
        }
        Ok(Languages(all))
    }

    /// The number of a language, where a bundle has used it.
    pub fn number(&self, language: Language) -> Option<u8> {
        self.0.iter().find(|(_, known)| *known == language).map(|(number, _)| *number)
    }

    /// The language of a number.
    pub fn language(&self, number: u8) -> Option<Language> {
        self.0.iter().find(|(known, _)| *known == number).map(|(_, language)| *language)
    }

    /// The number of a language, given to it now where it has none. The few after the last number share that.
    pub fn number_or_new(&mut self, connection: &Connection, language: Language) -> rusqlite::Result<u8> {
        if let Some(number) = self.number(language) {
            return Ok(number);
        }
        let next = self.0.iter().map(|(number, _)| number + 1).max().unwrap_or(0);
        if next > LAST_LANGUAGE {
            return Ok(LAST_LANGUAGE);
        }
        let sql = "INSERT INTO search_language(number, code) VALUES (?1, ?2)";
        connection.execute(sql, params![next, language.code()])?;
        self.0.push((next, language));
        Ok(next)
    }
}
