/*
 * Which icon stands for what.
 */
package routeguide.app.shared

import routeguide.FoundThing
import routeguide.PlaceKind
import routeguide.StopCategory
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

/** What a stop is. */
val StopCategory.icon: Int
    get() = when (this) {
        StopCategory.ACTIVITY -> R.drawable.ic_stop_activity
        StopCategory.BEACH -> R.drawable.ic_stop_beach
        StopCategory.BRIDGE -> R.drawable.ic_stop_bridge
        StopCategory.CASTLE_MOUND -> R.drawable.ic_stop_castle_mound
        StopCategory.CHURCH -> R.drawable.ic_stop_church
        StopCategory.FERRY -> R.drawable.ic_stop_ferry
        StopCategory.HARBOUR -> R.drawable.ic_stop_harbour
        StopCategory.LIGHTHOUSE -> R.drawable.ic_stop_lighthouse
        StopCategory.MANOR -> R.drawable.ic_stop_manor
        StopCategory.MONUMENT -> R.drawable.ic_stop_monument
        StopCategory.MUSEUM -> R.drawable.ic_stop_museum
        StopCategory.NATURE -> R.drawable.ic_stop_nature
        StopCategory.PARK -> R.drawable.ic_stop_park
        StopCategory.VIEWPOINT -> R.drawable.ic_stop_viewpoint
        StopCategory.VILLAGE -> R.drawable.ic_stop_village
    }

/** What a place is. */
val PlaceKind.icon: Int
    get() = when (this) {
        PlaceKind.FERRY_PIER -> R.drawable.ic_ferry
        PlaceKind.INFORMATION_CENTRE -> R.drawable.ic_info
        PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.SMALL_TOWN, PlaceKind.VILLAGE, PlaceKind.DISTRICT,
        -> R.drawable.ic_stop_village
    }

/** What was found. */
val FoundThing.icon: Int
    get() = when (this) {
        is FoundThing.Route -> R.drawable.ic_route
        is FoundThing.Stage -> R.drawable.ic_flag
        is FoundThing.Stop -> category.icon
        is FoundThing.Place -> kind.icon
    }
