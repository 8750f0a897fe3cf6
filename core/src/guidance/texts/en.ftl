# What the guide says. Every message stands in all languages with the same arguments; a test keeps it so.
# Distances and directions come as words of measures, in the form that the sentence needs.

# What a stop is called; left out where what is said next begins with it.
the-name = { $named ->
    [no] { "" }
   *[yes] : { $name }
}

stop-ahead = In { $distance }: { $name }.
stop-ahead-vague = Soon: { $name }.
stop-ahead-beside = In { $distance }, on the { $side ->
    [left] left
   *[right] right
}: { $name }.
stop-ahead-aside = In { $distance }, { $aside } to the { $side ->
    [left] left
   *[right] right
} of the route: { $name }.
arrived = You have arrived{ the-name }.
near = You are near{ the-name }.
in-view = On your { $side ->
    [left] left
   *[right] right
}, { $distance } away{ the-name }.
skipped = Passed without a visit: { $name }.

stage-ended = Stage finished: { $name }.
stage-ended-next = Stage finished: { $name }. Next stage: { $next }.
route-ended = You have reached the end of the route.
mode-ahead = In { $distance }, the route continues { $mode ->
    [walk] on foot
    [bike] by bicycle
    [car] by car
    [boat] by boat
   *[ferry] by ferry
}.
line-is-indicative = From here the line only joins the stops. Choose your own way; you will see direction and distance.
line-shows-the-way = { $exact ->
    [yes] From here the line shows the way again.
   *[no] From here the line follows the map; your path may run beside it.
}
continuation = Continuation of the track

route-is-there = The route is { $distance } { $direction }.
off-route = You have left the route. It is { $distance } { $direction }.
still-off-route = Still off the route. It is { $distance } { $direction }.
back-on-route = You are back on the route.
found-again = Your position on this route has been found again.
line-changed = This route has been updated since you were last on it. Your position has been found again.

refused-not-a-number = The phone reported a position that is not a number.
refused-out-of-range = The phone reported a position that is not on earth.
refused-nowhere = The phone has no position yet.
refused-no-accuracy = The phone does not know how accurate its position is.
refused-inaccurate = The position is too inaccurate: it may be off by { $distance }.
refused-old = The position is older than the one before.
refused-jumped = The position jumped by { $distance }, farther than anyone travels in that time.
