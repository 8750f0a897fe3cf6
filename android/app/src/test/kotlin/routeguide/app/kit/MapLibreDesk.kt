/*
 * MapLibre Native in a process of its own, to which maps are sent as orders, a line each, and which answers with PNGs.
 */
package routeguide.app.kit

import java.io.DataInputStream

/** Draws maps where `ROUTE_GUIDE_MAPLIBRE` names the command for it; elsewhere maps stay grey. */
object MapLibreDesk {
    private val process: Process? by lazy {
        val command = System.getenv("ROUTE_GUIDE_MAPLIBRE")?.takeIf { it.isNotEmpty() } ?: return@lazy null
        ProcessBuilder(command.split(' ')).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    }

    /** A picture of a map. */
    @Synchronized
    fun draw(order: String): ByteArray? {
        val process = process ?: return null
        process.outputStream.write("$order\n".toByteArray())
        process.outputStream.flush()
        val answer = DataInputStream(process.inputStream)
        return ByteArray(answer.readInt()).also(answer::readFully)
    }
}
