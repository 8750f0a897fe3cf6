/*
 * The map under way: follows the traveller until they move it by hand, north up or turned with them.
 *
 * What is drawn of them is the core's layer; here is only where the map looks.
 */
package routeguide.app.guide

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.ExtendedFloatingActionButton
import androidx.compose.material3.Icon
import androidx.compose.material3.SmallFloatingActionButton
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.produceState
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.MapLayer
import routeguide.Position
import routeguide.app.R
import routeguide.app.home.Answer
import routeguide.app.map.Camera
import routeguide.app.map.MapPane
import routeguide.app.map.MapSight
import routeguide.app.map.Tapped
import routeguide.app.parts
import routeguide.app.shared.Problem
import routeguide.app.shared.mapTheme
import kotlin.math.log2

/** Near enough to see the next crossing, far enough to see it in time. */
private const val ZOOM = 15.0

/** As far as one sees around the traveller at that zoom. */
private const val SEEN_M = 150.0

private class Looked(var camera: Camera? = null)

/** The map that follows the ride. */
@Composable
fun GuideMap(ride: Ride, model: GuideModel, onStop: (String) -> Unit) {
    val choices = LocalContext.current.parts.choices
    val choice by choices.choice.collectAsStateWithLifecycle()
    var follows by rememberSaveable { mutableStateOf(true) }
    val looked = remember { Looked() }
    val theme = mapTheme()
    val answer by produceState<Answer<Ground>?>(null, ride.way, theme) { value = model.ground(ride.way, theme) }
    Box(Modifier.fillMaxSize()) {
        when (val ground = answer) {
            null -> Unit
            is Answer.Refused -> Problem(ground.said)
            is Answer.Given -> {
                val camera = looked.camera.takeUnless { follows } ?: camera(ride, ground.value, choice.courseUp)
                looked.camera = camera
                if (camera != null) {
                    MapPane(
                        MapSight(ground.value.style, camera, layers(ride, ground.value)),
                        Modifier.fillMaxSize(),
                        onMoved = { follows = false },
                        onTap = { if (it is Tapped.Stop) onStop(it.stop) },
                    )
                }
            }
        }
        Column(
            Modifier.align(Alignment.BottomEnd).padding(12.dp),
            Arrangement.spacedBy(12.dp),
            Alignment.End,
        ) {
            Turning(choice.courseUp) { isUp -> choices.choose { it.copy(courseUp = isUp) } }
            if (!follows) {
                ExtendedFloatingActionButton(
                    text = { Text(stringResource(R.string.guide_follow)) },
                    // It speaks for both: the text beside it is left to those who see it.
                    icon = { Icon(painterResource(R.drawable.ic_here), stringResource(R.string.guide_follow)) },
                    onClick = { follows = true },
                )
            }
        }
    }
}

@Composable
private fun Turning(isCourseUp: Boolean, onTurn: (Boolean) -> Unit) {
    val (icon, label) = if (isCourseUp) {
        R.drawable.ic_north to R.string.guide_north_up
    } else {
        R.drawable.ic_course to R.string.guide_course_up
    }
    SmallFloatingActionButton({ onTurn(!isCourseUp) }) { Icon(painterResource(icon), stringResource(label)) }
}

private fun camera(ride: Ride, ground: Ground, isCourseUp: Boolean): Camera? {
    val fix = ride.fix?.takeIf { ride.hereLayer != null } ?: return ground.bounds?.let { Camera.Whole(it) }
    return Camera.Following(Position(fix.lat, fix.lon), up(ride, isCourseUp), zoom(ride))
}

// Who has left the route wants to see it: twice as far away is one step out.
private fun zoom(ride: Ride): Double {
    val awayM = ride.update?.offRoute?.distanceM ?: 0.0
    return ZOOM - log2(maxOf(awayM / SEEN_M, 1.0))
}

/** The direction that points up on the map. */
internal fun up(ride: Ride, isCourseUp: Boolean): Double = if (isCourseUp) ride.courseDeg ?: 0.0 else 0.0

private fun layers(ride: Ride, ground: Ground): Map<MapLayer, String> = buildMap {
    ride.hereLayer?.let { put(MapLayer.HERE, it) }
    ride.stopsLayer?.takeIf { ground.track == null }?.let { put(MapLayer.STOPS, it) }
    ground.track?.let { put(MapLayer.TRACK, it) }
}
