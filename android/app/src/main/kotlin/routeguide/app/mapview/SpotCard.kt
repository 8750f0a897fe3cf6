/*
 * The card of what was tapped on the map.
 */
package routeguide.app.mapview

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Button
import androidx.compose.material3.ElevatedCard
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.app.R
import routeguide.app.navigation.Screen
import routeguide.app.shared.Spot
import routeguide.app.shared.told

/** What was tapped on the map. */
@Composable
fun SpotCard(spot: Spot, onClose: () -> Unit, open: (Screen) -> Unit) = ElevatedCard(Modifier.fillMaxWidth()) {
    Column(Modifier.padding(start = 16.dp, bottom = 12.dp)) {
        Row(horizontalArrangement = Arrangement.spacedBy(16.dp)) {
            Icon(painterResource(spot.icon), null, Modifier.padding(top = 16.dp))
            Column(
                Modifier.weight(1f).padding(top = 12.dp).semantics(mergeDescendants = true) {
                    liveRegion = LiveRegionMode.Polite
                },
            ) {
                Text(spot.name, style = MaterialTheme.typography.titleMedium)
                Text(spot.told(), color = MaterialTheme.colorScheme.onSurfaceVariant)
            }
            IconButton(onClose) { Icon(painterResource(R.drawable.ic_close), stringResource(R.string.close)) }
        }
        Button({ open(spot.screen) }, Modifier.align(Alignment.End).padding(end = 16.dp, top = 8.dp)) {
            Text(stringResource(R.string.mapview_open))
        }
    }
}
