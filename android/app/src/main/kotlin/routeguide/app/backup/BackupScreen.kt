/*
 * The screen of backups: what a backup holds, the two things to do with one, and what came of it.
 */
package routeguide.app.backup

import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts.CreateDocument
import androidx.activity.result.contract.ActivityResultContracts.OpenDocument
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.wrapContentWidth
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.app.R
import routeguide.app.incoming.words
import routeguide.app.parts
import routeguide.app.shared.Action
import routeguide.app.shared.BottomActions
import routeguide.app.shared.ScreenFrame
import java.time.Instant
import java.time.ZoneId

/** The kind of file a backup is. */
private const val ZIP = "application/zip"

/** The screen of backups. */
@Composable
fun BackupScreen(onBack: () -> Unit) {
    val context = LocalContext.current
    val parts = context.parts
    val model = viewModel { BackupModel(context.applicationContext, parts.home, parts.copies) }
    val backup by model.backup.collectAsStateWithLifecycle()
    val writing = rememberLauncherForActivityResult(CreateDocument(ZIP)) { if (it != null) model.write(it) }
    val reading = rememberLauncherForActivityResult(OpenDocument()) { if (it != null) model.restore(it) }
    ScreenFrame(
        stringResource(R.string.backup),
        onBack,
        bottom = {
            BottomActions {
                Action(R.drawable.ic_backup, stringResource(R.string.backup_write)) {
                    writing.launch("route-guide-${day(parts.home.nowMs())}.zip")
                }
                Action(R.drawable.ic_restore, stringResource(R.string.backup_restore), isMain = false) {
                    reading.launch(arrayOf("*/*"))
                }
            }
        },
    ) { padding ->
        Column(
            Modifier.padding(padding).fillMaxSize().verticalScroll(rememberScrollState())
                .wrapContentWidth(Alignment.Start).widthIn(max = 840.dp).padding(16.dp),
            Arrangement.spacedBy(16.dp),
        ) {
            Text(stringResource(R.string.backup_holds))
            Text(stringResource(R.string.backup_back))
            backup?.let { Came(it) }
        }
    }
}

private fun day(ms: Long) = Instant.ofEpochMilli(ms).atZone(ZoneId.systemDefault()).toLocalDate().toString()

@Composable
private fun Came(backup: Backup) {
    val isBad = backup is Backup.Refused || backup is Backup.Unread || backup == Backup.Unwritten
    val colours = MaterialTheme.colorScheme
    Card(
        Modifier.fillMaxWidth().semantics { liveRegion = LiveRegionMode.Polite },
        colors = CardDefaults.cardColors(if (isBad) colours.errorContainer else colours.primaryContainer),
    ) {
        Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
            when (backup) {
                Backup.Underway -> Underway()
                is Backup.Written -> Written(backup.missing)
                is Backup.Back -> RestoredTold(backup.restored)
                is Backup.Refused -> Text(backup.said.text)
                is Backup.Unread -> Text(backup.why.words())
                Backup.Unwritten -> Text(stringResource(R.string.backup_unwritten))
            }
        }
    }
}

@Composable
private fun Underway() = Row(
    horizontalArrangement = Arrangement.spacedBy(16.dp),
    verticalAlignment = Alignment.CenterVertically,
) {
    CircularProgressIndicator()
    Text(stringResource(R.string.backup_underway))
}

@Composable
private fun Written(missing: Int) {
    Text(stringResource(R.string.backup_written))
    if (missing > 0) Text(pluralStringResource(R.plurals.backup_missing, missing, missing))
}
