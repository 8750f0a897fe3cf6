/*
 * What guidance and search say to the rides and questions handed in, written so that Rust, Kotlin and Swift can be held
 * against one another byte by byte. The comparing is done by the check.
 */
package routeguide

import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.io.Writer
import java.nio.file.Path
import kotlin.io.path.bufferedWriter
import kotlin.io.path.createDirectories
import kotlin.io.path.readLines

internal class StreamsTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `the rides are ridden and what is said is written down`() {
        val journeys = Given.rides.resolve("journeys.txt").readLines().filter(String::isNotEmpty)
        assertTrue(journeys.isNotEmpty())
        val out = Given.streams.createDirectories()
        for (line in journeys) {
            val (name, bundle, route, language, way) = line.split('\t')
            val fixes = recordedFixes(Given.rides.resolve("$name.fixes"))
            val (first, last) = fixes.first().timeMs to fixes.last().timeMs
            Library.open(folder.resolve(name).text(), language, first).use { library ->
                library.install(Given.bundle, null, emptyList(), first)
                val followed = Way.Route(bundle, route)
                library.startRecording(RecordingStart(first, name, null, followed)).use { recorder ->
                    library.setOut(followed, way == "reverse", Departure.CONTINUE, recorder.number()).use { journey ->
                        out.resolve("$name.steps").bufferedWriter().use { steps ->
                            fixes.forEach { steps.write(journey.step(it)) }
                        }
                        journey.catchUp()
                    }
                    recorder.stop(last)
                    for ((profile, ending) in listOf(GpxProfile.PLAIN to "plain", GpxProfile.GARMIN to "garmin")) {
                        library.exportRecording(recorder.number(), profile, out.resolve("$name-$ending.gpx").text())
                    }
                }
            }
        }
    }

    @Test
    fun `the questions are asked and what is found is written down`() {
        val searches = Given.rides.resolve("searches.txt").readLines().filter(String::isNotEmpty)
        assertTrue(searches.isNotEmpty())
        val libraries = mutableMapOf<String, Library>()
        try {
            Given.streams.createDirectories().resolve("searches.found").bufferedWriter().use { out ->
                for (line in searches) {
                    val (language, near, text) = line.split('\t')
                    val library = libraries.getOrPut(language) { library(folder.resolve("in-$language"), language) }
                    val here = near.takeIf { it != "-" }?.split(',')?.map(String::toDouble)?.let { (lat, lon) ->
                        Position(lat, lon)
                    }
                    out.line("search", language, text)
                    out.write(library.search(SearchQuery(text, here, 20u)))
                }
            }
        } finally {
            libraries.values.forEach(Library::close)
        }
    }

    private fun Writer.line(vararg parts: String) {
        append(parts.joinToString("|") { it.replace("\n", "\\n") }).append('\n')
    }

    private fun Writer.write(came: JourneyStep) {
        val step = came.step
        line(
            "step", step.nextFixAfterS.hex, step.nextFixAccuracyM.hex, tally(came.tally), came.notKept?.code ?: "-",
            "${came.waiting}",
        )
        step.refused?.let { line("refused", it.reason, it.text) }
        step.update?.let { update ->
            write(update)
            update.cues.forEach { line("cue", event(it.event), it.text, it.spoken ?: "-") }
        }
    }

    private fun Writer.write(update: GuideUpdate) = with(update.matched) {
        line(
            "update", alongM.hex, crossM.hex, confidence.hex, "$leg", "$segment", position.lat.hex, position.lon.hex,
            direction.word, update.share.hex, update.travelledM.hex, update.remainingM.hex,
            update.stage.remainingM.hex, "${update.etaMs}", next(update.nextStop), off(update.offRoute),
        )
    }

    private fun Writer.write(answer: SearchAnswer) {
        val places = Coordinates(answer.positions)
        for ((number, found) in answer.found.withIndex()) {
            line(
                "found", found.bundle, thing(found.thing), found.name, found.kind, found.distanceM.hex,
                matched(found.matched), "${found.corrected}", places.lat(number).hex, places.lon(number).hex,
            )
        }
    }

    private fun tally(tally: Tally?): String = tally?.run {
        val place = position?.let { "${it.lat.hex};${it.lon.hex}" } ?: "-"
        listOf(
            "$fixes", "$believed", "$lost", "$segments", distanceM.hex, "$durationMs", "$movingMs", "$pausing",
            gainM.hex, lossM.hex, paceMps.hex, place,
        ).joinToString(",")
    } ?: "-"

    private fun next(stop: NextStop?): String = stop?.run {
        listOf(id, "$number", aheadM.hex, distanceM.hex, bearingDeg.hex, side.word, "$etaMs").joinToString(",")
    } ?: "-"

    private fun off(off: OffRoute?): String = off?.run {
        val at = listOf(rejoin.lat.hex, rejoin.lon.hex, rejoinAlongM.hex)
        (listOf(distanceM.hex, backDeg.hex) + at + "$sinceMs").joinToString(",")
    } ?: "-"

    private fun aside(aside: Aside?): String = aside?.run { "${side.word};${distanceM.hex}" } ?: "-"

    private fun event(event: CueEvent): String = when (event) {
        is CueEvent.StopAhead -> "stop-ahead,${event.stop},${event.distanceM.hex},${aside(event.aside)}"
        is CueEvent.Arrived -> "arrived,${event.stop},${aside(event.aside)}"
        is CueEvent.InView -> "in-view,${event.stop},${aside(event.aside)}"
        is CueEvent.Skipped -> "skipped,${event.stop}"
        is CueEvent.StageEnded -> "stage-ended,${event.stage},${event.next ?: "-"}"
        is CueEvent.RouteEnded -> "route-ended"
        is CueEvent.ModeAhead -> "mode-ahead,${event.mode.word},${event.distanceM.hex}"
        is CueEvent.LineIsIndicative -> "line-is-indicative"
        is CueEvent.LineShowsTheWay -> "line-shows-the-way"
        is CueEvent.RouteIsThere -> "route-is-there,${off(event.way)}"
        is CueEvent.LeftRoute -> "left-route,${off(event.way)}"
        is CueEvent.StillOffRoute -> "still-off-route,${off(event.way)}"
        is CueEvent.BackOnRoute -> "back-on-route"
    }

    private fun thing(thing: FoundThing): String = when (thing) {
        is FoundThing.Route -> "route,${thing.route}"
        is FoundThing.Stage -> "stage,${thing.route},${thing.stage}"
        is FoundThing.Stop -> "stop,${thing.route},${thing.stop},${thing.category.word}"
        is FoundThing.Place -> "place,${thing.place},${thing.kind.word}"
    }

    private fun matched(matched: Matched): String = when (matched) {
        is Matched.Name -> "name,${matched.name},${matched.language ?: "-"}"
        is Matched.AlternativeName -> "alternative-name,${matched.name},${matched.language ?: "-"}"
        is Matched.Kind -> "kind"
        is Matched.InText -> "in-text,${matched.before},${matched.word},${matched.after}"
    }

    private val Double?.hex: String get() = this?.let { "%016x".format(it.toRawBits()) } ?: "-"

    private val Enum<*>.word: String get() = name.lowercase().replace('_', '-')
}
