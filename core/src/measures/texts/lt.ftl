# Kas išmatuota, žodžiais. Žr. en.ftl. Atstumas po prielinksnio („po 350 metrų“, „už 2 kilometrų“) – kilmininko linksnio,
# stovintis vienas („iki maršruto – 2 kilometrai“) – vardininko.

metres-short = { $shown }{ "\u00A0" }m
kilometres-short = { $shown }{ "\u00A0" }km
metres = { $shown } { $count ->
    [one] metras
    [few] metrai
    [many] metro
   *[other] metrų
}
kilometres = { $shown } { $count ->
    [one] kilometras
    [few] kilometrai
    [many] kilometro
   *[other] kilometrų
}
metres-after = { $shown } { $count ->
    [one] metro
    [many] metro
   *[other] metrų
}
kilometres-after = { $shown } { $count ->
    [one] kilometro
    [many] kilometro
   *[other] kilometrų
}
yards-short = { $shown }{ "\u00A0" }yd
miles-short = { $shown }{ "\u00A0" }mi
yards = { $shown } { $count ->
    [one] jardas
    [few] jardai
    [many] jardo
   *[other] jardų
}
miles = { $shown } { $count ->
    [one] mylia
    [few] mylios
    [many] mylios
   *[other] mylių
}
yards-after = { $shown } { $count ->
    [one] jardo
    [many] jardo
   *[other] jardų
}
miles-after = { $shown } { $count ->
    [one] mylios
    [many] mylios
   *[other] mylių
}

direction = { $compass ->
    [north] į šiaurę
    [north-east] į šiaurės rytus
    [east] į rytus
    [south-east] į pietryčius
    [south] į pietus
    [south-west] į pietvakarius
    [west] į vakarus
   *[north-west] į šiaurės vakarus
}

feet-short = { $shown }{ "\u00A0" }ft

under-a-minute = mažiau nei 1{ "\u00A0" }min.
minutes = { $minutes }{ "\u00A0" }min.
hours = { $hours }{ "\u00A0" }val.
hours-minutes = { $hours }{ "\u00A0" }val. { $minutes }{ "\u00A0" }min.

kilometres-an-hour = { $shown }{ "\u00A0" }km/h
miles-an-hour = { $shown }{ "\u00A0" }mph

exactness = { $line ->
    [shows] Linija rodo kelią
    [mostly] Linija daugiausia rodo kelią
    [partly] Linija iš dalies tik jungia stoteles
   *[joins] Linija tik jungia stoteles
}
origin = { $origin ->
    [surveyed] Linija išmatuota vietoje.
    [digitised] Linija nubrėžta pagal žemėlapį.
   *[indicative] Linija tik jungia stoteles; kelią rinkitės patys.
}

# Vieta skaitmuo po skaitmens, kaip ji sakoma telefonu.
digit = { $digit ->
    [0] nulis
    [1] vienas
    [2] du
    [3] trys
    [4] keturi
    [5] penki
    [6] šeši
    [7] septyni
    [8] aštuoni
   *[9] devyni
}
decimal-mark = kablelis
hemisphere = { $hemisphere ->
    [north] šiaurės platumos
    [south] pietų platumos
    [east] rytų ilgumos
   *[west] vakarų ilgumos
}
