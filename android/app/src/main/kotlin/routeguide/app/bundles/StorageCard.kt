/*
 * What room everything takes, and how to get some of it back.
 */
package routeguide.app.bundles

import android.text.format.Formatter
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.ElevatedCard
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.Stored
import routeguide.app.R
import routeguide.app.shared.Heading

/** What is asked before something is deleted for good. */
private enum class Asked { FREE, DAMAGED }

/** The room that everything takes. */
@Composable
fun StorageCard(shown: BundlesShown, onFree: () -> Unit, onRemoveDamaged: () -> Unit) {
    val storage = shown.storage
    var asked by rememberSaveable { mutableStateOf<Asked?>(null) }
    ElevatedCard {
        Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
            Heading(stringResource(R.string.bundles_storage))
            Room(R.string.bundles_room_bundles, storage.bundles.sum())
            Room(R.string.bundles_room_tracks, storage.recordings.sum())
            if (storage.damaged > 0u) Room(R.string.bundles_room_damaged, storage.damaged)
            Room(R.string.bundles_room_all, storage.total)
            if (storage.canBeFreed > 0u || shown.binned > 0) {
                OutlinedButton({ if (shown.binned > 0) asked = Asked.FREE else onFree() }) {
                    Text(stringResource(R.string.bundles_free, size(storage.canBeFreed)))
                }
            }
            if (storage.damaged > 0u) {
                OutlinedButton({ asked = Asked.DAMAGED }) { Text(stringResource(R.string.bundles_remove_damaged)) }
            }
        }
    }
    val close = { asked = null }
    when (asked) {
        null -> Unit
        Asked.FREE -> {
            val binned = shown.binned
            Asking(pluralStringResource(R.plurals.bundles_free_text, binned, binned), close, onFree)
        }
        Asked.DAMAGED -> Asking(stringResource(R.string.bundles_remove_damaged_text), close, onRemoveDamaged)
    }
}

private fun List<Stored>.sum(): ULong = fold(0uL) { sum, stored -> sum + stored.bytes }

@Composable
private fun size(bytes: ULong) = Formatter.formatShortFileSize(LocalContext.current, bytes.toLong())

@Composable
private fun Room(what: Int, bytes: ULong) {
    Row(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}, Arrangement.spacedBy(16.dp)) {
        Text(stringResource(what), Modifier.weight(1f))
        Text(size(bytes))
    }
}

@Composable
private fun Asking(text: String, onClose: () -> Unit, onYes: () -> Unit) = AlertDialog(
    onDismissRequest = onClose,
    text = { Text(text) },
    confirmButton = { TextButton({ onClose().also { onYes() } }) { Text(stringResource(R.string.delete)) } },
    dismissButton = { TextButton(onClose) { Text(stringResource(R.string.leave)) } },
)
