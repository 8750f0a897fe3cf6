// A process of its own for what a test cannot do to itself: to be killed in the middle of a ride, and to be counted with
// nothing else going on in it. The app's own models on the real route, with doors that lead nowhere. What must not be here:
// any judgement of what comes out.
//
//   Rider ride FOLDER           rides with a recording until it is killed; after each fix a line: how many are kept
//   Rider fixes FOLDER COUNT    so many fixes through the guide; `bytes B files F` after a tenth of them and after all, each
//                               time with the library closed: what it keeps at hand while it is open has a bound of its own
import Fieldwork
import Foundation
import RouteGuide
import RouteGuideKit

private let bundle = "klaipedos-regionas"
private let route = "antgamtiniai-peizazai"

@main
@MainActor
struct Rider {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let what = arguments.first, let folder = arguments.dropFirst().first else {
            throw CocoaError(.keyValueValidation)
        }
        let guiding = try await setOut(in: folder)
        let round = try await round(in: folder)
        switch what {
        case "ride":
            for number in round.indices {
                await guiding.take(fix(round, number))
                say("\(guiding.ride?.tally?.fixes ?? 0)")
            }
        case "fixes":
            let times = arguments.last.flatMap { Int($0) } ?? 0
            for number in 0..<times {
                await guiding.take(fix(round, number))
                if number == times / 10 || number == times - 1 {
                    await parts?.home.close()
                    let held = try Held.now()
                    say("bytes \(held.bytes) files \(held.files)")
                }
            }
        default: throw CocoaError(.keyValueValidation)
        }
    }

    private static var parts: Parts?

    private static func setOut(in folder: String) async throws -> Guiding {
        let shipped = URL(fileURLWithPath: "\(folder)/shipped")
        try FileManager.default.createDirectory(at: shipped, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: Surroundings.bundle, toPath: shipped.appendingPathComponent("\(bundle).gpkg").path)
        let parts = Parts(.test(in: folder), .leadingNowhere)
        self.parts = parts
        await parts.begin()
        let way = Way.route(bundle: bundle, route: route)
        if let said = await parts.guiding.setOut(way, reversed: false, departure: .continue).said {
            fatalError(said.text)
        }
        return parts.guiding
    }

    /// The places of one who rides to the end and back.
    private static func round(in folder: String) async throws -> [Position] {
        guard let home = parts?.home,
            let line = await home.ask(bundle: bundle, { try $0.coordinates(route: route) }).value
        else { throw CocoaError(.fileReadUnknown) }
        let there = places(along: line, metresApart: 25)
        return there + there.reversed()
    }

    private static func fix(_ round: [Position], _ number: Int) -> Fix {
        let (place, ms) = (round[number % round.count], 5_000 * Int64(number))
        return Fix(
            timeMs: begun + ms, monotonicMs: 60_000 + ms, lat: place.lat, lon: place.lon, accuracyM: 5,
            altitudeM: nil, speedMps: 5, courseDeg: nil)
    }

    /// A line for whoever listens, at once.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}

/// When the ride begins, in milliseconds since 1970 UTC: as the tests have it.
private let begun: Int64 = 1_795_608_000_000

extension Phone {
    fileprivate static func test(in folder: String) -> Phone {
        func place(_ name: String) -> URL { URL(fileURLWithPath: "\(folder)/\(name)") }
        return Phone(
            now: { begun }, sinceStart: { 60_000 }, language: { "en" },
            folders: Folders(kept: place("kept"), passing: place("passing"), shipped: place("shipped")),
            version: "1.0")
    }
}

extension Doors {
    fileprivate static var leadingNowhere: Doors {
        let nowhere = Nowhere()
        return Doors(
            fixes: nowhere, glances: nowhere, voice: nowhere, haptics: nowhere, lockScreen: nowhere,
            catalogue: NoTexts())
    }
}

private struct NoTexts: Catalogue {
    func text(of phrase: Phrase, in language: String) -> String { phrase.key }
}

private final class Nowhere: FixSource, Voice, Haptics, LockScreen {
    let allowed = Allowed.exactly
    let isSwitchedOn = true
    let last: Fix? = nil
    let state = VoiceState.ready

    func ask() async {}
    func askExactly() async {}
    func start(_ rate: Rate, onFix: @escaping @MainActor (Fix) -> Void, onSignal: @escaping @MainActor (Signal) -> Void)
    {}
    func stop() {}
    func prepare(_ language: String) {}
    func say(_ text: String) {}
    func hush() {}
    func feel(_ touch: Touch) {}
    func show(_ sight: RideSight?) {}
}
