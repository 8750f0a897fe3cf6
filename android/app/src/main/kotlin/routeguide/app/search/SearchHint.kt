/*
 * What stands below an empty search field: what can be looked for.
 */
package routeguide.app.search

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.app.R

/** What can be looked for. */
@Composable
fun SearchHint() = Column(
    Modifier.verticalScroll(rememberScrollState()).padding(16.dp),
    Arrangement.spacedBy(16.dp),
) {
    Hint(R.drawable.ic_route, R.string.search_hint_routes)
    Hint(R.drawable.ic_stop_lighthouse, R.string.search_hint_stops)
    Hint(R.drawable.ic_stop_village, R.string.search_hint_places)
    Text(
        stringResource(R.string.search_advice),
        color = MaterialTheme.colorScheme.onSurfaceVariant,
        style = MaterialTheme.typography.bodyMedium,
    )
}

@Composable
private fun Hint(icon: Int, text: Int) =
    Row(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(16.dp)) {
        Icon(painterResource(icon), null)
        Text(stringResource(text))
    }
