/*
 * Damage that the core found and mended, told until the traveller has read it.
 */
package routeguide.app.bundles

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Card
import androidx.compose.material3.CardDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.pluralStringResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import routeguide.Damage
import routeguide.app.R
import routeguide.app.shared.Heading
import routeguide.app.shared.day

/** The damages found. */
@Composable
fun DamageCard(damages: List<Damage>, onRead: () -> Unit) {
    Card(colors = CardDefaults.cardColors(MaterialTheme.colorScheme.errorContainer)) {
        Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
            Heading(stringResource(R.string.bundles_damage))
            for (damage in damages) Told(damage)
            TextButton(onRead) { Text(stringResource(R.string.bundles_damage_read)) }
        }
    }
}

@Composable
private fun Told(damage: Damage) {
    Text(stringResource(R.string.bundles_damage_day, LocalContext.current.day(damage.timeMs)))
    Counted(R.plurals.bundles_damage_tracks, damage.recordings)
    Counted(R.plurals.bundles_damage_others, damage.others)
    if (damage.fixesLost > 0u) Counted(R.plurals.bundles_damage_lost, damage.fixesLost)
}

@Composable
private fun Counted(text: Int, count: ULong) = Text(pluralStringResource(text, count.toInt(), count.toInt()))
