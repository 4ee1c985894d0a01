/** A column named with one of these adds up: each row is a part of a whole. */
export const additiveWords: ReadonlySet<string> = new Set(
  `amount tip sale revenue turnover gross profit cost expense spending spend quantity qty unit piece item count order
   visit click view vote passenger death birth case killed injured injury fatality casualty win loss goal
   precipitation rain rainfall snow snowfall hour minute donation ticket download payment bonus tax fee shipped
   sold volume total sum number sign signup transaction shipment production generation generated consumption emission output export
   tip crate box spoiled spoilage wasted harvested produced collected donated raised import refund bottle crate box copy attendee attendance participant spectator parcel portion serving loaf meal listen play stream
   part labour labor material
   kwh mwh litre liter gallon spend taking takings income proceeds earning lorry absence absent spoiled wasted waste wastage bought received collected produced
   harvested delivered medal gold silver bronze catch strike flight trip fine fare charge night guest renewal page_view
   betrag umsatz menge anzahl summe stückzahl kosten ausgabe einnahme erlös gewinn verlust absatz montant importe
   cantidad quantité somme`.split(/\s+/),
)

/** How many there are at one time: it adds up over places, but not over years. */
export const stockWords: ReadonlySet<string> = new Set(
  `pop population inhabitant resident people person employee employed unemployed subscriber member job student
   headcount stock inventory balance`.split(/\s+/),
)

/** What a word of one piece may begin with that says it is a sum: `Gesamtwert`, `Totalbetrag`. */
export const additiveBeginnings: readonly string[] = ['gesamt', 'total', 'summe']

/** A column named with one of these is not added up unasked: the sum of prices or ages means nothing. */
export const notAdditive: ReadonlySet<string> = new Set(
  `price rate percent percentage pct ratio share average avg mean median age score rating grade mark star temperature temp
   latitude longitude lat lon year month day quarter week index rank level probability margin min max minimum maximum
   waiting wait delay latency per expectancy speed density height length depth width preis stückpreis einzelpreis alter quote anteil kurs`.split(
    /\s+/,
  ),
)

/** Of these, the measures of how something is: where nothing else is said, each group has an average of them. */
export const stateWords: ReadonlySet<string> = new Set(
  `price rate age score rating grade mark star temperature temp mpg mileage speed height length depth width humidity pressure
   salary wage waiting wait delay`.split(/\s+/),
)

/** Units of what is measured out: so many of them are an amount. */
export const amountUnits: ReadonlySet<string> = new Set(['kg', 'g', 'lb', 'ton', 'liter', 'gallon'])

/** A column with just this name tells how many its row stands for. */
export const countingNames: ReadonlySet<string> = new Set(['count', 'counts', 'people', 'frequency', 'headcount'])

/** The name of a column of how many pieces its row is about. In the form of `normalWord`. */
export const pieceNames: ReadonlySet<string> = new Set([
  'qty',
  'quantity',
  'piece',
  'unit',
  'copy',
  'sold',
  'menge',
  'anzahl',
])

/** What is done with so many pieces at once: then "how many" asks for the pieces. */
export const tradeVerbs: readonly string[] =
  'buy bought sell sold order ordered purchase purchased ship shipped deliver delivered take took use used'.split(' ')

/** Things that are told apart by numbers: a column of them, in the singular, is neither summed nor averaged unasked. */
export const thingWords: ReadonlySet<string> = new Set(
  `room floor table seat gate platform lane track line route bus train ward bed unit apartment flat house building block
   district zone precinct cluster group team class form lot batch shelf aisle rack machine station store shop branch
   terminal counter desk locker court field pitch lap round stage level chapter page episode season volume issue version
   draft test trial run sample plot plate well slot bin box container pallet truck vehicle channel port node`.split(
    /\s+/,
  ),
)

/** What the column that tells a thing's name ends with: `candidate_name`. In the form of `normalWord`. */
export const nameWords: ReadonlySet<string> = new Set(['name', 'title'])

/** The last word of a column that names things rather than measuring them: neither summed nor averaged. */
export const identifierWords: ReadonlySet<string> = new Set(
  'id key code number no nr num ref reference zip postcode phone isbn barcode serial'.split(' '),
)
