/*
 * The bundles on this phone: what they are and who answers for them; new ones come in from files. Below them what room
 * everything takes, and above all what was damaged.
 */
package routeguide.app.bundles

import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts.OpenDocument
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.staggeredgrid.LazyVerticalStaggeredGrid
import androidx.compose.foundation.lazy.staggeredgrid.StaggeredGridCells
import androidx.compose.foundation.lazy.staggeredgrid.items
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.app.R
import routeguide.app.incoming.Arrivals
import routeguide.app.incoming.ArrivalsShown
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.Action
import routeguide.app.shared.BottomActions
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing
import routeguide.app.shared.TroubleSaid

/** The screen of bundles. */
@Composable
fun BundlesScreen(onBack: () -> Unit, open: (Screen) -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { BundlesModel(parts.home) }
    val arrivals = viewModel { Arrivals(parts.home, parts.copies) }
    val picking = rememberLauncherForActivityResult(OpenDocument()) { if (it != null) arrivals.take(listOf(it)) }
    val notices = remember { SnackbarHostState() }
    TroubleSaid(model.wishes, notices)
    ScreenFrame(
        stringResource(R.string.bundles),
        onBack,
        notices,
        bottom = {
            BottomActions {
                Action(R.drawable.ic_add, stringResource(R.string.bundles_add)) { picking.launch(arrayOf("*/*")) }
            }
        },
    ) { padding ->
        Showing(model.shown, Modifier.padding(padding)) { shown ->
            LazyVerticalStaggeredGrid(
                StaggeredGridCells.Adaptive(340.dp),
                Modifier.padding(padding),
                contentPadding = PaddingValues(16.dp),
                verticalItemSpacing = 16.dp,
                horizontalArrangement = Arrangement.spacedBy(16.dp),
            ) {
                if (shown.damages.isNotEmpty()) item { DamageCard(shown.damages, model::acknowledge) }
                items(shown.bundles, key = { it.manifest.id }) { bundle ->
                    BundleCard(bundle, isNeeded = bundle.manifest.id == shown.needed) { model.remove(bundle) }
                }
                if (shown.bundles.isEmpty()) item { Text(stringResource(R.string.bundles_none)) }
                item { StorageCard(shown, model::free, model::removeDamaged) }
            }
        }
    }
    ArrivalsShown(arrivals, open)
}
