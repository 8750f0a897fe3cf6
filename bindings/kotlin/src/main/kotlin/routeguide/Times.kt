/*
 * Instants and durations as Kotlin has them, for every `…Ms` and `…S` of a record that an app shows or hands in.
 *
 * Every call of the core blocks until it is done. There is no Flow and nothing suspends here: which dispatcher a call
 * runs on, and what is a stream, is for the shells to say, so that this module depends on no version of coroutines.
 */
package routeguide

import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.Instant

/** A fix by the phone's clock; [monotonic] is the time on a clock that nobody sets. */
public fun Fix(
    time: Instant,
    lat: Double,
    lon: Double,
    accuracyM: Double,
    monotonic: Duration? = null,
    altitudeM: Double? = null,
    speedMps: Double? = null,
    courseDeg: Double? = null,
): Fix = Fix(
    timeMs = time.toEpochMilliseconds(),
    monotonicMs = monotonic?.inWholeMilliseconds,
    lat = lat,
    lon = lon,
    accuracyM = accuracyM,
    altitudeM = altitudeM,
    speedMps = speedMps,
    courseDeg = courseDeg,
)

/** When, by the phone's clock. */
public val Fix.time: Instant get() = instant(timeMs)

/** How long to wait before the next fix is wanted. */
public val Step.nextFixAfter: Duration get() = nextFixAfterS.seconds

/** When the traveller will be at the end. */
public val GuideUpdate.eta: Instant get() = instant(etaMs)

/** When the traveller will be there. */
public val NextStop.eta: Instant get() = instant(etaMs)

/** Since when. */
public val OffRoute.since: Instant get() = instant(sinceMs)

/** How long, pauses that were asked for excluded. */
public val Tally.duration: Duration get() = durationMs.milliseconds

/** How long in motion. */
public val Tally.moving: Duration get() = movingMs.milliseconds

/** When it began. */
public val Recording.started: Instant get() = instant(startedMs)

/** When it was stopped. */
public val Recording.ended: Instant? get() = endedMs?.let(::instant)

/** When it was discarded. */
public val Recording.binned: Instant? get() = binnedMs?.let(::instant)

/** When the traveller was last there. */
public val Standing.time: Instant get() = instant(timeMs)

/** When it was reached. */
public val Milestone.time: Instant get() = instant(timeMs)

/** When it was marked. */
public val Favourite.time: Instant get() = instant(timeMs)

/** When it was written. */
public val Note.time: Instant get() = instant(timeMs)

/** When it was made. */
public val RideAttachment.time: Instant get() = instant(timeMs)

/** When it was found. */
public val Damage.time: Instant get() = instant(timeMs)

/** When it was installed. */
public val InstalledBundle.installed: Instant get() = instant(installedMs)

private fun instant(ms: Long): Instant = Instant.fromEpochMilliseconds(ms)
