/*
 * The process: makes the parts that live as long as it does, once.
 *
 * Nothing heavy happens here: the first frame waits for it.
 */
package routeguide.app

import android.app.Application
import android.content.Context
import android.content.res.Configuration

/** The app's process. Tests have one of their own, which opens other doors to the phone. */
open class GuideApp : Application() {
    /** What the app is made of. */
    open val parts: Parts by lazy { makeParts() }

    override fun onConfigurationChanged(newConfig: Configuration) {
        super.onConfigurationChanged(newConfig)
        parts.home.listen()
    }

    protected open fun makeParts(): Parts = Parts.ofPhone(this)
}

/** What the app is made of, from anywhere in it. */
val Context.parts: Parts get() = (applicationContext as GuideApp).parts
