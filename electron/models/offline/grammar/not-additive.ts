/** A column named with one of these is not added up unasked: the sum of prices or ages means nothing. */
export const notAdditive: ReadonlySet<string> = new Set(
  `price rate percent percentage pct ratio share average avg mean median age score rating grade temperature
   latitude longitude lat lon year month day quarter week index rank level probability margin`.split(/\s+/),
)

/** The last word of a column that names things rather than measuring them: neither summed nor averaged. */
export const identifierWords: ReadonlySet<string> = new Set(['id', 'key', 'code', 'number', 'no', 'nr', 'zip', 'phone'])
