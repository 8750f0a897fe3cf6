/*
 * What keeps the guide from being as good as it could be, each in a line with what the traveller can do about it; and how
 * the recording stands.
 */
package routeguide.app.guide

import android.os.SystemClock
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import kotlinx.coroutines.delay
import routeguide.app.R
import routeguide.app.parts
import routeguide.app.shared.LocalWords
import routeguide.app.shared.openLocationSettings
import routeguide.app.shared.openVoiceSettings

/** How often it is said anew for how long there was no position. */
private const val ANEW_MS = 10_000L

private class Remedy(val label: Int, val apply: () -> Unit)

/** Whatever there is of troubles. [goOn] asks again for what the guide needs. */
@Composable
fun RideTroubles(ride: Ride, goOn: () -> Unit) {
    val context = LocalContext.current
    if (ride.isPaused) Line(stringResource(R.string.guide_paused), icon = R.drawable.ic_pause)
    when (ride.signal) {
        Signal.THERE -> Unit
        // Before the first place that is known, there is nothing else to say, and WhatComes says it.
        Signal.WAITING -> if (!ride.isPaused && ride.update != null) {
            Line(stringResource(ride.signal.text), icon = R.drawable.ic_here)
        }
        Signal.LOST -> Trouble(stringResource(R.string.guide_lost, lostFor(ride)))
        Signal.SWITCHED_OFF -> Trouble(
            stringResource(ride.signal.text),
            Remedy(R.string.open_location_settings, context::openLocationSettings),
        )
        Signal.NOT_ALLOWED -> Trouble(stringResource(ride.signal.text), Remedy(R.string.allow_location, goOn))
    }
    if (ride.signal == Signal.THERE) ride.refused?.let { Line(it.text, icon = R.drawable.ic_warning) }
    ride.notKept?.let { Trouble(it.text) }
}

/** That the phone cannot say what the traveller wants to hear; nothing where it can. */
@Composable
fun VoiceTrouble() {
    val context = LocalContext.current
    val parts = context.parts
    val settings by parts.home.settings.collectAsStateWithLifecycle()
    val voice by parts.doors.voice.state.collectAsStateWithLifecycle()
    val text = when (voice) {
        VoiceState.LANGUAGE_MISSING -> R.string.guide_voice_missing
        VoiceState.NONE -> R.string.guide_voice_none
        else -> return
    }
    if (settings?.voice != true) return
    Line(
        stringResource(text),
        Remedy(R.string.guide_voice_settings, context::openVoiceSettings),
        icon = R.drawable.ic_voice_off,
    )
}

@Composable
private fun lostFor(ride: Ride): String {
    val ms by produceState(sinceFix(ride), ride.fixCameMs) {
        while (true) {
            value = sinceFix(ride)
            delay(ANEW_MS)
        }
    }
    return LocalWords.current.duration(ms)
}

private fun sinceFix(ride: Ride) = SystemClock.elapsedRealtime() - ride.fixCameMs

@Composable
private fun Trouble(text: String, remedy: Remedy? = null) = Line(text, remedy, R.drawable.ic_warning, isError = true)

@Composable
private fun Line(text: String, remedy: Remedy? = null, icon: Int, isError: Boolean = false) {
    val colours = MaterialTheme.colorScheme
    Surface(
        Modifier.fillMaxWidth(),
        color = if (isError) colours.errorContainer else colours.secondaryContainer,
        contentColor = if (isError) colours.onErrorContainer else colours.onSecondaryContainer,
    ) {
        Column(Modifier.padding(horizontal = 16.dp, vertical = 8.dp)) {
            Row(
                Modifier.heightIn(min = 40.dp).semantics(mergeDescendants = true) {
                    liveRegion = LiveRegionMode.Polite
                },
                Arrangement.spacedBy(12.dp),
                Alignment.CenterVertically,
            ) {
                Icon(painterResource(icon), null)
                Text(text, style = MaterialTheme.typography.titleMedium)
            }
            if (remedy != null) {
                TextButton(
                    remedy.apply,
                    // Its words begin where those above begin.
                    Modifier.padding(start = 24.dp),
                    colors = ButtonDefaults.textButtonColors(contentColor = LocalContentColor.current),
                ) { Text(stringResource(remedy.label), style = MaterialTheme.typography.titleMedium) }
            }
        }
    }
}

/** How the recording stands: how far, how long. */
@Composable
fun RecordingLine(ride: Ride) {
    val words = LocalWords.current
    val tally = ride.tally
    val text = when {
        ride.recording == null -> stringResource(R.string.guide_not_recorded)
        tally == null || tally.durationMs == 0L -> stringResource(R.string.guide_recorded)
        else -> stringResource(
            R.string.guide_recorded_so_far,
            words.distance(tally.distanceM),
            words.duration(tally.durationMs),
        )
    }
    Row(
        Modifier.padding(horizontal = 16.dp, vertical = 8.dp).semantics(mergeDescendants = true) {},
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        Icon(painterResource(R.drawable.ic_tracks), null)
        Text(text, style = MaterialTheme.typography.bodyLarge)
    }
}
