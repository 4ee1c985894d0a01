/** Words that say what part the next column plays. `group`: split by it. `filter`: a condition follows. `measure`: compute it. */
export const structureWords: Readonly<Record<string, 'group' | 'filter' | 'measure'>> = {
  by: 'group',
  per: 'group',
  each: 'group',
  every: 'group',
  'for each': 'group',
  'for every': 'group',
  'in each': 'group',
  'grouped by': 'group',
  'broken down by': 'group',
  'split by': 'group',
  across: 'group',
  where: 'filter',
  with: 'filter',
  whose: 'filter',
  in: 'filter',
  for: 'filter',
  from: 'filter',
  on: 'filter',
  during: 'filter',
  within: 'filter',
  of: 'measure',
}

/** Asks for each value once. */
export const distinctWords: readonly string[] = ['different', 'distinct', 'unique']

/** Asks for one figure per value instead of one for all of them. */
export const comparingWords: readonly string[] = ['compare', 'comparison', 'versus', 'vs']

/** Names for the rows of any table. */
export const rowWords: readonly string[] = ['row', 'rows', 'record', 'records', 'entry', 'entries', 'line', 'lines']

/** Asks for the values of a column when no figure is asked for. */
export const listingWords: readonly string[] = ['which', 'what', 'list', 'show']
