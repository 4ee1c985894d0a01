/** The states of the United States with their codes: in a column of states they are meant, and no country. */
export const namesOfStates: readonly (readonly string[])[] = `
alabama, al
alaska, ak
arizona, az
arkansas, ar
california, ca
colorado, co
connecticut, ct
delaware, de
florida, fl
georgia, ga
hawaii, hi
idaho, id
illinois, il
indiana, in
iowa, ia
kansas, ks
kentucky, ky
louisiana, la
maine, me
maryland, md
massachusetts, ma
michigan, mi
minnesota, mn
mississippi, ms
missouri, mo
montana, mt
nebraska, ne
nevada, nv
new hampshire, nh
new jersey, nj
new mexico, nm
new york, new york state, ny
north carolina, nc
north dakota, nd
ohio, oh
oklahoma, ok
oregon, or
pennsylvania, pa
rhode island, ri
south carolina, sc
south dakota, sd
tennessee, tn
texas, tx
utah, ut
vermont, vt
virginia, va
washington, washington state, wa
west virginia, wv
wisconsin, wi
wyoming, wy
`
  .trim()
  .split('\n')
  .map((line) => line.split(', '))

/**
 * Values that go by several names, a line each: countries by people, language and code, and a few other pairs. A word
 * of a question finds the others among the values of a table when none is spelt like it, and the answer says so.
 * Lower case, without accents, in the singular.
 */
export const otherNames: readonly (readonly string[])[] = [
  ...namesOfStates,
  ...`
united states, united states of america, usa, us, america, american
united kingdom, uk, gbr, gb, great britain, britain, british
england, english
scotland, scottish, sco
wales, welsh, wal
ireland, irish, irl, ie
germany, german, ger, deu, deutschland, de
france, french, fra, fr
italy, italian, ita, it
spain, spanish, esp, spaniard, es
portugal, portuguese, por, prt, pt
netherlands, the netherlands, holland, dutch, ned, nld, nl
belgium, belgian, bel, be
luxembourg, luxembourgish, luxembourger, lux, lu
austria, austrian, aut, at
switzerland, swiss, sui, che, ch
denmark, danish, dane, den, dnk, dk
sweden, swedish, swede, swe, se
finland, finnish, finn, fin, fi
norway, norwegian, nor, no
iceland, icelandic, icelander, isl, is
poland, polish, pole, pol, pl
czech republic, czechia, czech, cze, cz
slovakia, slovak, slovakian, svk, sk
slovenia, slovenian, slovene, slo, svn, si
hungary, hungarian, hun, hu
romania, romanian, rou, ro
bulgaria, bulgarian, bul, bgr, bg
croatia, croatian, croat, cro, hrv, hr
serbia, serbian, serb, srb, rs
greece, greek, gre, grc, gr
cyprus, cypriot, cyp, cy
malta, maltese, mlt, mt
estonia, estonian, est, ee
latvia, latvian, lat, lva, lv
lithuania, lithuanian, ltu, lt
ukraine, ukrainian, ukr, ua
russia, russian, russian federation, rus, ru
turkey, turkish, turkiye, tur, tr
japan, japanese, jpn, jp
china, chinese, chn, people s republic of china, cn
south korea, korea, korean, south korean, kor, republic of korea, kr
north korea, north korean, prk
taiwan, taiwanese, tpe, twn, tw
india, indian, ind, in
pakistan, pakistani, pak, pk
bangladesh, bangladeshi, bgd
indonesia, indonesian, ina, idn, id
philippines, philippine, filipino, phi, phl, ph
thailand, thai, tha, th
vietnam, viet nam, vietnamese, vie, vnm, vn
malaysia, malaysian, mas, mys, my
singapore, singaporean, sgp, sg
israel, israeli, isr, il
iran, iranian, iri, irn, ir
iraq, iraqi, irq, iq
saudi arabia, saudi, saudi arabian, ksa, sau
united arab emirates, uae, emirati, are
egypt, egyptian, egy, eg
south africa, south african, rsa, zaf, za
nigeria, nigerian, ngr, nga, ng
kenya, kenyan, ken, ke
ethiopia, ethiopian, eth
morocco, moroccan, mar, ma
canada, canadian, can, ca
mexico, mexican, mex, mx
brazil, brazilian, bra, br
argentina, argentine, argentinian, arg, ar
chile, chilean, chi, chl, cl
colombia, colombian, col, co
peru, peruvian, per, pe
cuba, cuban, cub, cu
jamaica, jamaican, jam
australia, australian, aus, au
new zealand, nzl, kiwi, nz
europe, european
asia, asian
africa, african
oceania, oceanian
north america, north american
south america, south american
male, man, men, boy, gentleman, m
female, woman, women, girl, lady, f
new york, nyc, new york city
los angeles, la
san francisco, sf
bicycle, bike
automobile, car
television, tv
democrat, democratic, dem
republican, rep, gop
independent, ind
libertarian, lib
true, yes
false, no
win, won, wins, victory
loss, lose, lost, loses, defeat
draw, drew, drawn, tie, tied
`
    .trim()
    .split('\n')
    .map((line) => line.split(', ')),
]
