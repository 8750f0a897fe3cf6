/*
 * The page about a route, from what one wants to know first to what it rests on.
 */
package routeguide.app.route

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.BundleManifest
import routeguide.RouteDetails
import routeguide.app.R
import routeguide.app.shared.Closed
import routeguide.app.shared.Facts
import routeguide.app.shared.Heading
import routeguide.app.shared.IconLine
import routeguide.app.shared.LocalWords
import routeguide.app.shared.PictureRow
import routeguide.app.shared.Small
import routeguide.app.shared.Source
import routeguide.app.shared.Unverified
import routeguide.app.shared.icon

/** The page about a route. */
@Composable
fun RoutePage(bundle: String, shown: RouteShown, onStop: (String) -> Unit) {
    val route = shown.route
    LazyColumn(
        Modifier.fillMaxSize(),
        contentPadding = PaddingValues(16.dp),
        verticalArrangement = Arrangement.spacedBy(12.dp),
    ) {
        item { Text(route.summary, style = MaterialTheme.typography.titleMedium) }
        item { AtAGlance(shown) }
        if (route.pictures.isNotEmpty()) item { PictureRow(bundle, route.pictures) }
        shown.heights?.let { heights -> item { ElevationProfile(heights, route.gainM, route.lossM) } }
        item { Text(route.description, style = MaterialTheme.typography.bodyLarge) }
        for ((number, day) in shown.days.withIndex()) day(number + 1, day, onStop)
        item { Closed(stringResource(R.string.facts_and_sources)) { RestsOn(route, shown.manifest) } }
    }
}

private fun LazyListScope.day(number: Int, day: Day, onStop: (String) -> Unit) {
    item(key = "stage ${day.stage.id}") { StageHead(number, day) }
    items(day.stops, key = { "stop ${it.stop.id}" }) { StopRow(it) { onStop(it.stop.id) } }
}

@Composable
private fun AtAGlance(shown: RouteShown) {
    val words = LocalWords.current
    val route = shown.route
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        val days = route.days?.let { pluralStringResource(R.plurals.days, it.toInt(), it.toInt()) }
        val stops = pluralStringResource(R.plurals.stops, route.stops.size, route.stops.size)
        IconLine(R.drawable.ic_route, listOfNotNull(words.distance(route.lengthM), days, stops).joinToString(" · "))
        route.officialLengthM?.let {
            IconLine(R.drawable.ic_info, stringResource(R.string.official_length, words.distance(it)))
        }
        FlowRow(Modifier, Arrangement.spacedBy(24.dp), Arrangement.spacedBy(8.dp)) {
            for (mode in shown.modes) IconLine(mode.icon, words.mode(mode))
        }
        IconLine(R.drawable.ic_map, words.exactness(route.indicativeShare))
        Unverified(route.unverified)
    }
}

@Composable
private fun RestsOn(route: RouteDetails, bundle: BundleManifest) {
    Facts(route.facts)
    SelectionContainer {
        Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
            Small(stringResource(R.string.route_by, route.creator))
            Small(stringResource(R.string.published_by, bundle.publisher, bundle.published, bundle.licence))
        }
    }
    Heading(stringResource(R.string.attributions))
    for (credit in bundle.attributions) {
        SelectionContainer {
            Column {
                Text(credit.what, style = MaterialTheme.typography.titleSmall)
                Source(listOfNotNull(credit.text, credit.licence, credit.url).joinToString("\n"))
            }
        }
    }
}
