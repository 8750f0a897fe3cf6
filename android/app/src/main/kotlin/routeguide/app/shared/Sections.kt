/*
 * The parts that a page about something is made of: headings, lines with an icon, marks, what can be opened and closed.
 */
package routeguide.app.shared

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import routeguide.app.R

/** The name of a part of a page. */
@Composable
fun Heading(text: String, modifier: Modifier = Modifier) = Text(
    text,
    modifier.padding(top = 8.dp).semantics { heading() },
    style = MaterialTheme.typography.titleLarge,
)

/** The name of a part of a list whose rows reach from edge to edge. */
@Composable
fun ListHeading(text: String) = Text(
    text,
    Modifier.padding(start = 16.dp, top = 16.dp, end = 16.dp).semantics { heading() },
    color = MaterialTheme.colorScheme.primary,
    style = MaterialTheme.typography.titleSmall,
)

/** A line with an icon that says the same. */
@Composable
fun IconLine(icon: Int, text: String, modifier: Modifier = Modifier) {
    // As high as a line of the text, however large its letters are, and beside the first.
    val size = with(LocalDensity.current) { 24.sp.toDp() }
    Row(modifier, Arrangement.spacedBy(12.dp)) {
        Icon(painterResource(icon), null, Modifier.size(size), MaterialTheme.colorScheme.onSurfaceVariant)
        Text(text, lineHeight = 24.sp)
    }
}

/** A word that sets something apart from others in its list. */
@Composable
fun Mark(text: String, icon: Int? = null) {
    val colours = MaterialTheme.colorScheme
    Row(
        Modifier
            .background(colours.secondaryContainer, RoundedCornerShape(8.dp))
            .padding(horizontal = 8.dp, vertical = 2.dp),
        Arrangement.spacedBy(4.dp),
        Alignment.CenterVertically,
    ) {
        if (icon != null) Icon(painterResource(icon), null, Modifier.size(16.dp), colours.onSecondaryContainer)
        Text(text, color = colours.onSecondaryContainer, style = MaterialTheme.typography.labelLarge)
    }
}

/** A part of a page that few read: closed until it is asked for. */
@Composable
fun Closed(title: String, content: @Composable ColumnScope.() -> Unit) {
    var isOpen by rememberSaveable(title) { mutableStateOf(false) }
    val state = stringResource(if (isOpen) R.string.is_open else R.string.is_closed)
    Column {
        Row(
            Modifier
                .fillMaxWidth()
                .clickable(role = Role.Button) { isOpen = !isOpen }
                .heightIn(min = 56.dp)
                .semantics(mergeDescendants = true) {
                    heading()
                    stateDescription = state
                },
            Arrangement.spacedBy(12.dp),
            Alignment.CenterVertically,
        ) {
            Text(title, Modifier.weight(1f), style = MaterialTheme.typography.titleLarge)
            Icon(painterResource(if (isOpen) R.drawable.ic_collapse else R.drawable.ic_expand), null)
        }
        if (isOpen) Column(verticalArrangement = Arrangement.spacedBy(12.dp), content = content)
    }
}
