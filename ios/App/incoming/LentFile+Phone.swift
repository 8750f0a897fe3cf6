// Files of other apps and of clouds, as the system lends them: reached for, waited for, read, given back.
import RouteGuideKit
import UIKit

extension LentFile {
    /// The file at an address that the system handed over.
    init(_ address: URL) {
        self.init(address.lastPathComponent) { read in
            let isReached = address.startAccessingSecurityScopedResource()
            defer {
                throwAwayCopy(address)
                if isReached { address.stopAccessingSecurityScopedResource() }
            }
            try coordinate(address, read)
        }
    }
}

// Another app may be writing it just now, and a cloud may have yet to bring it.
private func coordinate(_ address: URL, _ read: (URL) throws -> Void) throws {
    var failed: NSError?
    var thrown: (any Error)?
    NSFileCoordinator().coordinate(readingItemAt: address, error: &failed) { there in
        do { try read(there) } catch { thrown = error }
    }
    if let failed { throw failed }
    if let thrown { throw thrown }
}

// Some apps have the system make a copy for this one, which then lies about here for good.
private func throwAwayCopy(_ address: URL) {
    let file = address.resolvingSymlinksInPath()
    let home = URL(fileURLWithPath: NSHomeDirectory()).resolvingSymlinksInPath().path
    let folder = file.deletingLastPathComponent()
    guard folder.path.hasPrefix(home + "/"), folder.lastPathComponent.hasSuffix("Inbox") else { return }
    try? FileManager.default.removeItem(at: file)
}
