/*
 * The traveller's own notes about something: read, written, changed, taken away and brought back.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.SnackbarDuration
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.SnackbarResult
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.launch
import routeguide.KeptItem
import routeguide.Library
import routeguide.Note
import routeguide.app.R
import routeguide.app.home.Home
import routeguide.app.home.said
import routeguide.app.parts

/** The number of a note that is not written yet; the core gives out others. */
private const val NEW = 0

/** More is no note. */
private const val NOTE_LENGTH = 4_000

/** What notes are about. */
data class NotesOn(val bundle: String, val item: KeptItem, val name: String)

/** The notes about something, in the order in which they were written. */
fun Library.notesOn(bundle: String, item: KeptItem): List<Note> =
    notes().filter { it.bundle == bundle && it.item == item }.sortedBy { it.timeMs }

/** Notes, and the way to write another one. */
@Composable
fun Notes(on: NotesOn, notes: List<Note>, notices: SnackbarHostState) {
    val home = LocalContext.current.parts.home
    val scope = rememberCoroutineScope()
    // The number of the note that is being written; nothing while none is.
    var writing by rememberSaveable { mutableStateOf<Int?>(null) }
    val (gone, undo) = stringResource(R.string.note_removed) to stringResource(R.string.undo)
    fun remove(note: Note) = scope.launch {
        home.change { it.removeNote(note.number) }.said?.let { return@launch notices.refuse(it.text) }
        val answer = notices.showSnackbar(gone, undo, duration = SnackbarDuration.Long)
        if (answer == SnackbarResult.ActionPerformed) {
            home.change { it.writeNote(note) }.said?.let { notices.refuse(it.text) }
        }
    }
    @Composable
    fun editor(note: Note?) = NoteEditor(note?.words.orEmpty(), onClose = { writing = null }) { words ->
        writing = null
        scope.launch { home.keep(on, note, words)?.let { notices.refuse(it.text) } }
    }
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Heading(stringResource(R.string.own_notes))
        for (note in notes) {
            if (writing == note.number.toInt()) {
                editor(note)
            } else {
                NoteCard(note, onEdit = { writing = note.number.toInt() }, onRemove = { remove(note) })
            }
        }
        if (writing == NEW) {
            editor(null)
        } else {
            OutlinedButton({ writing = NEW }, Modifier.heightIn(min = 48.dp)) {
                Icon(painterResource(R.drawable.ic_edit), null)
                Text(stringResource(R.string.write_note), Modifier.padding(start = 12.dp))
            }
        }
    }
}

private suspend fun Home.keep(on: NotesOn, before: Note?, words: String) = change { library ->
    if (before != null) {
        library.changeNote(before.number, words, nowMs())
    } else {
        library.writeNote(Note(NEW.toUInt(), on.bundle, on.item, on.name, words, nowMs()))
    }
}.said

private suspend fun SnackbarHostState.refuse(why: String) {
    showSnackbar(why, withDismissAction = true, duration = SnackbarDuration.Long)
}

@Composable
private fun NoteCard(note: Note, onEdit: () -> Unit, onRemove: () -> Unit) {
    Card {
        Row(Modifier.fillMaxWidth().padding(start = 16.dp), verticalAlignment = Alignment.CenterVertically) {
            Column(Modifier.weight(1f).padding(vertical = 12.dp), Arrangement.spacedBy(4.dp)) {
                Text(note.words)
                Small(LocalContext.current.day(note.timeMs))
            }
            IconButton(onEdit) { Icon(painterResource(R.drawable.ic_edit), stringResource(R.string.change_note)) }
            IconButton(onRemove) { Icon(painterResource(R.drawable.ic_delete), stringResource(R.string.remove_note)) }
        }
    }
}

@Composable
private fun NoteEditor(before: String, onClose: () -> Unit, onKeep: (String) -> Unit) =
    WordsEditor(
        stringResource(R.string.note_words),
        before,
        NOTE_LENGTH,
        lines = 3,
        mayBeNone = false,
        onClose,
        onSave = onKeep,
    )
