// The rides that Rust, Kotlin and Swift all follow, as they lie in files. `bindings/check/README.md` tells their form.
import Foundation
import RouteGuide

/// Reads the files of the rides' folder.
public enum Rides {
    /// The lines of one of them.
    public static func lines(of file: String) throws -> [String] {
        let text = try String(contentsOf: Surroundings.rides.appendingPathComponent(file), encoding: .utf8)
        return text.fields("\n").filter { !$0.isEmpty }
    }

    /// What the phone said on a ride.
    public static func fixes(of name: String) throws -> [Fix] { try lines(of: "\(name).fixes").map(fix) }

    private static func fix(_ line: String) throws -> Fix {
        let fields = line.fields(",")
        func number(_ at: Int) throws -> Double {
            guard let number = Double(fields[at]) else { throw Missing(name: "a number in `\(line)`") }
            return number
        }
        func known(_ at: Int) throws -> Double? { fields[at].isEmpty ? nil : try number(at) }
        guard fields.count == 8, let time = Int64(fields[0]) else { throw Missing(name: "a fix in `\(line)`") }
        return try Fix(
            timeMs: time, monotonicMs: Int64(fields[1]), lat: number(2), lon: number(3), accuracyM: number(4),
            altitudeM: known(5), speedMps: known(6), courseDeg: known(7))
    }
}

extension String {
    /// What stands between the marks, nothing left out.
    public func fields(_ mark: Character) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }
}
