// Where on a route the traveller was.
import RouteGuide

extension Library {
    /// What is kept of each stop of a route when the traveller was there.
    func visits(on route: String, in bundle: String) throws -> [Milestone] {
        try milestones(bundle: bundle, route: route).filter { $0.kind == .visited }
    }
}
