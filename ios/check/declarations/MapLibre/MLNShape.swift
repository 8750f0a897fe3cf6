// Mirrors what lies on the map: shapes, and features with what is known of them.
public protocol MLNAnnotation: NSObjectProtocol {
    var coordinate: CLLocationCoordinate2D { get }
}

public protocol MLNFeature: MLNAnnotation {
    var identifier: Any? { get set }
    var attributes: [String: Any] { get set }
    func attribute(forKey key: String) -> Any?
    func geoJSONDictionary() -> [String: Any]
}

open class MLNShape: NSObject, MLNAnnotation {
    public convenience init(data: Data, encoding: UInt) throws { fatalError() }
    open var coordinate: CLLocationCoordinate2D { fatalError() }
    open var title: String? {
        get { fatalError() }
        set { fatalError() }
    }
    open func geoJSONData(usingEncoding encoding: UInt) -> Data { fatalError() }
}

open class MLNPointAnnotation: MLNShape {
    public override init() { fatalError() }
    open override var coordinate: CLLocationCoordinate2D {
        get { fatalError() }
        set { fatalError() }
    }
}

open class MLNPointFeature: MLNPointAnnotation, MLNFeature {
    open var identifier: Any? {
        get { fatalError() }
        set { fatalError() }
    }
    open var attributes: [String: Any] {
        get { fatalError() }
        set { fatalError() }
    }
    open func attribute(forKey key: String) -> Any? { fatalError() }
    open func geoJSONDictionary() -> [String: Any] { fatalError() }
}

open class MLNMultiPoint: MLNShape {
    open var pointCount: UInt { fatalError() }
    open var coordinates: UnsafeMutablePointer<CLLocationCoordinate2D> { fatalError() }
}

open class MLNPolyline: MLNMultiPoint {
    public convenience init(coordinates coords: UnsafePointer<CLLocationCoordinate2D>, count: UInt) { fatalError() }
}

open class MLNPolylineFeature: MLNPolyline, MLNFeature {
    open var identifier: Any? {
        get { fatalError() }
        set { fatalError() }
    }
    open var attributes: [String: Any] {
        get { fatalError() }
        set { fatalError() }
    }
    open func attribute(forKey key: String) -> Any? { fatalError() }
    open func geoJSONDictionary() -> [String: Any] { fatalError() }
}

open class MLNShapeCollection: MLNShape {
    public convenience init(shapes: [MLNShape]) { fatalError() }
    open var shapes: [MLNShape] { fatalError() }
}
