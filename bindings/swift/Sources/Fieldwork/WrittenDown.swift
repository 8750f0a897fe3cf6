// How what comes of fixes and searches is written, one thing a line: doubles as their bits, what is unknown as `-`.
// Nothing here knows where it goes.
import Foundation
import RouteGuide

/// Fields of a line.
private func line(_ fields: String...) -> String { fields.joined(separator: "|") + "\n" }

/// Values within a field.
private func list(_ values: String...) -> String { values.joined(separator: ",") }

private func bits(_ number: Double) -> String {
    let hex = String(number.bitPattern, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
}

private func text(_ text: String) -> String { text.replacingOccurrences(of: "\n", with: "\\n") }

private func known<Value>(_ value: Value?, _ write: (Value) -> String) -> String { value.map(write) ?? "-" }

/// The name of a case as ids are written: `castleMound` is `castle-mound`.
private func kebab(_ word: some Any) -> String {
    "\(word)".reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
}

/// A step: how the recording stands, then what the guide made of the fix.
public func written(_ step: JourneyStep) -> String {
    let said = line(
        "step", bits(step.step.nextFixAfterS), bits(step.step.nextFixAccuracyM), known(step.tally, written),
        known(step.notKept, \.code), "\(step.waiting)")
    return said + written(step.step.update, refused: step.step.refused)
}

/// What the guide made of a fix.
public func written(_ update: GuideUpdate?, refused: Refused?) -> String {
    (refused.map { line("refused", $0.reason, text($0.text)) } ?? "") + (update.map(written) ?? "")
}

private func written(_ tally: Tally) -> String {
    list(
        "\(tally.fixes)", "\(tally.believed)", "\(tally.lost)", "\(tally.segments)", bits(tally.distanceM),
        "\(tally.durationMs)", "\(tally.movingMs)", "\(tally.pausing)", known(tally.gainM, bits),
        known(tally.lossM, bits),
        known(tally.paceMps, bits), known(tally.position) { "\(bits($0.lat));\(bits($0.lon))" })
}

private func written(_ update: GuideUpdate) -> String {
    let matched = update.matched
    let said = line(
        "update", bits(matched.alongM), bits(matched.crossM), bits(matched.confidence), "\(matched.leg)",
        "\(matched.segment)", bits(matched.position.lat), bits(matched.position.lon), kebab(matched.direction),
        bits(update.share), bits(update.travelledM), bits(update.remainingM), bits(update.stage.remainingM),
        "\(update.etaMs)", known(update.nextStop, written), known(update.offRoute, written))
    return update.cues.reduce(said) { said, cue in
        said + line("cue", written(cue.event), text(cue.text), known(cue.spoken, text))
    }
}

private func written(_ stop: NextStop) -> String {
    list(
        stop.id, "\(stop.number)", bits(stop.aheadM), bits(stop.distanceM), bits(stop.bearingDeg), kebab(stop.side),
        "\(stop.etaMs)")
}

private func written(_ off: OffRoute) -> String {
    list(
        bits(off.distanceM), bits(off.backDeg), bits(off.rejoin.lat), bits(off.rejoin.lon), bits(off.rejoinAlongM),
        "\(off.sinceMs)")
}

private func written(_ aside: Aside) -> String { "\(kebab(aside.side));\(bits(aside.distanceM))" }

private func written(_ event: CueEvent) -> String {
    switch event {
    case .stopAhead(let stop, let distance, let aside): list("stop-ahead", stop, bits(distance), known(aside, written))
    case .arrived(let stop, let aside): list("arrived", stop, known(aside, written))
    case .inView(let stop, let aside): list("in-view", stop, written(aside))
    case .skipped(let stop): list("skipped", stop)
    case .stageEnded(let stage, let next): list("stage-ended", stage, known(next) { $0 })
    case .routeEnded: "route-ended"
    case .modeAhead(let mode, let distance): list("mode-ahead", kebab(mode), bits(distance))
    case .lineIsIndicative: "line-is-indicative"
    case .lineShowsTheWay: "line-shows-the-way"
    case .routeIsThere(let way): list("route-is-there", written(way))
    case .leftRoute(let way): list("left-route", written(way))
    case .stillOffRoute(let way): list("still-off-route", written(way))
    case .backOnRoute: "back-on-route"
    }
}

/// What a search found.
public func written(_ answer: SearchAnswer, language: String, text asked: String) -> String {
    let places = Coordinates(answer.positions)
    return answer.found.enumerated().reduce(line("search", language, text(asked))) { said, next in
        let (number, found) = next
        return said
            + line(
                "found", found.bundle, written(found.thing), text(found.name), text(found.kind),
                known(found.distanceM, bits), written(found.matched), "\(found.corrected)",
                known(places) { bits($0[number].lat) }, known(places) { bits($0[number].lon) })
    }
}

private func written(_ thing: FoundThing) -> String {
    switch thing {
    case .route(let route): list("route", route)
    case .stage(let route, let stage): list("stage", route, stage)
    case .stop(let route, let stop, let category): list("stop", route, stop, kebab(category))
    case .place(let place, let kind): list("place", place, kebab(kind))
    }
}

private func written(_ matched: Matched) -> String {
    switch matched {
    case .name(let name, let language): list("name", text(name), known(language) { $0 })
    case .alternativeName(let name, let language): list("alternative-name", text(name), known(language) { $0 })
    case .kind: "kind"
    case .inText(let before, let word, let after): list("in-text", text(before), text(word), text(after))
    }
}
