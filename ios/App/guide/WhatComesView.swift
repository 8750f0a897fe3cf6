// What comes next, readable at arm's length and in low sun: the strongest contrast that the screen has.
import RouteGuideKit
import SwiftUI
import UIKit

/// What comes next.
struct WhatComesView: View {
    let comes: WhatComes
    @ScaledMetric(relativeTo: .largeTitle) private var far = 48.0
    @ScaledMetric(relativeTo: .largeTitle) private var arrow = 56.0

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            if let title = comes.title { Text(title).font(.title2.bold()) }
            ViewThatFits(in: .horizontal) {
                HStack(spacing: 16) { directed }
                VStack(alignment: .leading) { directed }
            }
            ForEach(comes.lines, id: \.self) { Text($0).font(.headline) }
        }
        .padding()
        .frame(maxWidth: .infinity, alignment: .leading)
        .foregroundStyle(comes.isOffRoute ? Color.white : Color(uiColor: .systemBackground))
        .background(comes.isOffRoute ? Color.offRoute : Color.primary)
        .accessibilityElement(children: .ignore)
        .accessibilityLabel(comes.read)
        .accessibilityAddTraits([.isHeader, .updatesFrequently])
    }

    @ViewBuilder private var directed: some View {
        // The direction also stands in words.
        if let degrees = comes.arrowDeg {
            Image(systemName: "arrow.up")
                .font(.system(size: arrow, weight: .bold))
                .rotationEffect(.degrees(degrees))
        }
        if let distance = comes.distance {
            Text(distance).font(.system(size: far, weight: .bold)).monospacedDigit()
        }
    }
}

extension Color {
    /// Of what is wrong; white letters on it can be read by day and by night.
    static let offRoute = Color(red: 0.7, green: 0.08, blue: 0.08)
}
