/*
 * Pictures of a bundle, each with who made it and under which terms it is shown.
 */
package routeguide.app.shared

import android.graphics.BitmapFactory
import androidx.compose.foundation.Image
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyRow
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.produceState
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.res.stringResource
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import routeguide.Picture
import routeguide.PictureSize
import routeguide.app.R
import routeguide.app.home.Answer
import routeguide.app.home.map
import routeguide.app.parts

/** The shape of a picture in a row. */
private const val ASPECT = 1.5f

/** Pictures side by side, one alone as wide as there is room; nothing where there are none. */
@Composable
fun PictureRow(bundle: String, pictures: List<Picture>) {
    if (pictures.isEmpty()) return
    if (pictures.size == 1) {
        PictureCard(bundle, pictures.single(), Modifier.widthIn(max = 480.dp))
    } else {
        LazyRow(horizontalArrangement = Arrangement.spacedBy(12.dp)) {
            items(pictures, key = { it.id }) { PictureCard(bundle, it, Modifier.width(288.dp)) }
        }
    }
}

@Composable
private fun PictureCard(bundle: String, picture: Picture, modifier: Modifier) {
    val home = LocalContext.current.parts.home
    val loaded by produceState<Answer<ImageBitmap?>?>(null, bundle, picture.id) {
        val file = home.askBundle(bundle) { it.picture(picture.id, PictureSize.CARD).bytes }
        value = withContext(Dispatchers.Default) { file.map(::decoded) }
    }
    Column(modifier, Arrangement.spacedBy(4.dp)) {
        Box(Modifier.fillMaxWidth().aspectRatio(ASPECT).background(MaterialTheme.colorScheme.surfaceVariant)) {
            when (val shown = loaded) {
                null -> Unit
                is Answer.Given -> shown.value?.let {
                    Image(it, picture.caption, Modifier.fillMaxSize(), contentScale = ContentScale.Crop)
                }
                is Answer.Refused -> Text(shown.said.text, Modifier.padding(12.dp))
            }
        }
        Text(picture.caption, style = MaterialTheme.typography.bodyMedium)
        Small(stringResource(R.string.picture_by, picture.author, picture.licence))
        picture.source?.let { Source(it) }
    }
}

private fun decoded(bytes: ByteArray): ImageBitmap? =
    BitmapFactory.decodeByteArray(bytes, 0, bytes.size)?.asImageBitmap()
