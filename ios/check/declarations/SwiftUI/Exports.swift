// Mirrors what SwiftUI brings with it: Foundation, CoreGraphics, UIKit, Observation and the kinds of file.
@_exported import CoreTransferable
@_exported import FoundationOnApple
@_exported import Observation
@_exported import UIKit
@_exported import UniformTypeIdentifiers
