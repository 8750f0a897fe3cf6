/*
 * Keeps the guide alive while the phone is locked and in the pocket: a foreground service that listens for positions,
 * hands them to the journey, and says in its notification what comes next.
 *
 * It thinks nothing. What it must know after a kill it asks the library.
 */
package routeguide.app.guide

import android.content.Context
import android.content.Intent
import android.content.pm.ServiceInfo
import android.os.Build
import android.os.SystemClock
import androidx.core.app.ServiceCompat
import androidx.core.content.ContextCompat
import androidx.lifecycle.LifecycleService
import androidx.lifecycle.lifecycleScope
import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.launch
import routeguide.Fix
import routeguide.app.home.said
import routeguide.app.home.value
import routeguide.app.parts

/** A fix is missed when it is later than three times what was asked for, and this much. */
private const val PATIENCE_MS = 20_000L

/** How often somebody looks whether fixes still come. */
private const val LOOK_MS = 5_000L

/** The guide while the app is not looked at. */
class GuideService : LifecycleService() {
    private val guiding get() = parts.guiding
    private val fixes get() = parts.doors.fixes
    private val notices by lazy { GuideNotices(this) }

    // The newest few: whoever cannot keep up wants to know where they are, not where they were.
    private val arrived = Channel<Fix>(capacity = 64, onBufferOverflow = BufferOverflow.DROP_OLDEST)

    override fun onCreate() {
        super.onCreate()
        lifecycleScope.launch { for (fix in arrived) guiding.take(fix) }
        lifecycleScope.launch { followRide() }
        lifecycleScope.launch { adjustRate() }
        lifecycleScope.launch { missFixes() }
        lifecycleScope.launch { speakTheirLanguage() }
    }

    override fun onStartCommand(intent: Intent?, flags: Int, startId: Int): Int {
        super.onStartCommand(intent, flags, startId)
        // Where the system starts it again after the traveller took back the leave to see the place, older ones say nothing.
        val isBlind = intent == null && fixes.allowed == Allowed.NOTHING
        if (isBlind || !comeToForeground()) {
            notices.sayThatItEnded()
            stopSelf()
            return START_NOT_STICKY
        }
        lifecycleScope.launch { obey(intent?.action) }
        return START_STICKY
    }

    private suspend fun obey(action: String?) {
        val answer = guiding.goOn()
        answer.said?.let { notices.sayThatItEnded(it.text) }
        if (answer.value != true) return end()
        when (action) {
            PAUSE -> guiding.pause()
            RESUME -> guiding.resume()
            STOP -> guiding.stop()
            // Begun anew, or again after the traveller allowed what was missing.
            else -> guiding.ride.value?.takeUnless { it.isPaused }?.let { listen(it.rate) }
        }
    }

    // The system may restart a service that it killed and yet refuse it the foreground, or the position there.
    private fun comeToForeground(): Boolean = try {
        val isTyped = Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q
        val type = if (isTyped) ServiceInfo.FOREGROUND_SERVICE_TYPE_LOCATION else 0
        ServiceCompat.startForeground(this, GuideNotices.RIDE, notices.ride(guiding.ride.value), type)
        true
    } catch (refused: RuntimeException) {
        if (refused !is IllegalStateException && refused !is SecurityException) throw refused
        false
    }

    private suspend fun followRide() {
        var wasThere = false
        guiding.ride.collect { ride ->
            if (ride != null) notices.show(ride) else if (wasThere) end()
            wasThere = ride != null
        }
    }

    private suspend fun adjustRate() {
        guiding.ride.filterNotNull().map { if (it.isPaused) null else it.rate }.distinctUntilChanged().collect { rate ->
            if (rate == null) fixes.stop() else listen(rate)
        }
    }

    private fun listen(rate: Rate) = fixes.start(rate, arrived::trySend, guiding::signal)

    private suspend fun speakTheirLanguage() = parts.home.words.filterNotNull().collect {
        parts.home.ask { it.language() }.value?.let(parts.doors.voice::prepare)
    }

    private suspend fun missFixes() {
        while (true) {
            delay(LOOK_MS)
            val ride = guiding.ride.value ?: continue
            val waited = SystemClock.elapsedRealtime() - ride.fixCameMs
            val isLate = waited > 3 * ride.rate.everyMs + PATIENCE_MS
            if (isLate && !ride.isPaused && ride.signal == Signal.THERE) guiding.signal(Signal.LOST)
        }
    }

    private fun end() {
        fixes.stop()
        ServiceCompat.stopForeground(this, ServiceCompat.STOP_FOREGROUND_REMOVE)
        stopSelf()
    }

    override fun onDestroy() {
        fixes.stop()
        parts.doors.voice.release()
        // Ended by the system and not by the traveller: the library knows how to go on, and the traveller is told.
        if (guiding.ride.value != null) {
            guiding.signal(Signal.WAITING)
            notices.sayThatItEnded()
        }
        super.onDestroy()
    }

    companion object {
        const val PAUSE = "routeguide.app.PAUSE"
        const val RESUME = "routeguide.app.RESUME"
        const val STOP = "routeguide.app.STOP"

        /** Keeps what is under way alive. To be called while the app is looked at. */
        fun start(context: Context) =
            ContextCompat.startForegroundService(context, Intent(context, GuideService::class.java))
    }
}
