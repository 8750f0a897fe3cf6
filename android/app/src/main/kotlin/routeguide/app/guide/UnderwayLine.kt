/*
 * The line that leads back to the guide from anywhere in the app: while a journey is under way, and after a kill that
 * ended it, with the way to go on.
 */
package routeguide.app.guide

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.Underway
import routeguide.app.R
import routeguide.app.home.value
import routeguide.app.navigation.BackStack
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.LocalWords

/** The line above the tabs; nothing while nobody is under way. */
@Composable
fun UnderwayLine(stack: BackStack) {
    if (stack.top == Screen.Guide) return
    val parts = LocalContext.current.parts
    val ride by parts.guiding.ride.collectAsStateWithLifecycle()
    val changes by parts.home.changes.collectAsStateWithLifecycle()
    val left by produceState<Underway?>(null, ride == null, changes) { value = parts.home.ask { it.underway() }.value }
    val shown = ride
    val interrupted = left
    when {
        shown != null -> Line(shown.update?.nextStop?.name ?: shown.name, detail(shown)) { stack.open(Screen.Guide) }
        interrupted != null ->
            Line(interrupted.name, stringResource(R.string.was_interrupted)) { stack.open(Screen.Guide) }
    }
}

@Composable
private fun detail(ride: Ride): String {
    val words = LocalWords.current
    val next = ride.update?.nextStop
    return when {
        ride.isPaused -> stringResource(R.string.paused)
        ride.signal != Signal.THERE -> stringResource(ride.signal.text)
        next != null -> words.distance(next.distanceM)
        else -> ride.update?.let { stringResource(R.string.to_go, words.distance(it.remainingM)) }.orEmpty()
    }
}

@Composable
private fun Line(title: String, detail: String, onClick: () -> Unit) {
    Surface(Modifier.fillMaxWidth(), color = MaterialTheme.colorScheme.primary) {
        Row(
            Modifier.clickable(role = Role.Button, onClick = onClick).heightIn(min = 56.dp)
                .padding(horizontal = 16.dp, vertical = 8.dp),
            Arrangement.spacedBy(16.dp),
            Alignment.CenterVertically,
        ) {
            Icon(painterResource(R.drawable.ic_guide), null)
            Column(Modifier.weight(1f)) {
                Text(
                    title,
                    maxLines = 1,
                    overflow = TextOverflow.Ellipsis,
                    style = MaterialTheme.typography.titleMedium,
                )
                Text(detail, style = MaterialTheme.typography.bodyMedium)
            }
        }
    }
}
