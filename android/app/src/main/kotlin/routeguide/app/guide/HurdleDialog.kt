/*
 * What stands in the way of setting out, in words: why, what is possible all the same, and what to do.
 */
package routeguide.app.guide

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.res.stringResource
import routeguide.app.R

private class HurdleWords(val title: Int, val text: Int, val agree: Int)

private fun words(hurdle: Hurdle): HurdleWords? = when (hurdle) {
    is Hurdle.OtherRide -> HurdleWords(R.string.other_ride, R.string.other_ride_text, R.string.other_ride_end)
    Hurdle.Why -> HurdleWords(R.string.why_location, R.string.why_location_text, R.string.go_further)
    Hurdle.Refused -> HurdleWords(R.string.location_refused, R.string.location_refused_text, R.string.allow_location)
    Hurdle.Roughly -> HurdleWords(R.string.location_roughly, R.string.location_roughly_text, R.string.allow_exactly)
    Hurdle.SwitchedOff ->
        HurdleWords(R.string.location_off, R.string.location_off_text, R.string.open_location_settings)
    Hurdle.Notices, is Hurdle.Failed -> null
}

/** A question before setting out. [onAgree] does what helps, [onGoOn] goes on without, where that is possible. */
@Composable
internal fun HurdleDialog(hurdle: Hurdle, onAgree: () -> Unit, onGoOn: () -> Unit, onGiveUp: () -> Unit) {
    val words = words(hurdle)
    val text = when (hurdle) {
        is Hurdle.OtherRide -> stringResource(R.string.other_ride_text, hurdle.name)
        is Hurdle.Failed -> hurdle.said.text
        else -> words?.let { stringResource(it.text) }.orEmpty()
    }
    AlertDialog(
        onDismissRequest = onGiveUp,
        title = { Text(stringResource(words?.title ?: R.string.set_out_not_set_out)) },
        text = { Text(text, Modifier.verticalScroll(rememberScrollState())) },
        // All in one row that wraps: between two slots the dialog lets wrapped ones lie over one another.
        confirmButton = {
            FlowRow(horizontalArrangement = Arrangement.End) {
                val label = if (words == null) R.string.close else R.string.not_now
                TextButton(onGiveUp) { Text(stringResource(label)) }
                if (hurdle == Hurdle.Roughly) TextButton(onGoOn) { Text(stringResource(R.string.set_out_go_roughly)) }
                if (words != null) TextButton(onAgree) { Text(stringResource(words.agree)) }
            }
        },
    )
}
