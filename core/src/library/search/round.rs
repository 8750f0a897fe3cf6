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
    looking.look(&[Holds::WholeName, Holds::WholeAlternatives], &wanted::whole(words), 0)?;
    looking.look(&[Holds::WholeName], &wanted::beginning(words), 0)?;
    let right = Spelling::of(connection, words)?;
    if !right.is_hopeless {
        look_in_names(looking, &rounds, &[Holds::Name, Holds::Alternatives, Holds::Category])?;
        look_in_texts(looking, &rounds)?;
        if let Some(wanted) = wanted::in_other_cases(words).filter(|_| !looking.is_done()) {
            rounds.push(Round { wanted, corrected: false });
            look_in_names(looking, &rounds, &[Holds::Category])?;
            look_in_texts(looking, &rounds)?;
        }
    }
    if let Some(wanted) = right.corrected.filter(|_| looking.hits.len() < HARDLY_ANY) {
        rounds.push(Round { wanted, corrected: true });
        look_in_names(looking, &rounds, &[Holds::Category])?;
        if looking.hits.len() < HARDLY_ANY {
            look_in_texts(looking, &rounds)?;
        }
    }
    Ok(rounds)
}

/// Looks for what the last round wants in rows of names of these kinds.
fn look_in_names(looking: &mut Looking<'_>, rounds: &[Round], holds: &[Holds]) -> rusqlite::Result<()> {
    let Some((Round { wanted, .. }, earlier)) = rounds.split_last() else { return Ok(()) };
    looking.look(holds, &wanted::in_names(wanted), earlier.len())
}

/// Looks for what the last round wants in texts.
fn look_in_texts(looking: &mut Looking<'_>, rounds: &[Round]) -> rusqlite::Result<()> {
    let Some((Round { wanted, .. }, earlier)) = rounds.split_last() else { return Ok(()) };
    match wanted::in_texts(wanted) {
        Some(question) => looking.look(&[Holds::Texts], &question, earlier.len()),
        None => Ok(()),
    }
}

/// Whether words may be typing errors.
struct Spelling {
    /// One of the words stands nowhere, so that it must be a typing error.
    is_hopeless: bool,
    /// The words with what may have been meant by each; `None` where nothing else can have been meant.
    corrected: Option<Vec<Wanted>>,
}

impl Spelling {
    fn of(connection: &Connection, words: &[String]) -> rusqlite::Result<Spelling> {
        let (mut is_hopeless, mut differs, mut wanted) = (false, false, Vec::new());
        for word in wanted::each_once(words) {
            let mut meant = slip::corrections(connection, word)?;
            differs |= !meant.is_empty();
            if meant.is_empty() || stands_somewhere(connection, word)? {
                meant.insert(0, word.to_owned());
            } else {
                is_hopeless = true;
            }
            wanted.push(Wanted::beginning_with(meant));
        }
        Ok(Spelling { is_hopeless, corrected: differs.then_some(wanted) })
    }
}

/// Whether any word of a name or text begins like this.
fn stands_somewhere(connection: &Connection, word: &str) -> rusqlite::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM search_text_index WHERE search_text_index MATCH ?1)";
    connection.prepare_cached(sql)?.query_row([wanted::beginning(&[word.to_owned()])], |row| row.get(0))
}
