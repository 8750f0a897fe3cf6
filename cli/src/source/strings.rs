//! What holds for every string of a TOML file, whatever its key.

use std::sync::Arc;

use route_guide_core::bundle::MAX_TEXT_BYTES;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::finding::{File, Finding, Spot};
use super::reading::Reading;

/// Reports strings that no bundle takes or no screen can show.
pub fn check(reading: &mut Reading, file: &Arc<File>) {
    // What is no TOML has been reported by who asked for its entries.
    let Ok(table) = DeTable::parse(&file.text) else { return };
    for value in table.get_ref().values() {
        check_value(reading, file, value);
    }
}

fn check_value(reading: &mut Reading, file: &Arc<File>, value: &Spanned<DeValue<'_>>) {
    match value.get_ref() {
        DeValue::String(text) => check_string(reading, &Spot::new(file, value.span()), text),
        DeValue::Array(values) => values.iter().for_each(|value| check_value(reading, file, value)),
        DeValue::Table(table) => table.values().for_each(|value| check_value(reading, file, value)),
        _ => {}
    }
}

fn check_string(reading: &mut Reading, at: &Spot, text: &str) {
    if text.len() > MAX_TEXT_BYTES {
        let what = format!("the text is {} bytes long, a bundle takes {MAX_TEXT_BYTES}", text.len());
        reading.report(Finding::error(at.clone(), what, "shorten it"));
    }
    if let Some(letter) = text.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')) {
        let what = format!("the text holds the control character U+{:04X}", u32::from(letter));
        let finding = Finding::error(at.clone(), what, "type the text anew; such characters come with copying");
        reading.report(finding.because("no screen can show it, and GPX files may not hold it"));
    }
}
