// swift-tools-version: 6.0
// Everything of the iOS app that is not a view: what each screen shows, what a fix changes, what the phone is asked for.
// Foundation and Observation only, so that all of it is tested where there is no phone. The core comes with the binding's
// package: as an XCFramework on Apple's systems, as the built library on Linux.
import PackageDescription

let package = Package(
    name: "RouteGuideKit",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "RouteGuideKit", targets: ["RouteGuideKit"])],
    dependencies: [.package(path: "../../bindings/swift")],
    targets: [
        .target(name: "RouteGuideKit", dependencies: [.product(name: "RouteGuide", package: "swift")])
    ],
    swiftLanguageModes: [.v6]
)

// Tested where memory and open files can be counted from outside, and processes killed.
#if os(Linux)
    let fieldwork = Target.Dependency.product(name: "Fieldwork", package: "swift")
    package.targets += [
        .executableTarget(name: "Rider", dependencies: ["RouteGuideKit", fieldwork]),
        .testTarget(name: "RouteGuideKitTests", dependencies: ["RouteGuideKit", "Rider", fieldwork]),
    ]
#endif
