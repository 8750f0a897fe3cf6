/*
 * What the guide said: the newest large above the map for a while, all of them in a sheet. The words are the core's.
 */
package routeguide.app.guide

import android.os.SystemClock
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.ModalBottomSheet
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.delay
import routeguide.Cue
import routeguide.app.R

/** Long enough to stop and read it. */
private const val SHOWN_MS = 30_000L

/** More than this is no call but a story, and is set smaller. */
private const val CALL_LENGTH = 100

/** The newest cue, until it is old or put away. */
@Composable
fun NewestCue(ride: Ride, modifier: Modifier = Modifier) {
    val text = ride.foundAgain ?: ride.cues.firstOrNull()?.text ?: return
    var isShown by remember(text, ride.cueCameMs) { mutableStateOf(true) }
    LaunchedEffect(text, ride.cueCameMs) {
        if (ride.foundAgain == null) delay(ride.cueCameMs + SHOWN_MS - SystemClock.elapsedRealtime())
        if (ride.foundAgain == null) isShown = false
    }
    if (!isShown) return
    Card(
        modifier.fillMaxWidth().padding(8.dp),
        colors = CardDefaults.cardColors(
            MaterialTheme.colorScheme.tertiaryContainer,
            MaterialTheme.colorScheme.onTertiaryContainer,
        ),
    ) {
        Row(Modifier.padding(start = 16.dp), verticalAlignment = Alignment.Top) {
            Text(
                text,
                Modifier.weight(1f, fill = true).verticalScroll(rememberScrollState()).padding(vertical = 12.dp)
                    .semantics { liveRegion = LiveRegionMode.Polite },
                style = with(MaterialTheme.typography) { if (text.length > CALL_LENGTH) titleMedium else titleLarge },
            )
            IconButton({ isShown = false }) {
                Icon(painterResource(R.drawable.ic_close), stringResource(R.string.guide_put_away))
            }
        }
    }
}

/** All that was said, the newest first. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun CuesSheet(cues: List<Cue>, onClose: () -> Unit) = ModalBottomSheet(onClose) {
    LazyColumn(contentPadding = PaddingValues(16.dp), verticalArrangement = Arrangement.spacedBy(12.dp)) {
        item {
            Text(
                stringResource(R.string.guide_cues),
                Modifier.semantics { heading() },
                style = MaterialTheme.typography.titleLarge,
            )
        }
        if (cues.isEmpty()) item { Text(stringResource(R.string.guide_no_cues)) }
        items(cues) { cue ->
            HorizontalDivider()
            Text(cue.text, Modifier.padding(top = 12.dp), style = MaterialTheme.typography.bodyLarge)
        }
    }
}
