/*
 * The traveller's own tracks as a list, each with a small drawn map; at the end the bin. More tracks come in from files.
 */
package routeguide.app.tracks

import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts.GetMultipleContents
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.grid.GridCells
import androidx.compose.foundation.lazy.grid.GridItemSpan
import androidx.compose.foundation.lazy.grid.LazyGridScope
import androidx.compose.foundation.lazy.grid.LazyVerticalGrid
import androidx.compose.foundation.lazy.grid.items
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.Recording
import routeguide.app.R
import routeguide.app.incoming.Arrivals
import routeguide.app.incoming.ArrivalsShown
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.Action
import routeguide.app.shared.BottomActions
import routeguide.app.shared.Heading
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing
import routeguide.app.shared.TroubleSaid
import routeguide.app.shared.day
import routeguide.app.shared.title

/** The list of the traveller's own tracks. */
@Composable
fun TracksScreen(open: (Screen) -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { TracksModel(parts.home) }
    val arrivals = viewModel { Arrivals(parts.home, parts.copies) }
    // Any kind: few phones know what a GPX file is.
    val picking = rememberLauncherForActivityResult(GetMultipleContents()) { if (it.isNotEmpty()) arrivals.take(it) }
    val notices = remember { SnackbarHostState() }
    TroubleSaid(model.wishes, notices)
    ScreenFrame(
        stringResource(R.string.tracks),
        notices = notices,
        bottom = {
            BottomActions {
                Action(R.drawable.ic_add, stringResource(R.string.tracks_import)) { picking.launch("*/*") }
            }
        },
    ) { padding ->
        Showing(model.shown, Modifier.padding(padding)) { shown -> TracksGrid(shown, model, padding, open) }
    }
    ArrivalsShown(arrivals, open)
}

@Composable
private fun TracksGrid(shown: TracksShown, model: TracksModel, padding: PaddingValues, open: (Screen) -> Unit) {
    LazyVerticalGrid(
        GridCells.Adaptive(minSize = 340.dp),
        Modifier.padding(padding),
        contentPadding = PaddingValues(16.dp),
        verticalArrangement = Arrangement.spacedBy(12.dp),
        horizontalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        items(shown.kept, key = { it.key }) { track ->
            val isUnderway = track.number == shown.underway
            TrackCard(track, isUnderway, model) {
                open(if (isUnderway) Screen.Guide else Screen.Track(track.number.toInt()))
            }
        }
        if (shown.kept.isEmpty()) wide { None() }
        if (shown.binned.isNotEmpty()) {
            wide { BinHeading(shown, model) }
            items(shown.binned, key = { it.key }) { track -> BinnedRow(track) { model.takeBack(track) } }
        }
    }
}

private fun LazyGridScope.wide(content: @Composable () -> Unit) =
    item(span = { GridItemSpan(maxLineSpan) }) { content() }

@Composable
private fun None() = Column(
    Modifier.fillMaxWidth().padding(vertical = 32.dp),
    Arrangement.spacedBy(16.dp),
    Alignment.CenterHorizontally,
) {
    Icon(painterResource(R.drawable.ic_tracks), null, Modifier.size(48.dp), MaterialTheme.colorScheme.primary)
    Text(
        stringResource(R.string.tracks_none),
        Modifier.widthIn(max = 480.dp),
        style = MaterialTheme.typography.bodyLarge,
        textAlign = TextAlign.Center,
    )
}

@Composable
private fun BinHeading(shown: TracksShown, model: TracksModel) {
    var isAsking by rememberSaveable { mutableStateOf(false) }
    Column(Modifier.padding(top = 16.dp)) {
        FlowRow(
            Modifier.fillMaxWidth(),
            Arrangement.SpaceBetween,
            itemVerticalAlignment = Alignment.CenterVertically,
        ) {
            Heading(stringResource(R.string.tracks_bin), Modifier.padding(bottom = 8.dp))
            TextButton({ isAsking = true }) { Text(stringResource(R.string.tracks_empty_bin)) }
        }
        Text(pluralStringResource(R.plurals.tracks_bin_keeps, shown.binDays, shown.binDays))
    }
    if (isAsking) {
        val count = shown.binned.size
        EmptyBinDialog(count, onNo = { isAsking = false }) {
            isAsking = false
            model.emptyBin()
        }
    }
}

@Composable
private fun EmptyBinDialog(count: Int, onNo: () -> Unit, onYes: () -> Unit) = AlertDialog(
    onDismissRequest = onNo,
    title = { Text(stringResource(R.string.tracks_empty_bin_title)) },
    text = { Text(pluralStringResource(R.plurals.tracks_empty_bin_text, count, count)) },
    confirmButton = { TextButton(onYes) { Text(stringResource(R.string.tracks_delete_for_good)) } },
    dismissButton = { TextButton(onNo) { Text(stringResource(R.string.leave)) } },
)

@Composable
private fun BinnedRow(track: Recording, onTakeBack: () -> Unit) {
    val context = LocalContext.current
    Row(horizontalArrangement = Arrangement.spacedBy(16.dp), verticalAlignment = Alignment.CenterVertically) {
        Column(Modifier.weight(1f)) {
            Text(track.title(), style = MaterialTheme.typography.bodyLarge)
            Text(
                context.day(track.startedMs),
                color = MaterialTheme.colorScheme.onSurfaceVariant,
                style = MaterialTheme.typography.bodyMedium,
            )
        }
        TextButton(onTakeBack) { Text(stringResource(R.string.tracks_take_back)) }
    }
}
