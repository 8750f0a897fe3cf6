// What an error says, whatever its case, and how Swift shows it.
// The words come from Rust, in the traveller's language; none may stand here.
import Foundation

extension RouteGuideError {
    /// What is said of it: to a program, to the traveller and to those who mend it.
    public var said: Said {
        switch self {
        case .Input(let said), .Untrusted(let said), .NotFound(let said), .NotNow(let said), .Full(let said),
            .Disk(let said), .Busy(let said), .Newer(let said), .Damaged(let said), .Closed(let said),
            .Internal(let said):
            said
        }
    }
}

extension RouteGuideError: LocalizedError {
    /// What to show the traveller.
    public var errorDescription: String? { said.text }

    /// What to tell support: the same in all versions and languages.
    public var failureReason: String? { said.code }
}
