// How far the core is with opening what lies on the phone.
import RouteGuide

/// Whether the library can be asked.
public enum Opening: Equatable, Sendable {
    /// It is being opened.
    case underway

    /// It can be asked.
    case done

    /// It could not be opened.
    case failed(Said)
}
