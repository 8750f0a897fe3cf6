/*
 * A drawn cover: shapes that the core has laid out in a box, painted to the width there is.
 */
package routeguide.app.shared

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clipToBounds
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Path
import androidx.compose.ui.graphics.PathEffect
import androidx.compose.ui.graphics.PathFillType
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.scale
import routeguide.Sketch
import routeguide.SketchShape
import java.nio.ByteBuffer
import java.nio.ByteOrder

/** The box that covers are laid out in. */
object CoverBox {
    const val WIDTH: Double = 360.0
    const val HEIGHT: Double = 180.0
}

private class Drawn(val shape: SketchShape) {
    val path: Path = path(shape)
}

/** A cover as wide as there is room; blank while it is being drawn. It was laid out in a box of [width] by [height]. */
@Composable
fun Cover(
    sketch: Sketch?,
    modifier: Modifier = Modifier,
    width: Double = CoverBox.WIDTH,
    height: Double = CoverBox.HEIGHT,
) {
    val shapes = remember(sketch) { sketch?.shapes.orEmpty().map(::Drawn) }
    val frame = modifier.fillMaxWidth().aspectRatio((width / height).toFloat()).clipToBounds()
    Canvas(frame) {
        if (sketch == null) return@Canvas
        drawRect(argb(sketch.background))
        scale((size.width / width).toFloat(), Offset.Zero) { shapes.forEach { draw(it) } }
    }
}

private fun DrawScope.draw(drawn: Drawn) {
    drawn.shape.fill?.let { drawPath(drawn.path, argb(it)) }
    drawn.shape.stroke?.let { stroke ->
        val width = drawn.shape.strokeWidth.toFloat()
        val dashes = if (drawn.shape.dashed) PathEffect.dashPathEffect(floatArrayOf(2 * width, 2 * width)) else null
        drawPath(drawn.path, argb(stroke), style = Stroke(width, 4f, StrokeCap.Round, StrokeJoin.Round, dashes))
    }
}

private fun argb(colour: UInt) = Color(colour.toInt())

private fun path(shape: SketchShape): Path {
    val points = ByteBuffer.wrap(shape.points).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
    val path = Path().apply { fillType = PathFillType.EvenOdd }
    val begins = shape.pieces.mapTo(HashSet()) { it.toInt() }
    for (i in 0..<points.limit() / 2) {
        val (x, y) = points[2 * i] to points[2 * i + 1]
        if (i in begins) {
            if (shape.closed && i > 0) path.close()
            path.moveTo(x, y)
        } else {
            path.lineTo(x, y)
        }
    }
    if (shape.closed) path.close()
    return path
}
