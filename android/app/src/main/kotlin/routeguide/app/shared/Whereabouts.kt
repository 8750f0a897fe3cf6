/*
 * Where something is, to be handed on: as coordinates, and to another map app.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.Position
import routeguide.app.R

/** A position, and what can be done with it. */
@Composable
fun Whereabouts(position: Position, name: String, onCopied: () -> Unit) {
    val context = LocalContext.current
    val text = LocalWords.current.position(position)
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        SelectionContainer {
            Column(Modifier.semantics(mergeDescendants = true) { contentDescription = text.digits }) {
                Text(text.decimal, style = MaterialTheme.typography.titleMedium)
                Small(text.minutes)
            }
        }
        FlowRow(Modifier, Arrangement.spacedBy(8.dp), Arrangement.spacedBy(8.dp)) {
            HandOn(R.drawable.ic_copy, stringResource(R.string.copy_coordinates)) {
                context.copy(text.decimal)
                onCopied()
            }
            HandOn(R.drawable.ic_map, stringResource(R.string.open_elsewhere)) {
                context.openElsewhere(spot(text, name), text.decimal)
            }
        }
    }
}

@Composable
private fun HandOn(icon: Int, text: String, onClick: () -> Unit) {
    OutlinedButton(onClick, Modifier.heightIn(min = 48.dp)) {
        Icon(painterResource(icon), null)
        Text(text, Modifier.padding(start = 12.dp))
    }
}
