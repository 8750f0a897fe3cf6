/*
 * Sharing a route as GPX: for which app, all of it or one stage.
 */
package routeguide.app.route

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.Icon
import androidx.compose.material3.ModalBottomSheet
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Text
import androidx.compose.material3.rememberModalBottomSheetState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.launch
import routeguide.GpxProfile
import routeguide.RouteDetails
import routeguide.app.R
import routeguide.app.home.Answer
import routeguide.app.shared.GPX_TYPE
import routeguide.app.shared.Heading
import routeguide.app.shared.ProfileChoice
import routeguide.app.shared.Radio
import routeguide.app.shared.fileToShare
import routeguide.app.shared.shareFile

/** What to share, and for which app. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun ShareSheet(route: RouteDetails, model: RouteModel, notices: SnackbarHostState, onClose: () -> Unit) {
    val context = LocalContext.current
    var profile by rememberSaveable { mutableStateOf(GpxProfile.PLAIN) }
    var stage by rememberSaveable { mutableStateOf<String?>(null) }
    fun share() {
        val title = route.stages.firstOrNull { it.id == stage }?.name ?: route.name
        val file = context.fileToShare(title, "gpx")
        onClose()
        model.viewModelScope.launch {
            when (val written = model.export(stage, profile, file)) {
                is Answer.Given -> context.shareFile(file, GPX_TYPE, title)
                is Answer.Refused -> notices.showSnackbar(written.said.text, withDismissAction = true)
            }
        }
    }
    ModalBottomSheet(onClose, sheetState = rememberModalBottomSheetState(skipPartiallyExpanded = true)) {
        Column(Modifier.padding(horizontal = 16.dp).padding(bottom = 16.dp), Arrangement.spacedBy(8.dp)) {
            Column(Modifier.weight(1f, fill = false).verticalScroll(rememberScrollState())) {
                Heading(stringResource(R.string.share_for))
                ProfileChoice(profile) { profile = it }
                Heading(stringResource(R.string.share_what))
                Column(Modifier.selectableGroup()) {
                    Radio(stringResource(R.string.whole_route), stage == null) { stage = null }
                    for (each in route.stages) Radio(each.name, each.id == stage) { stage = each.id }
                }
            }
            Button(::share, Modifier.fillMaxWidth().heightIn(min = 56.dp)) {
                Icon(painterResource(R.drawable.ic_share), null)
                Text(stringResource(R.string.share), Modifier.padding(start = 12.dp))
            }
        }
    }
}
