// A track's line in a few shapes, for where there is no map.
import RouteGuide

extension Home {
    /// The line of a track, laid out in a box; nothing where it cannot be drawn.
    func sketch(of track: Recording, _ theme: MapTheme, width: Double, height: Double) async -> Sketch? {
        let number = track.number
        return await ask { shelf in
            try shelf.library.sketchOf(recording: number, theme: theme, width: width, height: height)
        }.value
    }
}
