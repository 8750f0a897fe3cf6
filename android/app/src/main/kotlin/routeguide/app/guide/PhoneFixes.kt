/*
 * Fixes from the phone's LocationManager: the system's fused provider where there is one, else the receiver itself.
 *
 * No services of Google are needed. What is believed of a fix is for the core to say: it gets them as they come.
 */
package routeguide.app.guide

import android.Manifest.permission.ACCESS_COARSE_LOCATION
import android.Manifest.permission.ACCESS_FINE_LOCATION
import android.content.Context
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.location.Location
import android.location.LocationManager
import android.os.Build
import android.os.Bundle
import android.os.Looper
import androidx.core.location.LocationListenerCompat
import androidx.core.location.LocationManagerCompat
import androidx.core.location.LocationRequestCompat
import routeguide.Fix
import routeguide.app.phoneService

/** Finer than this only the receiver for satellites is. */
private const val FINE_M = 25.0

/** Coarser than this, masts and access points will do. */
private const val COARSE_M = 150.0

/** The accuracy of a fix that tells none: the core refuses it and says so. */
private const val UNKNOWN_M = -1.0

/** The fixes of this phone. */
class PhoneFixes(private val context: Context) : FixSource {
    private val manager = context.phoneService<LocationManager>()
    private var listener: Listener? = null

    override val allowed: Allowed
        get() = when {
            isGranted(ACCESS_FINE_LOCATION) -> Allowed.EXACTLY
            isGranted(ACCESS_COARSE_LOCATION) -> Allowed.ROUGHLY
            else -> Allowed.NOTHING
        }

    override val isSwitchedOn: Boolean get() = LocationManagerCompat.isLocationEnabled(manager)

    override val last: Fix?
        get() = try {
            manager.getProviders(true).mapNotNull(manager::getLastKnownLocation).maxByOrNull { it.elapsedRealtimeNanos }
                ?.let(::fix)
        } catch (_: SecurityException) {
            null
        }

    override fun start(rate: Rate, onFix: (Fix) -> Unit, onSignal: (Signal) -> Unit) {
        val listener = listener ?: Listener(onFix, onSignal).also { listener = it }
        when {
            allowed == Allowed.NOTHING -> onSignal(Signal.NOT_ALLOWED)
            !isSwitchedOn -> onSignal(Signal.SWITCHED_OFF)
        }
        try {
            LocationManagerCompat
                .requestLocationUpdates(manager, provider(), request(rate), listener, Looper.getMainLooper())
        } catch (_: SecurityException) {
            // Taken away in the middle of a ride.
            onSignal(Signal.NOT_ALLOWED)
        } catch (_: IllegalArgumentException) {
            // A phone without such a provider.
            onSignal(Signal.SWITCHED_OFF)
        }
    }

    override fun stop() {
        listener?.let(manager::removeUpdates)
        listener = null
    }

    private fun provider(): String {
        // Since Android 12 whoever may know roughly may ask every provider, and gets rough fixes.
        val isSince12 = Build.VERSION.SDK_INT >= Build.VERSION_CODES.S
        val hasFused = LocationManagerCompat.hasProvider(manager, LocationManager.FUSED_PROVIDER)
        return when {
            isSince12 && hasFused -> LocationManager.FUSED_PROVIDER
            !isSince12 && allowed == Allowed.ROUGHLY -> LocationManager.NETWORK_PROVIDER
            else -> LocationManager.GPS_PROVIDER
        }
    }

    private fun request(rate: Rate) = LocationRequestCompat.Builder(rate.everyMs)
        // What other apps asked for is welcome, at no cost.
        .setMinUpdateIntervalMillis(rate.everyMs / 2)
        .setQuality(
            when {
                rate.accuracyM <= FINE_M -> LocationRequestCompat.QUALITY_HIGH_ACCURACY
                rate.accuracyM <= COARSE_M -> LocationRequestCompat.QUALITY_BALANCED_POWER_ACCURACY
                else -> LocationRequestCompat.QUALITY_LOW_POWER
            },
        )
        .build()

    private fun isGranted(permission: String) = context.checkSelfPermission(permission) == PERMISSION_GRANTED

    private class Listener(val onFix: (Fix) -> Unit, val onSignal: (Signal) -> Unit) : LocationListenerCompat {
        override fun onLocationChanged(location: Location) = onFix(fix(location))

        override fun onProviderEnabled(provider: String) = onSignal(Signal.WAITING)

        override fun onProviderDisabled(provider: String) = onSignal(Signal.SWITCHED_OFF)

        // The oldest systems still call it, and have no body of their own for it.
        @Deprecated("Called by old systems only")
        override fun onStatusChanged(provider: String, status: Int, extras: Bundle?) = Unit
    }
}

private fun fix(location: Location) = Fix(
    timeMs = location.time,
    monotonicMs = location.elapsedRealtimeNanos / 1_000_000,
    lat = location.latitude,
    lon = location.longitude,
    accuracyM = if (location.hasAccuracy()) location.accuracy.toDouble() else UNKNOWN_M,
    altitudeM = if (location.hasAltitude()) location.altitude else null,
    speedMps = if (location.hasSpeed()) location.speed.toDouble() else null,
    courseDeg = if (location.hasBearing()) location.bearing.toDouble() else null,
)
