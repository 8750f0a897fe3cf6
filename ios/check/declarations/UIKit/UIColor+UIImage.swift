// Mirrors UIKit's colours and images.
open class UIColor: NSObject, @unchecked Sendable {
    public init(red: CGFloat, green: CGFloat, blue: CGFloat, alpha: CGFloat) { fatalError() }
    public init(white: CGFloat, alpha: CGFloat) { fatalError() }
    public init?(named name: String) { fatalError() }
    public init(dynamicProvider: @escaping @Sendable (UITraitCollection) -> UIColor) { fatalError() }
    open func withAlphaComponent(_ alpha: CGFloat) -> UIColor { fatalError() }
    open class var black: UIColor { fatalError() }
    open class var white: UIColor { fatalError() }
    open class var clear: UIColor { fatalError() }
    open class var red: UIColor { fatalError() }
    open class var green: UIColor { fatalError() }
    open class var blue: UIColor { fatalError() }
    open class var label: UIColor { fatalError() }
    open class var secondaryLabel: UIColor { fatalError() }
    open class var tintColor: UIColor { fatalError() }
    open class var separator: UIColor { fatalError() }
    open class var systemBackground: UIColor { fatalError() }
    open class var secondarySystemBackground: UIColor { fatalError() }
    open class var tertiarySystemBackground: UIColor { fatalError() }
    open class var systemGroupedBackground: UIColor { fatalError() }
    open class var secondarySystemGroupedBackground: UIColor { fatalError() }
    open class var systemRed: UIColor { fatalError() }
    open class var systemOrange: UIColor { fatalError() }
    open class var systemGreen: UIColor { fatalError() }
    open class var systemBlue: UIColor { fatalError() }
    open class var systemGray: UIColor { fatalError() }
}

open class UIImage: NSObject, @unchecked Sendable {
    public init?(named name: String) { fatalError() }
    public override init() { fatalError() }
    public init?(systemName name: String) { fatalError() }
    public init?(contentsOfFile path: String) { fatalError() }
    public init?(data: Data) { fatalError() }
    public init?(data: Data, scale: CGFloat) { fatalError() }
    open var size: CGSize { fatalError() }
    open var scale: CGFloat { fatalError() }
    open func pngData() -> Data? { fatalError() }
    open func jpegData(compressionQuality: CGFloat) -> Data? { fatalError() }
    open func preparingForDisplay() -> UIImage? { fatalError() }
    open func byPreparingForDisplay() async -> UIImage? { fatalError() }
    open func preparingThumbnail(of size: CGSize) -> UIImage? { fatalError() }
    open func byPreparingThumbnail(ofSize size: CGSize) async -> UIImage? { fatalError() }
    open func withTintColor(_ color: UIColor) -> UIImage { fatalError() }
    open func withRenderingMode(_ renderingMode: UIImage.RenderingMode) -> UIImage { fatalError() }

    public enum RenderingMode: Int, Sendable {
        case automatic
        case alwaysOriginal
        case alwaysTemplate
    }
}

open class UITraitCollection: NSObject, @unchecked Sendable {
    open var userInterfaceStyle: UIUserInterfaceStyle { fatalError() }
    open var displayScale: CGFloat { fatalError() }
    open var accessibilityContrast: UIAccessibilityContrast { fatalError() }
}

public enum UIUserInterfaceStyle: Int, Sendable {
    case unspecified
    case light
    case dark
}

public enum UIAccessibilityContrast: Int, Sendable {
    case unspecified = -1
    case normal
    case high
}
