// The guide under way: what comes next as large as it gets, the map that follows, what was said, and how to wait and to end.
// To be read at arm's length on a shaking handlebar, and to be used with one thumb in the rain.
//
// Every part lives in a file of its own; here is where they stand. In large letters all of it scrolls but the buttons.
import Accessibility
import RouteGuide
import RouteGuideKit
import SwiftUI
import UIKit

/// How much of the screen's height the map has, upright.
private let mapShare = 0.4

/// The guide.
struct GuideScreen: View {
    @State private var model: GuideModel?

    var body: some View {
        Modelled($model, GuideModel.init) { model in
            if let ride = model.ride {
                UnderwayView(ride: ride, model: model)
            } else {
                NotUnderway(model: model)
            }
        }
        .settingOut(in: .guide)
    }
}

private struct UnderwayView: View {
    let ride: Ride
    let model: GuideModel
    @State private var sheet: GuideSheet?
    @Namespace private var stops
    @Environment(\.parts) private var parts
    @Environment(\.verticalSizeClass) private var height
    @Environment(\.horizontalSizeClass) private var width
    @Environment(\.say) private var say

    var body: some View {
        NavigationStack {
            laidOut
                .navigationTitle(ride.name)
                .navigationBarTitleDisplayMode(.inline)
                .toolbar { ToolbarItem(placement: .cancellationAction) { CloseGuide() } }
        }
        .sheet(item: $sheet) { GuideSheetView(sheet: $0, ride: ride) }
        .inFront(of: parts.navigator)
        .onChange(of: model.keepsScreenOn, initial: true) { _, isOn in UIApplication.shared.isIdleTimerDisabled = isOn }
        .onDisappear { UIApplication.shared.isIdleTimerDisabled = false }
        .onChange(of: model.toAnnounce) { _, text in
            if let text { AccessibilityNotification.Announcement(text).post() }
        }
    }

    @ViewBuilder private var laidOut: some View {
        if height == .compact || width == .regular {
            HStack(spacing: 0) {
                panel(mapHeight: nil).safeAreaInset(edge: .bottom, spacing: 0) { buttons }
                map
            }
        } else {
            GeometryReader { room in panel(mapHeight: room.size.height * mapShare) }
                .safeAreaInset(edge: .bottom, spacing: 0) { buttons }
        }
    }

    private func panel(mapHeight: CGFloat?) -> some View {
        let lines = ride.stopLines(say)
        return ScrollView {
            VStack(alignment: .leading, spacing: 0) {
                TroubleRows(ride: ride, model: model)
                WhatComesView(comes: model.whatComes(ride, say))
                if let mapHeight { map.frame(height: mapHeight) }
                if let trouble = model.voiceTrouble(say) { TroubleRow(trouble: trouble) }
                RideLines(ride: ride)
                StopsAhead(lines: lines, rotor: stops) { model.openStop($0) }
            }
        }
        // From wherever the finger is: the list of stops lies far below.
        .accessibilityRotor(say(.guideStopsAhead)) {
            ForEach(lines) { AccessibilityRotorEntry(Text($0.name), id: $0.id, in: stops) }
        }
    }

    private var map: some View {
        GuideMap(ride: ride, model: model) { model.openStop($0) }
    }

    private var buttons: some View {
        RideButtons(ride: ride, model: model) { sheet = $0 }
    }
}

/// Goes back to where the traveller was; the ride goes on.
struct CloseGuide: View {
    @Environment(\.parts) private var parts
    @Environment(\.say) private var say

    var body: some View {
        Button(say(.close), systemImage: "chevron.down") { parts.navigator.showsGuide = false }
    }
}
