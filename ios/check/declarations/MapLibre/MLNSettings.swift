// Mirrors how MapLibre is kept off the network and its cache kept small.
open class MLNSettings: NSObject {
    open class var apiKey: String? {
        get { fatalError() }
        set { fatalError() }
    }
}

open class MLNNetworkConfiguration: NSObject {
    open class var sharedManager: MLNNetworkConfiguration { fatalError() }
    // swift-format-ignore: NeverUseImplicitlyUnwrappedOptionals
    open var sessionConfiguration: URLSessionConfiguration! {
        get { fatalError() }
        set { fatalError() }
    }
}

open class MLNOfflineStorage: NSObject {
    open class var shared: MLNOfflineStorage { fatalError() }
    open func setMaximumAmbientCacheSize(
        _ cacheSize: UInt, withCompletionHandler completion: @escaping @Sendable ((any Error)?) -> Void
    ) { fatalError() }
    open func clearAmbientCache(completionHandler completion: @escaping @Sendable ((any Error)?) -> Void) {
        fatalError()
    }
}
