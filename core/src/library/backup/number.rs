//! Any number a phone may say, in JSON, which knows finite ones only: the infinite ones become words.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Number {
    Finite(f64),
    Word(String),
}

const INFINITE: [(&str, f64); 2] = [("infinite", f64::INFINITY), ("-infinite", f64::NEG_INFINITY)];

pub(super) fn serialize<S: Serializer>(value: &Option<f64>, out: S) -> Result<S::Ok, S::Error> {
    let number = value.filter(|value| !value.is_nan()).map(|value| {
        let word = INFINITE.iter().find(|(_, infinite)| *infinite == value);
        word.map_or(Number::Finite(value), |(word, _)| Number::Word((*word).to_owned()))
    });
    number.serialize(out)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(Option::<Number>::deserialize(from)?.and_then(|number| match number {
        Number::Finite(value) => Some(value),
        Number::Word(word) => INFINITE.iter().find(|(known, _)| *known == word).map(|(_, value)| *value),
    }))
}
