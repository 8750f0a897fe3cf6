/*
 * Where a page and its map lie: one above the other in the hand, side by side where there is room.
 *
 * One layout for both: what is being written on the page is still there when the phone is turned.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.unit.Constraints

/** How much of the height the map has above the page. */
private const val MAP_SHARE = 0.36f

/** A page and its map; both are told how to fill what they have. The page is read first. */
@Composable
fun MapBeside(modifier: Modifier, map: @Composable (Modifier) -> Unit, page: @Composable () -> Unit) {
    val isWide = isWide()
    Layout(
        content = {
            Box { page() }
            Box { map(Modifier.fillMaxSize()) }
        },
        modifier = modifier.fillMaxSize(),
    ) { (pageOf, mapOf), room ->
        val mapSize = if (isWide) {
            Constraints.fixed(room.maxWidth / 2, room.maxHeight)
        } else {
            Constraints.fixed(room.maxWidth, (room.maxHeight * MAP_SHARE).toInt())
        }
        val pageSize = if (isWide) {
            Constraints.fixed(room.maxWidth - mapSize.maxWidth, room.maxHeight)
        } else {
            Constraints.fixed(room.maxWidth, room.maxHeight - mapSize.maxHeight)
        }
        val (page, map) = pageOf.measure(pageSize) to mapOf.measure(mapSize)
        layout(room.maxWidth, room.maxHeight) {
            if (isWide) {
                page.place(0, 0)
                map.place(page.width, 0)
            } else {
                map.place(0, 0)
                page.place(0, map.height)
            }
        }
    }
}
