/*
 * Asks the traveller to let the app know where they are: says why first, in words of the screen that asks.
 */
package routeguide.app.whereabouts

import android.Manifest.permission.ACCESS_COARSE_LOCATION
import android.Manifest.permission.ACCESS_FINE_LOCATION
import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts.RequestMultiplePermissions
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.Icon
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import routeguide.app.R

/** What to call when the traveller wants to see where they are. [onAnswered] is called when they allowed it or not. */
@Composable
fun rememberAskLocation(whereabouts: Whereabouts, why: String, onAnswered: () -> Unit): () -> Unit {
    var isAsking by rememberSaveable { mutableStateOf(false) }
    val launcher = rememberLauncherForActivityResult(RequestMultiplePermissions()) { onAnswered() }
    if (isAsking) {
        Why(why, onNo = { isAsking = false }) {
            isAsking = false
            launcher.launch(arrayOf(ACCESS_FINE_LOCATION, ACCESS_COARSE_LOCATION))
        }
    }
    return { if (whereabouts.isAllowed) onAnswered() else isAsking = true }
}

@Composable
private fun Why(why: String, onNo: () -> Unit, onYes: () -> Unit) = AlertDialog(
    onDismissRequest = onNo,
    icon = { Icon(painterResource(R.drawable.ic_here), null) },
    title = { Text(stringResource(R.string.location_title)) },
    text = { Text(why, Modifier.verticalScroll(rememberScrollState())) },
    confirmButton = { TextButton(onYes) { Text(stringResource(R.string.go_further)) } },
    dismissButton = { TextButton(onNo) { Text(stringResource(R.string.not_now)) } },
)
