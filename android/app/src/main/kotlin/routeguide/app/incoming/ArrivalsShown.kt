/*
 * Arrivals in words: that files are being read, whether a bundle or a backup is wanted. What came of it all is told by
 * OutcomeTold.
 */
package routeguide.app.incoming

import android.text.format.Formatter
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.app.R
import routeguide.app.navigation.Screen

/** What arrives, above whatever is on the screen. */
@Composable
fun ArrivalsShown(arrivals: Arrivals, open: (Screen) -> Unit) {
    val arrival by arrivals.arrival.collectAsStateWithLifecycle()
    when (val shown = arrival) {
        null -> Unit
        is Arrival.Reading -> Reading(shown, arrivals::cancel)
        is Arrival.Asking -> Asking(shown, arrivals::answer)
        is Arrival.Restoring -> Restoring(shown, arrivals::answer)
        is Arrival.Told -> OutcomeTold(shown.outcome, arrivals, open)
        Arrival.BadLink -> BadLink { arrivals.answer(true) }
    }
}

@Composable
private fun Reading(reading: Arrival.Reading, onCancel: () -> Unit) = AlertDialog(
    // Gone by a tap beside it, it would be as good as cancelled.
    onDismissRequest = {},
    confirmButton = { TextButton(onCancel) { Text(stringResource(R.string.cancel)) } },
    text = {
        Row(horizontalArrangement = Arrangement.spacedBy(24.dp), verticalAlignment = Alignment.CenterVertically) {
            CircularProgressIndicator()
            Text(
                if (reading.of == 1) {
                    stringResource(R.string.incoming_reading)
                } else {
                    stringResource(R.string.incoming_reading_many, reading.number, reading.of)
                },
            )
        }
    },
)

@Composable
private fun Asking(asking: Arrival.Asking, answer: (Boolean) -> Unit) =
    Question(R.string.incoming_install_title, R.string.incoming_install, answer) {
        val manifest = asking.offered.manifest
        Text(manifest.name, style = MaterialTheme.typography.titleMedium)
        Column {
            Text(stringResource(R.string.bundles_publisher, manifest.publisher))
            val size = size(asking.bytes)
            Text(stringResource(R.string.bundles_version, manifest.version.toString(), manifest.published, size))
            Text(stringResource(R.string.bundles_unsigned))
        }
        asking.offered.before?.manifest?.let {
            Text(stringResource(R.string.incoming_replaces, it.version.toString(), it.publisher))
        }
        Text(stringResource(R.string.incoming_install_text, asking.name))
    }

@Composable
private fun Restoring(backup: Arrival.Restoring, answer: (Boolean) -> Unit) =
    Question(R.string.incoming_restore_title, R.string.backup_restore, answer) {
        Text(stringResource(R.string.incoming_backup, backup.name, size(backup.bytes)))
        Text(stringResource(R.string.backup_back))
    }

@Composable
private fun size(bytes: Long) = Formatter.formatShortFileSize(LocalContext.current, bytes)

@Composable
private fun Question(
    title: Int,
    yes: Int,
    answer: (Boolean) -> Unit,
    what: @Composable ColumnScope.() -> Unit,
) = AlertDialog(
    onDismissRequest = { answer(false) },
    title = { Text(stringResource(title)) },
    text = {
        Column(Modifier.verticalScroll(rememberScrollState()), Arrangement.spacedBy(12.dp), content = what)
    },
    confirmButton = { TextButton({ answer(true) }) { Text(stringResource(yes)) } },
    dismissButton = { TextButton({ answer(false) }) { Text(stringResource(R.string.cancel)) } },
)

@Composable
private fun BadLink(onClose: () -> Unit) = AlertDialog(
    onDismissRequest = onClose,
    text = { Text(stringResource(R.string.incoming_bad_link)) },
    confirmButton = { TextButton(onClose) { Text(stringResource(R.string.close)) } },
)
