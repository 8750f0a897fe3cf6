// Where the traveller is: digits to read aloud, how far they can be trusted, what is near; or how to tell it without them.
import RouteGuideKit
import SwiftUI
import UIKit

/// How often the age is told anew, in seconds.
private let tick = 10.0

/// The traveller's place.
struct PlaceTold: View {
    let model: EmergencyModel
    @Environment(\.say) private var say

    var body: some View {
        let isKnown = model.whereabouts.here.fix != nil
        VStack(alignment: .leading, spacing: 12) {
            Text(say(.emergencyPlace)).font(.title2).accessibilityAddTraits(.isHeader)
            TimelineView(.periodic(from: .now, by: tick)) { _ in
                if let place = model.place(say) {
                    VStack(alignment: .leading, spacing: 12) {
                        Digits(place: place)
                        Handing(place: place, model: model)
                    }
                }
            }
            ShortcomingLine(whereabouts: model.whereabouts)
            if model.canAsk {
                Button(say(.emergencyShowPlace), systemImage: "location") { model.asking.begin() }
                    .buttonStyle(.borderedProminent)
                    .controlSize(.large)
            }
            if !isKnown { Text(say(.emergencyWithoutPlace)) }
            switch model.nearest {
            case .given(let spot?): NearestThing(spot: spot)
            case .refused(let said): Text(said.text)
            case .given(nil), nil: EmptyView()
            }
        }
    }
}

private struct Digits: View {
    let place: EmergencyPlace
    @Environment(\.say) private var say

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            // One element for VoiceOver, which reads digit by digit what eyes read in groups.
            VStack(alignment: .leading) {
                Text(place.text.decimal).font(.title.bold())
                Text(place.text.minutes).font(.title3)
            }
            .accessibilityElement(children: .ignore)
            .accessibilityLabel(place.text.digits)
            Text(place.accuracy)
            Text(place.age)
            if place.isOld { Text(say(.emergencyOld)).foregroundStyle(.red) }
        }
        .frame(maxWidth: .infinity, alignment: .leading)
        .padding()
        .background(.background.secondary, in: RoundedRectangle(cornerRadius: 16))
    }
}

/// The ways to others: always through another app, which the traveller sees and confirms.
private struct Handing: View {
    let place: EmergencyPlace
    let model: EmergencyModel
    @Environment(\.say) private var say
    @Environment(\.openURL) private var openURL

    var body: some View {
        ViewThatFits(in: .horizontal) {
            HStack { ways }
            VStack(alignment: .leading) { ways }
        }
        .buttonStyle(.bordered)
        .controlSize(.large)
    }

    @ViewBuilder private var ways: some View {
        Button(say(.emergencySms), systemImage: "message") {
            guard let sms = place.sms else { return }
            openURL(sms) { model.sent($0) }
        }
        ShareLink(item: place.message) { Label(say(.share), systemImage: "square.and.arrow.up") }
        Button(say(.emergencyCopy), systemImage: "doc.on.doc") {
            copy(place.text.decimal)
            model.copied()
        }
    }
}

private struct NearestThing: View {
    let spot: Spot
    @Environment(\.say) private var say

    var body: some View {
        VStack(alignment: .leading) {
            Text(say(.emergencyNearest)).font(.subheadline)
            Text(spot.name).font(.title3)
            Text(spot.told(say))
        }
        .accessibilityElement(children: .combine)
    }
}
