/** The first word of a column that tells against whom it was. */
export const opponentColumns: ReadonlySet<string> = new Set(['opponent', 'opposition', 'rival', 'adversary', 'against'])

/** Before "to" or "by" in the name of a column that tells who dealt with it: `assigned_to`, "reported by". */
export const dealingWords: ReadonlySet<string> = new Set(
  `assigned handled reported requested created opened served booked managed written made done checked`.split(' '),
)

/** The last word of a column that tells where somebody is from: `Customer Town`. In the form of `normalWord`. */
export const placeColumns: ReadonlySet<string> = new Set(
  'town city village country state county region area district'.split(' '),
)
