/*
 * Why a phone may end the guide or keep its position from it, and where that is changed. The app asks for no permission
 * for it: the traveller decides in the phone's settings.
 */
package routeguide.app.guide

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.ModalBottomSheet
import androidx.compose.material3.Text
import androidx.compose.material3.rememberModalBottomSheetState
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import routeguide.app.R
import routeguide.app.shared.openAppSettings
import routeguide.app.shared.openBatterySettings

/** What helps when the guide falls silent. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun HelpSheet(onClose: () -> Unit) {
    val context = LocalContext.current
    ModalBottomSheet(onClose, sheetState = rememberModalBottomSheetState(skipPartiallyExpanded = true)) {
        Column(
            Modifier.verticalScroll(rememberScrollState()).padding(start = 24.dp, end = 24.dp, bottom = 24.dp),
            Arrangement.spacedBy(16.dp),
        ) {
            Text(
                stringResource(R.string.guide_help),
                Modifier.semantics { heading() },
                style = MaterialTheme.typography.titleLarge,
            )
            Text(stringResource(R.string.guide_help_saver), style = MaterialTheme.typography.bodyLarge)
            Button(R.string.guide_help_open_battery, context::openBatterySettings)
            Text(stringResource(R.string.guide_help_maker), style = MaterialTheme.typography.bodyLarge)
            Button(R.string.guide_help_open_app, context::openAppSettings)
            Text(stringResource(R.string.guide_help_sky), style = MaterialTheme.typography.bodyLarge)
        }
    }
}

@Composable
private fun Button(label: Int, onClick: () -> Unit) =
    FilledTonalButton(onClick, Modifier.fillMaxWidth().heightIn(min = 56.dp)) { Text(stringResource(label)) }
