/*
 * The main actions of a screen, at its bottom, where the thumb of the hand that holds the phone reaches them.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.FlowRowScope
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonColors
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.unit.dp

/** Wider, they would lie far from either thumb. */
private val WIDEST = 640.dp

private val padding = PaddingValues(horizontal = 16.dp, vertical = 8.dp)

/** The row of main actions. What has no room beside another goes below it. */
@Composable
fun BottomActions(actions: @Composable FlowRowScope.() -> Unit) {
    Surface(color = MaterialTheme.colorScheme.surfaceContainerLow) {
        Box(Modifier.fillMaxWidth(), Alignment.Center) {
            FlowRow(
                Modifier.widthIn(max = WIDEST).padding(horizontal = 16.dp, vertical = 8.dp),
                Arrangement.spacedBy(8.dp),
                Arrangement.spacedBy(8.dp),
                content = actions,
            )
        }
    }
}

/** One of them; [isMain] stands out. */
@Composable
fun FlowRowScope.Action(icon: Int, text: String, isMain: Boolean = true, onClick: () -> Unit) {
    Button(onClick, Modifier.weight(1f).heightIn(min = 56.dp), colors = colours(isMain), contentPadding = padding) {
        Icon(painterResource(icon), null, Modifier.padding(end = 8.dp).size(24.dp))
        Text(text)
    }
}

@Composable
private fun colours(isMain: Boolean): ButtonColors =
    if (isMain) ButtonDefaults.buttonColors() else ButtonDefaults.filledTonalButtonColors()
