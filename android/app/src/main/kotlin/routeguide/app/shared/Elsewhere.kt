/*
 * What other apps of the phone open: web addresses, spots on the map. This app has no network of its own.
 */
package routeguide.app.shared

import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.widget.Toast
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.LinkAnnotation
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.TextLinkStyles
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.style.TextDecoration
import androidx.core.net.toUri
import routeguide.PositionText
import routeguide.app.R

// Brackets and full stops around an address belong to the sentence.
private val address = Regex("https?://[^\\s()<>\"]*[^\\s()<>\".,;:]")

/** Opens an address in another app. Where there is none for it, the traveller can paste it somewhere. */
fun Context.openElsewhere(address: Uri, shown: String = address.toString()) = try {
    startActivity(Intent(Intent.ACTION_VIEW, address))
} catch (_: ActivityNotFoundException) {
    copy(shown)
    Toast.makeText(this, R.string.no_app_opens_it, Toast.LENGTH_LONG).show()
}

/** A spot, as map apps understand it. */
fun spot(position: PositionText, name: String): Uri {
    val place = position.decimal.replace(" ", "")
    return "geo:$place?q=$place(${Uri.encode(name)})".toUri()
}

/** A text in which web addresses can be tapped. */
@Composable
fun linked(text: String): AnnotatedString {
    val context = LocalContext.current
    val colour = MaterialTheme.colorScheme.primary
    return remember(text, context, colour) {
        val styles = TextLinkStyles(SpanStyle(colour, textDecoration = TextDecoration.Underline))
        buildAnnotatedString {
            append(text)
            for (found in address.findAll(text)) {
                val link = LinkAnnotation.Url(found.value, styles) { context.openElsewhere(found.value.toUri()) }
                addLink(link, found.range.first, found.range.last + 1)
            }
        }
    }
}
