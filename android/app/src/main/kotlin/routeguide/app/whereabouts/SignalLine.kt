/*
 * Why the traveller's place is not shown, and what they can do about it; nothing while it is.
 */
package routeguide.app.whereabouts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.app.R
import routeguide.app.guide.Signal
import routeguide.app.shared.openAppSettings
import routeguide.app.shared.openLocationSettings

/** How the phone's positions stand, where they do not come. */
@Composable
fun SignalLine(signal: Signal?, modifier: Modifier = Modifier) {
    val context = LocalContext.current
    val said = when (signal) {
        null, Signal.THERE -> return
        Signal.WAITING -> R.string.location_waiting
        Signal.LOST -> R.string.location_lost
        Signal.SWITCHED_OFF -> R.string.location_switched_off
        Signal.NOT_ALLOWED -> R.string.location_not_known
    }
    Surface(modifier.fillMaxWidth(), MaterialTheme.shapes.medium, MaterialTheme.colorScheme.secondaryContainer) {
        Column(Modifier.padding(horizontal = 16.dp, vertical = 12.dp)) {
            Row(
                Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite },
                Arrangement.spacedBy(12.dp),
                Alignment.CenterVertically,
            ) {
                Icon(painterResource(if (signal == Signal.WAITING) R.drawable.ic_here else R.drawable.ic_info), null)
                Text(stringResource(said))
            }
            when (signal) {
                Signal.SWITCHED_OFF -> WayOut(R.string.location_switch_on) { context.openLocationSettings() }
                Signal.NOT_ALLOWED -> WayOut(R.string.location_allow) { context.openAppSettings() }
                else -> Unit
            }
        }
    }
}

@Composable
private fun WayOut(label: Int, onClick: () -> Unit) =
    // Below the words, not below their icon.
    TextButton(onClick, Modifier.padding(start = 24.dp)) { Text(stringResource(label)) }
