// One type of error out of every call: the generated functions throw whatever they like, as far as Swift knows.

import Foundation

/// Does something with the library and throws nothing but a `RouteGuideError`.
///
///     let bundles = try telling { try library.bundles() }
///
/// Anything else would be a fault of ours and is told as one.
@inlinable
public func telling<Answer>(_ work: () throws -> Answer) throws(RouteGuideError) -> Answer {
    do {
        return try work()
    } catch let error as RouteGuideError {
        throw error
    } catch {
        throw RouteGuideError.unexpected("\(error)")
    }
}

extension RouteGuideError {
    @usableFromInline
    static func unexpected(_ detail: String) -> RouteGuideError {
        let language = Locale.current.language.languageCode?.identifier ?? "en"
        return .Internal(said: unexpectedFault(detail: detail, language: language))
    }
}
