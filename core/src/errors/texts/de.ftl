# Was Reisende lesen, wenn etwas schiefgeht. Siehe en.ftl. Namen stehen in Anführungszeichen hinter dem, was sie
# benennen, und werden nicht gebeugt: die Datei „…“, das Paket „…“.

the-file = { $known ->
    [no] Die Datei
   *[yes] Die Datei „{ $file }“
}
quoted-file = { $known ->
    [no] { "" }
   *[yes] { " " }„{ $file }“
}
place = Zeile { $line }, Zeichen { $column }
first-place = { $count ->
    [1] { place }
   *[other] zuerst: { place }
}

archive = { the-file } ist beschädigt, zu groß oder kein Archiv, das diese App lesen kann. Wählen Sie ein anderes; stammt die Sicherung aus einer neueren Version, aktualisieren Sie zuerst die App.
argument = Das hat nicht geklappt: Die App hat einen Wert bekommen, der keinen Sinn ergibt. Versuchen Sie es noch einmal, und sagen Sie es den Entwicklern der App, wenn es wieder geschieht.
broken = Durch einen Fehler von uns funktioniert ein Teil der App nicht mehr. Schließen Sie die App und öffnen Sie sie wieder; nichts Gespeichertes ist verloren.
closed = Dieser Teil der App ist bereits geschlossen. Öffnen Sie ihn wieder und wiederholen Sie den letzten Schritt.
internal = In der App ist etwas schiefgegangen. Das ist unsere Schuld, und nichts Gespeichertes ist verloren; bitte senden Sie uns den Bericht, damit wir den Fehler beheben können.
value = Das ließ sich nicht speichern: Was Sie eingegeben oder ausgewählt haben, ist leer, zu groß, nicht mehr da oder außerhalb des erlaubten Bereichs. Ändern Sie es und versuchen Sie es noch einmal.

bundle-altered = { the-file } ist nicht mehr so, wie der Herausgeber sie erstellt hat: Etwas darin wurde verändert. Verwenden Sie sie nicht, sondern laden Sie sie beim Herausgeber neu herunter.
bundle-damaged = { the-file } ist beschädigt. Laden Sie sie noch einmal herunter und installieren Sie sie neu.
bundle-foreign = { the-file } enthält etwas, das in kein Routenpaket gehört und Schaden anrichten könnte. Verwenden Sie sie nicht, sondern laden Sie das Paket beim Herausgeber herunter.
bundle-incomplete = { the-file } ist unvollständig. Laden Sie sie noch einmal herunter.
bundle-missing = { the-file } ist nicht da oder nicht lesbar. Wählen Sie sie noch einmal aus oder laden Sie sie neu herunter.
bundle-newer = { the-file } wurde für eine neuere Version der App erstellt: Ihr Format ist { $major }.{ $minor }, diese Version liest Formate bis { $most }. Aktualisieren Sie die App und versuchen Sie es noch einmal.
bundle-no-picture = Im Routenpaket{ quoted-file } fehlt das Bild „{ $picture }“. Alles andere darin können Sie weiter nutzen.
bundle-no-place = Im Routenpaket{ quoted-file } gibt es keinen Ort „{ $place }“. Wählen Sie einen der Orte, die es anbietet.
bundle-no-route = Im Routenpaket{ quoted-file } gibt es keine Route „{ $route }“. Wählen Sie eine der Routen, die es anbietet.
bundle-not-a-bundle = { the-file } ist leer oder kein Routenpaket. Wählen Sie eine Datei, deren Name auf „.gpkg“ endet, oder laden Sie das Paket noch einmal herunter.
bundle-open-elsewhere = { the-file } wird gerade von einem anderen Programm geändert oder blieb dort unfertig zurück. Schließen Sie sie dort und versuchen Sie es wieder, oder laden Sie sie noch einmal herunter.
bundle-too-large = { the-file } enthält mehr, als diese App verarbeiten kann. Bitten Sie den Herausgeber, sie in mehrere kleinere Pakete aufzuteilen.

disk-failed = Lesen oder Speichern ist fehlgeschlagen{ $known ->
    [no] { "" }
   *[yes] : „{ $file }“
}. Prüfen Sie, ob die Datei oder der Ordner noch da ist und die App darauf zugreifen darf; schlägt es wieder fehl, starten Sie das Telefon neu.
disk-full = Auf dem Telefon ist kein Speicherplatz mehr frei. Schaffen Sie Platz und versuchen Sie es noch einmal; nichts Gespeichertes ist verloren.

export-detail = Diese Genauigkeit ergibt keinen Sinn. Erlauben Sie eine Abweichung ab 0 Metern oder mindestens 2 Punkte.
export-no-length = Die Linie der Etappe „{ $stage }“ hat keine Länge, es gibt also nichts zu exportieren. Wählen Sie eine andere Etappe oder die ganze Route.
export-no-route = Es ist keine Route ausgewählt. Wählen Sie mindestens eine aus und exportieren Sie noch einmal.
export-no-stage = Die Route „{ $route }“ hat keine Etappe „{ $stage }“. Wählen Sie eine ihrer Etappen.
export-one-route = Komoot nimmt nur eine Route pro Datei, ausgewählt { $count ->
    [one] ist { $count }
   *[other] sind { $count }
}. Exportieren Sie sie einzeln.

gpx-broken = { the-file } ist beschädigt ({ place }). Exportieren Sie sie in der App, aus der sie stammt, noch einmal und importieren Sie die neue.
gpx-cut-off = { the-file } bricht vor ihrem Ende ab ({ place }). Kopieren Sie sie noch einmal, oder exportieren Sie sie neu in der App, aus der sie stammt.
gpx-empty = { the-file } ist leer. Exportieren Sie sie noch einmal in der App, aus der sie stammt.
gpx-encoding = { the-file } enthält Buchstaben, die sich nicht lesen lassen ({ place }). Exportieren Sie sie noch einmal in der App, aus der sie stammt, und zwar als UTF-8, wenn Sie die Wahl haben.
gpx-none-inside = { the-file } enthält nichts, was sich importieren ließe: Keine Datei darin ist im GPX-Format. Wählen Sie eine andere, oder exportieren Sie den Weg als GPX in der App, aus der er stammt.
gpx-nothing-to-follow = { the-file } enthält keinen Weg, dem man folgen könnte. Wählen Sie eine Datei mit mindestens zwei verschiedenen Wegpunkten.
gpx-only-waypoints = { the-file } markiert nur Orte und enthält keinen Weg, der zu ihnen führt. Exportieren Sie den Weg selbst in der App, aus der er stammt, und importieren Sie ihn.
gpx-other-format = { the-file } ist nicht im GPX-Format. Exportieren Sie den Weg als GPX in der App, aus der er stammt.
gpx-packed = { the-file } ist komprimiert. Entpacken Sie sie zuerst und importieren Sie dann die GPX-Datei, die darin steckt.
gpx-position = { the-file } enthält einen Punkt ohne gültige Position ({ place }). Exportieren Sie sie noch einmal in der App, aus der sie stammt.
gpx-too-large = { the-file } enthält mehr, als diese App verarbeiten kann. Teilen Sie sie in mehrere Dateien auf und importieren Sie diese einzeln.

library-busy = Die gespeicherten Daten der App werden gerade anderswo benutzt. Warten Sie kurz oder schließen Sie die App dort, und versuchen Sie es dann noch einmal.
library-damaged = Die gespeicherten Daten der App sind beschädigt. Schließen Sie die App und öffnen Sie sie wieder: Was noch lesbar ist, wird gerettet.
library-newer = Die gespeicherten Daten stammen aus einer neueren Version der App (Format { $found }; diese Version liest Formate bis { $most }). Aktualisieren Sie die App; verändert wurde nichts.
library-not-a-library = Der Ordner{ quoted-file } enthält andere Dateien statt der gespeicherten Daten der App. Wählen Sie einen leeren Ordner.

not-found-bundle = Das Routenpaket „{ $bundle }“ ist nicht installiert. Installieren Sie es, oder wählen Sie ein anderes aus der Liste.
not-found-recording = Es gibt keine Aufzeichnung { $recording }. Wählen Sie eine andere aus der Liste.
not-found-route = Keines der installierten Pakete enthält eine Route „{ $route }“. Wählen Sie eine andere aus der Liste, oder installieren Sie das Paket, zu dem sie gehört.

# Von Dateien, die trotzdem importiert wurden.

read-as-one = { the-file } enthält { $count } Tracks, zu viele für Ihre Liste. Sie wurden als ein einziger importiert.
read-astray = { the-file } wurde ohne { $count ->
    [one] einen Punkt importiert, an dem zu seiner Zeit niemand gewesen sein kann
   *[other] { $count } Punkte importiert, an denen zu ihrer Zeit niemand gewesen sein kann
}.
read-broken = { the-file } ist an { $count ->
    [one] einer Stelle
   *[other] { $count } Stellen
} beschädigt ({ first-place }). Was dort steht, wurde ausgelassen, alles andere importiert.
read-cut-off = { the-file } bricht vor ihrem Ende ab ({ place }). Alles bis dorthin wurde importiert.
read-form = { the-file } entspricht nicht ganz dem GPX-Format ({ place }), wurde aber vollständig importiert.
read-heights = { the-file } wurde ohne { $count ->
    [one] eine Höhe importiert, die nicht stimmen kann
   *[other] { $count } Höhen importiert, die nicht stimmen können
} ({ first-place }).
read-left-out = { the-file } wurde ohne { $count ->
    [one] einen Track importiert, der nirgendwohin führt
   *[other] { $count } Tracks importiert, die nirgendwohin führen
}.
read-letters = { the-file } enthält Buchstaben, die sich nicht lesen lassen ({ first-place }). Sie werden als � gezeigt.
read-misplaced = { the-file } wurde ohne { $count ->
    [one] einen Teil importiert, der nicht hineingehört
   *[other] { $count } Teile importiert, die nicht hineingehören
} ({ first-place }).
read-more = { the-file } wurde importiert, hat aber noch mehr solche Mängel ({ $count }).
read-passed-over = { the-file } enthält auch { $count ->
    [one] eine Datei, die nicht im GPX-Format ist und nicht importiert wurde
   *[other] { $count } Dateien, die nicht im GPX-Format sind und nicht importiert wurden
}.
read-positions = { the-file } wurde ohne { $count ->
    [one] einen Punkt importiert, der keine gültige Position hat
   *[other] { $count } Punkte importiert, die keine gültige Position haben
} ({ first-place }).
read-spikes = { the-file } wurde importiert. { $count ->
    [one] Eine Höhe darin ragt wie eine Spitze heraus und zählt nicht
   *[other] { $count } Höhen darin ragen wie Spitzen heraus und zählen nicht
}.
read-times = { the-file } wurde ohne { $count ->
    [one] eine Zeitangabe importiert, die sich nicht lesen lässt
   *[other] { $count } Zeitangaben importiert, die sich nicht lesen lassen
} ({ first-place }).
read-trailing = { the-file } geht nach dem Ende des Tracks noch weiter ({ place }). Was dort steht, wurde nicht importiert.
read-twice = { the-file } enthält { $count ->
    [one] einen Track, der einem anderen gleicht; er wurde nur einmal importiert
   *[other] { $count } Tracks, die anderen gleichen; sie wurden nur einmal importiert
}.

recording-no-line = Die Aufzeichnung { $recording } führt nirgendwohin, ihr lässt sich nicht folgen. Wählen Sie eine andere.
recording-not-now = { $state ->
    [open] Die Aufzeichnung { $recording } läuft noch. Pausieren oder beenden Sie sie erst.
    [paused] Die Aufzeichnung { $recording } ist pausiert. Setzen Sie sie erst fort, oder beenden Sie sie.
    [closed] Die Aufzeichnung { $recording } ist beendet und lässt sich nicht fortsetzen. Beginnen Sie eine neue.
   *[binned] Die Aufzeichnung { $recording } liegt im Papierkorb. Stellen Sie sie erst wieder her.
}
recording-still-open = Die Aufzeichnung { $recording } ist noch nicht beendet. Setzen Sie sie fort oder beenden Sie sie, bevor Sie eine neue beginnen.

trust-altered = { the-file } ist nicht die, die „{ $publisher }“ signiert hat: Sie wurde unterwegs verändert oder abgeschnitten. Laden Sie sie noch einmal herunter.
trust-far-ahead = Version { $offered } des Pakets „{ $bundle }“ ist weiter voraus, als ein Herausgeber je kommt; angenommen wird hier höchstens Version { $most }. Vertrauen Sie der Datei nicht, sondern laden Sie das Paket bei seinem Herausgeber herunter.
trust-key = Das ist kein Schlüssel eines Herausgebers. Kopieren Sie noch einmal den ganzen Schlüssel von dort, wo der Herausgeber ihn zeigt.
trust-older = Version { $offered } des Pakets „{ $bundle }“ ist älter als die installierte Version { $installed }. Laden Sie die neueste herunter; wenn Sie wirklich die ältere möchten, entfernen Sie zuerst die installierte.
trust-other-publisher = Das installierte Paket „{ $bundle }“ stammt von „{ $installed }“, diese Datei aber von „{ $offered }“. Wenn Sie dem neuen Herausgeber vertrauen, entfernen Sie zuerst das installierte Paket.
trust-reserved = Das Paket „{ $bundle }“ gehört „{ $publisher }“: Dessen signiertes Paket war hier schon installiert, diese Datei aber stammt von „{ $offered }“. Vertrauen Sie ihr nicht, sondern laden Sie das Paket bei „{ $publisher }“ herunter.
trust-same-version = Version { $version } des Pakets „{ $bundle }“ ist schon installiert, aber mit anderem Inhalt. Bitten Sie den Herausgeber um eine neuere Version.
trust-shipped = Das Paket „{ $bundle }“ von „{ $publisher }“ gehört zu dieser App. Diese Datei nennt „{ $offered }“ als Herausgeber, aber nichts belegt, dass sie von dort stammt. Vertrauen Sie ihr nicht; ein neueres Paket kommt mit einem Update der App.
trust-signature = Die Signatur zur Datei{ quoted-file } ist beschädigt oder veraltet. Laden Sie sie beim Herausgeber noch einmal herunter, oder bitten Sie ihn um eine neue.
trust-unproven = Installiert ist Version { $installed } des Pakets „{ $bundle }“. Diese Datei (Version { $offered }) nennt „{ $publisher }“ als Herausgeber, aber nichts belegt es. Bitten Sie um ein signiertes Paket; wenn Sie dieser Datei vertrauen, entfernen Sie zuerst das installierte.
trust-unsigned = Beim Paket{ quoted-file } fehlt die Signatur von „{ $publisher }“. Laden Sie auch die Signatur herunter (eine Datei, deren Name auf „.minisig“ endet), und installieren Sie beides zusammen.
trust-wrong-key = { the-file } wurde nicht von „{ $publisher }“ signiert, sondern von jemand anderem. Vertrauen Sie ihr nicht, sondern laden Sie das Paket beim Herausgeber herunter.
