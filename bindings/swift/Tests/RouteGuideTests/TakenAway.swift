// Somebody takes files away while they are open.
import Fieldwork
import Foundation
import RouteGuide
import Testing

extension OnAPhone {
    @Suite struct TakenAway {
        /// Every call must come back, with an answer or with an error of ours that is no fault of ours.
        private func useAll(of phone: Phone, _ bundle: RouteBundle) {
            let calls: [() throws -> Void] = [
                { _ = try phone.library.bundles() },
                { _ = try phone.library.bundle(bundle: bundleId) },
                { _ = try bundle.route(route: hillForts) },
                { _ = try bundle.mapLayers() },
                { _ = try phone.library.search(query: SearchQuery(text: "museum", near: nil, limit: 5)) },
                { try phone.ride(10) },
                { _ = try phone.library.storage() },
                { _ = try phone.library.backUp(path: phone.folder.path("backup.zip")) },
                { _ = try phone.library.check() },
                { try phone.library.free() },
            ]
            for call in calls {
                do {
                    try call()
                } catch let error as RouteGuideError {
                    if case .Internal = error { Issue.record("\(error.said)") }
                } catch {
                    Issue.record(error)
                }
            }
        }

        @Test(arguments: ["library.sqlite", "", "bundles"])
        func theAppGoesOnOrSaysWhatIsWrongAndStartsAgain(name: String) throws {
            let phone = try Phone()
            let bundle = try phone.bundle()
            try phone.ride(20)
            try FileManager.default.removeItem(atPath: phone.folder.path("library/\(name)"))
            useAll(of: phone, bundle)
            try phone.library.close()
            try bundle.close()
            let again = try Phone(at: phone.folder)
            useAll(of: again, try again.installedAnew())
            #expect(try again.library.bundles().count == 1)
        }
    }
}

extension Phone {
    /// The bundle, after it was taken away and installed again.
    fileprivate func installedAnew() throws -> RouteBundle {
        if try library.bundles().contains(where: { $0.manifest.id == bundleId }) {
            try library.uninstall(bundle: bundleId)
        }
        try install()
        return try bundle()
    }
}
