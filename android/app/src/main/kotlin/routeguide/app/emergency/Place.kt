/*
 * Where the traveller is: digits to read aloud, how far they can be trusted, what is near; or how to tell it without them.
 */
package routeguide.app.emergency

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.Card
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import kotlinx.coroutines.delay
import routeguide.Fix
import routeguide.Nearby
import routeguide.Position
import routeguide.app.R
import routeguide.app.guide.Signal
import routeguide.app.home.said
import routeguide.app.home.value
import routeguide.app.shared.Heading
import routeguide.app.shared.LocalWords
import routeguide.app.shared.copy
import routeguide.app.shared.spot
import routeguide.app.shared.told
import routeguide.app.whereabouts.SignalLine
import routeguide.app.whereabouts.ageMs
import routeguide.app.whereabouts.rememberAskLocation

/** After this long, someone who walks may be out of sight of where they were. */
private const val OLD_MS = 3 * 60_000L

/** How often the age is told anew. */
private const val TICK_MS = 10_000L

/** The traveller's place. */
@Composable
fun Place(model: EmergencyModel, say: (Int) -> Unit) {
    val here by model.whereabouts.here.collectAsStateWithLifecycle()
    val nearest by model.nearest.collectAsStateWithLifecycle()
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
        Heading(stringResource(R.string.emergency_place))
        here.fix?.let { fix ->
            Digits(fix)
            Tell(fix, nearest?.value, say)
        }
        SignalLine(here.signal)
        if (here.signal == Signal.NOT_ALLOWED) Ask(model)
        if (here.fix == null) Text(stringResource(R.string.emergency_without_place))
        nearest?.value?.let { Nearest(it) }
        nearest?.said?.let { Text(it.text) }
    }
}

@Composable
private fun Digits(fix: Fix) = Card(Modifier.fillMaxWidth()) {
    Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
        val words = LocalWords.current
        val text = words.position(Position(fix.lat, fix.lon))
        // One element for TalkBack, which reads digit by digit what eyes read in groups.
        Column(Modifier.clearAndSetSemantics { contentDescription = text.digits }) {
            Text(text.decimal, style = MaterialTheme.typography.headlineMedium)
            Text(text.minutes, style = MaterialTheme.typography.titleLarge)
        }
        val accuracy = words.accuracy(fix)
        Text(
            if (accuracy == null) {
                stringResource(R.string.emergency_accuracy_unknown)
            } else {
                stringResource(R.string.emergency_accuracy, accuracy)
            },
        )
        Age(fix)
    }
}

@Composable
private fun Age(fix: Fix) {
    val ageMs by produceState(fix.ageMs, fix) {
        while (true) {
            value = fix.ageMs
            delay(TICK_MS)
        }
    }
    Text(stringResource(R.string.emergency_age, LocalWords.current.duration(ageMs)))
    if (ageMs > OLD_MS) Text(stringResource(R.string.emergency_old), color = MaterialTheme.colorScheme.error)
}

@Composable
private fun Tell(fix: Fix, nearest: Nearby?, say: (Int) -> Unit) {
    val context = LocalContext.current
    val words = LocalWords.current
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp), verticalArrangement = Arrangement.spacedBy(4.dp)) {
        Way(R.drawable.ic_sms, R.string.emergency_sms) {
            if (!context.message(context.emergencyText(words, fix, nearest))) say(R.string.emergency_no_messages)
        }
        Way(R.drawable.ic_share, R.string.share) {
            if (!context.shareText(context.emergencyText(words, fix, nearest))) say(R.string.emergency_no_messages)
        }
        Way(R.drawable.ic_copy, R.string.emergency_copy) {
            context.copy(words.position(Position(fix.lat, fix.lon)).decimal)
            say(R.string.emergency_copied)
        }
    }
}

@Composable
private fun Way(icon: Int, label: Int, onClick: () -> Unit) =
    FilledTonalButton(onClick, contentPadding = ButtonDefaults.ButtonWithIconContentPadding) {
        Icon(painterResource(icon), null, Modifier.size(ButtonDefaults.IconSize))
        Text(stringResource(label), Modifier.padding(start = ButtonDefaults.IconSpacing))
    }

@Composable
private fun Ask(model: EmergencyModel) {
    val ask = rememberAskLocation(
        model.whereabouts,
        stringResource(R.string.emergency_why),
        model.whereabouts::start,
    )
    Button(ask, Modifier.fillMaxWidth()) { Text(stringResource(R.string.emergency_show_place)) }
}

@Composable
private fun Nearest(nearest: Nearby) = Column(Modifier.semantics(mergeDescendants = true) {}) {
    Text(stringResource(R.string.emergency_nearest), style = MaterialTheme.typography.labelLarge)
    Text(nearest.name, style = MaterialTheme.typography.titleLarge)
    Text(nearest.spot().told())
}
