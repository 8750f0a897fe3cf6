// All that is tried here, one after the other: open files, the log and the memory belong to the whole process.
// What lives here: a phone for a test, with a library in a folder of its own. What must not: anything that is checked.
import Fieldwork
import Foundation
import RouteGuide
import Testing

@Suite(.serialized)
enum OnAPhone {}

/// Words that stand in the tests again and again.
let bundleId = "klaipedos-regionas"
let routeIds = ["malonus-nuovargiai", "antgamtiniai-peizazai", "migruojancios-kulturos"]
let hillForts = "migruojancios-kulturos"
let languages = ["lt", "en", "de"]
let hour: Int64 = 3_600_000
let day = 24 * hour

func way(_ route: String = hillForts) -> Way { .route(bundle: bundleId, route: route) }

/// A phone with a library on which the three routes are installed.
final class Phone {
    let folder: Folder
    let library: Library

    init(language: String = "en", installed: Bool = true) throws {
        folder = try Folder()
        library = try Library.open(folder: folder.path("library"), language: language, nowMs: morning)
        if installed { try install() }
    }

    /// Started again, with the library that lies in a folder.
    init(at folder: Folder, language: String = "en") throws {
        self.folder = folder
        library = try Library.open(folder: folder.path("library"), language: language, nowMs: morning)
    }

    @discardableResult
    func install() throws -> Installation {
        try library.install(file: Surroundings.bundle, signature: nil, keys: [], nowMs: morning)
    }

    func bundle() throws -> RouteBundle { try library.bundle(bundle: bundleId) }

    func places(_ route: String = hillForts, metresApart: Double = 20) throws -> [Position] {
        try Fieldwork.places(along: bundle().coordinates(route: route), metresApart: metresApart)
    }

    /// Rides the first kilometres of a route with a recording.
    @discardableResult
    func ride(_ count: Int = 200, named name: String? = nil, from time: Int64 = morning) throws -> Recording {
        let recorder = try library.startRecording(
            start: RecordingStart(timeMs: time, name: name, mode: .bike, way: way()))
        let journey = try library.setOut(
            way: way(), reversed: false, departure: .continue, recording: recorder.number())
        for fix in try fixes(at: places().prefix(count), from: time) { _ = try journey.step(fix: fix) }
        try journey.catchUp()
        try recorder.stop(nowMs: time + Int64(count) * 4_000)
        return try recorder.recording()
    }
}

/// What is said when something fails that must fail.
func refusal(_ work: () throws -> Void) throws -> RouteGuideError {
    do {
        try work()
    } catch let error as RouteGuideError {
        return error
    }
    throw NotRefused()
}

/// Something was done that should have been refused.
struct NotRefused: Error {}
