/**
 * Values that go by several names, a line each: countries by people, language and code, and a few other pairs. A word
 * of a question finds the others among the values of a table when none is spelt like it, and the answer says so.
 * Lower case, without accents, in the singular.
 */
export const otherNames: readonly (readonly string[])[] = `
united states, united states of america, usa, us, america, american
united kingdom, uk, gbr, gb, great britain, britain, british
england, english
scotland, scottish, sco
wales, welsh, wal
ireland, irish, irl
germany, german, ger, deu, deutschland
france, french, fra
italy, italian, ita
spain, spanish, esp, spaniard
portugal, portuguese, por, prt
netherlands, the netherlands, holland, dutch, ned, nld
belgium, belgian, bel
luxembourg, luxembourgish, luxembourger, lux
austria, austrian, aut
switzerland, swiss, sui, che
denmark, danish, dane, den, dnk
sweden, swedish, swede, swe
finland, finnish, finn, fin
norway, norwegian, nor
iceland, icelandic, icelander, isl
poland, polish, pole, pol
czech republic, czechia, czech, cze
slovakia, slovak, slovakian, svk
slovenia, slovenian, slovene, slo, svn
hungary, hungarian, hun
romania, romanian, rou
bulgaria, bulgarian, bul, bgr
croatia, croatian, croat, cro, hrv
serbia, serbian, serb, srb
greece, greek, gre, grc
cyprus, cypriot, cyp
malta, maltese, mlt
estonia, estonian, est
latvia, latvian, lat, lva
lithuania, lithuanian, ltu
ukraine, ukrainian, ukr
russia, russian, russian federation, rus
turkey, turkish, turkiye, tur
japan, japanese, jpn
china, chinese, chn, people s republic of china
south korea, korea, korean, south korean, kor, republic of korea
north korea, north korean, prk
taiwan, taiwanese, tpe, twn
india, indian, ind
pakistan, pakistani, pak
bangladesh, bangladeshi, bgd
indonesia, indonesian, ina, idn
philippines, philippine, filipino, phi, phl
thailand, thai, tha
vietnam, viet nam, vietnamese, vie, vnm
malaysia, malaysian, mas, mys
singapore, singaporean, sgp
israel, israeli, isr
iran, iranian, iri, irn
iraq, iraqi, irq
saudi arabia, saudi, saudi arabian, ksa, sau
united arab emirates, uae, emirati, are
egypt, egyptian, egy
south africa, south african, rsa, zaf
nigeria, nigerian, ngr, nga
kenya, kenyan, ken
ethiopia, ethiopian, eth
morocco, moroccan, mar
canada, canadian, can
mexico, mexican, mex
brazil, brazilian, bra
argentina, argentine, argentinian, arg
chile, chilean, chi, chl
colombia, colombian, col
peru, peruvian, per
cuba, cuban, cub
jamaica, jamaican, jam
australia, australian, aus
new zealand, nzl, kiwi
europe, european
asia, asian
africa, african
oceania, oceanian
north america, north american
south america, south american
male, man, boy, gentleman
female, woman, girl, lady
new york, nyc, new york city
los angeles, la
san francisco, sf
bicycle, bike
automobile, car
television, tv
true, yes
false, no
`
  .trim()
  .split('\n')
  .map((line) => line.split(', '))
