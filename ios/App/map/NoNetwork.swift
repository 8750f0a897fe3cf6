// The app has no network: whatever would leave the phone is refused here, also if a style should ever name an address.
import UIKit

/// Answers every request as if there were no network. Keeps nothing.
private final class NoNetwork: URLProtocol, @unchecked Sendable {
    override class func canInit(with request: URLRequest) -> Bool { true }
    override class func canonicalRequest(for request: URLRequest) -> URLRequest { request }
    override func startLoading() { client?.urlProtocol(self, didFailWithError: URLError(.notConnectedToInternet)) }
    override func stopLoading() {}
}

extension URLSessionConfiguration {
    /// Files are all that can be asked for.
    static var withoutNetwork: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.protocolClasses = [NoNetwork.self]
        return configuration
    }
}
