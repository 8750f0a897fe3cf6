// The screen of bundles in the traveller's words: who answers for a bundle, what room things take, what was damaged.
import RouteGuide

/// The room that something takes.
public struct Room: Hashable, Identifiable, Sendable {
    public let label: Phrase
    public let bytes: UInt64

    public var id: Phrase { label }
}

extension InstalledBundle {
    /// Its version, who answers for it, under which terms it is.
    public func facts(_ say: Wording) -> [String] {
        [
            say(.bundlesVersion(String(manifest.version), manifest.published, say.size(bytes))),
            say(.bundlesPublisher(manifest.publisher)),
            say(signed ? .bundlesSigned : .bundlesUnsigned),
            say(.bundlesLicence(manifest.licence)),
        ]
    }
}

extension OfferedBundle {
    /// Who answers for it, its version, and what it would take the place of.
    public func facts(_ say: Wording, bytes: UInt64) -> [String] {
        [
            say(.bundlesPublisher(manifest.publisher)),
            say(.bundlesVersion(String(manifest.version), manifest.published, say.size(bytes))),
            say(.bundlesUnsigned),
        ] + (before.map { [say(.incomingReplaces(String($0.manifest.version), $0.manifest.publisher))] } ?? [])
    }
}

extension BundlesShown {
    /// Whether a bundle cannot be removed now.
    public func isNeeded(_ bundle: InstalledBundle) -> Bool { bundle.manifest.id == needed }

    /// What room everything takes.
    public var rooms: [Room] {
        func sum(_ stored: [Stored]) -> UInt64 { stored.reduce(0) { $0 + $1.bytes } }
        let damaged = Room(label: .bundlesRoomDamaged, bytes: storage.damaged)
        return [
            Room(label: .bundlesRoomBundles, bytes: sum(storage.bundles)),
            Room(label: .bundlesRoomTracks, bytes: sum(storage.recordings)),
        ] + (hasDamaged ? [damaged] : []) + [Room(label: .bundlesRoomAll, bytes: storage.total)]
    }

    /// Whether damaged files are set aside.
    public var hasDamaged: Bool { storage.damaged > 0 }

    /// What can be freed; nothing where nothing can.
    public func toFree(_ say: Wording) -> String? {
        canFree ? say(.bundlesFree(say.size(storage.canBeFreed))) : nil
    }

    /// What is asked before room is freed; nothing where nobody would miss what goes.
    public var freeing: Phrase? { binned > 0 ? .bundlesFreeText(binned) : nil }

    private var canFree: Bool { storage.canBeFreed > 0 || binned > 0 }
}

extension Damage {
    /// When it was found, what was saved and what was not.
    public func told(_ say: Wording) -> [String] {
        var lines = [
            say(.bundlesDamageDay(say.day(timeMs))),
            say(.bundlesDamageTracks(Int(clamping: recordings))),
            say(.bundlesDamageOthers(Int(clamping: others))),
        ]
        if fixesLost > 0 { lines.append(say(.bundlesDamageLost(Int(clamping: fixesLost)))) }
        return lines
    }
}
