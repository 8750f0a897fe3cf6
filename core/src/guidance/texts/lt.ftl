# Ką sako gidas. Žr. en.ftl. Atstumai ir kryptys ateina iš measures tuo linksniu, kurio reikia sakiniui; stotelių
# pavadinimai visada vardininko.

# Kaip vadinasi stotelė; praleidžiama, kai tuo prasideda tai, kas sakoma toliau.
the-name = { $named ->
    [no] { "" }
   *[yes] : { $name }
}

stop-ahead = Po { $distance }: { $name }.
stop-ahead-vague = Netrukus: { $name }.
stop-ahead-beside = Po { $distance } { $side ->
    [left] kairėje
   *[right] dešinėje
}: { $name }.
stop-ahead-aside = Po { $distance } { $side ->
    [left] kairėje
   *[right] dešinėje
}, { $aside } nuo maršruto: { $name }.
arrived = Atvykote{ the-name }.
near = Esate netoliese{ the-name }.
in-view = { $side ->
    [left] Kairėje
   *[right] Dešinėje
}, už { $distance }{ the-name }.
skipped = Stotelė praleista: { $name }.

stage-ended = Etapas baigtas: { $name }.
stage-ended-next = Etapas baigtas: { $name }. Kitas etapas: { $next }.
route-ended = Pasiekėte maršruto pabaigą.
mode-ahead = Po { $distance } maršrutas tęsiasi { $mode ->
    [walk] pėsčiomis
    [bike] dviračiu
    [car] automobiliu
    [boat] laivu
   *[ferry] keltu
}.
line-is-indicative = Nuo čia linija tik jungia stoteles. Kelią rinkitės patys – matysite kryptį ir atstumą.
line-shows-the-way = { $exact ->
    [yes] Nuo čia linija vėl rodo kelią.
   *[no] Nuo čia linija eina pagal žemėlapį; jūsų kelias gali vesti šalia jos.
}
continuation = Maršruto tęsinys

route-is-there = Iki maršruto – { $distance } { $direction }.
off-route = Nukrypote nuo maršruto. Iki jo – { $distance } { $direction }.
still-off-route = Vis dar esate ne maršrute. Iki jo – { $distance } { $direction }.
back-on-route = Vėl esate maršrute.
found-again = Jūsų vieta šiame maršrute nustatyta iš naujo.
line-changed = Šis maršrutas atnaujintas nuo tada, kai paskutinį kartą juo keliavote. Jūsų vieta jame nustatyta iš naujo.

refused-not-a-number = Telefonas pranešė vietą, kuri nėra skaičius.
refused-out-of-range = Telefonas pranešė vietą, kurios Žemėje nėra.
refused-nowhere = Telefonas dar nežino savo vietos.
refused-no-accuracy = Telefonas nežino, kaip tiksliai nustatė vietą.
refused-inaccurate = Vieta per daug netiksli: paklaida gali siekti { $distance }.
refused-old = Ši vieta senesnė už ankstesnę.
refused-jumped = Vieta nušoko per { $distance } – tiek per tą laiką niekas nenukeliauja.
