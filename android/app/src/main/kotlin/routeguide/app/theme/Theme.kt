/*
 * The app's colours and letters, by day and by night.
 *
 * Made for low sun and wet glasses: few colours, dark on light with much contrast, no tints of the phone's wallpaper.
 */
package routeguide.app.theme

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.Hyphens
import androidx.compose.ui.unit.sp
import routeguide.Theme

// Sea, sand and pine of the coast; every pair of a colour and what lies on it has a contrast of 4.5 or more.
internal val day = lightColorScheme(
    primary = Color(0xFF00566B),
    onPrimary = Color(0xFFFFFFFF),
    primaryContainer = Color(0xFFC5E7F1),
    onPrimaryContainer = Color(0xFF00313F),
    secondary = Color(0xFF4F5B43),
    onSecondary = Color(0xFFFFFFFF),
    secondaryContainer = Color(0xFFDDE8CB),
    onSecondaryContainer = Color(0xFF1B2411),
    tertiary = Color(0xFF8A4B00),
    onTertiary = Color(0xFFFFFFFF),
    tertiaryContainer = Color(0xFFFFDDBA),
    onTertiaryContainer = Color(0xFF331A00),
    background = Color(0xFFFAFAF6),
    onBackground = Color(0xFF171C1E),
    surface = Color(0xFFFAFAF6),
    onSurface = Color(0xFF171C1E),
    surfaceVariant = Color(0xFFE2E6E3),
    onSurfaceVariant = Color(0xFF3C4446),
    surfaceContainerLowest = Color(0xFFFFFFFF),
    surfaceContainerLow = Color(0xFFF4F5F0),
    surfaceContainer = Color(0xFFEEF0EB),
    surfaceContainerHigh = Color(0xFFE8EBE6),
    surfaceContainerHighest = Color(0xFFE2E6E1),
    outline = Color(0xFF667073),
    outlineVariant = Color(0xFFC3CACB),
    error = Color(0xFFA8150F),
    onError = Color(0xFFFFFFFF),
    errorContainer = Color(0xFFFFDAD5),
    onErrorContainer = Color(0xFF410001),
)

internal val night = darkColorScheme(
    primary = Color(0xFF84D2E8),
    onPrimary = Color(0xFF003642),
    primaryContainer = Color(0xFF004E5F),
    onPrimaryContainer = Color(0xFFC5E7F1),
    secondary = Color(0xFFC1CCB0),
    onSecondary = Color(0xFF2B3420),
    secondaryContainer = Color(0xFF414B35),
    onSecondaryContainer = Color(0xFFDDE8CB),
    tertiary = Color(0xFFFFB866),
    onTertiary = Color(0xFF4A2800),
    tertiaryContainer = Color(0xFF693C00),
    onTertiaryContainer = Color(0xFFFFDDBA),
    background = Color(0xFF101416),
    onBackground = Color(0xFFE1E4E4),
    surface = Color(0xFF101416),
    onSurface = Color(0xFFE1E4E4),
    surfaceVariant = Color(0xFF3C4446),
    onSurfaceVariant = Color(0xFFC5CCCE),
    surfaceContainerLowest = Color(0xFF0B0F11),
    surfaceContainerLow = Color(0xFF181D1F),
    surfaceContainer = Color(0xFF1C2123),
    surfaceContainerHigh = Color(0xFF262B2E),
    surfaceContainerHighest = Color(0xFF313639),
    outline = Color(0xFF8F989B),
    outlineVariant = Color(0xFF3F484A),
    error = Color(0xFFFFB4A9),
    onError = Color(0xFF680003),
    errorContainer = Color(0xFF920B08),
    onErrorContainer = Color(0xFFFFDAD5),
)

// Headings heavier than usual: they are read in passing, on a shaking handlebar. Long German words are parted where the
// language parts them.
private val letters = Typography().run {
    fun TextStyle.parted() = copy(hyphens = Hyphens.Auto)
    fun TextStyle.heavy() = parted().copy(fontWeight = FontWeight.SemiBold)
    copy(
        headlineMedium = headlineMedium.heavy(),
        headlineSmall = headlineSmall.heavy(),
        titleLarge = titleLarge.heavy(),
        titleMedium = titleMedium.heavy().copy(letterSpacing = 0.sp),
        bodyLarge = bodyLarge.parted().copy(letterSpacing = 0.sp),
        bodyMedium = bodyMedium.parted(),
    )
}

/** Whether it is night in the app: by the traveller's choice, or the phone's. */
@Composable
fun isNight(theme: Theme?): Boolean = when (theme) {
    Theme.LIGHT -> false
    Theme.DARK -> true
    Theme.SYSTEM, null -> isSystemInDarkTheme()
}

/** The app's theme around a screen. */
@Composable
fun AppTheme(isNight: Boolean, content: @Composable () -> Unit) {
    MaterialTheme(if (isNight) night else day, typography = letters, content = content)
}
