/*
 * The map of a bundle, with what can be chosen above it and what it shows as a list: beside it where there is room, else
 * in its place.
 */
package routeguide.app.mapview

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.lifecycle.compose.LifecycleStartEffect
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.app.R
import routeguide.app.navigation.Screen
import routeguide.app.parts
import routeguide.app.shared.NoRoutes
import routeguide.app.shared.ScreenFrame
import routeguide.app.shared.Showing
import routeguide.app.shared.isWide
import routeguide.app.whereabouts.Whereabouts
import routeguide.app.whereabouts.rememberAskLocation

private const val LIST_SHARE = 0.42f

/** The map screen. */
@Composable
fun MapScreen(open: (Screen) -> Unit) {
    val parts = LocalContext.current.parts
    val model = viewModel { MapModel(parts.home, Whereabouts(parts.doors.glances)) }
    var choice by rememberSaveable { mutableStateOf(MapChoice()) }
    var isList by rememberSaveable { mutableStateOf(false) }
    LaunchedEffect(choice) { model.choose(choice) }
    val view = rememberMapView()
    val ask = rememberAskLocation(model.whereabouts, stringResource(R.string.mapview_why)) {
        model.whereabouts.start()
        view.isAsked = true
        view.isLooking = true
        isList = false
    }
    LifecycleStartEffect(model, view.isAsked) {
        if (view.isAsked) model.whereabouts.start()
        onStopOrDispose { model.whereabouts.stop() }
    }
    val isWide = isWide()
    ScreenFrame(
        stringResource(if (isList && !isWide) R.string.mapview_list else R.string.map),
        actions = { if (!isWide) ListOrMap(isList) { isList = !isList } },
    ) { padding ->
        Showing(model.ground, Modifier.padding(padding)) { ground ->
            if (ground == null) {
                NoRoutes(Modifier.padding(padding)) { open(Screen.Bundles) }
            } else if (isWide) {
                Row(Modifier.padding(padding)) {
                    Column(Modifier.fillMaxHeight().weight(LIST_SHARE)) {
                        Choosing(ground, choice) { choice = it }
                        SpotList(model, ground, choice, ask, open)
                    }
                    MapWithCard(model, ground, choice, view, ask, open, Modifier.weight(1 - LIST_SHARE))
                }
            } else {
                Column(Modifier.padding(padding).fillMaxSize()) {
                    Choosing(ground, choice) { choice = it }
                    if (isList) {
                        SpotList(model, ground, choice, ask, open)
                    } else {
                        MapWithCard(model, ground, choice, view, ask, open, Modifier.weight(1f))
                    }
                }
            }
        }
    }
}

@Composable
private fun ListOrMap(isList: Boolean, onClick: () -> Unit) = TextButton(onClick) {
    Text(stringResource(if (isList) R.string.map else R.string.mapview_list))
}
