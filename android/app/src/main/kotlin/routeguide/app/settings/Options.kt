/*
 * What there is to choose from, each in the words it is chosen by.
 */
package routeguide.app.settings

import androidx.compose.runtime.Composable
import androidx.compose.ui.res.stringResource
import routeguide.MapDrawing
import routeguide.Theme
import routeguide.Units
import routeguide.app.R
import routeguide.app.shared.LocalWords

/** Something that can be chosen. */
data class Option<T>(val value: T, val text: String)

/** Languages by their own names: who cannot read the present one finds theirs. */
val languages: List<Option<String?>>
    @Composable get() = listOf(
        Option(null, stringResource(R.string.settings_as_phone)),
        Option("lt", "Lietuvių"),
        Option("en", "English"),
        Option("de", "Deutsch"),
    )

val units: List<Option<Units>>
    @Composable get() = listOf(
        Option(Units.METRIC, stringResource(R.string.settings_metric)),
        Option(Units.IMPERIAL, stringResource(R.string.settings_imperial)),
    )

val themes: List<Option<Theme>>
    @Composable get() = listOf(
        Option(Theme.SYSTEM, stringResource(R.string.settings_as_phone)),
        Option(Theme.LIGHT, stringResource(R.string.settings_light)),
        Option(Theme.DARK, stringResource(R.string.settings_dark)),
    )

val drawings: List<Option<MapDrawing>>
    @Composable get() = listOf(
        Option(MapDrawing.FULL, stringResource(R.string.settings_map_full)),
        Option(MapDrawing.PLAIN, stringResource(R.string.settings_map_plain)),
    )

/** How far from the route the alarm comes; the core takes 10 to 500 m. What is set now is among them, whatever it is. */
@Composable
fun offRoute(now: Double): List<Option<Double>> {
    val words = LocalWords.current
    return (listOf(10.0, 20.0, 30.0, 50.0, 100.0, 200.0, 500.0) + now).distinct().sorted()
        .map { Option(it, words.distance(it)) }
}

/** How far ahead stops are announced; the core takes 50 to 2,000 m, or finds it by the pace. */
@Composable
fun stopAhead(now: Double?): List<Option<Double?>> {
    val words = LocalWords.current
    val byPace = Option<Double?>(null, stringResource(R.string.settings_by_pace))
    val metres = listOf(50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0) + listOfNotNull(now)
    return listOf(byPace) + metres.distinct().sorted().map { Option(it, words.distance(it)) }
}
