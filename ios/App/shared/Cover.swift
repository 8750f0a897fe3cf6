// A drawn cover: shapes that the core has laid out in a box, painted to the width there is.
import RouteGuide
import RouteGuideKit
import SwiftUI

/// A cover as wide as there is room; blank while it is being drawn. It was laid out in a box of this width and height.
struct Cover: View {
    let sketch: Sketch?
    var width = CoverBox.width
    var height = CoverBox.height

    var body: some View {
        Canvas { context, size in
            guard let sketch else { return }
            context.fill(Path(CGRect(origin: .zero, size: size)), with: .color(Color(argb: sketch.background)))
            context.scaleBy(x: size.width / width, y: size.width / width)
            for shape in sketch.shapes { draw(shape, in: context) }
        }
        .aspectRatio(width / height, contentMode: .fit)
        .accessibilityHidden(true)
    }

    private func draw(_ shape: SketchShape, in context: GraphicsContext) {
        let path = Path(shape)
        if let fill = shape.fill {
            context.fill(path, with: .color(Color(argb: fill)), style: FillStyle(eoFill: true))
        }
        if let stroke = shape.stroke {
            let dash: [CGFloat] = shape.dashed ? [2 * shape.strokeWidth, 2 * shape.strokeWidth] : []
            context.stroke(
                path, with: .color(Color(argb: stroke)),
                style: StrokeStyle(lineWidth: shape.strokeWidth, lineCap: .round, lineJoin: .round, dash: dash))
        }
    }
}

extension Path {
    fileprivate init(_ shape: SketchShape) {
        self.init { path in
            for line in shape.lines {
                path.addLines(line.map { CGPoint(x: Double($0.x), y: Double($0.y)) })
                if shape.closed { path.closeSubpath() }
            }
        }
    }
}

extension Color {
    /// Of a number as the core tells colours: opacity, red, green, blue, a byte each.
    init(argb: UInt32) {
        func share(_ shift: UInt32) -> Double { Double((argb >> shift) & 0xff) / 255 }
        self.init(.sRGB, red: share(16), green: share(8), blue: share(0), opacity: share(24))
    }
}
