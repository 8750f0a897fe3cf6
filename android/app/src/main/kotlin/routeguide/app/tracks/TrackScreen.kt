/*
 * One of the traveller's own tracks: where it went, what it came to, what was reached on it; and what can be done with it.
 */
package routeguide.app.tracks

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.DropdownMenuItem
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.SnackbarResult
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import kotlinx.coroutines.launch
import routeguide.Departure
import routeguide.RecordingState
import routeguide.Way
import routeguide.app.R
import routeguide.app.guide.rememberSettingOut
import routeguide.app.home.value
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.Action
import routeguide.app.shared.BottomActions
import routeguide.app.shared.GPX_TYPE
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing
import routeguide.app.shared.TroubleSaid
import routeguide.app.shared.WordsEditor
import routeguide.app.shared.fileToShare
import routeguide.app.shared.isWide
import routeguide.app.shared.shareFile
import routeguide.app.shared.title

/** More than anybody calls a ride. */
private const val NAME_LENGTH = 200

/** A track's screen. */
@Composable
fun TrackScreen(number: Int, onBack: () -> Unit, open: (Screen) -> Unit) {
    val home = LocalContext.current.parts.home
    val model = viewModel { TrackModel(home, number.toUInt()) }
    val shown by model.shown.collectAsStateWithLifecycle()
    val notices = remember { SnackbarHostState() }
    val track = shown?.value
    TroubleSaid(model.wishes, notices)
    Sharing(model, track)
    var isRenaming by rememberSaveable { mutableStateOf(false) }
    ScreenFrame(
        track?.recording?.title() ?: stringResource(R.string.tracks_track),
        onBack,
        notices,
        actions = { if (track != null) Menu(track, model, notices) { isRenaming = true } },
        bottom = { if (track != null) Bottom(track, model, open) },
    ) { padding ->
        Showing(model.shown, Modifier.padding(padding)) { known ->
            Column(Modifier.padding(padding)) {
                if (isRenaming) Renaming(known, model) { isRenaming = false }
                TrackBody(known, model, Modifier.weight(1f), open)
            }
        }
    }
}

@Composable
private fun Renaming(track: TrackShown, model: TrackModel, onEnd: () -> Unit) = WordsEditor(
    stringResource(R.string.tracks_name),
    track.recording.name.orEmpty(),
    NAME_LENGTH,
    lines = 1,
    // Then it is called by what was followed again.
    mayBeNone = true,
    onEnd,
    Modifier.padding(16.dp),
) { name ->
    onEnd()
    model.rename(name)
}

@Composable
private fun Sharing(model: TrackModel, track: TrackShown?) {
    val context = LocalContext.current
    val file by model.toShare.collectAsStateWithLifecycle()
    val title = track?.recording?.title().orEmpty()
    LaunchedEffect(file) {
        val written = file ?: return@LaunchedEffect
        model.shared()
        context.shareFile(written, GPX_TYPE, title)
    }
}

@Composable
private fun TrackBody(track: TrackShown, model: TrackModel, modifier: Modifier, open: (Screen) -> Unit) {
    val facts = @Composable {
        TrackFacts(track, onJoin = { model.join { open(Screen.Track(it.toInt())) } }, open)
    }
    if (isWide()) {
        Row(modifier.fillMaxSize()) {
            Column(Modifier.weight(1f).verticalScroll(rememberScrollState()).padding(16.dp)) { facts() }
            TrackMap(track, Modifier.weight(1f).fillMaxHeight(), open)
        }
    } else {
        Column(modifier.fillMaxSize().verticalScroll(rememberScrollState())) {
            TrackMap(track, Modifier.fillMaxWidth().height(280.dp), open)
            Column(Modifier.padding(16.dp)) { facts() }
        }
    }
}

@Composable
private fun Bottom(track: TrackShown, model: TrackModel, open: (Screen) -> Unit) {
    val setOut = rememberSettingOut(onUnderway = { open(Screen.Guide) })
    BottomActions {
        when {
            track.isUnderway ->
                Action(R.drawable.ic_guide, stringResource(R.string.tracks_to_guide)) { open(Screen.Guide) }
            track.recording.state == RecordingState.BINNED ->
                Action(R.drawable.ic_undo, stringResource(R.string.tracks_take_back), onClick = model::takeBack)
            else -> {
                val way = Way.Track(track.recording.number)
                Action(R.drawable.ic_play, stringResource(R.string.tracks_follow)) {
                    setOut(way, false, Departure.CONTINUE)
                }
                Action(R.drawable.ic_reverse, stringResource(R.string.tracks_follow_reversed), isMain = false) {
                    setOut(way, true, Departure.CONTINUE)
                }
            }
        }
    }
}

@Composable
private fun Menu(track: TrackShown, model: TrackModel, notices: SnackbarHostState, onRename: () -> Unit) {
    var isOpen by remember { mutableStateOf(false) }
    var isSharing by rememberSaveable { mutableStateOf(false) }
    val scope = rememberCoroutineScope()
    val (binned, undo) = stringResource(R.string.tracks_binned) to stringResource(R.string.undo)
    if (track.recording.state != RecordingState.BINNED && !track.isUnderway) {
        IconButton({ isSharing = true }) {
            Icon(painterResource(R.drawable.ic_share), stringResource(R.string.share_gpx))
        }
    }
    IconButton({ isOpen = true }) { Icon(painterResource(R.drawable.ic_more), stringResource(R.string.tracks_more)) }
    DropdownMenu(isOpen, { isOpen = false }) {
        MenuItem(R.drawable.ic_edit, R.string.tracks_rename) {
            isOpen = false
            onRename()
        }
        if (track.recording.state != RecordingState.BINNED && !track.isUnderway) {
            MenuItem(R.drawable.ic_delete, R.string.delete) {
                isOpen = false
                model.discard {
                    scope.launch {
                        val answer = notices.showSnackbar(binned, undo, withDismissAction = true)
                        if (answer == SnackbarResult.ActionPerformed) model.takeBack()
                    }
                }
            }
        }
    }
    val context = LocalContext.current
    val title = track.recording.title()
    if (!isSharing) return
    ShareDialog({ isSharing = false }) {
        isSharing = false
        model.share(it, context.fileToShare(title, "gpx"))
    }
}

@Composable
private fun MenuItem(icon: Int, text: Int, onClick: () -> Unit) = DropdownMenuItem(
    text = { Text(stringResource(text)) },
    leadingIcon = { Icon(painterResource(icon), null) },
    onClick = onClick,
)
