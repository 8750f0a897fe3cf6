/*
 * Which icon stands for what.
 */
package routeguide.app.shared

import routeguide.TravelMode
import routeguide.app.R

/** A means of travel. */
val TravelMode.icon: Int
    get() = when (this) {
        TravelMode.WALK -> R.drawable.ic_walk
        TravelMode.BIKE -> R.drawable.ic_bike
        TravelMode.CAR -> R.drawable.ic_car
        TravelMode.BOAT -> R.drawable.ic_boat
        TravelMode.FERRY -> R.drawable.ic_ferry
    }
