// swift-tools-version: 6.0
// The route guide in Swift: what uniffi generated, and beside it what makes it pleasant in Swift.
// `RouteGuideFFI` is the C header of the Rust library, which is linked by its name: whoever builds says where it lies
// (`bindings/check/swift` does). Apple apps take the same header and library as an XCFramework.
import PackageDescription

let package = Package(
    name: "RouteGuide",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "RouteGuide", targets: ["RouteGuide"])],
    targets: [
        .systemLibrary(name: "RouteGuideFFI"),
        .target(name: "RouteGuide", dependencies: ["RouteGuideFFI"]),
    ],
    swiftLanguageModes: [.v6]
)

// What is tried out is tried out where memory and open files can be counted from outside.
#if os(Linux)
    package.targets += [
        .systemLibrary(name: "HeldMemory"),
        .target(name: "Fieldwork", dependencies: ["RouteGuide", "HeldMemory"]),
        .executableTarget(name: "Measure", dependencies: ["RouteGuide", "Fieldwork"]),
        .executableTarget(name: "Traveller", dependencies: ["RouteGuide", "Fieldwork"]),
        .testTarget(name: "RouteGuideTests", dependencies: ["RouteGuide", "Fieldwork", "Traveller"]),
    ]
#endif
