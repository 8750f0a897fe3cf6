# Was gemessen wird, in Worten. Siehe en.ftl. Die Entfernung nach einer Präposition („in 350 Metern“) steht im Dativ,
# allein („350 Meter nördlich“) im Nominativ. Die Eins steht als Wort: Eine Stimme läse „1“ als „eins“.

metres-short = { $shown }{ "\u00A0" }m
kilometres-short = { $shown }{ "\u00A0" }km
metres = { $shown } { $count ->
    [one] Meter
   *[other] Meter
}
kilometres = { $count ->
    [1] ein Kilometer
   *[other] { $shown } Kilometer
}
metres-after = { $shown } { $count ->
    [one] Meter
   *[other] Metern
}
kilometres-after = { $count ->
    [1] einem Kilometer
   *[other] { $shown } Kilometern
}
yards-short = { $shown }{ "\u00A0" }yd
miles-short = { $shown }{ "\u00A0" }mi
yards = { $shown } { $count ->
    [one] Yard
   *[other] Yard
}
miles = { $count ->
    [1] eine Meile
   *[other] { $shown } Meilen
}
yards-after = { $shown } { $count ->
    [one] Yard
   *[other] Yard
}
miles-after = { $count ->
    [1] einer Meile
   *[other] { $shown } Meilen
}

# Einheiten, die in Texten stehen, und was zwischen zwei Zahlen steht.
hectares = { $count ->
    [1] ein Hektar
   *[other] { $shown } Hektar
}
hectares-after = { $count ->
    [1] einem Hektar
   *[other] { $shown } Hektar
}
percent = { $count ->
    [1] ein Prozent
   *[other] { $shown } Prozent
}
percent-after = { $count ->
    [1] einem Prozent
   *[other] { $shown } Prozent
}
to = bis
by = mal

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
    [follows] Die Linie folgt der Karte
    [mostly] Die Linie folgt größtenteils der Karte
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
