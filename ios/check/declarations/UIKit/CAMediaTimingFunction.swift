// Mirrors Core Animation's pace, which UIKit brings with it.
open class CAMediaTimingFunction: NSObject, @unchecked Sendable {
    public init(name: CAMediaTimingFunctionName) { fatalError() }
}

public struct CAMediaTimingFunctionName: Hashable, RawRepresentable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { fatalError() }
    public static let linear = CAMediaTimingFunctionName(rawValue: "")
    public static let easeIn = CAMediaTimingFunctionName(rawValue: "")
    public static let easeOut = CAMediaTimingFunctionName(rawValue: "")
    public static let easeInEaseOut = CAMediaTimingFunctionName(rawValue: "")
}
