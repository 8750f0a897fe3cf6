//! The rounds of a search: the words as typed, the same words in other cases, the words without typing errors.

use rusqlite::Connection;

use super::looking::Looking;
use super::number::Holds;
use super::slip;
use super::wanted::{self, Wanted};

/// With fewer hits than these, words are taken for typing errors.
const HARDLY_ANY: usize = 3;

/// What one round asked for.
pub(super) struct Round {
    pub wanted: Vec<Wanted>,
    pub corrected: bool,
}

/// Looks until there are enough hits; gives the rounds that the hits name.
pub(super) fn look(
    connection: &Connection,
    looking: &mut Looking<'_>,
    words: &[String],
) -> rusqlite::Result<Vec<Round>> {
    let mut rounds = vec![Round { wanted: wanted::as_typed(words), corrected: false }];
    looking.look(Holds::WholeName, &wanted::whole(words), 0)?;
    looking.look(Holds::WholeName, &wanted::beginning(words), 0)?;
    look_for(looking, &rounds, &[Holds::Name, Holds::Alternatives, Holds::Category])?;
    if let Some(wanted) = wanted::in_other_cases(words).filter(|_| !looking.is_done()) {
        rounds.push(Round { wanted, corrected: false });
        look_for(looking, &rounds, &[Holds::Category])?;
    }
    if looking.hits.len() < HARDLY_ANY
        && let Some(wanted) = corrected(connection, words)?
    {
        rounds.push(Round { wanted, corrected: true });
        look_for(looking, &rounds, &[Holds::Category])?;
    }
    Ok(rounds)
}

/// Looks for what the last round wants in rows of names of these kinds and then in texts.
fn look_for(looking: &mut Looking<'_>, rounds: &[Round], of_names: &[Holds]) -> rusqlite::Result<()> {
    let Some((Round { wanted, .. }, round)) = rounds.last().zip(rounds.len().checked_sub(1)) else { return Ok(()) };
    let question = wanted::in_names(wanted);
    for holds in of_names {
        looking.look(*holds, &question, round)?;
    }
    match wanted::in_texts(wanted) {
        Some(question) => looking.look(Holds::Texts, &question, round),
        None => Ok(()),
    }
}

/// The words with what may have been meant by each; `None` where nothing else can have been meant.
fn corrected(connection: &Connection, words: &[String]) -> rusqlite::Result<Option<Vec<Wanted>>> {
    let mut differs = false;
    let mut wanted = Vec::new();
    for word in words {
        let meant = slip::corrections(connection, word)?;
        differs |= !meant.is_empty();
        wanted.push(Wanted::any_of(std::iter::once(word.clone()).chain(meant)));
    }
    Ok(differs.then_some(wanted))
}
