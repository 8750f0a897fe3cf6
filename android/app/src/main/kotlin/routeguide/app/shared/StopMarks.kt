/*
 * What sets a stop apart from others on its route.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.app.R

/** The marks of a stop; nothing where it has none. */
@Composable
fun StopMarks(isOfficial: Boolean, isOptional: Boolean, isVisited: Boolean) {
    if (isOfficial && !isOptional && !isVisited) return
    FlowRow(Modifier, Arrangement.spacedBy(8.dp), Arrangement.spacedBy(4.dp)) {
        if (isVisited) Mark(stringResource(R.string.visited), R.drawable.ic_check)
        if (isOptional) Mark(stringResource(R.string.optional))
        if (!isOfficial) Mark(stringResource(R.string.not_official))
    }
}
