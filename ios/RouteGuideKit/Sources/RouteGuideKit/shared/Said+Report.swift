// What support needs to know of something that went wrong.
import RouteGuide

extension Said {
    /// Leaves the phone only if the traveller pastes it somewhere.
    public var report: String { "\(code)\n\(text)\n\(detail)" }
}
