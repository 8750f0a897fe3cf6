/*
 * What the app is made of: the parts that are one for the whole process, and the doors to the phone behind interfaces.
 */
package routeguide.app

import android.content.Context
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import routeguide.app.guide.FixSource
import routeguide.app.guide.Guiding
import routeguide.app.guide.Haptics
import routeguide.app.guide.PhoneFixes
import routeguide.app.guide.PhoneHaptics
import routeguide.app.guide.PhoneVoice
import routeguide.app.guide.Voice
import routeguide.app.home.Home
import routeguide.app.incoming.Copies
import routeguide.app.map.MapFiles
import routeguide.app.map.MapLibreSurface
import routeguide.app.map.MapSurface
import routeguide.app.settings.Choices

/** What the phone offers, and what tests stand in for. */
class Doors(
    val fixes: FixSource,
    /** The same for screens that show where the traveller is, so that neither they nor the guide end the other's. */
    val glances: FixSource,
    val voice: Voice,
    val haptics: Haptics,
    val makeMap: (Context) -> MapSurface,
    /** The time, in milliseconds since 1970 UTC. */
    val now: () -> Long,
    /** Runs one piece of work at a time, in order, off the main thread: the core answers one question at a time anyway. */
    val worker: CoroutineDispatcher,
)

/** The parts of the app. */
class Parts(context: Context, val doors: Doors) {
    val home: Home = Home(context, doors.worker, doors.now)
    val choices: Choices = Choices(context)
    val mapFiles: MapFiles = MapFiles(context, home)
    val copies: Copies = Copies(context)
    val guiding: Guiding = Guiding(home, doors, choices)

    companion object {
        /** The parts on a phone. */
        fun ofPhone(context: Context): Parts {
            val worker = Dispatchers.IO.limitedParallelism(1)
            val (fixes, voice, haptics) = Triple(PhoneFixes(context), PhoneVoice(context), PhoneHaptics(context))
            val glances = PhoneFixes(context)
            return Parts(
                context,
                Doors(fixes, glances, voice, haptics, ::MapLibreSurface, System::currentTimeMillis, worker),
            )
        }
    }
}
