/*
 * Files on their way in: each is copied, looked at, and given to the core as tracks or, once the traveller agrees, as a
 * bundle or a backup. One arrival after the other, and nothing of a copy stays.
 *
 * What is in a file is the core's to say. What comes of it is put into words by ArrivalsShown.
 */
package routeguide.app.incoming

import android.net.Uri
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import routeguide.Library
import routeguide.OfferedBundle
import routeguide.Said
import routeguide.app.home.Answer
import routeguide.app.home.Home

/** What the traveller is shown of an arrival. */
sealed interface Arrival {
    /** A file is being read. */
    data class Reading(val number: Int, val of: Int) : Arrival

    /** A bundle waits to be agreed to. */
    data class Asking(val name: String, val bytes: Long, val offered: OfferedBundle) : Arrival

    /** A backup of this app waits to be agreed to. */
    data class Restoring(val name: String, val bytes: Long) : Arrival

    /** It is done. */
    data class Told(val outcome: Outcome) : Arrival

    /** There was only a link, and not one of ours. */
    data object BadLink : Arrival
}

// What came of tracks, with what they are called: asked at once, before anything else changes.
private fun Library.takeTracks(path: String, nowMs: Long): Outcome {
    val imported = importTracks(path, nowMs)
    val recordings = recordings().associateBy { it.number }
    return Outcome(
        brought = imported.brought.mapNotNull(recordings::get),
        updated = imported.updated.mapNotNull(recordings::get),
        known = imported.known,
        joinable = imported.joinable.mapNotNull { track -> joinable(track)?.let { Joinable(track, it) } },
        refused = imported.refused.map { Refusal(shown(it.file), Reason.Core(it.said)) },
        remarks = imported.remarks.map { it.said.text },
        moreRemarks = imported.moreRemarks.toInt(),
    )
}

/** Takes files in. */
@OptIn(ExperimentalCoroutinesApi::class)
class Arrivals(private val home: Home, private val copies: Copies) : ViewModel() {
    private val now = MutableStateFlow<Arrival?>(null)
    private val oneAtATime = Mutex()
    private var reading: Job? = null
    private var answer = CompletableDeferred<Boolean>()

    /** What is shown; nothing while nothing arrives. */
    val arrival: StateFlow<Arrival?> = now.asStateFlow()

    /** Takes in files of other apps, or of the phone's own. */
    fun take(addresses: List<Uri>) {
        viewModelScope.launch {
            oneAtATime.withLock {
                var outcome = Outcome()
                val reading = launch {
                    addresses.forEachIndexed { index, address ->
                        outcome += take(address, Arrival.Reading(index + 1, addresses.size))
                    }
                }
                this@Arrivals.reading = reading
                reading.join()
                now.value = null
                // Who said no to a bundle or a backup knows.
                if (outcome != Outcome() || addresses.isEmpty()) ask(Arrival.Told(outcome))
            }
        }
    }

    /** Says of a link that it leads nowhere. */
    fun refuseLink() {
        viewModelScope.launch { oneAtATime.withLock { ask(Arrival.BadLink) } }
    }

    /** The traveller has read, or agrees, or does not. */
    fun answer(isWanted: Boolean) {
        answer.complete(isWanted)
    }

    /** Makes one track of those that go on in one another; [open] is called with its number. */
    fun join(joinable: Joinable, open: (UInt) -> Unit) {
        viewModelScope.launch {
            when (val made = home.change { it.join(joinable.track, home.nowMs()) }) {
                is Answer.Given -> {
                    answer(true)
                    open(made.value)
                }
                is Answer.Refused -> now.update { shown -> shown.withRefused(joinable, made.said) }
            }
        }
    }

    /** No more of this is read; what is in stays. */
    fun cancel() {
        reading?.cancel()
    }

    private suspend fun take(address: Uri, reading: Arrival.Reading): Outcome {
        now.value = reading
        return when (val copy = copy(address)) {
            is Copy.Failed -> Outcome(refused = listOf(Refusal(copy.name, Reason.Copying(copy.why))))
            is Copy.Made -> try {
                take(copy, reading)
            } finally {
                copy.delete()
            }
        }
    }

    private suspend fun take(copy: Copy.Made, reading: Arrival.Reading): Outcome = when (copy.kind) {
        FileKind.BUNDLE -> takeBundle(copy, reading)
        FileKind.BACKUP -> takeBackup(copy, reading)
        FileKind.TRACKS -> takeTracks(copy)
    }

    // Who cancels does not wait for another app that hangs; its copy goes when it comes.
    private suspend fun copy(address: Uri): Copy {
        val copying = CoroutineScope(Dispatchers.IO).async { copies.copy(address) }
        try {
            return copying.await()
        } finally {
            if (!copying.isCompleted) copying.invokeOnCompletion { (copying.getCompleted() as? Copy.Made)?.delete() }
        }
    }

    private suspend fun takeTracks(copy: Copy.Made): Outcome =
        when (val answer = home.change { it.takeTracks(copy.file.path, home.nowMs()) }) {
            is Answer.Refused -> refused(copy, answer.said)
            is Answer.Given -> answer.value
        }

    private suspend fun takeBundle(copy: Copy.Made, reading: Arrival.Reading): Outcome {
        val offered = when (val answer = home.ask { it.offered(copy.file.path) }) {
            is Answer.Refused -> return refused(copy, answer.said)
            is Answer.Given -> answer.value
        }
        if (!ask(Arrival.Asking(copy.name, copy.file.length(), offered))) return Outcome()
        now.value = reading
        return when (val answer = home.install(copy.file.path)) {
            is Answer.Refused -> refused(copy, answer.said)
            is Answer.Given -> Outcome(installed = listOf(Installed(copy.name, answer.value)))
        }
    }

    private suspend fun takeBackup(copy: Copy.Made, reading: Arrival.Reading): Outcome {
        if (!ask(Arrival.Restoring(copy.name, copy.file.length()))) return Outcome()
        now.value = reading
        return when (val answer = home.restore(copy.file.path)) {
            is Answer.Refused -> refused(copy, answer.said)
            is Answer.Given -> Outcome(restored = listOf(answer.value))
        }
    }

    private fun refused(copy: Copy, said: Said) = Outcome(refused = listOf(Refusal(copy.name, Reason.Core(said))))

    private fun Arrival?.withRefused(joinable: Joinable, said: Said): Arrival? = when (this) {
        is Arrival.Told -> Arrival.Told(
            outcome.copy(
                joinable = outcome.joinable - joinable,
                refused = outcome.refused + Refusal(joinable.name, Reason.Core(said)),
            ),
        )
        else -> this
    }

    private suspend fun ask(question: Arrival): Boolean {
        answer = CompletableDeferred()
        now.value = question
        return answer.await().also { now.value = null }
    }
}
