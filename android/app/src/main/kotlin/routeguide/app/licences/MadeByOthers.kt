/*
 * What others made of the app, as android/check/licences.py wrote it down, and the terms of the letters of the map.
 */
package routeguide.app.licences

import android.content.Context
import routeguide.app.R
import java.io.InputStream

/** A part of the app that others made. */
data class Part(val name: String, val terms: String)

/** All of them, by name. */
fun Context.madeByOthers(): List<Part> = resources.openRawResource(R.raw.parts).bufferedReader().useLines { lines ->
    lines.map { line -> Part(line.substringBefore('\t'), line.substringAfter('\t')) }.toList()
}

/** The terms themselves, in paragraphs. */
fun Context.terms(): List<String> = paragraphs(resources.openRawResource(R.raw.terms))

/** The terms of the letters, in paragraphs. */
fun Context.termsOfLetters(): List<String> = paragraphs(assets.open("glyphs/OFL.txt"))

// One text of a thousand lines is laid out all at once.
private fun paragraphs(from: InputStream): List<String> =
    from.bufferedReader().use { it.readText() }.split(Regex("\n\\s*\n")).filter { it.isNotBlank() }
