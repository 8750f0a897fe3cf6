/*
 * The traveller's own tracks as a list, each with a small drawn map; at the end the bin. More tracks come in from files.
 */
package routeguide.app.tracks

import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts.GetMultipleContents
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.grid.GridCells
import androidx.compose.foundation.lazy.grid.GridItemSpan
import androidx.compose.foundation.lazy.grid.LazyGridScope
import androidx.compose.foundation.lazy.grid.LazyVerticalGrid
import androidx.compose.foundation.lazy.grid.items
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.ListItem
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
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
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
    TroubleSaid(model.trouble, notices, model::seen)
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
        if (shown.kept.isEmpty()) wide { Text(stringResource(R.string.tracks_none), Modifier.padding(16.dp)) }
        if (shown.binned.isNotEmpty()) {
            wide { BinHeading(shown, model) }
            items(shown.binned, key = { it.key }) { track -> BinnedRow(track) { model.takeBack(track) } }
        }
    }
}

private fun LazyGridScope.wide(content: @Composable () -> Unit) =
    item(span = { GridItemSpan(maxLineSpan) }) { content() }

@Composable
private fun BinHeading(shown: TracksShown, model: TracksModel) {
    var isAsking by rememberSaveable { mutableStateOf(false) }
    Column(Modifier.padding(top = 16.dp)) {
        Text(
            stringResource(R.string.tracks_bin),
            Modifier.semantics { heading() },
            style = MaterialTheme.typography.titleLarge,
        )
        Text(pluralStringResource(R.plurals.tracks_bin_keeps, shown.binDays, shown.binDays))
        TextButton({ isAsking = true }) { Text(stringResource(R.string.tracks_empty_bin)) }
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
    ListItem(
        headlineContent = { Text(track.title()) },
        supportingContent = { Text(context.day(track.startedMs)) },
        trailingContent = { TextButton(onTakeBack) { Text(stringResource(R.string.tracks_take_back)) } },
    )
}
