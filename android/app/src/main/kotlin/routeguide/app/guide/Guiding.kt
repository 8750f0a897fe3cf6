/*
 * The traveller's journey: sets out, takes fixes to the core, has what it answers heard and felt, and ends.
 *
 * Owns the core's journey and recorder. What keeps it alive while the phone is locked is GuideService; where the
 * traveller is and what comes next is the core's to know. What is needed to go on after a kill lies in the library.
 */
package routeguide.app.guide

import android.os.SystemClock
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import routeguide.Departure
import routeguide.Fix
import routeguide.Journey
import routeguide.JourneyStep
import routeguide.Library
import routeguide.Position
import routeguide.Recorder
import routeguide.RecordingStart
import routeguide.RecordingState
import routeguide.Resumed
import routeguide.RouteGuideException
import routeguide.Said
import routeguide.Way
import routeguide.app.Doors
import routeguide.app.home.Answer
import routeguide.app.home.Home
import routeguide.app.home.said
import routeguide.app.home.value
import routeguide.app.settings.Choices
import routeguide.hereLayer
import routeguide.said

/** What the core says when an object was given up after a fault, or its library was closed. */
private val gone = setOf("broken", "closed")

/** The journey under way, if there is one. */
class Guiding(private val home: Home, private val doors: Doors, private val choices: Choices) {
    private val rideNow = MutableStateFlow<Ride?>(null)
    private var journey: Journey? = null
    private var recorder: Recorder? = null

    /** What the traveller under way is shown. */
    val ride: StateFlow<Ride?> = rideNow.asStateFlow()

    /** Sets out. What was under way before ends, as if the traveller had ended it. */
    suspend fun setOut(way: Way, reversed: Boolean, departure: Departure): Answer<Unit> = home.change {
        if (journey != null) lasting { finish() }
        try {
            rideNow.value = beginAnew(way, reversed, departure)
        } catch (refused: RouteGuideException) {
            // What was under way before has ended all the same.
            rideNow.value = null
            throw refused
        }
    }

    /** Goes on with what was under way when the process ended; no, if nothing was. */
    suspend fun goOn(): Answer<Boolean> = home.ask {
        if (rideNow.value == null) rideNow.value = reopened()
        rideNow.value != null
    }

    /** Takes a fix. */
    suspend fun take(fix: Fix) {
        val cameMs = SystemClock.elapsedRealtime()
        val answer = home.ask { step(fix, cameMs) }
        answer.said?.let(::trouble)
        answer.value?.let(::tell)
    }

    /** The phone's positions stand otherwise. */
    fun signal(signal: Signal) = rideNow.update { it?.copy(signal = signal) }

    /** Waits: no fixes are taken, and the time does not count. */
    suspend fun pause(): Answer<Unit> = home.change {
        lasting { recorder?.pause() }
        rideNow.update { it?.copy(isPaused = true) }
    }.also {
        doors.voice.hush()
        it.said?.let(::trouble)
    }

    /** Ends waiting. */
    suspend fun resume(): Answer<Unit> = home.change {
        lasting { recorder?.resume() }
        rideNow.update { it?.copy(isPaused = false, signal = Signal.WAITING) }
    }.also { it.said?.let(::trouble) }

    /**
     * Ends the journey and its recording, which it tells the number of. What could not be kept for want of room keeps it
     * from ending.
     */
    suspend fun stop(): Answer<UInt?> = home.change {
        val number = lasting { recorder?.number().also { finish() } }
        rideNow.value = null
        number
    }.also { it.said?.let(::trouble) }

    // Also where the traveller looks at something else: said with the ride.
    private fun trouble(said: Said) = rideNow.update { it?.copy(notKept = said) }

    private fun beginAnew(way: Way, reversed: Boolean, departure: Departure): Ride {
        val recorder = if (choices.choice.value.record) home.library().record(way) else null
        val number = recorder?.number()
        return try {
            begin(way, reversed, departure, recorder)
        } catch (refused: RouteGuideException) {
            // The recording of a ride that never began: empty, and nobody misses it.
            if (journey == null) number?.let { home.library().forget(it) }
            throw refused
        }
    }

    private fun begin(way: Way, reversed: Boolean, departure: Departure, recorder: Recorder?): Ride {
        val library = home.library()
        val recording = recorder?.recording()
        this.recorder = recorder
        val journey = try {
            library.setOut(way, reversed, departure, recording?.number).also { journey = it }
        } catch (refused: RouteGuideException) {
            drop()
            throw refused
        }
        return Ride(
            way = way,
            reversed = reversed,
            name = library.underway()?.name.orEmpty(),
            recording = recording?.number,
            isPaused = recording?.state == RecordingState.PAUSED,
            tally = recording?.tally,
            foundAgain = (journey.resumed() as? Resumed.FoundAgain)?.text,
            stopsLayer = journey.stopsLayer(),
        )
    }

    // What is under way, opened in the core; nothing, if nothing is.
    private fun reopened(): Ride? {
        drop()
        val library = home.library()
        val underway = library.underway() ?: return null
        val recorder = underway.recording?.let { library.openRecording() }
        return begin(underway.way, underway.reversed, Departure.CONTINUE, recorder)
    }

    // A fault of ours, or a library that was opened anew, ends the core's objects and not the journey.
    private fun <T> lasting(work: () -> T): T {
        if (journey == null) reopened()
        return try {
            work()
        } catch (refused: RouteGuideException) {
            if (refused.said.code !in gone) throw refused
            if (refused.said.code == "broken") home.giveUp()
            reopened()
            work()
        }
    }

    private fun step(fix: Fix, cameMs: Long): JourneyStep? {
        if (rideNow.value?.isPaused != false) return null
        val step = lasting { journey?.step(fix) } ?: return null
        val before = rideNow.value ?: return null
        // A fix that was refused may be no place on earth.
        val here = if (step.step.update != null) here(fix) else before.hereLayer
        val stops = if (changesStops(step, before)) journey?.stopsLayer() else before.stopsLayer
        val ahead = if (step.step.update != null) journey?.stopsAhead().orEmpty() else before.stopsAhead
        rideNow.update { it?.after(fix, cameMs, step)?.copy(hereLayer = here, stopsLayer = stops, stopsAhead = ahead) }
        return step
    }

    private fun here(fix: Fix) = hereLayer(Position(fix.lat, fix.lon), fix.accuracyM, fix.courseDeg, fix.speedMps)

    private fun changesStops(step: JourneyStep, ride: Ride): Boolean {
        val update = step.step.update ?: return false
        return update.cues.isNotEmpty() || update.nextStop?.id != ride.update?.nextStop?.id
    }

    private fun tell(step: JourneyStep) {
        val cues = step.step.update?.cues.orEmpty()
        if (cues.isEmpty()) return
        if (home.settings.value?.voice == true) cues.mapNotNull { it.spoken }.forEach(doors.voice::say)
        if (choices.choice.value.vibrate) cues.mapNotNull { it.event.touch }.maxOrNull()?.let(doors.haptics::feel)
        home.changed()
    }

    // The core forgets that it is under way.
    private fun finish() {
        journey?.catchUp()
        recorder?.stop(home.nowMs())
        journey?.finish()
        drop()
    }

    // Gives the core's objects back; what is under way stays so, and what is shown of it too.
    private fun drop() {
        journey?.close()
        recorder?.close()
        journey = null
        recorder = null
    }

    private fun Library.forget(recording: UInt) {
        openRecording()?.use { it.stop(home.nowMs()) }
        discardRecording(recording, home.nowMs())
    }

    // One that a kill left open is whole as it is.
    private fun Library.record(way: Way): Recorder {
        openRecording()?.use { it.stop(home.nowMs()) }
        return startRecording(RecordingStart(home.nowMs(), null, null, way))
    }
}
