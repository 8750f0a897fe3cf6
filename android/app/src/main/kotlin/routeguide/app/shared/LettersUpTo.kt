/*
 * Letters that may not grow without end: in bars and on maps, where larger ones would cover what they name or be cut.
 */
package routeguide.app.shared

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Density

/** Shows [content] in letters at most [scale] times as large as usual. */
@Composable
fun LettersUpTo(scale: Float, content: @Composable () -> Unit) {
    val here = LocalDensity.current
    CompositionLocalProvider(
        LocalDensity provides Density(here.density, here.fontScale.coerceAtMost(scale)),
        content = content,
    )
}
