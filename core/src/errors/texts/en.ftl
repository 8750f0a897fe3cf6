# What the traveller reads when something goes wrong: what happened, to which thing, what to do next on a phone. Each
# message has the name of its code; every one stands in all languages with the same arguments, and a test keeps it so.
# Names of files, packages and publishers stand in quotes and are never bent.

# Whether the file's name is known.
the-file = { $known ->
    [no] The file
   *[yes] The file “{ $file }”
}
quoted-file = { $known ->
    [no] { "" }
   *[yes] { " " }“{ $file }”
}
place = line { $line }, character { $column }
first-place = { $count ->
    [1] { place }
   *[other] first: { place }
}

archive = { the-file } is damaged, too large, or not an archive this app can read. Choose another one; if it is a backup from a newer version of the app, update the app first.
argument = That did not work: the app was given a value that makes no sense. Try again, and if it keeps happening, please tell the makers of the app.
broken = Because of a fault of ours, a part of the app no longer works. Close the app and open it again; nothing you saved is lost.
closed = This part of the app has already been closed. Open it again and repeat the last step.
internal = Something went wrong inside the app. That is our fault, and nothing you saved is lost; please send us the report so that we can put it right.
value = That could not be saved: what you entered or chose is empty, too large, no longer there or outside the allowed range. Change it and try again.

bundle-altered = { the-file } is not as its publisher made it: something in it has changed. Do not use it; download it from the publisher again.
bundle-damaged = { the-file } is damaged. Download it again and reinstall it.
bundle-foreign = { the-file } contains something that does not belong in a route package and could do harm. Do not use it; download the package from its publisher.
bundle-incomplete = { the-file } is incomplete. Download it again.
bundle-missing = { the-file } is not there or cannot be read. Choose it again or download it again.
bundle-newer = { the-file } was made for a newer version of the app: its format is { $major }.{ $minor }, but this version only reads formats up to { $most }. Update the app and try again.
bundle-no-picture = The route package{ quoted-file } does not contain the picture “{ $picture }”. Everything else in it can still be used.
bundle-no-place = The route package{ quoted-file } has no place “{ $place }”. Choose one of the places it offers.
bundle-no-route = The route package{ quoted-file } has no route “{ $route }”. Choose one of the routes it offers.
bundle-not-a-bundle = { the-file } is empty or not a route package. Choose a file whose name ends in .gpkg, or download the package again.
bundle-open-elsewhere = { the-file } is being changed by another program, or one left it unfinished. Close it there and try again, or download it again.
bundle-too-large = { the-file } holds more than this app can handle. Ask its publisher to split it into several smaller packages.

disk-failed = Reading or saving failed{ $known ->
    [no] { "" }
   *[yes] : “{ $file }”
}. Check that the file or folder is still there and that the app may use it; if it fails again, restart the phone.
disk-full = There is no space left on the phone. Free some up and try again; nothing you saved is lost.

export-detail = That level of detail makes no sense. Allow a deviation of 0 metres or more, or at least 2 points.
export-no-length = The stage “{ $stage }” has a line without any length, so there is nothing to export. Choose another stage or the whole route.
export-no-route = No route has been chosen. Choose at least one and export again.
export-no-stage = The route “{ $route }” has no stage “{ $stage }”. Choose one of its stages.
export-one-route = Komoot takes one route per file, but { $count ->
    [one] { $count } route is
   *[other] { $count } routes are
} chosen. Export them one by one.

gpx-broken = { the-file } is damaged ({ place }). Export it again in the app it comes from and import the new one.
gpx-cut-off = { the-file } breaks off before its end ({ place }). Copy it again, or export it again in the app it comes from.
gpx-empty = { the-file } is empty. Export it again in the app it comes from.
gpx-encoding = { the-file } contains letters that cannot be read ({ place }). Export it again in the app it comes from, as UTF-8 if you are given the choice.
gpx-none-inside = { the-file } holds nothing that could be imported: no file in it is in GPX format. Choose another one, or export the track as GPX in the app it comes from.
gpx-nothing-to-follow = { the-file } has no track or route to follow. Choose one with at least two points that lie apart.
gpx-only-waypoints = { the-file } only marks places and has no track or route that leads to them. Export the track or route itself in the app it comes from, and import that.
gpx-other-format = { the-file } is not in GPX format. Export the track as GPX in the app it comes from.
gpx-packed = { the-file } is compressed. Unpack it first, then import the GPX file inside.
gpx-position = { the-file } has a point without a valid position ({ place }). Export it again in the app it comes from.
gpx-too-large = { the-file } holds more than this app can handle. Split it into several files and import them one by one.

library-busy = The app’s saved data is in use elsewhere. Wait a moment or close the app there, then try again.
library-damaged = The app’s saved data is damaged. Close the app and open it again: everything that can still be read will be rescued.
library-newer = The saved data comes from a newer version of the app (format { $found }; this version reads formats up to { $most }). Update the app; nothing has been changed.
library-not-a-library = The folder{ quoted-file } holds other files instead of the app’s saved data. Choose an empty folder.

not-found-bundle = The route package “{ $bundle }” is not installed. Install it, or choose another one from the list.
not-found-recording = There is no track { $recording }. Choose another one from the list.
not-found-route = None of the installed packages has a route “{ $route }”. Choose another one from the list, or install its package.

# Of files that were imported all the same.

read-as-one = { the-file } holds { $count } tracks, too many for your list. They were imported as a single one.
read-astray = { the-file } was imported without { $count ->
    [one] one point where nobody can have been at its time
   *[other] { $count } points where nobody can have been at their times
}.
read-broken = { the-file } is damaged in { $count ->
    [one] one place
   *[other] { $count } places
} ({ first-place }). What stands there was left out; everything else was imported.
read-cut-off = { the-file } breaks off before its end ({ place }). Everything up to there was imported.
read-form = { the-file } is not quite as GPX should be ({ place }), but everything in it was imported.
read-heights = { the-file } was imported without { $count ->
    [one] one height that cannot be right
   *[other] { $count } heights that cannot be right
} ({ first-place }).
read-left-out = { the-file } was imported without { $count ->
    [one] one track that leads nowhere
   *[other] { $count } tracks that lead nowhere
}.
read-letters = { the-file } contains letters that cannot be read ({ first-place }). They are shown as �.
read-misplaced = { the-file } was imported without { $count ->
    [one] one part that does not belong in it
   *[other] { $count } parts that do not belong in it
} ({ first-place }).
read-more = { the-file } was imported, but has more faults of this kind ({ $count }).
read-passed-over = { the-file } also holds { $count ->
    [one] one file that is not in GPX format and was not imported
   *[other] { $count } files that are not in GPX format and were not imported
}.
read-positions = { the-file } was imported without { $count ->
    [one] one point that has no valid position
   *[other] { $count } points that have no valid position
} ({ first-place }).
read-spikes = { the-file } was imported. { $count ->
    [one] One height in it stands out like a spike and does not count
   *[other] { $count } heights in it stand out like spikes and do not count
}.
read-times = { the-file } was imported without { $count ->
    [one] one time that cannot be read
   *[other] { $count } times that cannot be read
} ({ first-place }).
read-trailing = { the-file } goes on after the end of the track ({ place }). What stands there was not imported.
read-twice = { the-file } holds { $count ->
    [one] one track that is the same as another; it was imported only once
   *[other] { $count } tracks that are the same as others; they were imported only once
}.

recording-no-line = Track { $recording } leads nowhere, so it cannot be followed. Choose another one.
recording-not-now = { $state ->
    [open] Track { $recording } is still being recorded. Pause or end it first.
    [paused] The recording of track { $recording } is paused. Resume or end it first.
    [closed] The recording of track { $recording } has ended and cannot be resumed. Start a new one.
   *[binned] Track { $recording } is in the bin. Restore it first.
}
recording-still-open = The recording of track { $recording } has not ended yet. Resume or end it before you start a new one.

trust-altered = { the-file } is not the one that “{ $publisher }” signed: it was changed or cut off on its way. Download it again.
trust-far-ahead = Version { $offered } of the package “{ $bundle }” is further ahead than any publisher gets; at most version { $most } is taken here. Do not trust it; download the package from its publisher.
trust-key = That is not a publisher’s key. Copy the whole key once more from where the publisher shows it.
trust-older = Version { $offered } of the package “{ $bundle }” is older than the installed version { $installed }. Download the newest one; if you do want the older one, remove the installed one first.
trust-other-publisher = The installed package “{ $bundle }” comes from “{ $installed }”, but this file comes from “{ $offered }”. If you trust the new publisher, remove the installed package first.
trust-reserved = The package “{ $bundle }” belongs to “{ $publisher }”, whose signed package was installed here, but this file comes from “{ $offered }”. Do not trust it; download the package from “{ $publisher }”.
trust-same-version = Version { $version } of the package “{ $bundle }” is already installed, but with different contents. Ask the publisher for a newer version.
trust-shipped = The package “{ $bundle }” from “{ $publisher }” comes with this app. This file names “{ $offered }” as its publisher, but nothing proves that it comes from there. Do not trust it; a newer package comes with an update of the app.
trust-signature = The signature for the file{ quoted-file } is damaged or outdated. Download it again from the publisher, or ask them for a new one.
trust-unproven = Version { $installed } of the package “{ $bundle }” is installed. This file (version { $offered }) names “{ $publisher }” as its publisher, but nothing proves it. Ask for a signed package; if you trust this file, remove the installed one first.
trust-unsigned = The package{ quoted-file } comes without the signature of “{ $publisher }”. Download the signature too (a file ending in .minisig) and install both together.
trust-wrong-key = { the-file } was not signed by “{ $publisher }” but by someone else. Do not trust it; download the package from the publisher.
