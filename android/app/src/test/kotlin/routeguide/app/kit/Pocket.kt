/*
 * The phone in the pocket: what the system does with the guide's service, and its notifications. Under test nothing runs a
 * service unless told.
 */
package routeguide.app.kit

import android.app.Notification
import android.app.NotificationManager
import android.content.Intent
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ServiceController
import routeguide.app.guide.GuideNotices
import routeguide.app.guide.GuideService

/** Runs the guide's service as the system would. */
class Pocket(private val app: TestApp) {
    private val notices = app.getSystemService(NotificationManager::class.java)
    private var running: ServiceController<GuideService>? = null
    private var starts = 0

    /** Whether the service lives. */
    val isRunning: Boolean get() = running != null

    /** What the notification under way says: its title, its text. */
    val under: Pair<String?, String?>? get() = shown(GuideNotices.RIDE)?.words

    /** The same of the notification that the guide ended. */
    val ended: Pair<String?, String?>? get() = shown(GuideNotices.ENDED)?.words

    /** Starts what the app asked for, ends what ended itself. */
    fun obey() {
        generateSequence { shadowOf(app).nextStartedService }
            .filter { it.component?.className == GuideService::class.java.name }
            .forEach(::start)
        if (running?.let { shadowOf(it.get()).isStoppedBySelf } == true) end()
    }

    /** Starts the service; without an intent as the system does after a kill. */
    fun start(intent: Intent?): Int {
        val service = running ?: Robolectric.buildService(GuideService::class.java).create().also { running = it }
        val outcome = service.get().onStartCommand(intent, 0, ++starts)
        idle()
        if (shadowOf(service.get()).isStoppedBySelf) end()
        return outcome
    }

    /** The system ends the service. */
    fun end() {
        running?.destroy()
        running = null
        idle()
    }

    /** The process is gone, and with it its service, which is told nothing. */
    fun forget() {
        running = null
    }

    /** Taps an action of the notification by its label. */
    fun tap(label: String) {
        val action = checkNotNull(shown(GuideNotices.RIDE)).actions.single { it.title == label }
        action.actionIntent.send()
        idle()
        obey()
    }

    private fun shown(id: Int): Notification? = shadowOf(notices).getNotification(id)
        ?: running?.let { shadowOf(it.get()).lastForegroundNotification }?.takeIf { id == GuideNotices.RIDE }

    private val Notification.words
        get() = extras.getCharSequence(Notification.EXTRA_TITLE)?.toString() to
            extras.getCharSequence(Notification.EXTRA_TEXT)?.toString()
}
