/*
 * From the wish to set out to being under way: asks for what the guide needs, one thing after the other, each in words
 * before the system asks in its own.
 *
 * Location in the background is asked for nowhere: the guide is begun from the screen, and its service keeps it.
 */
package routeguide.app.guide

import android.Manifest.permission.ACCESS_COARSE_LOCATION
import android.Manifest.permission.ACCESS_FINE_LOCATION
import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.Activity
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Build
import androidx.activity.compose.LocalActivity
import androidx.activity.compose.rememberLauncherForActivityResult
import androidx.activity.result.contract.ActivityResultContracts.RequestMultiplePermissions
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.ui.platform.LocalContext
import androidx.lifecycle.compose.LifecycleResumeEffect
import androidx.lifecycle.viewmodel.compose.viewModel
import routeguide.Departure
import routeguide.Way
import routeguide.app.shared.openAppSettings
import routeguide.app.shared.openLocationSettings

private val location = listOf(ACCESS_FINE_LOCATION, ACCESS_COARSE_LOCATION)

private val notices: List<String>
    get() = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) listOf(POST_NOTIFICATIONS) else emptyList()

/**
 * Sets out on a way, reversed or not, where the traveller stopped or here; then [onUnderway] is called. To be remembered
 * by the screen that offers it: what has to be asked first is asked above that screen.
 */
@Composable
fun rememberSettingOut(onUnderway: () -> Unit): (Way, Boolean, Departure) -> Unit =
    rememberModel(onUnderway)::setOut

/** Goes on with what is under way, after a kill or after what the guide needs was taken from it. */
@Composable
fun rememberGoingOn(): () -> Unit = rememberModel(onUnderway = {})::goOn

@Composable
private fun rememberModel(onUnderway: () -> Unit): SettingOutModel {
    val context = LocalContext.current.applicationContext
    val model = viewModel { SettingOutModel(context) }
    val activity = LocalActivity.current
    val underway by rememberUpdatedState(onUnderway)
    val asking = rememberLauncherForActivityResult(RequestMultiplePermissions()) { model.look() }
    // Back from the phone's settings.
    LifecycleResumeEffect(model) {
        model.look()
        onPauseOrDispose { }
    }
    LaunchedEffect(model.isUnderway) {
        if (model.isUnderway) {
            model.seen()
            underway()
        }
    }
    when (val hurdle = model.hurdle) {
        null -> Unit
        Hurdle.Notices -> LaunchedEffect(hurdle) {
            model.ask(hurdle)
            asking.launch(notices.toTypedArray())
        }
        else -> HurdleDialog(
            hurdle,
            onAgree = {
                when {
                    hurdle == Hurdle.Why -> {
                        model.ask(hurdle, Hurdle.Notices)
                        asking.launch((location + notices).toTypedArray())
                    }
                    hurdle == Hurdle.SwitchedOff -> context.openLocationSettings()
                    hurdle is Hurdle.OtherRide -> model.overcome(hurdle)
                    activity?.maySystemAsk() == true -> asking.launch(location.toTypedArray())
                    else -> context.openAppSettings()
                }
            },
            onGoOn = { model.overcome(hurdle) },
            onGiveUp = model::giveUp,
        )
    }
    return model
}

// After a second refusal the system asks no more, and only its settings help.
private fun Activity.maySystemAsk() = shouldShowRequestPermissionRationale(ACCESS_FINE_LOCATION)

/** Whether the traveller may still be asked to allow notifications. */
internal fun Context.lacksNotices(): Boolean =
    notices.any { checkSelfPermission(it) != PERMISSION_GRANTED }
