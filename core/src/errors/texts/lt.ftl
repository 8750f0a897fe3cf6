# Ką keliautojas skaito, kai kas nors nepavyksta. Žr. en.ftl. Pavadinimai rašomi kabutėse, visada vardininko linksniu,
# po bendrinio žodžio: failas „…“, rinkinys „…“, leidėjas „…“. Skaičiai – po žodžio „Nr.“ arba skliausteliuose.
# Daiktavardžio formą po skaičiaus parenka PLURAL($count).

the-file = { $known ->
    [no] Failas
   *[yes] Failas „{ $file }“
}
quoted-file = { $known ->
    [no] { "" }
   *[yes] { " " }„{ $file }“
}
place = { $line } eilutė, { $column } ženklas
first-place = { $count ->
    [1] { place }
   *[other] pirmiausia – { place }
}

archive = { the-file } sugadintas, per didelis arba ne toks, kokį ši programėlė moka perskaityti. Pasirinkite kitą; jei tai naujesnės programėlės versijos atsarginė kopija, pirmiau atnaujinkite programėlę.
argument = Nepavyko: programėlei perduota netinkama reikšmė. Bandykite dar kartą, o jei tai kartosis, praneškite programėlės kūrėjams.
broken = Dėl mūsų klaidos dalis programėlės nebeveikia. Uždarykite programėlę ir vėl ją atverkite – tai, ką įrašėte, neprarasta.
closed = Ši programėlės dalis jau uždaryta. Atverkite ją iš naujo ir pakartokite veiksmą.
internal = Programėlėje įvyko klaida. Tai mūsų kaltė, o tai, ką įrašėte, neprarasta; atsiųskite mums ataskaitą, kad klaidą galėtume ištaisyti.
value = Nepavyko įrašyti: reikšmė tuščia, per didelė, nebeegzistuoja arba neatitinka leistinų ribų. Pakeiskite ją ir bandykite dar kartą.

bundle-altered = { the-file } nebe toks, kokį parengė leidėjas: jo turinys pakeistas. Nenaudokite jo – dar kartą atsisiųskite jį iš leidėjo.
bundle-damaged = { the-file } sugadintas. Atsisiųskite jį dar kartą ir įdiekite iš naujo.
bundle-foreign = { the-file } įtartinas: jame yra tai, ko maršrutų rinkinyje neturi būti ir kas gali pakenkti. Nenaudokite jo – atsisiųskite rinkinį iš leidėjo.
bundle-incomplete = { the-file } atsisiųstas ne visas. Atsisiųskite jį dar kartą.
bundle-missing = { the-file } nerastas arba neperskaitomas. Pasirinkite jį iš naujo arba atsisiųskite dar kartą.
bundle-newer = { the-file } parengtas naujesnei programėlės versijai: jo formatas – { $major }.{ $minor }, o ši versija skaito formatus iki { $most }. Atnaujinkite programėlę ir bandykite dar kartą.
bundle-no-picture = Maršrutų rinkinyje{ quoted-file } nėra nuotraukos „{ $picture }“. Visu kitu jo turiniu galite naudotis.
bundle-no-place = Maršrutų rinkinyje{ quoted-file } nėra vietovės „{ $place }“. Pasirinkite kurią nors iš jame esančių.
bundle-no-route = Maršrutų rinkinyje{ quoted-file } nėra maršruto „{ $route }“. Pasirinkite kurį nors iš jame esančių.
bundle-not-a-bundle = { the-file } tuščias arba tai ne maršrutų rinkinys. Pasirinkite failą, kurio pavadinimas baigiasi „.gpkg“, arba atsisiųskite rinkinį dar kartą.
bundle-open-elsewhere = { the-file } dabar keičiamas kitoje programoje arba liko joje neužbaigtas. Uždarykite jį ten ir bandykite dar kartą arba atsisiųskite jį iš naujo.
bundle-too-large = { the-file } per didelis šiai programėlei. Paprašykite leidėjo padalyti jį į kelis mažesnius rinkinius.

disk-failed = Nepavyko perskaityti arba įrašyti{ $known ->
    [no] { "" }
   *[yes] : „{ $file }“
}. Patikrinkite, ar failas arba aplankas tebėra ir ar programėlei leista juo naudotis; jei nepavyks vėl, paleiskite telefoną iš naujo.
disk-full = Telefono atmintis pilna. Atlaisvinkite vietos ir bandykite dar kartą – tai, ką įrašėte, neprarasta.

export-detail = Toks linijos tikslumas neįmanomas. Nurodykite ne mažesnę kaip 0 metrų paklaidą arba bent 2 taškus.
export-no-length = Etapo „{ $stage }“ linija yra nulinio ilgio, todėl nėra ko eksportuoti. Pasirinkite kitą etapą arba visą maršrutą.
export-no-route = Nepasirinktas nė vienas maršrutas. Pasirinkite bent vieną ir eksportuokite dar kartą.
export-no-stage = Maršrute „{ $route }“ nėra etapo „{ $stage }“. Pasirinkite kurį nors iš jo etapų.
export-one-route = „Komoot“ iš vieno failo priima tik vieną maršrutą, o { PLURAL($count) ->
    [one] pasirinktas { $count } maršrutas
    [few] pasirinkti { $count } maršrutai
    [many] pasirinkta { $count } maršruto
   *[other] pasirinkta { $count } maršrutų
}. Eksportuokite juos po vieną.

gpx-broken = { the-file } sugadintas ({ place }). Dar kartą eksportuokite jį iš programos, kurioje jis sukurtas, ir importuokite naują failą.
gpx-cut-off = { the-file } ne visas, jis per anksti nutrūksta ({ place }). Nukopijuokite jį dar kartą arba iš naujo eksportuokite iš programos, kurioje jis sukurtas.
gpx-empty = { the-file } tuščias. Dar kartą eksportuokite jį iš programos, kurioje jis sukurtas.
gpx-encoding = { the-file } neperskaitomas: neatpažįstamos kai kurios jo raidės ({ place }). Dar kartą eksportuokite jį iš programos, kurioje jis sukurtas; jei galite rinktis koduotę, rinkitės UTF-8.
gpx-none-inside = { the-file } neturi nieko, ką būtų galima importuoti: jame nėra nė vieno GPX formato failo. Pasirinkite kitą arba eksportuokite kelią GPX formatu iš programos, kurioje jis sukurtas.
gpx-nothing-to-follow = { the-file } nerodo jokio kelio, kuriuo būtų galima keliauti. Pasirinkite failą, kuriame yra bent du atskiri kelio taškai.
gpx-only-waypoints = { the-file } tik žymi vietas: kelio, kuris prie jų vestų, jame nėra. Eksportuokite patį kelią iš programos, kurioje jis sukurtas, ir importuokite jį.
gpx-other-format = { the-file } yra ne GPX formato. Eksportuokite kelią GPX formatu iš programos, kurioje jis sukurtas.
gpx-packed = { the-file } suglaudintas. Pirmiau jį išskleiskite, tada importuokite jame esantį GPX failą.
gpx-position = { the-file } netinkamas: vieno taško koordinatės neteisingos arba jų nėra ({ place }). Dar kartą eksportuokite jį iš programos, kurioje jis sukurtas.
gpx-too-large = { the-file } per didelis šiai programėlei. Padalykite jį į kelis failus ir importuokite po vieną.

library-busy = Programėlės duomenys dabar naudojami kitur. Truputį palaukite arba uždarykite programėlę ten ir bandykite dar kartą.
library-damaged = Programėlės duomenys sugadinti. Uždarykite programėlę ir vėl ją atverkite: viskas, ką dar įmanoma perskaityti, bus išgelbėta.
library-newer = Programėlės duomenis įrašė naujesnė jos versija (formatas – { $found }, ši versija skaito iki { $most }). Atnaujinkite programėlę; duomenys nepakeisti.
library-not-a-library = Aplanke{ quoted-file } yra ne programėlės duomenys, o kiti failai. Pasirinkite tuščią aplanką.

not-found-bundle = Maršrutų rinkinys „{ $bundle }“ neįdiegtas. Įdiekite jį arba pasirinkite kitą iš sąrašo.
not-found-recording = Įrašo Nr. { $recording } nėra. Pasirinkite kitą iš sąrašo.
not-found-route = Nė viename įdiegtame rinkinyje nėra maršruto „{ $route }“. Pasirinkite kitą iš sąrašo arba įdiekite rinkinį, kuriame jis yra.

# Apie failus, kurie vis dėlto importuoti.

read-as-one = { the-file } importuotas kaip vienas kelias: atskirų kelių jame per daug, kad tilptų sąraše ({ $count }).
read-astray = { the-file } importuotas be { PLURAL($count) ->
    [one] { $count } taško, kuriame jo laiku niekas negalėjo būti
    [few] { $count } taškų, kuriuose jų laiku niekas negalėjo būti
    [many] { $count } taško, kuriame jo laiku niekas negalėjo būti
   *[other] { $count } taškų, kuriuose jų laiku niekas negalėjo būti
}.
read-broken = { the-file } sugadintas { $count ->
    [1] vienoje vietoje ({ place })
   *[other] keliose vietose ({ first-place }; iš viso { $count })
}. Tai, kas ten parašyta, praleista, o visa kita importuota.
read-cut-off = { the-file } per anksti nutrūksta ({ place }). Importuota viskas iki tos vietos.
read-form = { the-file } ne visai atitinka GPX formatą ({ place }), bet importuotas visas.
read-heights = { the-file } importuotas be { PLURAL($count) ->
    [one] { $count } neįmanomo aukščio
    [few] { $count } neįmanomų aukščių
    [many] { $count } neįmanomo aukščio
   *[other] { $count } neįmanomų aukščių
} ({ first-place }).
read-left-out = { the-file } importuotas be { PLURAL($count) ->
    [one] { $count } kelio, kuris niekur neveda
    [few] { $count } kelių, kurie niekur neveda
    [many] { $count } kelio, kuris niekur neveda
   *[other] { $count } kelių, kurie niekur neveda
}.
read-letters = { the-file } turi neperskaitomų raidžių ({ first-place }). Jos rodomos ženklu �.
read-misplaced = { the-file } importuotas be { PLURAL($count) ->
    [one] { $count } dalies, kurios jame neturi būti
    [few] { $count } dalių, kurių jame neturi būti
    [many] { $count } dalies, kurios jame neturi būti
   *[other] { $count } dalių, kurių jame neturi būti
} ({ first-place }).
read-more = { the-file } importuotas, bet tokių trūkumų jame yra daugiau ({ $count }).
read-passed-over = { the-file } turi ir kitokių failų, kurie neimportuoti, nes yra ne GPX formato ({ $count }).
read-positions = { the-file } importuotas be { PLURAL($count) ->
    [one] { $count } taško, kurio koordinatės netinkamos
    [few] { $count } taškų, kurių koordinatės netinkamos
    [many] { $count } taško, kurio koordinatės netinkamos
   *[other] { $count } taškų, kurių koordinatės netinkamos
} ({ first-place }).
read-spikes = { the-file } importuotas, bet { $count ->
    [1] vienas aukštis jame staiga iššoka iš gretimų ir neskaičiuojamas
   *[other] kai kurie aukščiai jame staiga iššoka iš gretimų ir neskaičiuojami ({ $count })
}.
read-times = { the-file } importuotas be { PLURAL($count) ->
    [one] { $count } neperskaitomo laiko
    [few] { $count } neperskaitomų laikų
    [many] { $count } neperskaitomo laiko
   *[other] { $count } neperskaitomų laikų
} ({ first-place }).
read-trailing = { the-file } tęsiasi ir po kelio pabaigos ({ place }). Tai, kas ten parašyta, neimportuota.
read-twice = { the-file } turi { $count ->
    [1] kelią, tokį pat kaip kitas. Jis importuotas tik kartą
   *[other] kelių, tokių pat kaip kiti ({ $count }). Jie importuoti tik po kartą
}.

recording-no-line = Įrašas Nr. { $recording } niekur neveda, todėl juo keliauti negalima. Pasirinkite kitą.
recording-not-now = { $state ->
    [open] Įrašas Nr. { $recording } dar daromas. Pirmiau jį pristabdykite arba baikite.
    [paused] Įrašas Nr. { $recording } pristabdytas. Pirmiau jį tęskite arba baikite.
    [closed] Įrašas Nr. { $recording } baigtas, jo tęsti nebegalima. Pradėkite naują.
   *[binned] Įrašas Nr. { $recording } yra šiukšlinėje. Pirmiau jį atkurkite.
}
recording-still-open = Įrašas Nr. { $recording } dar nebaigtas. Prieš pradėdami naują, jį tęskite arba baikite.

trust-altered = { the-file } ne tas, kurį pasirašė leidėjas „{ $publisher }“: siunčiant jis buvo pakeistas arba atsiųstas ne visas. Atsisiųskite jį dar kartą.
trust-far-ahead = Rinkinio „{ $bundle }“ { $offered } versija per daug nutolusi į priekį: tokios leidėjai nepasiekia, čia priimama ne naujesnė kaip { $most } versija. Nepasitikėkite šiuo failu – atsisiųskite rinkinį iš jo leidėjo.
trust-key = Tai ne leidėjo raktas. Dar kartą nukopijuokite visą raktą iš ten, kur jį skelbia leidėjas.
trust-older = Rinkinio „{ $bundle }“ { $offered } versija senesnė už įdiegtą { $installed } versiją. Atsisiųskite naujausią; jei tikrai norite senesnės, pirmiau pašalinkite įdiegtąją.
trust-other-publisher = Įdiegto rinkinio „{ $bundle }“ leidėjas – „{ $installed }“, o šio failo – „{ $offered }“. Jei naujuoju leidėju pasitikite, pirmiau pašalinkite įdiegtą rinkinį.
trust-reserved = Rinkinys „{ $bundle }“ priklauso leidėjui „{ $publisher }“ – jo pasirašytas rinkinys čia jau buvo įdiegtas, o šio failo leidėjas – „{ $offered }“. Nepasitikėkite juo – atsisiųskite rinkinį iš leidėjo „{ $publisher }“.
trust-same-version = Rinkinio „{ $bundle }“ { $version } versija jau įdiegta, bet jos turinys kitoks. Paprašykite leidėjo naujesnės versijos.
trust-shipped = Leidėjo „{ $publisher }“ rinkinys „{ $bundle }“ pateikiamas kartu su programėle. Šiame faile leidėju nurodytas „{ $offered }“, bet niekas neįrodo, kad failas tikrai iš jo. Nepasitikėkite šiuo failu – naujesnį rinkinį gausite atnaujinę programėlę.
trust-signature = Failo{ quoted-file } parašas sugadintas arba pasenęs. Dar kartą atsisiųskite jį iš leidėjo arba paprašykite naujo.
trust-unproven = Įdiegta rinkinio „{ $bundle }“ { $installed } versija. Šiame faile ({ $offered } versija) leidėju nurodytas „{ $publisher }“, bet niekas to neįrodo. Paprašykite pasirašyto rinkinio; jei šiuo failu pasitikite, pirmiau pašalinkite įdiegtąjį.
trust-unsigned = Prie rinkinio{ quoted-file } nėra leidėjo „{ $publisher }“ parašo. Atsisiųskite ir parašą (failą, kurio pavadinimas baigiasi „.minisig“) ir įdiekite rinkinį kartu su juo.
trust-wrong-key = { the-file } pasirašytas ne leidėjo „{ $publisher }“, o kažko kito. Nepasitikėkite juo – atsisiųskite rinkinį iš leidėjo.
