/*
 * What came back from a backup, in words: on the screen of backups, and where one was opened from elsewhere.
 */
package routeguide.app.backup

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.Restored
import routeguide.app.R

/** What a backup brought. */
@Composable
fun RestoredTold(restored: Restored): Unit = Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
    val counts = listOf(
        R.plurals.backup_tracks to restored.recordings,
        R.plurals.backup_extended to restored.extended,
        R.plurals.backup_known to restored.known,
        R.plurals.backup_favourites to restored.favourites,
        R.plurals.backup_notes to restored.notes,
        R.plurals.backup_settings to restored.settings,
    ).filter { it.second > 0u }
    Title(stringResource(if (counts.isEmpty()) R.string.backup_nothing else R.string.backup_came))
    for ((text, count) in counts) Text(pluralStringResource(text, count.toInt(), count.toInt()))
    val refused = restored.refused
    if (refused.isNotEmpty()) {
        Title(pluralStringResource(R.plurals.backup_refused, refused.size, refused.size))
        for (file in refused) Text(file)
    }
}

@Composable
private fun Title(text: String) = Text(text, style = MaterialTheme.typography.titleMedium)
