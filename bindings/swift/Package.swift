// swift-tools-version: 6.0
// The route guide in Swift: what uniffi generated, and beside it what makes it pleasant in Swift.
// `RouteGuideFFI` is the C header of the Rust library. On Linux the library is linked by its name: whoever builds says
// where it lies (`bindings/check/swift` does). On macOS both are in an XCFramework, which `cargo xtask ios` puts here.
import PackageDescription

#if os(Linux)
    let library = Target.systemLibrary(name: "RouteGuideFFI")
#else
    let library = Target.binaryTarget(name: "RouteGuideFFI", path: "RouteGuideFFI.xcframework")
#endif

let package = Package(
    name: "RouteGuide",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "RouteGuide", targets: ["RouteGuide"])],
    targets: [
        library,
        .target(name: "RouteGuide", dependencies: ["RouteGuideFFI"]),
    ],
    swiftLanguageModes: [.v6]
)

// What is tried out is tried out where memory and open files can be counted from outside.
#if os(Linux)
    package.products.append(.library(name: "Fieldwork", targets: ["Fieldwork"]))
    package.targets += [
        .systemLibrary(name: "HeldMemory"),
        .target(name: "Fieldwork", dependencies: ["RouteGuide", "HeldMemory"]),
        .executableTarget(name: "Measure", dependencies: ["RouteGuide", "Fieldwork"]),
        .executableTarget(name: "Traveller", dependencies: ["RouteGuide", "Fieldwork"]),
        .testTarget(name: "RouteGuideTests", dependencies: ["RouteGuide", "Fieldwork", "Traveller"]),
    ]
#endif
