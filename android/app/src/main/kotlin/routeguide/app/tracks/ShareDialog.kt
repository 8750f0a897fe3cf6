/*
 * What is asked about a track that is to be shared: for which apps it is written.
 */
package routeguide.app.tracks

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import routeguide.GpxProfile
import routeguide.app.R
import routeguide.app.shared.ProfileChoice

/** Asks for which apps. */
@Composable
fun ShareDialog(onNo: () -> Unit, onProfile: (GpxProfile) -> Unit) {
    var chosen by rememberSaveable { mutableStateOf(GpxProfile.PLAIN) }
    AlertDialog(
        onDismissRequest = onNo,
        title = { Text(stringResource(R.string.share_gpx)) },
        text = {
            Box(Modifier.verticalScroll(rememberScrollState())) { ProfileChoice(chosen) { chosen = it } }
        },
        confirmButton = { TextButton({ onProfile(chosen) }) { Text(stringResource(R.string.share)) } },
        dismissButton = { TextButton(onNo) { Text(stringResource(R.string.cancel)) } },
    )
}
