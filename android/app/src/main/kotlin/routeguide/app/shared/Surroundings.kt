/*
 * What every part of a screen may ask for without having it handed down: measures as text, whether it is night, how wide
 * the window is.
 */
package routeguide.app.shared

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ProvidableCompositionLocal
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.platform.LocalConfiguration
import routeguide.MapTheme
import routeguide.Words

/** From here on list and map stand side by side. */
private const val WIDE_DP = 600

/** Measures as text, in the traveller's language and units. */
val LocalWords: ProvidableCompositionLocal<Words> = staticCompositionLocalOf { error("the library is not open yet") }

/** Whether the app is dark now. */
val LocalNight: ProvidableCompositionLocal<Boolean> = staticCompositionLocalOf { false }

/** How maps and covers are drawn now. */
@Composable
fun mapTheme(): MapTheme = if (LocalNight.current) MapTheme.DARK else MapTheme.LIGHT

/** Whether list and map stand side by side. */
@Composable
fun isWide(): Boolean = LocalConfiguration.current.screenWidthDp >= WIDE_DP
