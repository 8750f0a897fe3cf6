# Kas išmatuota, žodžiais. Žr. en.ftl. Atstumas po prielinksnio („po 350 metrų“, „už 2 kilometrų“) – kilmininko linksnio,
# stovintis vienas („iki maršruto – 2 kilometrai“) – vardininko. Formą po skaičiaus parenka PLURAL($count), vienetas –
# žodis: skaitmenį balsas ištartų ne tuo linksniu.

metres-short = { $shown }{ "\u00A0" }m
kilometres-short = { $shown }{ "\u00A0" }km
metres = { $shown } { PLURAL($count) ->
    [one] metras
    [few] metrai
    [many] metro
   *[other] metrų
}
kilometres = { $count ->
    [1] vienas kilometras
   *[other] { PLURAL($count) ->
        [one] { $shown } kilometras
        [few] { $shown } kilometrai
        [many] { $shown } kilometro
       *[other] { $shown } kilometrų
    }
}
metres-after = { $shown } { PLURAL($count) ->
    [one] metro
    [many] metro
   *[other] metrų
}
kilometres-after = { $count ->
    [1] vieno kilometro
   *[other] { PLURAL($count) ->
        [one] { $shown } kilometro
        [many] { $shown } kilometro
       *[other] { $shown } kilometrų
    }
}
yards-short = { $shown }{ "\u00A0" }yd
miles-short = { $shown }{ "\u00A0" }mi
yards = { $shown } { PLURAL($count) ->
    [one] jardas
    [few] jardai
    [many] jardo
   *[other] jardų
}
miles = { $count ->
    [1] viena mylia
   *[other] { PLURAL($count) ->
        [one] { $shown } mylia
        [few] { $shown } mylios
        [many] { $shown } mylios
       *[other] { $shown } mylių
    }
}
yards-after = { $shown } { PLURAL($count) ->
    [one] jardo
    [many] jardo
   *[other] jardų
}
miles-after = { $count ->
    [1] vienos mylios
   *[other] { PLURAL($count) ->
        [one] { $shown } mylios
        [many] { $shown } mylios
       *[other] { $shown } mylių
    }
}

# Matavimo vienetai tekstuose ir tai, kas sakoma tarp dviejų skaičių.
hectares = { $count ->
    [1] vienas hektaras
   *[other] { PLURAL($count) ->
        [one] { $shown } hektaras
        [few] { $shown } hektarai
        [many] { $shown } hektaro
       *[other] { $shown } hektarų
    }
}
hectares-after = { $count ->
    [1] vieno hektaro
   *[other] { PLURAL($count) ->
        [one] { $shown } hektaro
        [many] { $shown } hektaro
       *[other] { $shown } hektarų
    }
}
percent = { $count ->
    [1] vienas procentas
   *[other] { PLURAL($count) ->
        [one] { $shown } procentas
        [few] { $shown } procentai
        [many] { $shown } procento
       *[other] { $shown } procentų
    }
}
percent-after = { $count ->
    [1] vieno procento
   *[other] { PLURAL($count) ->
        [one] { $shown } procento
        [many] { $shown } procento
       *[other] { $shown } procentų
    }
}
to = iki
by = kart

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
    [follows] Linija eina pagal žemėlapį
    [mostly] Linija daugiausia eina pagal žemėlapį
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
