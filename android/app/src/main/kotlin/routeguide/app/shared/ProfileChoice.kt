/*
 * For which apps a GPX file is written: asked of routes and of the traveller's own tracks alike.
 */
package routeguide.app.shared

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import routeguide.GpxProfile
import routeguide.app.R

/** The kinds of GPX there are, one of them chosen. */
@Composable
fun ProfileChoice(chosen: GpxProfile, onChoose: (GpxProfile) -> Unit) {
    Column(Modifier.selectableGroup()) {
        for (each in GpxProfile.entries) Radio(each.label(), each == chosen) { onChoose(each) }
    }
}

/** One of several that exclude one another. */
@Composable
fun Radio(text: String, isChosen: Boolean, onChoose: () -> Unit) {
    Row(
        Modifier
            .fillMaxWidth()
            .selectable(isChosen, role = Role.RadioButton, onClick = onChoose)
            .heightIn(min = 48.dp)
            .padding(vertical = 4.dp),
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        RadioButton(isChosen, onClick = null)
        Text(text)
    }
}

@Composable
private fun GpxProfile.label(): String = when (this) {
    GpxProfile.PLAIN -> stringResource(R.string.any_app)
    GpxProfile.GARMIN -> "Garmin"
    GpxProfile.OSMAND -> "OsmAnd"
    GpxProfile.KOMOOT -> "komoot"
}
