/*
 * The star by which the traveller marks what they like.
 */
package routeguide.app.shared

import androidx.compose.material3.Icon
import androidx.compose.material3.IconToggleButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.res.painterResource
import androidx.compose.ui.res.stringResource
import routeguide.Favourite
import routeguide.KeptItem
import routeguide.app.R
import routeguide.app.home.Answer
import routeguide.app.home.Home

/** The star. */
@Composable
fun FavouriteToggle(isFavourite: Boolean, onChange: (Boolean) -> Unit) = IconToggleButton(isFavourite, onChange) {
    Icon(
        painterResource(if (isFavourite) R.drawable.ic_favourite_full else R.drawable.ic_favourite),
        stringResource(R.string.favourite),
        tint = MaterialTheme.colorScheme.primary,
    )
}

/** Keeps or forgets that the traveller likes something. */
suspend fun Home.setFavourite(bundle: String, item: KeptItem, name: String, isFavourite: Boolean): Answer<Unit> =
    change { library ->
        if (isFavourite) library.like(Favourite(bundle, item, name, nowMs())) else library.unlike(bundle, item)
    }
