// What a traveller changes about a track: its name, whether it lies in the bin. The same from the list and from the track's
// own screen.
import Foundation
import RouteGuide

/// More than anybody calls a ride.
private let longestName = 200

/// Changes to tracks, by their numbers.
@MainActor
public struct TrackChanges {
    /// What became of the last.
    public let wishes: Wishes

    private let home: Home

    init(_ home: Home, _ wishes: Wishes) {
        (self.home, self.wishes) = (home, wishes)
    }

    /// Gives it another name; an empty one takes its name away.
    public func rename(_ number: UInt32, _ name: String) async {
        let trimmed = String(name.trimmingCharacters(in: .whitespacesAndNewlines).prefix(longestName))
        await wishes.make {
            await home.change { try $0.library.renameRecording(recording: number, name: trimmed) }
        }
    }

    /// Puts it into the bin.
    public func delete(_ number: UInt32) async {
        let nowMs = home.nowMs
        await wishes.make {
            await home.change { try $0.library.discardRecording(recording: number, nowMs: nowMs) }
        }
    }

    /// Takes it out of the bin.
    public func takeBack(_ number: UInt32) async {
        await wishes.make {
            await home.change { try $0.library.takeBackRecording(recording: number) }
        }
    }

    /// Deletes for good all that is in the bin.
    public func emptyBin() async {
        await wishes.make { await home.change { try $0.library.free() } }
    }
}
