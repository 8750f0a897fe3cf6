/*
 * Where travellers stand in the tests, and what they see from there.
 */
package routeguide.app.kit

import android.content.Context
import android.location.LocationManager
import org.robolectric.Shadows.shadowOf
import routeguide.Fix
import routeguide.Position

/** At the harbour of Nida. */
val nida: Position = Position(55.3030, 21.0050)

/** The phone finds itself at a place. */
fun Context.standAt(place: Position, accuracyM: Double = 8.0): Unit = arrive(
    Fix(
        timeMs = NOON_MS,
        monotonicMs = null,
        lat = place.lat,
        lon = place.lon,
        accuracyM = accuracyM,
        altitudeM = null,
        speedMps = null,
        courseDeg = null,
    ),
)

/** How many wait for the phone's places now. */
fun Context.listeners(): Int =
    shadowOf(getSystemService(LocationManager::class.java)).getLocationRequests(LocationManager.GPS_PROVIDER).size
