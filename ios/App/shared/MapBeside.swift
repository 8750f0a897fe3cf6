// Where a page and its map lie: one above the other in the hand, side by side where there is room.
//
// One layout for both: what is being written on the page is still there when the phone is turned.
import SwiftUI

/// From here on they lie side by side.
private let wide = 600.0

/// How much of the height the map has above the page.
private let mapShare = 0.36

/// A page and its map. The page is read first.
struct MapBeside<Map: View, Page: View>: View {
    @ViewBuilder let map: () -> Map
    @ViewBuilder let page: () -> Page

    var body: some View {
        GeometryReader { room in
            let isWide = room.size.width >= wide
            let width = isWide ? room.size.width / 2 : room.size.width
            let height = isWide ? room.size.height : room.size.height * mapShare
            page()
                .frame(maxWidth: .infinity, maxHeight: .infinity)
                .padding(isWide ? .trailing : .top, isWide ? width : height)
                .accessibilitySortPriority(1)
                .overlay(alignment: isWide ? .trailing : .top) { map().frame(width: width, height: height) }
        }
    }
}
