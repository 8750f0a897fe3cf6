// Where the things lie that are tried out: handed in from outside, so that nothing here knows the machine.
import Foundation

/// What the environment says, and what is missing from it.
public enum Surroundings {
    /// The bundle of the three routes.
    public static var bundle: String { get throws { try named("ROUTE_GUIDE_BUNDLE") } }

    /// The folder of recorded rides that all languages follow.
    public static var rides: URL { get throws { URL(fileURLWithPath: try named("ROUTE_GUIDE_RIDES")) } }

    /// A bundle `spit` whose stops have pictures.
    public static var pictured: String { get throws { try rides.appendingPathComponent("pictured.gpkg").path } }

    /// The folder that what came of those rides is written into.
    public static var streams: URL { get throws { URL(fileURLWithPath: try named("ROUTE_GUIDE_STREAMS")) } }

    /// The folder of real files beside the project, where there is one.
    public static var shared: URL? {
        ProcessInfo.processInfo.environment["ROUTE_GUIDE_SHARED"].map { URL(fileURLWithPath: $0) }
    }

    /// A small disk that may be filled, where there is one.
    public static var smallDisk: String? { ProcessInfo.processInfo.environment["ROUTE_GUIDE_SMALL_DISK"] }

    /// A bundle with a very long line, where somebody wants that measured.
    public static var long: String? { ProcessInfo.processInfo.environment["ROUTE_GUIDE_LONG"] }

    /// Whether all is to be tried that can be, and not only a sample.
    public static var full: Bool { ProcessInfo.processInfo.environment["ROUTE_GUIDE_FULL"] == "1" }

    private static func named(_ name: String) throws -> String {
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { throw Missing(name: name) }
        return value
    }
}

/// Something that the environment does not say or a file does not hold.
public struct Missing: Error, CustomStringConvertible {
    let name: String
    public var description: String { "\(name) is missing; bindings/check/run makes and sets it" }
}
