// What is written by hand beside the generated code: packed numbers, times, errors.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct Idioms {
        private let packed = Data(
            [55.5, 21.25, -1, .infinity].flatMap { number in
                withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
            })

        @Test func coordinatesAreReadWhereverTheirBytesBegin() throws {
            let places = [Position(lat: 55.5, lon: 21.25), Position(lat: -1, lon: .infinity)]
            for shift in 0..<8 {
                let bytes = (Data(repeating: 0xff, count: shift) + packed).dropFirst(shift)
                let coordinates = try #require(Coordinates(bytes))
                #expect(Array(coordinates) == places)
                #expect(coordinates.count == 2 && coordinates[1] == places[1])
                #expect(coordinates.reversed() == places.reversed())
                #expect(Array(coordinates.dropFirst()) == [places[1]])
                #expect(try Array(#require(Heights(bytes))) == [55.5, 21.25, -1, .infinity])
            }
            #expect(try #require(Coordinates(Data())).isEmpty)
        }

        @Test func bytesThatAreNoWholeNumbersAreRefused() {
            for count in 1..<32 {
                let bytes = packed.prefix(count)
                #expect((Coordinates(bytes) == nil) == (count % 16 != 0))
                #expect((Heights(bytes) == nil) == (count % 8 != 0))
            }
        }

        @Test func aTimeStaysTheSameToTheMillisecond() {
            for ms in [0, morning, -1, 1_780_300_800_001, 4_102_444_799_999] {
                #expect(Date(ms: ms).ms == ms)
            }
            #expect(Date(timeIntervalSince1970: .infinity).ms == .max)
            #expect(Date(timeIntervalSince1970: -1e300).ms == .min)
            #expect(Date(ms: morning) == ISO8601DateFormatter().date(from: "2026-06-01T08:00:00Z"))
        }

        @Test func aFixIsMadeOfWhatThePhoneSays() {
            let here = Position(lat: 55.5, lon: 21.25)
            let fix = Fix(
                at: Date(ms: morning), sinceStart: .milliseconds(3_600_001), position: here, accuracyM: 5, speedMps: 4)
            #expect(fix.timeMs == morning && fix.monotonicMs == 3_600_001 && fix.lat == 55.5 && fix.lon == 21.25)
            #expect(fix.speedMps == 4 && fix.altitudeM == nil && fix.courseDeg == nil)
            #expect(Fix(at: Date(ms: morning), position: here, accuracyM: 5).monotonicMs == nil)
        }

        @Test func aStepSaysHowLongThePhoneMayRest() throws {
            let phone = try Phone()
            let fix = try #require(fixes(at: try phone.places()).first)
            let step = try phone.bundle().guide(route: hillForts, reversed: false).step(fix: fix)
            #expect(step.nextFixAfter == .seconds(step.nextFixAfterS))
            #expect(step.nextFixAfter > .zero)
            let update = try #require(step.update)
            #expect(update.eta > Date(ms: morning))
            #expect(try #require(update.nextStop).eta >= Date(ms: morning))
        }

        @Test func oneTypeOfErrorIsTold() throws {
            let phone = try Phone(language: "de")
            do throws(RouteGuideError) {
                _ = try telling { try phone.library.bundle(bundle: "nowhere") }
                Issue.record("there is no such bundle")
            } catch {
                #expect(error.said.code == "not-found.bundle")
            }
            do throws(RouteGuideError) {
                try telling { throw CocoaError(.fileNoSuchFile) }
                Issue.record("it throws")
            } catch {
                #expect(error.said.code == "internal")
                #expect(!error.said.detail.isEmpty && !error.localizedDescription.isEmpty)
            }
            #expect(try telling { try phone.library.bundles().count } == 1)
        }
    }
}
