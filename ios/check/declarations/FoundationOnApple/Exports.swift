// Mirrors that Foundation on Apple's systems brings CoreGraphics and ObjectiveC with it.
@_exported import CoreGraphics
@_exported import Foundation
@_exported import FoundationNetworking
@_exported import ObjectiveC
