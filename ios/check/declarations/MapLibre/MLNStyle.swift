// Mirrors a style's sources, layers and images.
open class MLNStyle: NSObject {
    open var name: String? { fatalError() }
    open var styleJSON: String {
        get { fatalError() }
        set { fatalError() }
    }
    open var sources: Set<MLNSource> {
        get { fatalError() }
        set { fatalError() }
    }
    open var layers: [MLNStyleLayer] {
        get { fatalError() }
        set { fatalError() }
    }
    open func source(withIdentifier identifier: String) -> MLNSource? { fatalError() }
    open func addSource(_ source: MLNSource) { fatalError() }
    open func removeSource(_ source: MLNSource) { fatalError() }
    open func layer(withIdentifier identifier: String) -> MLNStyleLayer? { fatalError() }
    open func addLayer(_ layer: MLNStyleLayer) { fatalError() }
    open func removeLayer(_ layer: MLNStyleLayer) { fatalError() }
    open func image(forName name: String) -> UIImage? { fatalError() }
    open func setImage(_ image: UIImage, forName name: String) { fatalError() }
    open func removeImage(forName name: String) { fatalError() }
}

open class MLNSource: NSObject {
    public init(identifier: String) { fatalError() }
    open var identifier: String { fatalError() }
}

open class MLNShapeSource: MLNSource {
    public init(identifier: String, url: URL, options: [MLNShapeSourceOption: Any]? = nil) { fatalError() }
    public init(identifier: String, shape: MLNShape?, options: [MLNShapeSourceOption: Any]? = nil) { fatalError() }
    open var shape: MLNShape? {
        get { fatalError() }
        set { fatalError() }
    }
    // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
    open var url: URL! {
        get { fatalError() }
        set { fatalError() }
    }
}

public struct MLNShapeSourceOption: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { fatalError() }
    public static var clustered: MLNShapeSourceOption { fatalError() }
    public static var clusterRadius: MLNShapeSourceOption { fatalError() }
    public static var lineDistanceMetrics: MLNShapeSourceOption { fatalError() }
}

open class MLNStyleLayer: NSObject {
    open var identifier: String { fatalError() }
    open var isVisible: Bool {
        get { fatalError() }
        set { fatalError() }
    }
    open var minimumZoomLevel: Float {
        get { fatalError() }
        set { fatalError() }
    }
    open var maximumZoomLevel: Float {
        get { fatalError() }
        set { fatalError() }
    }
}
