/*
 * The stops that come, as a list: what the map shows, for those who do not see it or have no hand free for it.
 */
package routeguide.app.guide

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.ListItem
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.StopAhead
import routeguide.app.R
import routeguide.app.shared.LocalWords

/** As many as anybody plans for. */
private const val SHOWN = 12

/** The stops that come; a tap opens one. */
@Composable
fun StopsAhead(stops: List<StopAhead>, onStop: (String) -> Unit) {
    if (stops.isEmpty()) return
    val words = LocalWords.current
    Text(
        stringResource(R.string.guide_stops_ahead),
        Modifier.padding(start = 16.dp, top = 12.dp, end = 16.dp).semantics { heading() },
        style = MaterialTheme.typography.titleLarge,
    )
    for (ahead in stops.take(SHOWN)) {
        ListItem(
            headlineContent = { Text(ahead.name, style = MaterialTheme.typography.titleMedium) },
            supportingContent = {
                Text(
                    stringResource(R.string.guide_along, words.distance(ahead.aheadM)),
                    style = MaterialTheme.typography.bodyLarge,
                )
            },
            modifier = Modifier.clickable(role = Role.Button) { onStop(ahead.id) },
        )
    }
}
