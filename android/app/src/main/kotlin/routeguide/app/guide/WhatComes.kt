/*
 * What comes next, as large as it gets: how far, in which direction, on which hand and when; or the way back to the route.
 */
package routeguide.app.guide

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.rotate
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import routeguide.NextStop
import routeguide.OffRoute
import routeguide.Side
import routeguide.app.R
import routeguide.app.parts
import routeguide.app.shared.LocalWords
import routeguide.app.shared.time

/** Readable at arm's length. */
private val far = 48.sp

/** What comes next. */
@Composable
fun WhatComes(ride: Ride) {
    val update = ride.update
    val off = update?.offRoute
    val next = update?.nextStop
    val colours = MaterialTheme.colorScheme
    val (back, front) = when {
        off != null -> colours.errorContainer to colours.onErrorContainer
        else -> colours.primaryContainer to colours.onPrimaryContainer
    }
    Surface(Modifier.fillMaxWidth(), color = back, contentColor = front) {
        Column(
            Modifier.padding(horizontal = 16.dp, vertical = 12.dp).semantics(mergeDescendants = true) {},
            Arrangement.spacedBy(4.dp),
        ) {
            when {
                off != null -> WayBack(off, ride)
                next != null -> Next(next, ride)
                update != null -> Large(stringResource(R.string.to_go, LocalWords.current.distance(update.remainingM)))
                else -> Text(
                    ride.cues.firstOrNull()?.text ?: stringResource(unknownYet(ride)),
                    style = MaterialTheme.typography.headlineSmall,
                )
            }
        }
    }
}

private fun unknownYet(ride: Ride) =
    if (ride.signal == Signal.WAITING) ride.signal.text else R.string.guide_no_place_yet

@Composable
private fun WayBack(off: OffRoute, ride: Ride) {
    val words = LocalWords.current
    Text(
        stringResource(R.string.guide_off_route),
        Modifier.semantics { heading() },
        style = MaterialTheme.typography.headlineSmall,
    )
    Directed(words.distance(off.distanceM), off.backDeg, ride)
    Text(
        stringResource(R.string.guide_way_back, words.direction(off.backDeg)),
        style = MaterialTheme.typography.titleLarge,
    )
    ride.update?.nextStop?.let {
        Text(
            stringResource(R.string.guide_then, it.name, words.distance(it.distanceM)),
            style = MaterialTheme.typography.bodyLarge,
        )
    }
}

@Composable
private fun Next(next: NextStop, ride: Ride) {
    val words = LocalWords.current
    val side = if (next.side == Side.LEFT) R.string.guide_on_left else R.string.guide_on_right
    Text(next.name, Modifier.semantics { heading() }, style = MaterialTheme.typography.headlineSmall)
    Directed(words.distance(next.distanceM), next.bearingDeg, ride)
    Text(
        listOf(
            words.direction(next.bearingDeg),
            stringResource(side),
            stringResource(R.string.guide_along, words.distance(next.aheadM)),
            stringResource(R.string.guide_around, LocalContext.current.time(next.etaMs)),
        ).joinToString(" · "),
        style = MaterialTheme.typography.titleMedium,
    )
}

@Composable
private fun Directed(distance: String, bearingDeg: Double, ride: Ride) {
    val choice by LocalContext.current.parts.choices.choice.collectAsStateWithLifecycle()
    FlowRow(
        Modifier.fillMaxWidth(),
        Arrangement.spacedBy(16.dp),
        itemVerticalAlignment = Alignment.CenterVertically,
    ) {
        // The direction also stands in words.
        Icon(
            painterResource(R.drawable.ic_arrow_up),
            null,
            Modifier.size(72.dp).rotate((bearingDeg - up(ride, choice.courseUp)).toFloat()),
        )
        Large(distance)
    }
}

@Composable
private fun Large(text: String) = Text(text, fontSize = far, lineHeight = far * 1.15f, fontWeight = FontWeight.Bold)

/** How far the stage and the route are done. */
@Composable
fun StageLine(ride: Ride) {
    val update = ride.update ?: return
    val words = LocalWords.current
    val stage = update.stage
    Column(
        Modifier.padding(horizontal = 16.dp, vertical = 12.dp).semantics(mergeDescendants = true) {},
        Arrangement.spacedBy(6.dp),
    ) {
        if (stage.of > 1u) {
            Text(
                stringResource(R.string.guide_stage, stage.number.toInt(), stage.of.toInt(), stage.name),
                style = MaterialTheme.typography.titleMedium,
            )
        }
        Progress(stage.share)
        Text(
            if (stage.of > 1u) {
                stringResource(
                    R.string.guide_to_go_both,
                    words.distance(stage.remainingM),
                    words.distance(update.remainingM),
                )
            } else {
                stringResource(R.string.to_go, words.distance(update.remainingM))
            },
            style = MaterialTheme.typography.bodyLarge,
        )
        Text(
            stringResource(R.string.guide_end_around, LocalContext.current.time(update.etaMs)),
            style = MaterialTheme.typography.bodyLarge,
        )
    }
}

// What it shows stands in words below.
@Composable
private fun Progress(share: Double) = LinearProgressIndicator(
    progress = { share.toFloat() },
    Modifier.fillMaxWidth().clearAndSetSemantics { },
    trackColor = MaterialTheme.colorScheme.surfaceVariant,
)
