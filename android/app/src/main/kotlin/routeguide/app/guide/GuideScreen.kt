/*
 * The guide under way: the map that follows, what comes next, what was said, and how to wait and to end. To be read at
 * arm's length on a shaking handlebar, and to be used with gloves.
 *
 * Every part lives in a file of its own; here is where they stand.
 */
package routeguide.app.guide

import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalView
import androidx.lifecycle.compose.LifecycleStartEffect
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.Way
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.isWide

/** How much of the map a cue may cover. */
private const val CUE_SHARE = 0.5f

private enum class Sheet { CUES, HELP }

/** The guide. [replace] shows a screen that back leads past. */
@Composable
fun GuideScreen(open: (Screen) -> Unit, replace: (Screen) -> Unit, back: () -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { GuideModel(parts) }
    val ride by model.ride.collectAsStateWithLifecycle()
    val end = { model.stop { recording -> replace(after(recording)) } }
    when (val now = ride) {
        null -> NotUnderway(model, back, toRoutes = { replace(Screen.Routes) }) { end() }
        else -> Underway(now, model, open, back) { end() }
    }
}

private fun after(recording: UInt?): Screen = recording?.let { Screen.Track(it.toInt()) } ?: Screen.Routes

@Composable
private fun Underway(ride: Ride, model: GuideModel, open: (Screen) -> Unit, back: () -> Unit, end: () -> Unit) {
    var sheet by rememberSaveable { mutableStateOf<Sheet?>(null) }
    val goOn = rememberGoingOn()
    val openStop = { id: String -> (ride.way as? Way.Route)?.let { open(Screen.Stop(it.bundle, it.route, id)) } }
    KeepScreenOn()
    KeepAlive()
    val buttons = @Composable { RideButtons(ride, model, end) }
    ScreenFrame(
        ride.name,
        onBack = back,
        actions = { GuideActions(model, onCues = { sheet = Sheet.CUES }, onHelp = { sheet = Sheet.HELP }) },
        bottom = { if (!isWide()) buttons() },
    ) { padding ->
        val map = @Composable { modifier: Modifier ->
            BoxWithConstraints(modifier) {
                GuideMap(ride, model) { openStop(it) }
                // The traveller stays in sight below it.
                NewestCue(ride, Modifier.heightIn(max = maxHeight * CUE_SHARE))
            }
        }
        val panel: @Composable ColumnScope.() -> Unit = {
            RideTroubles(ride, goOn)
            WhatComes(ride)
            VoiceTrouble()
            StageLine(ride)
            RecordingLine(ride)
            StopsAhead(ride.stopsAhead) { openStop(it) }
        }
        if (isWide()) {
            Row(Modifier.padding(padding)) {
                Column(Modifier.weight(1f).fillMaxHeight()) {
                    Column(Modifier.weight(1f).verticalScroll(rememberScrollState()), content = panel)
                    buttons()
                }
                map(Modifier.weight(1f).fillMaxHeight())
            }
        } else {
            Column(Modifier.padding(padding)) {
                map(Modifier.weight(4f))
                Column(Modifier.weight(5f).verticalScroll(rememberScrollState()), content = panel)
            }
        }
    }
    when (sheet) {
        Sheet.CUES -> CuesSheet(ride.cues) { sheet = null }
        Sheet.HELP -> HelpSheet { sheet = null }
        null -> Unit
    }
}

@Composable
private fun KeepScreenOn() {
    val choices = LocalContext.current.parts.choices
    val choice by choices.choice.collectAsStateWithLifecycle()
    val view = LocalView.current
    DisposableEffect(view, choice.screenOn) {
        view.keepScreenOn = choice.screenOn
        onDispose { view.keepScreenOn = false }
    }
}

// The phone may have ended the service while the app stayed; whoever looks at the guide wants it to go on.
@Composable
private fun KeepAlive() {
    val context = LocalContext.current
    LifecycleStartEffect(Unit) {
        if (context.parts.doors.fixes.allowed != Allowed.NOTHING) GuideService.start(context)
        onStopOrDispose { }
    }
}
