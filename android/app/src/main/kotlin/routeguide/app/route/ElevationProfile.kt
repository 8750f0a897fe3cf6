/*
 * How a route rises and falls, drawn from heights at even distances along it.
 */
package routeguide.app.route

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.app.R
import routeguide.app.shared.IconLine
import routeguide.app.shared.LocalWords

/** The least difference of heights that fills the drawing: flat land is to look flat. */
private const val LEAST_RANGE_M = 50.0

/** A profile; [heights] in metres at even distances, [gainM] and [lossM] all climbs and descents together. */
@Composable
fun ElevationProfile(heights: List<Double>, gainM: Double?, lossM: Double?, modifier: Modifier = Modifier) {
    if (heights.size < 2) return
    val words = LocalWords.current
    val (lowest, highest) = remember(heights) { heights.min() to heights.max() }
    val range = stringResource(R.string.heights_range, words.height(lowest), words.height(highest))
    val (line, fill) = MaterialTheme.colorScheme.primary to MaterialTheme.colorScheme.primaryContainer
    Column(modifier, Arrangement.spacedBy(8.dp)) {
        Canvas(Modifier.fillMaxWidth().height(96.dp).semantics { contentDescription = range }) {
            val profile = profile(heights, lowest, maxOf(highest - lowest, LEAST_RANGE_M), size)
            val ground = Path().apply {
                addPath(profile)
                lineTo(size.width, size.height)
                lineTo(0f, size.height)
                close()
            }
            drawPath(ground, fill)
            drawPath(profile, line, style = Stroke(2.dp.toPx(), join = StrokeJoin.Round))
        }
        val climbs = if (gainM == null || lossM == null) {
            null
        } else {
            stringResource(R.string.climbs, words.height(gainM), words.height(lossM))
        }
        IconLine(R.drawable.ic_mountain, listOfNotNull(range, climbs).joinToString("\n"))
    }
}

private fun profile(heights: List<Double>, lowest: Double, range: Double, size: Size) = Path().apply {
    for (i in heights.indices) {
        val x = size.width * i / (heights.size - 1)
        val y = size.height * (1 - ((heights[i] - lowest) / range).toFloat())
        if (i == 0) moveTo(x, y) else lineTo(x, y)
    }
}
