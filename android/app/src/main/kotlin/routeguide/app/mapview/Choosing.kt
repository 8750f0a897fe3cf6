/*
 * What of the map is shown, chosen by chips: which bundle, which kinds of stops.
 */
package routeguide.app.mapview

import androidx.compose.foundation.horizontalScroll
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.material3.FilterChip
import androidx.compose.material3.FilterChipDefaults
import androidx.compose.material3.Icon
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.isTraversalGroup
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.app.R
import routeguide.app.shared.LocalWords
import routeguide.app.shared.icon

/** The chips. */
@Composable
fun Choosing(ground: Ground, choice: MapChoice, onChoice: (MapChoice) -> Unit) {
    if (ground.bundles.size > 1) {
        Chips(R.string.mapview_bundles) {
            for (bundle in ground.bundles) {
                FilterChip(
                    selected = bundle.id == ground.bundle.id,
                    // Another bundle has other kinds.
                    onClick = { onChoice(MapChoice(bundle.id)) },
                    label = { Text(bundle.name) },
                )
            }
        }
    }
    val words = LocalWords.current
    Chips(R.string.mapview_filter) {
        FilterChip(
            selected = choice.categories.isEmpty(),
            onClick = { onChoice(choice.copy(categories = emptySet())) },
            label = { Text(stringResource(R.string.mapview_all)) },
        )
        for (category in ground.categories) {
            FilterChip(
                selected = category in choice.categories,
                onClick = { onChoice(choice.toggled(category)) },
                label = { Text(words.category(category)) },
                leadingIcon = { ChipIcon(category.icon) },
            )
        }
    }
}

@Composable
private fun ChipIcon(icon: Int) = Icon(painterResource(icon), null, Modifier.size(FilterChipDefaults.IconSize))

@Composable
private fun Chips(what: Int, chips: @Composable RowScope.() -> Unit) {
    val described = stringResource(what)
    Row(
        Modifier
            .semantics {
                isTraversalGroup = true
                contentDescription = described
            }
            .horizontalScroll(rememberScrollState())
            .padding(horizontal = 16.dp),
        Arrangement.spacedBy(8.dp),
        content = chips,
    )
}
