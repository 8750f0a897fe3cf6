/*
 * The phone's own services, which every phone has.
 */
package routeguide.app

import android.content.Context

/** A service of the phone, by its class. */
inline fun <reified T : Any> Context.phoneService(): T = checkNotNull(getSystemService(T::class.java))
