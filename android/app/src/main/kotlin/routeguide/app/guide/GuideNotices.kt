/*
 * What the guide says in notifications: what comes next while it is under way, and that it ended without being asked.
 */
package routeguide.app.guide

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import androidx.core.app.NotificationCompat
import androidx.core.app.NotificationManagerCompat
import routeguide.app.MainActivity
import routeguide.app.R
import routeguide.app.parts
import routeguide.app.phoneService
import routeguide.app.settings.speaking
import routeguide.app.shared.time

private const val CHANNEL = "guide"

/** The guide's notifications. */
class GuideNotices(private val context: Context) {
    private val manager = NotificationManagerCompat.from(context)

    // Titles in the language of the app.
    private val texts get() = context.speaking(context.parts.choices.choice.value.language)
    private var shown: Pair<String, String?>? = null

    init {
        val name = texts.getString(R.string.notice_channel)
        val channel = NotificationChannel(CHANNEL, name, NotificationManager.IMPORTANCE_LOW)
        context.phoneService<NotificationManager>().createNotificationChannel(channel)
    }

    /** The ride under way, anew where its words have changed. */
    fun show(ride: Ride) {
        val words = title(ride) to text(ride)
        if (words == shown || !manager.areNotificationsEnabled()) return
        shown = words
        notify(RIDE, ride(ride))
    }

    /** What comes next; before anything is known, that the guide is getting ready. */
    fun ride(ride: Ride?) = building()
        .setContentTitle(ride?.let(::title) ?: texts.getString(R.string.notice_preparing))
        .setContentText(ride?.let(::text))
        .setOngoing(true)
        .setOnlyAlertOnce(true)
        .setCategory(NotificationCompat.CATEGORY_NAVIGATION)
        .setForegroundServiceBehavior(NotificationCompat.FOREGROUND_SERVICE_IMMEDIATE)
        .apply { if (ride != null) actions(ride) }
        .build()

    /** That the guide was ended: by what the core says, or else by the phone; and that a tap goes on. */
    fun sayThatItEnded(said: String? = null) {
        val isAllowed = context.parts.doors.fixes.allowed != Allowed.NOTHING
        val byPhone = if (isAllowed) R.string.notice_ended_text else R.string.notice_ended_not_allowed
        val text = said ?: texts.getString(byPhone)
        notify(
            ENDED,
            building()
                .setContentTitle(texts.getString(R.string.notice_ended))
                .setContentText(text)
                .setStyle(NotificationCompat.BigTextStyle().bigText(text))
                .setAutoCancel(true)
                .build(),
        )
    }

    private fun building() = NotificationCompat.Builder(context, CHANNEL)
        .setSmallIcon(R.drawable.ic_guide)
        .setContentIntent(opening())
        // The lock screen is where it is read.
        .setVisibility(NotificationCompat.VISIBILITY_PUBLIC)

    private fun NotificationCompat.Builder.actions(ride: Ride) {
        if (ride.isPaused) {
            addAction(R.drawable.ic_play, texts.getString(R.string.resume), asking(GuideService.RESUME))
        } else {
            addAction(R.drawable.ic_pause, texts.getString(R.string.pause), asking(GuideService.PAUSE))
        }
        addAction(R.drawable.ic_stop, texts.getString(R.string.stop), asking(GuideService.STOP))
    }

    private fun title(ride: Ride): String = ride.update?.nextStop?.name ?: ride.name

    private fun text(ride: Ride): String? {
        val update = ride.update
        val words = context.parts.home.words.value
        val next = update?.nextStop
        return when {
            ride.isPaused -> texts.getString(R.string.paused)
            ride.signal != Signal.THERE -> texts.getString(ride.signal.text)
            words == null || update == null -> null
            update.offRoute != null -> update.offRoute?.let {
                texts.getString(R.string.off_route_line, words.distance(it.distanceM), words.direction(it.backDeg))
            }
            next != null -> texts.getString(
                R.string.next_stop_line,
                words.distance(next.distanceM),
                texts.time(next.etaMs),
            )
            else -> texts.getString(R.string.to_go, words.distance(update.remainingM))
        }
    }

    private fun opening() = PendingIntent.getActivity(
        context,
        0,
        MainActivity.guide(context),
        PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE,
    )

    private fun asking(action: String) = PendingIntent.getService(
        context,
        0,
        Intent(context, GuideService::class.java).setAction(action),
        PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE,
    )

    // Travellers who allow no notifications are guided all the same.
    private fun notify(number: Int, notice: Notification) = try {
        manager.notify(number, notice)
    } catch (_: SecurityException) {
        Unit
    }

    companion object {
        const val RIDE = 1
        const val ENDED = 2
    }
}

/** How the phone's positions stand, in words. */
val Signal.text: Int
    get() = when (this) {
        Signal.WAITING -> R.string.signal_waiting
        Signal.THERE -> R.string.signal_there
        Signal.LOST -> R.string.signal_lost
        Signal.SWITCHED_OFF -> R.string.signal_switched_off
        Signal.NOT_ALLOWED -> R.string.signal_not_allowed
    }
