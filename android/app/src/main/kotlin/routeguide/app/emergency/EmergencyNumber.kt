/*
 * The numbers to call in an emergency.
 */
package routeguide.app.emergency

import routeguide.BundleManifest

/** Answers in all of the European Union, also without a card in the phone. */
private const val EVERYWHERE = "112"

/** What may stand between the digits of a number that is to be read. */
private const val BETWEEN = " \u00a0-()./"

/** What a phone dials and does nothing else with: `*` and `#` would be orders to it, `,` and `;` more digits later. */
private val plain = Regex("""\+?[0-9]{2,15}""")

/** A number to call, and what the publisher of a bundle says of it. */
data class EmergencyNumber(val number: String, val note: String?) {
    /** What is dialled; nothing where it is no number. */
    val dialled: String? get() = number.filterNot { it in BETWEEN }.takeIf(plain::matches)
}

/** The numbers of all bundles, the one that answers everywhere first: it is there without any bundle. */
fun emergencyNumbers(manifests: List<BundleManifest>): List<EmergencyNumber> {
    val told = manifests.map { EmergencyNumber(it.emergencyNumber, it.emergencyNote) }.filter { it.dialled != null }
    return (told + EmergencyNumber(EVERYWHERE, null))
        .distinctBy { it.number }
        .sortedByDescending { it.number == EVERYWHERE }
}
