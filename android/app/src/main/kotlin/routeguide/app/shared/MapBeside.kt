/*
 * Where a page and its map lie: one above the other in the hand, side by side where there is room.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier

/** How much of the height the map has above the page. */
private const val MAP_SHARE = 0.36f

/** A page and its map; both are told how to fill what they have. The page is read first. */
@Composable
fun MapBeside(modifier: Modifier, map: @Composable (Modifier) -> Unit, page: @Composable () -> Unit) {
    if (isWide()) {
        Row(modifier) {
            Box(Modifier.weight(1f)) { page() }
            map(Modifier.weight(1f).fillMaxHeight())
        }
    } else {
        Column(modifier) {
            map(Modifier.weight(MAP_SHARE).fillMaxWidth())
            Box(Modifier.weight(1 - MAP_SHARE)) { page() }
        }
    }
}
