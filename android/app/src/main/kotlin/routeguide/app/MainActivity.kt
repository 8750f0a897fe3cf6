/*
 * The one window. Shows the app in the traveller's language, and takes in what other apps and links hand to it.
 */
package routeguide.app

import android.content.Context
import android.content.Intent
import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.lifecycle.lifecycleScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.filterNotNull
import kotlinx.coroutines.launch
import routeguide.app.settings.speaking

/** The app's window. */
class MainActivity : ComponentActivity() {
    // What was handed in and not yet taken; a turned phone must not take it twice.
    private val handedIn = MutableStateFlow<Intent?>(null)

    override fun attachBaseContext(base: Context) {
        super.attachBaseContext(base.speaking(base.parts.choices.choice.value.language))
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        enableEdgeToEdge()
        if (savedInstanceState == null) handedIn.value = intent
        parts.home.open()
        // Android 13 changes an app's language without telling its process.
        parts.home.listen()
        lifecycleScope.launch { turnToChosenLanguage() }
        setContent { App(handedIn) }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        handedIn.value = intent
    }

    // The first frame did not wait for the library: a choice that came with a restored backup is known only now.
    private suspend fun turnToChosenLanguage() {
        parts.home.settings.filterNotNull().collect { settings ->
            if (settings.language == parts.choices.choice.value.language) return@collect
            parts.choices.choose { it.copy(language = settings.language) }
            recreate()
        }
    }

    companion object {
        /** An intent for the guide's screen. */
        const val GUIDE = "routeguide.app.GUIDE"

        /** Opens the guide's screen. */
        fun guide(context: Context): Intent = Intent(context, MainActivity::class.java)
            .setAction(GUIDE)
            .addFlags(Intent.FLAG_ACTIVITY_SINGLE_TOP or Intent.FLAG_ACTIVITY_CLEAR_TOP)
    }
}
