/*
 * What is asked about a track that is to be shared: for which apps it is written.
 */
package routeguide.app.tracks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import routeguide.GpxProfile
import routeguide.app.R

private val profiles = listOf(
    GpxProfile.PLAIN to R.string.tracks_for_any,
    GpxProfile.GARMIN to R.string.tracks_for_garmin,
    GpxProfile.OSMAND to R.string.tracks_for_osmand,
    GpxProfile.KOMOOT to R.string.tracks_for_komoot,
)

/** Asks for which apps. */
@Composable
fun ShareDialog(onNo: () -> Unit, onProfile: (GpxProfile) -> Unit) {
    var chosen by rememberSaveable { mutableStateOf(GpxProfile.PLAIN) }
    AlertDialog(
        onDismissRequest = onNo,
        title = { Text(stringResource(R.string.share_gpx)) },
        text = {
            Column(Modifier.verticalScroll(rememberScrollState()).selectableGroup()) {
                for ((profile, text) in profiles) {
                    Row(
                        Modifier.fillMaxWidth().heightIn(min = 56.dp)
                            .selectable(profile == chosen, role = Role.RadioButton) { chosen = profile },
                        Arrangement.spacedBy(16.dp),
                        Alignment.CenterVertically,
                    ) {
                        RadioButton(profile == chosen, null)
                        Text(stringResource(text))
                    }
                }
            }
        },
        confirmButton = { TextButton({ onProfile(chosen) }) { Text(stringResource(R.string.go_further)) } },
        dismissButton = { TextButton(onNo) { Text(stringResource(R.string.cancel)) } },
    )
}
