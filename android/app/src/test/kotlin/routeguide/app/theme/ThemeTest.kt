package routeguide.app.theme

import androidx.compose.material3.ColorScheme
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import org.junit.Assert.assertTrue
import org.junit.Test

/** The least contrast of letters by WCAG 2.2, level AA. */
private const val AA = 4.5

class ThemeTest {
    @Test
    fun letters_are_read_by_day_and_by_night() {
        for ((scheme, name) in listOf(day to "day", night to "night")) {
            for ((what, on, under) in letters(scheme)) {
                val contrast = contrast(on, under)
                assertTrue("$name, $what: only %.1f".format(contrast), contrast >= AA)
            }
        }
    }

    private fun letters(scheme: ColorScheme): List<Triple<String, Color, Color>> = with(scheme) {
        val surfaces = listOf(
            surface, surfaceVariant, surfaceContainerLowest, surfaceContainerLow, surfaceContainer,
            surfaceContainerHigh, surfaceContainerHighest,
        )
        listOf(
            Triple("on primary", onPrimary, primary),
            Triple("on its container", onPrimaryContainer, primaryContainer),
            Triple("on secondary", onSecondary, secondary),
            Triple("on its container", onSecondaryContainer, secondaryContainer),
            Triple("on tertiary", onTertiary, tertiary),
            Triple("on its container", onTertiaryContainer, tertiaryContainer),
            Triple("on error", onError, error),
            Triple("on its container", onErrorContainer, errorContainer),
        ) + surfaces.flatMap { under ->
            listOf(onSurface, onSurfaceVariant, primary, error).map { Triple("$it on a surface", it, under) }
        }
    }

    private fun contrast(one: Color, other: Color): Double {
        val (dark, light) = listOf(one.luminance() + 0.05, other.luminance() + 0.05).sorted()
        return light / dark
    }
}
