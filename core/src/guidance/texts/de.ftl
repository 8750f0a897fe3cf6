# Was der Führer sagt. Siehe en.ftl. Entfernungen und Richtungen kommen aus measures in dem Fall, den der Satz braucht.

# Wie ein Halt heißt; fehlt, wo das Nächste damit beginnt.
the-name = { $named ->
    [no] { "" }
   *[yes] : { $name }
}

stop-ahead = In { $distance }: { $name }.
stop-ahead-vague = Bald: { $name }.
stop-ahead-beside = In { $distance } { $side ->
    [left] links
   *[right] rechts
}: { $name }.
stop-ahead-aside = In { $distance }, { $aside } { $side ->
    [left] links
   *[right] rechts
} der Route: { $name }.
arrived = Sie sind da{ the-name }.
near = Sie sind in der Nähe{ the-name }.
in-view = { $side ->
    [left] Links
   *[right] Rechts
}, in { $distance } Entfernung{ the-name }.
skipped = Ausgelassen: { $name }.

stage-ended = Etappe geschafft: { $name }.
stage-ended-next = Etappe geschafft: { $name }. Nächste Etappe: { $next }.
route-ended = Sie haben das Ende der Route erreicht.
mode-ahead = In { $distance } geht die Route { $mode ->
    [walk] zu Fuß
    [bike] mit dem Rad
    [car] mit dem Auto
    [boat] mit dem Boot
   *[ferry] mit der Fähre
} weiter.
line-is-indicative = Ab hier verbindet die Linie nur die Halte. Den Weg wählen Sie selbst; angezeigt werden Richtung und Entfernung.
line-shows-the-way = { $exact ->
    [yes] Ab hier zeigt die Linie wieder den Weg.
   *[no] Ab hier folgt die Linie der Karte; Ihr Weg kann daneben verlaufen.
}
continuation = Fortsetzung der Strecke

route-is-there = Die Route liegt { $distance } { $direction } von hier.
off-route = Sie haben die Route verlassen. Sie liegt { $distance } { $direction } von hier.
still-off-route = Noch immer abseits der Route. Sie liegt { $distance } { $direction } von hier.
back-on-route = Sie sind wieder auf der Route.
found-again = Ihr Standort auf dieser Route wurde neu bestimmt.
line-changed = Diese Route wurde aktualisiert, seit Sie zuletzt auf ihr unterwegs waren. Ihr Standort darauf wurde neu bestimmt.

refused-not-a-number = Das Telefon meldet eine Position, die keine Zahl ist.
refused-out-of-range = Das Telefon meldet eine Position, die es auf der Erde nicht gibt.
refused-nowhere = Das Telefon kennt seine Position noch nicht.
refused-no-accuracy = Das Telefon weiß nicht, wie genau seine Position ist.
refused-inaccurate = Die Position ist zu ungenau: Sie kann um { $distance } abweichen.
refused-old = Die Position ist älter als die vorige.
refused-jumped = Die Position ist um { $distance } gesprungen, weiter, als in dieser Zeit jemand kommt.
