/**
 * Words that say what part the next column plays. `group`: split by it. `filter`: a condition follows. `measure`:
 * compute it. `date`: it is the date that times are about.
 */
export const structureWords: Readonly<Record<string, 'group' | 'filter' | 'measure' | 'date'>> = {
  by: 'group',
  per: 'group',
  each: 'group',
  every: 'group',
  'for each': 'group',
  'for every': 'group',
  'in each': 'group',
  'in every': 'group',
  'of each': 'group',
  'grouped by': 'group',
  'group by': 'group',
  'broken down by': 'group',
  'split by': 'group',
  'split up by': 'group',
  'broken up by': 'group',
  'broken out by': 'group',
  'separated by': 'group',
  'sorted into': 'group',
  'divided by': 'group',
  'itemised by': 'group',
  'itemized by': 'group',
  'colored by': 'group',
  'coloured by': 'group',
  'stacked by': 'group',
  across: 'group',
  where: 'filter',
  with: 'filter',
  whose: 'filter',
  in: 'filter',
  for: 'filter',
  from: 'filter',
  on: 'filter',
  through: 'filter',
  via: 'filter',
  into: 'filter',
  onto: 'filter',
  'out of': 'filter',
  inside: 'filter',
  towards: 'filter',
  toward: 'filter',
  during: 'filter',
  within: 'filter',
  having: 'filter',
  only: 'filter',
  'caused by': 'filter',
  among: 'filter',
  of: 'measure',
  'going by': 'date',
  'using the date': 'date',
}

/** At the very end they compare what was named before, and split by nothing: "…, each". */
export const ofEachNamed: ReadonlySet<string> = new Set(['each'])

/** "by", and all that ends in it: "split by". */
export const byEnding = /\bby$/i

/** Asks for each value once. */
export const distinctWords: readonly string[] = ['different', 'distinct', 'unique']

/** Asks for one figure per value instead of one for all of them. */
export const comparingWords: readonly string[] = [
  'compare',
  'comparison',
  'versus',
  'vs',
  'against',
  'compared to',
  'compared with',
  'as compared to',
  'as opposed to',
]

/** Names for the rows of any table. */
export const rowWords: readonly string[] = ['row', 'rows', 'record', 'records', 'entry', 'entries', 'line', 'lines']

/** Asks for the values of a column when no figure is asked for. */
export const listingWords: readonly string[] = ['which', 'what', 'list', 'show', 'who', 'whom']

/** Commands that are nouns behind an article or a preposition: "a draw", "the show". */
export const commandVerbs: ReadonlySet<string> = new Set(['draw', 'show'])

/** Asks for the date of what is found. */
export const whenWords: readonly string[] = [
  'when',
  'and when',
  'at what time',
  'on which date',
  'which date',
  'what date',
]

/** Join conditions. */
export const jointWords: Readonly<Record<string, 'and' | 'or' | 'nor'>> = {
  and: 'and',
  but: 'and',
  or: 'or',
  nor: 'nor',
  'and neither': 'nor',
  either: 'and',
}

/** Stand between the ends of a range: "10 to 20". */
export const rangeWords: ReadonlySet<string> = new Set(['to', 'through', 'until', 'till', '-', '–', '—', 'up to'])

/** Split a column of figures into steps of the width that follows: "in bins of 10". */
export const binWords: ReadonlySet<string> = new Set([
  'in bins of',
  'bins of',
  'in steps of',
  'steps of',
  'in groups of',
  'in buckets of',
  'buckets of',
  'in intervals of',
])
