/** A column named with one of these adds up: each row is a part of a whole. */
export const additiveWords: ReadonlySet<string> = new Set(
  `amount sale revenue turnover gross profit cost expense spending spend quantity qty unit piece item count order
   visit click view vote passenger death birth case killed injured injury fatality casualty win loss goal
   precipitation rain rainfall snow snowfall hour minute donation ticket download payment bonus tax fee shipped
   sold volume total sum number sign signup transaction shipment production generation generated consumption emission output export
   import refund medal gold silver bronze catch strike flight trip`.split(/\s+/),
)

/** How many there are at one time: it adds up over places, but not over years. */
export const stockWords: ReadonlySet<string> = new Set(
  `pop population inhabitant resident people person employee employed unemployed subscriber member job student
   headcount stock inventory balance`.split(/\s+/),
)

/** A column named with one of these is not added up unasked: the sum of prices or ages means nothing. */
export const notAdditive: ReadonlySet<string> = new Set(
  `price rate percent percentage pct ratio share average avg mean median age score rating grade temperature temp
   latitude longitude lat lon year month day quarter week index rank level probability margin min max minimum maximum
   per expectancy speed density height length depth width`.split(/\s+/),
)

/** A column with just this name tells how many its row stands for. */
export const countingNames: ReadonlySet<string> = new Set(['count', 'counts', 'people', 'frequency', 'headcount'])

/** The last word of a column that names things rather than measuring them: neither summed nor averaged. */
export const identifierWords: ReadonlySet<string> = new Set(['id', 'key', 'code', 'number', 'no', 'nr', 'zip', 'phone'])
