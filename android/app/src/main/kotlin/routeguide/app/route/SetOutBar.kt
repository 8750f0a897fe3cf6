/*
 * The ways to set out on a route, within a thumb's reach.
 */
package routeguide.app.route

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Button
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.FilledTonalIconButton
import androidx.compose.material3.Icon
import androidx.compose.material3.ListItem
import androidx.compose.material3.ListItemDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.ModalBottomSheet
import androidx.compose.material3.Text
import androidx.compose.material3.rememberModalBottomSheetState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.Departure
import routeguide.Way
import routeguide.app.R
import routeguide.app.parts
import routeguide.app.shared.LocalWords
import routeguide.app.shared.isWide

/** The main actions of a route's screen. */
@Composable
fun SetOutBar(
    shown: RouteShown,
    way: Way,
    onStart: () -> Unit,
    onGuide: () -> Unit,
    onMore: () -> Unit,
    onShare: () -> Unit,
) {
    val ride by LocalContext.current.parts.guiding.ride.collectAsStateWithLifecycle()
    Box(Modifier.fillMaxWidth().background(MaterialTheme.colorScheme.surfaceContainer)) {
        Row(
            // Beside a map it is as wide as the page above it: nobody needs a button across a tablet.
            Modifier.fillMaxWidth(if (isWide()) 0.5f else 1f).padding(horizontal = 16.dp, vertical = 8.dp),
            Arrangement.spacedBy(8.dp),
            Alignment.CenterVertically,
        ) {
            if (ride?.way == way) {
                Main(R.drawable.ic_guide, stringResource(R.string.to_guide), null, Modifier.weight(1f), onGuide)
            } else {
                Start(shown, Modifier.weight(1f), onStart)
                Side(R.drawable.ic_more, stringResource(R.string.more_starts), onMore)
            }
            Side(R.drawable.ic_share, stringResource(R.string.share_gpx), onShare)
        }
    }
}

@Composable
private fun Start(shown: RouteShown, modifier: Modifier, onStart: () -> Unit) {
    val standing = shown.standing
    if (standing == null) {
        Main(R.drawable.ic_play, stringResource(R.string.start), null, modifier, onStart)
    } else {
        val reached = stringResource(R.string.at_distance, LocalWords.current.distance(standing.alongM))
        Main(R.drawable.ic_play, stringResource(R.string.go_on_route), reached, modifier, onStart)
    }
}

@Composable
private fun Main(icon: Int, text: String, detail: String?, modifier: Modifier, onClick: () -> Unit) {
    Button(onClick, modifier.heightIn(min = 56.dp)) {
        Icon(painterResource(icon), null)
        Column(Modifier.padding(start = 12.dp)) {
            Text(text, style = MaterialTheme.typography.titleMedium)
            if (detail != null) Text(detail, style = MaterialTheme.typography.bodyMedium)
        }
    }
}

@Composable
private fun Side(icon: Int, text: String, onClick: () -> Unit) =
    FilledTonalIconButton(onClick, Modifier.size(56.dp)) { Icon(painterResource(icon), text) }

/** Other ways to set out than from the start to the end. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun StartSheet(onClose: () -> Unit, onStart: (reversed: Boolean, departure: Departure) -> Unit) {
    fun start(reversed: Boolean, departure: Departure) {
        onClose()
        onStart(reversed, departure)
    }
    ModalBottomSheet(onClose, sheetState = rememberModalBottomSheetState(skipPartiallyExpanded = true)) {
        Choice(R.drawable.ic_here, stringResource(R.string.start_here), stringResource(R.string.start_here_why)) {
            start(false, Departure.HERE)
        }
        Choice(R.drawable.ic_reverse, stringResource(R.string.start_reversed), stringResource(R.string.reversed_why)) {
            start(true, Departure.CONTINUE)
        }
    }
}

@Composable
private fun Choice(icon: Int, text: String, why: String, onClick: () -> Unit) = ListItem(
    headlineContent = { Text(text) },
    supportingContent = { Text(why) },
    leadingContent = { Icon(painterResource(icon), null) },
    modifier = Modifier.clickable(role = Role.Button, onClick = onClick),
    colors = ListItemDefaults.colors(containerColor = Color.Transparent),
)
