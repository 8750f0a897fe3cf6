# Was gemessen wird, in Worten. Siehe en.ftl. Die Entfernung nach einer Präposition („in 350 Metern“) steht im Dativ,
# allein („350 Meter nördlich“) im Nominativ.

metres-short = { $shown }{ "\u00A0" }m
kilometres-short = { $shown }{ "\u00A0" }km
metres = { $shown } { $count ->
    [one] Meter
   *[other] Meter
}
kilometres = { $shown } { $count ->
    [one] Kilometer
   *[other] Kilometer
}
metres-after = { $shown } { $count ->
    [one] Meter
   *[other] Metern
}
kilometres-after = { $shown } { $count ->
    [one] Kilometer
   *[other] Kilometern
}
yards-short = { $shown }{ "\u00A0" }yd
miles-short = { $shown }{ "\u00A0" }mi
yards = { $shown } { $count ->
    [one] Yard
   *[other] Yard
}
miles = { $shown } { $count ->
    [one] Meile
   *[other] Meilen
}
yards-after = { $shown } { $count ->
    [one] Yard
   *[other] Yard
}
miles-after = { $shown } { $count ->
    [one] Meile
   *[other] Meilen
}

direction = { $compass ->
    [north] nördlich
    [north-east] nordöstlich
    [east] östlich
    [south-east] südöstlich
    [south] südlich
    [south-west] südwestlich
    [west] westlich
   *[north-west] nordwestlich
}

feet-short = { $shown }{ "\u00A0" }ft

under-a-minute = unter 1{ "\u00A0" }Min.
minutes = { $minutes }{ "\u00A0" }Min.
hours = { $hours }{ "\u00A0" }Std.
hours-minutes = { $hours }{ "\u00A0" }Std. { $minutes }{ "\u00A0" }Min.

kilometres-an-hour = { $shown }{ "\u00A0" }km/h
miles-an-hour = { $shown }{ "\u00A0" }mph

exactness = { $line ->
    [shows] Die Linie zeigt den Weg
    [mostly] Die Linie zeigt größtenteils den Weg
    [partly] Die Linie verbindet teilweise nur die Halte
   *[joins] Die Linie verbindet nur die Halte
}
origin = { $origin ->
    [surveyed] Die Linie wurde vor Ort vermessen.
    [digitised] Die Linie wurde nach einer Karte gezeichnet.
   *[indicative] Die Linie verbindet nur die Halte; den Weg wählen Sie selbst.
}

# Ein Standort Ziffer für Ziffer, wie man ihn am Telefon durchgibt.
digit = { $digit ->
    [0] null
    [1] eins
    [2] zwei
    [3] drei
    [4] vier
    [5] fünf
    [6] sechs
    [7] sieben
    [8] acht
   *[9] neun
}
decimal-mark = Komma
hemisphere = { $hemisphere ->
    [north] Nord
    [south] Süd
    [east] Ost
   *[west] West
}
