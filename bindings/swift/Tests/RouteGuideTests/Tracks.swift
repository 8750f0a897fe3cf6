// The traveller's rides and tracks: out as GPX, in from files, named, thrown away and taken back.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Tracks {
        @Test func aRideLeavesAsGpxAndComesBackTheSame() throws {
            let phone = try Phone()
            let recording = try phone.ride(120, named: "Rytas")
            for profile in [GpxProfile.plain, .garmin, .osmand, .komoot] {
                let file = phone.folder.path("ride-\(profile).gpx")
                let written = try phone.library.exportRecording(
                    recording: recording.number, profile: profile, path: file)
                #expect(try #require(written.points) > 0)
                #expect(try String(contentsOfFile: file, encoding: .utf8).contains("<trkpt"))
            }
            let other = try Phone(installed: false)
            let imported = try other.library.importTracks(
                path: phone.folder.path("ride-plain.gpx"), nowMs: morning + day)
            #expect(imported.refused.isEmpty)
            let back = try #require(try other.library.recordings().first)
            #expect(imported.brought == [back.number])
            #expect(back.name == "Rytas")
            #expect(back.tally.distanceM == recording.tally.distanceM)
        }

        @Test func aRouteAndAStageOfItLeaveAsGpx() throws {
            let (phone, file) = (try Phone(), "route.gpx")
            let bundle = try phone.bundle()
            let path = phone.folder.path(file)
            let whole = try bundle.exportGpx(
                route: hillForts, stage: nil, profile: .garmin, path: path, timeMs: morning)
            let stage = try #require(try bundle.route(route: hillForts).stages.first)
            let part = try bundle.exportGpx(
                route: hillForts, stage: stage.id, profile: .plain, path: path, timeMs: nil)
            #expect(part.points < whole.points)
            #expect(part.waypoints < whole.waypoints)
            let nowhere = try refusal {
                _ = try bundle.exportGpx(route: hillForts, stage: "nowhere", profile: .plain, path: path, timeMs: nil)
            }
            #expect(nowhere.said.code == "export.no-stage")
        }

        @Test(.enabled(if: Surroundings.shared != nil, "ROUTE_GUIDE_SHARED is not set"))
        func filesOfAllKindsOfDevicesAreBroughtInOrRefusedWithAReason() throws {
            let corpus = try #require(Surroundings.shared).appendingPathComponent("gpx-corpus").path
            let phone = try Phone(installed: false)
            let library = phone.library
            let imported = try library.importTracks(path: corpus, nowMs: morning)
            #expect(imported.brought.count > 40)
            #expect(try library.recordings().count == imported.brought.count)
            let codes = Dictionary(grouping: imported.refused, by: \.said.code).mapValues(\.count)
            #expect(codes["gpx.only-waypoints"] ?? 0 >= 4)
            #expect(imported.remarks.contains { $0.said.code == "read.cut-off" })
            #expect(imported.refused.allSatisfy { !$0.said.text.isEmpty && !$0.file.contains("/") })
            let again = try library.importTracks(path: corpus, nowMs: morning + hour)
            #expect(again.brought.isEmpty)
            #expect(Set(again.known + again.updated) == Set(imported.brought))
        }

        @Test func tracksOfOneFileAreJoined() throws {
            func track(_ from: Int) -> String {
                let points = (from...from + 5).map { "<trkpt lat=\"55.0\($0)\" lon=\"21.1\"/>" }
                return "<trk><trkseg>\(points.joined())</trkseg></trk>"
            }
            let phone = try Phone(installed: false)
            let file = phone.folder.path("days.gpx")
            let root = "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\">"
            try "\(root)\(track(10))\(track(15))</gpx>".write(toFile: file, atomically: true, encoding: .utf8)
            let imported = try phone.library.importTracks(path: file, nowMs: morning)
            #expect(imported.brought.count == 2)
            let one = try #require(imported.joinable.first)
            #expect(try phone.library.joinable(recording: one) != nil)
            let joined = try phone.library.join(recording: one, nowMs: morning)
            #expect(try phone.library.recordings().contains { $0.number == joined })
            #expect(try phone.library.joinable(recording: one) == nil)
        }

        @Test(.enabled(if: Surroundings.shared != nil, "ROUTE_GUIDE_SHARED is not set"))
        func aRideOfAnotherDayIsFollowed() throws {
            let file = try #require(Surroundings.shared)
                .appendingPathComponent("geodata/traces/2018-05-08-klaipeda-nida.gpx").path
            let phone = try Phone(installed: false)
            let library = phone.library
            let number = try #require(try library.importTracks(path: file, nowMs: morning).brought.first)
            let line = try library.recordingLine(recording: number).coordinates
            let journey = try library.setOut(
                way: .track(recording: number), reversed: false, departure: .continue, recording: nil)
            let steps = try fixes(at: places(along: line).prefix(200)).map { try journey.step(fix: $0).step }
            #expect(try #require(steps.last?.update).travelledM > 3_000)
        }

        @Test func aRecordingIsRenamedDiscardedTakenBackAndGoneForGood() throws {
            let phone = try Phone()
            let number = try phone.ride(30).number
            try phone.library.renameRecording(recording: number, name: "Kretinga ✓")
            let ride = { try phone.library.recordings().first { $0.number == number } }
            #expect(try ride()?.name == "Kretinga ✓")
            try phone.library.renameRecording(recording: number, name: "")
            #expect(try #require(try ride()).name == nil)
            try phone.library.discardRecording(recording: number, nowMs: morning)
            #expect(try ride()?.binned == Date(ms: morning))
            #expect(try ride()?.state == .binned)
            try phone.library.takeBackRecording(recording: number)
            #expect(try ride()?.state == .closed)
            try phone.library.discardRecording(recording: number, nowMs: morning)
            let days = try Int64(phone.library.settings().binDays)
            #expect(try phone.library.emptyBin(nowMs: morning + (days - 1) * day) == 0)
            #expect(try phone.library.emptyBin(nowMs: morning + (days + 1) * day) == 1)
            #expect(try ride() == nil)
            #expect(
                try refusal { try phone.library.takeBackRecording(recording: number) }.said.code
                    == "not-found.recording")
        }

        @Test func photosAndVoiceNotesBelongToARide() throws {
            let phone = try Phone()
            let ride = try phone.ride(30)
            let number = ride.number
            let digest = { (byte: String) in String(repeating: byte, count: 32) }
            let photo = RideAttachment(
                kind: .photo, file: "IMG_0042.HEIC", bytes: 2_400_000, digest: digest("a7"), timeMs: morning + 9_000,
                position: Position(lat: 55.89, lon: 21.25))
            let voice = RideAttachment(
                kind: .voiceNote, file: "note.m4a", bytes: 90_000, digest: digest("b8"), timeMs: morning + 5_000,
                position: nil)
            try phone.library.attach(recording: number, attachment: photo)
            try phone.library.attach(recording: number, attachment: voice)
            let kept = try phone.library.attachments(recording: number)
            #expect(kept.map(\.file) == ["note.m4a", "IMG_0042.HEIC"])
            #expect(kept.last == photo)
            // The phone did not say where: it is where the ride is.
            #expect(kept.first?.position == ride.tally.position)
            #expect(voice.time == Date(ms: morning + 5_000))
            let elsewhere = RideAttachment(
                kind: .photo, file: "../secrets", bytes: 1, digest: digest("c9"), timeMs: morning, position: nil)
            let refused = try refusal { try phone.library.attach(recording: number, attachment: elsewhere) }
            #expect(refused.said.code == "argument")
        }
    }
}
