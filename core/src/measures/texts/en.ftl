# What is measured, in words. Every message stands in all languages with the same arguments; a test keeps it so.
# Distances come in two forms: one that follows a preposition ("in 350 metres") and one that stands alone.
# One is a word where it is heard: in other languages a voice would read the digit in the wrong form.

metres-short = { $shown }{ "\u00A0" }m
kilometres-short = { $shown }{ "\u00A0" }km
metres = { $shown } { $count ->
    [one] metre
   *[other] metres
}
kilometres = { $count ->
    [1] one kilometre
   *[other] { $shown } kilometres
}
metres-after = { $shown } { $count ->
    [one] metre
   *[other] metres
}
kilometres-after = { $count ->
    [1] one kilometre
   *[other] { $shown } kilometres
}
yards-short = { $shown }{ "\u00A0" }yd
miles-short = { $shown }{ "\u00A0" }mi
yards = { $shown } { $count ->
    [one] yard
   *[other] yards
}
miles = { $count ->
    [1] one mile
   *[other] { $shown } miles
}
yards-after = { $shown } { $count ->
    [one] yard
   *[other] yards
}
miles-after = { $count ->
    [1] one mile
   *[other] { $shown } miles
}

# Units that texts name, and what stands between two numbers.
hectares = { $shown } { $count ->
    [one] hectare
   *[other] hectares
}
hectares-after = { $shown } { $count ->
    [one] hectare
   *[other] hectares
}
percent = { $shown } { $count ->
    [one] percent
   *[other] percent
}
percent-after = { $shown } { $count ->
    [one] percent
   *[other] percent
}
to = to
by = by

direction = { $compass ->
    [north] to the north
    [north-east] to the north-east
    [east] to the east
    [south-east] to the south-east
    [south] to the south
    [south-west] to the south-west
    [west] to the west
   *[north-west] to the north-west
}

feet-short = { $shown }{ "\u00A0" }ft

under-a-minute = under 1{ "\u00A0" }min
minutes = { $minutes }{ "\u00A0" }min
hours = { $hours }{ "\u00A0" }h
hours-minutes = { $hours }{ "\u00A0" }h { $minutes }{ "\u00A0" }min

kilometres-an-hour = { $shown }{ "\u00A0" }km/h
miles-an-hour = { $shown }{ "\u00A0" }mph

exactness = { $line ->
    [follows] The line follows the map
    [mostly] The line mostly follows the map
    [partly] The line partly only joins the stops
   *[joins] The line only joins the stops
}
origin = { $origin ->
    [surveyed] The line was measured on the ground.
    [digitised] The line was traced from a map.
   *[indicative] The line only joins the stops; choose your own way.
}

# A position, digit by digit, as it is read out on the telephone.
digit = { $digit ->
    [0] zero
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
   *[9] nine
}
decimal-mark = point
hemisphere = { $hemisphere ->
    [north] north
    [south] south
    [east] east
   *[west] west
}
