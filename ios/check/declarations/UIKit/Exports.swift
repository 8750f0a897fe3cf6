// Mirrors that UIKit brings Foundation and CoreGraphics with it.
@_exported import FoundationOnApple
